import Alignment
import TextCore

extension BitextFormat {
  /// One bead an object: segments of both sides with their place in the file, score, evidence.
  public static let jsonl = BitextFormat(id: "jsonl") { report in
    report.beads.map { bead in
      JSONValue.object([
        "zh": segments(bead.chinese, of: report.chinese),
        "en": segments(bead.english, of: report.english),
        "score": .number(rounded(bead.score)),
        "confidence": report.isComparable ? nil : .number(rounded(bead.confidence)),
        "evidence": .array(bead.evidence.map(json)),
      ]).compact + "\n"
    }.joined()
  }

  private static func segments(_ indices: Range<Int>, of side: BitextReport.Side) -> JSONValue {
    .array(
      indices.map { index in
        .object([
          "index": .integer(index),
          "start": .integer(side.fileSpans[index].start),
          "end": .integer(side.fileSpans[index].end),
          "text": .string(side.segments[index]),
        ])
      })
  }

  /// A piece of evidence as JSON.
  public static func json(_ evidence: Evidence) -> JSONValue {
    .object([
      "kind": .string(evidence.kind.rawValue),
      "zh": .string(evidence.chinese),
      "en": .string(evidence.english),
      "weight": .number(rounded(evidence.weight)),
    ])
  }

  /// A number with four decimals, so that reports do not differ in the last bit.
  public static func rounded(_ value: Double) -> Double { (value * 10000).rounded() / 10000 }
}
