import TextCore

/// Finds a quotation mark without its partner.
public struct QuoteUnbalanced: TextRule {
  public static let metadata = RuleMetadata(
    id: "punctuation/quote-unbalanced",
    summary: "A quotation mark that is opened and never closed, or closed and never opened.",
    rationale:
      "The reader cannot tell where the quoted words end. Translation of long quotations sentence by sentence loses the second mark.",
    remedy: "Put the missing mark where the quotation ends or begins.",
    severity: .warning,
    certainty: """
      Rather sure: inches, apostrophes, and quotations that run over several paragraphs are left alone; but a quotation \
      may go on in another file.
      """,
    examples: [
      .flagged("As he said, ⟦\"⟧a province can leap over an era. We are optimistic.\nThe farmers are glad."),
      .flagged("He called it “smart”⟦”⟧ twice."),
      .flagged("He called it smart⟦\"⟧ again."),
      .clean("He said, \"We are glad.\" She said, \"So are we.\""),
      .clean("The 5'10\" man has a 6\" pipe and a 27\" screen."),
      .clean("\"This is the first paragraph.\n\"This is the second one.\""),
      .clean("“It's the farmers' fair,” he said."),
      .clean("A line with “two quotations” and \"one more\"."),
      .clean("\"Once they say, \"This is an example,\" we can open.\""),
      .clean("\"\"Peter the apple,\" yes.\""),
      .clean("He called it \"\" twice."),
      .flagged("⟦\"⟧We are glad, the farmer said.", source: "“我们很高兴。”农民说。"),
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    // A segment of a longer text may hold a part of a quotation: then its source does so too.
    if let other = place.counterpart, Quotations.mayRunOn(in: other) { return [] }
    let marks = LoneMarks.withoutPartners(loneMarks(of: text), in: text)
    return marks.filter { !text.isSkipped($0.span) }.map { mark in
      guard mark.opens else { return finding(place, mark.span, "this quotation mark closes nothing") }
      if place.unit.isPair, runsOn(from: mark.span, in: text) {
        return finding(
          place, mark.span, severity: .info,
          "the quotation opened here is not closed, unless it goes on in the next segment")
      }
      return finding(place, mark.span, "the quotation opened here is never closed")
    }
  }

  /// Whether all from the start of a sentence to the end of a segment is a quotation, as where the next one goes on
  /// with it: no other mark follows, and nobody is told to have said it.
  private func runsOn(from mark: TextSpan, in text: LintText) -> Bool {
    guard text.marks.quotes.last == mark.start, let sentence = text.segment(at: mark.start),
      sentence.span.start == mark.start, let end = text.sentences?.end, let last = text.scalar(before: end),
      Characters.isSentenceEnd(last)
    else { return false }
    let comma = text.utf8[mark.end..<end].lastIndex(of: 0x2C) ?? mark.end
    return !text.words(in: TextSpan(comma, end)).contains { Self.sayings.contains($0.key) }
  }

  private static let sayings: Set<String> = Set(
    """
    said says say told tells added adds asked asks wrote writes continued continues explained explains noted notes
    replied recalled recalls insisted claimed argued warned announced according stated tweeted declared concluded
    admitted joked shouted cried thought
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// The marks without a partner in their block, block by block.
  private func loneMarks(of text: LintText) -> [[LoneMark]] {
    let blocks = text.blocks
    let quotes = TextMarks.places(text.marks.quotes, in: blocks)
    return blocks.indices.map { index in
      var lone = Quotations(quotes[index], of: text.utf8, in: blocks[index]).lone
      // A quotation of several paragraphs is opened anew in each.
      if let last = lone.last, last.opens, index + 1 < blocks.count,
        Quotations.isMark(text.scalar(at: blocks[index + 1].start) ?? 0)
      {
        lone.removeLast()
      }
      return lone
    }
  }
}

/// The quotation marks of one block of text, paired.
///
/// A quotation within a quotation may have the same marks.
struct Quotations {
  /// The marks without a partner, in order.
  private(set) var lone: [LoneMark] = []
  private var count = 0

  /// Whether a text may hold a part of a quotation: it has no marks, an odd number of them, or one that is open at its end.
  static func mayRunOn(in text: LintText) -> Bool {
    let quotations = Quotations(text.marks.quotes[...], of: text.utf8, in: TextSpan(0, text.utf8.count))
    return quotations.count % 2 == 1 || quotations.count == 0 || quotations.lone.contains(where: \.opens)
  }

  static func isMark(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || scalar == 0x201C || scalar == 0x201D || scalar == 0xFF02
  }

  /// Pairs the marks of a stretch of text, which stand at `places`.
  ///
  /// Costs their number.
  init(_ places: ArraySlice<Int>, of utf8: [UInt8], in span: TextSpan) {
    var open: [TextSpan] = []
    for index in places {
      let (scalar, length) = UTF8Scan.scalar(in: utf8, at: index)
      let mark = TextSpan(index, index + length)
      let opens = scalar != 0x201D && Self.canOpen(utf8, mark, in: span)
      // ""Yes," he said."" begins with two that open.
      let isSecond = opens && open.last?.end == index
      let closes = scalar != 0x201C && !isSecond && Self.canClose(utf8, mark, in: span)
      if scalar == 0x22, index > span.start, Characters.isDigit(utf8[index - 1]), open.isEmpty { continue }
      count += 1
      if !open.isEmpty, !isSecond, closes || scalar == 0x201D || !opens {
        open.removeLast()
      } else if opens || scalar == 0x201C {
        open.append(mark)
      } else {
        lone.append(LoneMark(span: mark, kind: 0, opens: false))
      }
    }
    lone += open.map { LoneMark(span: $0, kind: 0, opens: true) }
    lone.sort { $0.span < $1.span }
  }

  private static func canOpen(_ utf8: [UInt8], _ mark: TextSpan, in span: TextSpan) -> Bool {
    guard mark.end < span.end else { return false }
    let next = UTF8Scan.scalar(in: utf8, at: mark.end).value
    if Characters.isSpace(next) || next == 0x2C || next == 0x3B { return false }
    guard mark.start > span.start else { return true }
    let before = UTF8Scan.scalar(in: utf8, at: UTF8Scan.start(before: mark.start, in: utf8)).value
    return !isWordScalar(before) && !(Characters.isSentenceEnd(before) || before == 0x2C) || next.isHan || before.isHan
  }

  private static func canClose(_ utf8: [UInt8], _ mark: TextSpan, in span: TextSpan) -> Bool {
    guard mark.start > span.start else { return false }
    let before = UTF8Scan.scalar(in: utf8, at: UTF8Scan.start(before: mark.start, in: utf8)).value
    return !Characters.isSpace(before)
  }

  private static func isWordScalar(_ scalar: UInt32) -> Bool {
    scalar.isASCIILetter || scalar.isASCIIDigit || (0xC0...0x24F).contains(scalar)
  }
}
