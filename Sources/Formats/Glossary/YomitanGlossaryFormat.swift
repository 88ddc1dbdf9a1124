import Terminology
import TextCore

extension GlossaryFormat {
  /// A dictionary of Yomitan, the pop-up dictionary of browsers: a zip of JSON, format 3.
  ///
  /// Chinese headwords with their pinyin lead to the English terms and the definition.
  public static let yomitan = GlossaryFormat(
    id: "yomitan", summary: "Yomitan dictionary (zip)", fileExtensions: ["zip"],
    reader: { file throws(InputError) in try YomitanReader.entries(in: file) },
    optionsWriter: { entries, options in YomitanWriter.file(holding: entries, options: options) })
}

private enum YomitanWriter {
  static func file(holding entries: [ConceptEntry], options: GlossaryWritingOptions) -> WrittenGlossary {
    var losses: [FormatLoss] = []
    var terms: [JSONValue] = []
    for (number, entry) in entries.enumerated() {
      let english = entry.terms(in: .english).filter(\.isUsable)
      let chinese = entry.terms.filter { $0.language.isChinese && $0.isUsable }
      if english.isEmpty { losses.append(.init(conceptID: entry.id, .entryWithout(.english))) }
      if chinese.isEmpty { losses.append(.init(conceptID: entry.id, .entryWithout(.simplifiedChinese))) }
      if english.isEmpty || chinese.isEmpty { continue }
      var glosses: [JSONValue] = [.string(english.map(\.text).joined(separator: "; "))]
      if let definition = entry.definition { glosses.append(.string(definition)) }
      for term in chinese {
        terms.append(
          .array([
            .string(term.text), .string(term.pinyin ?? chinese.compactMap(\.pinyin).first ?? ""), .string(""),
            .string(""), .integer(term.status == .preferred ? 1 : 0), .array(glosses), .integer(number + 1),
            .string(""),
          ]))
      }
      losses += EntryPart.losses(
        of: entry, keeping: [.definition, .pinyin, .admittedTargets, .otherLanguages], options: options)
    }
    let index: JSONValue = .object([
      "title": .string(options.title), "format": 3, "revision": "1", "sequenced": true,
      "author": "duizhao", "sourceLanguage": "zh", "targetLanguage": "en",
    ])
    var parts: [(name: String, bytes: [UInt8])] = [("index.json", Array(index.pretty.utf8))]
    for start in stride(from: 0, to: terms.count, by: 10_000) {
      let bank = JSONValue.array(Array(terms[start..<min(start + 10_000, terms.count)]))
      parts.append(("term_bank_\(start / 10_000 + 1).json", Array(bank.compact.utf8)))
    }
    return WrittenGlossary(container: ZipWriter.container(of: parts), losses: losses)
  }
}

private enum YomitanReader {
  static func entries(in file: GlossaryFile) throws(InputError) -> [ConceptEntry] {
    let archive = try ZipArchive(file.bytes, path: file.path)
    guard try archive.contents(of: "index.json") != nil else {
      throw file.error(.malformed("the container has no part “index.json”; is it a Yomitan dictionary?"))
    }
    var draft = YomitanDraft(remarks: file.remarks)
    for name in banks(of: archive) {
      guard let bytes = try archive.contents(of: name) else { continue }
      let path = "\(file.path)/\(name)"
      var reader = JSONReader(bytes[...], path: path)
      for (value, line) in try reader.elements() {
        guard case .array(let parts) = value, parts.count >= 6, case .string(let word) = parts[0],
          case .array(let glosses) = parts[5], !word.isEmpty
        else { throw InputError(path: path, line: line, .malformed("not a term of Yomitan's format 3")) }
        draft.add(word, parts, glosses)
      }
    }
    var ids = EntryIDs(of: file)
    return draft.entries.compactMap { ids.identified($0) }
  }

  /// The parts that hold terms, in the order of their numbers.
  private static func banks(of archive: ZipArchive) -> [String] {
    let numbered = archive.names.compactMap { name -> (number: Int, name: String)? in
      guard name.hasPrefix("term_bank_"), name.hasSuffix(".json") else { return nil }
      return Int(name.dropFirst("term_bank_".count).dropLast(".json".count)).map { ($0, name) }
    }
    return numbered.sorted { ($0.number, $0.name) < ($1.number, $1.name) }.map(\.name)
  }
}

/// The concepts that the rows make: those of one sequence are one concept, each perhaps another word or another sense.
private struct YomitanDraft {
  private(set) var entries: [ConceptEntry] = []
  private let remarks: ReadingRemarks
  /// The concepts of the sequences.
  private var places: [Int: Int] = [:]
  /// The terms of all concepts.
  private var terms: [TermKey: Int] = [:]
  private var languages: Set<LanguageKey> = []

  private struct TermKey: Hashable {
    let concept: Int
    let text: String
  }

  private struct LanguageKey: Hashable {
    let concept: Int
    let language: TermLanguage
  }

  init(remarks: ReadingRemarks) { self.remarks = remarks }

  /// Takes in a row.
  mutating func add(_ word: String, _ parts: [JSONValue], _ glosses: [JSONValue]) {
    let place = place(ofSequence: parts.count > 6 ? parts[6] : nil)
    var pinyin: String?
    if case .string(let reading) = parts[1] { pinyin = reading.nonEmpty }
    if let known = terms[TermKey(concept: place, text: word)] {
      if entries[place].terms[known].pinyin != pinyin { remarks.add(.field("reading")) }
    } else {
      add(Term(language: TermLanguage(ofText: word), text: word, pinyin: pinyin), to: place)
    }
    let texts = glosses.map(Self.text).filter { !$0.isEmpty }
    for gloss in (texts.first ?? "").split(separator: ";") {
      let text = String(gloss).trimmed
      if text.isEmpty || terms[TermKey(concept: place, text: text)] != nil { continue }
      let target: TermLanguage = text.unicodeScalars.contains { $0.value.isHan } ? .simplifiedChinese : .english
      add(Term(language: target, text: text), to: place)
    }
    if let definition = texts.dropFirst().joined(separator: "\n").nonEmpty { add(definition: definition, to: place) }
  }

  /// The concept of a sequence; a new one where the row has none.
  private mutating func place(ofSequence value: JSONValue?) -> Int {
    var place = entries.count
    if case .integer(let sequence) = value, sequence > 0 {
      place = places[sequence] ?? place
      places[sequence] = place
    }
    if place == entries.count { entries.append(ConceptEntry(id: "", terms: [])) }
    return place
  }

  /// Adds a term: the first of a language is the preferred one.
  private mutating func add(_ term: Term, to place: Int) {
    var term = term
    let isFirst = languages.insert(LanguageKey(concept: place, language: term.language)).inserted
    term.status = isFirst ? .preferred : .admitted
    terms[TermKey(concept: place, text: term.text)] = entries[place].terms.count
    entries[place].terms.append(term)
  }

  private mutating func add(definition: String, to place: Int) {
    if entries[place].definition == definition { return }
    if entries[place].definition == nil {
      entries[place].definition = definition
    } else {
      entries[place].definition?.append("\n" + definition)
    }
  }

  /// The text of a gloss, which may be structured.
  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .array(let values): values.map(text).joined()
    case .object(let members):
      members.filter { $0.key == "content" || $0.key == "text" }.map { text($0.value) }.joined()
    default: ""
    }
  }
}
