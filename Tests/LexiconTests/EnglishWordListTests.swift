import Testing

@testable import Lexicon

struct EnglishWordListTests {
  private static let words = [
    "village", "villages", "China", "china", "Alibaba", "WHO", "who", "McDonald", "transform", "transforming",
    "forming", "performing", "don't", "café", "Ürümqi", "class", "as", "a", "I", "Éire",
  ]

  private func list(_ words: [String] = words) throws -> EnglishWordList {
    try EnglishWordList(store: ByteStore(copying: EnglishWordList.compiled(words: words)))
  }

  @Test func `knows words in the cases that running text gives them`() throws {
    let list = try list()
    let known = [
      "village", "Village", "VILLAGE", "village's", "Villages’", "China", "CHINA", "ALIBABA", "Alibaba's", "WHO", "Who",
      "McDonald", "don't", "Don't", "café", "Café", "CAFÉ", "Ürümqi", "ÜRÜMQI", "class", "class's", "A",
      "i".uppercased(),
      "as", "Éire", "ÉIRE",
    ]
    for word in known { #expect(list.contains(word), "\(word)") }
    let unknown = [
      "", "'s", "s'", "vilage", "alibaba", "viLLage", "mcdonald", "i", "pforming", "villag", "villagess", "éire", "淘宝",
      "clas", "\u{FFFD}",
    ]
    for word in unknown { #expect(!list.contains(word), "\(word)") }
  }

  @Test func `tells names from words`() throws {
    let list = try list()
    for name in ["Alibaba", "alibaba", "ALIBABA", "Alibaba's", "McDonald", "I", "Éire"] {
      #expect(list.isName(name), "\(name)")
    }
    for word in ["China", "china", "who", "WHO", "village", "Nobody", ""] { #expect(!list.isName(word), "\(word)") }
  }

  @Test func `finds words by their beginning and their end`() throws {
    let list = try list()
    #expect(list.words(withPrefix: "vill") == ["village", "villages"])
    #expect(list.words(withPrefix: "transformi") == ["transforming"])
    #expect(list.words(withSuffix: "forming") == ["forming", "performing", "transforming"])
    #expect(list.words(withPrefix: "zz").isEmpty && list.words(withSuffix: "zz").isEmpty)
    #expect(list.words(withPrefix: "").count == list.count && list.words(withSuffix: "").count == list.count)
  }

  @Test func `agrees with a set of random words`() throws {
    var generator = SeededGenerator(seed: 5)
    func word() -> String {
      String((0..<Int.random(in: 1...6, using: &generator)).map { _ in "abst".randomElement(using: &generator)! })
    }
    let words = Set((0..<1_500).map { _ in word() })
    let list = try list(words.sorted())
    #expect(list.count == words.count)
    for _ in 0..<3_000 {
      let word = word()
      #expect(list.containsExactly(word) == words.contains(word))
    }
    for affix in ["a", "st", "bat", "tsab"] {
      #expect(list.words(withPrefix: affix) == words.filter { $0.hasPrefix(affix) }.sorted())
      #expect(Set(list.words(withSuffix: affix)) == words.filter { $0.hasSuffix(affix) })
    }
  }

  @Test func `reads word lists`() throws {
    let text = Array("\u{FEFF}# comment\nvillage\r\n\nvillage's\ncafé\n".utf8)
    #expect(try EnglishWordList.words(inLines: text) == ["village", "café"])
    for (bad, line) in [("one\ntwo words\n", 2), ("a\nb\n\u{7F}\n", 3)] {
      #expect(throws: LexiconError.malformedLine(line, .notAWord)) {
        try EnglishWordList.words(inLines: Array(bad.utf8))
      }
    }
    #expect(throws: LexiconError.malformedLine(1, .notAWord)) { try EnglishWordList.words(inLines: [0xFF, 0x0A]) }
  }

  @Test func `damaged data give an error or a defined answer`() {
    checkDamage(EnglishWordList.compiled(words: Self.words)) { store throws(LexiconError) in
      let list = try EnglishWordList(store: store)
      for word in Self.words + ["", "nothing"] { _ = (list.contains(word), list.isName(word)) }
      _ = (list.words(withPrefix: "v"), list.words(withSuffix: "g"))
    }
  }

  @Test func `letter cases`() {
    let cases: [(String, LetterCase)] = [
      ("village", .lower), ("Village", .capitalised), ("WHO", .upper), ("A", .upper), ("iPhone", .mixed),
      ("McDonald", .mixed), ("", .lower), ("42", .lower), ("Ürümqi", .capitalised), ("3G", .upper),
    ]
    for (word, expected) in cases { #expect(LetterCase(word.utf8) == expected, "\(word)") }
  }
}
