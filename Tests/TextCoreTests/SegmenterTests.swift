import TestSupport
import Testing
import TextCore

@Suite struct SegmenterTests {
  private func segments(_ text: String, _ language: Language) -> [String] {
    let text = MappedText(text)
    return Segmenter(language: language).segments(of: text).map { text.string(in: $0.span) }
  }

  /// Each case is a text with `|` where a segment ends; the spaces around it are not part of the segments.
  private func check(_ cases: [String], _ language: Language) {
    for marked in cases {
      let parts = marked.split(separator: "|").map { String($0).trimming() }
      #expect(segments(marked.filter { $0 != "|" }, language) == parts, "\(marked)")
    }
  }

  @Test func `Chinese sentences`() {
    check(
      [
        "今天下雨。|明天晴！|后天呢？", "他说：“今天下雨。”|然后走了。", "“为什么？”他问。".replacing("他问", with: "|他问"), "这是“为什么？”的答案。",
        "他来了（昨天到的。）。|她没来。", "《你好吗？》是一本书。|我读过。", "真的吗？！|是的。", "“你好。”|她说。", "增长3.5%。|下降2.1%。", "等等……|“好。”",
        "我……我不知道。", "一、总则；二、分则；三、附则。", "什么？，他问。", "『好。』|「不好。」|", "网址是http://a.cn/?x=1。|请看。", "好!|不好?|是的.",
        "他说：\"走吧。\"|她点头。", "你好。 ”|他走了。", "决定：(a)赞同；|(b)请各国；|（三）结束。", "得出结论; |“(d)请委员会", "好；（见下）不好。",
      ], .chinese)
  }

  @Test func `English sentences`() {
    check(
      [
        "It rains. |It stops! |Why?", "Mr. Smith met Dr. Wong. |They talked.",
        "The U.S. Government agreed. |He left the U.S. |The end.",
        "It grew 3.5 percent. |Then it fell.", "He said: \"It rains.\" |Then he left.", "“Why?” he asked. |“Because.”",
        "\"Why?\" Peter asked. |Nobody answered.", "J. K. Rowling wrote it. |I read it.",
        "At 8 a.m. Monday they left. |At 9 p.m. |They came back.",
        "See No. 5 and e.g. this. |Done.", "Alibaba Group Holding Ltd. said so. |Amazon.com Inc. |The rest followed.",
        "Wait... what? |Nothing.",
        "Wait... |He left.", "On Nov. 24 he came. |It was 2014. |We met.", "(It rains.) |He left.",
        "1. First point. |It is short.",
        "Version 1.2.3 is out. |Get it.", "He likes vitamin C. |The doctor does not.", "the 1990s. |A new era began.",
        "\"It was good. \" |He left.", "\"Go!\" |He went.", "It ended.|“Go on,” he said.",
        "He worked for D.E. Shaw. |Then he left the U.S.S.R. |The end.",
        "is it; etc; |(b) to monitor; |\"(iii) to end.",
        "one; (see below) two.", "Mr. Lee, O.B.E., J.P. |Mr. Wong spoke.",
        "The bowl (c. 1730) is here. |He likes vitamin c. |So do I.", "II. Key tasks",
        "It ends here. |IV. The rest follows. |He knew Part XIV. |So did I.",
      ], .english)
  }

  @Test func `lines`() {
    #expect(segments("标题\n第一句。第二句。\n\n第三句", .chinese) == ["标题", "第一句。", "第二句。", "第三句"])
    #expect(segments("Under the spotlight, Alibaba and\nGansu\nFormally hand in hand.", .english).count == 3)
    #expect(
      segments("The line breaks\nin the middle. Then\nit goes on.", .english) == [
        "The line breaks\nin the middle.", "Then\nit goes on.",
      ])
    #expect(segments("The first\n\nsecond", .english) == ["The first", "second"])
    #expect(segments("第一，\n第二。", .chinese) == ["第一，\n第二。"])
    let wrapped =
      "The quick brown fox jumps over the lazy dog and then\nPeter, who had seen it, ran to the house in order to\ntell Mary about it. She did not believe a word of\nit."
    #expect(segments(wrapped, .english).count == 2)
    #expect(segments("\r\n \u{3000}\u{FEFF}\r\n", .chinese).isEmpty)
    #expect(segments("", .english).isEmpty)
  }

  @Test func `kinds and paragraphs`() {
    let text = MappedText("Title here\n\nOne sentence. Another one.\n- an item\n2) the next item.")
    let segments = Segmenter(language: .english).segments(of: text)
    #expect(segments.map(\.kind) == [.heading, .sentence, .sentence, .listItem, .listItem])
    #expect(segments.map(\.paragraph) == [0, 1, 1, 2, 3])
    let chinese = Segmenter(language: .chinese).segments(of: MappedText("（一）总则\n一、目的。\n• 条目"))
    #expect(chinese.map(\.kind) == [.listItem, .listItem, .listItem])
  }

  @Test(arguments: Language.allCases)
  func `segments of any text cover it in order`(_ language: Language) {
    var random = RepeatableRandom(seed: 11)
    let pieces = [
      "。", "！", "？", "……", "”", "“", "《", "》", "（", "）", "\"", "'", ". ", ".", "! ", "?", "a", "The ", "Mr. ", "U.S. ",
      "3.5", "1. ",
      "中", "文，", "\n", "\n\n", "\r\n", " ", "\u{3000}", "\0", "é", "🙂", "- ", "...", "no. ",
    ]
    for _ in 0..<2_000 {
      var string = ""
      for _ in 0..<random.next(below: 20) { string += pieces[random.next(below: pieces.count)] }
      let text = MappedText(string)
      var position = 0
      for segment in Segmenter(language: language).segments(of: text) {
        #expect(segment.span.start >= position && !segment.span.isEmpty, "\(string.debugDescription)")
        #expect(
          text.string(in: TextSpan(position, segment.span.start)).trimming().isEmpty, "\(string.debugDescription)")
        position = segment.span.end
      }
      #expect(text.string(in: TextSpan(position, text.utf8.count)).trimming().isEmpty, "\(string.debugDescription)")
    }
  }

  @Test(arguments: Language.allCases)
  func `the time grows with the text`(_ language: Language) {
    for unit in ["a", "。", ".", "“", "(", "\" ", "一，", "1.", "J. ", "x\n"] {
      func duration(_ count: Int) -> Duration {
        let text = MappedText(String(repeating: unit, count: count))
        return (0..<3).map { _ in ProcessorTime.spent { _ = Segmenter(language: language).segments(of: text) } }
          .min()!
      }
      #expect(duration(80_000) < duration(10_000) * 30 + .milliseconds(20), "\(unit)")
    }
  }
}

extension String {
  /// The text without white space, zero-width marks and nulls at its ends.
  func trimming() -> String {
    let isSpace: (Unicode.Scalar) -> Bool = {
      $0.properties.isWhitespace || $0 == "\0" || $0 == "\u{FEFF}" || $0 == "\u{200B}"
    }
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}
