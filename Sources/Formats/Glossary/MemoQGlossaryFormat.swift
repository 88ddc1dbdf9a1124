import Terminology
import TextCore

extension GlossaryFormat {
  /// A term base of memoQ as CSV: a row for each entry, and for each term a column with its rules beside it.
  ///
  /// Columns of one name stand several times. Source of the column names: memoQ's documentation of its server API.
  public static let memoq = GlossaryFormat(
    id: "memoq", summary: "memoQ term base (CSV)", fileExtensions: [],
    reader: { file throws(InputError) in try MemoQReader(file: file).entries() },
    optionsWriter: { entries, options in MemoQWriter.file(holding: entries, options: options) })
}

/// What memoQ calls its languages and rules.
private enum MemoQ {
  static let languages: [(language: TermLanguage, name: String)] = [
    (.simplifiedChinese, "Chinese_PRC"), (.traditionalChinese, "Chinese_Taiwan"), (.english, "English"),
  ]

  static func language(ofColumn name: String) -> TermLanguage? {
    let header = HeaderName(name)
    guard header.subject == .terms(.preferred), let tongue = header.tongue else { return nil }
    switch tongue {
    case .english: return .english
    case .traditional: return .traditionalChinese
    case .simplified, .chinese: return .simplifiedChinese
    }
  }

  static func rules(of term: Term) -> String {
    let letters = term.caseRule == .exact ? "CaseSense" : term.caseRule == .any ? "CaseInsense" : "CasePermissive"
    let match = term.matchRule == .exact || term.matchRule == .word ? "Exact" : "HalfPrefix"
    let isForbidden = !term.isUsable
    return [letters, match, isForbidden ? "Forbidden" : nil].compactMap { $0 }.joined(separator: ";")
  }
}

private enum MemoQWriter {
  static func file(holding entries: [ConceptEntry], options: GlossaryWritingOptions) -> WrittenGlossary {
    var losses: [FormatLoss] = []
    var counts: [TermLanguage: Int] = [:]
    for entry in entries {
      for (language, _) in MemoQ.languages {
        counts[language] = max(counts[language] ?? 0, entry.terms(in: language).count)
      }
    }
    let used = MemoQ.languages.filter { counts[$0.language] ?? 0 > 0 }
    var header = ["Entry_ID", "Entry_Subject", "Entry_Domain", "Entry_ClientID", "Entry_ProjectID", "Entry_Note"]
    for (language, name) in used {
      header.append("\(name)_Def")
      for _ in 0..<(counts[language] ?? 0) { header += [name, "Term_Info", "Term_Example"] }
    }
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    DelimitedText.append(header, delimiter: 0x3B, to: &bytes)
    for (number, entry) in entries.enumerated() {
      var cells = [
        String(number + 1), entry.subjectField ?? "", entry.type ?? "", entry.customer ?? "", entry.project ?? "",
        entry.note ?? "",
      ]
      for (language, _) in used {
        let own = entry.languageDefinitions.first { $0.language == language }?.text
        cells.append(own ?? (language == .english ? entry.definition ?? "" : ""))
        let terms = entry.terms(in: language)
        for term in terms { cells += [term.text, MemoQ.rules(of: term), term.contexts.first?.text ?? ""] }
        for _ in terms.count..<max(counts[language] ?? 0, terms.count) { cells += ["", "", ""] }
      }
      DelimitedText.append(cells.map { CellValues.guarded($0) }, delimiter: 0x3B, to: &bytes)
      losses += EntryPart.losses(
        of: entry,
        keeping: [
          .subjectField, .type, .definition, .languageDefinitions, .note, .customer, .project, .admittedTargets,
          .avoidedTerms, .otherLanguages, .rules, .contexts,
        ], options: options)
      losses += partialLosses(of: entry, used.map(\.language))
    }
    return WrittenGlossary(bytes: bytes, losses: losses)
  }

  /// What is kept in part: of several sentences the first, of several definitions that of each language, one status for
  /// all terms that are not to be used.
  private static func partialLosses(of entry: ConceptEntry, _ used: [TermLanguage]) -> [FormatLoss] {
    var reasons: [FormatLoss.Reason] = []
    for status in [AdministrativeStatus.deprecated, .superseded]
    where entry.terms.contains(where: { $0.status == status }) {
      reasons.append(.statusChanged(from: status, to: .forbidden))
    }
    if entry.terms.contains(where: { $0.contexts.count > 1 }) { reasons.append(.dropped(field: "further contexts")) }
    let contexts = entry.terms.flatMap(\.contexts)
    if contexts.contains(where: { $0.translation != nil || $0.source != nil }) {
      reasons.append(.dropped(field: "translations and sources of contexts"))
    }
    if entry.terms.contains(where: { $0.matchRule == .exact || $0.matchRule == .substring }) {
      reasons.append(.dropped(field: EntryPart.rules.rawValue))
    }
    let written = used.filter { language in entry.languageDefinitions.contains { $0.language == language } }
    if written.count < entry.languageDefinitions.count
      || entry.languageDefinitions.contains(where: { $0.source != nil })
    {
      reasons.append(.dropped(field: "further definitions and their sources"))
    }
    if entry.definition != nil, written.contains(.english) || !used.contains(.english) {
      reasons.append(.dropped(field: EntryPart.definition.rawValue))
    }
    return reasons.map { FormatLoss(conceptID: entry.id, $0) }
  }
}

private struct MemoQReader {
  let file: GlossaryFile

  func entries() throws(InputError) -> [ConceptEntry] {
    let text = try file.text()
    let delimiter = DelimitedText.delimiter(of: text, among: [0x3B, 0x2C, 0x09])
    let rows = try DelimitedText.rows(in: text, delimiter: delimiter, path: file.path)
    guard let header = rows.first?.cells.map(\.trimmed) else { throw file.error(.emptyFile) }
    let languages = header.map { $0.hasSuffix("_Def") ? nil : MemoQ.language(ofColumn: $0) }
    guard languages.contains(where: { $0?.isChinese ?? false }) else {
      throw file.error(.missingColumn("Chinese_PRC"), line: 1)
    }
    guard languages.contains(.english) else { throw file.error(.missingColumn("English"), line: 1) }
    var ids = EntryIDs(of: file)
    var entries: [ConceptEntry] = []
    for row in rows.dropFirst() {
      if row.cells.count > header.count, row.cells[header.count...].contains(where: { !$0.isEmpty }) {
        throw file.error(
          .malformed("the row has \(row.cells.count) cells, the header only \(header.count)"), line: row.line)
      }
      let cells = row.cells.map { CellValues.withoutGuard($0) }
      let entry = entry(of: cells, header: header, languages: languages, line: row.line)
      if entry.terms.isEmpty {
        file.remarks.add(.emptyTerm, line: row.line)
        continue
      }
      if let identified = ids.identified(entry, line: row.line) { entries.append(identified) }
    }
    return entries
  }

  private func entry(
    of cells: [String], header: [String], languages: [TermLanguage?], line: Int
  ) -> ConceptEntry {
    var entry = ConceptEntry(id: "", terms: [])
    // What follows a term is said of it alone, also where its cell is empty.
    var hasTerm = false
    for (index, name) in header.enumerated() where index < cells.count {
      if languages[index] != nil { hasTerm = !cells[index].isEmpty }
      let cell = cells[index]
      if cell.isEmpty { continue }
      switch name {
      case "Entry_Subject": entry.subjectField = cell
      case "Entry_Domain": entry.type = cell
      case "Entry_ClientID": entry.customer = cell
      case "Entry_ProjectID": entry.project = cell
      case "Entry_Note": entry.note = cell
      case "Entry_ID": break  // a number, which means nothing elsewhere
      case "Term_Info": if hasTerm { apply(cell, to: &entry) }
      case "Term_Example":
        if hasTerm { entry.terms[entry.terms.count - 1].contexts.append(.init(text: cell)) }
      default:
        if let language = languages[index] {
          let isFirst = !entry.terms.contains { $0.language == language }
          entry.terms.append(Term(language: language, text: cell, status: isFirst ? .preferred : .admitted))
        } else if name.hasSuffix("_Def"), let language = MemoQ.language(ofColumn: String(name.dropLast(4))) {
          entry.languageDefinitions.append(.init(language: language, text: cell))
        } else if name.hasPrefix("Entry_") {
          file.remarks.add(.field(name), line: line)
        } else {
          entry.extra.append(.init(name: name, value: cell))
        }
      }
    }
    settle(&entry)
    return entry
  }

  /// Where the first term of a language turned out to be a forbidden one, the next is the preferred one.
  private func settle(_ entry: inout ConceptEntry) {
    for language in TermLanguage.allCases
    where !entry.terms.contains(where: { $0.language == language && $0.status == .preferred }) {
      let next = entry.terms.firstIndex { $0.language == language && $0.status == .admitted }
      if let next { entry.terms[next].status = .preferred }
    }
  }

  /// The rules that follow a term.
  private func apply(_ rules: String, to entry: inout ConceptEntry) {
    guard let last = entry.terms.indices.last else { return }
    for rule in rules.split(separator: ";") {
      switch rule {
      case "CaseSense": entry.terms[last].caseRule = .exact
      case "CaseInsense": entry.terms[last].caseRule = .any
      case "Exact": entry.terms[last].matchRule = .word
      case "Forbidden": entry.terms[last].status = .forbidden
      default: break
      }
    }
  }
}
