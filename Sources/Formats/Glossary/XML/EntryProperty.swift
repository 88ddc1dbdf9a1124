import Terminology

/// A field of an entry or of a term as a name and a value: how fields travel in formats that have only free properties,
/// and in remarks where a format has no place of its own.
///
/// ``ConceptEntry/properties`` and ``ConceptEntry/take(_:)`` are the two ways: what one makes, the other reads back.
struct EntryProperty: Hashable {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// The name by which a loss is reported: the plain table's column where there is one.
  var field: String {
    switch name {
    case "subjectField": "subject_field"
    case "doNotTranslate": "do_not_translate"
    default: extraName ?? name
    }
  }

  // MARK: Fields of other programs

  private static let extraMark = "extra:"

  /// A further field.
  static func extra(_ field: ExtraField) -> EntryProperty { EntryProperty(extraMark + field.name, field.value) }

  /// The name of a further field; nil for a field of our own.
  var extraName: String? {
    name.hasPrefix(Self.extraMark) ? String(name.dropFirst(Self.extraMark.utf8.count)) : nil
  }

  // MARK: Values of several parts

  /// One value of several parts, with bars between them; nil and empty parts are the same.
  static func packed(_ parts: [String?]) -> String {
    parts.map { ($0 ?? "").replacing("%", with: "%25").replacing("|", with: "%7C") }.joined(separator: "|")
  }

  /// The parts of a value, empty ones as nil, at least `count` of them.
  static func unpacked(_ value: String, count: Int) -> [String?] {
    var parts: [String?] = value.split(separator: "|" as Unicode.Scalar, omittingEmptySubsequences: false)
      .map { String($0).replacing("%7C", with: "|").replacing("%25", with: "%").nonEmpty }
    while parts.count < count { parts.append(nil) }
    return parts
  }
}

extension String {
  fileprivate func split(separator: Unicode.Scalar, omittingEmptySubsequences: Bool) -> [Substring] {
    unicodeScalars.split(separator: separator, omittingEmptySubsequences: omittingEmptySubsequences)
      .map { Substring($0) }
  }
}

// MARK: - Concepts

extension ConceptEntry {
  /// Everything but the id and the terms; what has its usual value is left out.
  var properties: [EntryProperty] {
    var list: [EntryProperty] = []
    func add(_ name: String, _ value: String?) { if let value { list.append(EntryProperty(name, value)) } }
    add("subjectField", subjectField)
    add("definition", definition)
    add("definitionSource", definitionSource)
    for item in languageDefinitions {
      add("languageDefinition", EntryProperty.packed([item.language.rawValue, item.text, item.source]))
    }
    add("source", source)
    add("customer", customer)
    add("project", project)
    for relation in relations {
      add("relation", EntryProperty.packed([relation.kind.rawValue, relation.target, relation.note]))
    }
    for reference in references {
      add("reference", EntryProperty.packed([reference.kind.rawValue, reference.target, reference.label]))
    }
    add("note", note)
    add("type", type)
    if doNotTranslate { add("doNotTranslate", "yes") }
    if review != .approved { add("review", review.rawValue) }
    return list + extra.map { .extra($0) }
  }

  /// Takes a property in.
  ///
  /// - Returns: False for a property that is none of ours.
  mutating func take(_ property: EntryProperty) -> Bool {
    let value = property.value
    switch property.name {
    case "subjectField": subjectField = value
    case "type": type = value
    case "definition": definition = value
    case "definitionSource": definitionSource = value
    case "note": note = value
    case "source": source = value
    case "customer": customer = value
    case "project": project = value
    case "doNotTranslate": doNotTranslate = value == "yes"
    case "review":
      guard let status = ReviewStatus(rawValue: value) else { return false }
      review = status
    case "languageDefinition":
      let parts = EntryProperty.unpacked(value, count: 3)
      guard let language = parts[0].flatMap(TermLanguage.init(rawValue:)) else { return false }
      languageDefinitions.append(LanguageDefinition(language: language, text: parts[1] ?? "", source: parts[2]))
    case "relation":
      let parts = EntryProperty.unpacked(value, count: 3)
      guard let kind = parts[0].flatMap(ConceptRelation.Kind.init(rawValue:)) else { return false }
      relations.append(ConceptRelation(kind, target: parts[1] ?? "", note: parts[2]))
    case "reference":
      let parts = EntryProperty.unpacked(value, count: 3)
      guard let kind = parts[0].flatMap(Reference.Kind.init(rawValue:)) else { return false }
      references.append(Reference(kind, target: parts[1] ?? "", label: parts[2]))
    default:
      guard let name = property.extraName else { return false }
      extra.append(ExtraField(name: name, value: value))
    }
    return true
  }

  /// Adds a further field; one of a name that is there already is joined to it.
  mutating func addExtra(_ name: String, _ value: String) { extra.join(name, value) }

  /// Adds a line to the note.
  mutating func addNote(_ text: String) { note = note.map { $0 + "\n" + text } ?? text }
}

// MARK: - Terms

extension Term {
  /// Everything but the language, the text and the status; what has its usual value is left out.
  var properties: [EntryProperty] {
    var list: [EntryProperty] = []
    func add(_ name: String, _ value: String?) { if let value { list.append(EntryProperty(name, value)) } }
    add("pos", partOfSpeech)
    add("pinyin", pinyin)
    add("region", region)
    add("termType", type?.rawValue)
    add("gender", gender?.rawValue)
    if caseRule != .smart { add("caseRule", caseRule.rawValue) }
    if matchRule != .inflected { add("matchRule", matchRule.rawValue) }
    add("source", source)
    for context in contexts {
      add("context", EntryProperty.packed([context.text, context.translation, context.source]))
    }
    add("note", note)
    return list + extra.map { .extra($0) }
  }

  /// Takes a property in.
  ///
  /// - Returns: False for a property that is none of ours.
  mutating func take(_ property: EntryProperty) -> Bool {
    let value = property.value
    switch property.name {
    case "status":
      guard let known = AdministrativeStatus(rawValue: value) else { return false }
      status = known
    case "pos": partOfSpeech = value
    case "pinyin": pinyin = value
    case "region": region = value
    case "termType":
      guard let known = TermType(rawValue: value) else { return false }
      type = known
    case "gender":
      guard let known = GrammaticalGender(rawValue: value) else { return false }
      gender = known
    case "caseRule":
      guard let known = CaseRule(rawValue: value) else { return false }
      caseRule = known
    case "matchRule":
      guard let known = MatchRule(rawValue: value) else { return false }
      matchRule = known
    case "source": source = value
    case "note": note = value
    case "context":
      let parts = EntryProperty.unpacked(value, count: 3)
      contexts.append(UsageContext(text: parts[0] ?? "", translation: parts[1], source: parts[2]))
    default:
      guard let name = property.extraName else { return false }
      extra.append(ExtraField(name: name, value: value))
    }
    return true
  }

  /// Adds a further field; one of a name that is there already is joined to it.
  mutating func addExtra(_ name: String, _ value: String) { extra.join(name, value) }

  /// Adds a line to the note.
  mutating func addNote(_ text: String) { note = note.map { $0 + "\n" + text } ?? text }

  /// The whole term as one value, for formats that have no place for a term that is not to be used.
  var packed: String {
    let fields = properties.flatMap { [$0.name, $0.value] as [String?] }
    return EntryProperty.packed([language.rawValue, status.rawValue, text] + fields)
  }

  /// Creates the term that ``packed`` was made of.
  init?(packed value: String) {
    let parts = EntryProperty.unpacked(value, count: 3)
    guard let language = parts[0].flatMap(TermLanguage.init(rawValue:)), let text = parts[2],
      let status = parts[1].flatMap(AdministrativeStatus.init(rawValue:))
    else { return nil }
    self.init(language: language, text: text, status: status)
    var index = 3
    while index + 1 < parts.count {
      guard take(EntryProperty(parts[index] ?? "", parts[index + 1] ?? "")) else { return nil }
      index += 2
    }
  }
}

extension [ExtraField] {
  /// Adds a field; one of a name that is there already is joined to it.
  fileprivate mutating func join(_ name: String, _ value: String) {
    if let index = firstIndex(where: { $0.name == name }) {
      self[index].value += " | " + value
    } else {
      append(ExtraField(name: name, value: value))
    }
  }
}
