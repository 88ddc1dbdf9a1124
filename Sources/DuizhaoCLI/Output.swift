import DuizhaoKit
import Glibc
import TextCore

/// What a command prints: to standard output, or to a file that is put in place when the command is done.
final class Output {
  /// Standard output.
  nonisolated(unsafe) static let standard = Output(path: nil)

  private var buffer: [UInt8] = []
  private let path: String?

  /// Creates the output of a command; nil and `-` are standard output.
  init(path: String?) { self.path = path == "-" ? nil : path }

  func write(_ text: String) { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if path == nil, buffer.count > 1 << 16 { flush() }
  }

  /// Sends what is left to standard output.
  ///
  /// Ends the program quietly when nobody reads any more.
  func flush() {
    guard path == nil, !buffer.isEmpty else { return }
    var sent = 0
    buffer.withUnsafeBytes { bytes in
      while sent < bytes.count {
        let count = Glibc.write(1, bytes.baseAddress! + sent, bytes.count - sent)
        if count < 0 {
          if errno == EINTR { continue }
          if errno == EPIPE { exit(0) }
          Self.error(InputError(path: "standard output", .unwritable(String(cString: strerror(errno)))).description)
          exit(2)
        }
        sent += count
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts the file in place, or flushes standard output.
  /// - Throws: ``InputError`` when the file cannot be written.
  func finish() throws(InputError) {
    guard let path else { return flush() }
    try Files.write(buffer, to: path)
    buffer = []
  }

  /// Writes a line to standard error.
  static func error(_ line: String) {
    let bytes = Array((line.hasSuffix("\n") ? line : line + "\n").utf8)
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(2, buffer.baseAddress! + sent, buffer.count - sent)
        if count < 0 {
          if errno == EINTR { continue }
          return
        }
        sent += count
      }
    }
  }
}
