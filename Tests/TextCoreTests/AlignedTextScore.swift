import Foundation
import TestSupport
import Testing
import TextCore

/// Hand-aligned texts, one segment a line, joined to running text: which ends of lines are found again.
///
/// Lines that end without a stop cannot be told apart once joined, and are not asked for. Lines that hold two sentences
/// make the precision look lower than it is.
@Suite struct AlignedTextScore {
  @Test(
    .enabled(if: TestFolders.inEvaluation("eval/align") != nil, "no evaluation data beside the checkout"),
    arguments: [("aca", 0.98), ("mag", 0.98), ("champ", 0.98), ("mac-dev", 0.98)], Language.allCases)
  func `ends of sentences in aligned texts`(_ set: (name: String, floor: Double), _ language: Language) throws {
    let folder = try #require(TestFolders.inEvaluation("eval/align/\(set.name)"))
    var (hits, extra, lost) = (0, 0, 0)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where file.hasSuffix(".\(language.rawValue)") {
      let lines = String(decoding: try Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
        .split(separator: "\n").map { String($0).trimming() }.filter { !$0.isEmpty }
      let text = MappedText(lines.joined(separator: language.segmentSeparator))
      let found = Set(Segmenter(language: language).segments(of: text).dropLast().map(\.span.end))
      var ends: Set<Int> = []
      var position = 0
      for line in lines.dropLast() {
        position += line.utf8.count
        ends.insert(position)
        if !found.contains(position), endsWithStop(line) { lost += 1 }
        position += language.segmentSeparator.utf8.count
      }
      hits += found.intersection(ends).count
      extra += found.subtracting(ends).count
    }
    let score = 2 * Double(hits) / Double(2 * hits + extra + lost)
    print("sentences, \(set.name) \(language.rawValue): F1 \(score)")
    #expect(score >= set.floor)
  }

  private func endsWithStop(_ line: String) -> Bool {
    let closers = "”’」』）)]\"' 】》—"
    return line.last { !closers.contains($0) }.map { "。！？…!?.".contains($0) } ?? false
  }
}
