import Terminology

/// Writes entries as TBX-Basic.
struct TBXWriter {
  private let dialect: TBXDialect
  private var output = XMLOutput()
  private var losses: [FormatLoss] = []
  private var conceptID = ""

  private init(_ dialect: TBXDialect) { self.dialect = dialect }

  /// The file that holds the entries.
  ///
  /// The grammar wants at least one.
  static func file(holding entries: [ConceptEntry], as dialect: TBXDialect) -> WrittenGlossary {
    var writer = TBXWriter(dialect)
    writer.write(entries)
    return WrittenGlossary(bytes: writer.output.bytes, losses: writer.losses)
  }

  private mutating func write(_ entries: [ConceptEntry]) {
    line(0, #"<?xml version="1.0" encoding="UTF-8"?>"#)
    line(0, dialect.rootStart)
    line(1, "<\(dialect.header)>")
    line(2, "<fileDesc>")
    line(3, "<titleStmt><title>Glossary</title></titleStmt>")
    line(3, "<sourceDesc><p>Exported by duizhao.</p></sourceDesc>")
    line(2, "</fileDesc>")
    line(1, "</\(dialect.header)>")
    line(1, "<text>")
    line(2, "<body>")
    for entry in entries { write(entry) }
    line(2, "</body>")
    line(1, "</text>")
    line(0, "</\(dialect.root)>")
    if entries.isEmpty { losses.append(FormatLoss(conceptID: nil, .emptyGlossary)) }
  }

  private mutating func write(_ entry: ConceptEntry) {
    conceptID = entry.id
    if entry.terms.isEmpty { return lose(.entryWithout(.simplifiedChinese)) }
    line(3, "<\(dialect.concept) id=\"\(XMLOutput.identifier(for: entry.id))\">")
    category(4, "descrip", "subjectField", entry.subjectField)
    category(4, "descrip", "definition", entry.definition)
    category(4, "admin", "source", entry.source)
    if let note = entry.note { self.note(4, .plain(note)) }
    if let type = entry.type { keep(4, .field(name: "type", value: type), field: "type") }
    if entry.doNotTranslate {
      keep(4, .field(name: "doNotTranslate", value: "yes"), field: "do_not_translate")
    }
    for field in entry.extra {
      if ["customerSubset", "projectSubset"].contains(field.name), !field.value.isEmpty {
        category(4, "admin", field.name, field.value)
      } else {
        keep(4, .extra(name: field.name, value: field.value), field: field.name)
      }
    }
    for language in TermLanguage.allCases {
      let terms = entry.terms.filter { $0.language == language }
      if terms.isEmpty { continue }
      line(4, "<\(dialect.language) xml:lang=\"\(language.rawValue)\">")
      for term in terms { write(term) }
      line(4, "</\(dialect.language)>")
    }
    line(3, "</\(dialect.concept)>")
  }

  private mutating func write(_ term: Term) {
    line(5, "<\(dialect.term)>")
    element(6, ("<term>", "</term>"), term.text)
    // The grammar wants all term notes before the first note.
    let part = term.partOfSpeech.map { Self.partOfSpeech($0) }
    category(6, "termNote", "partOfSpeech", part)
    category(6, "termNote", "administrativeStatus", term.status.tbxValue)
    if let written = term.partOfSpeech, written != part {
      keep(6, .field(name: "pos", value: written), field: "pos")
    }
    if term.status == .forbidden {
      note(6, .field(name: "status", value: term.status.rawValue))
      lose(.statusChanged(from: .forbidden, to: .deprecated))
    }
    if let pinyin = term.pinyin { keep(6, .field(name: "pinyin", value: pinyin), field: "pinyin") }
    line(5, "</\(dialect.term)>")
  }

  /// The nearest of the five parts of speech that TBX-Basic knows.
  private static func partOfSpeech(_ name: String) -> String {
    if ["noun", "verb", "adjective", "adverb", "other"].contains(name) { return name }
    return name.hasSuffix("noun") ? "noun" : "other"
  }

  // MARK: Elements

  private mutating func category(_ depth: Int, _ name: String, _ category: String, _ text: String?) {
    if let text { element(depth, dialect.tags(element: name, category: category), text) }
  }

  private mutating func note(_ depth: Int, _ note: TBXNote) { element(depth, ("<note>", "</note>"), note.text) }

  /// Writes a note in place of a field, and says so.
  private mutating func keep(_ depth: Int, _ note: TBXNote, field: String) {
    self.note(depth, note)
    lose(.keptInNote(field: field))
  }

  private mutating func element(_ depth: Int, _ tags: (open: String, close: String), _ text: String) {
    output.markup(String(repeating: "  ", count: depth) + tags.open)
    output.hasRemovedCharacters = false
    output.text(text)
    if output.hasRemovedCharacters { lose(.charactersRemoved) }
    output.markup(tags.close + "\n")
  }

  private mutating func line(_ depth: Int, _ markup: String) {
    output.markup(String(repeating: "  ", count: depth) + markup + "\n")
  }

  private mutating func lose(_ reason: FormatLoss.Reason) {
    losses.append(FormatLoss(conceptID: conceptID, reason))
  }
}
