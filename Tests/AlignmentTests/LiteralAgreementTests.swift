import Testing

@testable import Alignment

/// What figures and Latin words say about whether two texts belong together.
struct LiteralAgreementTests {
  private func agreement(
    _ chinese: String, _ english: String, evidence: [Evidence] = []
  ) -> (shared: Int, lone: Int) {
    var agreement = LiteralAgreement()
    agreement.add(
      Bead(chinese: 0..<1, english: 0..<1, evidence: evidence), chinese: [SegmentText(chinese)],
      english: [SegmentText(english)])
    return (agreement.shared, agreement.lone)
  }

  @Test func `figures and Latin words of both sides are compared`() {
    let samples: [(chinese: String, english: String, shared: Int, lone: Int)] = [
      ("2018年开了2,600家店。", "In 2018, there were 2600 shops.", 2, 0),
      ("2018年开了260家店。", "In 2017, there were 47 shops.", 0, 4),
      // Small numbers are written in words, too, and those of an English text in numerals.
      ("他有3个孩子。", "He has three children.", 0, 0),
      ("他今年五十二岁。", "He is 52.", 0, 0),
      ("他今年很忙。", "He is 52.", 0, 1),
      ("有两万人用APP看病。", "Some 20,000 see doctors by app.", 1, 0),
      ("用GPS和AI种田", "farming with AI", 1, 1),
      ("涨了3.5%。", "It rose by 3.5 percent.", 1, 0),
      ("涨了3.5%。", "It rose by 3.7 percent.", 0, 2),
      ("末尾是3.", "It ends with 3,", 1, 0),
      ("", "", 0, 0),
    ]
    for sample in samples {
      let found = agreement(sample.chinese, sample.english)
      #expect(found == (sample.shared, sample.lone), "\(sample.chinese)")
    }
  }

  @Test func `what is named on both sides agrees, however it is written`() {
    let evidence = [
      Evidence(kind: .quantity, chinese: "12万元", english: "120,000 yuan", weight: 0.5),
      Evidence(kind: .word, chinese: "年", english: "village", weight: 0.2),
    ]
    #expect(agreement("他有12万元。", "He had 120,000 yuan.", evidence: evidence) == (1, 0))
    #expect(agreement("他有12万元。", "He had 120,000 yuan.") == (0, 1))
  }

  @Test func `a bead of one side has nothing to agree with`() {
    var agreement = LiteralAgreement()
    agreement.add(Bead(chinese: 0..<1, english: 0..<0), chinese: [SegmentText("2018年")], english: [])
    #expect(agreement.shared == 0 && agreement.lone == 0)
  }

  @Test func `without a dictionary strangers are told by their figures, however sure their bounds`() {
    let years = 2001...2012
    let chinese = years.map { SegmentText("村里在\($0)年修了\($0 % 7 + 31)座桥。") }
    func mode(_ english: (Int) -> String) -> AlignmentMode {
      let beads = chinese.indices.map {
        Bead(chinese: $0..<($0 + 1), english: $0..<($0 + 1), score: 0.4, confidence: 0.8)
      }
      return AlignmentMode.decided(
        beads: beads, chinese: chinese, english: years.map { SegmentText(english($0)) }, hasDictionary: false
      ).mode
    }
    #expect(mode { "The village built \($0 % 7 + 31) bridges in \($0)." } == .parallel)
    #expect(mode { "The school was given \($0 % 5 + 61) books in \($0 - 40)." } == .comparable)
  }
}
