import TextCore

/// The text of one paragraph of Markdown: emphasis, links, code and tags are taken apart.
struct MarkdownInline {
  private let utf8: [UInt8]
  /// Where each byte of the paragraph stands in the file; lines are parted by their line ends.
  private var places: [Int] = []
  /// The labels of the addresses that the document defines.
  private let labels: Set<String>
  /// Bytes that are marks: they are left out.
  private var isMark: [Bool] = []
  /// Links: where the address begins and ends, by the index of the bracket before it.
  private var addresses: [Int: Int] = [:]
  private var index = 0
  /// The last backquote and the last closing brace: behind them no code ends.
  private let lastBackquote: Int
  private let lastBrace: Int
  /// Where in the file the last `>` and the last `-->` stand: behind them no declaration and no comment ends.
  private let lastTagEnd: Int
  private let lastCommentEnd: Int

  init(_ utf8: [UInt8], _ lines: [Range<Int>], labels: Set<String>) {
    self.utf8 = utf8
    self.labels = labels
    for (number, line) in lines.enumerated() {
      if number > 0 { places.append(lines[number - 1].upperBound) }
      places += line
    }
    isMark = Array(repeating: false, count: places.count)
    lastBackquote = places.lastIndex { utf8[$0] == 0x60 } ?? -1
    lastBrace = places.lastIndex { utf8[$0] == UInt8(ascii: "}") } ?? -1
    lastTagEnd = places.last { utf8[$0] == UInt8(ascii: ">") } ?? -1
    lastCommentEnd =
      places.last { $0 > 1 && utf8[$0] == UInt8(ascii: ">") && utf8[$0 - 1] == 0x2D && utf8[$0 - 2] == 0x2D } ?? -1
  }

  private func byte(_ index: Int) -> UInt8 { index >= 0 && index < places.count ? utf8[places[index]] : 0 }
  private func isLineEnd(_ index: Int) -> Bool { byte(index) == 0x0A || byte(index) == 0x0D }
  /// The bytes of the file between two indices, line ends and marks of quotations between the lines included.
  private func range(_ start: Int, _ end: Int) -> Range<Int> { places[start]..<(places[end - 1] + 1) }

  /// Writes the prose of the paragraph.
  mutating func write(to builder: inout ProseBuilder) {
    findLinks()
    findEmphasis()
    index = 0
    while index < places.count { step(&builder) }
  }

  private mutating func step(_ builder: inout ProseBuilder) {
    if let end = addresses[index] {
      index = end
    } else if isMark[index] {
      index += 1
    } else if isLineEnd(index) {
      builder.putSpace(for: range(index, index + 1), isLineEnd: true)
      index += 1
    } else if byte(index) == 0x20 || byte(index) == 0x09 {
      builder.putSpace(for: range(index, index + 1), isLineEnd: false)
      index += 1
    } else if let end = endOfCode(at: index) {
      builder.put(ProseFormat.placeholder, for: range(index, end))
      index = end
    } else {
      character(&builder)
    }
  }

  private mutating func character(_ builder: inout ProseBuilder) {
    switch byte(index) {
    case UInt8(ascii: "\\") where Bytes.isPunctuation(byte(index + 1)):
      builder.copy(range(index + 1, index + 2))
      index += 2
    case UInt8(ascii: "\\") where isLineEnd(index + 1):
      builder.breakLine(at: places[index])
      index += 2
    case UInt8(ascii: "&"):
      if let reference = CharacterReference(at: places[index], in: utf8), index + reference.length <= places.count {
        builder.put(Array(String(reference.scalar).utf8), for: range(index, index + reference.length))
        index += reference.length
      } else {
        copyCharacters(&builder)
      }
    case UInt8(ascii: "<"): readTag(&builder)
    default: copyCharacters(&builder)
    }
  }

  /// Copies a byte and all behind it that can be nothing but text.
  private mutating func copyCharacters(_ builder: inout ProseBuilder) {
    let start = index
    index += 1
    while index < places.count, !isMark[index], addresses[index] == nil, places[index] == places[index - 1] + 1 {
      let byte = byte(index)
      guard byte >= 0x80 || Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte == 0x2C || byte == 0x2E else { break }
      index += 1
    }
    builder.copy(range(start, index))
  }

  private mutating func readTag(_ builder: inout ProseBuilder) {
    if let end = endOfAutolink(at: index) {
      builder.put(ProseFormat.placeholder, for: range(index, end))
      index = end
    } else if mayBeTag, let tag = HTMLTag(at: places[index], in: utf8), let end = index(ofPlace: tag.end) {
      if tag.name == "br" { builder.breakLine(at: places[index]) }
      index = end
    } else {
      copyCharacters(&builder)
    }
  }

  /// False for a declaration or comment that does not end in the paragraph: so one full of them is read in linear time.
  private var mayBeTag: Bool {
    guard byte(index + 1) == UInt8(ascii: "!") || byte(index + 1) == UInt8(ascii: "?") else { return true }
    let isComment = utf8[places[index]...].starts(with: "<!--".utf8)
    return places[index] < (isComment ? lastCommentEnd : lastTagEnd)
  }

  /// `<https://...>` and `<name@host>`.
  private func endOfAutolink(at start: Int) -> Int? {
    var end = start + 1
    var isAddress = false
    while end < places.count, byte(end) > 0x20, byte(end) != UInt8(ascii: "<"), end - start < 4096 {
      if byte(end) == UInt8(ascii: ">") { return isAddress ? end + 1 : nil }
      isAddress = isAddress || byte(end) == UInt8(ascii: ":") || byte(end) == UInt8(ascii: "@")
      end += 1
    }
    return nil
  }

  /// The index of the byte at an offset of the file, if the paragraph goes so far.
  private func index(ofPlace place: Int) -> Int? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < places.count || places.last.map { $0 + 1 == place } == true ? low : nil
  }

  // MARK: Code

  /// The end of code between backquotes, of a formula, or of a template's `{{ }}` and `{% %}`.
  private func endOfCode(at start: Int) -> Int? {
    switch byte(start) {
    case 0x60: endOfBackquotes(at: start)
    case UInt8(ascii: "$"): endOfFormula(at: start)
    case UInt8(ascii: "{") where byte(start + 1) == UInt8(ascii: "{"): end(of: "}}", from: start + 2)
    case UInt8(ascii: "{") where byte(start + 1) == UInt8(ascii: "%"): end(of: "%}", from: start + 2)
    default: nil
    }
  }

  /// What goes on longer is no code: so a paragraph full of opening marks is read in linear time.
  private static let longestCode = 2000

  private func endOfBackquotes(at start: Int) -> Int? {
    guard start < lastBackquote, byte(start - 1) != 0x60 else { return nil }
    var length = 0
    while byte(start + length) == 0x60 { length += 1 }
    var end = start + length
    let limit = min(places.count, end + Self.longestCode)
    while end < limit {
      var run = 0
      while byte(end + run) == 0x60 { run += 1 }
      if run == length { return end + run }
      end += max(1, run)
    }
    return nil
  }

  /// `$x^2$`: what dollar signs enclose is a formula when it begins and ends without a space and has a sign of one.
  private func endOfFormula(at start: Int) -> Int? {
    var end = start + 1
    var isFormula = false
    guard !Bytes.isSpace(byte(end)), !Bytes.isDigit(byte(start - 1)) else { return nil }
    while end < min(places.count, start + 500), byte(end) != UInt8(ascii: "$") {
      isFormula = isFormula || [0x5C, 0x5E, 0x5F, 0x3D, 0x7B].contains(byte(end))
      end += 1
    }
    guard byte(end) == UInt8(ascii: "$"), isFormula, !Bytes.isSpace(byte(end - 1)) else { return nil }
    return Bytes.isDigit(byte(end + 1)) ? nil : end + 1
  }

  private func end(of closing: StaticString, from start: Int) -> Int? {
    guard start < lastBrace else { return nil }
    var end = start
    while end < min(places.count, start + Self.longestCode) {
      if byte(end) == closing.utf8Start[0], byte(end + 1) == closing.utf8Start[1] { return end + 2 }
      end += 1
    }
    return nil
  }

  // MARK: Links

  /// Finds the brackets of links and images: the brackets are marks, the addresses behind them are left out.
  private mutating func findLinks() {
    var open: [Int] = []
    var index = 0
    while index < places.count {
      if byte(index) == UInt8(ascii: "\\") {
        index += 1
      } else if let end = endOfCode(at: index) {
        index = end - 1
      } else if byte(index) == UInt8(ascii: "[") {
        open.append(index)
      } else if byte(index) == UInt8(ascii: "]"), let start = open.popLast() {
        if let end = endOfLink(from: start, to: index) {
          mark(start, index, end)
          index = end - 1
        }
      }
      index += 1
    }
  }

  private mutating func mark(_ start: Int, _ close: Int, _ end: Int) {
    if byte(start + 1) == UInt8(ascii: "^") {  // a footnote
      addresses[start] = end
      return
    }
    isMark[start] = true
    if byte(start - 1) == UInt8(ascii: "!") { isMark[start - 1] = true }
    addresses[close] = end
  }

  /// The end of a link whose text stands between two brackets; nil when they are brackets like any others.
  private func endOfLink(from start: Int, to close: Int) -> Int? {
    if byte(start + 1) == UInt8(ascii: "^") { return close + 1 }
    if byte(close + 1) == UInt8(ascii: "("), let end = endOfAddress(from: close + 2) { return end }
    if byte(close + 1) == UInt8(ascii: "[") {
      var end = close + 2
      while end < places.count, end - close < 300, byte(end) != UInt8(ascii: "]") { end += 1 }
      if byte(end) == UInt8(ascii: "]"),
        isLabel(end == close + 2 ? start + 1 : close + 2, end == close + 2 ? close : end)
      {
        return end + 1
      }
    }
    return isLabel(start + 1, close) ? close + 1 : nil
  }

  private func isLabel(_ start: Int, _ end: Int) -> Bool {
    guard start < end, end - start < 300, !labels.isEmpty else { return false }
    return labels.contains(String(decoding: (start..<end).map(byte), as: UTF8.self).lowercased())
  }

  /// The index behind `address "title")`.
  private func endOfAddress(from start: Int) -> Int? {
    var end = start
    var depth = 1
    var quote: UInt8?
    while end < min(places.count, start + 4096) {
      let byte = byte(end)
      if byte == UInt8(ascii: "\\") {
        end += 1
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "("), quote == nil {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return end + 1 }
      } else if byte == 0x22 || byte == UInt8(ascii: "<") {
        quote = byte == 0x22 ? byte : UInt8(ascii: ">")
      }
      end += 1
    }
    return nil
  }

  // MARK: Emphasis

  /// Finds pairs of `*`, `_` and `~~` that enclose text, and marks them.
  private mutating func findEmphasis() {
    var open: [(mark: UInt8, start: Int, end: Int)] = []
    var index = 0
    while index < places.count {
      let mark = byte(index)
      if mark == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if let end = addresses[index] ?? endOfCode(at: index) {
        index = max(end, index + 1)
        continue
      }
      guard mark == 0x2A || mark == 0x5F || mark == 0x7E else {
        index += 1
        continue
      }
      let start = index
      while byte(index) == mark { index += 1 }
      if mark == 0x7E, index - start != 2 { continue }
      pair(mark, start, index, &open)
    }
  }

  private mutating func pair(
    _ mark: UInt8, _ start: Int, _ end: Int, _ open: inout [(mark: UInt8, start: Int, end: Int)]
  ) {
    let opens = end < places.count && !Bytes.isSpace(byte(end)) && !(mark == 0x5F && isWordByte(byte(start - 1)))
    let closes = start > 0 && !Bytes.isSpace(byte(start - 1)) && !(mark == 0x5F && isWordByte(byte(end)))
    if closes, let match = open.lastIndex(where: { $0.mark == mark && $0.end < start }) {
      for index in open[match].start..<open[match].end { isMark[index] = true }
      for index in start..<end { isMark[index] = true }
      open.removeSubrange(match...)
    } else if opens, open.count < 64 {
      open.append((mark, start, end))
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool { Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte >= 0x80 }
}
