import Terminology
import TextCore

/// A concept of MultiTerm while its fields come in.
struct MultiTermDraft {
  let line: Int
  let depth: Int
  /// The number that MultiTerm gives the concept.
  var number = ""
  /// Whether the concept was written by us.
  private(set) var isOurs = false
  private let remarks: ReadingRemarks
  private var entry = ConceptEntry(id: "", terms: [])
  private var language: (tag: String, known: TermLanguage?)?
  private var term: Term?
  private var status: AdministrativeStatus?
  private var statuses: [AdministrativeStatus?] = []

  init(line: Int, depth: Int, remarks: ReadingRemarks) {
    self.line = line
    self.depth = depth
    self.remarks = remarks
  }

  mutating func begin(language tag: String) { language = (tag, TermLanguage(tag: tag)) }

  mutating func beginTerm() {
    let tag = language?.tag ?? ""
    let region = language?.known == nil ? nil : LanguageTag.region(of: tag)
    term = Term(language: language?.known ?? .english, text: "", region: region)
    status = nil
  }

  mutating func setTerm(_ text: String) { term?.text = text }

  /// Closes the term or the language that ends at this depth.
  mutating func end(atDepth depth: Int, line: Int) {
    if depth == self.depth + 2, let finished = term {
      if finished.text.isEmpty {
        remarks.add(.emptyTerm, line: line)
      } else if language?.known != nil {
        entry.terms.append(finished)
        statuses.append(status)
      } else {
        remarks.add(.termLanguage(tag: language?.tag ?? ""), line: line)
      }
      term = nil
    } else if depth == self.depth + 1 {
      language = nil
    }
  }

  // MARK: Fields

  /// Takes in a field of the level that is open, with what is nested in it.
  mutating func add(_ field: MultiTermField, details: [MultiTermField]) {
    if field.text.isEmpty, details.isEmpty { return }
    if field.element == "transac" {
      let date = details.first { $0.element == "date" }?.text
      let name = TransactionLine.mark + field.type
      return addExtra(name, TransactionLine(date: date, responsible: field.text.nonEmpty).text)
    }
    let isTaken =
      if term != nil {
        addToTerm(field, details: details)
      } else if language != nil {
        addToLanguage(field, details: details)
      } else {
        addToConcept(field, details: details)
      }
    if !isTaken {
      addExtra(field.type, field.text)
      for detail in details { addExtra("\(field.type).\(detail.type)", detail.text) }
    }
  }

  private mutating func addToTerm(_ field: MultiTermField, details: [MultiTermField]) -> Bool {
    if language?.known == nil { return true }
    if isOurs, field.meaning != .context, let property = MultiTermWriter.property(of: field) {
      if property.name == "status" {
        status = AdministrativeStatus(rawValue: property.value)
        return status != nil
      }
      return term?.take(property) ?? false
    }
    switch field.meaning {
    case .status:
      guard status == nil, let known = AdministrativeStatus(tbxValue: field.text) else { return false }
      status = known
    case .partOfSpeech where term?.partOfSpeech == nil: term?.partOfSpeech = field.text
    case .gender:
      guard let gender = GrammaticalGender(rawValue: field.text.lowercased()), term?.gender == nil else { return false }
      term?.gender = gender
    case .termType:
      guard let type = TermType(rawValue: field.text), term?.type == nil else { return false }
      term?.type = type
    case .region where LanguageTag.isRegion(field.text): term?.region = field.text
    case .pinyin where term?.pinyin == nil: term?.pinyin = field.text
    case .source where term?.source == nil: term?.source = field.text
    case .note: term?.addNote(field.text)
    case .context:
      term?.contexts.append(
        UsageContext(
          text: field.text, translation: details.first { $0.type == "Translation" }?.text,
          source: details.first { $0.meaning == .source }?.text))
    case .contextSource:
      guard let last = term?.contexts.indices.last, term?.contexts[last].source == nil else { return false }
      term?.contexts[last].source = field.text
    default: return false
    }
    return true
  }

  private mutating func addToLanguage(_ field: MultiTermField, details: [MultiTermField]) -> Bool {
    guard let known = language?.known else {
      remarks.add(.field("\(field.type) (\(language?.tag ?? ""))"), line: line)
      return true
    }
    switch field.meaning {
    case .definition:
      let source = details.first { $0.meaning == .source }?.text
      entry.languageDefinitions.append(LanguageDefinition(language: known, text: field.text, source: source))
    case .definitionSource:
      let last = entry.languageDefinitions.indices.last
      guard let last, entry.languageDefinitions[last].language == known, entry.languageDefinitions[last].source == nil
      else { return false }
      entry.languageDefinitions[last].source = field.text
    default: return false
    }
    return true
  }

  private mutating func addToConcept(_ field: MultiTermField, details: [MultiTermField]) -> Bool {
    if field.type == MultiTermWriter.idField {
      isOurs = true
      entry.id = field.text
      return true
    }
    if isOurs, let property = MultiTermWriter.property(of: field) { return entry.take(property) }
    switch field.meaning {
    case .subjectField where entry.subjectField == nil: entry.subjectField = field.text
    case .definition where entry.definition == nil:
      entry.definition = field.text
      entry.definitionSource = details.first { $0.meaning == .source }?.text
    case .definitionSource where entry.definitionSource == nil: entry.definitionSource = field.text
    case .note: entry.addNote(field.text)
    case .source where entry.source == nil: entry.source = field.text
    case .project where entry.project == nil: entry.project = field.text
    case .customer where entry.customer == nil: entry.customer = field.text
    case .page: entry.references.append(Reference(.page, target: field.text))
    case .picture: entry.references.append(Reference(.picture, target: field.text))
    default: return false
    }
    return true
  }

  private mutating func addExtra(_ name: String, _ value: String) {
    if value.isEmpty { return }
    if term != nil {
      if language?.known != nil { term?.addExtra(name, value) }
    } else if let language {
      if let known = language.known { entry.addExtra("\(name)@\(known.rawValue)", value) }
    } else {
      entry.addExtra(name, value)
    }
  }

  // MARK: The whole concept

  /// The concept.
  ///
  /// Terms without status are settled as in TBX: the first of a language is the preferred one.
  mutating func finished() -> ConceptEntry {
    if entry.id.isEmpty { entry.id = number }
    entry.settle(statuses)
    return entry
  }
}
