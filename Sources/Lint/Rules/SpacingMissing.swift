import TextCore

/// Finds marks with no space behind them, and Chinese in brackets with none before.
public struct SpacingMissing: TextRule {
  public static let metadata = RuleMetadata(
    id: "spacing/missing",
    summary: "A comma, a stop or a bracket of English text without the space that belongs to it.",
    rationale: "Chinese marks bring their own space along. Where they are exchanged for English ones it must be added.",
    remedy: "Put in the space. --fix does it behind commas.",
    severity: .warning,
    certainty: """
      Sure: whole words stand on both sides; lines without any space, lists that never have one, addresses and code are \
      left alone.
      """,
    examples: [
      .flagged("The company⟦,⟧which was founded here, grew.", corrected: "The company, which was founded here, grew."),
      .flagged("The city grew fast⟦.⟧The plan was good.", corrected: "The city grew fast. The plan was good."),
      .flagged("The mayor Zhang Yong⟦(⟧张勇) spoke.", corrected: "The mayor Zhang Yong (张勇) spoke."),
      .flagged("The plan (of 2019⟦)⟧was good.", corrected: "The plan (of 2019) was good."),
      .clean("The list is red,green,blue,black and so on."),
      .clean("name,size,colour"),
      .clean("It cost 3,000 yuan. See Node.js and Amazon.com, the U.S. and the Ph.D. of the author(s)."),
      .clean("The function f(张) of the plan, and (re)built roads"),
      .clean("He asked: \"Is it so?\" They (the two) left."),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    return zip(text.lines, TextMarks.places(text.marks.tight, in: text.lines)).flatMap { line, marks -> [Finding] in
      if marks.isEmpty { return [] }
      let isList = isTightList(line, in: text)
      return marks.compactMap { offset in
        guard offset > 0, let (message, right, isSafe) = wanted(at: offset, inList: isList, of: text, context) else {
          return nil
        }
        let span = TextSpan(offset, offset + 1)
        if text.isSkipped(span) || isCode(around: offset, in: text) { return nil }
        return finding(place, span, message, suggestions: [right], isSafe: isSafe)
      }
    }
  }

  /// What to say of a mark, and what to write; nil where nothing is missing.
  private func wanted(
    at offset: Int, inList isList: Bool, of text: LintText, _ context: LintContext
  ) -> (message: String, right: String, isSafe: Bool)? {
    let (mark, before, after) = (text.utf8[offset], text.utf8[offset - 1], text.utf8[offset + 1])
    switch mark {
    case 0x2C, 0x3B:
      guard Characters.isLetter(after), let word = word(from: offset + 1, in: text), !word.isPartOfCode,
        endsWord(before, at: offset, in: text), !isList
      else { return nil }
    case 0x2E, 0x21, 0x3F:
      guard Characters.isLower(before), Characters.isUpper(after) || mark != 0x2E && Characters.isLower(after),
        let next = word(from: offset + 1, in: text), let last = lastWord(to: offset, in: text),
        isCommon(next, context), isCommon(last, context)
      else { return nil }
    case 0x28:
      guard Characters.isLetter(before), text.scalar(at: offset + 1)?.isHan == true,
        let word = lastWord(to: offset, in: text), word.text.utf8.count > 1
      else { return nil }
      return ("no space before “(”", " (", false)
    default:
      guard Characters.isLower(after), let word = word(from: offset + 1, in: text), word.text.utf8.count > 1,
        !word.isPartOfCode, hasContent(before: offset, in: text)
      else { return nil }
    }
    let sign = String(decoding: [mark], as: UTF8.self)
    return ("no space behind “\(sign)”", sign + " ", mark == 0x2C || mark == 0x3B)
  }

  /// The word of two letters and more that begins at an offset.
  private func word(from offset: Int, in text: LintText) -> Word? {
    let index = text.firstWord(from: offset)
    guard index < text.words.count, text.words.span(at: index).start == offset else { return nil }
    let word = text.words[index]
    return word.span.length > 1 ? word : nil
  }

  private func lastWord(to offset: Int, in text: LintText) -> Word? {
    let index = text.firstWord(from: offset) - 1
    return index >= 0 && text.words.span(at: index).end == offset ? text.words[index] : nil
  }

  /// Whether a word of two letters and more, a number, or a closing mark behind one stands before a mark.
  private func endsWord(_ before: UInt8, at offset: Int, in text: LintText) -> Bool {
    if Characters.isLetter(before) {
      return lastWord(to: offset, in: text).map { $0.span.length > 1 && !$0.isPartOfCode } ?? false
    }
    return Characters.isDigit(before) || before == 0x29 || before == 0x22
  }

  /// Whether a word is an English one that begins or ends sentences; without a word list none is.
  private func isCommon(_ word: Word, _ context: LintContext) -> Bool {
    !word.hasInnerCapitals && word.span.length > 1 && context.words?.containsExactly(word.key) == true
      && !Self.endings.contains(word.key)
  }

  /// Names of files and hosts end in these.
  private static let endings: Set<String> = [
    "com", "net", "org", "app", "doc", "pdf", "asp", "php", "info", "edu", "gov", "biz", "io", "me", "so", "js", "py",
  ]

  /// Whether the commas of a line, the white space around it included, never have a space behind them: a table, or a list written tight.
  private func isTightList(_ line: TextSpan, in text: LintText) -> Bool {
    let utf8 = text.utf8
    var (start, end) = (line.start, line.end)
    while start > 0, utf8[start - 1] != 0x0A, utf8[start - 1] != 0x0D { start -= 1 }
    while end < utf8.count, utf8[end] != 0x0A, utf8[end] != 0x0D { end += 1 }
    var (tight, hasSpace) = (0, false)
    for index in start..<end {
      if utf8[index] == 0x20 { hasSpace = true }
      guard utf8[index] == 0x2C, index + 1 < utf8.count else { continue }
      if utf8[index + 1] == 0x20 { return false }
      if Characters.isLetter(utf8[index + 1]) { tight += 1 }
    }
    return tight >= 3 || !hasSpace
  }

  /// Whether the bracket that closes at an offset holds more than a part of a word: `(s)`, `(re)`.
  private func hasContent(before offset: Int, in text: LintText) -> Bool {
    var index = offset
    let least = max(0, offset - 300)
    while index > least, text.utf8[index - 1] != 0x28 { index -= 1 }
    guard index > least, index == 1 || Characters.isSpace(text.byte(at: index - 2)) else { return false }
    return text.utf8[index..<offset].contains { $0 == 0x20 || $0 >= 0x80 || Characters.isDigit($0) }
  }

  /// Whether the run of bytes around a mark has signs of code: `f(a,b)=c`, `a[i,j]`, `{x,y}`.
  private func isCode(around offset: Int, in text: LintText) -> Bool {
    var (start, end) = (offset, offset)
    while start > 0, offset - start < 100, !Characters.isSpace(text.utf8[start - 1]) { start -= 1 }
    while end < text.utf8.count, end - offset < 100, !Characters.isSpace(text.utf8[end]) { end += 1 }
    return text.utf8[start..<end].contains { byte in
      switch byte {
      case 0x3D, 0x5B, 0x5D, 0x7B, 0x7D, 0x5C, 0x5F, 0x60, 0x3C, 0x3E, 0x7C, 0x40, 0x23, 0x24, 0x2A: true
      default: false
      }
    }
  }
}
