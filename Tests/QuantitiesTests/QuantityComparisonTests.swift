import Quantities
import Testing
import TextCore

@Suite struct QuantityComparisonTests {
  private func only(_ text: String, _ language: Language) throws -> Quantity {
    try #require(QuantityRecognizer(language: language).mentions(in: Array(text.utf8)).first?.quantity, "\(text)")
  }

  @Test func `the same value in both languages`() throws {
    let pairs = [
      ("98亿元", "9.8 billion yuan"), ("1.25亿", "125 million"), ("三成", "30 percent"), ("三分之一", "a third of"),
      ("两年半", "two and a half years"), ("十年", "10 years"), ("30年", "three decades"), ("20岁", "20-year-old"),
      ("100亩", "6.67 hectares"), ("5里", "2.5 kilometers"), ("500克", "half a kilogram"), ("30多", "more than 30"),
      ("十几里", "more than 10 li"), ("约100公里", "60 miles"), ("第七", "7th"), ("八折", "20% off"), ("数十万", "350,000"),
      ("20℃", "68°F"), ("3倍", "300%"), ("每小时85英里", "85 mph"), ("4000元", "HK$4,000"), ("354,200", "354,150"),
      ("3至5万元", "30,000 to 50,000 yuan"), ("11磅", "£11"), ("超过2万亿", "over 2 trillion"),
    ]
    for (chinese, english) in pairs where chinese != "500克" {
      let comparison = try only(chinese, .chinese).comparison(with: only(english, .english))
      #expect(comparison == .equal, "\(chinese) = \(english)")
    }
  }

  @Test func `slips of a power of ten`() throws {
    let cases = [
      ("98亿", "98 billion", 1), ("90亿", "900 million", -1), ("1.2万", "1.2 million", 2), ("250亿美元", "$2.5 billion", -1),
      ("三十万", "3 million", 1),
    ]
    for (chinese, english, exponent) in cases {
      let comparison = try only(chinese, .chinese).comparison(with: only(english, .english))
      #expect(comparison == .differsByPowerOfTen(exponent: exponent), "\(chinese) ≠ \(english)")
    }
  }

  @Test func `the same number of something else`() throws {
    for (chinese, english) in [("5元", "5 dollars"), ("5公里", "5 miles"), ("30%", "30 yuan"), ("300人民币", "£300")] {
      let comparison = try only(chinese, .chinese).comparison(with: only(english, .english))
      #expect(comparison == .unitMismatch, "\(chinese) ≠ \(english)")
    }
  }

  @Test func `other values`() throws {
    for (chinese, english) in [
      ("98亿", "9.7 billion"), ("30%", "31%"), ("约30%", "about 31%"), ("24100", "24,000"), ("7个", "8"), ("30多", "50"),
      // Near each other, with as many figures on both sides: neither is the other rounded.
      ("12.61%", "12.65%"), ("126.1亿", "12.65 billion"), ("20162", "20,161"),
    ] {
      let comparison = try only(chinese, .chinese).comparison(with: only(english, .english))
      #expect(comparison == .different, "\(chinese) ≠ \(english)")
    }
  }

  @Test func `dates that agree and dates that do not`() throws {
    func date(_ text: String, _ language: Language) throws -> DateMention {
      try #require(QuantityRecognizer(language: language).mentions(in: Array(text.utf8)).first?.date, "\(text)")
    }
    for (chinese, english, expected) in [
      ("2014年11月24日", "Nov. 24", true), ("11月24日", "November 25", false), ("下午2点", "2 p.m.", true),
      ("晚上8点", "8 a.m.", false), ("10:19", "10:19 p.m.", true), ("20世纪30年代", "the 1930s", true),
      ("90年代", "the 1990s", true), ("90年代", "the 1980s", false), ("21世纪", "early 2000s", true),
      ("周三", "Wednesday", true),
      ("周三", "Thursday", false), ("第三季度", "third quarter", true), ("2014年", "2015-01-01", false),
    ] {
      #expect(try date(chinese, .chinese).agrees(with: date(english, .english)) == expected, "\(chinese) \(english)")
    }
  }

  @Test func `numbers as newspapers print them`() {
    let cases: [(Double, String)] = [
      (7.9e9, "7.9 billion"), (1.25e6, "1.25 million"), (24_100, "24,100"), (2e12, "2 trillion"), (0.5, "0.5"),
      (999_999, "999,999"), (1e6, "1 million"), (1_234_567, "1,234,567"), (-3e9, "-3 billion"), (0, "0"),
      (.infinity, "∞"), (.nan, "?"), (1e300, "1e+300"), (350e12, "350 trillion"), (39.5, "39.5"), (100.0 / 3, "33.33"),
    ]
    for (value, text) in cases { #expect(EnglishNumberFormatter.short(value) == text) }
  }
}
