import Entities
import Lexicon
import Terminology
import TestSupport
import TextCore
import Testing

struct EntityRecognizerTests {
  /// The words of a kind that are found in the text.
  private func found(
    _ kind: EntityKind, in text: String, _ language: Language = .chinese,
    by recogniser: EntityRecognizer = EntityRecognizer()
  ) -> [String] {
    recogniser.mentions(in: MappedText(text), language: language).filter { $0.kind == kind }.map(\.text)
  }

  private static let concepts = [
    ConceptEntry(
      id: "person-ma-yun", type: "person",
      terms: [
        Term(language: .simplifiedChinese, text: "马云"), Term(language: .english, text: "Jack Ma"),
        Term(language: .english, text: "Ma Yun", status: .admitted),
      ]),
    ConceptEntry(
      id: "org-alibaba", type: "organisation",
      terms: [Term(language: .simplifiedChinese, text: "阿里巴巴集团"), Term(language: .english, text: "Alibaba Group")]),
    ConceptEntry(
      id: "place-dongguan", type: "place",
      terms: [Term(language: .simplifiedChinese, text: "东莞"), Term(language: .english, text: "Dongguan")]),
    ConceptEntry(
      id: "term-ecommerce", type: "term",
      terms: [Term(language: .simplifiedChinese, text: "电子商务"), Term(language: .english, text: "e-commerce")]),
    ConceptEntry(
      id: "term-rural-ecommerce", type: "term",
      terms: [Term(language: .simplifiedChinese, text: "农村电子商务"), Term(language: .english, text: "rural e-commerce")]),
  ]
  private static let withGlossary = EntityRecognizer(terms: TermRecognizer(concepts), concepts: concepts)

  /// `⟦ ⟧` stand around the people.
  @Test
  func `people are found in Chinese sentences`() {
    let sentences = [
      "县长⟦周海燕⟧表示，全县有三十个村。", "省委书记⟦陈国栋⟧、省长⟦李明⟧出席会议。", "⟦赵小兵⟧说，今年的收成很好。",
      "本报记者 ⟦林晓彤⟧", "责任编辑：⟦吴桐⟧", "副廳長⟦鄭文彬⟧介紹了情況。", "董事长⟦孙立⟧抛出一个问题。",
      "教授⟦欧阳文山⟧认为，这是好事。", "总经理⟦王建国⟧的发言很短。", "市长⟦刘洋⟧在会上说，要抓紧。",
      "外交部长⟦谢尔盖·拉夫罗夫⟧抵达北京。", "村民⟦何秀兰⟧告诉记者，路修好了。", "⟦徐静⟧表示欢迎。",
      "主任⟦马丽⟧和副主任⟦高峰林⟧参加。", "⟦张桂梅⟧校长为孩子们做饭。",
    ]
    for sentence in sentences {
      let marked = MarkedText(sentence)
      let mentions = EntityRecognizer().mentions(in: MappedText(marked.text), language: .chinese)
      #expect(mentions.filter { $0.kind == .person }.map(\.span) == marked.spans, "\(sentence)")
    }
  }

  @Test
  func `common words that begin with a surname are no people`() {
    for sentence in [
      "华为总裁宣布了计划。", "管委会表示，工厂不会停产。", "省长高度重视这项工作。", "市长马上表示同意。", "有关方面表示，任务很重。", "记者从会上获悉，成为第一。", "于是大家说，时间不多。",
      "书记和市长中间站着一个人。", "他指出，张力很大。", "黄金价格上涨，白色的雪。", "董事长安排部署工作。", "国王国际酒店开业。",
      "相关负责人介绍，万元户多了。", "会议指出，要加强管理。", "全国各地农民说好。", "解决问题，包括房地产。", "总裁何时回答？",
      "梅首相表示，不会。", "成都市民说，天气好。", "校长应该说，好。",
    ] {
      #expect(found(.person, in: sentence) == [], "\(sentence)")
    }
  }

  @Test
  func `a name once established is found again`() {
    let text = "董事长马晓天出席会议。会后，马晓天去了工厂。大家看到马晓天很高兴，马晓天也笑了。"
    #expect(found(.person, in: text).count == 4)
    let short = "市长马云来了。昨天马云在家，今天马云不在，明天马云出门。"
    #expect(found(.person, in: short) == ["马云", "马云", "马云", "马云"])
  }

  @Test
  func `titles and places and organisations are found`() {
    #expect(found(.title, in: "省委书记陈国栋、副县长李明。") == ["省委书记", "副县长"])
    #expect(found(.title, in: "首席执行官兼董事局主席") == ["首席执行官", "董事局主席"])
    #expect(found(.place, in: "记者来到安平县采访。") == ["安平县"])
    #expect(found(.place, in: "位于石桥镇的工厂，在柳泉村。") == ["石桥镇", "柳泉村"])
    #expect(found(.organisation, in: "他毕业于东京大学。") == ["东京大学"])
    for text in ["这座城市很大。", "贫困县摘帽。", "在农村和乡村。", "公司上市了。", "到县城去。", "特色小镇很多。"] {
      #expect(found(.place, in: text) == [], "\(text)")
    }
  }

  @Test
  func `a company is found though the glossary explains the word that ends its name`() {
    let concepts = [
      ConceptEntry(id: "limited", type: "term", terms: [Term(language: .simplifiedChinese, text: "有限公司")]),
      ConceptEntry(id: "beijing", type: "place", terms: [Term(language: .simplifiedChinese, text: "北京")]),
      ConceptEntry(id: "siku", type: "organisation", terms: [Term(language: .simplifiedChinese, text: "思库")]),
    ]
    let recogniser = EntityRecognizer(terms: TermRecognizer(concepts), concepts: concepts)
    for (text, names) in [
      ("北京思库商业有限公司开业。", ["思库"]), ("思库（北京）有限公司开业。", ["思库"]),
      ("北京安河商业有限公司昨天开业。", ["北京安河商业有限公司"]), ("入驻的是安河（上海）有限公司。", ["安河（上海）有限公司"]),
      ("他说，安河(北京)有限公司的员工来了。", ["安河(北京)有限公司"]), ("北京的玻璃制造商晴岚控股有限公司停产。", ["晴岚控股有限公司"]),
      ("他开了一家有限公司。", []), ("（上海）有限公司", []),
    ] {
      #expect(found(.organisation, in: text, by: recogniser) == names, "\(text)")
    }
  }

  @Test
  func `words in small letters are no names`() throws {
    let concepts = ["New Hope", "The Time", "Supreme Court", "Siku Media"].map { name in
      ConceptEntry(id: name, type: "organisation", terms: [Term(language: .english, text: name)])
    }
    let list = EnglishWordList.compiled(words: ["new", "hope", "the", "time", "supreme", "court"])
    let words = try EnglishWordList(store: ByteStore(copying: list))
    let recogniser = EntityRecognizer(terms: TermRecognizer(concepts), concepts: concepts, englishWords: words)
    for (text, names) in [
      ("It brings new hope to farmers.", []), ("He joined New Hope.", ["New Hope"]), ("At the time it rained.", []),
      ("The time has come.", []), ("The Time reported it.", ["The Time"]),
      ("the supreme court ruled", ["supreme court"]),
      ("bought by siku media", ["siku media"]),
    ] {
      #expect(found(.organisation, in: text, .english, by: recogniser) == names, "\(text)")
    }
  }

  @Test
  func `people are found in English sentences`() {
    let sentences = [
      "⟦Huang Liandong⟧, mayor of the city, spoke first.", "Governor ⟦Zhu Xiaodan⟧ said so.",
      "The village head is ⟦Li Xi'an⟧.",
      "President ⟦Tsai Ing-wen⟧ attended.", "“We agree,” said ⟦Daniel Zhang⟧.", "Mr. ⟦Ma⟧ arrived on time.",
      "It was ⟦Liandong Huang⟧ who asked.", "⟦Ouyang Xiu⟧ was a writer.",
      "⟦Qin Xiangrong⟧ smiled. Then ⟦Qin⟧ said nothing.",
      "The reporter ⟦Chen Wei⟧'s story ran on Monday.",
    ]
    for sentence in sentences {
      let marked = MarkedText(sentence)
      let mentions = EntityRecognizer().mentions(in: MappedText(marked.text), language: .english)
      #expect(mentions.filter { $0.kind == .person }.map(\.span) == marked.spans, "\(sentence)")
    }
  }

  @Test
  func `English words that are pinyin too are no people`() {
    for sentence in [
      "He Can Do It.", "Long Men And Women", "The Sun Can Rise.", "You She Me", "Hong Kong and Beijing", "Sing Song",
      "The China Change",
      "Internet Finance in the West", "Ten Men Ran.", "In Line", "New Light Department Store",
    ] {
      #expect(found(.person, in: sentence, .english) == [], "\(sentence)")
    }
  }

  @Test
  func `English places and organisations end or begin with a word of their kind`() {
    #expect(found(.place, in: "in Huimin County, near the sea", .english) == ["Huimin County"])
    #expect(
      found(.organisation, in: "the Ministry of Agriculture and Rural Affairs said", .english) == [
        "Ministry of Agriculture and Rural Affairs"
      ])
    #expect(
      found(.organisation, in: "at Zhejiang Gongshang University today", .english) == ["Zhejiang Gongshang University"])
    #expect(found(.place, in: "The City and the County", .english) == [])
  }

  @Test
  func `the glossary comes first, and nested terms come on request`() throws {
    let text = MappedText("馬雲說，阿里巴巴集團要做農村電子商務。")
    let mentions = Self.withGlossary.mentions(in: text, language: .chinese)
    #expect(mentions.map(\.conceptID) == ["person-ma-yun", "org-alibaba", "term-rural-ecommerce"])
    let nested = Self.withGlossary.mentions(in: text, language: .chinese, nested: true)
    #expect(
      nested.compactMap(\.conceptID) == ["person-ma-yun", "org-alibaba", "term-rural-ecommerce", "term-ecommerce"])
  }

  @Test
  func `both languages give the same keys`() {
    func keys(_ text: String, _ language: Language) -> Set<EntityKey> {
      Set(EntityKey.keys(in: Self.withGlossary.mentions(in: MappedText(text), language: language)))
    }
    let pairs: [(String, String, EntityKey)] = [
      ("县长黄廉东表示欢迎。", "Huang Liandong welcomed them.", .person("huang liandong")),
      ("马云来到东莞。", "Jack Ma came to Dongguan.", .concept("person-ma-yun")),
      ("馬雲來到東莞。", "Ma Yun came to Dongguan.", .concept("place-dongguan")),
      ("記者来到安平县。", "We came to Anping County.", .name("anping")),
      ("部長蔡崇信表示，好。", "Minister Tsai Chung-hsin agreed.", .person("tsai chunghsin")),
      ("总统唐纳德·特朗普表示，好。", "President Donald Trump agreed.", .skeleton("TLNP")),
    ]
    for (chinese, english, key) in pairs {
      let shared = keys(chinese, .chinese).intersection(keys(english, .english))
      #expect(
        shared.contains(key),
        "\(chinese) \(english) \(keys(chinese, .chinese).sorted()) \(keys(english, .english).sorted())")
    }
  }

  @Test
  func `a place has a key where all its characters can be read`() throws {
    let compiled = try HanReadings.compiled(unihan: Array("U+6FC9\tkMandarin\tsuī\n".utf8))
    let readings = try HanReadings(store: ByteStore(copying: compiled))
    let text = MappedText("他们来到濉溪县。")
    for (recogniser, value) in [(EntityRecognizer(), nil), (EntityRecognizer(readings: readings), "suixi")] {
      let places = recogniser.mentions(in: text, language: .chinese).filter { $0.kind == .place }
      #expect(places.map(\.text) == ["濉溪县"])
      #expect(places.first?.value == value)
    }
  }

  @Test
  func `a place ends where a title begins`() {
    let concepts = [
      ConceptEntry(
        id: "place-leizhou", type: "place",
        terms: [Term(language: .simplifiedChinese, text: "雷州市"), Term(language: .english, text: "Leizhou")])
    ]
    let recogniser = EntityRecognizer(terms: TermRecognizer(concepts), concepts: concepts)
    let mentions = recogniser.mentions(in: MappedText("雷州市长黄廉东来自雷州市。"), language: .chinese)
    #expect(mentions.map(\.text) == ["雷州", "市长", "黄廉东", "雷州市"])
    #expect(mentions.map(\.kind) == [.place, .title, .person, .place])
  }

  @Test
  func `quantities and dates have values that both languages share`() {
    let pairs = [
      ("2014年11月24日", "November 24, 2014"), ("48亿元", "4.8 billion yuan"), ("增长39.5%", "up 39.5%"),
      ("3500家", "3,500 stores"),
    ]
    for (chinese, english) in pairs {
      let left = EntityRecognizer().mentions(in: MappedText(chinese), language: .chinese)
      let right = EntityRecognizer().mentions(in: MappedText(english), language: .english)
      #expect(!EntityKey.shared(left, right).isEmpty, "\(left.map(\.value)) \(right.map(\.value))")
    }
    #expect(found(.quantity, in: "一个人") == [])
  }

  @Test
  func `a part of a document is read in the light of the whole`() {
    let recogniser = EntityRecognizer()
    let chinese = MappedText("董事长马晓天出席会议。\n会后，马晓天去了工厂。")
    let names = recogniser.establishedNames(in: chinese, language: .chinese)
    let part = MappedText("会后，马晓天去了工厂。")
    #expect(recogniser.mentions(in: part, language: .chinese).isEmpty)
    #expect(recogniser.mentions(in: part, language: .chinese, knowing: names).map(\.text) == ["马晓天"])
    let english = MappedText("Qin Xiangrong smiled.")
    let known = recogniser.establishedNames(in: english, language: .english)
    let mentions = recogniser.mentions(in: MappedText("Qin said nothing."), language: .english, knowing: known)
    #expect(mentions.map(\.value) == ["qin xiangrong"])
    #expect(recogniser.establishedNames(in: MappedText(""), language: .english).isEmpty)
  }

  @Test
  func `names in pinyin meet though the glossary has one spelling only`() {
    let concepts = [
      ConceptEntry(
        id: "person-ma-yun", type: "person",
        terms: [Term(language: .simplifiedChinese, text: "马云"), Term(language: .english, text: "Jack Ma")])
    ]
    let recogniser = EntityRecognizer(terms: TermRecognizer(concepts), concepts: concepts)
    let chinese = recogniser.mentions(in: MappedText("马云来了。"), language: .chinese)
    let english = recogniser.mentions(in: MappedText("Ma Yun has come."), language: .english)
    #expect(EntityKey.shared(chinese, english) == [.person("ma yun")])
    let place = recogniser.mentions(in: MappedText("他们来到德庆县。"), language: .chinese)
    let words = EntityKey.pinyinKeys(in: MappedText("They came to Deqing, not to Obama's house."))
    #expect(Set(EntityKey.keys(in: place)).intersection(words) == [.name("deqing")])
  }

  @Test
  func `Latin words are keys of both languages`() {
    let chinese = EntityKey.latinKeys(in: MappedText("使用5G和COVID-19数据，iPhone很贵"), language: .chinese)
    let english = EntityKey.latinKeys(in: MappedText("The iPhone uses 5G; COVID-19 data are dear"), language: .english)
    #expect(chinese == [.latin("5g"), .latin("covid-19"), .latin("iphone")])
    #expect(Set(chinese).isSubset(of: Set(english)))
  }

  @Test
  func `any text gives sorted mentions inside it, between scalars`() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "省长", "马", "云", "表示", "，", "。", "县", "安平", "·", "张三", "阿里巴巴集团", "记者", "\n", " ", "Huang", "Liandong", "Mr.",
      " of ", "Ministry",
      "University", "’s", "'s", "-", "🙂", "é", "e\u{301}", "2014年", "1.2万", "\u{FEFF}", "𠀀", "馬雲", "：", "责任编辑",
      "County", "欧阳", "\0", "à",
    ]
    for round in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0...30, using: &generator) { text += pieces.randomElement(using: &generator)! }
      let mapped = MappedText(text)
      for language in Language.allCases {
        let mentions = Self.withGlossary.mentions(in: mapped, language: language, nested: round.isMultiple(of: 2))
        for mention in mentions {
          #expect(mention.span.start >= 0 && mention.span.end <= mapped.utf8.count && !mention.span.isEmpty)
          #expect(mapped.utf8[mention.span.start] & 0xC0 != 0x80, "\(text)")
          #expect(mention.span.end == mapped.utf8.count || mapped.utf8[mention.span.end] & 0xC0 != 0x80, "\(text)")
          #expect(mention.text == mapped.string(in: mention.span))
          #expect((0...1).contains(mention.confidence))
        }
        #expect(zip(mentions, mentions.dropFirst()).allSatisfy { $0.span.start <= $1.span.start })
        if !round.isMultiple(of: 2) {
          #expect(zip(mentions, mentions.dropFirst()).allSatisfy { !$0.span.overlaps($1.span) })
        }
      }
    }
  }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 33
  }
}
