import Terminology
import TextCore

/// A concept while its elements come in.
struct TBXEntryDraft {
  /// How many elements are open inside the root when the concept is.
  let depth: Int
  let line: Int
  private var entry: ConceptEntry
  private var notes: [String] = []
  private var language: (tag: String, known: TermLanguage?)?
  private var term: TermDraft?
  private var terms: [TermDraft] = []

  /// A term whose status may still be open.
  private struct TermDraft {
    let language: TermLanguage?
    let tag: String
    var text = ""
    var status: AdministrativeStatus?
    var pinyin: String?
    var partOfSpeech: String?
    var further: [(category: String, value: String)] = []

    mutating func add(_ category: String, _ value: String) {
      switch category {
      case "partOfSpeech": if partOfSpeech == nil { partOfSpeech = value.trimmed }
      case "administrativeStatus", "usageStatus", "normativeAuthorization":
        if let known = AdministrativeStatus(tbxValue: value) {
          status = status ?? known
        } else {
          further.append((category, value))
        }
      case "note": addNote(TBXNote(text: value))
      default: further.append((category, value))
      }
    }

    private mutating func addNote(_ note: TBXNote) {
      switch note {
      case .field("pos", let value): partOfSpeech = value
      case .field("status", let value): status = AdministrativeStatus(rawValue: value) ?? status
      case .field("pinyin", let value): pinyin = value
      case .field(let name, let value), .extra(let name, let value): further.append((name, value))
      case .plain(let text): further.append(("note", text))
      }
    }
  }

  init(id: String, depth: Int, line: Int) {
    entry = ConceptEntry(id: id, terms: [])
    self.depth = depth
    self.line = line
  }

  mutating func begin(language tag: String) { language = (tag, TermLanguage(tag: tag)) }

  mutating func beginTerm() {
    guard let language else { return }
    term = TermDraft(language: language.known, tag: language.tag)
  }

  mutating func add(term text: String) { term?.text = text }

  /// Closes the term or the language section that ends at this depth.
  mutating func end(atDepth depth: Int, line: Int, file: GlossaryFile) throws(InputError) {
    if depth == self.depth + 2, let finished = term {
      if finished.text.isEmpty { throw file.error(.missingValue(column: "term"), line: line) }
      terms.append(finished)
      term = nil
    } else if depth == self.depth + 1 {
      language = nil
    }
  }

  // MARK: Data categories

  /// Takes in a data category of the level that is open: the term, the language or the concept.
  mutating func add(_ category: String, _ value: String) {
    if term != nil {
      term?.add(category, value)
    } else if let language {
      addToLanguage(category, value, tag: language.tag)
    } else {
      addToConcept(category, value)
    }
  }

  private mutating func addToConcept(_ category: String, _ value: String) {
    switch category {
    case "subjectField" where entry.subjectField == nil: entry.subjectField = value
    case "definition" where entry.definition == nil: entry.definition = value
    case "source" where entry.source == nil: entry.source = value
    case "note": addNote(value)
    default: addExtra(category, value)
    }
  }

  private mutating func addNote(_ text: String) {
    switch TBXNote(text: text) {
    case .plain(let text): notes.append(text)
    case .extra(let name, let value): entry.extra.append(.init(name: name, value: value))
    case .field("type", let value): entry.type = value
    case .field("doNotTranslate", let value): entry.doNotTranslate = value == "yes"
    case .field(let name, let value): addExtra(name, value)
    }
  }

  private mutating func addToLanguage(_ category: String, _ value: String, tag: String) {
    if category == "definition", entry.definition == nil {
      entry.definition = value
    } else {
      addExtra("\(category)@\(tag)", value)
    }
  }

  /// A field of a name that is there already is joined to it.
  private mutating func addExtra(_ name: String, _ value: String) {
    if let index = entry.extra.firstIndex(where: { $0.name == name }) {
      entry.extra[index].value += " | " + value
    } else {
      entry.extra.append(.init(name: name, value: value))
    }
  }

  // MARK: The whole concept

  /// The concept.
  ///
  /// A term without status is the preferred one of its language when it is the first and none is said to be, else an
  /// admitted one. Terms of other languages than ours become further fields.
  var finished: ConceptEntry {
    var draft = self
    if !notes.isEmpty { draft.entry.note = notes.joined(separator: "\n") }
    var settled: Set<TermLanguage> = []
    for term in terms where term.status == .preferred { if let language = term.language { settled.insert(language) } }
    for term in terms {
      if let language = term.language {
        let isFirst = term.status == nil && settled.insert(language).inserted
        let open: AdministrativeStatus = isFirst ? .preferred : .admitted
        draft.entry.terms.append(
          Term(
            language: language, text: term.text, status: term.status ?? open, pinyin: term.pinyin,
            partOfSpeech: term.partOfSpeech))
      } else {
        draft.addExtra("term@\(term.tag)", term.text)
      }
      for (category, value) in term.further { draft.addExtra(category, "\(term.text): \(value)") }
    }
    return draft.entry
  }
}
