import Glibc
import TextCore

/// The files of a folder and of the folders in it.
struct FolderListing {
  /// A file by its path and by its place in the folder that was asked for.
  struct File: Hashable, Sendable {
    let path: String
    /// The path within that folder.
    let name: String
  }

  /// In the order of their names.
  private(set) var files: [File] = []
  /// Folders that cannot be read.
  private(set) var problems: [InputError] = []
  private var seen: Set<[UInt64]> = []
  /// Absolute paths that are left out.
  private let excluded: Set<String>

  /// Lists a folder.
  ///
  /// Hidden files are left out, and so are pipes and devices, which would be waited for. A link is followed, but no folder is entered twice, so that a link to a folder above ends.
  /// - Throws: ``InputError`` when the folder itself cannot be read.
  init(of folder: String, without excluded: Set<String> = []) throws(InputError) {
    self.excluded = excluded
    let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard Files.isDirectory(root) else {
      throw InputError(path: folder, Files.exists(root) ? .malformed("is a file, not a folder") : .missingFile)
    }
    _ = enter(root)
    try list(root, prefix: "")
    files.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
  }

  private mutating func list(_ folder: String, prefix: String) throws(InputError) {
    for name in try Files.names(in: folder) {
      let path = "\(folder)/\(name)"
      guard Files.isDirectory(path) else {
        // A link to nothing stays, to be told of.
        let isFile = Files.isRegular(path) || !Files.exists(path)
        if isFile, !excluded.contains(Files.absolute(path)) { files.append(File(path: path, name: prefix + name)) }
        continue
      }
      guard enter(path) else { continue }
      do {
        try list(path, prefix: "\(prefix)\(name)/")
      } catch {
        problems.append(error)
      }
    }
  }

  /// Notes a folder; says whether it is new.
  private mutating func enter(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return seen.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted
  }
}
