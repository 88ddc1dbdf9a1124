import TextCore
import Testing

@testable import Alignment

/// Where an alignment is looked for: narrow enough for long texts, never beside the way.
struct BandTests {
  private static let resources = AlignmentResources(dictionary: SmallDictionary(["村庄": "village", "苹果": "apple"]))

  /// A text of numbered sentences, of which the English side leaves some out, as the aligner reads it.
  private static func texts(
    _ numbers: [Int], leavingOut isOmitted: (Int) -> Bool = { _ in false }
  ) -> (chinese: TokenizedText, english: TokenizedText, table: TranslationTable, segments: [[SegmentText]]) {
    let chinese = numbers.map { SegmentText("村庄里有\($0 + 100)个苹果。") }
    let english = numbers.indices.filter { !isOmitted($0) }.map {
      SegmentText("There are \(numbers[$0] + 100) apples in the village.")
    }
    let texts = ParallelAligner.tokenized(
      chinese: chinese, english: english,
      mentions: SharedMentions(chinese: chinese, english: english, source: nil), dictionary: resources.dictionary)
    let table = TranslationTable(chinese: texts.chinese, english: texts.english, dictionary: resources.dictionary)
    return (texts.chinese, texts.english, table, [chinese, english])
  }

  @Test func `a text that says everything many times is anchored by what is rare in the neighbourhood`() {
    let texts = Self.texts((0..<8).flatMap { _ in Array(0..<250) })
    let anchors = AnchorChain(chinese: texts.chinese, english: texts.english, table: texts.table).anchors
    #expect(anchors.count > 1800)
    #expect(anchors.allSatisfy { abs($0.chinese - $0.english) <= 4 })
    let band = AlignmentBand(chinese: 2000, english: 2000, anchors: anchors)
    #expect(band.area < 2000 * 60)
  }

  @Test func `the scout narrows the band and keeps the way`() {
    let texts = Self.texts(Array(0..<200)) { (40..<55).contains($0) || $0 % 31 == 7 }
    let model = BeadModel()
    let joins = (SegmentJoins(texts.segments[0], model: model), SegmentJoins(texts.segments[1], model: model))
    let matches = MatchTable(chinese: texts.chinese, english: texts.english, table: texts.table)
    let length = LengthModel(chinese: texts.chinese.lengths, english: texts.english.lengths, model: model)
    let wide = AlignmentBand(chinese: texts.chinese.count, english: texts.english.count)
    let narrow = BandScout(matches: matches, length: length, joins: joins, model: model).likelyBand(in: wide)
    #expect(narrow.area * 3 < wide.area)
    let ways = [wide, narrow].map { band in
      BeadLattice(
        matches: matches, lexical: LexicalScores(matches: matches, band: band, model: model), length: length,
        joins: joins, band: band, model: model
      ).bestPath(priors: model.logPriors())
    }
    #expect(ways[0] == ways[1])
  }

  @Test func `what the words of a bead gain is the same in every band that has the bead`() {
    let texts = Self.texts(Array(0..<60)) { $0 % 7 == 3 }
    let (model, matches) = (BeadModel(), MatchTable(chinese: texts.chinese, english: texts.english, table: texts.table))
    let (rows, columns) = (texts.chinese.count, texts.english.count)
    let whole = AlignmentBand(
      low: [Int](repeating: 0, count: rows + 1), high: [Int](repeating: columns, count: rows + 1), english: columns)
    let diagonal = (0...rows).map { $0 * columns / rows }
    let narrow = AlignmentBand(low: diagonal, high: diagonal, english: columns)
    for (sizes, greatest) in [(BeadModel.greatestSide, BeadModel.greatestSize), (2, 3)] {
      let scores = [whole, narrow].map { LexicalScores(matches: matches, band: $0, model: model, sizes: sizes) }
      var count = 0
      for row in 0..<rows {
        for column in narrow.low[row]...narrow.high[row] {
          for shape in BeadModel.steps(ofAtMost: greatest).dropLast(2) {
            let end = (row: row + shape.chinese, column: column + shape.english)
            guard end.row <= rows, (narrow.low[end.row]...narrow.high[end.row]).contains(end.column) else { continue }
            count += 1
            let found = scores.map { $0.score(row: row, column: column, shape: shape) }
            #expect(found[0] == found[1], "\(row), \(column): \(shape)")
          }
        }
      }
      #expect(count > 500)
    }
  }
}
