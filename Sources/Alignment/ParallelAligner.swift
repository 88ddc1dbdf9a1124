import TextCore

/// Aligns the segments of two texts that translate each other, in order, by what their words say.
///
/// Without training: the model of ``BeadModel`` over the dictionary, the glossary, numbers, names, punctuation and
/// lengths; the best way through the lattice by dynamic programming in a band.
public struct ParallelAligner: Sendable {
  package var model = BeadModel()

  public init() {}

  /// The beads of two texts: every index of both sides exactly once, in order.
  /// - Returns: nothing for two empty texts; one-sided beads alone where one text is empty.
  public func beads(
    chinese: [SegmentText], english: [SegmentText], resources: AlignmentResources
  ) -> [Bead] {
    if chinese.isEmpty { return english.indices.map { Bead(chinese: 0..<0, english: $0..<($0 + 1)) } }
    if english.isEmpty { return chinese.indices.map { Bead(chinese: $0..<($0 + 1), english: 0..<0) } }
    var model = model
    if resources.dictionary == nil { model.omission = max(model.omission, BeadModel.omissionWithoutDictionary) }
    let mentions = SharedMentions(chinese: chinese, english: english, source: resources.mentions)
    let texts = Self.tokenized(chinese: chinese, english: english, mentions: mentions, dictionary: resources.dictionary)
    let table = TranslationTable(
      chinese: texts.chinese, english: texts.english, dictionary: resources.dictionary)
    let matches = MatchTable(chinese: texts.chinese, english: texts.english, table: table)
    let anchors = AnchorChain(chinese: texts.chinese, english: texts.english, table: table).anchors
    let band = AlignmentBand(chinese: chinese.count, english: english.count, anchors: anchors)
    let lexical = LexicalScores(matches: matches, band: band, model: model)
    var length = LengthModel(chinese: texts.chinese.lengths, english: texts.english.lengths, model: model)
    let joins = (chinese: SegmentJoins(chinese, model: model), english: SegmentJoins(english, model: model))
    var priors = model.logPriors()
    var lattice = BeadLattice(
      matches: matches, lexical: lexical, length: length, joins: joins, band: band, model: model)
    for _ in 0..<model.rounds {
      length.fit(to: lattice.bestPath(priors: priors))
      let counts = lattice.posterior(priors: priors).expectedCounts()
      priors = model.logPriors(
        chineseOmissions: counts[counts.count - 2], englishOmissions: counts[counts.count - 1],
        beads: counts.dropLast(2).reduce(0, +))
      lattice = BeadLattice(
        matches: matches, lexical: lexical, length: length, joins: joins, band: band, model: model)
    }
    let posterior = lattice.posterior(priors: priors)
    let explainer = BeadExplainer(
      matches: matches, chinese: chinese, english: english, kinds: mentions.kinds)
    return lattice.bestPath(priors: priors).map { bead in
      var result = explainer.explained(bead)
      result.confidence = posterior.probability(of: bead)
      return result
    }
  }

  /// The length of a Chinese segment: characters, white space left out, a Latin letter counting as a third.
  static func chineseLength(of segment: SegmentText) -> Double { Double(segment.utf8.count { $0 > 0x20 }) / 3 }

  /// The length of an English segment in scalars.
  static func englishLength(of segment: SegmentText) -> Double { Double(segment.utf8.count { $0 & 0xC0 != 0x80 }) }

  static func tokenized(
    chinese: [SegmentText], english: [SegmentText], mentions: SharedMentions,
    dictionary: (any TranslationSource)?
  ) -> (chinese: TokenizedText, english: TokenizedText) {
    let chineseTokenizer = ChineseTokenizer(dictionary: dictionary)
    let englishTokenizer = EnglishTokenizer(dictionary: dictionary)
    var tokens = (
      chinese: chinese.enumerated().map { chineseTokenizer.tokens(of: $1) + mentions.chinese[$0] },
      english: english.enumerated().map { englishTokenizer.tokens(of: $1) + mentions.english[$0] }
    )
    if dictionary == nil {
      // Words that nothing can match say nothing.
      let shared = Set(tokens.chinese.joined().lazy.map(\.key)).intersection(tokens.english.joined().lazy.map(\.key))
      tokens.chinese = tokens.chinese.map { $0.filter { shared.contains($0.key) } }
      tokens.english = tokens.english.map { $0.filter { shared.contains($0.key) } }
    }
    var texts = (chinese: TokenizedText(), english: TokenizedText())
    for (segment, tokens) in zip(chinese, tokens.chinese) {
      texts.chinese.append(tokens, length: chineseLength(of: segment))
    }
    for (segment, tokens) in zip(english, tokens.english) {
      texts.english.append(tokens, length: englishLength(of: segment))
    }
    return texts
  }
}
