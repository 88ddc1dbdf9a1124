import TextCore

/// Finds sentences that are denied in one language alone.
public struct NegationMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "negation/mismatch",
    summary: "The source says no, and nothing in the translation does.",
    rationale: "A lost “not” turns the meaning round, and the sentence still reads well.",
    remedy: "Compare the two; the denial may be said in another way.",
    severity: .info,
    certainty: "A hint: languages often say the same without “not” (不仅, “fail to”, “unless”).",
    examples: [
      .flagged("⟦He wants to go home.⟧", source: "他不想回家。"),
      .clean("He does not want to go home.", source: "他不想回家。"),
      .clean("He refused to go home.", source: "他不肯回家。"),
      .clean("He is always late.", source: "他不断迟到。"),
    ])

  private static let chinese: [String] = ["不", "没", "未", "無", "无", "非", "勿", "别", "別"]
  /// Words with such a character that deny nothing.
  private static let harmless: [String] = [
    "不仅", "不僅", "不但", "不断", "不斷", "不同", "不少", "不过", "不過", "不久", "不管", "不论", "不論", "不只", "不如", "不止",
    "不光", "不妨", "不已", "不得不", "差不多", "无论", "無論", "非常", "非洲", "未来", "未來", "并非", "不好意思", "不禁", "不乏",
    "别人", "別人", "分别", "分別", "特别", "特別", "性别", "性別", "级别", "級別", "别墅", "告别", "告別", "区别", "區別", "类别", "識別", "识别",
    "没收", "除非", "要不", "是非", "不易", "不幸", "不安", "不满", "不滿", "无线", "無線", "无数", "無數", "不足", "不到", "南非", "不错",
  ]
  private static let english: Set<String> = [
    "not", "no", "never", "none", "nothing", "nobody", "nowhere", "neither", "nor", "without", "cannot", "can't",
    "hardly",
    "barely", "rarely", "seldom", "little", "few", "lack", "lacks", "lacked", "lacking", "fail", "fails", "failed",
    "refuse",
    "refuses", "refused", "deny", "denies", "denied", "avoid", "avoids", "avoided", "prevent", "prevents", "prevented",
    "stop",
    "stopped", "ban", "banned", "unless", "until", "against", "instead", "rather", "but", "too", "less", "least",
    "absent",
    "absence", "reject", "rejected", "rejects", "miss", "missing", "missed", "beyond", "except", "free", "only", "yet",
    "impossible", "unable", "illegal", "wrong", "doubt", "away", "off", "out", "still", "despite", "however", "loss",
    "lost",
    "difficult", "hard", "ignore", "ignored", "regardless", "anything", "any", "instead", "rarely", "cant", "dont",
  ]

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    guard isDenied(pair.chinese.text.view.string) else { return [] }
    let text = pair.english.text
    let isDeniedThere = text.words.contains { word in
      Self.english.contains(word.key) || isNegativeForm(word.key)
        || word.key == "t" && text.byte(at: word.span.start - 2) == 0x6E
    }
    guard !isDeniedThere, let first = text.segments.first, let last = text.segments.last else { return [] }
    return [
      finding(
        pair.target,
        pair.target.side == pair.english.side ? first.span.union(last.span) : TextSpan(0, pair.target.text.utf8.count),
        "the Chinese denies something, the English does not")
    ]
  }

  private func isDenied(_ chinese: String) -> Bool {
    var rest = chinese
    for word in Self.harmless where rest.contains(word) { rest = rest.replacing(word, with: "") }
    return Self.chinese.prefix(4).contains { rest.contains($0) }
  }

  private func isNegativeForm(_ key: String) -> Bool {
    let starts = ["un", "in", "im", "non", "dis", "ir", "il", "mis"]
    return key.hasSuffix("less") || key.utf8.count > 5 && starts.contains { key.hasPrefix($0) }
  }
}
