import Terminology
import TextCore

extension GlossaryFormat {
  /// A catalogue of GNU gettext: each concept with its id as context.
  ///
  /// Fuzzy entries are read as waiting for review, obsolete ones are not read.
  public static let po = GlossaryFormat(
    id: "po", summary: "gettext catalogue", fileExtensions: ["po", "pot"],
    reader: { file throws(InputError) in try POReader(file: file).entries() },
    optionsWriter: { entries, options in POWriter.file(holding: entries, options: options) })

  /// A compiled catalogue of GNU gettext.
  ///
  /// Can only be read.
  public static let mo = GlossaryFormat(
    id: "mo", summary: "compiled gettext catalogue (import only)", fileExtensions: ["mo", "gmo"], isLossless: false,
    reader: { file throws(InputError) in try MOReader.entries(in: file) })
}

private enum POWriter {
  static func file(holding entries: [ConceptEntry], options: GlossaryWritingOptions) -> WrittenGlossary {
    var losses: [FormatLoss] = []
    let language = ServiceGlossary.tag(options.target).replacing("-", with: "_")
    var text = """
      msgid ""
      msgstr ""
      "Project-Id-Version: \(escaped(LineText.cleaned(options.title)))\\n"
      "Language: \(language)\\n"
      "MIME-Version: 1.0\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Content-Transfer-Encoding: 8bit\\n"

      """
    for pair in TermPair.all(of: entries, options: options, losses: &losses) {
      text += "\n"
      for line in lines(pair.entry.note) { text += "# \(line)\n" }
      for line in lines(pair.entry.definition) { text += "#. \(line)\n" }
      if pair.entry.review == .proposed || pair.entry.review == .inReview { text += "#, fuzzy\n" }
      text += "msgctxt \"\(escaped(pair.entry.id))\"\n"
      text += "msgid \"\(escaped(pair.source.text))\"\nmsgstr \"\(escaped(pair.target.text))\"\n"
      let kept: Set<EntryPart> = [.id, .note, .definition, .review]
      if pair.source == pair.entry.terms(in: options.source).first {
        losses += EntryPart.losses(of: pair.entry, keeping: kept, options: options)
      }
    }
    return WrittenGlossary(bytes: Array(text.utf8), losses: losses)
  }

  private static func lines(_ text: String?) -> [String] {
    (text ?? "").unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { LineText.cleaned(String($0)) }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ": result += "\\\(octal(scalar.value))"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func octal(_ value: UInt32) -> String {
    let digits = String(value, radix: 8)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }
}

/// A message of a catalogue with its translation.
private struct CatalogueMessage {
  var context = ""
  var source: String?
  var target: String?
  var remarks: [String] = []
  var explanations: [String] = []
  var isFuzzy = false
  var line = 0
}

/// Makes concepts of messages, whatever file they come from.
private struct CatalogueMessages {
  let file: GlossaryFile
  /// From the header; nil to see it from each text.
  var language: String?
  private var ids: EntryIDs
  private(set) var entries: [ConceptEntry] = []
  private var claimed: [String: Int] = [:]

  init(file: GlossaryFile) {
    self.file = file
    ids = EntryIDs(path: file.path)
  }

  mutating func readHeader(_ text: String) {
    for line in text.split(separator: "\n") where line.hasPrefix("Language:") {
      language = String(line.dropFirst("Language:".count)).trimmed.nonEmpty
    }
  }

  mutating func add(_ message: CatalogueMessage) throws(InputError) {
    if message.source == "", let header = message.target { return readHeader(header) }
    // White space around a message belongs to the program, not to the term.
    guard let source = message.source?.trimmed.nonEmpty, let target = message.target?.trimmed.nonEmpty else { return }
    let named = language.flatMap { TermLanguage(tag: $0) }
    let (sourceHan, targetHan) = (Self.hasHan(source), Self.hasHan(target))
    let languages: (TermLanguage, TermLanguage)
    switch (named, sourceHan, targetHan) {
    case (.english?, true, _), (nil, true, false): languages = (Self.chinese(source), .english)
    case (let chinese?, _, _) where chinese.isChinese: languages = (.english, chinese)
    case (nil, false, true): languages = (.english, Self.chinese(target))
    default: return file.remarks.add(.unitWithoutPair, line: message.line)
    }
    var entry = ConceptEntry(
      id: message.context,
      terms: [Term(language: languages.0, text: source), Term(language: languages.1, text: target)],
      definition: message.explanations.joined(separator: "\n").nonEmpty,
      note: message.remarks.joined(separator: "\n").nonEmpty)
    if languages.0 == .english { entry.terms.reverse() }
    if message.isFuzzy { entry.review = .inReview }
    // A context is an id only where each message has its own.
    if !entry.id.isEmpty, claimed[entry.id] == nil {
      claimed[entry.id] = message.line
      try ids.claim(entry.id, line: message.line)
      entries.append(entry)
    } else {
      entry.id = ""
      guard let identified = ids.identified(entry, line: message.line) else {
        return file.remarks.add(.repeatedConcept, line: message.line)
      }
      entries.append(identified)
    }
  }

  private static func hasHan(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value.isHan } }

  private static func chinese(_ text: String) -> TermLanguage {
    Folding.simplified(text) == text ? .simplifiedChinese : .traditionalChinese
  }
}

private struct POReader {
  let file: GlossaryFile

  func entries() throws(InputError) -> [ConceptEntry] {
    var messages = CatalogueMessages(file: file)
    var message = CatalogueMessage()
    var field: WritableKeyPath<CatalogueMessage, String?>?
    var isPlural = false
    var number = 0
    var context: String?
    var isInContext = false
    let text = try file.text()
    func finish(_ message: inout CatalogueMessage, _ messages: inout CatalogueMessages) throws(InputError) {
      message.context = context ?? ""
      try messages.add(message)
      message = CatalogueMessage()
      context = nil
    }
    for slice in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = String(decoding: slice, as: UTF8.self).trimmed
      if line.isEmpty || line.hasPrefix("#") {
        if message.target != nil { try finish(&message, &messages) }
        field = nil
        if line.hasPrefix("#,"), line.contains("fuzzy") { message.isFuzzy = true }
        if line.hasPrefix("#. ") { message.explanations.append(String(line.dropFirst(3))) }
        if line.hasPrefix("# ") { message.remarks.append(String(line.dropFirst(2))) }
        continue
      }
      guard let quote = line.utf8.firstIndex(of: 0x22), let content = unquoted(line[quote...]) else {
        throw file.error(.malformed("a keyword and a text in quotes were expected here"), line: number)
      }
      let keyword = String(line[..<quote]).trimmed
      switch keyword {
      case "":
        if isInContext {
          context = (context ?? "") + content
        } else if let field {
          message[keyPath: field] = (message[keyPath: field] ?? "") + content
        } else if !isPlural {
          throw file.error(.malformed("a text that no keyword begins"), line: number)
        }
        continue
      case "msgctxt", "msgid":
        if message.target != nil { try finish(&message, &messages) }
      default: break
      }
      isInContext = keyword == "msgctxt"
      isPlural = false
      field = nil
      switch keyword {
      case "msgctxt": context = content
      case "msgid":
        message.source = content
        message.line = number
        field = \.source
      case "msgstr", "msgstr[0]":
        message.target = content
        field = \.target
      default:
        guard keyword == "msgid_plural" || keyword.hasPrefix("msgstr[") else {
          throw file.error(.malformed("“\(keyword)” is not a keyword of gettext"), line: number)
        }
        isPlural = true
      }
    }
    if message.target != nil { try finish(&message, &messages) }
    return messages.entries
  }

  /// The text between two quotes; nil when the second is missing.
  private func unquoted(_ text: Substring) -> String? {
    var bytes = text.utf8.dropFirst()
    guard bytes.popLast() == 0x22 else { return nil }
    var result: [UInt8] = []
    var rest = Array(bytes)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x5C, let escape = rest.popFirst() else {
        if byte == 0x22 { return nil }
        result.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case 0x30...0x37:
        var value = Int(escape - 0x30)
        while let digit = rest.first, 0x30...0x37 ~= digit, value < 32 {
          value = value * 8 + Int(digit - 0x30)
          rest.removeFirst()
        }
        if value > 0 { result.append(UInt8(truncatingIfNeeded: value)) }
      default: result.append(escape)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Reads compiled catalogues: two tables of lengths and offsets, of either byte order.
private enum MOReader {
  static func entries(in file: GlossaryFile) throws(InputError) -> [ConceptEntry] {
    let bytes = file.bytes
    guard bytes.count >= 28 else { throw file.error(.malformed("the file is too short for a compiled catalogue")) }
    let isLittle = bytes.starts(with: [0xDE, 0x12, 0x04, 0x95])
    guard isLittle || bytes.starts(with: [0x95, 0x04, 0x12, 0xDE]) else {
      throw file.error(.malformed("the file does not begin as a compiled catalogue does"))
    }
    func number(_ offset: Int) throws(InputError) -> Int {
      guard offset >= 0, offset + 4 <= bytes.count else { throw file.error(.malformed("the file is cut off")) }
      let parts = bytes[offset..<(offset + 4)].map { Int($0) }
      return isLittle
        ? parts[0] | parts[1] << 8 | parts[2] << 16 | parts[3] << 24
        : parts[3] | parts[2] << 8 | parts[1] << 16 | parts[0] << 24
    }
    func text(_ table: Int, _ index: Int) throws(InputError) -> [UInt8] {
      let length = try number(table + index * 8)
      let start = try number(table + index * 8 + 4)
      guard start + length <= bytes.count else { throw file.error(.malformed("text \(index + 1) is cut off")) }
      return Array(bytes[start..<(start + length)])
    }
    let (count, sources, targets) = (try number(8), try number(12), try number(16))
    guard count <= bytes.count / 16 else { throw file.error(.malformed("the file is shorter than its table")) }
    var messages = CatalogueMessages(file: file)
    for index in 0..<count {
      var message = CatalogueMessage()
      var source = try text(sources, index)[...]
      if let mark = source.firstIndex(of: 4) {
        message.context = String(decoding: source[..<mark], as: UTF8.self)
        source = source[(mark + 1)...]
      }
      // A plural follows its singular after a zero byte.
      message.source = String(decoding: source.prefix { $0 != 0 }, as: UTF8.self)
      message.target = String(decoding: try text(targets, index).prefix { $0 != 0 }, as: UTF8.self)
      message.line = index + 1
      try messages.add(message)
    }
    return messages.entries
  }
}
