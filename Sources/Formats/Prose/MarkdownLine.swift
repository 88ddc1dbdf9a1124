/// A line of Markdown: the marks before its content, and what they make of it.
struct MarkdownLine {
  /// The backquotes or tildes around a block of code.
  struct Fence {
    let mark: UInt8
    let length: Int
    /// Whether nothing stands behind it, so that it may close a block.
    let isBare: Bool
  }

  /// `[label]: address`, or `[^label]: text`.
  struct Definition {
    let label: String
    let isFootnote: Bool
    let text: Range<Int>
  }

  private let utf8: [UInt8]
  /// What is left of the line behind the marks, without white space around it.
  private(set) var content: Range<Int>
  /// The columns of white space before the content or the first mark.
  private(set) var indent = 0
  private(set) var isListItem = false
  private(set) var isHeading = false
  /// Whether marks of a list or quotation stand before the content.
  private(set) var hasMarks = false

  init(_ utf8: [UInt8], _ line: Range<Int>) {
    self.utf8 = utf8
    content = line
    while let byte = first, byte == 0x20 || byte == 0x09 {
      indent += byte == 0x09 ? 4 - indent % 4 : 1
      drop(1)
    }
    while let last = content.last, Bytes.isSpace(utf8[last]) { content = content.dropLast() }
  }

  private var first: UInt8? { content.first.map { utf8[$0] } }
  var isBlank: Bool { content.isEmpty }

  private mutating func drop(_ count: Int) { content = (content.lowerBound + count)..<content.upperBound }

  private mutating func dropSpace() {
    while let byte = first, byte == 0x20 || byte == 0x09 { drop(1) }
  }

  private func byte(_ offset: Int) -> UInt8 {
    content.lowerBound + offset < content.upperBound ? utf8[content.lowerBound + offset] : 0
  }

  /// Goes past the marks of quotations, list items, tasks and headings.
  mutating func skipMarks() {
    while let mark = first {
      if mark == UInt8(ascii: ">") {
        drop(1)
        hasMarks = true
      } else if !isRule, let length = listMark {
        drop(length)
        (isListItem, hasMarks) = (true, true)
      } else {
        break
      }
      dropSpace()
    }
    if isListItem, byte(0) == UInt8(ascii: "["), byte(2) == UInt8(ascii: "]"), Bytes.isSpace(byte(3)) {
      drop(3)
      dropSpace()
    }
    skipHeadingMarks()
  }

  /// The length of `-`, `*`, `+`, `1.` or `1)` with white space or nothing behind it.
  private var listMark: Int? {
    let mark = byte(0)
    if mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "+") {
      return content.count == 1 || Bytes.isSpace(byte(1)) ? 1 : nil
    }
    var digits = 0
    while digits < 9, Bytes.isDigit(byte(digits)) { digits += 1 }
    guard digits > 0, byte(digits) == UInt8(ascii: ".") || byte(digits) == UInt8(ascii: ")") else { return nil }
    return content.count == digits + 1 || Bytes.isSpace(byte(digits + 1)) ? digits + 1 : nil
  }

  private mutating func skipHeadingMarks() {
    var level = 0
    while byte(level) == UInt8(ascii: "#") { level += 1 }
    guard (1...6).contains(level), level == content.count || Bytes.isSpace(byte(level)) else { return }
    isHeading = true
    drop(level)
    dropSpace()
    var end = content.upperBound
    while end > content.lowerBound, utf8[end - 1] == UInt8(ascii: "#") { end -= 1 }
    guard end < content.upperBound, end == content.lowerBound || Bytes.isSpace(utf8[end - 1]) else { return }
    content = content.lowerBound..<end
    while let last = content.last, Bytes.isSpace(utf8[last]) { content = content.dropLast() }
  }

  /// Backquotes, tildes, or the `$$` of formulas.
  var fence: Fence? {
    guard let mark = first, mark == 0x60 || mark == 0x7E || mark == UInt8(ascii: "$") else { return nil }
    var length = 0
    while byte(length) == mark { length += 1 }
    let isBare = length == content.count
    if mark == UInt8(ascii: "$") { return length == 2 && isBare ? Fence(mark: mark, length: 2, isBare: true) : nil }
    guard length >= 3, mark != 0x60 || !utf8[content].dropFirst(length).contains(0x60) else { return nil }
    return Fence(mark: mark, length: length, isBare: isBare)
  }

  /// Whether the line is `---`, `***`, `===`, `|---|:--|` and the like, or the marks of a container (`:::`).
  var isRule: Bool {
    let bytes = utf8[content]
    if bytes.starts(with: ":::".utf8) { return true }
    guard bytes.count >= 3 || bytes.first == UInt8(ascii: "=") else { return false }
    guard bytes.contains(where: { [0x2D, 0x3D, 0x2A, 0x5F].contains($0) }) else { return false }
    let isTable = bytes.allSatisfy { [0x2D, 0x3A, 0x7C, 0x20].contains($0) } && bytes.contains(0x2D)
    return isTable || [0x2D, 0x3D, 0x2A, 0x5F].contains { mark in bytes.allSatisfy { $0 == mark || $0 == 0x20 } }
  }

  var isComment: Bool { utf8[content].starts(with: "<!--".utf8) }

  /// Whether the line begins an element whose content is no prose.
  var isRawHTML: Bool {
    guard first == UInt8(ascii: "<"), Bytes.isLetter(byte(1)), let tag = HTMLTag(at: content.lowerBound, in: utf8)
    else { return false }
    return !tag.isClosing && !tag.isEmpty && (HTMLTag.raw.contains(tag.name) || tag.name == "pre")
  }

  var isTableRow: Bool { first == UInt8(ascii: "|") && content.count > 1 }

  /// The cells of a row of a table.
  var cells: [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = content.lowerBound
    var isCode = false
    for index in content {
      if utf8[index] == 0x60 { isCode.toggle() }
      guard utf8[index] == UInt8(ascii: "|"), !isCode, index == 0 || utf8[index - 1] != UInt8(ascii: "\\") else {
        continue
      }
      cells.append(start..<index)
      start = index + 1
    }
    return (cells + [start..<content.upperBound]).filter { !$0.isEmpty }
  }

  /// What the line defines, if it is a definition.
  var definition: Definition? {
    guard first == UInt8(ascii: "["), let close = utf8[content].firstIndex(of: UInt8(ascii: "]")),
      close + 1 < content.upperBound, utf8[close + 1] == UInt8(ascii: ":"), close > content.lowerBound + 1
    else { return nil }
    let label = String(decoding: utf8[(content.lowerBound + 1)..<close], as: UTF8.self).lowercased()
    return Definition(
      label: label, isFootnote: label.hasPrefix("^"), text: min(close + 2, content.upperBound)..<content.upperBound)
  }
}
