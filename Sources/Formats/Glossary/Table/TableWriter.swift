import Terminology

/// Makes the rows of the plain table: the usual columns, then those that some entry needs.
struct TableWriter {
  /// A column as it is written: of terms, perhaps those of one region alone.
  private struct Column: Hashable {
    let meaning: TableColumn
    var region: String?

    init(_ meaning: TableColumn, region: String? = nil) {
      self.meaning = meaning
      self.region = region
    }

    var name: String { region.flatMap { meaning.name(ofRegion: $0) } ?? meaning.name }
  }

  private let columns: [Column]
  private let regions: RegionColumns
  /// The name under which a further field is written, where that is not its own.
  private let renamed: [String: String]
  private(set) var losses: [FormatLoss] = []

  /// Finds out which columns the entries need.
  init(_ entries: [ConceptEntry]) {
    let regions = RegionColumns(entries)
    var used: Set<TableColumn> = []
    var extra: [String] = []
    var seen: Set<String> = []
    for entry in entries {
      for column in Self.termCells(of: entry, regions).keys where column.region == nil { used.insert(column.meaning) }
      for column in Self.conceptCells(of: entry).keys { used.insert(column) }
      for field in entry.extra where seen.insert(field.name).inserted { extra.append(field.name) }
    }
    let known =
      TableColumn.usual.map { Column($0) } + Self.regionColumns(TableColumn.usual, regions)
      + TableColumn.unusual.flatMap { Self.unusual($0, isUsed: used.contains($0), regions) }
    let names = Self.names(of: extra, beside: known.map(\.name))
    self.regions = regions
    renamed = names
    columns = known + extra.map { Column(.extra(names[$0] ?? $0)) }
  }

  private static func regionColumns(_ columns: [TableColumn], _ regions: RegionColumns) -> [Column] {
    columns.flatMap { column in (regions.of(column) ?? []).map { Column(column, region: $0) } }
  }

  /// An unusual column, if some entry needs it, and those of its regions.
  ///
  /// A name such as `zh-TW` says the region only where another column has the same language and status.
  private static func unusual(_ column: TableColumn, isUsed: Bool, _ regions: RegionColumns) -> [Column] {
    let own = regionColumns([column], regions)
    return (isUsed || own.count == 1 ? [Column(column)] : []) + own
  }

  /// The names of the columns.
  var header: [String] { columns.map(\.name) }

  /// What the columns hold, for the widths of a spreadsheet.
  var kinds: [TableColumn] { columns.map(\.meaning) }

  /// The cells of an entry's row; nil, and a loss, for an entry that lacks a language.
  mutating func cells(of entry: ConceptEntry) -> [String]? {
    if !entry.terms.contains(where: \.language.isChinese) { return lose(entry, .entryWithout(.simplifiedChinese)) }
    if !entry.terms.contains(where: { $0.language == .english }) { return lose(entry, .entryWithout(.english)) }
    var cells = Self.termCells(of: entry, regions)
    for (column, cell) in Self.conceptCells(of: entry) { cells[Column(column)] = cell }
    for field in entry.extra {
      let name = renamed[field.name] ?? field.name
      if name != field.name { losses.append(.init(conceptID: entry.id, .renamed(field: field.name, to: name))) }
      let column = Column(.extra(name))
      if let before = cells[column] {
        losses.append(.init(conceptID: entry.id, .joined(field: field.name)))
        cells[column] = before + " | " + field.value
      } else {
        cells[column] = field.value
      }
    }
    return columns.map { cells[$0] ?? "" }
  }

  private mutating func lose(_ entry: ConceptEntry, _ reason: FormatLoss.Reason) -> [String]? {
    losses.append(FormatLoss(conceptID: entry.id, reason))
    return nil
  }

  // MARK: Further fields

  /// Names under which a reader takes each further field for one, where its own would mean something else.
  private static func names(of extra: [String], beside known: [String]) -> [String: String] {
    let taken = Set(extra)
    var names: [String: String] = [:]
    for name in extra {
      var free = name
      while free.isEmpty || free != free.trimmed || !isExtra(free, beside: known)
        || (free != name && taken.contains(free))
      {
        free = "x_" + free.trimmed
      }
      names[name] = free
    }
    return names
  }

  private static func isExtra(_ name: String, beside known: [String]) -> Bool {
    guard TableColumn(named: name) == .extra(name) else { return false }
    // A name that says nothing needs no look at the others.
    return !HeaderName(name).isKnown
      || TableHeader(names: known + [name]).columns.last?.meaning == .column(.extra(name))
  }

  // MARK: Cells

  private static func conceptCells(of entry: ConceptEntry) -> [TableColumn: String] {
    var cells: [TableColumn: String] = [:]
    cells[.id] = entry.id
    cells[.subjectField] = entry.subjectField
    cells[.type] = entry.type
    cells[.definition] = entry.definition
    cells[.definitionSource] = entry.definitionSource
    cells[.note] = entry.note
    cells[.source] = entry.source
    cells[.customer] = entry.customer
    cells[.project] = entry.project
    if entry.doNotTranslate { cells[.doNotTranslate] = "yes" }
    if entry.review != .approved { cells[.review] = entry.review.rawValue }
    for language in TermLanguage.allCases {
      let definitions = entry.languageDefinitions.filter { $0.language == language }
      cells[.languageDefinition(language)] =
        CellList.values.joined(definitions.map { CellList.parts.joinedBriefly([$0.text, $0.source]) }).nonEmpty
    }
    cells[.relations] =
      CellList.values.joined(
        entry.relations.map { CellList.parts.joinedBriefly([$0.kind.rawValue, $0.target, $0.note]) }
      )
      .nonEmpty
    cells[.references] =
      CellList.values.joined(
        entry.references.map { CellList.parts.joinedBriefly([$0.kind.rawValue, $0.target, $0.label]) }
      ).nonEmpty
    return cells
  }

  /// What an entry's terms put into the columns.
  private static func termCells(of entry: ConceptEntry, _ regions: RegionColumns) -> [Column: String] {
    var cells: [Column: String] = [:]
    let common = entry.terms.first?.partOfSpeech
    let hasCommon = common != nil && entry.terms.allSatisfy { $0.partOfSpeech == common }
    if hasCommon { cells[Column(.partOfSpeech)] = common }
    let hasSimplified = entry.terms.contains { $0.language == .simplifiedChinese && $0.status == .preferred }
    for language in TermLanguage.allCases {
      for status in AdministrativeStatus.allCases {
        let terms = entry.terms.filter { TableColumn(of: $0) == .term(language, status) }
        if terms.isEmpty { continue }
        let own = regions.of(.term(language, status))
        for region in own.map({ [nil] + $0 }) ?? [nil] {
          let said = own == nil ? terms : terms.filter { $0.region == region }
          if said.isEmpty { continue }
          cells[Column(.term(language, status), region: region)] = CellList.values.joined(said.map(\.text))
        }
        for detail in TableColumn.TermDetail.allCases
        where !(hasCommon && detail == .partOfSpeech) && !(own != nil && detail == .region) {
          guard let cell = CellList.values.joined(terms.map { value(of: detail, in: $0) }).nonEmpty else { continue }
          let isOnlyChinese = language == .traditionalChinese && status == .preferred && !hasSimplified
          let isReading = detail == .pinyin && isOnlyChinese
          cells[Column(.detail(detail, isReading ? .simplifiedChinese : language, status))] = cell
        }
      }
    }
    return cells
  }

  private static func value(of detail: TableColumn.TermDetail, in term: Term) -> String {
    switch detail {
    case .pinyin: term.pinyin ?? ""
    case .partOfSpeech: term.partOfSpeech ?? ""
    case .region: term.region ?? ""
    case .type: term.type?.rawValue ?? ""
    case .gender: term.gender?.rawValue ?? ""
    case .caseRule: term.caseRule == .smart ? "" : term.caseRule.rawValue
    case .matchRule: term.matchRule == .inflected ? "" : term.matchRule.rawValue
    case .note: term.note ?? ""
    case .source: term.source ?? ""
    case .contexts:
      CellList.items.joined(term.contexts.map { CellList.parts.joinedBriefly([$0.text, $0.translation, $0.source]) })
    case .extra: CellList.items.joined(term.extra.map { CellList.parts.joinedBriefly([$0.name, $0.value]) })
    }
  }
}
