import TextCore

/// What it costs to put neighbouring segments of one text into one bead: headings and paragraphs stay apart.
struct SegmentJoins {
  /// The sum of the costs of joining each segment with the one before it.
  private var sums: [Double] = [0]

  init(_ segments: [SegmentText], model: BeadModel) {
    let isOpen = segments.map { Self.endsOpen($0.utf8) || $0.kind == .heading }
    // A text of lines without full stops has no headings.
    let share = Double(isOpen.count { $0 }) / Double(max(1, segments.count))
    let cost = model.headingJoin * (1 - share)
    for index in segments.indices {
      guard index > 0 else {
        sums.append(0)
        continue
      }
      let meetsHeading = isOpen[index] != isOpen[index - 1]
      let meetsParagraph = segments[index].paragraph != segments[index - 1].paragraph
      sums.append(sums[index] + (meetsHeading ? cost : 0) + (meetsParagraph ? model.paragraphJoin : 0))
    }
  }

  /// What the joins inside a run of segments cost.
  @inline(__always)
  func cost(of range: Range<Int>) -> Double { sums[range.upperBound] - sums[range.lowerBound + 1] }

  /// Whether a segment ends without punctuation, as headings do.
  static func endsOpen(_ utf8: [UInt8]) -> Bool {
    var end = utf8.count
    while end > 0, utf8[end - 1] <= 0x20 { end -= 1 }
    guard end > 0 else { return false }
    let scalar = UTF8Scan.scalar(in: utf8, at: UTF8Scan.start(before: end, in: utf8)).value
    return scalar.isHan || scalar.isASCIIDigit || EnglishTokenizer.isLetter(scalar)
  }
}
