import Alignment
import Entities
import Formats
import TextCore
import Testing

/// What two texts name, brought together.
struct EntityComparisonTests {
  private func mention(
    _ kind: EntityKind, _ text: String, _ value: String? = nil, concept: String? = nil, segment: Int = 0,
    at start: Int = 0
  ) -> EntityComparison.Mention {
    let span = TextSpan(start, start + text.utf8.count)
    return EntityComparison.Mention(
      segment: segment, span: span,
      mention: EntityMention(
        span: span, kind: kind, text: text, conceptID: concept, value: value, keys: value.map { [$0] } ?? []))
  }

  private func names(_ comparison: EntityComparison) -> [String] {
    comparison.entities.map { "\($0.chineseName ?? "-")=\($0.englishName ?? "-")" }
  }

  @Test func `equal keys are one entity, whatever it is called`() {
    let comparison = EntityComparison(
      chinese: [
        mention(.person, "黄联东", "huang liandong"), mention(.place, "德清", "deqing"),
        mention(.person, "黄联东", "huang liandong"),
        mention(.term, "淘宝村", concept: "taobao-village"), mention(.person, "李平", "li ping"),
      ],
      english: [
        mention(.term, "Taobao villages", concept: "taobao-village"),
        mention(.person, "Huang Liandong", "huang liandong"),
        mention(.place, "Hangzhou", "hangzhou"),
      ])
    #expect(names(comparison) == ["黄联东=Huang Liandong", "德清=-", "淘宝村=Taobao villages", "李平=-", "-=Hangzhou"])
    #expect(comparison.entities[0].chinese.count == 2)
  }

  @Test func `a number without its unit joins only what has no partner otherwise`() {
    let comparison = EntityComparison(
      chinese: [
        mention(.quantity, "九十六万元", "CNY:960000"), mention(.quantity, "四百多", "count:400..500"),
        mention(.quantity, "五十公斤", "mass:50"), mention(.quantity, "五十公里", "length:50"),
        mention(.quantity, "三", "count:3"),
      ],
      english: [
        mention(.quantity, "NT$960,000", "TWD:960000"), mention(.quantity, "over 400", "count:400"),
        mention(.quantity, "50 kilograms", "mass:50"), mention(.quantity, "fifty", "count:50"),
        mention(.quantity, "3%", "percent:3"),
      ])
    #expect(
      names(comparison) == [
        "九十六万元=NT$960,000", "四百多=over 400", "五十公斤=50 kilograms", "五十公里=-", "三=-", "-=fifty", "-=3%",
      ])
  }

  @Test func `what names nothing definite is left out`() {
    let comparison = EntityComparison(
      chinese: [mention(.quantity, "一个"), mention(.date, "昨天"), mention(.person, "小明")], english: [])
    #expect(names(comparison) == ["小明=-"])
  }
}
