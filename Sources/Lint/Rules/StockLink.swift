import TextCore

/// Finds what a stock site left behind a company's name: `(600831, stock bar)`.
public struct StockLink: TextRule {
  public static let metadata = RuleMetadata(
    id: "residue/stock-link",
    summary: "A stock number in brackets, with the words of a link to a forum about the stock.",
    rationale: """
      Chinese finance sites put a link (股吧, literally “stock bar”) behind every company and every word that happens to \
      be a share's name. Copied text keeps the number and the words of the link.
      """,
    remedy: "Delete it. With --fix it goes together with the space before it.",
    severity: .error,
    certainty: "Very sure: six digits and the words of the link stand in one pair of brackets.",
    examples: [
      .flagged(
        "The Gansu radio and television network⟦ (600831, stock bar)⟧ has talked with the group.",
        corrected: "The Gansu radio and television network has talked with the group."),
      .flagged("Sales at Kweichow Moutai⟦(600519, Guba)⟧ rose.", corrected: "Sales at Kweichow Moutai rose."),
      .clean("Kweichow Moutai (600519.SH) rose 2 percent."),
      .clean("The village (population 600831) opened a bar."),
      .clean("The stock bar (600 bottles) is open."),
    ])

  public static let languages: [Language] = [.english, .chinese]
  private static let labels = ["stock bar", "stock it", "shares it", "stock forum", "guba", "stock", "股吧"]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    var result: [Finding] = []
    var last = 0
    for index in text.marks.brackets where index >= last {
      guard let end = end(ofLinkAt: index, in: text) else { continue }
      let start = index > 0 && text.utf8[index - 1] == 0x20 ? index - 1 : index
      let words = text.string(in: TextSpan(index, end))
      result.append(
        finding(
          place, TextSpan(start, end), "“\(words)” is left over from a link of a stock site: delete it",
          suggestions: [""], isSafe: true))
      last = end
    }
    return result
  }

  /// The end of the brackets that open at `index`, when they hold a stock link.
  private func end(ofLinkAt index: Int, in text: LintText) -> Int? {
    guard let open = bracket(0x28, 0xFF08, at: index, in: text) else { return nil }
    let code = text.digits(from: open)
    guard code.length == 6 else { return nil }
    var position = code.end
    if text.byte(at: position) == 0x2E {  // .SH, .SZ
      position += 1
      while Characters.isLetter(text.byte(at: position)) { position += 1 }
    }
    guard let comma = comma(at: position, in: text) else { return nil }
    position = comma
    guard
      let label = Self.labels.first(where: { text.hasASCII($0, at: position) || hasBytes($0, at: position, in: text) })
    else { return nil }
    return bracket(0x29, 0xFF09, at: position + label.utf8.count, in: text)
  }

  private func hasBytes(_ string: String, at index: Int, in text: LintText) -> Bool {
    text.utf8[min(index, text.utf8.count)...].starts(with: string.utf8)
  }

  private func bracket(_ narrow: UInt32, _ wide: UInt32, at index: Int, in text: LintText) -> Int? {
    guard let scalar = text.scalar(at: index) else { return nil }
    return scalar == narrow ? index + 1 : scalar == wide ? index + 3 : nil
  }

  /// The place behind a comma and the spaces around it.
  private func comma(at index: Int, in text: LintText) -> Int? {
    guard let scalar = text.scalar(at: index) else { return nil }
    var position = index
    switch scalar {
    case 0x2C: position += 1
    case 0xFF0C, 0x3001: position += 3
    default: return nil
    }
    while text.byte(at: position) == 0x20 { position += 1 }
    return position
  }
}
