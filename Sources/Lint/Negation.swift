import Lexicon
import TextCore

/// Words of Chinese that deny.
enum ChineseNegation {
  /// Whether a text may deny something: asked before ``spans(in:_:)``, which costs more.
  static func mayBe(in text: LintText) -> Bool { hasSign(text.utf8) }

  /// The words of a text that deny something, in order.
  ///
  /// A sign such as 不 counts where it is a word of its own or a part of a denying one, not in 不仅 and not in 是不是.
  static func spans(in text: LintText, _ lexicon: BilingualLexicon) -> [TextSpan] {
    let (folded, map) = Folding.folded(text.utf8)
    let denials = lexicon.words(in: folded).compactMap { word -> TextSpan? in
      guard hasSign(folded[word.range]) else { return nil }
      let isDenial = words.contains(String(decoding: folded[word.range], as: UTF8.self))
      guard isDenial || isCutAmiss(word.range, in: folded, lexicon) else { return nil }
      let range = isDenial ? word.range : word.range.lowerBound..<word.range.lowerBound + 3
      if isBound(range, in: folded) || isPartOfPhrase(range, in: folded) { return nil }
      let span = map.sourceSpan(of: TextSpan(range))
      return isChoice(span, in: text) || isAnswer(span, in: text) ? nil : span
    }
    // 不无 affirms.
    return denials.enumerated().filter { index, span in
      !(index > 0 && denials[index - 1].end == span.start)
        && !(index + 1 < denials.count && denials[index + 1].start == span.end)
    }.map(\.element)
  }

  /// Whether a 不 begins a bound, which English need not deny: 不超过 is “at most”.
  private static func isBound(_ word: Range<Int>, in folded: [UInt8]) -> Bool {
    word.count == 3 && word.upperBound + 6 <= folded.count
      && bounds.contains(String(decoding: folded[word.upperBound..<word.upperBound + 6], as: UTF8.self))
  }

  private static let bounds: Set<String> = [
    "超过", "低于", "高于", "少于", "多于", "大于", "小于", "迟于", "晚于", "早于", "亚于", "逊于", "短于", "长于", "超逾",
  ]

  /// Whether a 不 or 无 begins what English need not deny: 无理由 is “for any reason”, 不同 “various”, 不远 “near”.
  private static func isPartOfPhrase(_ word: Range<Int>, in folded: [UInt8]) -> Bool {
    guard word.count == 3 else { return false }
    let rest = folded[word.upperBound...]
    if rest.starts(with: "同".utf8) { return !rest.starts(with: "同意".utf8) }
    return ["理由", "论", "远", "小心", "寻常"].contains { rest.starts(with: $0.utf8) }
  }

  /// Whether a word such as 不适 was cut from a denial: 不适合 is 不 and 适合.
  private static func isCutAmiss(_ word: Range<Int>, in folded: [UInt8], _ lexicon: BilingualLexicon) -> Bool {
    guard word.count == 6, folded[word].starts(with: "不".utf8), word.upperBound + 3 <= folded.count,
      !adverbs.contains(String(decoding: folded[word], as: UTF8.self))
    else { return false }
    return lexicon.entry(ofFolded: folded[word.lowerBound + 3..<word.upperBound + 3]) != nil
  }

  /// Words that deny nothing and are cut right: 不久 in 不久之后.
  private static let adverbs: Set<String> = [
    "不久", "不断", "不少", "不论", "不管", "不过", "不仅", "不但", "不光", "不只", "不停", "不时", "不愧", "不禁", "不免", "不妨",
  ]

  /// Whether a sentence forbids, or takes back a duty, so that a short “may” or “required” is enough to contradict it.
  static func forbids(_ sentence: TextSpan, in text: LintText) -> Bool {
    let folded = Folding.folded(Array(text.utf8[sentence.range])).utf8
    return forbidding.contains { folded.firstRange(of: $0) != nil }
  }

  private static let forbidding = ["不得", "勿", "不准", "不许", "无须", "无需", "不必", "不可", "不能"].map { Array($0.utf8) }

  /// Whether a sentence asks what it knows: 难道, 岂, or a question with 吗.
  static func isRhetorical(_ sentence: TextSpan, in text: LintText) -> Bool {
    let bytes = text.utf8[sentence.range]
    return bytes.indices.contains { index in
      bytes[index] >= 0xE4 && questions.contains { bytes[index...].starts(with: $0) }
    }
  }

  private static let questions = ["难道", "難道", "岂", "豈", "吗", "嗎", "何不"].map { Array($0.utf8) }

  /// 会不会: the same character on both sides.
  private static func isChoice(_ span: TextSpan, in text: LintText) -> Bool {
    guard let before = text.scalar(before: span.start) else { return false }
    let end = span.start + 3
    return text.scalar(at: end) == before && before.isHan
  }

  /// Whether a 不 is an answer by itself, with a comma behind it, or a 没有 asks at the end of its sentence (明白了没有).
  private static func isAnswer(_ span: TextSpan, in text: LintText) -> Bool {
    if text.scalar(before: span.start) == 0x4E86, ["没", "没有", "沒", "沒有"].contains(text.string(in: span)) {  // 了
      let end = text.scalar(at: span.end) == 0x6709 ? span.end + 3 : span.end  // 有
      return !(text.scalar(at: end)?.isHan ?? false)
    }
    guard span.length == 3, let next = text.scalar(at: span.end) else { return span.length == 3 }
    return !next.isHan
  }

  /// Whether a text has a character that denying words are written with.
  private static func hasSign(_ utf8: some Collection<UInt8>) -> Bool {
    utf8.withContiguousStorageIfAvailable { bytes in bytes.indices.contains { isSign(bytes, at: $0) } } ?? true
  }

  /// How many characters of a text denying words are written with: no more words deny.
  static func countSigns(in utf8: ArraySlice<UInt8>) -> Int {
    utf8.withUnsafeBufferPointer { bytes in bytes.indices.count { isSign(bytes, at: $0) } }
  }

  private static func isSign(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard bytes[index] >= 0xE4, index + 2 < bytes.count else { return false }
    return switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE4, 0xB8, 0x8D), (0xE6, 0xB2, 0xA1), (0xE6, 0xB2, 0x92): true  // 不 没 沒
    case (0xE6, 0x9C, 0xAA), (0xE6, 0x97, 0xA0), (0xE7, 0x84, 0xA1): true  // 未 无 無
    case (0xE9, 0x9D, 0x9E): true  // 非
    case (0xE5, 0x8B, 0xBF): true  // 勿
    default: false
    }
  }

  /// Denying words, folded.
  private static let words: Set<String> = Set(
    """
    不 没 没有 未 未能 未曾 从未 从不 从没 无法 不会 不能 不可 不可能 不是 不要 不想 不愿 不愿意 不再 不准 不许 不用 不必 不需 不需要 并不 并非 并未
    并没有 绝不 决不 毫不 毫无 不得 不够 无需 无须 毋须 不宜 不在乎 不知道 不知 不行 不该 不应 不应该 不敢 不曾 不予 不容 不可以 不让 不肯 不了 无 不在 不太 尚未 没法 没人
    没什么 勿 切勿 请勿 尚无 并无 绝无 从无 尚不 从来没有 从来不 并不是 不应当 不允许 不对 不同意 不像 不见 不清楚 不喜欢 不存在 不受
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}

/// Words of English that deny, or say that something is lacking, hard or over.
enum EnglishNegation {
  /// What a word has to do with a denial.
  enum Strength: Sendable {
    case none
    /// It may stand for a denial of the other language: “hard”, “far”, “instead”.
    case weak
    /// It denies.
    case strong
  }

  /// What a word in lower case has to do with a denial.
  static func strength(of word: String, words list: EnglishWordList?) -> Strength {
    if strong.contains(word) { return .strong }
    if weak.contains(word) || word.hasPrefix("noo") { return .weak }
    if ["lessly", "lessness"].contains(where: { word.hasSuffix($0) }) { return .strong }
    if word.hasSuffix("less"), word.utf8.count > 5, !isHarmless(word) { return .strong }
    if word.utf8.count == 5, word.hasPrefix("un"), let list, list.contains(word.dropFirst(2)), !harmless.contains(word)
    {
      return .strong  // unfit
    }
    guard word.utf8.count > 5 else { return .none }
    if ["un", "dis", "non", "mis"].contains(where: { word.hasPrefix($0) }) {
      return isHarmless(word) ? .none : .strong
    }
    guard ["in", "im", "ir", "il"].contains(where: { word.hasPrefix($0) }), let list else { return .none }
    return !isHarmless(word) && list.contains(word.dropFirst(2)) && adjectives.contains { word.hasSuffix($0) }
      ? .strong : .none
  }

  /// Whether a word in lower case that denies turns around what it stands with: “not”, “refuse”, “unlikely”; “disappointed”
  /// only says that somebody is.
  static func turns(_ word: String) -> Bool {
    turning.contains(word) || !["un", "dis", "non", "mis", "in", "im", "ir", "il"].contains { word.hasPrefix($0) }
  }

  private static let turning = list("unless unlikely unable unwilling impossible inability incapable instead")

  /// Whether the word is the t of “don't”.
  static func isContraction(at index: Int, in text: LintText) -> Bool {
    let words = text.words
    guard words.span(at: index).length == 1, words.key(at: index) == "t", index > 0 else { return false }
    return words.key(at: index - 1).hasSuffix("n") && words.span(at: index).start - words.span(at: index - 1).end <= 3
  }

  /// Whether the word is a “do” that a lost “not” leaves behind: `if you do make`, `the police did specify`, `she did,`.
  ///
  /// Affirming sentences hardly have it: they ask with it, or it is the verb itself.
  static func isLeftAlone(at index: Int, in text: LintText, _ list: EnglishWordList?) -> Bool {
    guard ["do", "does", "did"].contains(text.words[index].key), index > 0, text.isOneSpace(after: index - 1) else {
      return false
    }
    let before = text.words[index - 1].key
    if askers.contains(before) { return false }
    guard text.isOneSpace(after: index) else {
      return subjects.contains(before) && text.byte(at: text.words.span(at: index).end) == 0x2C
    }
    let next = text.words[index + 1]
    guard next.form.isLower, next.key.utf8.count > 2, !objects.contains(next.key), let list else { return false }
    let stem = next.key.hasSuffix("e") ? String(next.key.dropLast()) : next.key
    return next.key == "have" || list.contains(stem + "ing") || list.contains(stem + String(stem.suffix(1)) + "ing")
  }

  /// Whether a word in lower case says that something is lacking: “scarce”, “needs”.
  static func isWant(_ word: String) -> Bool { wants.contains { word.hasPrefix($0) } }

  private static let wants = [
    "scarc", "short", "need", "want", "defici", "poor", "thin", "weak", "gap", "depriv", "starv", "void", "devoid",
    "scant", "dearth", "spars", "absen", "lean", "meagre", "meager", "hung", "green", "amateur", "novice", "under",
    "insuffic", "inadequa", "inexper", "drought", "vacuum", "hole", "bereft", "low", "mal",
  ]

  /// Whether a word that hardly denies renders something else in a folded Chinese text: “stop” a 停, “left” a 离.
  static func isRendering(_ word: String, of folded: [UInt8]) -> Bool {
    renderings[word]?.contains { folded.firstRange(of: $0) != nil } ?? false
  }

  /// The Chinese characters that words which hardly deny may render.
  private static let renderings: [String: [[UInt8]]] = {
    var table: [String: [[UInt8]]] = [:]
    for (words, characters) in [
      ("stop stopped stops stopping halt halted cease ceased quit", "停止"),
      ("close closed shut block blocked", "关闭封堵"), ("lose losing lost loss", "失丢输亏损"),
      ("leave left leaving", "离走留剩左出遗"), ("ban banned bans", "禁"), ("oppose opposed opposes opposition", "反"),
      ("against", "对反抗防"), ("drop dropped decline declines declined declining", "降跌落下减滑"),
      ("cancel canceled cancelled", "消"), ("hide hides hid hidden secret", "藏隐秘"), ("anything", "任"),
      ("keep kept", "保持"), ("away", "离走开"), ("last", "后末去上昨持续"), ("free", "自免放"), ("dead", "死亡遇"),
      ("held", "举召持"), ("minor", "小轻"), ("remain remains remained", "仍留剩保还"), ("problem problems", "题"),
      ("challenge challenging", "挑战"),
    ] {
      for word in words.split(separator: " ") { table[String(word)] = characters.map { Array(String($0).utf8) } }
    }
    return table
  }()

  /// Whether a word that hardly denies is too common to tell by it which Chinese word it renders.
  static func isSmall(_ word: String) -> Bool { small.contains(word) }

  private static let small = list(
    "yet too than until before except beyond against least less fewer away out far last ill")

  private static func list(_ words: String) -> Set<String> {
    Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  private static let subjects = list("i you he she it we they who that which")
  /// Words behind which “do” asks.
  private static let askers = list("what how why when where who whom which so and or neither nor not only to")
  /// What one does.
  private static let objects = list(
    """
    it that this these those the what something anything everything nothing things well more much better best good harm
    not all any some his her our their your its business work homework exercise exercises so for with and but both
    enough too less little away nothing justice damage wonders anyone you they she one
    """)
  private static let adjectives = [
    "able", "ible", "ent", "ant", "ate", "al", "ive", "ous", "ity", "ence", "ance", "ect", "ete", "ure",
    "ency", "ancy", "acy", "ably", "ibly", "ently", "antly", "ately", "ally", "ively", "ously", "etely",
  ]
  /// Whether a word only begins or ends like one that denies.
  private static func isHarmless(_ word: String) -> Bool {
    harmless.contains(word) || harmlessStems.contains { word.hasPrefix($0) }
  }

  private static let harmless = list(
    """
    under uncle uncles undergone underneath disc discs disk disks missal missive mister nonetheless nevertheless
    wireless immediate immediately intent intents inmate inmates indent investment investments instance instances
    immigrant immigrants implant implants incorporate informative
    """)
  /// What words begin with that look as if they began with a denial.
  private static let harmlessStems = [
    "undergo", "undergr", "underli", "underly", "underpin", "undersc", "underst", "undertak", "undertook", "underwa",
    "underwe", "unit", "unio", "uniq", "unif", "univers", "unilater", "unanim", "unveil", "unfold", "unleash",
    "unearth", "discuss", "distan", "distribut", "distric", "display", "discover", "disclos", "distinct",
    "distinguish", "dispatch", "discount", "diseas", "discern", "discipl", "dispens", "dissert", "distil", "mission",
    "missil",
  ]
  private static let strong = list(
    """
    not no never none nothing nobody nowhere neither nor without cannot hardly barely rarely seldom scarcely lack lacks
    lacked lacking fail fails failed failing failure failures refuse refuses refused refusing refusal deny denies denied
    denying denial avoid avoids avoided avoiding prevent prevents prevented preventing unless impossible unable illegal
    reject rejected rejects ain nil inability incomplete invalid independent absence absent forbid forbids forbade
    forbidden prohibited prohibit instead rather few little
    anonymous anonymity anonymously wonder wonders wondered wondering
    """)
  private static let weak = list(
    """
    fewer stop stopped stops stopping ban banned bans until against than too less least miss missed beyond except free
    only yet wrong doubt doubts despite loss lost losing lose difficult difficulty hard ignore ignores ignored
    regardless anything zero before remain remains remained different bad worst worse worried minor mere drop dropped
    quit halt halted cease ceased block blocked closed shut oppose opposed opposes opposition overlook overlooked
    limited exclude excluded excluding leave left empty blind deaf skip skipped shortage struggle struggled struggling
    secret forget forgot forgotten hate hated hates nope nah lest minus nix outside trouble troubles troubled problem
    problems challenge challenging reluctance reluctant reluctantly resist resists resisted resisting inexorable
    shrinking allay
    away far last out ill rested held content easy keep kept spare spared stranger idle break broke reckless dead
    cancel canceled cancelled abandon abandoned hide hides hid hidden short low decline declines declined declining
    opposite reverse contrary refrain refrains refrained refraining suspend suspends suspended suspending suspicious
    suspicion sceptical skeptical premature prematurely maintain maintains maintained maintaining otherwise
    restrict restricts restricted restriction restrictions leftover leftovers
    """)
}
