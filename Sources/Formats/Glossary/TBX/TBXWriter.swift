import Terminology

/// Writes entries as TBX: each field in its data category where the dialect has one, else in a note.
struct TBXWriter {
  let dialect: TBXDialect
  private var output = XMLOutput()
  private var losses: [FormatLoss] = []
  private var conceptID = ""
  /// The concepts that are in the file, which cross-references may point to.
  private var targets: Set<String> = []

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
    if entries.contains(where: { !$0.relations.isEmpty }) {
      for entry in entries where !entry.terms.isEmpty { targets.insert(entry.id) }
    }
    line(0, #"<?xml version="1.0" encoding="UTF-8"?>"#)
    line(0, dialect.rootStart)
    line(1, "<\(dialect.header)>")
    line(2, "<fileDesc>")
    line(3, "<titleStmt><title>Glossary</title></titleStmt>")
    line(3, "<sourceDesc><p>\(TBXDialect.origin)</p></sourceDesc>")
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

  // MARK: Concepts

  private mutating func write(_ entry: ConceptEntry) {
    conceptID = entry.id
    if entry.terms.isEmpty { return lose(.entryWithout(.simplifiedChinese)) }
    line(3, "<\(dialect.concept) id=\"\(XMLOutput.identifier(for: entry.id))\">")
    write(conceptProperties: entry)
    for language in TermLanguage.allCases {
      let terms = entry.terms.filter { $0.language == language }
      if terms.isEmpty { continue }
      line(4, "<\(dialect.language) xml:lang=\"\(language.rawValue)\">")
      if dialect.has("definition") {
        for definition in entry.languageDefinitions where definition.language == language && !definition.text.isEmpty {
          group(5, "definition", definition.text, source: definition.source)
        }
      }
      for term in terms { write(term) }
      line(4, "</\(dialect.language)>")
    }
    line(3, "</\(dialect.concept)>")
  }

  private mutating func write(conceptProperties entry: ConceptEntry) {
    var relations = entry.relations[...]
    var references = entry.references[...]
    var definitions = entry.languageDefinitions[...]
    let hasDefinition = dialect.has("definition") && entry.definition?.isEmpty == false
    for property in entry.properties {
      switch property.name {
      case "definition" where hasDefinition: group(4, "definition", property.value, source: entry.definitionSource)
      case "definitionSource" where hasDefinition && !property.value.isEmpty: break
      case "languageDefinition":
        guard let item = definitions.popFirst(), !hasPlace(item, in: entry) else { break }
        keep(4, property)
      case "relation":
        guard let relation = relations.popFirst(), write(relation) else { keep(4, property); break }
      case "reference":
        guard let reference = references.popFirst(), write(reference) else { keep(4, property); break }
      case "note": note(4, EntryProperty.noteText(ofRemark: property.value))
      default: write(4, property)
      }
    }
  }

  /// Whether a definition stands in the section of its language.
  private func hasPlace(_ definition: LanguageDefinition, in entry: ConceptEntry) -> Bool {
    dialect.has("definition") && !definition.text.isEmpty
      && entry.terms.contains { $0.language == definition.language }
  }

  /// Writes a relation to a concept of this file; a cross-reference must not point elsewhere.
  private mutating func write(_ relation: ConceptRelation) -> Bool {
    guard dialect.has("crossReference"), targets.contains(relation.target) else { return false }
    let target = XMLOutput.identifier(for: relation.target)
    element(4, dialect.tags(element: "ref", category: "crossReference", target: target), TBXField.text(of: relation))
    return true
  }

  private mutating func write(_ reference: Reference) -> Bool {
    let category = reference.kind == .picture ? "xGraphic" : "externalCrossReference"
    guard dialect.has(category), Self.isAddress(reference.target) else { return false }
    let target = reference.target.replacing("&", with: "&amp;").replacing("'", with: "&#39;")
    element(4, dialect.tags(element: "xref", category: category, target: target), reference.label ?? "")
    return true
  }

  /// Whether the text is an address that the rules of TBX let through as it is.
  private static func isAddress(_ text: String) -> Bool {
    guard text.hasPrefix("http://") || text.hasPrefix("https://"), text.utf8.count > 10 else { return false }
    let bytes = Array(text.utf8)
    var hasFragment = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "#"):
        if hasFragment { return false }
        hasFragment = true
      case UInt8(ascii: "%"):
        let digits = bytes.dropFirst(index + 1).prefix(2)
        if digits.count < 2 || !digits.allSatisfy(Bytes.isHexDigit) { return false }
      case 0x21, 0x24, 0x26...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: break
      default: return false
      }
    }
    return true
  }

  // MARK: Terms

  private mutating func write(_ term: Term) {
    line(5, "<\(dialect.term)>")
    element(6, ("<term>", "</term>"), term.text)
    // The grammar wants all term notes before anything else.
    let part = term.partOfSpeech.map { Self.partOfSpeech($0) }
    category(6, "termNote", "partOfSpeech", part)
    category(6, "termNote", "administrativeStatus", term.status.tbxValue)
    var rest: [EntryProperty] = []
    for property in term.properties {
      if let category = Self.termNote(of: property), dialect.allows(property.value, for: category) {
        self.category(6, "termNote", category, property.value)
      } else if property.name != "pos" || property.value != part || !dialect.has("partOfSpeech") {
        rest.append(property)
      }
    }
    write(status: term.status)
    var contexts = term.contexts[...]
    for property in rest {
      switch property.name {
      case "context":
        guard let context = contexts.popFirst(), write(context) else { keep(6, property); break }
      case "pinyin" where term.language.isChinese && dialect.has("reading") && !property.value.isEmpty:
        category(6, "admin", "reading", property.value)
      case "note": note(6, EntryProperty.noteText(ofRemark: property.value))
      default: write(6, property)
      }
    }
    line(5, "</\(dialect.term)>")
  }

  private mutating func write(status: AdministrativeStatus) {
    let property = EntryProperty("status", status.rawValue)
    if !dialect.has("administrativeStatus") {
      keep(6, property)
    } else if status == .forbidden {
      note(6, property.noteText)
      lose(.statusChanged(from: .forbidden, to: .deprecated))
    }
  }

  private mutating func write(_ context: UsageContext) -> Bool {
    guard dialect.has("context"), !context.text.isEmpty else { return false }
    group(6, "context", context.text, source: context.source)
    if let translation = context.translation { keep(6, EntryProperty("translation", translation)) }
    return true
  }

  /// The category of the term note that a property has.
  private static func termNote(of property: EntryProperty) -> String? {
    switch property.name {
    case "region": LanguageTag.isRegion(property.value) ? "geographicalUsage" : nil
    case "termType": "termType"
    case "gender": "grammaticalGender"
    case "extra:termLocation": "termLocation"
    case "extra:register": "register"
    case "extra:grammaticalNumber": "grammaticalNumber"
    case "extra:transferComment": "transferComment"
    default: nil
    }
  }

  /// The nearest of the five parts of speech that TBX-Basic knows.
  private static func partOfSpeech(_ name: String) -> String {
    if ["noun", "verb", "adjective", "adverb", "other"].contains(name) { return name }
    return name.hasSuffix("noun") ? "noun" : "other"
  }

  // MARK: Properties

  /// Writes a property in its category, or in a note.
  private mutating func write(_ depth: Int, _ property: EntryProperty) {
    let isOfConcept = depth == 4
    let element: (name: String, category: String)? =
      switch property.name {
      case "subjectField": ("descrip", "subjectField")
      case "source": ("admin", "source")
      case "customer" where isOfConcept: ("admin", "customerSubset")
      case "project" where isOfConcept: ("admin", "projectSubset")
      case "extra:customerSubset" where !isOfConcept: ("admin", "customerSubset")
      case "extra:projectSubset" where !isOfConcept: ("admin", "projectSubset")
      default: nil
      }
    if let element, dialect.allows(property.value, for: element.category) {
      category(depth, element.name, element.category, property.value)
    } else if let name = property.extraName, name.hasPrefix(TransactionLine.mark), dialect.has("transactionType") {
      write(depth, transactions: property, type: String(name.dropFirst(TransactionLine.mark.utf8.count)))
    } else {
      keep(depth, property)
    }
  }

  private mutating func write(_ depth: Int, transactions property: EntryProperty, type: String) {
    let lines = property.value.split(separator: " | ").map { TransactionLine(text: String($0)) }
    let isPlain = lines.map(\.text).joined(separator: " | ") == property.value
    guard isPlain, dialect.allows(type, for: "transactionType") else { return keep(depth, property) }
    for line in lines {
      self.line(depth, "<transacGrp>")
      category(depth + 1, "transac", "transactionType", type)
      category(depth + 1, "transacNote", "responsibility", line.responsible)
      if let date = line.date { element(depth + 1, ("<date>", "</date>"), date) }
      self.line(depth, "</transacGrp>")
    }
  }

  // MARK: Elements

  private mutating func category(_ depth: Int, _ name: String, _ category: String, _ text: String?) {
    guard let text, dialect.has(category) else { return }
    element(depth, dialect.tags(element: name, category: category), text)
  }

  /// A description, and where it comes from.
  private mutating func group(_ depth: Int, _ category: String, _ text: String, source: String?) {
    guard let source, !source.isEmpty else { return self.category(depth, "descrip", category, text) }
    line(depth, "<descripGrp>")
    self.category(depth + 1, "descrip", category, text)
    self.category(depth + 1, "admin", "source", source)
    line(depth, "</descripGrp>")
  }

  private mutating func note(_ depth: Int, _ text: String) { element(depth, ("<note>", "</note>"), text) }

  /// Writes a note in place of a field, and says so.
  private mutating func keep(_ depth: Int, _ property: EntryProperty) {
    note(depth, property.noteText)
    lose(.keptInNote(field: property.field))
  }

  private mutating func element(_ depth: Int, _ tags: (open: String, close: String), _ text: String) {
    indent(depth)
    output.markup(tags.open)
    output.hasRemovedCharacters = false
    output.text(text)
    if output.hasRemovedCharacters { lose(.charactersRemoved) }
    output.markup(tags.close)
    output.markup("\n")
  }

  private mutating func line(_ depth: Int, _ markup: String) {
    indent(depth)
    output.markup(markup)
    output.markup("\n")
  }

  private mutating func indent(_ depth: Int) { for _ in 0..<depth { output.markup("  ") } }

  private mutating func lose(_ reason: FormatLoss.Reason) {
    losses.append(FormatLoss(conceptID: conceptID, reason))
  }
}
