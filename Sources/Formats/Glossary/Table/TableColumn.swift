import Terminology
import TextCore

/// A column of the plain table.
///
/// Term columns are made of a language, a status and what they hold: `en` is the preferred English term,
/// `zh_admitted` an admitted Chinese one, `en_deprecated_pos` the part of speech of a deprecated English one. Chinese terms
/// beside the preferred ones show their script themselves: in `zh_admitted` stand those of both, and `zh-Hant_admitted` is
/// for Traditional ones that could as well be Simplified.
enum TableColumn: Hashable {
  case id, subjectField, type, partOfSpeech, doNotTranslate, definition, note, source
  case definitionSource, review, customer, project, relations, references
  /// What the concept is in one language.
  case languageDefinition(TermLanguage)
  case term(TermLanguage, AdministrativeStatus)
  /// Something of the terms of a language and status: a value for each of them.
  case detail(TermDetail, TermLanguage, AdministrativeStatus)
  case extra(String)

  /// What a column of its own says of terms, by the end of the column's name.
  enum TermDetail: String, CaseIterable {
    case pinyin, partOfSpeech = "pos", region, type, gender, caseRule = "case", matchRule = "match", note, source
    case contexts = "context"
    case extra
  }

  /// The columns that every file we write has, in their order.
  static let usual: [TableColumn] = [
    .id, .subjectField, .type, .term(.simplifiedChinese, .preferred), .term(.traditionalChinese, .preferred),
    .detail(.pinyin, .simplifiedChinese, .preferred), .term(.english, .preferred), .term(.english, .admitted),
    .term(.english, .deprecated), .term(.english, .forbidden), .term(.simplifiedChinese, .admitted),
    .term(.simplifiedChinese, .forbidden), .partOfSpeech, .doNotTranslate, .definition, .note, .source,
  ]

  /// Every other column that we know, in the order in which they follow the usual ones where some entry needs them.
  static let unusual: [TableColumn] =
    TermLanguage.allCases.flatMap { language in
      AdministrativeStatus.allCases.flatMap { status -> [TableColumn] in
        [.term(language, status)] + TermDetail.allCases.map { .detail($0, language, status) }
      }
    }.filter { !usual.contains($0) } + [.definitionSource] + TermLanguage.allCases.map { .languageDefinition($0) }
    + [.review, .customer, .project, .relations, .references]

  /// The name in the header.
  var name: String {
    switch self {
    case .id: "id"
    case .subjectField: "subject_field"
    case .type: "type"
    case .partOfSpeech: "pos"
    case .doNotTranslate: "do_not_translate"
    case .definition: "definition"
    case .note: "note"
    case .source: "source"
    case .definitionSource: "definition_source"
    case .review: "review"
    case .customer: "customer"
    case .project: "project"
    case .relations: "relations"
    case .references: "references"
    case .languageDefinition(let language): "\(language.rawValue)_definition"
    case .term(let language, .preferred): language.rawValue
    case .term(.simplifiedChinese, let status): "zh_\(status.rawValue)"
    case .term(let language, let status): "\(language.rawValue)_\(status.rawValue)"
    case .detail(.pinyin, .simplifiedChinese, .preferred): "pinyin"
    case .detail(let detail, let language, let status): "\(TableColumn.term(language, status).name)_\(detail.rawValue)"
    case .extra(let name): name
    }
  }

  /// The column of that name.
  ///
  /// Language tags may be written in any case, with hyphens or underscores, with a region (`zh-CN`, `en_US`), and the
  /// status `preferred` may be said: `en_preferred`. Any other name is a further field.
  init(named name: String) {
    if let plain = Self.byName[name] {
      self = plain
      return
    }
    let lowered = name.lowercased().replacing("-", with: "_")
    if let plain = Self.byName[lowered] {
      self = plain
      return
    }
    for (tag, language) in Self.tags {
      guard lowered == tag || lowered.hasPrefix(tag + "_") else { continue }
      var parts = lowered.dropFirst(tag.count).split(separator: "_")[...]
      var status = AdministrativeStatus.preferred
      if let first = parts.first, let named = AdministrativeStatus(rawValue: String(first)) {
        status = named
        parts = parts.dropFirst()
      }
      let rest = parts.joined(separator: "_")
      if rest.isEmpty {
        self = .term(language, status)
      } else if rest == "definition", status == .preferred {
        self = .languageDefinition(language)
      } else if let detail = TermDetail(rawValue: rest) {
        self = .detail(detail, language, status)
      } else {
        continue
      }
      return
    }
    self = .extra(name)
  }

  /// The column in which a term stands: a Traditional one that is told by its characters stands among the Simplified
  /// ones, unless it is of a region.
  init(of term: Term) {
    let isPlain =
      term.language == .traditionalChinese && term.status != .preferred && term.region == nil
      && Self.isTraditional(term.text)
    self = .term(isPlain ? .simplifiedChinese : term.language, term.status)
  }

  /// The language of a term that stands in the column of a language and status.
  static func language(of text: String, in language: TermLanguage, _ status: AdministrativeStatus) -> TermLanguage {
    language == .simplifiedChinese && status != .preferred && isTraditional(text) ? .traditionalChinese : language
  }

  /// Whether a term has characters that Simplified text does not have, and none that Traditional text does not have.
  private static func isTraditional(_ text: String) -> Bool {
    text.unicodeScalars.contains { HanScript.isTraditionalOnly($0.value) }
      && !text.unicodeScalars.contains { HanScript.isSimplifiedOnly($0.value) }
  }

  /// The part of the world that the name of a term column names: `TW` in `zh-TW`, `GB` in `en_GB_admitted`.
  static func region(named name: String) -> String? {
    name.uppercased().split { $0 == "-" || $0 == "_" }.dropFirst().first { regions.contains(String($0)) }
      .map(String.init)
  }

  /// The regions that names of columns may say, in the order in which we write such columns.
  static let regions = ["TW", "HK", "MO", "SG", "GB", "US", "AU", "CA", "IN", "NZ"]

  /// The name of the column for those of its terms that a region says: `zh-TW_admitted`, `en-GB`.
  ///
  /// Nil where no name is read back as that column and region.
  func name(ofRegion region: String) -> String? {
    guard case .term(let language, let status) = self else { return nil }
    let name = (language.isChinese ? "zh-" : "en-") + region + (status == .preferred ? "" : "_\(status.rawValue)")
    return TableColumn(named: name) == self && Self.region(named: name) == region ? name : nil
  }

  private static let byName: [String: TableColumn] = Dictionary(
    (usual + unusual).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Longer tags first, so that `zh_hant` is not read as `zh`.
  private static let tags: [(tag: String, language: TermLanguage)] =
    ["zh_hans_cn", "zh_hans_sg", "zh_hans", "zh_cn", "zh_sg"].map { ($0, .simplifiedChinese) }
    + ["zh_hant_tw", "zh_hant_hk", "zh_hant_mo", "zh_hant", "zh_tw", "zh_hk", "zh_mo"].map { ($0, .traditionalChinese) }
    + ["en_us", "en_gb", "en_au", "en_ca", "en_in", "en_nz", "en"].map { ($0, .english) }
    + [("zh", .simplifiedChinese)]
}
