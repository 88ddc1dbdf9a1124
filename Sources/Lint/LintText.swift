import Quantities
import Repair
import TextCore

/// One text as the rules see it: repaired, cut into segments and words, with the way back to the file.
public final class LintText: Sendable {
  /// The text as decoded from the file.
  public let raw: MappedText
  /// The text after repair, which the rules read; its offsets lead back to ``raw``.
  public let view: MappedText
  /// What the repair did.
  public let repairs: [RepairEdit]
  public let language: Language
  /// Sentences, headings and list items of ``view``.
  public let segments: [Segment]
  /// The Latin words of ``view``.
  public let words: WordList
  /// The spellings of ``words`` and of the other texts of the document.
  let vocabulary: Vocabulary
  /// The lines of ``view`` without the white space around them, empty ones too.
  let lines: [TextSpan]
  /// The paragraphs of ``view``.
  let blocks: [TextSpan]
  /// The stretches of ``view`` that are no running text: lists of links to other pages.
  let regions: [TextSpan]
  /// Where ``view`` has the marks that rules look at.
  let marks: TextMarks
  /// Addresses on the web and of mailboxes in ``view``.
  let addresses: [TextSpan]
  /// The terms of the glossary in the text, for the rules of one run.
  let termUses = Memo<[TermUse]>()
  /// What is known of its spellings, for the rules of one run.
  let facts = Memo<[WordFacts]>()
  /// Its words, where it is Chinese, for the rules of one run.
  let chineseWords = Memo<[ChineseWord]>()

  /// See ``letterCounts``.
  let countedLetters = Memo<LetterCounts>()
  /// See ``mentions``.
  private let keptMentions = Memo<[Mention]>()
  /// See ``oddMentions``.
  private let keptOddMentions = Memo<[Mention]>()
  private let timer: (any StepTimer)?

  /// Reads a text: finds its damage, repairs it, cuts it.
  ///
  /// Costs a few passes over the text, which `timer` measures. The texts of one document share a `vocabulary`.
  public convenience init(
    _ raw: MappedText, language: Language, repairer: TextRepairer?, vocabulary: Vocabulary = Vocabulary(),
    timer: (any StepTimer)? = nil
  ) {
    let repairs = timer.measure("repair") { repairer?.edits(in: raw, with: vocabulary.wordMemory) ?? [] }
    self.init(raw, language: language, repairs: repairs, vocabulary: vocabulary, timer: timer)
  }

  /// Reads a text whose damage is known.
  private init(
    _ raw: MappedText, language: Language, repairs: [RepairEdit], vocabulary: Vocabulary, timer: (any StepTimer)?
  ) {
    self.raw = raw
    self.language = language
    self.repairs = repairs
    let local = MappedText(utf8: raw.utf8, origin: OffsetMap(identity: raw.utf8.count))
    let view = local.applying(repairs.filter(\.isApplied).map { TextEdit(span: $0.span, replacement: $0.replacement) })
    self.view = view
    segments = timer.measure("sentences") { Segmenter(language: language).segments(of: view) }
    words = timer.measure("words") { WordList(of: view.utf8, vocabulary: vocabulary) }
    self.vocabulary = vocabulary
    self.timer = timer
    let cut = timer.measure("lines") { TextLines(view.utf8) }
    lines = cut.lines
    blocks = cut.blocks
    regions = timer.measure("navigation") { NavigationBlock.regions(of: cut.lines, in: view.utf8) }
    let marks = timer.measure("marks") { TextMarks(view.utf8, language: language) }
    self.marks = marks
    addresses = Addresses.spans(in: view.utf8, near: marks.addressSigns)
  }

  /// The part of the text that some bytes of the file became, with the damage that was found in it; what reaches over
  /// its ends is left as it is.
  public func part(ofFile fileSpan: TextSpan) -> LintText {
    let span = raw.span(ofFile: fileSpan)
    let inside = repairs.filter { span.contains($0.span) }.map { edit in
      var edit = edit
      edit.span = edit.span.shifted(by: -span.start)
      return edit
    }
    return LintText(
      raw.slice(ofFile: fileSpan), language: language, repairs: inside, vocabulary: vocabulary, timer: nil)
  }

  /// The numbers and dates of ``view``; read when they are first asked for.
  public var mentions: [Mention] {
    keptMentions.value {
      timer.measure("numbers and dates") { QuantityRecognizer(language: language).mentions(in: view) }
    }
  }

  /// Those of ``mentions`` among which every date is that does not exist, and every number told in two magnitudes.
  ///
  /// Costs much less than all of them: asked for where nothing is compared.
  var oddMentions: [Mention] {
    keptOddMentions.value {
      timer.measure("numbers and dates") { QuantityRecognizer(language: language).oddMentions(in: utf8) }
    }
  }

  /// Lets go of what was found out for the rules that look at each unit by itself.
  fileprivate func forgetFindings() {
    keptMentions.forget()
    keptOddMentions.forget()
    termUses.forget()
    chineseWords.forget()
  }

  /// The bytes of ``view``.
  public var utf8: [UInt8] { view.utf8 }

  /// What stands in a span of ``view``.
  public func string(in span: TextSpan) -> String { view.string(in: span) }
}

/// What is checked together: a text alone, a row of a bilingual table, or a bead of two aligned texts.
public final class LintUnit: Sendable {
  /// The row of a bilingual table.
  public let id: String?
  /// The text that was translated, where there is one.
  public let source: LintText?
  /// The text to check.
  public let target: LintText?
  /// What the numbers, terms and words of source and target have to do with each other, for the rules of one run.
  let numbers = Memo<NumberComparison>()
  let terms = Memo<TermCoverage>()
  let coverage = Memo<SegmentCoverage?>()
  let lengthRatio = Memo<Double>()
  let isWellRendered = Memo<Bool>()

  public init(id: String? = nil, source: LintText? = nil, target: LintText? = nil) {
    self.id = id
    self.source = source
    self.target = target
  }

  /// Lets go of what was found out by comparing the two texts and of their terms, once the rules that look at each unit
  /// by itself have run.
  public func forgetComparison() {
    numbers.forget()
    terms.forget()
    coverage.forget()
    source?.forgetFindings()
    target?.forgetFindings()
  }

  /// Whether the unit has a source and a target.
  public var isPair: Bool { source != nil && target != nil }

  /// The texts, source first.
  public var places: [TextPlace] {
    var places: [TextPlace] = []
    if let source { places.append(TextPlace(unit: self, side: .source, text: source)) }
    if let target { places.append(TextPlace(unit: self, side: .target, text: target)) }
    return places
  }
}

/// A file, or a pair of files, to check.
public struct LintDocument: Sendable {
  /// The path as the user gave it.
  public let path: String
  public let units: [LintUnit]
  /// Whether the units are rows of a table or aligned sentences, with a source and a target each.
  public let isBilingual: Bool
  /// Every text, unit by unit, the source first.
  public let places: [TextPlace]
  /// Every Chinese text with its English translation, or the other way round.
  public let pairs: [TextPair]

  public init(path: String, units: [LintUnit], isBilingual: Bool) {
    self.path = path
    self.units = units
    self.isBilingual = isBilingual
    places = units.flatMap(\.places)
    pairs = units.compactMap(TextPair.init)
  }
}
