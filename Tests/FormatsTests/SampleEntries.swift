import Terminology

/// Entries that are hard on formats.
enum SampleEntries {
  /// Whatever a format can hold of these must come back.
  static let all: [ConceptEntry] = [
    ConceptEntry(
      id: "term-taobao-village", subjectField: "e-commerce", type: "term",
      terms: [
        Term(language: .simplifiedChinese, text: "淘宝村", pinyin: "Táobǎo cūn", partOfSpeech: "noun"),
        Term(language: .simplifiedChinese, text: "淘宝示范村", status: .admitted, partOfSpeech: "noun"),
        Term(language: .traditionalChinese, text: "淘寶村", partOfSpeech: "noun"),
        Term(language: .english, text: "Taobao Village", partOfSpeech: "noun"),
        Term(language: .english, text: "Taobao village", status: .admitted, partOfSpeech: "noun"),
        Term(language: .english, text: "Taobao town", status: .deprecated, partOfSpeech: "noun"),
        Term(language: .english, text: "Taobao hamlet", status: .superseded, partOfSpeech: "noun"),
        Term(language: .english, text: "naughty treasure village", status: .forbidden, partOfSpeech: "noun"),
      ],
      definition: "A village with many \"net shops\", <b>& more</b>.", note: "first line\nsecond line\n\n- a list",
      source: "AliResearch, 2014; \"report\""),
    ConceptEntry(
      id: "12306",
      terms: [
        Term(language: .simplifiedChinese, text: "12306", pinyin: "yāo-èr-sān-líng-liù", partOfSpeech: "proper noun"),
        Term(language: .english, text: "12306", partOfSpeech: "adverb"),
        Term(language: .english, text: "the railway's site", status: .admitted),
      ], doNotTranslate: true,
      extra: [
        .init(name: "owner", value: "China, Railway | \"and\" partners"),
        .init(name: "Überschrift 😀", value: "=1+1"),
      ]),
    ConceptEntry(
      id: "只有繁體 <&> _x0041_",
      terms: [
        Term(language: .traditionalChinese, text: "人工智慧", pinyin: "réngōng zhìhuì"),
        Term(language: .traditionalChinese, text: "𠮷野家", status: .forbidden),
        Term(language: .english, text: "A | B"), Term(language: .english, text: "| bars \\| and slashes \\ |"),
      ], definition: "=SUM(A1)", note: "'=quoted", source: "-"),
    ConceptEntry(
      id: "odd-characters",
      terms: [
        Term(language: .simplifiedChinese, text: "表情😀👩‍👩‍👧"), Term(language: .english, text: "tab\there; \"quoted\", <&>"),
        Term(language: .english, text: "@mention", status: .admitted),
        Term(language: .english, text: "+86", status: .admitted),
      ], definition: "\ttab first", note: " space around ", source: "line\r\nend"),
    ConceptEntry(
      id: "two-preferred",
      terms: [
        Term(language: .simplifiedChinese, text: "电商"),
        Term(language: .simplifiedChinese, text: "电子商务", pinyin: "diànzǐ shāngwù"),
        Term(language: .english, text: "e-commerce"),
        Term(language: .english, text: "online trade", partOfSpeech: "noun"),
      ], note: "duizhao:note=not ours"),
  ]

  /// An entry that has something in each field of the model, marks of our own formats among it.
  static let everyField = ConceptEntry(
    id: "every-field", subjectField: "transport", type: "organisation",
    terms: [
      Term(
        language: .simplifiedChinese, text: "铁路", pinyin: "tiělù", partOfSpeech: "noun", region: "CN",
        type: .fullForm, note: "常用", source: "辞典",
        contexts: [
          .init(text: "坐铁路走。", translation: "Go by rail. => slowly || now | then", source: "新华社, 2020"),
          .init(text: "铁路、公路；“航空”", source: "甲"),
        ]),
      Term(
        language: .traditionalChinese, text: "鐵路", region: "TW", contexts: [.init(text: "鐵路 | 公路", translation: "||")]),
      Term(language: .traditionalChinese, text: "鐵道", status: .admitted, region: "HK", type: .variant),
      Term(
        language: .english, text: "Railway", partOfSpeech: "noun", region: "GB", type: .shortForm, gender: .neuter,
        caseRule: .exact, matchRule: .word, note: "not “Railroad”", source: "OED => 3",
        extra: [.init(name: "stress", value: "1 || 2"), .init(name: "weight", value: "3.5")]),
      Term(language: .english, text: "RWY", type: .abbreviation, caseRule: .any, matchRule: .exact),
      Term(language: .english, text: "Railroad", status: .admitted, region: "US", matchRule: .substring),
      Term(language: .english, text: "Rail way", status: .forbidden, type: .phrase),
    ],
    definition: "Trains on tracks.", definitionSource: "ISO 1; 2",
    languageDefinitions: [
      .init(language: .simplifiedChinese, text: "火车走的路 => 铁轨。", source: "辞海"),
      .init(language: .english, text: "A way of rails | tracks."),
      .init(language: .english, text: "Another.", source: "x"),
    ], note: "n", source: "s", doNotTranslate: true, review: .inReview, customer: "客户 A", project: "P-1",
    relations: [
      .init(.broader, target: "term-taobao-village"), .init(.falseFriend, target: "12306", note: "looks | alike"),
      .init(.useInstead, target: "not there"),
    ],
    references: [
      .init(.page, target: "https://example.org/?a=1&b=<2>", label: "The page"), .init(.picture, target: "rail.png"),
    ], extra: [.init(name: "rank", value: "3")])

  /// The entry with its terms by language and status, the order that every format keeps.
  static func ordered(_ entry: ConceptEntry) -> ConceptEntry {
    var entry = entry
    entry.terms = TermLanguage.allCases.flatMap { entry.terms(in: $0) }
    entry.languageDefinitions = TermLanguage.allCases.flatMap { language in
      entry.languageDefinitions.filter { $0.language == language }
    }
    return entry
  }
}
