import Terminology
import TextCore

extension GlossaryFormat {
  /// UTX 1.11, the simple dictionary format of the Asia-Pacific Association for Machine Translation.
  ///
  /// UTF-8 without byte order mark. A row is a pair with its status; rows of one concept share an id.
  public static let utx = GlossaryFormat(
    id: "utx", summary: "UTX 1.11 dictionary", fileExtensions: ["utx"],
    reader: { file throws(InputError) in try UTXReader(file: file).entries() },
    optionsWriter: { entries, options in UTXWriter.file(holding: entries, options: options) })
}

/// How UTX calls a status.
private enum UTXStatus {
  static func name(of status: AdministrativeStatus) -> String {
    switch status {
    case .preferred: "approved"
    case .admitted: "provisional"
    case .deprecated, .superseded: "non-standard"
    case .forbidden: "forbidden"
    }
  }

  static func status(named name: String) -> AdministrativeStatus? {
    switch name.lowercased() {
    case "", "approved": .preferred
    case "provisional": .admitted
    case "non-standard", "rejected": .deprecated
    case "forbidden": .forbidden
    default: nil
    }
  }
}

private enum UTXWriter {
  static func file(holding entries: [ConceptEntry], options: GlossaryWritingOptions) -> WrittenGlossary {
    let languages = [options.source, options.target].map(ServiceGlossary.tag).joined(separator: "/")
    // The format asks for a date; a fixed one keeps the file the same on every run.
    var text = "#UTX 1.11; \(languages); 2000-01-01T00:00:00Z; \(LineText.cleaned(options.title)); bidirectional\n"
    text += "#src\ttgt\tsrc:pos\tterm status\tconcept ID\tcomment\n"
    var losses: [FormatLoss] = []
    for entry in entries {
      let sources = entry.terms(in: options.source).filter(\.isUsable)
      let targets = entry.terms(in: options.target)
      guard let first = sources.first else {
        losses.append(.init(conceptID: entry.id, .entryWithout(options.source)))
        continue
      }
      guard let best = targets.first else {
        losses.append(.init(conceptID: entry.id, .entryWithout(options.target)))
        continue
      }
      let pairs = targets.map { (first, $0) } + sources.dropFirst().map { ($0, best) }
      for (source, target) in pairs {
        let comment = entry.definition ?? entry.note ?? ""
        if target.status == .superseded {
          losses.append(.init(conceptID: entry.id, .statusChanged(from: .superseded, to: .deprecated)))
        }
        let cells = [
          PairLines.withoutComment(source.text, of: entry, losses: &losses), target.text, part(of: source),
          UTXStatus.name(of: target.status), entry.id, comment,
        ].map(LineText.cleaned)
        if LineText.cleaned(source.text) != source.text || cells[1] != target.text {
          losses.append(.init(conceptID: entry.id, .spaceChanged(field: "terms")))
        }
        text += cells.joined(separator: "\t") + "\n"
      }
      if entry.terms(in: options.source).contains(where: { !$0.isUsable }) {
        losses.append(.init(conceptID: entry.id, .dropped(field: "source \(EntryPart.avoidedTerms.rawValue)")))
      }
      losses += EntryPart.losses(
        of: entry, keeping: [.id, .definition, .partOfSpeech, .admittedTargets, .avoidedTerms], options: options)
    }
    return WrittenGlossary(bytes: Array(text.utf8), losses: losses)
  }

  private static func part(of term: Term) -> String {
    term.partOfSpeech == "proper noun" ? "properNoun" : term.partOfSpeech ?? "noun"
  }
}

private struct UTXReader {
  let file: GlossaryFile

  func entries() throws(InputError) -> [ConceptEntry] {
    let rows = DelimitedText.plainRows(in: try file.text(), delimiter: 0x09)
    guard let first = rows.first?.cells.first, first.hasPrefix("#UTX") else {
      throw file.error(.malformed("the first line of a UTX file begins with “#UTX”"), line: 1)
    }
    let heading = first.split(separator: ";").map { String($0).trimmed }
    let tags = heading.count > 1 ? heading[1].split(separator: "/").map { String($0) } : []
    guard tags.count == 2, let source = TermLanguage(tag: tags[0]), let target = TermLanguage(tag: tags[1]) else {
      throw file.error(.malformed("the first line does not name Chinese and English, as “zh-CN/en” does"), line: 1)
    }
    guard let header = rows.first(where: { $0.cells[0].lowercased().hasPrefix("#src") }) else {
      throw file.error(.missingColumn("src"), line: 2)
    }
    let names = header.cells.map { $0.replacing("#", with: "").trimmed }
    let columns = names.map { $0.lowercased().replacing(":", with: " ") }
    var entries: [ConceptEntry] = []
    var places: [String: Int] = [:]
    for row in rows where !row.cells[0].hasPrefix("#") {
      guard row.cells.count > 1, !row.cells[0].isEmpty, !row.cells[1].isEmpty else {
        throw file.error(.missingValue(column: row.cells[0].isEmpty ? "src" : "tgt"), line: row.line)
      }
      func cell(_ name: String) -> String? {
        columns.firstIndex(of: name).flatMap { $0 < row.cells.count ? row.cells[$0].trimmed.nonEmpty : nil }
      }
      let name = cell("term status") ?? ""
      guard let status = UTXStatus.status(named: name) else {
        throw file.error(
          .malformed("“\(name)” is not a status of UTX (approved, provisional, non-standard, forbidden)"),
          line: row.line)
      }
      let (part, targetPart) = (self.part(cell("src pos")), self.part(cell("tgt pos")))
      let id = cell("concept id") ?? ""
      let place = id.isEmpty ? nil : places[id]
      var entry = place.map { entries[$0] } ?? ConceptEntry(id: id, terms: [], definition: cell("comment"))
      if let comment = cell("comment"), comment != entry.definition, comment != entry.note { entry.addNote(comment) }
      for (name, column) in zip(names, columns) where !Self.known.contains(column) {
        guard let value = cell(column), !entry.extra.contains(.init(name: name, value: value)) else { continue }
        entry.addExtra(name, value)
      }
      let hasSource = entry.terms.contains { $0.language == source }
      add(
        Term(language: source, text: row.cells[0], status: hasSource ? .admitted : .preferred, partOfSpeech: part),
        to: &entry)
      let translation = Term(language: target, text: row.cells[1], status: status, partOfSpeech: targetPart)
      if add(translation, to: &entry) != status { file.remarks.add(.field("term status"), line: row.line) }
      if let place {
        entries[place] = entry
      } else {
        if !id.isEmpty { places[id] = entries.count }
        entries.append(entry)
      }
    }
    var ids = EntryIDs(of: file)
    for id in places.keys.sorted() { try ids.claim(id, line: nil) }
    return entries.compactMap { $0.id.isEmpty ? ids.identified($0) : $0 }
  }

  private static let known: Set<String> = ["src", "tgt", "src pos", "tgt pos", "term status", "concept id", "comment"]

  private func part(_ name: String?) -> String? { name == "properNoun" ? "proper noun" : name }

  /// Adds a term, unless it is there; gives the status that it has.
  @discardableResult
  private func add(_ term: Term, to entry: inout ConceptEntry) -> AdministrativeStatus {
    if let known = entry.terms.first(where: { $0.language == term.language && $0.text == term.text }) {
      return known.status
    }
    entry.terms.append(term)
    return term.status
  }
}
