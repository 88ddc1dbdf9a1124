import TextCore

extension ProseFormat {
  /// Markdown (CommonMark with the tables, footnotes and front matter of the usual programs): paragraphs, headings, list
  /// items, quotations and cells, one a line; code, addresses, tags, formulas and front matter are left out.
  public static let markdown = ProseFormat(
    id: "markdown", fileExtensions: ["md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"]
  ) { text in
    var reader = MarkdownBlocks(text)
    return reader.prose()
  }
}

/// Cuts Markdown into blocks, line by line.
private struct MarkdownBlocks {
  private let utf8: [UInt8]
  private let lines: [Range<Int>]
  private var builder: ProseBuilder
  /// The paragraph that is being collected: its lines without marks before them.
  private var paragraph: [Range<Int>] = []
  private var isInList = false
  private let labels: Set<String>

  init(_ text: MappedText) {
    utf8 = text.utf8
    builder = ProseBuilder(text)
    lines = Self.lines(of: text.utf8)
    labels = Set(lines.compactMap { MarkdownLine(text.utf8, $0).definition?.label })
  }

  private static func lines(of utf8: [UInt8]) -> [Range<Int>] {
    let index = LineIndex(utf8)
    return (1...index.count).map { index.span(ofLine: $0).range }
  }

  mutating func prose() -> MappedText {
    var number = lineAfterFrontMatter()
    while number < lines.count { number = readLine(number) }
    endParagraph()
    return builder.finished()
  }

  /// Reads a line, or a block that holds no prose, and gives the number of the next line.
  private mutating func readLine(_ number: Int) -> Int {
    var line = MarkdownLine(utf8, lines[number])
    line.skipMarks()
    if line.isBlank {
      endParagraph()
      return number + 1
    }
    if let fence = line.fence {
      endParagraph()
      return lineAfterFence(fence, from: number + 1)
    }
    if paragraph.isEmpty, !isInList, line.indent >= 4, !line.hasMarks { return number + 1 }  // indented code
    if line.isComment || line.isRawHTML {
      endParagraph()
      return lineAfterHTML(line, number)
    }
    return readProse(line, number)
  }

  private mutating func readProse(_ line: MarkdownLine, _ number: Int) -> Int {
    if line.isListItem || line.isHeading || line.isTableRow { endParagraph() }
    if line.isListItem { isInList = true } else if line.indent == 0, paragraph.isEmpty { isInList = false }
    if line.isRule {  // a rule, the underline of a heading, the second row of a table
      endParagraph()
    } else if let definition = line.definition {
      endParagraph()
      if definition.isFootnote { paragraph = [definition.text] }
    } else if line.isTableRow {
      for cell in line.cells { paragraph = [cell]; endParagraph() }
    } else {
      paragraph.append(line.content)
      if line.isHeading { endParagraph() }
    }
    return number + 1
  }

  private mutating func endParagraph() {
    guard let first = paragraph.first else { return }
    builder.breakLine(at: first.lowerBound)
    var inline = MarkdownInline(utf8, paragraph, labels: labels)
    inline.write(to: &builder)
    builder.breakLine(at: paragraph.last!.upperBound)
    paragraph = []
  }

  /// YAML between `---` and `---`, TOML between `+++` and `+++`, at the very start.
  private func lineAfterFrontMatter() -> Int {
    guard let first = lines.first else { return 0 }
    let mark = String(decoding: utf8[first], as: UTF8.self)
    guard mark == "---" || mark == "+++" else { return 0 }
    for number in lines.indices.dropFirst() {
      let line = String(decoding: utf8[lines[number]], as: UTF8.self)
      if line == mark || mark == "---" && line == "..." { return number + 1 }
    }
    return 0
  }

  private func lineAfterFence(_ fence: MarkdownLine.Fence, from start: Int) -> Int {
    for number in start..<max(start, lines.count) {
      var line = MarkdownLine(utf8, lines[number])
      line.skipMarks()
      if let other = line.fence, other.mark == fence.mark, other.length >= fence.length, other.isBare {
        return number + 1
      }
    }
    return lines.count
  }

  /// A comment goes to its end, an element without prose to its closing tag.
  private func lineAfterHTML(_ line: MarkdownLine, _ number: Int) -> Int {
    guard let tag = HTMLTag(at: line.content.lowerBound, in: utf8) else { return number + 1 }
    let end = tag.name.isEmpty ? tag.end : HTMLTag.end(ofRaw: tag.name, in: utf8, from: tag.end)
    var next = number + 1
    while next < lines.count, lines[next].lowerBound < end { next += 1 }
    return next
  }
}
