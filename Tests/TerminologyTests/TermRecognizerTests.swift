import Lexicon
import TestSupport
import TextCore
import Testing

@testable import Terminology

struct TermRecognizerTests {
  /// The concepts of these terms, one each; a term with Han characters is Chinese.
  private func concepts(_ terms: [String]) -> [ConceptEntry] {
    terms.enumerated().map { index, text in
      let isChinese = text.unicodeScalars.contains { $0.value.isHan }
      return ConceptEntry(
        id: "\(index)", terms: [Term(language: isChinese ? .simplifiedChinese : .english, text: text)])
    }
  }

  @Test func `finds terms where they stand and nowhere else`() {
    let cases: [(terms: [String], text: String)] = [
      (["淘宝村"], "全国有三千多个⟦淘宝村⟧。"),
      (["淘宝村"], "全國有三千多個⟦淘寶村⟧。"),
      (["淘宝", "淘宝村"], "⟦淘宝村⟧和⟦淘宝⟧"),
      (["Taobao village"], "The first ⟦Taobao Villages⟧ and a ⟦taobao village⟧."),
      (["Taobao villages"], "One ⟦Taobao village⟧, two ⟦Taobao villages⟧, the ⟦Taobao village⟧'s shops"),
      (["smart city"], "⟦Smart cities⟧, a ⟦smart\ncity⟧, a ⟦smart  city⟧, smartcity, smart\n\ncity"),
      (["WHO"], "those who know the ⟦WHO⟧, not Who nor WHOLE"),
      (["PC"], "two ⟦PCs⟧, one ⟦PC⟧; pc, pcs, ⟦ＰＣ⟧端"),
      (["DT"], "从IT到⟦DT⟧时代, dt"),
      (["Ali"], "⟦Ali⟧ is not alike nor ali; ⟦Ali⟧'s; ⟦ALI⟧; Alike"),
      (["WeChat"], "⟦WeChat⟧ and ⟦WECHAT⟧, not wechat"),
      (["cross-border e-commerce"], "⟦cross border e-commerce⟧ is ⟦Cross-border e-commerce⟧"),
      (["rate of return"], "⟦rates of return⟧ and ⟦Rate of return⟧"),
      (["DT era"], "the ⟦DT Era⟧, the ⟦DT era⟧, the dt era"),
      (["T恤"], "两件⟦T恤⟧、⟦t恤⟧、AT恤"),
      (["5G"], "⟦5G⟧网络, 15G, 5GB"),
      (["café"], "⟦Café⟧ ⟦cafe\u{301}⟧ caféś, cafe"),
      (["淘宝"], "ａ⟦淘宝⟧🙂⟦淘寶⟧e\u{301}⟦淘宝⟧"),
      (["“双创”"], "搞⟦\"双创\"⟧，搞⟦「双创」⟧"),
      (["go abroad"], "⟦go abroad⟧"),
      (["times", "customs"], "three ⟦times⟧ this time, ⟦Customs⟧, a custom"),
      (["li"], "ten ⟦li⟧ with Li Yong, LI"),
      (["数字化"], "⟦数字化⟧\u{FFFD}字化"),
    ]
    for (terms, text) in cases {
      let marked = MarkedText(text)
      let spans = TermRecognizer(concepts(terms)).matches(in: marked.text).map(\.span)
      #expect(spans == marked.spans, "\(terms) in \(text)")
    }
  }

  @Test func `says how the text writes the term`() {
    let cases: [(term: String, text: String, form: TermMatch.Form)] = [
      ("淘宝村", "淘宝村", .exact), ("淘宝村", "淘寶村", .folded), ("smart city", "smart city", .exact),
      ("smart city", "Smart City", .folded), ("smart city", "smart cities", .inflected),
      ("cross-border trade", "cross border trade", .respelled), ("Taobao villages", "Taobao village", .inflected),
      ("DT", "ＤＴ", .folded),
    ]
    for (term, text, form) in cases {
      #expect(TermRecognizer(concepts([term])).matches(in: text).map(\.form) == [form], "\(text)")
    }
  }

  @Test func `gives every term of one folded form`() {
    let village = ConceptEntry(
      id: "village",
      terms: [
        Term(language: .simplifiedChinese, text: "云村"), Term(language: .traditionalChinese, text: "雲村"),
        Term(language: .english, text: "cloud village"),
      ])
    let song = ConceptEntry(id: "song", terms: [Term(language: .simplifiedChinese, text: "云村")])
    let matches = TermRecognizer([village, song]).matches(in: "雲村")
    #expect(matches.map { [$0.concept, $0.term] } == [[0, 0], [0, 1], [1, 0]])
    #expect(matches.map(\.form) == [.folded, .exact, .folded])
    #expect(matches.map(\.language) == [.simplifiedChinese, .traditionalChinese, .simplifiedChinese])
  }

  @Test func `nested terms come when asked for`() {
    let terms = ["淘宝", "淘宝村", "村民", "smart city", "city", "city brain"]
    let recognizer = TermRecognizer(concepts(terms))
    func found(_ text: String, nested: Bool) -> [String] {
      recognizer.matches(in: text, nested: nested).map { terms[$0.concept] }
    }
    #expect(found("淘宝村民", nested: false) == ["淘宝村"])
    #expect(found("淘宝村民", nested: true) == ["淘宝村", "淘宝", "村民"])
    #expect(found("a smart city brain", nested: false) == ["smart city"])
    #expect(found("a smart city brain", nested: true) == ["smart city", "city brain", "city"])
  }

  @Test func `a word that no capital forbids falls back to the shorter term`() {
    let terms = ["IT", "it works"]
    let recognizer = TermRecognizer(concepts(terms))
    #expect(recognizer.matches(in: "IT WORKS").map { terms[$0.concept] } == ["it works"])
    let exact = TermRecognizer(patterns: [
      .init("IT", language: .english, concept: 0, term: 0),
      .init("IT Works", language: .english, concept: 1, term: 0, caseRule: .exact),
    ])
    #expect(exact.matches(in: "IT works").map(\.concept) == [0])
    #expect(exact.matches(in: "IT Works").map(\.concept) == [1])
  }

  @Test func `case rules`() {
    let cases: [(term: String, rule: CaseRule, text: String, isMet: Bool)] = [
      ("WHO", .any, "who", true), ("WHO", .smart, "who", false), ("WHO", .smart, "WHO", true),
      ("Ali", .smart, "ali", false),
      ("ali", .smart, "Ali", true), ("Ali", .any, "ali", true), ("Ali", .exact, "ALI", false),
      ("Ali", .exact, "Ali", true),
      ("iPhone", .smart, "IPHONE", true), ("iPhone", .smart, "Iphone", false), ("A", .smart, "a", false),
      ("Smart City", .smart, "smart city", true), ("Smart City", .exact, "Smart city", false),
      ("B2B", .smart, "b2b", false), ("B2B", .smart, "B2B", true), ("eBay", .smart, "eBay", true),
    ]
    for (term, rule, text, isMet) in cases {
      let pattern = CasePattern(term, rule: rule, isOrdinaryWord: nil)
      let result = Array(text.utf8).withUnsafeBufferPointer { pattern.isMet(by: $0) }
      #expect(result == isMet, "\(term) \(rule) \(text)")
    }
  }

  @Test func `a name that is no word may stand in lower case`() {
    let recognizer = TermRecognizer(concepts(["Alibaba", "Turkey"])) { $0 == "turkey" }
    #expect(recognizer.matches(in: "alibaba ate turkey in Turkey").map(\.span) == [TextSpan(0, 7), TextSpan(22, 28)])
  }

  @Test func `verbs, adjectives and names are inflected as such`() {
    let cases: [(text: String, partOfSpeech: String?, type: String?, found: [String], missed: [String])] = [
      ("go abroad", "verb", nil, ["goes abroad", "going abroad", "went abroad"], ["go abroads"]),
      ("empower", "v.", nil, ["empowers", "empowered", "empowering"], []),
      ("digital", "adjective", nil, ["digital"], ["digitals"]),
      ("Jack Ma", nil, "person", ["Jack Ma", "JACK MA"], ["Jack Mas"]),
      ("news agency", "noun", nil, ["news agencies"], ["new agency"]),
      ("think tank", nil, "organisation", ["think tanks"], ["thinks tank"]),
    ]
    for (text, partOfSpeech, type, found, missed) in cases {
      let recognizer = TermRecognizer(patterns: [
        .init(text, language: .english, concept: 0, term: 0, partOfSpeech: partOfSpeech, type: type)
      ])
      for form in found {
        #expect(recognizer.matches(in: form).map(\.span) == [TextSpan(0, form.utf8.count)], "\(form)")
      }
      for form in missed {
        #expect(!recognizer.matches(in: form).contains { $0.span.length == form.utf8.count }, "\(form)")
      }
    }
  }

  @Test func `spans lead back to the file`() throws {
    let gbk: [UInt8] = [0xD4, 0xDA, 0xCC, 0xD4, 0xB1, 0xA6, 0xB4, 0xE5]  // 在淘宝村
    var map = OffsetMap()
    map.append(derived: 3, source: 2, count: 4)
    let text = MappedText(utf8: Array("在淘宝村".utf8), origin: map)
    let match = try #require(TermRecognizer(concepts(["淘宝村"])).matches(in: text).first)
    #expect(match.span == TextSpan(3, 12))
    #expect(text.fileSpan(of: match.span) == TextSpan(2, 8) && gbk.count == 8)
  }

  @Test func `agrees with a slow obvious search`() {
    var generator = SeededBits(state: 99)
    let letters = ["淘", "宝", "寶", "村", "a", "B", " ", "，", "é"]
    func word(_ length: ClosedRange<Int>) -> String {
      (0..<Int.random(in: length, using: &generator)).map { _ in letters.randomElement(using: &generator)! }.joined()
    }
    for _ in 0..<60 {
      var keys: Set<String> = []
      var terms: [String] = []
      for _ in 0..<12 {
        let term = word(1...4).filter { $0 != " " && $0 != "，" }
        if !term.isEmpty, keys.insert(Folding.folded(term)).inserted { terms.append(term) }
      }
      let patterns = terms.enumerated().map { index, term in
        TermRecognizer.Pattern(term, language: .simplifiedChinese, concept: index, term: 0, caseRule: .any)
      }
      let text = word(0...40)
      let found = TermRecognizer(patterns: patterns).matches(in: text, nested: true)
      let expected = slowSearch(terms, in: text)
      #expect(Set(found.map { [$0.span.start, $0.span.end, $0.concept] }) == expected, "\(terms) in \(text)")
      #expect(found.count == expected.count)
    }
  }

  /// Every place of every term, scalar by scalar: start, end, index of the term.
  private func slowSearch(_ terms: [String], in text: String) -> Set<[Int]> {
    func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic && scalar.value < 0x250 }
    let scalars = Array(text.unicodeScalars)
    var result: Set<[Int]> = []
    for (index, term) in terms.enumerated() {
      let key = Folding.folded(term)
      for start in scalars.indices {
        for end in (start + 1)..<(scalars.count + 1) {
          func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
          guard Folding.folded(text(start..<end)) == key else { continue }
          if start > 0, isLatin(scalars[start]), isLatin(scalars[start - 1]) { continue }
          if end < scalars.count, isLatin(scalars[end]), isLatin(scalars[end - 1]) { continue }
          result.insert([text(0..<start).utf8.count, text(0..<end).utf8.count, index])
        }
      }
    }
    return result
  }

  @Test func `compiled terms open again, and only over their own concepts`() throws {
    let concepts = concepts(["淘宝村", "smart city"])
    let blob = TermRecognizer.compiled(from: concepts)
    let opened = try TermRecognizer(store: ByteStore(copying: blob), concepts: concepts)
    #expect(opened.matches(in: "淘宝村 smart cities") == TermRecognizer(concepts).matches(in: "淘宝村 smart cities"))
    #expect(throws: LexiconError.malformedSection(9)) {
      try TermRecognizer(store: ByteStore(copying: blob), concepts: Array(concepts.prefix(1)))
    }
    #expect(TermRecognizer([]).matches(in: "淘宝村").isEmpty)
  }

  @Test func `damaged data give an error or a defined answer`() {
    let concepts = concepts(["淘宝村", "smart city", "WHO"])
    let blob = TermRecognizer.compiled(from: concepts)
    var generator = SeededBits(state: 17)
    var opened = 0
    for round in 0..<80 {
      var copy = blob
      if round % 4 == 0 { copy.removeLast(Int.random(in: 1...copy.count, using: &generator)) }
      for _ in 0..<4 where !copy.isEmpty {
        let offset = Int.random(in: 0..<min(copy.count, 6_000), using: &generator)
        copy[round.isMultiple(of: 2) ? offset : copy.count - 1 - offset] ^=
          1 << UInt8.random(in: 0..<8, using: &generator)
      }
      guard let recognizer = try? TermRecognizer(store: ByteStore(copying: copy), concepts: concepts) else { continue }
      opened += 1
      for match in recognizer.matches(in: "在淘宝村 the WHO and smart cities", nested: true) {
        #expect(concepts.indices.contains(match.concept))
      }
    }
    #expect(opened > 0)
  }
}

/// A generator with a seed, so that a failing case comes back.
private struct SeededBits: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {  // splitmix64
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
