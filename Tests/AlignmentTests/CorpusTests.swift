import Alignment
import Foundation
import Lexicon
import TestSupport
import Testing

/// The project's own translated pairs against their hand-made beads.
///
/// Without the dictionary, which tests do not have, numbers, punctuation, Latin words and lengths must do.
struct CorpusTests {
  private static let folder = TestFolders.inProject("corpus/parallel")
  private static let isThere = FileManager.default.fileExists(atPath: folder.path)

  @Test(.enabled(if: isThere, "the corpus is not in this checkout"))
  func `beads of the corpus without a dictionary`() throws {
    var score = BeadScore()
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted() {
      let pair = Self.folder.appending(path: name)
      let beads = ParallelAligner().beads(
        chinese: try Self.segments(pair.appending(path: "zh.sentences")),
        english: try Self.segments(pair.appending(path: "en.sentences")), resources: AlignmentResources())
      score.add(gold: try Self.lines(pair.appending(path: "beads")), test: beads.map(BeadScore.written))
    }
    #expect(score.pairs > 0)
    #expect(score.f1 > 0.75, "strict F1 is \(score.f1)")
  }

  private static func lines(_ url: URL) throws -> [String] {
    String(decoding: try Data(contentsOf: url), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func segments(_ url: URL) throws -> [SegmentText] { try lines(url).map { SegmentText($0) } }
}

/// The strict measure of `tools/score-alignment`.
private struct BeadScore {
  private(set) var pairs = 0
  private var right = 0
  private var found = 0
  private var wanted = 0

  mutating func add(gold: [String], test: [String]) {
    pairs += 1
    right += Set(gold).intersection(test).count { !$0.contains("[]") }
    found += test.count
    wanted += gold.count { !$0.contains("[]") }
  }

  var f1: Double {
    let (precision, recall) = (Double(right) / Double(max(1, found)), Double(right) / Double(max(1, wanted)))
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  static func written(_ bead: Bead) -> String {
    let sides = [bead.chinese, bead.english].map { "[" + $0.map(String.init).joined(separator: ",") + "]" }
    return sides.joined(separator: ":")
  }
}
