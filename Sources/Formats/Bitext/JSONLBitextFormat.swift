import Alignment
import TextCore

extension BitextFormat {
  /// One bead an object: segments of both sides with their place in the file, score, evidence; in a collection also the
  /// files.
  public static let jsonl = BitextFormat(
    id: "jsonl", fileExtensions: ["jsonl"], frame: { _ in ("", "") },
    body: { report, place in
      report.beads.map { bead in
        JSONValue.object([
          "zhDocument": place.isCollection ? .string(report.chinese.path) : nil,
          "enDocument": place.isCollection ? .string(report.english.path) : nil,
          "zh": segments(bead.chinese, of: report.chinese),
          "en": segments(bead.english, of: report.english),
          "score": .number(rounded(bead.score)),
          "confidence": report.isComparable ? nil : .number(rounded(bead.confidence)),
          "evidence": .array(bead.evidence.map(json)),
        ]).compact + "\n"
      }.joined()
    })

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
}
