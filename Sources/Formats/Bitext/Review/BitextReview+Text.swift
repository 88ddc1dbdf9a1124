import Alignment

extension BitextReview {
  /// The formats of a review: for the terminal, as a table, as a page.
  public static let formats = ["text", "tsv", "html"]

  /// The review for people at a terminal: both sides, between what they stand, and why to look.
  public func terminalText(usesColor: Bool) -> String {
    let style = TerminalStyle(usesColor: usesColor)
    var result = ""
    for (index, item) in items.enumerated() {
      result += style.bold("\(index + 1)  \(item.reason)") + "\n"
      for (name, side) in [("zh", item.chinese), ("en", item.english)] {
        result += style.dim("  \(name)  \(side.path):\(side.line)") + "\n"
        if !side.before.isEmpty { result += style.dim("      … \(Self.end(of: side.before))") + "\n" }
        result += "      " + (side.text.isEmpty ? style.dim("(nothing)") : style.yellow(side.text)) + "\n"
        if !side.after.isEmpty { result += style.dim("      \(Self.beginning(of: side.after)) …") + "\n" }
      }
      result += "\n"
    }
    return result + style.dim("\(items.count) of \(beadCount) beads, the weakest first") + "\n"
  }

  /// The review as a table with a header.
  public var tsv: String {
    "rank\tconfidence\tscore\treason\tzhPlace\tenPlace\tzh\ten\n"
      + items.enumerated().map { index, item in
        [
          "\(index + 1)", BitextFormat.score(item.bead.confidence), BitextFormat.score(item.bead.score), item.reason,
          "\(item.chinese.path):\(item.chinese.line)", "\(item.english.path):\(item.english.line)", item.chinese.text,
          item.english.text,
        ].map(BitextFormat.cell).joined(separator: "\t") + "\n"
      }.joined()
  }

  /// The end of what stands before.
  private static func end(of text: String) -> String { String(text.suffix(contextLength)) }
  /// The beginning of what stands behind.
  private static func beginning(of text: String) -> String { String(text.prefix(contextLength)) }
  /// In characters.
  private static let contextLength = 40
}

extension BitextReview.Item {
  /// Why to look at the bead, in words.
  var reason: String {
    let told = doubts.isEmpty ? [BeadDoubt.unsureBounds(strength)] : doubts
    return told.map(\.explanation).joined(separator: ", ")
  }
}
