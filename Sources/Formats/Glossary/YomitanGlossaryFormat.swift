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
      let english = entry.terms(in: .english).filter { $0.status == .preferred || $0.status == .admitted }
      let chinese = entry.terms.filter {
        $0.language.isChinese && ($0.status == .preferred || $0.status == .admitted)
      }
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
    return WrittenGlossary(bytes: ZipWriter.container(of: parts) ?? [], losses: losses)
  }
}

private enum YomitanReader {
  static func entries(in file: GlossaryFile) throws(InputError) -> [ConceptEntry] {
    let archive = try ZipArchive(file.bytes, path: file.path)
    guard try archive.contents(of: "index.json") != nil else {
      throw file.error(.malformed("the container has no part “index.json”; is it a Yomitan dictionary?"))
    }
    var entries: [ConceptEntry] = []
    var places: [Int: Int] = [:]
    var number = 1
    while let bytes = try archive.contents(of: "term_bank_\(number).json") {
      let path = "\(file.path)/term_bank_\(number).json"
      var reader = JSONReader(bytes[...], path: path)
      for (value, line) in try reader.elements() {
        guard case .array(let parts) = value, parts.count >= 6, case .string(let word) = parts[0],
          case .array(let glosses) = parts[5], !word.isEmpty
        else { throw InputError(path: path, line: line, .malformed("not a term of Yomitan's format 3")) }
        add(word, parts, glosses, to: &entries, places: &places)
      }
      number += 1
    }
    var ids = EntryIDs(of: file)
    return entries.compactMap { ids.identified($0) }
  }

  private static func add(
    _ word: String, _ parts: [JSONValue], _ glosses: [JSONValue], to entries: inout [ConceptEntry],
    places: inout [Int: Int]
  ) {
    let language = TermLanguage(ofText: word)
    var term = Term(language: language, text: word)
    if case .string(let reading) = parts[1] { term.pinyin = reading.nonEmpty }
    if parts.count > 6, case .integer(let sequence) = parts[6], sequence > 0 {
      if let place = places[sequence] {
        let hasPreferred = entries[place].terms.contains { $0.language == language }
        term.status = hasPreferred ? .admitted : .preferred
        if !entries[place].terms.contains(where: { $0.text == word }) { entries[place].terms.append(term) }
        return
      }
      places[sequence] = entries.count
    }
    let texts = glosses.map(text).filter { !$0.isEmpty }
    var terms = [term]
    for (index, gloss) in (texts.first ?? "").split(separator: ";").enumerated() {
      let text = String(gloss).trimmed
      if text.isEmpty { continue }
      let target: TermLanguage = text.unicodeScalars.contains { $0.value.isHan } ? .simplifiedChinese : .english
      terms.append(Term(language: target, text: text, status: index == 0 ? .preferred : .admitted))
    }
    entries.append(
      ConceptEntry(id: "", terms: terms, definition: texts.dropFirst().joined(separator: "\n").nonEmpty))
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
