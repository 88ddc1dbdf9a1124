import TextCore

/// Finds a bracket without its partner.
public struct BracketUnbalanced: TextRule {
  public static let metadata = RuleMetadata(
    id: "punctuation/bracket-unbalanced",
    summary: "A bracket that is opened and never closed, or closed and never opened.",
    rationale: "A lost bracket hides where an aside ends; it often shows that words were lost with it.",
    remedy: "Put the missing bracket in.",
    severity: .error,
    certainty: "Sure: numbers of lists such as “1)” and faces such as “:)” are left alone.",
    examples: [
      .flagged("The station ⟦(⟧built in 1954 is closed."),
      .flagged("The station built in 1954⟦)⟧ is closed."),
      .flagged("The 《Daily》⟦》⟧ wrote so."),
      .clean("The station (built in 1954 [as a school]) is closed."),
      .clean("a) apples 2) pears 3.) peaches iii) plums"),
      .clean("Good :) and bad :( days"),
      .clean("the O2O （online to offline) model"),
      .clean("Press \"\\M-[D\" or \"[A\", and call printf( \"x\" first."),
      .clean("the change (moved,\n2018-03-25) was large"),
      .clean("「學校的老師學習歷史和音樂。", source: "\"The teachers of the school study history and music."),
    ])

  public static let languages: [Language] = [.english, .chinese]
  private static let openers: [UInt32] = [0x28, 0x5B, 0x7B, 0x3010, 0x300A, 0x300C, 0x300E]
  /// Those from here on, 「 and 『, open a quotation.
  private static let firstQuote = 5
  private static let closers: [UInt32] = [0x29, 0x5D, 0x7D, 0x3011, 0x300B, 0x300D, 0x300F]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    if let other = place.counterpart,
      !lone(other.marks.brackets[...], in: other, TextSpan(0, other.utf8.count)).isEmpty
    {
      return []
    }
    let brackets = TextMarks.places(text.marks.brackets, in: text.blocks)
    let marks = LoneMarks.withoutPartners(
      zip(brackets, text.blocks).map { lone($0, in: text, $1) }, in: text)
    if marks.isEmpty { return [] }
    // A segment of a longer text may hold a part of a quotation: then the other text does so too.
    let isPartOfQuotation = place.counterpart.map(Quotations.mayRunOn(in:)) ?? false
    return marks.filter { mark in
      !text.isSkipped(mark.span) && !Self.isCode(text, mark.span)
        && !(isPartOfQuotation && mark.kind >= Self.firstQuote)
    }.map { mark in
      let written = text.string(in: mark.span)
      // A quotation may go on in another file.
      let severity: Severity? = mark.kind >= Self.firstQuote ? .warning : nil
      return finding(
        place, mark.span, severity: severity,
        mark.opens ? "“\(written)” is never closed" : "“\(written)” closes nothing")
    }
  }

  /// Those brackets of a block that have no partner in it, in order.
  private func lone(_ brackets: ArraySlice<Int>, in text: LintText, _ block: TextSpan) -> [LoneMark] {
    if brackets.isEmpty { return [] }
    var open: [LoneMark] = []
    // How many brackets of each kind are open, so that one that closes nothing is not searched for.
    var depth = [Int](repeating: 0, count: Self.openers.count)
    var lone: [LoneMark] = []
    for index in brackets {
      let (value, length) = UTF8Scan.scalar(in: text.utf8, at: index)
      let scalar = Self.narrow(value)
      let span = TextSpan(index, index + length)
      if let kind = Self.openers.firstIndex(of: scalar) {
        if Self.isFace(text, span) { continue }
        open.append(LoneMark(span: span, kind: kind, opens: true))
        depth[kind] += 1
      } else if let kind = Self.closers.firstIndex(of: scalar) {
        if depth[kind] > 0, let match = open.lastIndex(where: { $0.kind == kind }) {
          lone += open[(match + 1)...]
          for bracket in open[match...] { depth[bracket.kind] -= 1 }
          open.removeSubrange(match...)
        } else if !Self.isFace(text, span), !Self.isListMark(text, span, in: block) {
          lone.append(LoneMark(span: span, kind: kind, opens: false))
        }
      }
    }
    return (lone + open).sorted { $0.span < $1.span }
  }

  /// The narrow form of a full-width round or square bracket.
  private static func narrow(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF08: 0x28
    case 0xFF09: 0x29
    case 0xFF3B: 0x5B
    case 0xFF3D: 0x5D
    default: scalar
    }
  }

  private static func isFace(_ text: LintText, _ span: TextSpan) -> Bool {
    let before = text.byte(at: span.start - 1)
    let second = text.byte(at: span.start - 2)
    return before == 0x3A || before == 0x3B || before == 0x2D && (second == 0x3A || second == 0x3B)
  }

  /// Whether a bracket belongs to a key or a call that the text speaks of: `"\\M-[D"`, `printf( "`.
  private static func isCode(_ text: LintText, _ span: TextSpan) -> Bool {
    var (start, end) = (span.start, span.end)
    while start > 0, span.start - start < longestCode, !Characters.isSpace(text.utf8[start - 1]) { start -= 1 }
    while end < text.utf8.count, end - span.end < longestCode, !Characters.isSpace(text.utf8[end]) { end += 1 }
    let (before, after) = (text.byte(at: span.start - 1), text.byte(at: span.end))
    if text.utf8[start..<end].contains(0x5C) { return true }
    if before == 0x22, text.utf8[span.end..<end].contains(0x22) { return true }
    return text.byte(at: span.start) == 0x28 && after == 0x20 && text.byte(at: span.end + 1) == 0x22
      && (Characters.isLetter(before) || before == 0x5F)
  }

  private static let longestCode = 40

  /// Whether a closing bracket follows the number of a list item: `1)`, `1.)`, `a)`, `iii)`.
  private static func isListMark(_ text: LintText, _ span: TextSpan, in block: TextSpan) -> Bool {
    guard text.byte(at: span.start) == 0x29 || text.string(in: span) == "）" else { return false }
    let end = text.byte(at: span.start - 1) == 0x2E ? span.start - 1 : span.start
    var start = end
    while start > block.start, Characters.isDigit(text.utf8[start - 1]) || Characters.isLetter(text.utf8[start - 1]) {
      start -= 1
    }
    let mark = text.utf8[start..<max(start, end)]
    guard !mark.isEmpty, mark.count <= 4, start == block.start || !(text.scalar(before: start) ?? 0x20).isHan else {
      return false
    }
    if start > block.start, [0x2D, 0x2E, 0x2F].contains(text.utf8[start - 1]) { return false }  // 2018-03-25)
    let isNumber = mark.allSatisfy(Characters.isDigit) && mark.count <= 2
    return isNumber || mark.count == 1 || mark.allSatisfy { [0x69, 0x76, 0x78].contains($0) }
  }
}
