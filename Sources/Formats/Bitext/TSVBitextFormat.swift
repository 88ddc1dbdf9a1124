import Alignment

extension BitextFormat {
  /// A table with a header: indices of both sides, score, both texts.
  ///
  /// Tabs and line ends inside a text become spaces.
  public static let tsv = BitextFormat(id: "tsv") { report in
    "zhIndices\tenIndices\tscore\tzh\ten\n"
      + report.beads.map { bead in
        let fields = [
          list(bead.chinese), list(bead.english), score(bead.score), cell(report.chineseText(of: bead)),
          cell(report.englishText(of: bead)),
        ]
        return fields.joined(separator: "\t") + "\n"
      }.joined()
  }

  /// A score with four decimals.
  static func score(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let scaled = (value * 10000).rounded()
    guard abs(scaled) < 1e15 else { return "\(value)" }
    let whole = Int(abs(scaled)) / 10000
    let fraction = String(10000 + Int(abs(scaled)) % 10000).dropFirst()
    return (scaled < 0 ? "-" : "") + "\(whole).\(fraction)"
  }

  /// A text that fits in one cell.
  static func cell(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { "\t\n\r\u{2028}\u{2029}".unicodeScalars.contains($0) ? " " : $0 }))
  }
}
