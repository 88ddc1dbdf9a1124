import Foundation
import TestSupport
import Testing
import TextCore

@testable import DuizhaoKit

/// Files are written whole, with the mode and the link they had, and nothing is left beside them.
struct FilesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func names() throws -> [String] { try Files.names(in: folder.url.path, hidden: true) }

  @Test func `a file that is written anew keeps its mode`() throws {
    let path = try folder.write("old\n", to: "a.txt")
    #expect(chmod(path, 0o640) == 0)
    try Files.write(Array("new\n".utf8), to: path)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == 0o640)
    #expect(try Files.bytes(of: path) == Array("new\n".utf8))
    #expect(try names() == ["a.txt"])
  }

  @Test func `a link stays a link, alone and among several files`() throws {
    let target = try folder.write("old\n", to: "target.txt")
    let (link, other) = (folder.path("link.txt"), folder.path("other.txt"))
    #expect(symlink(target, link) == 0)
    try Files.write(Array("one\n".utf8), to: link)
    try Files.write([(other, Array("other\n".utf8)), (link, Array("two\n".utf8))])
    var status = stat()
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(try Files.bytes(of: target) == Array("two\n".utf8))
    #expect(try names() == ["link.txt", "other.txt", "target.txt"])
  }

  @Test func `of several files none changes when one cannot be written`() throws {
    let first = try folder.write("old\n", to: "first.txt")
    #expect(throws: InputError.self) {
      try Files.write([(first, Array("new\n".utf8)), (folder.path("none/second.txt"), Array("new\n".utf8))])
    }
    #expect(try Files.bytes(of: first) == Array("old\n".utf8))
    #expect(try names() == ["first.txt"])
    #expect(throws: InputError(path: folder.url.path, .isDirectory)) { try Files.write([], to: folder.url.path) }
  }

  @Test func `drafts of processes that are gone are removed, those of living ones stay`() throws {
    let gone = Process()
    gone.executableURL = URL(filePath: "/bin/true")
    try gone.run()
    gone.waitUntilExit()
    let (dead, living) = (gone.processIdentifier, getpid())
    for name in [
      ".store.\(dead).tmp", ".store.\(dead).tmp-wal", ".store.\(living).tmp", ".store.notes.tmp", "store.\(dead).tmp",
    ] { try folder.write("x", to: name) }
    Files.removeAbandonedDrafts(of: folder.path(".store"))
    #expect(try names() == [".store.\(living).tmp", ".store.notes.tmp", "store.\(dead).tmp"])
  }

  @Test func `what a folder holds comes in the order of the bytes of the names`() throws {
    for name in ["乙.txt", "a.txt", "甲.txt", "B.txt", ".hidden"] { try folder.write("x", to: name) }
    #expect(try Files.entries(of: folder.url.path).map(\.name) == ["B.txt", "a.txt", "乙.txt", "甲.txt"])
    #expect(throws: InputError(path: folder.path("none"), .missingFile)) { try Files.names(in: folder.path("none")) }
  }

  @Test func `paths`() {
    let folders = [("/a/b", "/a"), ("/a", "/"), ("/语料/文.txt", "/语料")]
    for (path, parent) in folders { #expect(Files.folder(of: path) == parent) }
    let whole = [("/a/./b/../c", "/a/c"), ("/../a", "/a"), ("//a//b/", "/a/b"), ("/", "/")]
    for (path, clean) in whole { #expect(Files.absolute(path) == clean) }
    let endings = [("a.zh.txt", "a.zh.tmx"), ("/x.y/a", "/x.y/a.tmx"), (".hidden", ".hidden.tmx")]
    for (path, other) in endings { #expect(Files.path(path, withExtension: "tmx") == other) }
  }
}
