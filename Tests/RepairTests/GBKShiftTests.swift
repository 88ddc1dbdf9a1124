import Testing
import TextCore

@testable import Repair

/// Pages damaged by annotating GBK bytes, as `tools/damage --mechanism pinyin` does it.
@Suite struct GBKShiftTests {
  /// A page of our own with its damage: some readings straddle other characters.
  private static let sound = """
    各縣的農業數據由當地的團隊收集,計劃在年內發布。
    這個團隊將會簽署一個協議,把農村的數據交給政府。
    當地政府說:“數據的發布會帶動農業發展。”
    會議在當地召開,農業團隊的計劃得到當地農民的支持。
    """

  @Test func `an annotated page is mended line by line`() {
    let result = Samples.repaired(Self.annotated)
    #expect(result == Self.sound)
    #expect(Samples.repaired(Self.annotated, by: Samples.plain) == Self.sound)
  }

  @Test func `the reason says when no table of readings was there`() {
    let edits = Samples.plain.edits(in: MappedText("工業(yè)的協(xié)議(yì)與計(jì)劃"))
    #expect(edits.count == 4)
    #expect(edits.allSatisfy { $0.reason.contains("not checked") })
  }

  @Test func `spans and replacements retrace the repair in the text given`() {
    let text = MappedText(Self.annotated)
    let edits = Samples.informed.edits(in: text).filter(\.isApplied)
    var result = ""
    var position = 0
    for edit in edits {
      #expect(edit.span.start >= position)
      result += text.string(in: TextSpan(position, edit.span.start)) + edit.replacement
      position = edit.span.end
    }
    result += text.string(in: TextSpan(position, text.utf8.count))
    #expect(result == Self.sound)
    #expect(edits.contains { $0.kind == .gbkShift })
  }

  @Test func `numerals, figures and questions tell which byte was lost`() {
    let model = CharacterModel(pairs: WordPairs(lexicon: nil))
    func likelihood(_ pair: String) -> Double {
      let scalars = pair.unicodeScalars.map(\.value)
      return model.logProbability(of: scalars[1], after: scalars[0])
    }
    #expect(likelihood("千五") > likelihood("千体"))
    #expect(likelihood("五百") > likelihood("体百"))
    #expect(likelihood("约3") > likelihood("要3"))
    #expect(likelihood("呢？") > likelihood("呢；"))
  }

  @Test func `a stretch may hold a full-width question mark that the page shows as an ASCII one`() {
    // 。縣 is A1 A3 BF 68: without its first byte, A3 BF is ？.
    #expect(
      Samples.repaired(Self.annotated + "\n今年產量增長超過30%??h域農(nóng)業(yè)是發(fā)展的重點。")
        == Self.sound + "\n今年產量增長超過30%。縣域農業是發展的重點。")
  }

  private static let annotated = """
    各縣的農(nóng)業(yè)數(shù)據(jù)由當?shù)氐膱F(tuán)隊收集,計(jì)劃在年內發(fā)布。
    這個(gè)團(tuán)隊將會(huì)簽署一個(gè)協(xié)議(yì),把農(nóng)村的數(shù)據(jù)交給政府。
    當?shù)卣\u{E47F}\u{E1AC}f:“數(shù)據(jù)的發(fā)布會(huì)帶動農(nóng)業(yè)發(fā)展。”
    會(huì)議(yì)在當?shù)卣匍_,農(nóng)業(yè)團(tuán)隊的計(jì)劃得到當?shù)剞r(nóng)民的支持。
    """
}
