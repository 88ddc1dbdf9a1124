import Terminology

/// Entries with every field filled, for formats that claim to lose nothing.
enum FullEntries {
  static let all: [ConceptEntry] = [village, hub, plain]

  static let village = ConceptEntry(
    id: "term-taobao-village", subjectField: "e-commerce", type: "term",
    terms: [
      Term(
        language: .simplifiedChinese, text: "淘宝村", pinyin: "Táobǎo cūn", partOfSpeech: "proper noun", region: "CN",
        type: .fullForm, gender: .neuter, caseRule: .any, matchRule: .substring, note: "not 村庄 | 50% = half",
        source: "AliResearch <2014>",
        contexts: [
          UsageContext(text: "全国已有“淘宝村”|七千多个。", translation: "There are over 7,000.", source: "Xinhua & Co."),
          UsageContext(text: "第二句\n第二行"),
        ],
        extra: [
          ExtraField(name: "termLocation", value: "menuItem"), ExtraField(name: "register", value: "neutralRegister"),
          ExtraField(name: "frequency", value: "7 | 8"),
          ExtraField(name: "transaction.modification", value: "2026-11-21T10:00:00; Li & Wang"),
        ]),
      Term(language: .simplifiedChinese, text: "淘宝示范村", status: .admitted, type: .variant),
      Term(
        language: .traditionalChinese, text: "淘寶村", pinyin: "Táobǎo cūn", region: "TW",
        contexts: [UsageContext(text: "淘寶村的故事", source: "報紙")]),
      Term(
        language: .english, text: "Taobao Village", partOfSpeech: "noun", region: "GB", type: .phrase,
        gender: .other, caseRule: .exact, matchRule: .word, note: "capital V", source: "Economist",
        contexts: [UsageContext(text: "A Taobao Village is a village.", translation: "淘宝村是村。")],
        extra: [ExtraField(name: "owner=me", value: "a=b%c")]),
      Term(language: .english, text: "Taobao Cun", status: .admitted, partOfSpeech: "verb phrase"),
      Term(
        language: .english, text: "naughty village", status: .forbidden, note: "never", source: "a blog",
        extra: [ExtraField(name: "why", value: "wrong")]),
    ],
    definition: "A village with\n  many “net shops”.", definitionSource: "AliResearch",
    languageDefinitions: [
      LanguageDefinition(language: .simplifiedChinese, text: "电子商务集聚的村。", source: "阿里研究院"),
      LanguageDefinition(language: .english, text: "A village | of shops."),
    ],
    note: "first line\n    second line", source: "AliResearch, 2014", doNotTranslate: true, review: .inReview,
    customer: "China Daily", project: "news-desk",
    relations: [
      ConceptRelation(.broader, target: "12 hub"),
      ConceptRelation(.useInstead, target: "not-here", note: "see | there"),
      ConceptRelation(.related, target: "12 hub", note: "broader: only in a remark"),
    ],
    references: [
      Reference(.page, target: "https://example.org/a?b=1&c=%E6%9D%91#d", label: "a page"),
      Reference(.picture, target: "https://example.org/村.png"), Reference(.picture, target: "pictures/a b.png"),
    ],
    extra: [
      ExtraField(name: "Überschrift 😀 | =%", value: "=1+1 | 2"),
      ExtraField(name: "transaction.origination", value: "2026-11-20; editor-1"),
      ExtraField(name: "transaction.import", value: "last week"),
    ])

  static let hub = ConceptEntry(
    id: "12 hub",
    terms: [
      Term(language: .simplifiedChinese, text: "电商中心", status: .deprecated),
      Term(language: .traditionalChinese, text: "電商中心"),
      Term(language: .english, text: "e-commerce hub"), Term(language: .english, text: "WHO", status: .superseded),
    ], definitionSource: "a source without a definition",
    languageDefinitions: [LanguageDefinition(language: .simplifiedChinese, text: "中心", source: "书")],
    review: .rejected, relations: [ConceptRelation(.replacedBy, target: "term-taobao-village")])

  static let plain = ConceptEntry(
    id: "plain",
    terms: [Term(language: .simplifiedChinese, text: "村"), Term(language: .english, text: "village")])
}

extension SampleEntries {
  /// The entry with everything whose order says nothing in the order that formats keep.
  static func settled(_ entry: ConceptEntry) -> ConceptEntry {
    var entry = ordered(entry)
    entry.languageDefinitions = TermLanguage.allCases.flatMap { language in
      entry.languageDefinitions.filter { $0.language == language }
    }
    entry.extra.sort { $0.name < $1.name }
    for index in entry.terms.indices { entry.terms[index].extra.sort { $0.name < $1.name } }
    return entry
  }

  /// The first field in which two entries differ, for people to read.
  static func difference(_ left: ConceptEntry, _ right: ConceptEntry) -> String {
    for (one, other) in zip(ordered(left).terms, ordered(right).terms) where one != other {
      return "in “\(one.text)” \(difference(Mirror(reflecting: one), Mirror(reflecting: other)))"
    }
    return difference(Mirror(reflecting: ordered(left)), Mirror(reflecting: ordered(right)))
  }

  private static func difference(_ left: Mirror, _ right: Mirror) -> String {
    for (one, other) in zip(left.children, right.children) where "\(one.value)" != "\(other.value)" {
      return "\(one.label ?? ""): \(one.value) – \(other.value)"
    }
    return "none"
  }
}
