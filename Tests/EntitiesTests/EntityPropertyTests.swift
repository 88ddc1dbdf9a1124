import Entities
import Terminology
import TestSupport
import TextCore
import Testing

/// What holds for every text: spans between scalars, in order, apart, the same each time, in time that grows with it.
struct EntityPropertyTests {
  /// Numbers of a fixed sequence, so that a failure comes back.
  private struct Generator {
    var state: UInt64
    mutating func next(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
  }

  private static let pieces: [String] = [
    "马云", "張勇", "省委书记", "表示", "，", "。", "\n", "\r\n", " ", "东莞市", "（", "）", "(", "12", "3.5亿元", "第七届", "2014年",
    "·", "特朗普", "县", "省发改委", "Huang", "Liandong", "said", "New", "York", "U.S.", "University", "of", "the", "-", "’s",
    "'",
    "é", "e\u{301}", "🙂", "\u{200B}", "\u{FEFF}", "\u{0}", "\u{FFFD}", "𠮷", "Ü", "http://a.b/c/12", "村", "记者", "：",
    "淘宝村", "马", "Ma",
  ]

  private static let concepts = [
    ConceptEntry(
      id: "a", type: "person",
      terms: [Term(language: .simplifiedChinese, text: "马云"), Term(language: .english, text: "Jack Ma")]),
    ConceptEntry(
      id: "b", type: "place",
      terms: [Term(language: .simplifiedChinese, text: "淘宝村"), Term(language: .english, text: "Taobao Village")]),
  ]
  private static let recogniser = EntityRecognizer(terms: TermRecognizer(concepts), concepts: concepts)

  private func check(_ text: MappedText, _ language: Language, _ comment: Comment) {
    let boundaries = Set(text.utf8.indices.filter { text.utf8[$0] & 0xC0 != 0x80 } + [text.utf8.count])
    for nested in [false, true] {
      let mentions = Self.recogniser.mentions(in: text, language: language, nested: nested)
      var end = 0
      var start = 0
      for mention in mentions {
        #expect(boundaries.contains(mention.span.start) && boundaries.contains(mention.span.end), comment)
        #expect(!mention.span.isEmpty && mention.text == text.string(in: mention.span), comment)
        #expect(mention.span.start >= (nested ? start : end), comment)
        #expect((0...1).contains(mention.confidence) && !mention.evidence.isEmpty, comment)
        start = mention.span.start
        end = mention.span.end
      }
      #expect(mentions == Self.recogniser.mentions(in: text, language: language, nested: nested), comment)
      #expect(Array(EntityMentions(mentions, in: text)) == mentions, comment)
    }
  }

  @Test
  func `mentions of any text are in order and between scalars`() {
    for seed in 0..<300 {
      var generator = Generator(state: UInt64(seed) &* 977 &+ 5)
      let count = generator.next(below: 60)
      let text = (0..<count).map { _ in Self.pieces[generator.next(below: Self.pieces.count)] }.joined()
      for language in [Language.chinese, .english] { check(MappedText(text), language, "seed \(seed)") }
    }
  }

  @Test
  func `a name is found at its bytes, however many characters of other lengths stand before it`() {
    for before in 0..<70 {
      let text = MappedText(String(repeating: "aé好🀄", count: before).prefix(before) + "。马云说，他在东莞市。")
      let names = Self.recogniser.mentions(in: text, language: .chinese).map(\.text)
      #expect(names == ["马云", "东莞市"], "\(before)")
    }
  }

  @Test
  func `a text of nothing, or of one thing again and again, has a defined result`() {
    let texts = ["", "\n", " ", "马", "·", "(", "（", "0", "県", "\u{0}"]
    for text in texts + texts.map({ String(repeating: $0, count: 2000) }) {
      for language in [Language.chinese, .english] { check(MappedText(text), language, "\(text.prefix(3))") }
    }
  }

  @Test
  func `brackets nested a hundred thousand deep and a long line are read in time`() {
    let depth = 100_000
    let sentence = "2014年11月24日，省委书记马云在东莞市说，增长39.5%。"
    for text in [
      String(repeating: "（", count: depth) + "马云" + String(repeating: "）", count: depth),
      String(repeating: "(", count: depth) + "Jack Ma" + String(repeating: ")", count: depth),
      String(repeating: sentence, count: (1 << 17) / sentence.utf8.count),
      String(repeating: "3 ", count: 1 << 16), String(repeating: "三", count: 1 << 16),
    ] {
      for language in [Language.chinese, .english] {
        let time = ProcessorTime.spent { _ = Self.recogniser.mentions(in: MappedText(text), language: language) }
        #expect(time < .seconds(60), "\(text.prefix(8))")
      }
    }
  }

  @Test
  func `the time grows with the text and no faster`() {
    for (piece, language) in [
      ("省委书记马云说，张勇和李明、王强来到东莞市", Language.chinese), ("马", .chinese), ("（", .chinese), ("第", .chinese), ("特·", .chinese),
      ("县", .chinese),
      ("大学", .chinese), ("1", .chinese), ("Huang Liandong said ", .english), ("A", .english), ("Ma ", .english),
      ("New ", .english),
      ("University of ", .english), ("((((", .english), ("Mr. ", .english), ("a-", .english), ("1,", .english),
    ] {
      func seconds(_ bytes: Int) -> Duration {
        let text = MappedText(String(repeating: piece, count: bytes / piece.utf8.count + 1))
        return ProcessorTime.spent { _ = Self.recogniser.mentions(in: text, language: language) }
      }
      _ = seconds(2000)
      let short = max(seconds(10_000), .milliseconds(2))
      #expect(seconds(80_000) < short * 40, "\(piece)")
    }
  }
}
