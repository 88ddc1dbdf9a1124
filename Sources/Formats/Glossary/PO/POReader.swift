import Terminology
import TextCore

/// Reads catalogues of gettext line by line.
struct POReader {
  private let file: GlossaryFile
  private var messages: CatalogueMessages
  private var message = CatalogueMessage()
  /// What a line of text alone goes on with; nil after a comment.
  private var field: Field?
  private var number = 0

  private enum Field { case context, source, target, plural }

  private init(file: GlossaryFile) {
    self.file = file
    messages = CatalogueMessages(file: file)
  }

  /// The entries of the file.
  static func entries(in file: GlossaryFile) throws(InputError) -> [ConceptEntry] {
    // The header is the first message; a licence may stand before it.
    let declared = try CatalogueCharset.encoding(declaredIn: file.bytes.prefix(1 << 16), of: file)
    let text = try file.text(declared: declared)
    var reader = POReader(file: file)
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      reader.number += 1
      try reader.take(String(decoding: line, as: UTF8.self).trimmed)
    }
    try reader.finishMessage()
    return reader.messages.entries
  }

  private mutating func take(_ line: String) throws(InputError) {
    if line.isEmpty || line.hasPrefix("#") { return try takeComment(line) }
    guard let quote = line.utf8.firstIndex(of: 0x22), let text = Self.unquoted(line[quote...]) else {
      throw file.error(.malformed("a keyword and a text in quotes were expected here"), line: number)
    }
    let keyword = String(line[..<quote]).trimmed
    if keyword.isEmpty { return try goOn(with: text) }
    if keyword == "msgctxt" || keyword == "msgid" { try finishMessage() }
    switch keyword {
    case "msgctxt":
      message.context = text
      field = .context
    case "msgid":
      message.source = text
      message.line = number
      field = .source
    case "msgstr", "msgstr[0]":
      message.target = text
      field = .target
    default:
      guard keyword == "msgid_plural" || keyword.hasPrefix("msgstr[") else {
        throw file.error(.malformed("“\(keyword)” is not a keyword of gettext"), line: number)
      }
      field = .plural
      if !text.isEmpty { file.remarks.add(.field(keyword), line: number) }
    }
  }

  /// A message ends where a comment begins the next one.
  private mutating func takeComment(_ line: String) throws(InputError) {
    try finishMessage()
    field = nil
    // What was said of an obsolete message is not said of the next one.
    if line.hasPrefix("#~"), message.source == nil { message = CatalogueMessage() }
    if line.hasPrefix("#,"), line.contains("fuzzy") { message.isFuzzy = true }
    if line.hasPrefix("#. ") { message.explanations.append(String(line.dropFirst(3))) }
    if line.hasPrefix("# ") { message.remarks.append(String(line.dropFirst(2))) }
  }

  private mutating func goOn(with text: String) throws(InputError) {
    switch field {
    case .context: message.context += text
    case .source: message.source?.append(text)
    case .target: message.target?.append(text)
    case .plural: break
    case nil: throw file.error(.malformed("a text that no keyword begins"), line: number)
    }
  }

  /// Takes in the message that has its translation; one without it goes on.
  private mutating func finishMessage() throws(InputError) {
    if message.target == nil { return }
    try messages.add(message)
    message = CatalogueMessage()
  }

  /// The text between two quotes; nil when the second is missing.
  private static func unquoted(_ text: Substring) -> String? {
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
