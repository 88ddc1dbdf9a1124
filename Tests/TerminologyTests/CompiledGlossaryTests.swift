import Lexicon
import TestSupport
import TextCore
import Testing

@testable import Terminology

struct CompiledGlossaryTests {
  private static let entries = [
    ConceptEntry(
      id: "village", subjectField: "commerce", type: "term",
      terms: [
        Term(language: .simplifiedChinese, text: "淘宝村", pinyin: "Táobǎo cūn", extra: [.init(name: "a", value: "b")]),
        Term(
          language: .traditionalChinese, text: "淘寶村", status: .admitted, region: "TW", type: .fullForm,
          note: "n", source: "s", contexts: [.init(text: "一个淘寶村", translation: "one", source: "paper")]),
        Term(
          language: .english, text: "Taobao Village", status: .forbidden, partOfSpeech: "noun", gender: .neuter,
          caseRule: .exact, matchRule: .word),
      ],
      definition: "d", definitionSource: "ds", languageDefinitions: [.init(language: .english, text: "x")], note: "n",
      source: "s", doNotTranslate: true, review: .proposed, customer: "c", project: "p",
      relations: [.init(.useInstead, target: "who", note: "r")], references: [.init(.picture, target: "t", label: "l")],
      extra: [.init(name: "é", value: "")]),
    ConceptEntry(
      id: "who",
      terms: [
        Term(language: .english, text: "WHO"), Term(language: .english, text: "World Health Organization"),
        Term(language: .simplifiedChinese, text: "世卫组织"),
      ]),
    ConceptEntry(id: "nothing", terms: []),
  ]
  private static let text = "在淘宝村，WHO與世衛組織 visited two Taobao Villages, a Taobao Village."

  private func opened(_ bytes: [UInt8], _ identity: String = "a") throws -> CompiledGlossary {
    try CompiledGlossary(store: ByteStore(copying: bytes), identity: Array(identity.utf8))
  }

  @Test func `a compiled glossary is the one it was made from`() throws {
    let compiled = CompiledGlossary.compiled(from: Self.entries, identity: Array("a".utf8))
    let glossary = try opened(compiled)
    #expect(Array(glossary.concepts) == Self.entries)
    #expect(glossary.concepts.entry(withID: "who") == Self.entries[1])
    #expect(glossary.concepts.entry(withID: "whom") == nil)
    let matches = glossary.recognizer.matches(in: Self.text, nested: true)
    #expect(!matches.isEmpty && matches == TermRecognizer(Self.entries).matches(in: Self.text, nested: true))
    #expect(throws: LexiconError.stale) { try opened(compiled, "b") }
  }

  @Test func `words of terms are known`() {
    let table = ConceptTable(Self.entries)
    #expect(table.hasWord("health") && !table.hasWord("village") && !table.hasWord("heal"))
    #expect(table.terms(endingIn: "Organization").map { [$0.concept, $0.term] } == [[1, 1]])
    #expect(table.terms(endingIn: "Village").count == 1 && table.terms(endingIn: "WHO").isEmpty)
  }

  @Test func `damaged data are refused or harmless`() throws {
    let compiled = CompiledGlossary.compiled(from: Self.entries, identity: Array("a".utf8))
    var generator = SeededBytes(state: 5)
    for round in 0..<400 {
      var copy = compiled
      if round % 5 == 0 {
        copy.removeLast(Int.random(in: 1...copy.count, using: &generator))
      } else {
        copy[Int.random(in: 0..<copy.count, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      }
      guard let glossary = try? opened(copy) else { continue }
      for match in glossary.recognizer.matches(in: Self.text, nested: true) {
        #expect(match.term < glossary.concepts[match.concept].terms.count)
      }
      _ = glossary.concepts.entry(withID: "who")
      _ = glossary.concepts.terms(endingIn: "Village").map { glossary.concepts[Int($0.concept)].terms[Int($0.term)] }
    }
  }

  /// Without the sum over the whole, every number that a search goes by may be anything.
  @Test func `hostile numbers lead nowhere`() {
    let terms = TermRecognizer.compiled(from: Self.entries)
    var generator = SeededBytes(state: 6)
    var opened = 0
    let length = terms.count - 0x20400  // what follows the table of characters
    for _ in 0..<1500 {
      var copy = terms
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        let offset = copy.count - 1 - Int.random(in: 0..<length, using: &generator)
        copy[offset] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      }
      guard let recognizer = try? TermRecognizer(store: ByteStore(copying: copy), concepts: Self.entries) else {
        continue
      }
      opened += 1
      for match in recognizer.matches(in: Self.text, nested: true) {
        #expect(match.span.end <= Self.text.utf8.count && match.concept < Self.entries.count)
      }
    }
    #expect(opened > 0)
  }

  @Test func `match rules`() {
    let cases: [(term: String, rule: MatchRule, text: String)] = [
      ("village", .inflected, "a ⟦village⟧, ⟦villages⟧, villager"),
      ("village", .word, "a ⟦village⟧, villages, ⟦Village⟧"),
      ("e-commerce site", .exact, "an ⟦e-commerce site⟧, e-commerce sites, e‑commerce site"),
      ("淘宝", .exact, "⟦淘宝⟧和淘寶"),
      ("淘宝", .word, "⟦淘宝⟧和⟦淘寶⟧"),
      ("tao", .substring, "⟦Tao⟧bao, the ⟦tao⟧, in⟦tao⟧"),
      ("5G", .substring, "1⟦5G⟧B"),
      ("5G", .word, "15GB, ⟦5G⟧网"),
    ]
    for (text, rule, sample) in cases {
      let isChinese = text.unicodeScalars.contains { $0.value.isHan }
      let marked = MarkedText(sample)
      let pattern = TermRecognizer.Pattern(
        text, language: isChinese ? .simplifiedChinese : .english, concept: 0, term: 0,
        caseRule: rule == .substring ? .any : .smart, matchRule: rule)
      let spans = TermRecognizer(patterns: [pattern]).matches(in: marked.text).map(\.span)
      #expect(spans == marked.spans, "\(text) \(rule) in \(sample)")
    }
  }

  @Test func `English phrases agree with a search by words`() {
    let vocabulary = ["a", "go", "on", "the", "internationalisation", "internationalism", "of", "city", "c", "smart"]
    var generator = SeededBytes(state: 11)
    func phrase(_ length: ClosedRange<Int>) -> [String] {
      (0..<Int.random(in: length, using: &generator)).map { _ in vocabulary.randomElement(using: &generator)! }
    }
    for _ in 0..<40 {
      let terms = Array(Set((0..<15).map { _ in phrase(1...4) })).sorted { $0.lexicographicallyPrecedes($1) }
      let recognizer = TermRecognizer(
        patterns: terms.enumerated().map {
          .init($1.joined(separator: " "), language: .english, concept: $0, term: 0, caseRule: .any, matchRule: .word)
        })
      let words = phrase(1...60)
      let starts = words.reduce(into: [0]) { $0.append($0.last! + $1.utf8.count + 1) }
      var expected: Set<[Int]> = []
      for (index, term) in terms.enumerated() where term.count <= words.count {
        for start in 0...(words.count - term.count) where Array(words[start..<start + term.count]) == term {
          expected.insert([starts[start], starts[start + term.count] - 1, index])
        }
      }
      let found = recognizer.matches(in: words.joined(separator: " "), nested: true)
      #expect(Set(found.map { [$0.span.start, $0.span.end, $0.concept] }) == expected && found.count == expected.count)
    }
  }

  @Test func `long texts are read whole`() {
    let recognizer = TermRecognizer(patterns: [.init("淘宝村", language: .simplifiedChinese, concept: 0, term: 0)])
    let filler = ["的", "ab ", "，", "e\u{301}", "㎡", "  \n", "🙂"]
    var generator = SeededBytes(state: 3)
    var text = ""
    var spans: [TextSpan] = []
    while text.utf8.count < 60_000 {
      for _ in 0..<Int.random(in: 1...80, using: &generator) { text += filler.randomElement(using: &generator)! }
      let start = text.utf8.count
      text += "淘宝村"
      spans.append(TextSpan(start, start + 9))
    }
    let isSame = recognizer.matches(in: text).map(\.span) == spans
    #expect(isSame)
  }
}

/// A generator with a seed, so that a failing case comes back.
private struct SeededBytes: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {  // splitmix64
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
