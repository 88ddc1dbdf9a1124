import Lexicon
import Lint
import Repair
import Terminology
import TextCore

/// What the tests of rules lean on: a word list made of the words written here.
enum TestResources {
  /// What the rules of some families find in a pair, hints aside: `rule: message`.
  static func warnings(of families: [String], in chinese: String, _ english: String) -> [String] {
    let rules = RuleRegistry.all.filter { type in families.contains { type.metadata.id.hasPrefix($0 + "/") } }
    let document = LintDocument(path: "pair.tsv", units: [unit(english, source: chinese)], isBilingual: true)
    return Linter(rules: rules.map { $0.init() }, context: context).findings(in: document)
      .filter { $0.severity != .info }.map { "\($0.rule): \($0.message)" }
  }

  static let words: EnglishWordList = {
    let data = EnglishWordList.compiled(words: spelled.split { $0 == " " || $0 == "\n" }.map(String.init))
    return try! EnglishWordList(store: ByteStore(copying: data))
  }()

  static let repairer = TextRepairer(
    readings: { scalar in
      switch scalar {
      case 0x5354: ["xié"]
      case 0x767C: ["fā"]
      default: []
      }
    }, isEnglishWord: { words.contains($0) })

  static let concepts: [ConceptEntry] = [
    concept(
      "e-commerce", ["电子商务", "电商"], ["e-commerce", "electronic commerce"], ["electricity providers"], zhForbidden: "电力商"
    ),
    concept(
      "products", ["特色农产品"], ["specialty agricultural products", "farm specialties"],
      deprecated: ["characteristic agricultural products"]),
    concept(
      "pavilion", ["特色中国馆"], ["Featured China Pavilion"], deprecated: ["special China Pavilion"], type: "product"),
    concept("alibaba", ["阿里巴巴"], ["Alibaba Group", "Alibaba", "Ali"], type: "organisation"),
    concept("gansu", ["甘肃", "甘肃省"], ["Gansu", "Gansu Province"], type: "place"),
    concept("guizhou", ["贵州", "贵州省"], ["Guizhou", "Guizhou Province"], type: "place"),
  ]

  static let context = LintContext(
    words: words, concepts: concepts,
    recognizer: TermRecognizer(concepts, isOrdinaryWord: { words.containsExactly($0) }), lexicon: lexicon)

  /// A small dictionary.
  private static let lexicon: BilingualLexicon = {
    let entries = [
      ("农民", "farmer"), ("出售", "to sell"), ("苹果", "apple"), ("学校", "school"), ("老师", "teacher"), ("图书馆", "library"),
      ("学习", "to study"), ("历史", "history"), ("音乐", "music"), ("茶叶", "tea"), ("蜂蜜", "honey"), ("水果", "fruit"),
      ("收入", "income"), ("增加", "to increase"), ("特色", "characteristic"), ("中国", "China"), ("馆", "hall"),
      ("电", "electric"), ("商", "commerce"), ("不仅", "not only"), ("是不是", "is or isn't"), ("马其顿", "Macedonia"),
      ("停止", "to stop"),
    ].map { CEDICTLine(traditional: $0, simplified: $0, pinyin: "", senses: [$1]) }
    return try! BilingualLexicon(store: ByteStore(copying: BilingualLexicon.compiled(from: entries)))
  }()

  private static func concept(
    _ id: String, _ chinese: [String], _ english: [String], _ forbidden: [String] = [], deprecated: [String] = [],
    zhForbidden: String? = nil, type: String? = nil
  ) -> ConceptEntry {
    var terms: [Term] = []
    for (index, text) in chinese.enumerated() {
      terms.append(Term(language: .simplifiedChinese, text: text, status: index == 0 ? .preferred : .admitted))
    }
    for (index, text) in english.enumerated() {
      terms.append(
        Term(language: .english, text: text, status: index == 0 ? .preferred : .admitted, partOfSpeech: "noun"))
    }
    terms += deprecated.map { Term(language: .english, text: $0, status: .deprecated) }
    terms += forbidden.map { Term(language: .english, text: $0, status: .forbidden) }
    if let zhForbidden { terms.append(Term(language: .simplifiedChinese, text: zhForbidden, status: .forbidden)) }
    return ConceptEntry(id: id, type: type, terms: terms)
  }

  /// A unit with a text, or with a text and its source.
  static func unit(_ target: String, source: String? = nil) -> LintUnit {
    let side = language(of: target)
    return LintUnit(
      source: source.map {
        LintText(MappedText($0), language: side == .english ? .chinese : .english, repairer: repairer)
      },
      target: LintText(MappedText(target), language: side, repairer: repairer))
  }

  /// The language that most of a text is in.
  static func language(of text: String) -> Language {
    let han = text.unicodeScalars.count { $0.value.isHan }
    let letters = text.unicodeScalars.count { $0.value.isASCIILetter }
    return han * 2 > letters ? .chinese : .english
  }

  /// Words of the examples and tests.
  private static let spelled = """
    a act action actions adopt again all an and are areas as at awful awkward bags banned barrel bars be because become
    belt big book both bottle bread bridge bright broken brown butter button by can cannot car carry catch center centre
    change cities city class classes clean clear click climb cloud coat cold colour come common company compass computing
    condition conditions consider construct contain content continue contract control corn corner corrupt cost cotton
    country county cover crowd data day deal demand demonstrate department develop do door each early earn economy
    efficient effect effort election elections electronic embassy end enough era every example extract fact far farm farmer
    farmers farther fast father field final find first firm five flood flow for form four from full fun garden gather
    general glass glory go gold good government grass great ground group grow harm has have he help her high his hold home
    hope how in income information inside instruct intention international into is it job join key kind know large last
    late lead learn less letter life light like line long look made main make many market mass master may meet mention
    modern money month more morning most motion mother mouth move much must my nation national nations nature near need new
    next night no north not number occasion occupy of off office often on once one only open option or order organisers
    organize organizers other our out over own page park part pass passage passed passion path pattern pay people perform performs petition
    place plan platform play pleased point police poor population port portion position possible praised present press
    price problem project province question questions raised rate reach read ready real relation report result return
    right river road rose run said sale same say school sea second section see sell service session set shore short show
    significant sign since site size small so social some son soon south space special speed spring stand star start
    station stations step still stone store street strong such summer sun support surprise system table take tell term than
    that the their them then there these they thing think this three through tide time to today together told too town
    trade train transact transaction transactions transfer transfers transform transformation transforming transit
    transition translate translated transmission transmit transmitted transport transportation tree true turn two under
    until up us use very village wall want war warm was water way we week well went west wheel when where which while
    white who whole why will wind winter with without woman women word words work world worn would write year yes you
    young modern turn burn return corn learned assembly assemble class passage embassy grass compass passenger ambassador
    classic glass mass assess assets associate assist assume
    """
}
