import Lexicon
import TextCore

/// Finds damage in a text, and undoes what can be undone.
///
/// Damage is judged by what the whole text shows: a table of annotated characters, the pairs of characters it uses. So
/// give it whole documents. Clean text comes back byte for byte, after one quick look at its bytes.
public struct TextRepairer: Sendable {
  /// The readings of a Han character as toned syllables, most common first; empty when unknown.
  public typealias Readings = @Sendable (_ scalar: UInt32) -> [String]
  /// Whether a word, in any case, is in the English word list.
  public typealias WordTest = @Sendable (_ word: String) -> Bool

  private let readings: Readings?
  private let words: WordTable?
  private let pairs: WordPairs

  /// Creates a repairer.
  ///
  /// Without `readings`, annotations are judged by the page alone; without `isEnglishWord`, repairs that need to know
  /// words are left out.
  public init(readings: Readings? = nil, isEnglishWord: WordTest? = nil) {
    self.readings = readings
    words = isEnglishWord.map { isWord in
      WordTable { word in isWord(String(decoding: word, as: UTF8.self)) }
    }
    pairs = WordPairs(lexicon: nil)
  }

  /// Creates a repairer over the installed language data, each of which may be missing.
  public init(readings: HanReadings?, words: EnglishWordList?, lexicon: BilingualLexicon? = nil) {
    self.readings = readings.map { table in { @Sendable (scalar: UInt32) in table.readings(of: scalar) } }
    self.words = words.map { list in WordTable { word in list.contains(word) } }
    pairs = WordPairs(lexicon: lexicon)
  }

  /// The damage in a text: sorted, apart, with offsets in ``MappedText/utf8``.
  ///
  /// Costs what ``repaired(_:)`` costs.
  ///
  /// `memory` makes many short texts quicker; it must be that of this repairer.
  public func edits(in text: MappedText, with memory: WordMemory? = nil) -> [RepairEdit] {
    edits(in: text.utf8, .all, memory)
  }

  /// The damage in valid UTF-8: sorted, apart, with offsets in `utf8`.
  ///
  /// Clean text costs one look at each byte. Damaged text is read some times over; the search for shifted bytes has a
  /// budget that grows with the text, so the whole stays linear. Very long texts are read in blocks of a megabyte, each a
  /// text of its own, so that the memory needed does not grow with them and what is read again is near at hand.
  public func edits(in utf8: [UInt8]) -> [RepairEdit] { edits(in: utf8, .all, nil) }

  private func edits(in utf8: [UInt8], _ scope: Scope, _ memory: WordMemory?) -> [RepairEdit] {
    // A repaired text is read again, and one part after another: nearly all of their words are known by then.
    let memory = memory ?? WordMemory(forBytes: words == nil ? 0 : min(utf8.count, longestBlock))
    if utf8.count <= longestBlock { return editsOfBlock(utf8, scope, memory) }
    var result: [RepairEdit] = []
    var start = 0
    while start < utf8.count {
      let end = blockEnd(from: start, in: utf8)
      for edit in editsOfBlock(Array(utf8[start..<end]), scope, memory) {
        var moved = edit
        moved.span = edit.span.shifted(by: start)
        result.append(moved)
      }
      start = end
    }
    return result
  }

  /// Which damage is looked for.
  private enum Scope {
    case all
    /// What may be repaired without being asked.
    case repairs
  }

  /// How many bytes are read as one text.
  var longestBlock = 1 << 20

  /// The end of the block at `start`: the last line end in it, or the last character where a line is longer.
  private func blockEnd(from start: Int, in utf8: [UInt8]) -> Int {
    let limit = start + longestBlock
    if limit >= utf8.count { return utf8.count }
    if let lineEnd = utf8[(start + longestBlock / 2)..<limit].lastIndex(of: 0x0A) { return lineEnd + 1 }
    var end = limit
    while utf8[end] & 0xC0 == 0x80, end > start + 1 { end -= 1 }
    return end
  }

  /// The edits of a block, those of the `doubted` kinds only proposed.
  ///
  /// Repairs that come to no end are none that we understand: their kinds are doubted, and the block is read again. So a
  /// repaired text has nothing left to repair.
  private func editsOfBlock(
    _ utf8: [UInt8], _ scope: Scope, _ memory: WordMemory, doubting doubted: Set<RepairEdit.Kind> = []
  ) -> [RepairEdit] {
    var current = utf8
    var applied: [RepairEdit] = []
    var open: [RepairEdit] = []
    var last: Set<RepairEdit.Kind> = []
    var survey: WordSurvey?
    for _ in 0..<maximumRounds {
      let round = round(of: current, scope, memory, &survey, doubting: doubted)
      open += EditComposition.original(round.open, after: applied)
      if round.made.isEmpty { return Self.merged(applied, open) }
      last = Set(round.made.map(\.kind))
      applied = EditComposition.composed(applied, then: round.made)
      current = EditComposition.applied(round.made, to: current)
    }
    return editsOfBlock(utf8, scope, memory, doubting: doubted.union(last))
  }

  /// The repairs made, and what is only reported where no repair was made, in order; of two reports on one place the
  /// first.
  private static func merged(_ applied: [RepairEdit], _ open: [RepairEdit]) -> [RepairEdit] {
    var result: [RepairEdit] = []
    var next = 0
    for report in open.sorted(by: { ($0.span, $0.kind.rawValue) < ($1.span, $1.kind.rawValue) }) {
      while next < applied.count, applied[next].span.end <= report.span.start {
        result.append(applied[next])
        next += 1
      }
      let isFree = next == applied.count || applied[next].span.start >= report.span.end
      if isFree, report.span.start >= result.last?.span.end ?? 0 { result.append(report) }
    }
    return result + applied[next...]
  }

  /// The text with every safe repair made, and all damage found in it, the repairs not made among them
  /// (``RepairEdit/isApplied``).
  ///
  /// Repairs of the kinds in `also` are made too where they are only proposed. Repairing a repaired text changes nothing.
  public func repaired(
    _ text: MappedText, also kinds: Set<RepairEdit.Kind> = []
  ) -> (text: MappedText, edits: [RepairEdit]) {
    var edits = edits(in: text)
    for index in edits.indices where kinds.contains(edits[index].kind) && edits[index].isRecoverable {
      edits[index].isSafe = true
    }
    let made = edits.filter(\.isApplied).map { TextEdit(span: $0.span, replacement: $0.replacement) }
    return (text.applying(made), edits)
  }

  /// The text with every safe repair made: that of ``repaired(_:also:)``, without a look at what is only reported.
  public func repairedText(_ text: MappedText) -> MappedText {
    let made = edits(in: text.utf8, .repairs, nil).filter(\.isApplied)
    return text.applying(made.map { TextEdit(span: $0.span, replacement: $0.replacement) })
  }

  /// How many rounds a block gets; the last one finds nothing more to do.
  ///
  /// Damage lies in layers: under a shift there are annotations, under one misreading another. More layers than this have
  /// not been seen.
  var maximumRounds = 12

  /// One run through all mechanisms: the repairs made, and the damage that is only reported, both in offsets of the text
  /// given.
  ///
  /// `survey` is that of the text, where it is known, and becomes that of the repaired one.
  private func round(
    of utf8: [UInt8], _ scope: Scope, _ memory: WordMemory, _ survey: inout WordSurvey?,
    doubting doubted: Set<RepairEdit.Kind>
  ) -> (made: [RepairEdit], open: [RepairEdit]) {
    var context = RepairContext(readings: readings, words: words, pairs: pairs, memory: memory, survey: survey)
    defer { survey = context.survey }
    let signs = signs(in: utf8, &context)
    let mechanisms = Self.mechanisms.filter { mechanism in
      !signs.isDisjoint(with: mechanism.signs) && (scope == .all || !mechanism.onlyReports)
    }
    if mechanisms.isEmpty { return ([], []) }
    context.signs = signs
    var text = DamagedText(utf8)
    var made: [RepairEdit] = []
    var open: [RepairEdit] = []
    for mechanism in mechanisms {
      var edits = mechanism.edits(in: text, context: &context)
      for index in edits.indices where doubted.contains(edits[index].kind) { edits[index].isSafe = false }
      let safe = edits.filter(\.isApplied)
      open += EditComposition.original(edits.filter { !$0.isApplied }, after: made)
      if safe.isEmpty { continue }
      text = DamagedText(EditComposition.applied(safe, to: text.utf8))
      context.updateSurvey(of: text.utf8, after: safe)
      made = EditComposition.composed(made, then: safe)
    }
    return (made, open.sorted { $0.span < $1.span })
  }

  private func signs(in utf8: [UInt8], _ context: inout RepairContext) -> DamageSigns {
    var signs = DamageSigns(in: utf8)
    if !context.survey(of: utf8).isEmpty { signs.insert(.words) }
    return signs
  }

  /// The mechanisms in the order in which they are undone: what was done last comes first.
  static let mechanisms: [any DamageMechanism] = [
    HTMLEntities(), Mojibake(), ChineseAsLatin(), UTF8AsGBK(), PinyinResidue(), GBKShift(), PinyinResidue(),
    StraddlingAnnotation(), LostLigature(), LineHyphen(), InvisibleCharacters(), HTMLRemnants(), LostCharacters(),
    JoinedWords(), LookAlikes(), PrivateUse(), StrayScript(), FullWidth(),
  ]
}

/// A text as mechanisms read it.
final class DamagedText {
  let utf8: [UInt8]
  /// The text as scalars, which take eight times its room: made when they are first asked for.
  private(set) lazy var scalars = ScalarText(utf8)

  init(_ utf8: [UInt8]) { self.utf8 = utf8 }
}

/// One way in which texts get damaged, and the way back.
protocol DamageMechanism: Sendable {
  /// The signs without which this damage cannot be there.
  var signs: DamageSigns { get }
  /// Whether none of its edits is made without being asked for.
  var onlyReports: Bool { get }
  /// The damage found: sorted, without overlap.
  func edits(in text: DamagedText, context: inout RepairContext) -> [RepairEdit]
}

extension DamageMechanism {
  var onlyReports: Bool { false }
}

/// What the mechanisms know beside the text, and learn from it for those that come after.
struct RepairContext {
  let readings: TextRepairer.Readings?
  let words: WordTable?
  let pairs: WordPairs
  private let memory: WordMemory
  /// What the text shows at the beginning of the round.
  var signs: DamageSigns = []
  /// The characters of the text that carry an inserted reading, with the reading.
  var annotated: [UInt32: String] = [:]

  init(
    readings: TextRepairer.Readings?, words: WordTable?, pairs: WordPairs, memory: WordMemory, survey: WordSurvey?
  ) {
    self.readings = readings
    self.words = words
    self.pairs = pairs
    self.memory = memory
    self.survey = survey
  }

  /// What the English words of the current text show; looked at once for all mechanisms.
  mutating func survey(of utf8: [UInt8]) -> WordSurvey {
    if let survey { return survey }
    let made = words.map { WordSurvey(utf8, $0, memory) } ?? WordSurvey()
    survey = made
    return made
  }

  /// The text is now what the edits made of the one before.
  mutating func updateSurvey(of utf8: [UInt8], after edits: [RepairEdit]) {
    guard let words, let old = survey else { return }
    survey = old.updated(to: utf8, after: edits, words, memory)
  }

  /// What the English words of the current text show, where it is known.
  private(set) var survey: WordSurvey?
}
