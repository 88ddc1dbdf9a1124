import TextCore

/// Finds duties and rights that the translation of a contract gives to the other party.
public struct PartyMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "name/party-mismatch",
    summary: "What one party of a contract shall or may do is said of the other.",
    rationale: "甲方 and 乙方 stand in every sentence of a contract, and “Party B shall pay” reads as well as “Party A”.",
    remedy: "Write the party of the source.",
    severity: .error,
    certainty: """
      Sure: one party alone has duties or rights in the source, and another one alone in the translation, which is not \
      in the passive; or each text names one party, and not the same.
      """,
    examples: [
      .flagged("⟦Party B⟧ shall make an advance payment to Party A.", source: "甲方应向乙方支付预付款。"),
      .flagged(
        "⟦Party A⟧ shall not assign this contract without the consent of Party B.", source: "未经甲方同意，乙方不得转让本合同。"),
      .flagged("⟦Party B⟧ is entitled to terminate the contract.", source: "甲方有权解除合同。"),
      .clean("Party A shall make an advance payment to Party B.", source: "甲方应向乙方支付预付款。"),
      .clean("Party B shall be paid by Party A.", source: "甲方应向乙方付款。"),
      .clean("Party B shall receive an advance from Party A.", source: "甲方应向乙方支付预付款。"),
      .clean("Party A shall pay, and Party B shall give a receipt.", source: "甲方应付款，乙方应开具收据。"),
      .clean("The party B went to was dull.", source: "他去的聚会很无聊。"),
    ])

  private static let signs: [(chinese: [UInt8], letter: UInt8)] = [
    (Array("甲方".utf8), 0x41), (Array("乙方".utf8), 0x42), (Array("丙方".utf8), 0x43),
  ]
  /// What follows a Chinese party that is bound to do something or has a right.
  private static let duties = ["应", "應", "须", "須", "必须", "不得", "有权", "有權", "可", "需", "负责", "承担", "保证", "承诺", "将"]
    .map { Array($0.utf8) }
  private static let modals: Set<String> = [
    "shall", "must", "may", "will", "should", "undertakes", "warrants", "agrees",
  ]
  /// Verbs behind “shall” with which the other party does something.
  private static let receiving: Set<String> = ["be", "receive", "have", "obtain", "get"]

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let ours = Self.parties(of: pair.english.text)
    guard !ours.isEmpty else { return [] }
    let theirs = Self.parties(ofChinese: pair.chinese.text.utf8)
    let (named, written) = (Set(theirs.map(\.letter)), Set(ours.map(\.letter)))
    guard !named.isEmpty, let wrong = Self.wrong(ours, theirs, named, written) else { return [] }
    let chinese = theirs.first { $0.isBound } ?? theirs[0]
    let isEnglish = pair.target.side == pair.english.side
    return [
      finding(
        pair.target, isEnglish ? wrong.span : chinese.span,
        "the Chinese says \(pair.chinese.text.string(in: chinese.span)), the English "
          + "“\(pair.english.text.string(in: wrong.span))”")
    ]
  }

  /// A party that a text names.
  private struct Party {
    let letter: UInt8
    let span: TextSpan
    /// Whether it has a duty or a right there.
    let isBound: Bool
  }

  /// The party of the English that stands in the place of another.
  private static func wrong(_ ours: [Party], _ theirs: [Party], _ named: Set<UInt8>, _ written: Set<UInt8>) -> Party? {
    if named.count == 1, written.count == 1 { return named == written ? nil : ours[0] }
    let (bound, others) = (Set(theirs.filter(\.isBound).map(\.letter)), ours.filter(\.isBound))
    guard bound.count == 1, Set(others.map(\.letter)).count == 1, let first = others.first,
      !bound.contains(first.letter)
    else { return nil }
    return first
  }

  private static func parties(ofChinese utf8: [UInt8]) -> [Party] {
    var result: [Party] = []
    var index = 0
    while index + 6 <= utf8.count {
      guard let sign = signs.first(where: { utf8[index...].starts(with: $0.chinese) }) else {
        index += 1
        continue
      }
      let rest = utf8[(index + 6)...]
      result.append(
        Party(
          letter: sign.letter, span: TextSpan(index, index + 6),
          isBound: duties.contains { rest.starts(with: $0) }))
      index += 6
    }
    return result
  }

  private static func parties(of text: LintText) -> [Party] {
    let words = text.words
    return words.indices(where: { $0.isCapitalized && $0.key == "party" }).compactMap { index in
      guard text.isOneSpace(after: index), words.span(at: index + 1).length == 1 else { return nil }
      let letter = text.byte(at: words.span(at: index + 1).start)
      guard signs.contains(where: { $0.letter == letter }) else { return nil }
      let next = text.keys(after: index + 1, count: 3)
      let isModal = next.first.map(modals.contains) ?? false
      let verb = next.dropFirst().first { $0 != "not" }
      let isBound = isModal && !(verb.map(receiving.contains) ?? true) || next.starts(with: ["is", "entitled"])
      return Party(letter: letter, span: words.span(at: index).union(words.span(at: index + 1)), isBound: isBound)
    }
  }
}
