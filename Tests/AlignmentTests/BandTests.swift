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
}
