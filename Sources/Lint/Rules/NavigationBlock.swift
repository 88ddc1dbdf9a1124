import TextCore

/// Finds the list of other articles that a site puts under an article.
public struct NavigationBlock: TextRule {
  public static let metadata = RuleMetadata(
    id: "residue/navigation",
    summary: "“Related reading” and the list of links under it, copied with the article.",
    rationale: """
      The end of a copied page is often a list of headlines of other pages. It is no part of the article: other rules \
      pass over it, and translation memories and aligners should not see it.
      """,
    remedy: "Delete the block from its heading on.",
    severity: .warning,
    certainty: "Sure: a known heading stands alone on a line, and most lines under it look like links.",
    examples: [
      .flagged("The mayor spoke.\n⟦Related reading\n- Shoe Prices Rise Again\n- Ten Tips For Your Shop⟧"),
      .flagged("Sales rose.\n⟦Recommended Reading:\nHow To Open A Store\nSteel Prices Rise Sharply In May⟧"),
      .clean("The list of related reading is long.\nIt was printed in May.\nIt is out of date."),
      .clean("Related reading\nThe committee met on Monday and talked about the plan for the whole of the next year."),
    ])

  public static let languages: [Language] = [.english, .chinese]
  private static let headings: Set<String> = [
    "related reading", "related readings", "related articles", "related article", "related news", "related links",
    "related stories", "related reports", "related posts", "recommended reading", "recommended articles", "more news",
    "read more", "you may also like", "you might also like", "hot news", "hot topics", "latest news", "further reading",
    "extended reading", "previous article", "next article", "相关阅读", "相关新闻", "相关报道", "相关链接", "相关文章",
    "相關閱讀", "相關新聞", "相關報導", "推荐阅读", "推薦閱讀", "延伸阅读", "延伸閱讀", "热门推荐", "热点新闻", "猜你喜欢", "编辑推荐",
  ]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    place.text.regions.map { region in
      let heading = place.text.lines.first { region.contains($0) }.map { place.text.string(in: $0) } ?? ""
      return finding(
        place, region, "“\(heading)” and the list under it are links to other pages: delete them from the text",
        suggestions: [""])
    }
  }

  /// The lists of links of a text.
  ///
  /// Costs one pass over the lines.
  static func regions(of lines: [TextSpan], in utf8: [UInt8]) -> [TextSpan] {
    var result: [TextSpan] = []
    var index = 0
    while index < lines.count {
      guard isHeading(lines[index], in: utf8), let last = lastLink(under: index, of: lines, in: utf8) else {
        index += 1
        continue
      }
      result.append(TextSpan(lines[index].start, lines[last].end))
      index = last + 1
    }
    return result
  }

  private static func isHeading(_ line: TextSpan, in utf8: [UInt8]) -> Bool {
    guard (3...40).contains(line.length) else { return false }
    var bytes = utf8[line.range]
    while let first = bytes.first, [0x2D, 0x2A, 0x23, 0x7C, 0x20, 0x3E].contains(first) { bytes.removeFirst() }
    while let last = bytes.last, [0x3A, 0x2A, 0x20].contains(last) { bytes.removeLast() }
    guard let first = bytes.first, mayBegin[Int(first)] else { return false }
    var key = String(decoding: bytes, as: UTF8.self).lowercased()
    if key.hasSuffix("：") { key.removeLast() }
    return headings.contains(key)
  }

  /// The bytes that headings begin with, in both cases.
  private static let mayBegin: [Bool] = {
    let first = Set(headings.compactMap(\.utf8.first))
    return (0..<256).map { byte in first.contains(UInt8(byte)) || byte < 0x80 && first.contains(UInt8(byte) | 0x20) }
  }()

  /// The last line of the list under a heading; nil where it is no list.
  private static func lastLink(under heading: Int, of lines: [TextSpan], in utf8: [UInt8]) -> Int? {
    var last: Int?
    var links = 0
    var misses = 0
    for index in lines.indices[(heading + 1)...] where !lines[index].isEmpty {
      if isLink(lines[index], in: utf8) {
        links += 1
        last = index
        misses = 0
      } else {
        misses += 1
        if misses == 2 { break }
      }
    }
    return links >= 2 ? last : nil
  }

  /// Whether a line looks like the title of another page: a list mark, or a short line that is no sentence.
  private static func isLink(_ line: TextSpan, in utf8: [UInt8]) -> Bool {
    let first = utf8[line.start]
    if line.length <= 3 || first == 0x2D || first == 0x2A || first == 0x7C { return true }
    if utf8[line.start..<line.end].starts(with: "•".utf8) || utf8[line.range].starts(with: "·".utf8) { return true }
    guard line.length <= 160 else { return false }
    let words = WordList(of: Array(utf8[line.range]))
    if words.isEmpty {
      return line.length <= 120 && !utf8[line.range].suffix(3).elementsEqual("。".utf8)
    }
    let capitalized = words.count { $0.isCapitalized || $0.hasInnerCapitals || $0.text.count <= 3 }
    return words.count >= 2 && capitalized * 10 >= words.count * 8
  }
}
