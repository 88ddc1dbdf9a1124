import Alignment
import Entities
import Formats
import Repair
import TextCore

/// Puts two texts side by side, whichever of them is Chinese; may be used on several threads at a time.
struct PairAligner: Sendable {
  let mode: AlignOperation.Mode
  let isPresegmented: Bool
  let repairer: TextRepairer
  let resources: AlignmentResources
  /// Finds what both texts name, for a report that says so; nil for one that does not.
  var recognizer: EntityRecognizer?

  /// The beads of two texts.
  /// - Throws: ``InputError`` for a text without letters, and for two texts of one language.
  func report(on first: SourceText, _ second: SourceText) throws(InputError) -> BitextReport {
    let texts = atTheSameTime({ prepared(first) }, { prepared(second) })
    return try report(on: texts.0.get(), texts.1.get())
  }

  private func prepared(_ source: SourceText) -> Result<PreparedText, InputError> {
    Result { () throws(InputError) in
      try PreparedText(source, isPresegmented: isPresegmented, repairer: repairer)
    }
  }

  /// The beads of two texts that are repaired and cut already.
  /// - Throws: ``InputError`` for two texts of one language.
  func report(on first: PreparedText, _ second: PreparedText) throws(InputError) -> BitextReport {
    let (chinese, english) = try sides(first, second)
    let zh = SegmentText.segments(chinese.segments, of: chinese.text)
    let en = SegmentText.segments(english.segments, of: english.text)
    var isComparable = mode == .comparable
    var reason: String?
    var beads = isComparable ? [] : ParallelAligner().beads(chinese: zh, english: en, resources: resources)
    if mode == .auto {
      let decision = AlignmentMode.decided(
        beads: beads, chinese: zh, english: en, hasDictionary: resources.dictionary != nil)
      isComparable = decision.mode == .comparable
      reason = decision.reason
    }
    if isComparable { beads = PassageLinker(resources: resources).links(chinese: zh, english: en) }
    var report = BitextReport(
      chinese: Self.side(chinese), english: Self.side(english), beads: beads, isComparable: isComparable,
      modeReason: reason)
    report.entities = recognizer.map { recognizer in
      EntityComparison(
        chinese: Self.mentions(in: chinese, recognizer), english: Self.mentions(in: english, recognizer))
    }
    return report
  }

  /// What a text names, by segment; ordinary words and what reaches over the end of a segment are left out.
  private static func mentions(in text: PreparedText, _ recognizer: EntityRecognizer) -> [EntityComparison.Mention] {
    let mentions = recognizer.mentions(in: text.text, language: text.language)
    var result: [EntityComparison.Mention] = []
    var segment = 0
    for mention in mentions.sorted(by: { $0.span < $1.span }) where mention.kind != .word {
      while segment < text.segments.count, text.segments[segment].span.end <= mention.span.start { segment += 1 }
      guard segment < text.segments.count else { break }
      let span = text.segments[segment].span
      guard span.start <= mention.span.start, mention.span.end <= span.end else { continue }
      result.append(
        EntityComparison.Mention(
          segment: segment, span: TextSpan(mention.span.start - span.start, mention.span.end - span.start),
          mention: mention))
    }
    return result
  }

  private func sides(_ first: PreparedText, _ second: PreparedText) throws(InputError) -> (
    chinese: PreparedText, english: PreparedText
  ) {
    switch (first.language, second.language) {
    case (.chinese, .english): return (first, second)
    case (.english, .chinese): return (second, first)
    case (.chinese, .chinese):
      throw InputError(
        path: second.source.path, .malformed("is Chinese, like \(first.source.path); one text must be English"))
    case (.english, .english):
      throw InputError(
        path: second.source.path, .malformed("is English, like \(first.source.path); one text must be Chinese"))
    }
  }

  private static func side(_ text: PreparedText) -> BitextReport.Side {
    let spans = text.segments.map(text.fileSpan(of:))
    let index = LineIndex(text.source.text.utf8)
    return BitextReport.Side(
      path: text.source.path, segments: text.segments.map(text.string(of:)), fileSpans: spans,
      lines: spans.map { index.line(of: text.source.text.span(ofFile: $0).start) })
  }
}
