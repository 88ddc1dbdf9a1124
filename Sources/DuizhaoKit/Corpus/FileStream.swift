import Glibc
import TextCore

/// A file that is written a piece at a time beside its place, as `NAME.part`, and put in place when it is whole.
///
/// What an interrupted run leaves is written over by the next one. A pipe or a device is written to as it is.
public final class FileStream {
  private let path: String
  /// Nil where nothing can be put in place: a pipe, `/dev/null`.
  private let draft: String?
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// - Throws: ``InputError`` with the reason `unwritable`, or for a folder.
  public init(path: String) throws(InputError) {
    if Files.isDirectory(path) { throw InputError(path: path, .isDirectory) }
    self.path = path
    draft = Files.exists(path) && !Files.isRegular(path) ? nil : Self.draftPath(of: path)
    descriptor = open(draft ?? path, O_WRONLY | O_CREAT | (draft == nil ? 0 : O_TRUNC) | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw InputError(path: path, .unwritable(Files.reason())) }
  }

  static func draftPath(of path: String) -> String { Files.resolved(path) + ".part" }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if let draft { Files.remove(draft) }
  }

  /// Adds bytes at the end.
  public func write(_ bytes: [UInt8]) throws(InputError) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 18 { try flush() }
  }

  private func flush() throws(InputError) {
    if let why = Files.writeAll(buffer, to: descriptor) { throw InputError(path: path, .unwritable(why)) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts the file in place.
  /// - Throws: ``InputError`` with the reason `unwritable`; then what was there before stays.
  public func finish() throws(InputError) {
    try flush()
    if draft != nil, fsync(descriptor) != 0 {
      throw InputError(path: path, .unwritable(Files.reason()))
    }
    close(descriptor)
    descriptor = -1
    guard let draft else { return }
    guard rename(draft, Files.resolved(path)) == 0 else {
      let why = Files.reason()
      Files.remove(draft)
      throw InputError(path: path, .unwritable(why))
    }
  }
}
