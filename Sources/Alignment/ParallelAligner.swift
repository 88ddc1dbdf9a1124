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
    let texts = Self.tokenized(chinese: chinese, english: english, resources: resources)
    let table = TranslationTable(
      chinese: texts.chinese, english: texts.english, dictionary: resources.dictionary)
    let matches = MatchTable(chinese: texts.chinese, english: texts.english, table: table)
    let width = max(60, max(chinese.count, english.count) * 12 / 100)
    let band = AlignmentBand(chinese: chinese.count, english: english.count, width: width)
    let lexical = LexicalScores(matches: matches, band: band, model: model)
    var length = LengthModel(chinese: texts.chinese.lengths, english: texts.english.lengths, model: model)
    var beads: [Bead] = []
    for _ in 0..<2 {
      if !beads.isEmpty { length.fit(to: beads) }
      let lattice = BeadLattice(matches: matches, lexical: lexical, length: length, band: band, model: model)
      beads = lattice.bestPath()
    }
    return beads
  }

  static func tokenized(
    chinese: [SegmentText], english: [SegmentText], resources: AlignmentResources
  ) -> (chinese: TokenizedText, english: TokenizedText) {
    let chineseTokenizer = ChineseTokenizer(dictionary: resources.dictionary)
    let englishTokenizer = EnglishTokenizer(dictionary: resources.dictionary)
    var texts = (chinese: TokenizedText(), english: TokenizedText())
    for segment in chinese {
      let length = Double(segment.utf8.count { $0 > 0x20 }) / 3
      texts.chinese.append(chineseTokenizer.tokens(of: segment), length: length)
    }
    for segment in english {
      let length = Double(segment.utf8.count { $0 & 0xC0 != 0x80 })
      texts.english.append(englishTokenizer.tokens(of: segment), length: length)
    }
    return texts
  }
}
