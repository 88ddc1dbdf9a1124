import Quantities
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
      ("2000人参加", "2000 took part"), ("“90后”占一半", "half were born in the 1990s"),
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

  @Test func `weak mentions are never asked for`() {
    let result = pairing("一个村有两个人，占一半。", "A village.")
    #expect(result.missing.isEmpty)
  }
}
