import GlossaryAudit
import Lexicon
import Names
import Terminology
import TestSupport
import Testing

/// Each check on glossaries that it must and must not say something about.
struct GlossaryAuditTests {
  private static func concept(
    _ id: String, field: String? = nil, _ terms: (TermLanguage, String, AdministrativeStatus)...
  )
    -> ConceptEntry
  {
    ConceptEntry(id: id, subjectField: field, terms: terms.map { Term(language: $0, text: $1, status: $2) })
  }

  private static func pair(_ id: String, _ chinese: String, _ english: String, field: String? = nil) -> ConceptEntry {
    concept(id, field: field, (.simplifiedChinese, chinese, .preferred), (.english, english, .preferred))
  }

  private static func found(_ concepts: [ConceptEntry], select: String) -> [AuditFinding] {
    GlossaryAudit(selection: [select]).findings(in: concepts)
  }

  @Test func `a glossary in order is left alone`() {
    let concepts = [
      Self.pair("a", "淘宝村", "Taobao village"), Self.pair("b", "城市大脑", "City Brain"),
      Self.pair("c", "电商", "e-commerce"),
    ]
    #expect(GlossaryAudit().findings(in: concepts).isEmpty)
    #expect(GlossaryAudit().findings(in: []).isEmpty)
  }

  @Test func `checks are named family slash name, each once`() {
    let ids = GlossaryCheck.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.split(separator: "/").count == 2, "\(id)") }
    #expect(GlossaryCheck.named("conflict/status")?.severity == .error)
  }

  @Test func `a source with several preferred translations is found, in both directions and folded`() {
    let concepts = [
      Self.pair("a", "文件", "file"), Self.pair("b", "文件", "document"), Self.pair("c", "檔案", "File"),
      Self.pair("d", "目录", "folder"),
    ]
    let chinese = Self.found(concepts, select: "conflict/chinese-term")
    #expect(chinese.map(\.conceptIDs) == [["a", "b"]])
    #expect(chinese.first?.message == "“文件” is translated as “file” and “document”")
    #expect(chinese.first?.severity == .warning)
    let english = Self.found(concepts, select: "conflict/english-term")
    #expect(english.map(\.conceptIDs) == [["a", "c"]])
  }

  @Test func `homonyms that their subject fields tell apart are only noted`() {
    let concepts = [
      Self.pair("a", "支持", "support", field: "finance"), Self.pair("b", "支持", "hold up", field: "building"),
    ]
    #expect(Self.found(concepts, select: "conflict").map(\.severity) == [.info])
  }

  @Test func `a form that is good here and forbidden there is an error`() {
    let concepts = [
      Self.pair("a", "电商", "e-commerce"),
      Self.concept(
        "b", (.simplifiedChinese, "网店", .preferred), (.english, "online shop", .preferred),
        (.english, "E-commerce", .forbidden)),
      Self.concept(
        "c", (.simplifiedChinese, "淘宝村", .preferred), (.english, "Taobao village", .preferred),
        (.english, "taobao Village", .forbidden)),
    ]
    let findings = Self.found(concepts, select: "conflict/status")
    #expect(findings.map(\.conceptIDs) == [["a", "b"]])
    #expect(findings.first?.severity == .error)
  }

  @Test func `a term that contains what another concept forbids is found at word boundaries`() {
    let concepts = [
      Self.concept(
        "a", (.simplifiedChinese, "电商", .preferred), (.english, "e-commerce", .preferred),
        (.english, "electricity provider", .forbidden)),
      Self.pair("b", "农村电商", "rural electricity provider"), Self.pair("c", "供电", "electricity providership"),
    ]
    #expect(Self.found(concepts, select: "conflict/forbidden-part").map(\.conceptIDs) == [["b", "a"]])
  }

  @Test func `doubles are found: ids, concepts, terms`() {
    let concepts = [
      Self.pair("a", "电商", "e-commerce"), Self.pair("a", "网商", "online merchant"),
      Self.pair("b", "電商", "E-Commerce"),
      Self.concept(
        "c", (.simplifiedChinese, "村", .preferred), (.english, "village", .preferred), (.english, "village", .admitted)),
    ]
    #expect(Self.found(concepts, select: "duplicate/id").map(\.conceptIDs) == [["a"]])
    #expect(Self.found(concepts, select: "duplicate/concept").map(\.conceptIDs) == [["a", "b"]])
    #expect(Self.found(concepts, select: "duplicate/term").map(\.conceptIDs) == [["c"]])
  }

  @Test func `scripts are told apart by the characters that belong to one alone`() {
    let cases: [(TermLanguage, String, Bool)] = [
      (.simplifiedChinese, "战略", false), (.simplifiedChinese, "戰略", true), (.simplifiedChinese, "乾坤", false),
      (.simplifiedChinese, "著名", false), (.traditionalChinese, "戰略", false), (.traditionalChinese, "战略", true),
      (.traditionalChinese, "皇后", false), (.traditionalChinese, "里長", false), (.traditionalChinese, "台灣", false),
      (.traditionalChinese, "體育", false), (.traditionalChinese, "体育", true), (.simplifiedChinese, "體育", true),
    ]
    for (language, text, isFound) in cases {
      let concept = Self.concept("a", (language, text, .preferred))
      #expect(Self.found([concept], select: "script/character").count == (isFound ? 1 : 0), "\(language) \(text)")
    }
    let wording = Self.concept(
      "a", (.simplifiedChinese, "软件", .preferred), (.traditionalChinese, "軟體", .preferred))
    #expect(Self.found([wording], select: "script/wording").map(\.severity) == [.info])
  }

  @Test func `pinyin has a syllable for each character`() {
    let cases: [(chinese: String, pinyin: String, isFound: Bool)] = [
      ("淘宝村", "Táobǎo cūn", false), ("淘宝村", "Táobǎo", true), ("西安", "Xī'ān", false), ("女儿", "nǚ'ér", false),
      ("花儿", "huār", false), ("T恤", "T xù", false), ("城市", "chéng shì guǎn", true), ("城市", "12", true),
      ("互联网+", "hùliánwǎng jiā", false),
      ("一带一路", "yí dài yí lù", false),
    ]
    for (chinese, pinyin, isFound) in cases {
      let term = Term(language: .simplifiedChinese, text: chinese, pinyin: pinyin)
      let findings = Self.found([ConceptEntry(id: "a", terms: [term])], select: "pinyin")
      #expect(findings.count == (isFound ? 1 : 0), "\(chinese) \(pinyin): \(findings.map(\.message))")
    }
  }

  @Test func `a syllable that its character never has is found`() throws {
    let reader = PinyinReader(
      dictionary: { scalar in ["重": ["zhòng", "chóng"], "庆": ["qìng"]][String(Unicode.Scalar(scalar) ?? " ")] ?? [] })
    for (pinyin, count) in [("Chóngqìng", 0), ("zhong qing", 0), ("Dàqìng", 1)] {
      let term = Term(language: .simplifiedChinese, text: "重庆", pinyin: pinyin)
      let audit = GlossaryAudit(selection: ["pinyin"], readings: reader)
      #expect(audit.findings(in: [ConceptEntry(id: "a", terms: [term])]).count == count, "\(pinyin)")
    }
  }

  @Test func `cells that are not clean are found`() {
    for text in [" village", "village\u{A0}", "a  b", "a\u{200B}b", "a\u{7}b", "\u{FFFD}", "\u{E000}x", " "] {
      let concept = Self.concept("a", (.english, text, .preferred))
      #expect(Self.found([concept], select: "text/tidy").count == 1, "\(text.debugDescription)")
    }
    for text in ["Taobao village", "café", "👨‍👩‍👧 emoji"] {
      #expect(Self.found([Self.concept("a", (.english, text, .preferred))], select: "text/tidy").isEmpty, "\(text)")
    }
  }

  @Test func `punctuation and letters of the other language are found`() {
    let cases: [(TermLanguage, String, Int)] = [
      (.english, "food，drink", 1), (.english, "ＷＴＯ", 1), (.english, "food, drink", 0), (.english, "“smart” city", 0),
      (.simplifiedChinese, "吃,喝", 1), (.simplifiedChinese, "吃，喝", 0), (.simplifiedChinese, "C:盘", 0),
    ]
    for (language, text, count) in cases {
      #expect(
        Self.found([Self.concept("a", (language, text, .preferred))], select: "text/width").count == count, "\(text)")
    }
    #expect(Self.found([Self.pair("a", "village", "村")], select: "text/language").count == 2)
  }

  @Test func `each language has one preferred term for a region`() {
    var two = Self.concept("a", (.english, "lift", .preferred), (.english, "elevator", .preferred))
    #expect(Self.found([two], select: "concept/preferred").count == 1)
    two.terms[0].region = "GB"
    #expect(Self.found([two], select: "concept/preferred").isEmpty)
    let none = Self.concept("b", (.simplifiedChinese, "电梯", .preferred), (.english, "lift", .admitted))
    #expect(Self.found([none], select: "concept/preferred").count == 1)
    #expect(Self.found([none], select: "concept/one-language").isEmpty)
    #expect(Self.found([Self.concept("c", (.english, "lift", .preferred))], select: "concept/one-language").count == 1)
  }

  @Test func `relations lead to a concept that is there`() {
    var concept = Self.pair("a", "电商", "e-commerce")
    concept.relations = [ConceptRelation(.broader, target: "b"), ConceptRelation(.related, target: "a")]
    #expect(Self.found([concept], select: "relation").count == 2)
    #expect(Self.found([concept, Self.pair("b", "商业", "commerce")], select: "relation").count == 1)
  }

  @Test func `many concepts are looked through in one go`() {
    let concepts = (0..<20_000).map { Self.pair("c\($0)", "词\($0 % 5000)号", "word \($0)") }
    #expect(Self.found(concepts, select: "conflict/chinese-term").count == 5000)
  }

  @Test func `statistics count what is there`() {
    let statistics = GlossaryStatistics(of: [
      Self.pair("a", "电商", "e-commerce", field: "trade"), Self.pair("b", "村", "village"),
      Self.concept("c", (.english, "alone", .forbidden)),
    ])
    #expect(statistics.conceptCount == 3 && statistics.termCount == 5)
    #expect(statistics.languages.map(\.count) == [2, 0, 3])
    #expect(statistics.statuses.first?.count == 4 && statistics.statuses.last?.count == 1)
    #expect(statistics.subjectFields.map(\.name) == ["", "trade"])
    #expect(statistics.coverage.first?.count == 2)
  }
}
