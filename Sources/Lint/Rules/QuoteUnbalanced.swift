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
    ])

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    let text = place.text
    // A segment of a longer text may hold a part of a quotation: then its source does so too.
    if let other = place.counterpart {
      let quotations = Quotations(other.marks.quotes[...], of: other.utf8, in: TextSpan(0, other.utf8.count))
      if quotations.isOdd || quotations.isEmpty { return [] }
    }
    let marks = LoneMarks.withoutPartners(loneMarks(of: text), in: text)
    return marks.filter { !text.isSkipped($0.span) }.map { mark in
      finding(
        place, mark.span,
        mark.opens ? "the quotation opened here is never closed" : "this quotation mark closes nothing")
    }
  }

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
struct Quotations {
  /// The marks without a partner, in order.
  private(set) var lone: [LoneMark] = []
  private var count = 0

  /// Whether the block has an odd number of marks.
  var isOdd: Bool { count % 2 == 1 }

  /// Whether the block has no marks.
  var isEmpty: Bool { count == 0 }

  static func isMark(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || scalar == 0x201C || scalar == 0x201D || scalar == 0xFF02
  }

  /// Pairs the marks of a stretch of text, which stand at `places`.
  ///
  /// Costs their number.
  init(_ places: ArraySlice<Int>, of utf8: [UInt8], in span: TextSpan) {
    var open: TextSpan?
    for index in places {
      let (scalar, length) = UTF8Scan.scalar(in: utf8, at: index)
      let mark = TextSpan(index, index + length)
      let opens = scalar != 0x201D && Self.canOpen(utf8, mark, in: span)
      let closes = scalar != 0x201C && Self.canClose(utf8, mark, in: span)
      if scalar == 0x22, index > span.start, Characters.isDigit(utf8[index - 1]), open == nil { continue }
      count += 1
      if let first = open {
        if closes || scalar == 0x201D || !opens {
          open = nil
        } else {
          lone.append(LoneMark(span: first, kind: 0, opens: true))
          open = mark
        }
      } else if opens || scalar == 0x201C {
        open = mark
      } else {
        lone.append(LoneMark(span: mark, kind: 0, opens: scalar == 0x201C))
      }
    }
    if let open { lone.append(LoneMark(span: open, kind: 0, opens: true)) }
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
