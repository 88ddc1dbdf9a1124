import GlossaryStore
import Lexicon
import Terminology
import Testing
import TextCore

struct LookupTests {
  private static func store(in folder: TemporaryFolder) throws -> GlossaryStore {
    let store = try GlossaryStore.create(path: folder.path("terms.sqlite"))
    try store.install(
      GlossaryInfo(name: "project", rank: 10),
      entries: [
        entry("taobao", "淘宝", "Taobao", pinyin: "Táobǎo"),
        entry(
          "taobao-village", "淘宝村", "Taobao Village", pinyin: "Táobǎo cūn", admitted: ["Taobao villages cluster"],
          traditional: "淘寶村"),
        entry(
          "china-pavilion", "中国特色馆", "China Specialty Pavilion", pinyin: "Zhōngguó tèsè guǎn",
          deprecated: ["special China pavilion"]),
        entry("city-brain", "城市大脑", "City Brain", pinyin: "chéngshì dànǎo"),
        entry("cross-border", "跨境电商", "cross-border e-commerce", pinyin: "kuàjìng diànshāng"),
        entry("woman", "女性", "woman", pinyin: "nǚxìng"),
        entry("strategy", "战略", "strategy", pinyin: "zhànlüè", admitted: ["to plan"]),
        entry("jack-ma", "马云", "Jack Ma", pinyin: "Mǎ Yún", traditional: "馬雲"),
        entry("kfc", "肯德基", "KFC", pinyin: "Kěndéjī"),
      ])
    try store.install(
      GlossaryInfo(name: "dictionary", rank: 500, kind: .reference),
      entries: [
        entry("d1", "淘宝", "Taobao Marketplace", pinyin: "Táobǎo"), entry("d2", "套包", "set of bags", pinyin: "tàobāo"),
        entry("d3", "城市", "city", pinyin: "chéngshì"), entry("d4", "村", "village", pinyin: "cūn"),
      ])
    return store
  }

  /// A query and the concept that must come first, with its kind of match.
  private static let cases: [(query: String, id: String?, kind: MatchKind)] = [
    ("淘宝村", "taobao-village", .exact), ("淘寶村", "taobao-village", .exact), ("Taobao Village", "taobao-village", .exact),
    ("taobao  VILLAGE", "taobao-village", .exact), ("ＫＦＣ", "kfc", .exact), ("馬云", "jack-ma", .exact),
    ("Taobao villages", "taobao-village", .inflected), ("strategies", "strategy", .inflected),
    ("plan", "strategy", .inflected), ("taobaocun", "taobao-village", .pinyin),
    ("tao bao cun", "taobao-village", .pinyin), ("táobǎo cūn", "taobao-village", .pinyin),
    ("tao2bao3 cun1", "taobao-village", .pinyin), ("tàobāo", "d2", .pinyin), ("táobǎo", "taobao", .pinyin),
    ("nvxing", "woman", .pinyin), ("nüxing", "woman", .pinyin), ("nu:3xing4", "woman", .pinyin),
    ("zhanlve", "strategy", .pinyin), ("zhanlüe", "strategy", .pinyin), ("tbc", "taobao-village", .initials),
    ("zgtsg", "china-pavilion", .initials), ("csdn", "city-brain", .initials), ("跨境", "cross-border", .prefix),
    ("cross-bor", "cross-border", .prefix), ("特色馆", "china-pavilion", .contains), ("大脑", "city-brain", .contains),
    ("electronic", nil, .exact), ("specialty pav", "china-pavilion", .contains),
    ("pavilion special china", "china-pavilion", .words), ("special China pavilion", "china-pavilion", .exact),
    ("special China pavillion", "china-pavilion", .fuzzy), ("Toabao Village", "taobao-village", .fuzzy),
    ("跨境店商", "cross-border", .fuzzy), ("城市人脑", "city-brain", .fuzzy), ("淘定村", "taobao-village", .fuzzy),
    ("taobaochun", "taobao-village", .fuzzy), ("stratebies", nil, .fuzzy), ("没有的词", nil, .exact), ("", nil, .exact),
    ("  ", nil, .exact), ("\"", nil, .exact), ("* OR NEAR(", nil, .exact), ("%", nil, .exact), ("🙂", nil, .exact),
  ]

  @Test func `a query finds its concept first`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    for (query, id, kind) in Self.cases {
      let match = try store.matches(for: LookupQuery(query)).first
      #expect(match?.entry.id == id, "\(query)")
      if id != nil { #expect(match?.kind == kind, "\(query)") }
    }
  }

  @Test func `the glossary of the better rank comes first, and every match says where it is from`() throws {
    let folder = try TemporaryFolder()
    let matches = try Self.store(in: folder).matches(for: LookupQuery("淘宝"))
    #expect(matches.prefix(3).map(\.entry.id) == ["taobao", "d1", "taobao-village"])
    #expect(matches.prefix(3).map(\.glossary) == ["project", "dictionary", "project"])
    #expect(matches.map(\.score) == matches.map(\.score).sorted(by: >))
    #expect(matches.allSatisfy { $0.score > 0 && $0.score <= 1 })
  }

  @Test func `a match tells which term it was`() throws {
    let folder = try TemporaryFolder()
    let match = try #require(try Self.store(in: folder).matches(for: LookupQuery("special China pavilion")).first)
    #expect(match.term == Term(language: .english, text: "special China pavilion", status: .deprecated))
    #expect(match.entry.preferredTerm(in: .english)?.text == "China Specialty Pavilion")
  }

  @Test func `language, kind and limit narrow the answer`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    #expect(try store.matches(for: LookupQuery("taobao", language: .chinese)).first?.kind == .pinyin)
    #expect(
      try store.matches(for: LookupQuery("taobao", language: .english)).allSatisfy { $0.term.language == .english })
    #expect(try store.matches(for: LookupQuery("淘宝", match: .exact)).map(\.entry.id) == ["taobao", "d1"])
    #expect(try store.matches(for: LookupQuery("淘宝", match: .prefix)).map(\.entry.id) == ["taobao-village"])
    #expect(try store.matches(for: LookupQuery("aoba", match: .contains)).count == 3)
    #expect(try store.matches(for: LookupQuery("tb", match: .pinyin)).first?.entry.id == "taobao")
    #expect(try store.matches(for: LookupQuery("taob", match: .pinyin)).first?.kind == .prefix)
    #expect(try store.matches(for: LookupQuery("城市大脑", match: .fuzzy)).first?.kind == .exact)
    #expect(try store.matches(for: LookupQuery("淘宝", limit: 1)).count == 1)
    #expect(try store.matches(for: LookupQuery("淘宝", limit: 0)).isEmpty)
  }

  /// Readings for the tests of what sounds alike.
  private static let sounds: [Character: String] = [
    "陶": "táo", "淘": "táo", "保": "bǎo", "宝": "bǎo", "村": "cūn", "春": "chūn", "成": "chéng", "城": "chéng", "事": "shì",
    "市": "shì",
    "大": "dà", "脑": "nǎo", "恼": "nǎo", "肯": "kěn", "得": "dé", "德": "dé", "基": "jī", "鸡": "jī",
  ]

  private static var readings: LookupReadings {
    LookupReadings(
      ofText: { chinese in
        let syllables = chinese.compactMap { sounds[$0] }
        return syllables.count == chinese.count ? [syllables.joined(separator: " ")] : []
      },
      ofCharacter: { scalar in
        Unicode.Scalar(scalar).flatMap { sounds[Character($0)] }.flatMap { PinyinSyllable($0) }.map { [$0] } ?? []
      })
  }

  @Test func `a reading finds what sounds alike`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    let cases = [("陶保村", "taobao-village"), ("成事大恼", "city-brain"), ("肯得鸡", "kfc"), ("陶保春", "taobao-village")]
    for (query, id) in cases {
      let match = try store.matches(for: LookupQuery(query), readings: Self.readings).first
      #expect(match?.entry.id == id, "\(query)")
      #expect(match?.kind == .fuzzy, "\(query)")
      #expect(try store.matches(for: LookupQuery(query)).isEmpty, "\(query) without readings")
    }
  }

  @Test func `of a sentence the terms inside are listed, in reading order`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    let cases: [(text: String, ids: [String])] = [
      ("马云说，淘宝村和城市大脑都要靠跨境电商。", ["jack-ma", "taobao-village", "city-brain", "cross-border"]),
      ("馬雲説，淘寶村的女性", ["jack-ma", "taobao-village", "woman"]),
      (
        "Jack Ma visits two Taobao Villages, and Taobao's strategies.",
        ["jack-ma", "taobao-village", "taobao", "strategy"]
      ),
      ("The special China pavilions of KFC are open.", ["china-pavilion", "kfc"]),
      ("我们在城市里，淘宝网", ["d3", "taobao"]),
    ]
    for (text, ids) in cases {
      let matches = try store.matches(for: LookupQuery(text, limit: 1))
      #expect(matches.map(\.entry.id) == ids, "\(text)")
      #expect(matches.allSatisfy { $0.kind == .inside }, "\(text)")
      let spans = matches.compactMap(\.span)
      #expect(spans.count == ids.count && spans == spans.sorted())
      #expect(spans.allSatisfy { $0.end <= text.utf8.count })
    }
  }

  @Test func `the region decides between terms that match alike`() throws {
    let store = try GlossaryStore.inMemory()
    try store.install(
      GlossaryInfo(name: "g"),
      entries: [
        ConceptEntry(
          id: "a", terms: [Term(language: .simplifiedChinese, text: "出租车"), Term(language: .english, text: "taxi")]),
        ConceptEntry(
          id: "b", terms: [Term(language: .traditionalChinese, text: "計程車"), Term(language: .english, text: "taxi")]),
      ])
    #expect(try store.matches(for: LookupQuery("taxi", region: .mainland)).map(\.entry.id) == ["a", "b"])
    #expect(try store.matches(for: LookupQuery("taxi", region: .taiwan)).map(\.entry.id) == ["b", "a"])
    #expect(try store.matches(for: LookupQuery("taxi", region: .hongKong, limit: 1)).map(\.entry.id) == ["b"])
  }

  @Test func `a region's own term is the fittest`() {
    let term = { Term(language: .traditionalChinese, text: "x", region: $0) }
    let fits = [term("TW"), term(nil), term("HK")].map { LookupQuery.Region.taiwan.misfit(of: $0) }
    #expect(fits == [0, 1, 3])
    #expect(LookupQuery.Region.taiwan.misfit(of: Term(language: .simplifiedChinese, text: "x")) == 2)
  }

  @Test func `what somebody made of a concept of the program takes its place`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    var copy = try #require(try store.entry(withID: "taobao-village"))
    copy.terms.append(Term(language: .english, text: "Taobao hamlet", status: .forbidden))
    try store.install(GlossaryInfo(name: "mine", rank: 5), entries: [copy, entry("city-brain", "市脑", "brain")])
    let found = try store.matches(for: LookupQuery("淘宝村")).filter { $0.kind == .exact }
    #expect(found.map(\.glossary) == ["mine"])
    #expect(try store.matchCounts(for: [LookupQuery("淘宝村", match: .exact)]) == [1])
    let inside = try store.matches(for: LookupQuery("在淘宝村和城市大脑。", match: .inside))
    #expect(inside.map(\.glossary) == ["mine", "project"], "an id of two different things covers nothing")
  }

  @Test func `several queries in one transaction answer as each alone`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    let queries = Self.cases.map { LookupQuery($0.query) }
    let together = try store.matches(for: queries)
    let counts = try store.matchCounts(for: queries)
    for (index, query) in queries.enumerated() {
      #expect(try store.matches(for: query) == together[index])
      #expect(counts[index] == together[index].count, "\(query.text)")
    }
  }

  @Test func `any text is answered`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(in: folder)
    let hard = [
      String(repeating: "村", count: 30_000), String(repeating: "a", count: 300_000),
      String(repeating: "a ", count: 50_000), String(repeating: "淘宝村", count: 500), "\u{0}", "淘\u{0}宝", "\u{202E}村",
      "👨‍👩‍👧‍👦", "\u{FFFD}\u{FFFD}", "'; DROP TABLE term; --", "\u{10FFFF}", "e\u{301}", "a\"b\"c d", "- - -", "((((", "村*",
    ]
    for text in hard {
      for match in LookupQuery.Match.allCases where match == .any || text.utf8.count < 10_000 {
        _ = try store.matches(for: LookupQuery(text, match: match))
      }
      _ = try store.matches(for: LookupQuery(text, limit: Int.max), readings: Self.readings)
    }
    #expect(try store.matches(for: LookupQuery("淘宝村", limit: -1)).isEmpty)
    #expect(try store.matches(for: LookupQuery("淘宝村", limit: Int.max)).count == 1)
  }
}
