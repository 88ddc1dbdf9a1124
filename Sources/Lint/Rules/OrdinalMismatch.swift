import Quantities
import TextCore

/// Finds a plain number in the translation where the source counts in order: 第九场 and `the nine match`.
public struct OrdinalMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "number/ordinal-mismatch",
    summary: "The source counts in order, the translation has a plain number.",
    rationale: """
      Chinese puts 第 or 首 before a number, or nothing at all; the translation that passes over it says “the nine \
      match” for 第九场 and “for the one time” for 首次.
      """,
    remedy: "Write the ordinal: “the ninth match”, “for the first time”.",
    severity: .warning,
    certainty:
      "Sure: the source has the ordinal, the translation has it nowhere, and its number stands before a singular.",
    examples: [
      .flagged("On Sunday he faces the champion in the ⟦nine⟧ match.", source: "周日他在第九场比赛中迎战冠军。"),
      .flagged("It is not the ⟦one⟧ time he was charged.", source: "这不是他第一次受到指控。"),
      .flagged("The pattern went on in the ⟦two⟧ half.", source: "这种格局持续到下半场。"),
      .clean("On Sunday he faces the champion in the ninth match.", source: "周日他在第九场比赛中迎战冠军。"),
      .clean("He is the one who won the first match.", source: "他是赢得第一场比赛的人。"),
      .clean("The nine matches ended on the third day.", source: "九场比赛在第三天结束。"),
      .clean("She is the one they want.", source: "他们首先要的是她。"),
    ])

  private static let ordinals = EnglishOrdinals.ordinals
  private static let cardinals = EnglishOrdinals.cardinals
  /// Words behind “the one” with which it stands for a thing or a person.
  private static let notNouns: Set<String> = [
    "who", "that", "which", "whom", "whose", "i", "you", "he", "she", "it", "we", "they", "in", "on", "at", "to",
    "with",
    "for", "from", "and", "or", "but", "is", "was", "are", "were", "has", "had", "thing", "place", "exception",
    "person",
    "man", "woman", "day", "hand", "true", "and", "at", "being", "by", "as", "single", "million", "billion", "hundred",
    "thousand", "percent", "per", "remaining", "another", "other", "main", "major", "key",
  ]

  public init() {}

  static func isCardinal(_ form: WordForm) -> Bool { cardinals.contains(form.text) }

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let text = pair.english.text
    let numbers = text.words.indices(of: .cardinal)
    if numbers.isEmpty { return [] }
    let counted = Self.ordinals(of: pair.chinese.text)
    if counted.isEmpty { return [] }
    return numbers.compactMap { index -> Finding? in
      guard let number = Self.cardinals.firstIndex(of: text.words[index].text), counted.contains(number + 1),
        isBeforeSingular(index, in: text), !hasOrdinal(number + 1, in: text)
      else { return nil }
      let (right, written) = (Self.ordinals[number], text.words[index].text)
      return finding(
        pair.english, text.words.span(at: index),
        "the Chinese counts in order, the English says “\(written)”: write “\(right)”", suggestions: [right])
    }
  }

  /// The places in a row that a Chinese text names.
  private static func ordinals(of text: LintText) -> Set<Int> {
    var result: Set<Int> = []
    for quantity in text.mentions.compactMap(\.quantity) where quantity.unit == .ordinal {
      if let value = Int(exactly: quantity.lower), quantity.lower == quantity.upper { result.insert(value) }
    }
    let signs: [(value: Int, words: [String])] = [
      (1, ["首次", "首个", "首個", "首位", "首例", "首届", "首屆", "首场", "首場", "首轮", "首輪", "首度", "首家", "首批", "初次", "上半", "第一"]),
      (2, ["下半", "其次", "第二"]),
    ]
    for (value, words) in signs where words.contains(where: { text.hasBytes($0) }) { result.insert(value) }
    return result
  }

  /// Whether a number stands behind “the” or the like and before a noun in the singular.
  private func isBeforeSingular(_ index: Int, in text: LintText) -> Bool {
    guard text.isOneSpace(after: index - 1), text.isOneSpace(after: index) else { return false }
    let (before, next) = (text.words[index - 1].key, text.words[index + 1])
    let isOne = text.words[index].text == "one"
    guard before == "the" || !isOne && ["his", "her", "its", "their", "our", "my", "your"].contains(before) else {
      return false
    }
    guard next.form.isLower, !Self.notNouns.contains(next.key) else { return false }
    if next.key == "of" { return isOne && text.keys(after: index + 1, count: 2) == ["its", "kind"] }
    return next.key.utf8.count > 2 && (!next.key.hasSuffix("s") || next.key.hasSuffix("ss"))
      && !["people", "men", "women", "children", "police", "million", "billion"].contains(next.key)
  }

  /// Whether the text has the ordinal in words or figures.
  private func hasOrdinal(_ number: Int, in text: LintText) -> Bool {
    if text.words.forms.contains(where: { $0.key == Self.ordinals[number - 1] }) { return true }
    return text.mentions.contains { mention in
      guard let quantity = mention.quantity, quantity.unit == .ordinal else { return false }
      return quantity.lower <= Double(number) && Double(number) <= quantity.upper
    }
  }
}
