import Lexicon
import Quantities
import TextCore

/// How much of each sentence of a pair the other text says, by a dictionary and the glossary.
struct SegmentCoverage {
  /// A sentence: how many of its words the dictionary knows, and how many of them the other text renders.
  struct Sentence {
    let span: TextSpan
    var words = 0
    var rendered = 0

    var share: Double { words == 0 ? 1 : Double(rendered) / Double(words) }

    fileprivate mutating func count(_ isRendered: Bool) {
      words += 1
      if isRendered { rendered += 1 }
    }
  }

  private(set) var chinese: [Sentence]
  private(set) var english: [Sentence]
  /// The clauses of the Chinese text, between commas and stops.
  private(set) var clauses: [Sentence]
  /// Whether the two have a number, a concept of the glossary or a Latin word in common.
  let sharesEntity: Bool
  /// Whether the Chinese text has a name in Latin letters that the English has too.
  let sharesLatinName: Bool

  /// Compares the two texts; nil without a dictionary.
  ///
  /// Costs the length of the texts.
  init?(_ pair: TextPair, _ context: LintContext) {
    guard let lexicon = context.lexicon else { return nil }
    let (chinese, english) = (pair.chinese.text, pair.english.text)
    let facts = context.facts(of: english)
    var stems = StemSet(of: facts)
    let shared = Self.sharedTerms(pair, context)
    self.chinese = Self.sentences(of: chinese)
    clauses = Clauses.chinese(chinese).map { Sentence(span: $0) }
    for word in context.chineseWords(of: chinese) {
      var (hasSenses, isRendered) = (false, false)
      lexicon.forEachSense(of: word.entry) { stem, _ in
        hasSenses = true
        if stems.mark(stem) { isRendered = true }
      }
      guard hasSenses, word.span.length > 3, let index = Self.sentence(at: word.span.start, of: self.chinese) else {
        continue
      }
      isRendered = isRendered || LintText.touches(shared.chinese, word.span)
      self.chinese[index].count(isRendered)
      if let clause = Self.sentence(at: word.span.start, of: clauses) { clauses[clause].count(isRendered) }
    }
    self.english = Self.sentences(of: english)
    let isSaid = facts.map { $0.stem.map(stems.isMarked) ?? false }
    for index in english.words.indices {
      let (span, form) = (english.words.span(at: index), english.words.form(at: index))
      if facts[form].isSmall || span.length <= 2 { continue }
      guard let sentence = Self.sentence(at: span.start, of: self.english) else { continue }
      self.english[sentence].count(isSaid[form] || LintText.touches(shared.english, span))
    }
    sharesLatinName = Self.sharesWord(chinese, english) { $0.isCapitalized && $0.key.utf8.count > 3 }
    sharesEntity =
      !shared.chinese.isEmpty || Self.sharesWord(chinese, english) { $0.key.utf8.count > 2 }
      || pair.numbers.agreeing.contains { !$0.chinese.isWeak }
  }

  /// Whether the Chinese text has a Latin word of the English one, of those that count.
  private static func sharesWord(
    _ chinese: LintText, _ english: LintText, where counts: (WordForm) -> Bool
  ) -> Bool {
    if chinese.words.isEmpty { return false }
    let latin = Set(chinese.words.forms.filter(counts).map(\.key))
    return english.words.forms.contains { latin.contains($0.key) }
  }

  /// Whether the English renders more than a fifth of the Chinese words, as nearly every translation does; it may do so
  /// where this does not see it.
  ///
  /// Costs a part of what the whole comparison costs: it ends with the word that decides.
  static func isWellRendered(_ pair: TextPair, _ context: LintContext) -> Bool {
    guard let lexicon = context.lexicon, let first = pair.chinese.text.segments.first else { return false }
    let stems = StemSet(of: context.facts(of: pair.english.text))
    let words = context.chineseWords(of: pair.chinese.text)
    func counts(_ word: ChineseWord) -> Bool { word.span.length > 3 && word.span.start >= first.span.start }
    let count = words.count(where: counts)
    var rendered = 0
    return words.contains { word in
      guard counts(word) else { return false }
      var isRendered = false
      lexicon.forEachSense(of: word.entry) { stem, _ in if stems.contains(stem) { isRendered = true } }
      if isRendered { rendered += 1 }
      return rendered * 5 > count
    }
  }

  /// Whether terms that both texts have make up so much of the English that the two are a pair beyond doubt; asked
  /// before the Chinese is cut into words.
  static func isTied(_ pair: TextPair, _ context: LintContext) -> Bool {
    let (shared, english) = (sharedTerms(pair, context).english, pair.english.text)
    guard !shared.isEmpty, let first = english.segments.first else { return false }
    let facts = context.facts(of: english)
    var (words, tied) = (0, 0)
    for index in english.words.indices {
      let span = english.words.span(at: index)
      if facts[english.words.form(at: index)].isSmall || span.length <= 2 { continue }
      words += 1
      if span.start >= first.span.start, LintText.touches(shared, span) { tied += 1 }
    }
    return Double(tied) > WrongTarget.leastShare * Double(words)
  }

  /// The share of all words of both texts that the other one renders, and how many words there are.
  var total: (chinese: Sentence, english: Sentence) { (Self.sum(chinese), Self.sum(english)) }

  private static func sum(_ sentences: [Sentence]) -> Sentence {
    sentences.reduce(into: Sentence(span: TextSpan(0, 0))) {
      $0.words += $1.words
      $0.rendered += $1.rendered
    }
  }

  private static func sentences(of text: LintText) -> [Sentence] { text.segments.map { Sentence(span: $0.span) } }

  /// The last of the sorted sentences that begins at an offset or before it.
  ///
  /// Costs O(log sentences).
  private static func sentence(at offset: Int, of sentences: [Sentence]) -> Int? {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// Where each text names concepts that the other one names too.
  private static func sharedTerms(_ pair: TextPair, _ context: LintContext) -> (
    chinese: [TextSpan], english: [TextSpan]
  ) {
    let (chinese, english) = (context.termUses(in: pair.chinese.text), context.termUses(in: pair.english.text))
    if chinese.isEmpty || english.isEmpty { return ([], []) }
    let named = ConceptSet(of: english)
    let both = chinese.filter { named.hasAny(of: $0) }
    if both.isEmpty { return ([], []) }
    let told = ConceptSet(of: both)
    return (both.map(\.span), english.filter { told.hasAny(of: $0) }.map(\.span))
  }

  /// The logarithm of the English length over what the Chinese lets expect: 0 as usual, −0.7 for half of it.
  ///
  /// English has about 2.9 letters for each Chinese character (measured on news).
  static func lengthRatio(_ chinese: LintText, _ english: LintText) -> Double {
    let (chinese, english) = (chinese.letterCounts, english.letterCounts)
    let (letters, latin) = (english.letters + english.digits, chinese.letters + chinese.digits)
    return Self.logarithm(Double(letters + 1) / (Double(chinese.han) * 2.9 + Double(latin) + 1))
  }

  /// The natural logarithm, to three decimals: by halving into the range where a short series holds.
  static func logarithm(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let exponent = Double(value.exponent)
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    return exponent * 0.693147 + 2 * ratio * (1 + square * (1.0 / 3 + square * (0.2 + square / 7)))
  }
}
