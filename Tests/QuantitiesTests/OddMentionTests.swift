import Quantities
import Testing
import TextCore

@Suite struct OddMentionTests {
  /// Dates that do not exist, and pieces that may hide them.
  private static let pieces: [Language: [String]] = [
    .chinese: [
      "2月30日", "６月３１日", "十一月三十一日", "二月二十九号", "13月5日", "十三月", "45日", "卅五號", "2月 30 日", "4月份31日", "2月29至30日",
      "2月28日至30日", "2月０-5日", "2014-02-30下午3点", "2014/2/３０上午", "２０１４－２－30晚8点", "3点20分", "下午3:20:75", "下午3：20：６1",
      "2014年", "2013年2月29日", "农历二月三十", "31日", "5月3日", "二十八日", "二十", "九日", "三", "3", "1", "29", "，", "。", "\n\n", " ",
      "在",
      "日", "月", "年", "号线", "元", ":", "-", "至",
    ],
    .english: [
      "February 30", "June 31, 2019", "30th of February", "the thirtieth of February", "31 June ", "Apr. 31 ",
      "11/31/2014 8 a.m.", "November 24 to 35", "Feb. 29, 2013", "7 billion 900 million ",
      "82 million and 280 thousand",
      "3 trillion 5 ", "one million ", "900 thousand", "and ", "May ", "2014", " ", ". ", "They left today. ", "The ",
      "\n\nThey ", "12", "3", "29", ",", "-", "to ", "million", "bn ",
    ],
  ]

  private static func isOdd(_ mention: Mention, in bytes: [UInt8]) -> Bool {
    switch mention {
    case .quantity(let quantity): quantity.isSplitMagnitude
    case .date(let date):
      !date.isValid && !date.isLunar
        && bytes[date.span.range].contains { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
    }
  }

  @Test(arguments: Language.allCases)
  func `what is odd in a text is found without reading all of it`(_ language: Language) {
    let recognizer = QuantityRecognizer(language: language)
    let pieces = Self.pieces[language] ?? []
    var (state, odd): (UInt64, Int) = (5, 0)
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<6_000 {
      var text = ""
      for _ in 0...next(below: 16) { text += pieces[next(below: pieces.count)] }
      let bytes = Array(text.utf8)
      let expected = recognizer.mentions(in: bytes).filter { Self.isOdd($0, in: bytes) }
      let found = recognizer.oddMentions(in: bytes).filter { Self.isOdd($0, in: bytes) }
      #expect(found == expected, "\(text)")
      odd += expected.count
    }
    #expect(odd > 1_000)
  }

  @Test func `sentences without anything odd are passed over`() {
    let chinese = QuantityRecognizer(language: .chinese)
    #expect(chinese.oddMentions(in: Array("2014年11月30日收入40.5亿元，增长30%。2月28日又是3点20分。".utf8)).isEmpty)
    let english = QuantityRecognizer(language: .english)
    #expect(
      english.oddMentions(in: Array("On November 24, 2014 it sold 7.9 billion yuan and 12 million more.".utf8)).isEmpty)
  }

  @Test func `no other character is read as a sign of days or months`() {
    let signs: [UInt32: [UInt32]] = [0x65E5: [0x65E5], 0x53F7: [0x53F7, 0x865F], 0x6708: [0x6708], 0x4EFD: [0x4EFD]]
    var read: [UInt32: [UInt32]] = [:]
    for scalar in UInt32(0x3400)...0x9FFF {
      let plain = Folding.simplifier.simplified(scalar)
      if signs[plain] != nil { read[plain, default: []].append(scalar) }
    }
    #expect(read == signs)
  }
}
