import Terminology
import TextCore

/// A message of a catalogue with its translation.
struct CatalogueMessage {
  var context = ""
  var source: String?
  var target: String?
  var remarks: [String] = []
  var explanations: [String] = []
  var isFuzzy = false
  /// Nil in a compiled catalogue, which has no lines.
  var line: Int?
}

/// Makes concepts of messages, whatever file they come from.
struct CatalogueMessages {
  let file: GlossaryFile
  /// From the header; nil to see it from each text.
  var language: String?
  private var ids: EntryIDs
  private(set) var entries: [ConceptEntry] = []
  private var claimed: Set<String> = []

  init(file: GlossaryFile) {
    self.file = file
    ids = EntryIDs(of: file)
  }

  mutating func readHeader(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("Language:") {
      language = String(line.dropFirst("Language:".count)).trimmed.nonEmpty
    }
  }

  mutating func add(_ message: CatalogueMessage) throws(InputError) {
    if message.source == "", let header = message.target { return readHeader(header) }
    // White space around a message belongs to the program, not to the term.
    guard let source = message.source?.trimmed.nonEmpty, let target = message.target?.trimmed.nonEmpty else {
      return file.remarks.add(.unitWithoutPair, line: message.line)
    }
    let named = language.flatMap { TermLanguage(tag: $0) }
    let (sourceHan, targetHan) = (Self.hasHan(source), Self.hasHan(target))
    let languages: (TermLanguage, TermLanguage)
    switch (named, sourceHan, targetHan) {
    case (.english?, true, _), (nil, true, false): languages = (TermLanguage(ofText: source), .english)
    case (let chinese?, _, _) where chinese.isChinese && (!sourceHan || Self.hasLetter(source)):
      languages = (.english, chinese)
    case (nil, false, true): languages = (.english, TermLanguage(ofText: target))
    default: return file.remarks.add(.unitWithoutPair, line: message.line)
    }
    var entry = ConceptEntry(
      id: message.context,
      terms: [Term(language: languages.0, text: source), Term(language: languages.1, text: target)],
      definition: message.explanations.joined(separator: "\n").nonEmpty,
      note: message.remarks.joined(separator: "\n").nonEmpty)
    if languages.0 == .english { entry.terms.reverse() }
    if message.isFuzzy { entry.review = .inReview }
    // The first message of a context has it as its id; the others get one of their own.
    if !entry.id.isEmpty, claimed.insert(entry.id).inserted {
      try ids.claim(entry.id, line: message.line)
      entries.append(entry)
    } else {
      entry.id = ""
      if let identified = ids.identified(entry, line: message.line) { entries.append(identified) }
    }
  }

  private static func hasHan(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value.isHan } }
  private static func hasLetter(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value.isASCIILetter } }
}

/// The character set that a catalogue declares in its header: `Content-Type: text/plain; charset=GB18030`.
enum CatalogueCharset {
  /// The encoding that the user names, else the one that is named in these bytes; nil where none is, as in a template.
  /// - Throws: ``InputError`` for a character set that we do not know.
  static func encoding(declaredIn bytes: some Sequence<UInt8>, of file: GlossaryFile) throws(InputError)
    -> TextEncoding?
  {
    if let named = file.encoding { return named }
    guard let name = name(in: Array(bytes)), name != "CHARSET" else { return nil }
    guard let encoding = TextEncoding(named: name) else { throw file.error(.unknownEncoding(name)) }
    return encoding
  }

  private static func name(in bytes: [UInt8]) -> String? {
    let mark = Array("charset=".utf8)
    guard bytes.count > mark.count else { return nil }
    for start in 0...(bytes.count - mark.count) where bytes[start] == mark[0] && bytes[start...].starts(with: mark) {
      let name = bytes[(start + mark.count)...].prefix {
        $0 > 0x20 && $0 < 0x7F && $0 != 0x5C && $0 != 0x22 && $0 != 0x3B
      }
      return String(decoding: name, as: UTF8.self)
    }
    return nil
  }
}
