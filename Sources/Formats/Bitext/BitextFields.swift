import Alignment

/// What several bitext formats write alike.
extension BitextFormat {
  static func list(_ indices: Range<Int>) -> String { indices.map(String.init).joined(separator: ",") }

  /// A bead by its indices: `[0,1]:[0]`.
  static func place(of bead: Bead) -> String { "[\(list(bead.chinese))]:[\(list(bead.english))]" }

  /// A score with four decimals.
  static func score(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let scaled = (value * 10000).rounded()
    guard abs(scaled) < 1e15 else { return "\(value)" }
    let whole = Int(abs(scaled)) / 10000
    let fraction = String(10000 + Int(abs(scaled)) % 10000).dropFirst()
    return (scaled < 0 ? "-" : "") + "\(whole).\(fraction)"
  }

  /// A number with four decimals, so that reports do not differ in the last bit.
  public static func rounded(_ value: Double) -> Double { (value * 10000).rounded() / 10000 }

  /// A text that fits in one cell of a table with tabs: control characters and what ends a line become spaces.
  public static func cell(_ text: String) -> String {
    // Most texts have neither; U+2028 and U+2029 begin with E2.
    if !text.utf8.contains(where: { $0 < 0x20 || $0 == 0xE2 }) { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 || $0 == "\u{2028}" || $0 == "\u{2029}" ? " " : $0 }))
  }
}
