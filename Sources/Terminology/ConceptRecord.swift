/// Writes values one after the other: numbers in seven bits a byte, strings with their length before them.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(_ string: String?) {
    guard let string else { return append(0) }
    append(string.utf8.count + 1)
    bytes.append(contentsOf: string.utf8)
  }

  mutating func append<Choice: CaseIterable & Equatable>(choice: Choice?) {
    let index = Choice.allCases.enumerated().first { $0.element == choice }?.offset
    append(index.map { $0 + 1 } ?? 0)
  }

  mutating func append<Item>(_ items: [Item], _ write: (inout RecordWriter, Item) -> Void) {
    append(items.count)
    for item in items { write(&self, item) }
  }
}

/// Reads what ``RecordWriter`` wrote.
///
/// Damaged bytes give other values, never a crash.
struct RecordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func number() -> Int {
    var result: UInt = 0
    var shift: UInt = 0
    while index < bytes.count, shift < 63 {
      let byte = bytes[index]
      index += 1
      result |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(result & UInt(Int.max))
  }

  mutating func string() -> String? {
    let length = number()
    if length == 0 { return nil }
    let end = index + min(length - 1, bytes.count - index)
    defer { index = end }
    return String(decoding: bytes[index..<end], as: UTF8.self)
  }

  mutating func choice<Choice: CaseIterable>(_ type: Choice.Type = Choice.self) -> Choice? {
    let number = number()
    return Choice.allCases.enumerated().first { $0.offset + 1 == number }?.element
  }

  mutating func items<Item>(_ read: (inout RecordReader) -> Item) -> [Item] {
    let count = min(number(), bytes.count - index)
    return (0..<count).map { _ in read(&self) }
  }
}

/// Concepts as records; every field is kept.
enum ConceptRecord {
  static func bytes(of entry: ConceptEntry) -> [UInt8] {
    var writer = RecordWriter()
    writer.append(entry.id)
    writer.append(entry.subjectField)
    writer.append(entry.type)
    writer.append(entry.terms) { write($1, to: &$0) }
    for text in [entry.definition, entry.definitionSource, entry.note, entry.source, entry.customer, entry.project] {
      writer.append(text)
    }
    writer.append(entry.doNotTranslate ? 1 : 0)
    writer.append(choice: entry.review)
    writer.append(entry.languageDefinitions) {
      $0.append(choice: $1.language)
      $0.append($1.text)
      $0.append($1.source)
    }
    writer.append(entry.relations) {
      $0.append(choice: $1.kind)
      $0.append($1.target)
      $0.append($1.note)
    }
    writer.append(entry.references) {
      $0.append(choice: $1.kind)
      $0.append($1.target)
      $0.append($1.label)
    }
    writer.append(entry.extra) { write($1, to: &$0) }
    return writer.bytes
  }

  /// The id alone.
  static func id(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    var reader = RecordReader(bytes)
    return reader.string() ?? ""
  }

  /// The concept, with exactly `termCount` terms.
  static func entry(in bytes: UnsafeBufferPointer<UInt8>, termCount: Int) -> ConceptEntry {
    var reader = RecordReader(bytes)
    var entry = ConceptEntry(id: reader.string() ?? "", subjectField: reader.string(), type: reader.string(), terms: [])
    entry.terms = Array(reader.items(term).prefix(termCount))
    while entry.terms.count < termCount { entry.terms.append(Term(language: .simplifiedChinese, text: "")) }
    entry.definition = reader.string()
    entry.definitionSource = reader.string()
    entry.note = reader.string()
    entry.source = reader.string()
    entry.customer = reader.string()
    entry.project = reader.string()
    entry.doNotTranslate = reader.number() == 1
    entry.review = reader.choice() ?? .approved
    entry.languageDefinitions = reader.items {
      LanguageDefinition(
        language: $0.choice() ?? .simplifiedChinese, text: $0.string() ?? "", source: $0.string())
    }
    entry.relations = reader.items {
      ConceptRelation($0.choice() ?? .related, target: $0.string() ?? "", note: $0.string())
    }
    entry.references = reader.items {
      Reference($0.choice() ?? .page, target: $0.string() ?? "", label: $0.string())
    }
    entry.extra = reader.items(extraField)
    return entry
  }

  private static func write(_ term: Term, to writer: inout RecordWriter) {
    writer.append(choice: term.language)
    writer.append(term.text)
    writer.append(choice: term.status)
    writer.append(choice: term.caseRule)
    writer.append(choice: term.matchRule)
    for text in [term.pinyin, term.partOfSpeech, term.region, term.note, term.source] { writer.append(text) }
    writer.append(choice: term.type)
    writer.append(choice: term.gender)
    writer.append(term.contexts) {
      $0.append($1.text)
      $0.append($1.translation)
      $0.append($1.source)
    }
    writer.append(term.extra) { write($1, to: &$0) }
  }

  private static func term(_ reader: inout RecordReader) -> Term {
    var term = Term(language: reader.choice() ?? .simplifiedChinese, text: reader.string() ?? "")
    term.status = reader.choice() ?? .preferred
    term.caseRule = reader.choice() ?? .smart
    term.matchRule = reader.choice() ?? .inflected
    term.pinyin = reader.string()
    term.partOfSpeech = reader.string()
    term.region = reader.string()
    term.note = reader.string()
    term.source = reader.string()
    term.type = reader.choice()
    term.gender = reader.choice()
    term.contexts = reader.items {
      UsageContext(text: $0.string() ?? "", translation: $0.string(), source: $0.string())
    }
    term.extra = reader.items(extraField)
    return term
  }

  private static func write(_ field: ExtraField, to writer: inout RecordWriter) {
    writer.append(field.name)
    writer.append(field.value)
  }

  private static func extraField(_ reader: inout RecordReader) -> ExtraField {
    ExtraField(name: reader.string() ?? "", value: reader.string() ?? "")
  }
}
