import Terminology
import TextCore

/// Reads compiled catalogues: two tables of lengths and offsets, of either byte order.
enum MOReader {
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
    // Texts stand one after the other: a table whose texts are longer than the file would unpack it to any size.
    var total = 0
    for index in 0..<count {
      total += try number(sources + index * 8) + number(targets + index * 8)
      guard total <= bytes.count else { throw file.error(.malformed("the texts of the file lie over one another")) }
    }
    // The header is the translation of the empty message, which comes first.
    var header: [UInt8] = []
    if count > 0, try text(sources, 0).isEmpty { header = try text(targets, 0) }
    let encoding = try CatalogueCharset.encoding(declaredIn: header, of: file)
    func decoded(_ bytes: some Sequence<UInt8>) throws(InputError) -> String {
      let bytes = Array(bytes)
      guard let encoding, encoding != .utf8, !bytes.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
      return String(
        decoding: try SourceText(path: file.path, bytes: bytes, encoding: encoding).text.utf8, as: UTF8.self)
    }
    var messages = CatalogueMessages(file: file)
    for index in 0..<count {
      var message = CatalogueMessage()
      var source = try text(sources, index)[...]
      if let mark = source.firstIndex(of: 4) {
        message.context = try decoded(source[..<mark])
        source = source[(mark + 1)...]
      }
      // A plural follows its singular after a zero byte.
      message.source = try decoded(source.prefix { $0 != 0 })
      let target = try text(targets, index)
      message.target = try decoded(target.prefix { $0 != 0 })
      if source.contains(0) { file.remarks.add(.field("msgid_plural")) }
      if target.contains(0) { file.remarks.add(.field("msgstr[1]")) }
      try messages.add(message)
    }
    return messages.entries
  }
}
