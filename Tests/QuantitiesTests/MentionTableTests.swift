import Quantities
import Testing
import TextCore

@Suite struct MentionTableTests {
  private static let chinese = ChineseMentionTable.cases + ChineseSentenceTable.cases
  private static let english = EnglishMentionTable.cases + EnglishSentenceTable.cases

  private func mentions(_ text: String, _ language: Language) -> [String] {
    QuantityRecognizer(language: language).mentions(in: Array(text.utf8)).map(MentionNotation.text)
  }

  @Test func `Chinese numbers and dates`() {
    for (text, expected) in Self.chinese { #expect(mentions(text, .chinese) == expected, "\(text)") }
  }

  @Test func `English numbers and dates`() {
    for (text, expected) in Self.english { #expect(mentions(text, .english) == expected, "\(text)") }
  }

  /// What stands around a mention does not change it.
  @Test func `mentions in the middle of a sentence`() {
    for (text, expected) in Self.chinese {
      #expect(mentions("。\(text)。", .chinese) == expected, "\(text)")
      #expect(mentions("对照🙂\n\(text)\n", .chinese) == expected, "\(text)")
    }
    for (text, expected) in Self.english where expected != ["2014"] {
      #expect(mentions("🙂\r\n\(text), and so on", .english) == expected, "\(text)")
    }
  }

  @Test func `Traditional characters and full-width figures mean the same`() {
    let pairs = [("三萬億圓", "三万亿元"), ("２０１４年１１月", "2014年11月"), ("兩個百分點", "两个百分点"), ("下午３點", "下午3点")]
    for (one, other) in pairs { #expect(mentions(one, .chinese) == mentions(other, .chinese), "\(one)") }
  }

  @Test func `spans cover the whole mention and the numeral`() throws {
    let text = MappedText("比上年增长超过30%，达到约2.5万亿元。")
    let found = QuantityRecognizer(language: .chinese).mentions(in: text)
    #expect(found.map { text.string(in: $0.span) } == ["超过30%", "约2.5万亿元"])
    #expect(found.compactMap { $0.quantity.map { text.string(in: $0.numeral) } } == ["30", "2.5万亿"])
    let english = MappedText("more than US$7 billion 900 million in sales")
    let quantity = try #require(QuantityRecognizer(language: .english).mentions(in: english).first?.quantity)
    #expect(english.string(in: quantity.span) == "more than US$7 billion 900 million")
    #expect(english.string(in: quantity.numeral) == "7 billion 900 million")
    #expect(EnglishNumberFormatter.short(quantity.lower) == "7.9 billion")
  }
}
