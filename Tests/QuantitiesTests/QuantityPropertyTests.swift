import Quantities
import TestSupport
import Testing
import TextCore

@Suite struct QuantityPropertyTests {
  private static let pieces = [
    "一", "二", "三", "十", "百", "千", "万", "亿", "兆", "零", "〇", "两", "半", "几", "数", "多", "余", "点", "分之", "第", "年",
    "月", "日", "号", "时", "成", "折", "倍", "元", "个", "约", "左右", "至", "-", "~", "1", "20", "3.5", "1,000", "%", "$", "¥",
    " ",
    "\n", "\n\n", "(", ")", "（", "世纪", "年代", "周", "下午", ":", "/", "a ", "one ", "two ", "and ", "half ", "hundred ",
    "million ", "billion ", "of ", "in ", "to ", "May ", "Nov. ", "24th", "p.m.", "s ", "'", "percent", "km",
    "degrees ",
    "the ", "last ", "year ", "dozens ", "\u{FFFD}", "🙂", "é", "\0", "\u{200B}",
  ]

  /// A small generator of its own, so that every run sees the same texts.
  private struct Sequence {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  @Test(arguments: Language.allCases)
  func `mentions of any text are sorted, apart, inside, and finite`(_ language: Language) {
    var sequence = Sequence(state: 7)
    let recognizer = QuantityRecognizer(language: language)
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<sequence.next(below: 14) { text += Self.pieces[sequence.next(below: Self.pieces.count)] }
      check(text, recognizer)
    }
  }

  private func check(_ text: String, _ recognizer: QuantityRecognizer) {
    let bytes = Array(text.utf8)
    var end = 0
    for mention in recognizer.mentions(in: bytes) {
      #expect(
        mention.span.start >= end && mention.span.end <= bytes.count && !mention.span.isEmpty,
        "\(text.debugDescription)")
      end = mention.span.end
      for offset in [mention.span.start, mention.span.end] where offset < bytes.count {
        #expect(bytes[offset] & 0xC0 != 0x80, "\(text.debugDescription)")
      }
      guard let quantity = mention.quantity else { continue }
      #expect(
        quantity.lower.isFinite && quantity.upper.isFinite && quantity.lower <= quantity.upper,
        "\(text.debugDescription)")
      #expect(quantity.span.contains(quantity.numeral) && !quantity.numeral.isEmpty, "\(text.debugDescription)")
    }
  }

  /// No word of the guards (三公消费, 四平, 三元桥, 六角) may hide a number that is told with a unit.
  @Test func `every Chinese numeral is read before every common unit`() {
    let numerals: [(String, Double)] = [
      ("一", 1), ("两", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9), ("十", 10), ("百", 100),
      ("十三", 13), ("三十三", 33), ("一百", 100), ("四百", 400), ("一千", 1000), ("三千", 3000), ("一万", 10000), ("七万", 70000),
    ]
    let units =
      "公里 公斤 公顷 公分 平方米 平方公里 立方米 吨 克 毫米 米 厘米 元 美元 港元 万元 亿元 亩 斤 小时 分钟 天 个月 年 岁 次 个 人 名 位 台 辆 家 户 座 条 本 张 部 项 件"
    let recognizer = QuantityRecognizer(language: .chinese)
    for unit in units.split(separator: " ") {
      for (numeral, value) in numerals where !(numeral.hasSuffix("千") && unit == "克") {
        let text = "这里的是不到\(numeral)\(unit)。"
        let found = recognizer.mentions(in: Array(text.utf8)).compactMap(\.quantity)
        let scale = unit.hasPrefix("万") ? 1e4 : unit.hasPrefix("亿") ? 1e8 : 1
        #expect(found.count == 1 && abs(found[0].writtenLower / value / scale - 1) < 1e-9, "\(text) \(found)")
      }
    }
  }

  /// A text too long to be read at once gives what its lines give.
  @Test func `long texts`() {
    let line = "In 2014 sales grew 39.5 percent to 7.9 billion yuan, more than ever before.\n"
    let recognizer = QuantityRecognizer(language: .english)
    let one = recognizer.mentions(in: Array(line.utf8))
    let all = recognizer.mentions(in: Array(String(repeating: line, count: 3_000).utf8))
    #expect(all.count == 3_000 * one.count)
    for (index, mention) in all.enumerated() {
      #expect(mention.span == one[index % one.count].span.shifted(by: index / one.count * line.utf8.count))
    }
  }

  @Test func `extremes have a defined result`() {
    for language in Language.allCases {
      let recognizer = QuantityRecognizer(language: language)
      #expect(recognizer.mentions(in: []).isEmpty)
      for text in [
        String(repeating: "9", count: 5_000), String(repeating: "9,", count: 5_000),
        String(repeating: "亿", count: 5_000),
        String(repeating: "一", count: 5_000), String(repeating: "1万", count: 5_000),
        String(repeating: "(", count: 5_000),
        String(repeating: "hundred ", count: 2_000), "1" + String(repeating: " million", count: 2_000),
        String(repeating: "1-", count: 5_000), String(repeating: "1.", count: 5_000),
        String(repeating: "a ", count: 5_000),
        String(repeating: "one and ", count: 2_000), String(repeating: "3 to ", count: 2_000),
        "0." + String(repeating: "3", count: 5_000),
      ] {
        check(text, recognizer)
      }
    }
    let huge = QuantityRecognizer(language: .english).mentions(in: Array(String(repeating: "9", count: 400).utf8))
    #expect(huge.first?.quantity?.upper == .greatestFiniteMagnitude)
  }

  /// Eight times the text may take about eight times as long; a quadratic step would take 64 times.
  @Test func `the time grows with the text`() {
    for (language, unit) in [
      (Language.chinese, "1"), (.chinese, "二"), (.chinese, "3至"), (.english, "one "), (.english, "1 to "),
      (.english, "9"),
    ] {
      let recognizer = QuantityRecognizer(language: language)
      func duration(_ count: Int) -> Duration {
        let bytes = Array(String(repeating: unit, count: count).utf8)
        return (0..<3).map { _ in ProcessorTime.spent { _ = recognizer.mentions(in: bytes) } }.min()!
      }
      #expect(duration(24_000) < duration(3_000) * 30 + .milliseconds(20), "\(unit)")
    }
  }

  /// Parallel news sentences: the share of numbers that the other side holds.
  @Test(
    .enabled(
      if: TestFolders.inEvaluation("eval/link/ntrex_full.jsonl") != nil, "no evaluation data beside the checkout"))
  func `numbers of parallel news agree`() throws {
    let score = try ParallelScore(of: #require(TestFolders.inEvaluation("eval/link/ntrex_full.jsonl")))
    print("numbers: English in Chinese \(score.english), Chinese in English \(score.chinese)")
    #expect(score.english >= 0.97 && score.chinese >= 0.95)
  }
}
