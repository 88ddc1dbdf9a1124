import TextCore

/// Finds the buttons and notes of a page that were copied with its text: `Font size: big medium small`.
public struct PageFurniture: TextRule {
  public static let metadata = RuleMetadata(
    id: "residue/page-furniture",
    summary: "A line of buttons and notes of the page that the text was copied from.",
    rationale: """
      “Share to:”, “[Print] [Close]” and the name of the editor on duty stand around an article, not in it; translated by \
      a program they look like sentences.
      """,
    remedy: "Delete the line.",
    severity: .warning,
    certainty: "Sure: the whole line is made of such words, and at least one of them stands nowhere else.",
    examples: [
      .flagged(
        "The school is large.\n⟦Share to: Font size: big medium small Print⟧", corrected: "The school is large.\n"),
      .flagged("The school is large.\n⟦[Print] [Close]⟧\n⟦(Responsible editor: Li Ming)⟧"),
      .flagged("学校很大。\n⟦【字号：大 中 小】【打印】【关闭】⟧\n⟦责任编辑：李明⟧"),
      .flagged("The school is large.\n⟦Previous: City opens new bridge⟧\n⟦Next: Farmers sell more tea⟧"),
      .clean("They share the print.\nLarge\nPrint the page and close the window."),
      .clean("Next: the people of the city.\nThe school is large."),
      .clean("打印机很大。\n责任编辑要学习历史。"),
      .clean("Top\nSmall"),
    ])

  public static let languages: [Language] = [.english, .chinese]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    let lines = text.lines.filter { !$0.isEmpty }
    var isFurniture = lines.map { isMadeOfButtons($0, in: text) }
    for index in lines.indices.dropLast()
    where hasPrefix(Self.before, lines[index], in: text) && hasPrefix(Self.behind, lines[index + 1], in: text) {
      (isFurniture[index], isFurniture[index + 1]) = (true, true)
    }
    return zip(lines, isFurniture).compactMap { line, isFurniture in
      guard isFurniture, !LintText.touches(text.regions, line) else { return nil }
      return finding(
        place, line, "“\(text.string(in: line))” belongs to the page that the text was copied from", suggestions: [""])
    }
  }

  /// The longest line that is looked at, in bytes.
  private static let longest = 160

  private func isMadeOfButtons(_ line: TextSpan, in text: LintText) -> Bool {
    guard (5...Self.longest).contains(line.length), mayBegin(line, in: text) else { return false }
    var words = Self.words(text.string(in: line))[...]
    if Self.editors.contains(where: { words.starts(with: $0) && words.count <= $0.count + 3 }) { return true }
    var (count, isTelling) = (0, false)
    while !words.isEmpty {
      if let phrase = Self.telling.first(where: { words.starts(with: $0) }) {
        words = words.dropFirst(phrase.count)
        isTelling = true
      } else if let phrase = Self.others.first(where: { words.starts(with: $0) }) {
        words = words.dropFirst(phrase.count)
      } else {
        return false
      }
      count += 1
    }
    return isTelling || count >= 2 && Self.isBracketed(text.utf8, line)
  }

  /// Whether a line begins with the first word of a button or a note, brackets aside; most lines are left here.
  private func mayBegin(_ line: TextSpan, in text: LintText) -> Bool {
    var start = line.start
    while start < line.end, let scalar = text.scalar(at: start), Self.openers.contains(scalar) {
      start += text.length(at: start)
    }
    guard let scalar = text.scalar(at: start), start < line.end else { return false }
    if scalar.isHan {
      return Self.firstWords.contains(text.string(in: TextSpan(start, start + text.length(at: start))))
    }
    let word = text.firstWord(from: start)
    return word < text.words.count && text.words.span(at: word).start == start
      && Self.firstWords.contains(text.words.key(at: word))
  }

  /// Brackets, of both widths, and 【.
  private static let openers: [UInt32] = [0x5B, 0x28, 0xFF3B, 0xFF08, 0x3010, 0x20]
  private static let firstWords = Set((editors + telling + others).compactMap(\.first))

  /// Whether each word stands in brackets: `[Print] [Close]`, 【打印】.
  private static func isBracketed(_ utf8: [UInt8], _ line: TextSpan) -> Bool {
    let (first, last) = (utf8[line.start], utf8[line.end - 1])
    return first == 0x5B && last == 0x5D || first == 0x28 && last == 0x29
      || utf8[line.start..<line.end].starts(with: "【".utf8) && utf8[line.range].suffix(3).elementsEqual("】".utf8)
  }

  private func hasPrefix(_ prefixes: [String], _ line: TextSpan, in text: LintText) -> Bool {
    guard (8...Self.longest).contains(line.length) else { return false }
    let first = text.utf8[line.start]
    return prefixes.contains { $0.utf8.first == first && text.utf8[line.range].starts(with: $0.utf8) }
  }

  /// The words of a line in lower case; a Chinese character is a word.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var isOpen = false
    for scalar in line.unicodeScalars {
      if scalar.value.isHan {
        words.append(String(scalar))
        isOpen = false
      } else if scalar.properties.isAlphabetic {
        if !isOpen { words.append("") }
        words[words.count - 1] += scalar.properties.lowercaseMapping
        isOpen = true
      } else {
        isOpen = false
      }
    }
    return words
  }

  private static let before = ["Previous: ", "Previous article: ", "Last: ", "Prev: ", "上一篇：", "上一篇:"]
  private static let behind = ["Next: ", "Next article: ", "Next one: ", "下一篇：", "下一篇:"]
  private static let editors = phrases("responsible editor, editor in charge, 责任编辑, 責任編輯, 责编")
  private static let telling = phrases(
    """
    share to, share this article, font size, text size, big medium small, large medium small, click here to read more,
    click to enlarge, back to top, add to favorites, add to favourites, close window, close this window, print this page,
    print page, bookmark this page, scroll to top, 分享到, 字号, 字體大小, 字体大小, 大中小, 返回顶部, 返回頂部, 加入收藏, 打印本页, 关闭窗口, 關閉視窗,
    点击查看更多, 点击查看, 扫一扫, 分享至
    """)
  private static let others = phrases(
    """
    print, close, share, big, medium, small, large, email, e mail, save, comment, comments, favorites, facebook, twitter,
    wechat, weibo, qq, whatsapp, linkedin, top, back, home, download, copy link, link, 打印, 列印, 关闭, 關閉, 收藏, 大, 中, 小, 分享,
    微信, 微博, 评论, 保存, 复制链接
    """)

  /// The longest first, so that “close window” is not “close”.
  private static func phrases(_ list: String) -> [[String]] {
    list.split { $0 == "," || $0 == "\n" }.map { words(String($0)) }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}
