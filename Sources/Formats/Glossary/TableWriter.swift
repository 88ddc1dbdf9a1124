import Terminology

/// Makes the rows of the plain table: the usual columns, then those that some entry needs.
struct TableWriter {
  private let columns: [TableColumn]
  /// The name under which a further field is written, where that is not its own.
  private let renamed: [String: String]
  private(set) var losses: [FormatLoss] = []

  /// Finds out which columns the entries need.
  init(_ entries: [ConceptEntry]) {
    var used: Set<TableColumn> = []
    var extra: [String] = []
    var seen: Set<String> = []
    for entry in entries {
      for (column, _) in Self.termCells(of: entry) { used.insert(column) }
      for field in entry.extra where seen.insert(field.name).inserted { extra.append(field.name) }
    }
    var names: [String: String] = [:]
    for name in extra {
      let isFree = TableColumn(named: name) == .extra(name) && !name.isEmpty && name == name.trimmed
      names[name] = isFree ? name : Self.freeName(like: name, besides: seen)
    }
    renamed = names
    columns = TableColumn.usual + TableColumn.unusual.filter(used.contains) + extra.map { .extra(names[$0] ?? $0) }
  }

  /// The names of the columns.
  var header: [String] { columns.map(\.name) }

  /// The cells of an entry's row; nil, and a loss, for an entry that lacks a language.
  mutating func cells(of entry: ConceptEntry) -> [String]? {
    if !entry.terms.contains(where: \.language.isChinese) { return lose(entry, .entryWithout(.simplifiedChinese)) }
    if !entry.terms.contains(where: { $0.language == .english }) { return lose(entry, .entryWithout(.english)) }
    var cells = Self.termCells(of: entry)
    cells[.id] = entry.id
    cells[.subjectField] = entry.subjectField
    cells[.type] = entry.type
    cells[.definition] = entry.definition
    cells[.note] = entry.note
    cells[.source] = entry.source
    if entry.doNotTranslate { cells[.doNotTranslate] = "yes" }
    for field in entry.extra {
      let name = renamed[field.name] ?? field.name
      if name != field.name { losses.append(.init(conceptID: entry.id, .renamed(field: field.name, to: name))) }
      if let before = cells[.extra(name)] {
        losses.append(.init(conceptID: entry.id, .joined(field: field.name)))
        cells[.extra(name)] = before + " | " + field.value
      } else {
        cells[.extra(name)] = field.value
      }
    }
    return columns.map { cells[$0] ?? "" }
  }

  private mutating func lose(_ entry: ConceptEntry, _ reason: FormatLoss.Reason) -> [String]? {
    losses.append(FormatLoss(conceptID: entry.id, reason))
    return nil
  }

  private static func freeName(like name: String, besides taken: Set<String>) -> String {
    var result = "x_" + name.trimmed
    while taken.contains(result) || TableColumn(named: result) != .extra(result) { result = "x_" + result }
    return result
  }

  /// What an entry's terms put into the columns.
  private static func termCells(of entry: ConceptEntry) -> [TableColumn: String] {
    var cells: [TableColumn: String] = [:]
    let common = entry.terms.first?.partOfSpeech
    let hasCommon = common != nil && entry.terms.allSatisfy { $0.partOfSpeech == common }
    if hasCommon { cells[.partOfSpeech] = common }
    let hasSimplified = entry.terms.contains { $0.language == .simplifiedChinese && $0.status == .preferred }
    for language in TermLanguage.allCases {
      for status in AdministrativeStatus.allCases {
        let terms = entry.terms.filter { $0.language == language && $0.status == status }
        if terms.isEmpty { continue }
        cells[.term(language, status)] = CellValues.joined(terms.map(\.text))
        let readings = CellValues.joined(terms.map { $0.pinyin ?? "" })
        let isOnlyChinese = language == .traditionalChinese && status == .preferred && !hasSimplified
        let column: TableColumn = .pinyin(isOnlyChinese ? .simplifiedChinese : language, status)
        if !readings.isEmpty { cells[column] = readings }
        if hasCommon { continue }
        let parts = CellValues.joined(terms.map { $0.partOfSpeech ?? "" })
        if !parts.isEmpty { cells[.termPartOfSpeech(language, status)] = parts }
      }
    }
    return cells
  }
}
