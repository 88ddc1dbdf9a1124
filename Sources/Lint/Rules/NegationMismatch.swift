import Lexicon
import TextCore

/// Finds sentences whose source denies something that the translation does not deny.
public struct NegationMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "negation/mismatch",
    summary: "The source denies something, the translation affirms it.",
    rationale: "A “not” that was lost turns the meaning around, and the sentence still reads well.",
    remedy: "Put the negation in.",
    severity: .warning,
    certainty: """
      Fairly sure: the sentence has 不, 没, 未, 无 or 非 as a word of its own, and the translation has no word that denies, \
      lacks, refuses or doubts; or it has fewer than the Chinese, and what is denied stands without one, or a “do” stands \
      alone. Words such as 不仅 and 非常 deny nothing; 缺乏 \
      says that something is lacking. Needs the dictionary.
      """,
    examples: [
      .flagged("⟦We tolerate violence in the schools of the city.⟧", source: "我们不会容忍城市的学校发生暴力。"),
      .flagged(
        "⟦The teachers study history, music and the old books of the city, although nobody asks for it.⟧",
        source: "老师不学习历史、音乐和城里的旧书，尽管没有人要求。"),
      .flagged("⟦The police did specify the number of people.⟧", source: "警方还未说明人数。"),
      .clean("We do not tolerate violence in the schools of the city.", source: "我们不会容忍城市的学校发生暴力。"),
      .flagged(
        "⟦They did not come to the school on the day, and the teachers of the city sell apples.⟧",
        source: "他们没有来学校，老师不出售苹果。"),
      .clean("The police refused to specify the number of people.", source: "警方还未说明人数。"),
      .clean("The farmers sell apples, and the teachers buy them.", source: "不仅农民出售苹果，而且老师也购买。"),
      .flagged("⟦The school will stop the music.⟧", source: "学校不停止音乐。"),
      .clean("The school will not stop the music.", source: "学校不停止音乐。"),
      .flagged("⟦The school will halt its classes.⟧", source: "学校不会停课。"),
      .flagged("⟦He has often left the city.⟧", source: "他从未离开城市。"),
      .flagged("⟦Touch the plug with wet hands.⟧", source: "切勿用湿手触摸插头。"),
      .flagged("⟦The two sides disclosed the value of the deal.⟧", source: "双方未披露金额。"),
      .flagged("⟦Minors may enter.⟧", source: "未成年人不得入内。"),
      .clean("Please stand clear.", source: "请勿靠近。"),
      .flagged("⟦There is a good basis for the plan.⟧", source: "该计划缺乏依据。"),
      .clean("There is little basis for the plan.", source: "该计划缺乏依据。"),
      .clean("The school is yet to close its gates.", source: "学校还没关门。"),
      .clean("He has never left the city.", source: "他从未离开城市。"),
      .clean("Do not touch the plug with wet hands.", source: "切勿用湿手触摸插头。"),
      .clean("The goods may be returned for any reason.", source: "商品可无理由退货。"),
      .clean("Both sides declined to disclose the value of the deal.", source: "双方未披露金额。"),
      .clean("Is it true that he will come?", source: "他是不是会来？"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    denied(in: pair, context) + lacking(in: pair, context)
  }

  /// What the source says is lacking, where no word of the translation denies or says so: 缺乏依据 and “a good basis”.
  private func lacking(in pair: TextPair, _ context: LintContext) -> [Finding] {
    let (chinese, english) = (pair.chinese.text, pair.english.text)
    guard let word = ["缺乏", "缺少"].first(where: { chinese.hasBytes($0) }) else { return [] }
    let facts = context.facts(of: english)
    return sentences(chinese, english).compactMap { source, target -> Finding? in
      let words = english.words(in: target)
      guard words.count >= 4, chinese.utf8[source.range].firstRange(of: Array(word.utf8)) != nil,
        words.indices.allSatisfy({ index in
          facts[english.words.form(at: index)].denial == .none && !EnglishNegation.isWant(english.words.key(at: index))
            && !EnglishNegation.isContraction(at: index, in: english)
        })
      else { return nil }
      let isEnglish = pair.target.side == pair.english.side
      return finding(
        pair.target, isEnglish ? target : source,
        "the Chinese says that something is lacking (\(word)), the English does not")
    }
  }

  private func denied(in pair: TextPair, _ context: LintContext) -> [Finding] {
    let (chinese, english) = (pair.chinese.text, pair.english.text)
    guard ChineseNegation.mayBe(in: chinese) else { return [] }
    let said = DeniedWords(of: english, context)
    // Cutting the Chinese into words costs most: only where the English denies less than the Chinese may do.
    let doubtful = sentences(chinese, english).filter { source, target in
      english.words(in: target).count >= 3
        && said.count(in: target) < ChineseNegation.countSigns(in: chinese.utf8[source.range])
    }
    guard !doubtful.isEmpty, let lexicon = context.lexicon else { return [] }
    let denials = ChineseNegation.spans(in: chinese, lexicon)
    return doubtful.compactMap { source, target -> Finding? in
      let own = denials.filter { source.contains($0) }
      // 不在乎这个，也不在乎那个 may be denied once.
      let count = Set(own.filter { $0.length > 3 }.map(chinese.string(in:))).count + own.count { $0.length == 3 }
      // A notice of three words must say that something is allowed.
      guard
        english.words(in: target).count >= 4
          || ChineseNegation.forbids(source, in: chinese) && said.allow(in: target)
      else { return nil }
      guard !own.isEmpty, said.affirm(own, count, in: chinese, within: source, target),
        !ChineseNegation.isRhetorical(source, in: chinese)
      else { return nil }
      let isEnglish = pair.target.side == pair.english.side
      // One written like another is named once.
      let denied = own.map(chinese.string(in:)).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      return finding(
        pair.target, isEnglish ? target : source,
        "the Chinese denies something (\(denied.joined(separator: ", "))), the English does not")
    }
  }

  /// The sentences that answer each other where both texts have the same number of them, else the whole texts.
  private func sentences(_ chinese: LintText, _ english: LintText) -> [(TextSpan, TextSpan)] {
    let (source, target) = (chinese.segments.map(\.span), english.segments.map(\.span))
    guard let first = source.first, let last = source.last, let opening = target.first, let end = target.last else {
      return []
    }
    return source.count == target.count ? Array(zip(source, target)) : [(first.union(last), opening.union(end))]
  }
}

extension LintText {
  /// What stands behind each of the spans, in its clause.
  fileprivate func clauses(behind spans: [TextSpan], in stretch: TextSpan) -> [UInt8] {
    spans.flatMap { span -> ArraySlice<UInt8> in
      let end = Clauses.chinese(self).first { $0.contains(span) }?.end ?? stretch.end
      return utf8[span.end..<min(end, stretch.end)]
    }
  }
}

/// The words of an English text that deny, and those that may be denied.
private struct DeniedWords {
  private let text: LintText
  private let context: LintContext
  /// For each word, whether it denies.
  private let denials: [EnglishNegation.Strength]
  private let facts: [WordFacts]

  /// How far before what it denies a word may stand, and how far behind it; one that hardly denies stands nearer.
  private static let (before, behind, near) = (9, 4, 4)
  /// How many Chinese words behind a denial may be what it denies.
  private static let reach = 4

  init(of text: LintText, _ context: LintContext) {
    self.text = text
    self.context = context
    facts = context.facts(of: text)
    denials = text.words.indices.map { [facts] index in
      EnglishNegation.isContraction(at: index, in: text) ? .strong : facts[text.words.form(at: index)].denial
    }
  }

  /// How many words of a sentence deny.
  func count(in sentence: TextSpan) -> Int { text.words(in: sentence).indices.count { denials[$0] == .strong } }

  /// Whether a word of a sentence allows or demands something.
  func allow(in sentence: TextSpan) -> Bool {
    text.words(in: sentence).contains { ["may", "can", "must", "required", "allowed", "welcome"].contains($0.key) }
  }

  /// Whether the English sentence says without a denial what the Chinese one denies.
  ///
  /// It has no word that denies; or fewer of them than the Chinese, and a “do” that stands alone, or what is denied
  /// without a denial near it.
  func affirm(_ own: [TextSpan], _ count: Int, in chinese: LintText, within source: TextSpan, _ target: TextSpan)
    -> Bool
  {
    let words = text.words(in: target).indices
    guard words.contains(where: { denials[$0] != .none }) else { return true }
    let strong = words.count { denials[$0] == .strong }
    if strong >= count { return false }
    if words.contains(where: { EnglishNegation.isLeftAlone(at: $0, in: text, context.words) }) { return true }
    let told = stems(of: own, in: chinese, within: source)
    if strong == 0 {
      let rest = Folding.folded(chinese.clauses(behind: own, in: source)).utf8
      func isElse(_ index: Int) -> Bool { EnglishNegation.isRendering(text.words.key(at: index), of: rest) }
      if words.allSatisfy({ denials[$0] == .none || isElse($0) }) { return true }
    }
    // “Stop” denies nothing where it renders 停产; “yet” may, though 还 says it too.
    func denies(_ index: Int) -> Bool {
      guard denials[index] == .weak else { return denials[index] == .strong }
      let facts = facts[text.words.form(at: index)]
      return EnglishNegation.isSmall(text.words.key(at: index)) || !(facts.stem.map(told.contains) ?? false)
    }
    // “Richer than”; “less than” hedges.
    func isContrast(_ index: Int) -> Bool {
      text.words.key(at: index) == "than" && !["less", "more"].contains(index > 0 ? text.words.key(at: index - 1) : "")
    }
    return own.contains { denial in
      guard let place = place(ofWordBehind: denial, in: chinese, within: source, words) else { return false }
      let wide = max(words.lowerBound, place - Self.before)..<min(words.upperBound, place + Self.behind + 1)
      let close = max(words.lowerBound, place - Self.near)..<min(words.upperBound, place + Self.near + 1)
      return !wide.contains { denials[$0] == .strong || isContrast($0) } && !close.contains(where: denies)
    }
  }

  /// What the words of a Chinese sentence mean that are not those that deny.
  private func stems(of denials: [TextSpan], in chinese: LintText, within source: TextSpan)
    -> Set<BilingualLexicon.StemID>
  {
    var result: Set<BilingualLexicon.StemID> = []
    for word in context.chineseWords(of: chinese)
    where source.contains(word.span) && !LintText.touches(denials, word.span) {
      context.lexicon?.forEachSense(of: word.entry) { stem, _ in result.insert(stem) }
    }
    return result
  }

  /// Where the English has the first of the Chinese words behind a denial, in its clause, that it has once.
  private func place(
    ofWordBehind denial: TextSpan, in chinese: LintText, within source: TextSpan, _ words: Range<Int>
  ) -> Int? {
    guard let lexicon = context.lexicon else { return nil }
    var end = denial.end
    for word in context.chineseWords(of: chinese).lazy.filter({ $0.span.start >= denial.end }).prefix(Self.reach) {
      // A mark in between ends the clause.
      if word.span.start > end || word.span.end > source.end { return nil }
      end = word.span.end
      if word.span.length < 6 { continue }
      var senses: Set<BilingualLexicon.StemID> = []
      lexicon.forEachSense(of: word.entry) { stem, weight in if weight >= 0.5 { senses.insert(stem) } }
      let said = words.filter { index in
        text.words.span(at: index).length > 2 && facts[text.words.form(at: index)].stem.map(senses.contains) ?? false
      }
      if said.count == 1 { return said[0] }
    }
    return nil
  }
}
