import Glibc

/// How far a long piece of work is, on one line of the terminal; nothing where standard error is none.
final class ProgressMeter {
  private let what: String
  private let isShown = isatty(2) != 0
  private var isOnScreen = false

  /// Creates a meter of things that are called `what`.
  init(what: String) { self.what = what }

  func show(done: Int, of total: Int) {
    guard isShown else { return }
    write("\r\u{1B}[K\(done) of \(total) \(what)")
    isOnScreen = true
  }

  /// Takes the line off the screen.
  func clear() {
    if isOnScreen { write("\r\u{1B}[K") }
    isOnScreen = false
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
  }
}
