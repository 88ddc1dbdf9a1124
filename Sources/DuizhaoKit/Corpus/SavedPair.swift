import Alignment
import Formats
import TextCore

/// An aligned pair as a run leaves it for the next one.
struct SavedPair: Codable {
  struct Side: Codable {
    var segments: [String]
    var spans: [[Int]]
    var lines: [Int]
  }
  struct Link: Codable {
    var zh: [Int]
    var en: [Int]
    var score: Double
    var confidence: Double
    var evidence: [Reason]
  }
  struct Reason: Codable {
    var kind: String
    var zh: String
    var en: String
    var weight: Double
  }

  /// Why the texts are no translations; then there is nothing else.
  var unrelated: String?
  /// Whether the second file is the Chinese one.
  var isSwapped = false
  var isComparable = false
  var reason: String?
  var chinese: Side?
  var english: Side?
  var links: [Link] = []

  /// The outcome as it is to be kept; nil for a failure, which may be another the next time.
  init?(_ outcome: PairOutcome, pair: DocumentPair) {
    switch outcome {
    case .failed: return nil
    case .unrelated(let reason): unrelated = reason
    case .aligned(let report):
      isSwapped = report.chinese.path == pair.second
      isComparable = report.isComparable
      reason = report.modeReason
      chinese = Self.side(report.chinese)
      english = Self.side(report.english)
      links = report.beads.map { bead in
        Link(
          zh: [bead.chinese.lowerBound, bead.chinese.upperBound],
          en: [bead.english.lowerBound, bead.english.upperBound],
          score: bead.score, confidence: bead.confidence,
          evidence: bead.evidence.map {
            Reason(kind: $0.kind.rawValue, zh: $0.chinese, en: $0.english, weight: $0.weight)
          })
      }
    }
  }

  private static func side(_ side: BitextReport.Side) -> Side {
    Side(segments: side.segments, spans: side.fileSpans.map { [$0.start, $0.end] }, lines: side.lines)
  }

  /// The outcome for the files of a pair, or nil for a record that is not sound.
  func outcome(for pair: DocumentPair) -> PairOutcome? {
    if let unrelated { return .unrelated(reason: unrelated) }
    guard let chinese = Self.side(chinese, path: isSwapped ? pair.second : pair.first),
      let english = Self.side(english, path: isSwapped ? pair.first : pair.second)
    else { return nil }
    var beads: [Bead] = []
    for link in links {
      guard let zh = Self.range(link.zh, of: chinese), let en = Self.range(link.en, of: english) else { return nil }
      let evidence = link.evidence.compactMap { reason in
        Evidence.Kind(rawValue: reason.kind).map {
          Evidence(kind: $0, chinese: reason.zh, english: reason.en, weight: reason.weight)
        }
      }
      beads.append(
        Bead(chinese: zh, english: en, score: link.score, confidence: link.confidence, evidence: evidence))
    }
    return .aligned(
      BitextReport(
        chinese: chinese, english: english, beads: beads, isComparable: isComparable, modeReason: reason))
  }

  private static func side(_ side: Side?, path: String) -> BitextReport.Side? {
    guard let side, side.spans.count == side.segments.count, side.lines.count == side.segments.count,
      side.spans.allSatisfy({ $0.count == 2 && $0[0] <= $0[1] })
    else { return nil }
    return BitextReport.Side(
      path: path, segments: side.segments, fileSpans: side.spans.map { TextSpan($0[0], $0[1]) }, lines: side.lines)
  }

  private static func range(_ bounds: [Int], of side: BitextReport.Side) -> Range<Int>? {
    guard bounds.count == 2, 0 <= bounds[0], bounds[0] <= bounds[1], bounds[1] <= side.segments.count else {
      return nil
    }
    return bounds[0]..<bounds[1]
  }
}
