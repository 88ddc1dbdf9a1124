import Foundation
import TestSupport
import Testing
import TextCore

@testable import DuizhaoKit

/// The files that making a corpus writes.
struct CorpusFilesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a stream is put in place when it is whole, and leaves nothing when it is given up`() throws {
    let path = try folder.write("old", to: "corpus.tsv")
    try FileStream(path: path).write(Array("half".utf8))
    #expect(try folder.names() == ["corpus.tsv"])
    #expect(try folder.bytes("corpus.tsv") == Array("old".utf8))
    let stream = try FileStream(path: path)
    try stream.write(Array("whole".utf8))
    try stream.finish()
    #expect(try folder.names() == ["corpus.tsv"])
    #expect(try folder.bytes("corpus.tsv") == Array("whole".utf8))
  }

  @Test func `a device stays what it is`() throws {
    let link = folder.path("null")
    #expect(symlink("/dev/null", link) == 0)
    let stream = try FileStream(path: link)
    try stream.write(Array("text".utf8))
    try stream.finish()
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    #expect(try folder.names() == ["null"])
  }

  @Test func `a file that is no journal is left alone`() throws {
    for text in ["my notes\nwithout an end", "0123456789abcdef0123456789abcdef is no key"] {
      let path = try folder.write(text, to: "notes.txt")
      #expect(throws: InputError.self) { try CorpusJournal(path: path) }
      #expect(try folder.bytes("notes.txt") == Array(text.utf8))
    }
    let cut = "0123456789abcdef0123456789abcdef\t{\"a\"}\n0123456789ab"
    let path = try folder.write(cut, to: "run.progress")
    #expect(try CorpusJournal(path: path).keys == ["0123456789abcdef0123456789abcdef"])
    #expect(try folder.bytes("run.progress") == Array(cut.utf8.dropLast(12)))
  }
}
