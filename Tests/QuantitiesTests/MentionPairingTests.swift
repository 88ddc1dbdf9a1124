import Quantities
import TestSupport
import Testing
import TextCore

@Suite struct MentionPairingTests {
  private func pairing(_ chinese: String, _ english: String) -> MentionPairing {
    MentionPairing(
      source: QuantityRecognizer(language: .chinese).mentions(in: Array(chinese.utf8)),
      target: QuantityRecognizer(language: .english).mentions(in: Array(english.utf8)))
  }

  @Test func `translations hold the same numbers`() {
    for (chinese, english) in [
      ("2013年交易额超过2万亿元，增长30%。", "In 2013, sales were more than 2 trillion yuan, up 30 percent."),
      ("11月24日下午2点，马云来到兰州。", "At 2 p.m. on Nov. 24, Ma Yun came to Lanzhou."),
      ("从3%提高到5%", "rose from 3% to 5%"), ("增长3%到5%", "a rise from 3% to 5%"),
      ("3个村，5户人家，3个村", "three villages and five families"), ("这一天有三个人来", "Three people came that day"),
      ("2000人参加", "2000 took part"), ("同比增长两成", "up one fifth year on year"),
      ("下降了两成多", "more than a fifth lower"), ("几乎降低了一成", "almost a tenth less"), ("增长了三成", "rose by three tenths"),
      ("增加了约三分之一", "about a third more customers"), ("半斤茶叶", "250 grams of tea"), ("首次突破千万", "passed ten million"),
      ("三成和两成五", "30 percent and 25 percent"), ("正月十五", "the 15th day of the first lunar month"), ("增长两倍", "tripled"),
      ("周三下午两点半", "2:30 p.m. on Wednesday"),
      ("从2015年到2020年", "between 2015 and 2020"),
      ("“90后”占一半", "half were born in the 1990s"),
    ] {
      let result = pairing(chinese, english)
      #expect(result.missing.isEmpty && result.added.isEmpty, "\(chinese)")
    }
  }

  @Test func `a wrong number is missing on one side and added on the other`() {
    let result = pairing("销售额480亿元，增长39.5%。", "Sales of 4.8 billion yuan, up 39.5%.")
    #expect(result.missing == [0] && result.added == [0])
    #expect(result.conflicts.map(\.comparison) == [.differsByPowerOfTen(exponent: -1)])
    #expect(pairing("3月5日", "May 5").conflicts.map(\.comparison) == [.different])
    #expect(pairing("5000元", "5,000 dollars").conflicts.map(\.comparison) == [.unitMismatch])
  }

  @Test func `what one date says otherwise is told, though another date renders the rest`() {
    #expect(pairing("会议周三下午两点半举行", "It is set for 2:30 p.m. on Thursday.").conflicts.count == 1)
    #expect(pairing("从2015年到2020年", "between 2015 and 2022").conflicts.count == 1)
    #expect(pairing("周三下午两点半", "2:30 p.m. on Wednesday").conflicts.isEmpty)
    #expect(pairing("周三下午两点半，周四结束", "It begins at 2:30 p.m. and ends on Thursday.").conflicts.isEmpty)
  }

  @Test func `a child that is the fifth is no fifth of a child`() {
    for (chinese, english) in [("第五个孩子", "a fifth child"), ("第三方", "a third party")] {
      let result = pairing(chinese, english)
      #expect(result.added.isEmpty && result.missing.isEmpty, "\(english)")
    }
    #expect(pairing("双十一期间", "during the Double Eleven sales").added.isEmpty)
    #expect(pairing("千万不要", "Never do that.").missing.isEmpty)
  }

  @Test func `a segment of very many numbers is compared in linear time`() {
    func numbers(_ count: Int, from first: Int, _ unit: String) -> String {
      (0..<count).map { "\(first + $0 * 1013) \(unit)" }.joined(separator: ", ")
    }
    let result = pairing(numbers(700, from: 1001, "元"), numbers(700, from: 1001, "yuan"))
    #expect(result.agreeing.map(\.source) == result.agreeing.map(\.target) && result.agreeing.count == 700)
    let growth = ProcessorTime.growth(from: 300) { count in
      let result = pairing(numbers(count, from: 1001, "元"), numbers(count, from: 10_000_002, "yuan"))
      #expect(result.agreeing.isEmpty && result.missing.count == count && result.conflicts.count == count)
    }
    #expect(growth < 30)
  }

  @Test func `weak mentions are never asked for`() {
    let result = pairing("一个村有两个人，占一半。", "A village.")
    #expect(result.missing.isEmpty)
  }
}
