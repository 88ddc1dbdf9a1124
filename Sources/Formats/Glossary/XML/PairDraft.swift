import Terminology
import TextCore

/// A unit of a bilingual file while it is read: texts in several languages that mean the same.
struct PairDraft {
  private var entry: ConceptEntry
  private let line: Int
  /// The languages of texts that are neither Chinese nor English.
  private var otherTags: [String] = []

  init(id: String, line: Int) {
    entry = ConceptEntry(id: id, terms: [])
    self.line = line
  }

  /// Adds the text of one language, with its properties.
  ///
  /// The first one of a language is the preferred term.
  mutating func add(_ text: String, tag: String, properties: [EntryProperty] = [], notes: [String] = []) {
    guard let language = TermLanguage(tag: tag) else { return otherTags.append(tag) }
    if text.isEmpty { return }
    let isFirst = !entry.terms.contains { $0.language == language && $0.isUsable }
    var term = Term(
      language: language, text: text, status: isFirst ? .preferred : .admitted, region: LanguageTag.region(of: tag))
    for note in notes where !note.isEmpty { term.addNote(note) }
    for property in properties where !term.take(property) { term.addExtra(property.name, property.value) }
    if !entry.terms.contains(where: { $0.language == language && $0.text == text && $0.status == term.status }) {
      entry.terms.append(term)
    }
  }

  /// Adds a field of the unit.
  mutating func add(_ property: EntryProperty) {
    if property.name == "term", let term = Term(packed: property.value) {
      entry.terms.append(term)
    } else if !entry.take(property) {
      entry.addExtra(property.name, property.value)
    }
  }

  mutating func addNote(_ text: String) {
    if text.isEmpty { return }
    if let property = EntryProperty(noteText: text) { add(property) } else { entry.addNote(text) }
  }

  /// Whether there are both a Chinese and an English term.
  private var isPair: Bool {
    entry.terms.contains(where: \.language.isChinese) && entry.terms.contains { $0.language == .english }
  }

  /// The concept; nil for a unit that is not in our two languages, and for one that says the same as one before: that is
  /// told.
  ///
  /// - Parameter isOurs: Whether we have written the unit: then one language will do.
  func entry(isOurs: Bool, ids: inout EntryIDs) -> ConceptEntry? {
    if entry.terms.isEmpty || !(isOurs || isPair) {
      ids.remarks.add(.unitWithoutPair, line: line)
      return nil
    }
    for tag in otherTags { ids.remarks.add(.termLanguage(tag: tag), line: line) }
    if !entry.id.isEmpty, (try? ids.claim(entry.id, line: line)) != nil { return entry }
    var unnamed = entry
    unnamed.id = ""
    return ids.identified(unnamed, line: line)
  }
}
