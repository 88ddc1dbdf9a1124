/// All that an entry says, each thing under a name of its own, in a fixed order: the base of comparisons.
struct EntryFacts {
  struct Fact: Hashable {
    let field: String
    let value: String
  }

  private(set) var facts: [Fact] = []
  private var values: [String: String] = [:]
  /// The number that the next fact of a name gets, where there are several.
  private var numbers: [String: Int] = [:]

  subscript(field: String) -> String? { values[field] }

  init(of entry: ConceptEntry) {
    add("subject field", entry.subjectField)
    add("type", entry.type)
    for language in TermLanguage.allCases { addTerms(of: entry, language) }
    add("definition", entry.definition)
    add("source of the definition", entry.definitionSource)
    for definition in entry.languageDefinitions {
      let name = "definition in \(definition.language.rawValue)"
      add(name, definition.text)
      add("\(name): source", definition.source)
    }
    add("note", entry.note)
    add("source", entry.source)
    if entry.doNotTranslate { add("do not translate", "yes") }
    if entry.review != .approved { add("review", entry.review.rawValue) }
    add("customer", entry.customer)
    add("project", entry.project)
    for relation in entry.relations { add("\(relation.kind.rawValue) \(relation.target)", relation.note ?? "yes") }
    for reference in entry.references {
      add("\(reference.kind.rawValue) \(reference.target)", reference.label ?? reference.target)
    }
    add(entry.extra, prefix: "")
  }

  private mutating func addTerms(of entry: ConceptEntry, _ language: TermLanguage) {
    let terms = entry.terms.filter { $0.language == language }
    for term in terms {
      let name = "\(language.rawValue) “\(term.text)”"
      add(name, term.status.rawValue)
      add("\(name): pinyin", term.pinyin)
      add("\(name): part of speech", term.partOfSpeech)
      add("\(name): region", term.region)
      add("\(name): type", term.type?.rawValue)
      add("\(name): gender", term.gender?.rawValue)
      if term.caseRule != .smart { add("\(name): case", term.caseRule.rawValue) }
      if term.matchRule != .inflected { add("\(name): match", term.matchRule.rawValue) }
      add("\(name): note", term.note)
      add("\(name): source", term.source)
      for context in term.contexts {
        let parts = [context.text, context.translation, context.source].compactMap { $0 }
        add("\(name): context “\(context.text)”", parts.joined(separator: " | "))
      }
      add(term.extra, prefix: "\(name): ")
    }
    for status in AdministrativeStatus.allCases {
      let ordered = terms.filter { $0.status == status }.map(\.text)
      if ordered.count > 1 { add("order of \(status.rawValue) \(language.rawValue)", ordered.joined(separator: " | ")) }
    }
  }

  private mutating func add(_ fields: [ExtraField], prefix: String) {
    for field in fields { add("\(prefix)\(field.name)", field.value) }
  }

  /// Adds a fact; of a name that is there already, the further ones get a number.
  private mutating func add(_ field: String, _ value: String?) {
    guard let value else { return }
    var name = field
    if values[name] != nil {
      var number = numbers[field] ?? 2
      repeat {
        name = "\(field) (\(number))"
        number += 1
      } while values[name] != nil
      numbers[field] = number
    }
    values[name] = value
    facts.append(Fact(field: name, value: value))
  }
}
