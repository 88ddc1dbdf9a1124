import Terminology
import TextCore

/// Reads the rows of a plain table, the columns of which are known.
struct TableRowReader {
  /// The columns of one language and status.
  private struct Group {
    let language: TermLanguage
    let status: AdministrativeStatus
    var terms: [(index: Int, region: String?)] = []
    var details: [(detail: TableColumn.TermDetail, index: Int)] = []

    var name: String { TableColumn.term(language, status).name }
  }

  private let header: TableHeader
  private let separators: TermSeparators
  private let file: GlossaryFile
  private let groups: [Group]
  private let plain: [(column: TableColumn, index: Int)]
  private let commonPart: Int?
  private let languages: (source: Int, target: Int)?
  private let spoken: (source: Int, target: Int)?

  init(header: TableHeader, separators: TermSeparators, file: GlossaryFile) {
    self.header = header
    self.separators = separators
    self.file = file
    var groups = TermLanguage.allCases.flatMap { language in
      AdministrativeStatus.allCases.map { Group(language: language, status: $0) }
    }
    var plain: [(column: TableColumn, index: Int)] = []
    var commonPart: Int?
    for (index, column) in header.columns.enumerated() {
      guard case .column(let meaning) = column.meaning else { continue }
      switch meaning {
      case .term(let language, let status):
        let group = groups.firstIndex { $0.language == language && $0.status == status }!
        groups[group].terms.append((index, column.region))
      case .detail(let detail, let language, let status):
        let group = groups.firstIndex { $0.language == language && $0.status == status }!
        groups[group].details.append((detail, index))
      case .partOfSpeech: commonPart = index
      default: plain.append((meaning, index))
      }
    }
    func index(of meaning: TableHeader.Meaning) -> Int? { header.columns.firstIndex { $0.meaning == meaning } }
    self.groups = groups
    self.plain = plain
    self.commonPart = commonPart
    spoken = index(of: .sourceTerms).flatMap { source in index(of: .targetTerms).map { (source, $0) } }
    languages = index(of: .sourceLanguage).flatMap { source in index(of: .targetLanguage).map { (source, $0) } }
  }

  /// The entry of a row.
  /// - Throws: ``InputError`` with the line of the row.
  func entry(of row: DelimitedText.Row) throws(InputError) -> ConceptEntry {
    let cells = try cells(of: row)
    var entry = ConceptEntry(id: "", terms: [])
    for (column, index) in plain where index < cells.count && !cells[index].isEmpty {
      try fill(column, with: cells[index], in: &entry, line: row.line)
    }
    for group in groups {
      entry.terms += try terms(of: group, cells: cells, line: row.line)
    }
    if let spoken, let languages {
      try addSpoken(spoken.source, language: languages.source, cells: cells, line: row.line, to: &entry)
      try addSpoken(spoken.target, language: languages.target, cells: cells, line: row.line, to: &entry)
      entry.terms = TermLanguage.allCases.flatMap { entry.terms(in: $0) }
    }
    try check(entry, line: row.line)
    return entry
  }

  private func cells(of row: DelimitedText.Row) throws(InputError) -> [String] {
    let count = header.columns.count
    if row.cells.count > count, row.cells[count...].contains(where: { !$0.isEmpty }) {
      throw file.error(
        .malformed("the row has \(row.cells.count) cells, the header only \(count); is a delimiter not quoted?"),
        line: row.line)
    }
    return Array(row.cells.prefix(count))
  }

  private func check(_ entry: ConceptEntry, line: Int) throws(InputError) {
    guard entry.terms.contains(where: \.language.isChinese) else {
      let isTraditional = !header.columns.contains { $0.meaning == .column(.term(.simplifiedChinese, .preferred)) }
      throw file.error(.missingValue(column: isTraditional && spoken == nil ? "zh-Hant" : "zh-Hans"), line: line)
    }
    guard entry.terms.contains(where: { $0.language == .english }) else {
      throw file.error(.missingValue(column: "en"), line: line)
    }
  }

  // MARK: Of the concept

  private func fill(
    _ column: TableColumn, with cell: String, in entry: inout ConceptEntry, line: Int
  ) throws(InputError) {
    switch column {
    case .id: entry.id = cell.trimmed
    case .subjectField: entry.subjectField = cell
    case .type: entry.type = cell
    case .definition: entry.definition = cell
    case .definitionSource: entry.definitionSource = cell
    case .note: entry.note = cell
    case .source: entry.source = cell
    case .customer: entry.customer = cell
    case .project: entry.project = cell
    case .doNotTranslate: entry.doNotTranslate = try truth(of: cell, line: line)
    case .review: entry.review = try value(cell, of: ReviewStatus.self, column: column.name, line: line)
    case .languageDefinition(let language):
      for item in CellList.values.split(cell) where !item.isEmpty {
        let parts = CellList.parts.split(item)
        entry.languageDefinitions.append(.init(language: language, text: parts[0], source: Self.part(1, of: parts)))
      }
    case .relations:
      for item in CellList.values.split(cell) where !item.isEmpty {
        let parts = CellList.parts.split(item)
        let kind = try value(parts[0], of: ConceptRelation.Kind.self, column: "relations", line: line)
        guard let target = Self.part(1, of: parts) else { throw misread(item, "related => ID", column, line) }
        entry.relations.append(.init(kind, target: target, note: Self.part(2, of: parts)))
      }
    case .references:
      for item in CellList.values.split(cell) where !item.isEmpty {
        let parts = CellList.parts.split(item)
        let kind = try value(parts[0], of: Reference.Kind.self, column: "references", line: line)
        guard let target = Self.part(1, of: parts) else { throw misread(item, "page => ADDRESS", column, line) }
        entry.references.append(.init(kind, target: target, label: Self.part(2, of: parts)))
      }
    case .extra(let name): entry.extra.append(.init(name: name, value: cell))
    case .term, .detail, .partOfSpeech: break
    }
  }

  private static func part(_ index: Int, of parts: [String]) -> String? {
    index < parts.count ? parts[index].nonEmpty : nil
  }

  private func misread(_ item: String, _ form: String, _ column: TableColumn, _ line: Int) -> InputError {
    file.error(.malformed("“\(item)” in the column “\(column.name)” is not of the form “\(form)”"), line: line)
  }

  private func truth(of cell: String, line: Int) throws(InputError) -> Bool {
    switch cell.trimmed.lowercased() {
    case "", "no", "false", "0", "n", "否": return false
    case "yes", "true", "1", "y", "x", "是": return true
    default:
      throw file.error(.malformed("“\(cell)” in the column “do_not_translate” is neither yes nor no"), line: line)
    }
  }

  private func value<Value: RawRepresentable & CaseIterable>(
    _ text: String, of type: Value.Type, column: String, line: Int
  ) throws(InputError) -> Value where Value.RawValue == String {
    if let value = Value(rawValue: text.trimmed) ?? Value.allCases.first(where: { Self.isSame($0.rawValue, text) }) {
      return value
    }
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw file.error(.malformed("“\(text)” in the column “\(column)” is none of \(known)"), line: line)
  }

  private static func isSame(_ name: String, _ text: String) -> Bool {
    name.lowercased().replacing("_", with: "") == text.lowercased().filter { $0 != "_" && $0 != " " && $0 != "-" }
  }

  // MARK: Of its terms

  private func terms(of group: Group, cells: [String], line: Int) throws(InputError) -> [Term] {
    var terms: [Term] = []
    var places: [Int] = []
    var count = 0
    let common = commonPart.flatMap { $0 < cells.count ? cells[$0].nonEmpty : nil }
    for (index, region) in group.terms where index < cells.count {
      for text in separators.split(cells[index]) {
        if !text.isEmpty {
          let language = TableColumn.language(of: text, in: group.language, group.status)
          terms.append(
            Term(language: language, text: text, status: group.status, partOfSpeech: common, region: region))
          places.append(count)
        }
        count += 1
      }
    }
    if terms.isEmpty {
      tellDetails(of: group, cells: cells, line: line)
      return []
    }
    for (detail, index) in group.details where index < cells.count && !cells[index].isEmpty {
      let column = TableColumn.detail(detail, group.language, group.status)
      try fill(detail, of: column, with: cells[index], in: &terms, places: places, count: count, line: line)
    }
    try addReadings(for: group, cells: cells, to: &terms, places: places, count: count, line: line)
    return terms
  }

  /// Tells of what is said of terms that are not there; the one pinyin column may be that of the Traditional term.
  private func tellDetails(of group: Group, cells: [String], line: Int) {
    let hasTraditional = groups.contains { other in
      other.language == .traditionalChinese && other.status == .preferred
        && other.terms.contains { $0.index < cells.count && !cells[$0.index].isEmpty }
    }
    for (detail, index) in group.details where index < cells.count && !cells[index].isEmpty {
      let isUsed = detail == .pinyin && group.language == .simplifiedChinese && group.status == .preferred
      if isUsed, hasTraditional { continue }
      file.remarks.add(.field(TableColumn.detail(detail, group.language, group.status).name), line: line)
    }
  }

  private func fill(
    _ detail: TableColumn.TermDetail, of column: TableColumn, with cell: String, in terms: inout [Term], places: [Int],
    count: Int, line: Int
  ) throws(InputError) {
    let values = CellList.values.split(cell)
    if values.count > count {
      throw file.error(
        .malformed("the column “\(column.name)” has \(values.count) values for \(count) terms"), line: line)
    }
    for (index, place) in places.enumerated() {
      let value = place < values.count ? values[place] : ""
      // Where some term has a part of speech of its own, those without have none.
      if detail == .partOfSpeech { terms[index].partOfSpeech = nil }
      if value.isEmpty { continue }
      try fill(detail, with: value, in: &terms[index], column: column.name, line: line)
    }
  }

  private func fill(
    _ detail: TableColumn.TermDetail, with text: String, in term: inout Term, column: String, line: Int
  ) throws(InputError) {
    switch detail {
    case .pinyin: term.pinyin = text
    case .partOfSpeech: term.partOfSpeech = text
    case .region: term.region = text
    case .type: term.type = try value(text, of: TermType.self, column: column, line: line)
    case .gender: term.gender = try value(text, of: GrammaticalGender.self, column: column, line: line)
    case .caseRule: term.caseRule = try value(text, of: CaseRule.self, column: column, line: line)
    case .matchRule: term.matchRule = try value(text, of: MatchRule.self, column: column, line: line)
    case .note: term.note = text
    case .source: term.source = text
    case .contexts:
      for item in CellList.items.split(text) where !item.isEmpty {
        let parts = CellList.parts.split(item)
        term.contexts.append(
          .init(text: parts[0], translation: Self.part(1, of: parts), source: Self.part(2, of: parts)))
      }
    case .extra:
      for item in CellList.items.split(text) where !item.isEmpty {
        let parts = CellList.parts.split(item)
        term.extra.append(.init(name: parts[0], value: Self.part(1, of: parts) ?? ""))
      }
    }
  }

  /// The one pinyin column serves the Traditional term where there is no Simplified one.
  private func addReadings(
    for group: Group, cells: [String], to terms: inout [Term], places: [Int], count: Int, line: Int
  ) throws(InputError) {
    guard group.language == .traditionalChinese, group.status == .preferred, terms.allSatisfy({ $0.pinyin == nil }),
      let simplified = groups.first(where: { $0.language == .simplifiedChinese && $0.status == .preferred }),
      simplified.terms.allSatisfy({ $0.index >= cells.count || cells[$0.index].isEmpty }),
      let column = simplified.details.first(where: { $0.detail == .pinyin }), column.index < cells.count
    else { return }
    try fill(
      .pinyin, of: .detail(.pinyin, .simplifiedChinese, .preferred), with: cells[column.index], in: &terms,
      places: places, count: count, line: line)
  }

  private func addSpoken(
    _ index: Int, language: Int, cells: [String], line: Int, to entry: inout ConceptEntry
  ) throws(InputError) {
    guard index < cells.count, language < cells.count, !cells[index].isEmpty else { return }
    guard let known = TermLanguage(tag: cells[language].trimmed) else {
      throw file.error(
        .malformed("“\(cells[language])” is not a language of terms (zh-Hans, zh-Hant, en)"), line: line)
    }
    let part = commonPart.flatMap { $0 < cells.count ? cells[$0].nonEmpty : nil }
    for (number, text) in separators.split(cells[index]).enumerated() where !text.isEmpty {
      entry.terms.append(
        Term(language: known, text: text, status: number == 0 ? .preferred : .admitted, partOfSpeech: part))
    }
  }
}
