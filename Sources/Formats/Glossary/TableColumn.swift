import Terminology

/// A column of the plain table.
///
/// Term columns are made of a language, a status and what they hold: `en` is the preferred English term,
/// `zh_admitted` an admitted Simplified one, `en_deprecated_pos` the part of speech of a deprecated English one.
enum TableColumn: Hashable {
  case id, subjectField, type, partOfSpeech, doNotTranslate, definition, note, source
  case term(TermLanguage, AdministrativeStatus)
  case pinyin(TermLanguage, AdministrativeStatus)
  case termPartOfSpeech(TermLanguage, AdministrativeStatus)
  case extra(String)

  /// The columns that every file we write has, in their order.
  static let usual: [TableColumn] = [
    .id, .subjectField, .type, .term(.simplifiedChinese, .preferred), .term(.traditionalChinese, .preferred),
    .pinyin(.simplifiedChinese, .preferred), .term(.english, .preferred), .term(.english, .admitted),
    .term(.english, .deprecated), .term(.english, .forbidden), .term(.simplifiedChinese, .admitted),
    .term(.simplifiedChinese, .forbidden), .partOfSpeech, .doNotTranslate, .definition, .note, .source,
  ]

  /// Every other column that holds something of a term, in the order in which they follow the usual ones.
  static let unusual: [TableColumn] = TermLanguage.allCases.flatMap { language in
    AdministrativeStatus.allCases.flatMap { status -> [TableColumn] in
      [.term(language, status), .pinyin(language, status), .termPartOfSpeech(language, status)]
    }
  }.filter { !usual.contains($0) }

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
    case .term(let language, .preferred): language.rawValue
    case .term(.simplifiedChinese, let status): "zh_\(status.rawValue)"
    case .term(let language, let status): "\(language.rawValue)_\(status.rawValue)"
    case .pinyin(.simplifiedChinese, .preferred): "pinyin"
    case .pinyin(let language, let status): "\(TableColumn.term(language, status).name)_pinyin"
    case .termPartOfSpeech(let language, let status): "\(TableColumn.term(language, status).name)_pos"
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
      switch parts.joined(separator: "_") {
      case "": self = .term(language, status)
      case "pinyin": self = .pinyin(language, status)
      case "pos": self = .termPartOfSpeech(language, status)
      default: continue
      }
      return
    }
    self = .extra(name)
  }

  private static let byName: [String: TableColumn] = Dictionary(
    (usual + unusual).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Longer tags first, so that `zh_hant` is not read as `zh`.
  private static let tags: [(tag: String, language: TermLanguage)] =
    ["zh_hans_cn", "zh_hans", "zh_cn", "zh_sg"].map { ($0, .simplifiedChinese) }
    + ["zh_hant_tw", "zh_hant_hk", "zh_hant", "zh_tw", "zh_hk", "zh_mo"].map { ($0, .traditionalChinese) }
    + ["en_us", "en_gb", "en"].map { ($0, .english) } + [("zh", .simplifiedChinese)]
}
