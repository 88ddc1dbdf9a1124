import Terminology
import TextCore

/// A concept while its elements come in.
struct TBXEntryDraft {
  /// How many elements are open inside the root when the concept is.
  let depth: Int
  let line: Int
  private let remarks: ReadingRemarks
  private var entry: ConceptEntry
  private var language: Section?
  private var term: TermDraft?
  private var statuses: [AdministrativeStatus?] = []

  /// The part of a concept that one language has.
  struct Section {
    let tag: String
    let known: TermLanguage?
    let region: String?

    init(tag: String) {
      self.tag = tag
      known = TermLanguage(tag: tag)
      region = known == nil ? nil : LanguageTag.region(of: tag)
    }
  }

  /// A term whose status may still be open; nil language for one that is left out.
  private struct TermDraft {
    let isOurs: Bool
    var term: Term
    var status: AdministrativeStatus?
  }

  init(id: String, depth: Int, line: Int, remarks: ReadingRemarks) {
    entry = ConceptEntry(id: id, terms: [])
    self.depth = depth
    self.line = line
    self.remarks = remarks
  }

  mutating func begin(_ section: Section) { language = section }

  mutating func beginTerm() {
    let known = language?.known
    term = TermDraft(
      isOurs: known != nil, term: Term(language: known ?? .english, text: "", region: language?.region))
  }

  /// Closes the term or the language section that ends at this depth.
  mutating func end(atDepth depth: Int, line: Int) {
    if depth == self.depth + 2, term != nil {
      finishTerm(line: line)
    } else if depth == self.depth + 1 {
      language = nil
    }
  }

  private mutating func finishTerm(line: Int) {
    guard let finished = term else { return }
    term = nil
    if finished.term.text.isEmpty {
      remarks.add(.emptyTerm, line: line)
    } else if finished.isOurs {
      entry.terms.append(finished.term)
      statuses.append(finished.status)
    } else {
      remarks.add(.termLanguage(tag: language?.tag ?? ""), line: line)
    }
  }

  /// Takes in the text of a term; where the file has two in one place, or one outside its place, each is a term.
  mutating func add(term text: String, line: Int) {
    guard let open = term else {
      beginTerm()
      term?.term.text = text
      return finishTerm(line: line)
    }
    if !open.term.text.isEmpty {
      finishTerm(line: line)
      beginTerm()
    }
    term?.term.text = text
  }

  // MARK: Data categories

  /// Takes in a data category of the level that is open (the term, the language or the concept) with what is grouped
  /// with it.
  mutating func add(_ field: TBXField, details: [TBXField]) {
    if term != nil {
      addToTerm(field, details: details)
    } else if let language {
      addToLanguage(field, details: details, section: language)
    } else {
      addToConcept(field, details: details)
    }
  }

  private mutating func addToTerm(_ field: TBXField, details: [TBXField]) {
    if term?.isOurs == false { return }
    switch field.category {
    case "partOfSpeech" where term?.term.partOfSpeech == nil: term?.term.partOfSpeech = field.text.trimmed
    case "administrativeStatus", "usageStatus", "normativeAuthorization":
      if let status = AdministrativeStatus(tbxValue: field.text) {
        if term?.status == nil { term?.status = status }
      } else {
        addExtraToTerm(field, details: details)
      }
      return
    case "note":
      if !field.text.isEmpty { addNoteToTerm(field.text) }
      return
    case "context": addContext(field, details: details)
    case "source" where term?.term.source == nil: term?.term.source = field.value.nonEmpty
    case "reading" where term?.term.pinyin == nil: term?.term.pinyin = field.text.nonEmpty
    case "termType": addChoice(field, \.type)
    case "grammaticalGender": addChoice(field, \.gender)
    case "geographicalUsage" where LanguageTag.isRegion(field.text): term?.term.region = field.text
    default: return addExtraToTerm(field, details: details)
    }
    if field.category != "context" { addDetailsToTerm(details, of: field.category) }
  }

  private mutating func addChoice<Choice: RawRepresentable<String>>(
    _ field: TBXField, _ path: WritableKeyPath<Term, Choice?>
  ) {
    if var draft = term, draft.term[keyPath: path] == nil, let value = Choice(rawValue: field.text.trimmed) {
      draft.term[keyPath: path] = value
      term = draft
    } else {
      addExtraToTerm(field, details: [])
    }
  }

  private mutating func addContext(_ field: TBXField, details: [TBXField]) {
    let source = details.first { $0.category == "source" }
    term?.term.contexts.append(UsageContext(text: field.text, source: source?.value.nonEmpty))
    var isFirst = true
    for detail in details {
      if detail.category == "source", isFirst {
        isFirst = false
      } else {
        addDetailsToTerm([detail], of: field.category)
      }
    }
  }

  private mutating func addNoteToTerm(_ text: String) {
    guard let property = EntryProperty(noteText: text) else {
      term?.term.addNote(text)
      return
    }
    if property.name == "status" {
      if let status = AdministrativeStatus(rawValue: property.value) { term?.status = status }
    } else if property.name == "translation", let last = term?.term.contexts.indices.last {
      term?.term.contexts[last].translation = property.value
    } else if term?.term.take(property) != true {
      term?.term.addExtra(property.name, property.value)
    }
  }

  private mutating func addExtraToTerm(_ field: TBXField, details: [TBXField]) {
    if field.isDoNotTranslate { entry.doNotTranslate = true }
    if let (name, text) = field.transaction(details: details) {
      term?.term.addExtra(name, text)
      return
    }
    if !field.value.isEmpty { term?.term.addExtra(field.category, field.value) }
    addDetailsToTerm(details, of: field.category)
  }

  private mutating func addDetailsToTerm(_ details: [TBXField], of category: String) {
    for detail in details where !detail.value.isEmpty {
      term?.term.addExtra("\(category).\(detail.category)", detail.value)
    }
  }

  private mutating func addToLanguage(_ field: TBXField, details: [TBXField], section: Section) {
    guard let known = section.known else {
      if !field.value.isEmpty { remarks.add(.field("\(field.category) (\(section.tag))"), line: line) }
      return
    }
    if field.category == "definition", !field.text.isEmpty {
      let source = details.first { $0.category == "source" }
      entry.languageDefinitions.append(
        LanguageDefinition(language: known, text: field.text, source: source?.value.nonEmpty))
      for detail in details where detail.category != "source" {
        addExtra("definition.\(detail.category)@\(known.rawValue)", detail.value)
      }
    } else if let (name, text) = field.transaction(details: details) {
      addExtra("\(name)@\(known.rawValue)", text)
    } else {
      addExtra("\(field.category)@\(known.rawValue)", field.value)
      for detail in details { addExtra("\(field.category).\(detail.category)@\(known.rawValue)", detail.value) }
    }
  }

  private mutating func addToConcept(_ field: TBXField, details: [TBXField]) {
    var details = details
    switch field.category {
    case "subjectField" where entry.subjectField == nil: entry.subjectField = field.text.nonEmpty
    case "definition" where entry.definition == nil:
      entry.definition = field.text.nonEmpty
      if let index = details.firstIndex(where: { $0.category == "source" }) {
        entry.definitionSource = details.remove(at: index).value.nonEmpty
      }
    case "source" where entry.source == nil: entry.source = field.value.nonEmpty
    case "customerSubset" where entry.customer == nil: entry.customer = field.value.nonEmpty
    case "projectSubset" where entry.project == nil: entry.project = field.value.nonEmpty
    case "note":
      if !field.text.isEmpty { addNote(field.text) }
    case "externalCrossReference", "xGraphic":
      let isPicture = field.category == "xGraphic"
      if let target = (field.target ?? field.text).nonEmpty {
        let label = field.target == nil ? nil : field.text.nonEmpty
        entry.references.append(Reference(isPicture ? .picture : .page, target: target, label: label))
      }
    default: details = addFurther(field, details: details)
    }
    for detail in details { addExtra("\(field.category).\(detail.category)", detail.value) }
  }

  /// Takes in a category of a concept that is none of the usual ones.
  ///
  /// - Returns: The details that are still to be taken in.
  private mutating func addFurther(_ field: TBXField, details: [TBXField]) -> [TBXField] {
    if field.isDoNotTranslate { entry.doNotTranslate = true }
    if let relation = field.relation {
      entry.relations.append(relation)
    } else if let (name, text) = field.transaction(details: details) {
      addExtra(name, text)
      return []
    } else if let review = field.review {
      entry.review = review
    } else {
      addExtra(field.category, field.value)
    }
    return details
  }

  private mutating func addNote(_ text: String) {
    guard let property = EntryProperty(noteText: text) else { return entry.addNote(text) }
    if !entry.take(property) { addExtra(property.name, property.value) }
  }

  private mutating func addExtra(_ name: String, _ value: String) {
    if !value.isEmpty { entry.addExtra(name, value) }
  }

  // MARK: The whole concept

  /// The concept.
  ///
  /// A term without status is the preferred one of its language when it is the first and none is said to be, else an
  /// admitted one.
  mutating func finished() -> ConceptEntry {
    entry.settle(statuses)
    return entry
  }
}

extension ConceptEntry {
  /// Gives each term its status, or settles one that the file left open: the first term of a language is the preferred
  /// one when none is said to be, the others are admitted ones.
  mutating func settle(_ statuses: [AdministrativeStatus?]) {
    for language in TermLanguage.allCases {
      var isSettled = zip(terms, statuses).contains { $0.language == language && $1 == .preferred }
      for index in terms.indices where terms[index].language == language {
        terms[index].status = statuses[index] ?? (isSettled ? .admitted : .preferred)
        if statuses[index] == nil { isSettled = true }
      }
    }
  }
}

extension TBXField {
  /// The name and the text of a transaction; nil for another category.
  fileprivate func transaction(details: [TBXField]) -> (name: String, text: String)? {
    let isTyped = category == "transactionType"
    guard isTyped || category == "transac" || category == "origination" || category == "modification" else {
      return nil
    }
    var line = TransactionLine(date: nil, responsible: isTyped ? nil : text.nonEmpty)
    var rest: [String] = []
    for detail in details {
      switch detail.category {
      case "date": line.date = detail.text.trimmed
      case "responsibility" where line.responsible == nil: line.responsible = detail.value
      default: if !detail.value.isEmpty { rest.append("\(detail.category): \(detail.value)") }
      }
    }
    let name = TransactionLine.mark + (isTyped ? text.trimmed : category)
    return (name, ([line.text] + rest).filter { !$0.isEmpty }.joined(separator: "; "))
  }

  /// How far the entry has come, as the older edition says it.
  fileprivate var review: ReviewStatus? {
    guard category == "processStatus" else { return nil }
    switch text.trimmed {
    case "unprocessed": return .proposed
    case "provisionallyProcessed": return .inReview
    case "finalized": return .approved
    default: return nil
    }
  }

  /// Whether it says, in one of the ways that programs have found, that the name stays as it is.
  fileprivate var isDoNotTranslate: Bool {
    switch plainCategory {
    case "translationneeded", "translate", "translatable": ["no", "false"].contains(text.trimmed.lowercased())
    case "donottranslate", "dnt", "nontranslatable": ["yes", "true"].contains(text.trimmed.lowercased())
    default: false
    }
  }
}
