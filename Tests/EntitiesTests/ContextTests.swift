import Entities
import Terminology
import TestSupport
import TextCore
import Testing

/// What the rest of a text says about a name: who of several is meant, and whose office it is.
struct ContextTests {
  private func mentions(
    of text: String, _ language: Language = .chinese, by recogniser: EntityRecognizer = EntityRecognizer()
  ) -> [EntityMention] {
    recogniser.mentions(in: MappedText(text), language: language)
  }

  private static let concepts = [
    ConceptEntry(
      id: "person-zhang-alibaba", type: "person",
      terms: [Term(language: .simplifiedChinese, text: "张勇"), Term(language: .english, text: "Daniel Zhang")],
      note: "chief executive of Alibaba Group; many namesakes, one of them at Haidilao"),
    ConceptEntry(
      id: "person-zhang-haidilao", type: "person",
      terms: [Term(language: .simplifiedChinese, text: "张勇"), Term(language: .english, text: "Zhang Yong")],
      definition: "Founder of Haidilao."),
    ConceptEntry(
      id: "org-alibaba", type: "organisation",
      terms: [Term(language: .simplifiedChinese, text: "阿里巴巴"), Term(language: .english, text: "Alibaba Group")]),
    ConceptEntry(
      id: "org-haidilao", type: "organisation",
      terms: [Term(language: .simplifiedChinese, text: "海底捞"), Term(language: .english, text: "Haidilao")]),
  ]
  static let recogniser = EntityRecognizer(terms: TermRecognizer(concepts), concepts: concepts)

  @Test
  func `of people with one name the one stands whose organisation the text names`() {
    let cases: [(String, [String])] = [
      ("海底捞的张勇说，菜要新鲜。", ["person-zhang-haidilao"]), ("阿里巴巴首席执行官张勇说，路要修。", ["person-zhang-alibaba"]),
      ("阿里巴巴的张勇来了。\n\n这里说别的事，说了很久很久，又说了很久。\n\n海底捞的张勇也来了。", ["person-zhang-alibaba", "person-zhang-haidilao"]),
      ("张勇说，天气很好。", ["person-zhang-alibaba"]),
    ]
    for (text, ids) in cases {
      let people = mentions(of: text, by: Self.recogniser).filter { $0.kind == .person }
      #expect(people.compactMap(\.conceptID) == ids, "\(text)")
    }
  }

  @Test
  func `a person of whose organisations the text names none is less sure`() throws {
    let one = Array(Self.concepts.dropFirst(1))
    let recogniser = EntityRecognizer(terms: TermRecognizer(one), concepts: one)
    let own = try #require(mentions(of: "海底捞的张勇来了。", by: recogniser).first { $0.kind == .person })
    let other = try #require(mentions(of: "阿里巴巴的张勇来了。", by: recogniser).first { $0.kind == .person })
    #expect(own.confidence > 0.9 && other.confidence < 0.7)
  }

  @Test
  func `an office that names no region belongs to the one that the text speaks of`() {
    let cases: [(String, String, String?)] = [
      ("甘肃省的会议上，省发改委发言。", "省发改委", "甘肃省发改委"), ("省工信委发言。浙江很大，浙江很远，河北也远。", "省工信委", "浙江省工信委"),
      ("记者来到杭州市，市商务局说好。", "市商务局", "杭州市商务局"), ("省发改委发言。", "省发改委", nil),
    ]
    for (text, office, value) in cases {
      let found = mentions(of: text).first { $0.kind == .organisation }
      #expect(found?.text == office, "\(text)")
      #expect(found?.value == value, "\(text)")
    }
  }

  @Test
  func `a kind of organisation is a term, with the name of the one that the text speaks of`() throws {
    let concepts = [
      ConceptEntry(
        id: "org-provincial-government", type: "organisation",
        terms: [
          Term(language: .simplifiedChinese, text: "省政府", partOfSpeech: "noun"),
          Term(language: .english, text: "provincial government", partOfSpeech: "noun"),
        ]),
      ConceptEntry(
        id: "term-reporter", type: "word",
        terms: [Term(language: .simplifiedChinese, text: "记者"), Term(language: .english, text: "reporter")]),
    ]
    let recogniser = EntityRecognizer(terms: TermRecognizer(concepts), concepts: concepts)
    let found = mentions(of: "记者来到浙江省，省政府说好。", by: recogniser).filter { $0.conceptID != nil }
    #expect(found.map(\.kind) == [.word, .term])
    #expect(found.last?.value == "浙江省政府")
  }

  @Test
  func `places of the gazetteer are found in both languages, with their other name`() {
    let pairs: [(String, Language, [String], [String])] = [
      ("美国和法国的代表来到东莞市。", .chinese, ["美国", "法国", "东莞市"], ["United States", "France", "Dongguan"]),
      ("德國總理訪問紐約。", .chinese, ["德國", "紐約"], ["Germany", "New York"]),
      (
        "China and the United States met in New York City.", .english, ["China", "United States", "New York City"],
        ["中国", "美国", "纽约"]
      ),
      (
        "The U.S. and the U.K. met in Xi’an, then in Xi'an and St. Petersburg.", .english,
        ["U.S.", "U.K.", "Xi’an", "Xi'an", "St. Petersburg"], ["美国", "英国", "西安", "西安", "圣彼得堡"]
      ),
      ("He left the U.S.A. for Washington D.C.", .english, ["U.S.A.", "Washington D.C."], ["美国", "华盛顿"]),
      ("Jordan Spieth won in Jordan.", .english, ["Jordan"], ["约旦"]), ("They asked us in china.", .english, [], []),
      ("白银价格上涨，白银市下雨。", .chinese, ["白银市"], ["Baiyin"]), ("仅杭州市就有。", .chinese, ["杭州市"], ["Hangzhou"]),
    ]
    for (text, language, places, names) in pairs {
      let found = mentions(of: text, language).filter { $0.kind == .place }
      #expect(found.map(\.text) == places, "\(text)")
      #expect(found.compactMap(\.counterpart) == names, "\(text)")
    }
  }

  /// `⟦ ⟧` stand around quantities and dates.
  @Test
  func `quantities have their measure words, codes are none`() {
    for sentence in [
      "共有⟦30家⟧企业、⟦1000名⟧员工。", "⟦第七届⟧峰会在⟦2019年⟧举行。", "股票代码（600831）上涨⟦3%⟧。", "电话区号020和编号001。",
      "见 http://example.com/group/6731545488 一文。", "⟦85后⟧的村长说。", "⟦2014⟧广东省峰会。", "⟦十余種⟧蔬菜，⟦近4000家⟧店。",
      "⟦12⟧名单外的人。", "⟦30⟧家庭农场。",
    ] {
      let marked = MarkedText(sentence)
      let found = mentions(of: marked.text).filter { $0.kind == .quantity || $0.kind == .date }
      #expect(found.map(\.span) == marked.spans, "\(sentence) \(found.map(\.text))")
    }
  }
}
