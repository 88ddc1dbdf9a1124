import Glibc
import Lexicon
import TextCore

/// Reading and writing of files: whole, safely, with errors that name the path.
public enum Files {
  /// The bytes of a file; `-` is standard input.
  /// - Throws: ``InputError`` when the path is missing, a folder, or cannot be read.
  public static func bytes(of path: String) throws(InputError) -> [UInt8] {
    if path == "-" { return try readAll(descriptor: 0, path: path, sizeHint: 1 << 16) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw openError(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw openError(path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw InputError(path: path, .isDirectory) }
    return try readAll(descriptor: descriptor, path: path, sizeHint: Int(status.st_size) + 1)
  }

  /// The text of a file, decoded.
  /// - Throws: ``InputError`` as ``bytes(of:)``, and for a file that is empty or not text.
  public static func source(at path: String, encoding: TextEncoding? = nil) throws(InputError) -> SourceText {
    let bytes = try bytes(of: path)
    if bytes.isEmpty { throw InputError(path: path, .emptyFile) }
    return try SourceText(path: path, bytes: bytes, encoding: encoding)
  }

  /// Writes a file beside its place and renames it into place: a reader sees the old file or the new one, never a half.
  ///
  /// A link is followed; the mode of an existing file is kept.
  /// - Throws: ``InputError`` with the reason `unwritable`; then nothing has changed.
  public static func write(_ bytes: [UInt8], to path: String) throws(InputError) { try write([(path, bytes)]) }

  /// Writes several files that belong together: all of them beside their places first, then each is renamed into its
  /// place, the last one last.
  ///
  /// - Throws: ``InputError`` with the reason `unwritable`; when one cannot be written beside its place nothing has
  ///   changed.
  public static func write(_ files: [(path: String, bytes: [UInt8])]) throws(InputError) {
    var drafts: [(draft: String, target: String, path: String)] = []
    defer { for draft in drafts { remove(draft.draft) } }
    var inPlace: [(path: String, bytes: [UInt8])] = []
    for (path, bytes) in files {
      let target = resolved(path)
      var status = stat()
      let mode = stat(target, &status) == 0 ? status.st_mode : nil
      switch mode.map({ $0 & S_IFMT }) {
      case S_IFDIR: throw InputError(path: path, .isDirectory)
      case nil, S_IFREG:
        let draft = draftPath(of: target)
        if let why = writeDraft(bytes, to: draft, mode: mode.map { $0 & 0o7777 }) {
          throw InputError(path: path, .unwritable(why))
        }
        drafts.append((draft, target, path))
      default: inPlace.append((path, bytes))  // a pipe, /dev/null
      }
    }
    for (path, bytes) in inPlace { try writeInPlace(bytes, to: path) }
    for (draft, target, path) in drafts where rename(draft, target) != 0 {
      throw InputError(path: path, .unwritable(reason()))
    }
  }

  /// Writes a new file down to the disk; gives the reason when that fails, and then there is none.
  private static func writeDraft(_ bytes: [UInt8], to path: String, mode: mode_t?) -> String? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
    guard descriptor >= 0 else { return reason() }
    defer { close(descriptor) }
    if let mode { fchmod(descriptor, mode) }
    guard let why = writeAll(bytes, to: descriptor) ?? (fsync(descriptor) == 0 ? nil : reason()) else { return nil }
    unlink(path)
    return why
  }

  /// The path from the root, without `.` and `..` in it; links stay.
  static func absolute(_ path: String) -> String {
    var whole = path
    if !path.hasPrefix("/") {
      let folder = getcwd(nil, 0)
      defer { free(folder) }
      whole = (folder.map { String(cString: $0) } ?? "") + "/" + path
    }
    var names: [Substring] = []
    for name in whole.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  /// The folder that holds what an absolute path names.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The path of another file of a folder, written as the user wrote the path of the first one, where that can be.
  static func beside(_ path: String, relative: String, other: String) -> String {
    if path.hasSuffix(relative) { return path.dropLast(relative.count) + other }
    return String(absolute(path).dropLast(relative.count)) + other
  }

  /// The path without links in it; the path itself where there is nothing.
  static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// A path beside a file, for what is to take its place; no other process has the same.
  static func draftPath(of path: String) -> String { "\(path).\(getpid()).tmp" }

  /// Removes the drafts that processes left beside a file when they were killed: those whose process is no more.
  static func removeAbandonedDrafts(of path: String) {
    let whole = absolute(path)
    let folder = folder(of: whole)
    let prefix = (whole.split(separator: "/").last ?? "") + "."
    for name in (try? names(in: folder, hidden: true)) ?? [] where name.hasPrefix(prefix) {
      // NAME.PROCESS.tmp, and what SQLite puts beside that.
      let rest = name.dropFirst(prefix.count).split(separator: ".", omittingEmptySubsequences: false)
      guard rest.count >= 2, rest[1...].contains(where: { $0.hasPrefix("tmp") }), let process = pid_t(rest[0]),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      remove(folder + "/" + name)
    }
  }

  /// Puts a finished draft at a path where nothing may be yet; what another process put there meanwhile stays.
  /// - Throws: ``InputError`` when it cannot be put there.
  static func publish(_ draft: String, as path: String) throws(InputError) {
    if link(draft, path) == 0 || errno == EEXIST { return }
    // A file system without hard links.
    if !exists(path), rename(draft, path) != 0 { throw InputError(path: path, .unwritable(reason())) }
  }

  /// Removes a file, if it is there.
  public static func remove(_ path: String) { unlink(path) }

  /// The path with another ending; a path without ending gets one.
  public static func path(_ path: String, withExtension ending: String) -> String {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    guard let dot = path[name...].utf8.lastIndex(of: UInt8(ascii: ".")), dot > name else { return "\(path).\(ending)" }
    return "\(path[..<dot]).\(ending)"
  }

  private static func writeInPlace(_ bytes: [UInt8], to path: String) throws(InputError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError(path: path, .unwritable(reason())) }
    defer { close(descriptor) }
    if let why = writeAll(bytes, to: descriptor) { throw InputError(path: path, .unwritable(why)) }
  }

  /// The bytes of a file, mapped into memory, or nil when the file is not there.
  ///
  /// The caller replaces such files by renaming only, so that a mapping never changes.
  public static func mapped(_ path: String) -> ByteStore? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
    let length = Int(status.st_size)
    guard let address = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      return nil
    }
    let bytes = UnsafeRawBufferPointer(start: address, count: length)
    return ByteStore(unsafeBytes: bytes, owner: Mapping(bytes))
  }

  private final class Mapping {
    let bytes: UnsafeRawBufferPointer
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }
    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
  }

  /// Whether something is at the path.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether the path is a file with contents of its own: no folder, pipe or device.
  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether the path is a folder.
  public static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What is straight in a folder, without hidden files and links to folders, in the order of the names.
  /// - Throws: ``InputError`` when the folder cannot be read.
  static func entries(of folder: String) throws(InputError) -> [(name: String, isFolder: Bool)] {
    var entries: [(name: String, isFolder: Bool)] = []
    for name in try names(in: folder) {
      var status = stat()
      guard lstat(folder + "/" + name, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: entries.append((name, true))
      case S_IFREG: entries.append((name, false))
      case S_IFLNK where !isDirectory(folder + "/" + name): entries.append((name, false))
      default: break
      }
    }
    return entries
  }

  /// The first line of a file, if it is no longer than some kilobytes; nil when the file cannot be read.
  static func firstLine(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = read(descriptor, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count].prefix { $0 != 0x0A }) : nil
  }

  /// The files straight in a folder, without hidden ones, in the order of their names.
  /// - Throws: ``InputError`` when the folder cannot be read.
  public static func files(in folder: String) throws(InputError) -> [String] {
    try names(in: folder).map { "\(folder)/\($0)" }.filter { !isDirectory($0) }
  }

  /// The names of what is straight in a folder, folders too, in the order of their bytes.
  /// - Parameter hidden: whether names that begin with a dot are wanted.
  /// - Throws: ``InputError`` when the folder cannot be read.
  static func names(in folder: String, hidden: Bool = false) throws(InputError) -> [String] {
    guard let stream = opendir(folder) else { throw openError(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != "..", hidden || !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Makes a folder and those above it.
  /// - Throws: ``InputError`` when that is not allowed.
  public static func makeDirectory(_ path: String) throws(InputError) {
    var partial = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      partial += (partial.isEmpty || partial.hasSuffix("/") ? "" : "/") + part
      if mkdir(partial, 0o755) != 0, errno != EEXIST || !isDirectory(partial) {
        throw InputError(path: path, .unwritable(reason()))
      }
    }
  }

  static func readAll(descriptor: Int32, path: String, sizeHint: Int) throws(InputError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(sizeHint)
    let capacity = 1 << 18
    var buffer = [UInt8](repeating: 0, count: capacity)
    while true {
      let count = read(descriptor, &buffer, capacity)
      if count == 0 { return result }
      if count < 0 {
        if errno == EINTR { continue }
        throw InputError(path: path, errno == EISDIR ? .isDirectory : .unreadable(reason()))
      }
      result.append(contentsOf: buffer[..<count])
    }
  }

  /// Writes all bytes; gives the reason when that fails.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> String? {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          return reason()
        }
        written += count
      }
      return nil
    }
  }

  private static func openError(_ path: String) -> InputError {
    InputError(path: path, errno == ENOENT ? .missingFile : .unreadable(reason()))
  }

  /// What the system says of the call that failed last.
  static func reason() -> String { String(cString: strerror(errno)) }
}
