import TextCore

extension ProseFormat {
  /// HTML: the text of the page, a block a line; code, scripts, attributes and what is marked `translate="no"` are left
  /// out, and character references are read.
  public static let html = ProseFormat(id: "html", fileExtensions: ["html", "htm", "xhtml"]) { text in
    var reader = HTMLProseReader(text)
    return reader.prose()
  }
}

/// Reads the prose of a page, tag by tag; no tree is made, so that broken pages are read too.
private struct HTMLProseReader {
  private let utf8: [UInt8]
  private var builder: ProseBuilder
  private var index = 0

  init(_ text: MappedText) {
    utf8 = text.utf8
    builder = ProseBuilder(text)
  }

  mutating func prose() -> MappedText {
    while index < utf8.count {
      switch utf8[index] {
      case UInt8(ascii: "<"): if !readTag() { readText() }
      case UInt8(ascii: "&"): readReference()
      case let byte where Bytes.isSpace(byte): readSpace()
      default: readText()
      }
    }
    return builder.finished()
  }

  private mutating func readText() {
    let start = index
    index += 1
    while index < utf8.count, utf8[index] != UInt8(ascii: "<"), utf8[index] != UInt8(ascii: "&"),
      !Bytes.isSpace(utf8[index])
    { index += 1 }
    builder.copy(start..<index)
  }

  private mutating func readSpace() {
    let start = index
    var isLineEnd = false
    while index < utf8.count, Bytes.isSpace(utf8[index]) {
      isLineEnd = isLineEnd || utf8[index] == 0x0A || utf8[index] == 0x0D
      index += 1
    }
    builder.putSpace(for: start..<index, isLineEnd: isLineEnd)
  }

  private mutating func readReference() {
    guard let reference = CharacterReference(at: index, in: utf8) else { return readText() }
    builder.put(Array(String(reference.scalar).utf8), for: index..<(index + reference.length))
    index += reference.length
  }

  /// Reads a tag, comment or declaration; false when `<` is a character like any other.
  private mutating func readTag() -> Bool {
    guard let tag = HTMLTag(at: index, in: utf8) else { return false }
    if HTMLTag.blocks.contains(tag.name) { builder.breakLine(at: index) }
    let start = index
    index = tag.end
    if tag.isClosing || tag.isEmpty { return true }
    if HTMLTag.raw.contains(tag.name) {
      index = HTMLTag.end(ofRaw: tag.name, in: utf8, from: index)
    } else if HTMLTag.code.contains(tag.name) || tag.isNotTranslated {
      skipElement(tag.name)
      if !HTMLTag.blocks.contains(tag.name) { builder.put(ProseFormat.placeholder, for: start..<index) }
    }
    return true
  }

  /// Goes to the end of an element that holds no prose; one that is never closed ends with its block.
  private mutating func skipElement(_ name: String) {
    var depth = 1
    let isBlock = HTMLTag.blocks.contains(name)
    while index < utf8.count, depth > 0 {
      guard utf8[index] == UInt8(ascii: "<"), let tag = HTMLTag(at: index, in: utf8) else {
        index += 1
        continue
      }
      if tag.name == name {
        depth += tag.isClosing ? -1 : tag.isEmpty ? 0 : 1
      } else if !isBlock, HTMLTag.blocks.contains(tag.name) {
        return
      }
      index = tag.end
    }
  }
}
