import Alignment
import Glibc
import Foundation

/// Two texts, a segment a line, with the beads that a human made.
struct GoldPair {
  let name: String
  let chinese: [SegmentText]
  let english: [SegmentText]
  let gold: [Bead]
}

/// The pairs of one folder: NAME.zh, NAME.en and NAME.gold, or folders with zh.sentences, en.sentences and beads.
struct GoldSet {
  let name: String
  let pairs: [GoldPair]

  init(folder: String) {
    let url = URL(fileURLWithPath: folder)
    name = url.lastPathComponent
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    pairs = files.compactMap { file in
      let path = url.appendingPathComponent(file)
      if file.hasSuffix(".gold") {
        let stem = path.deletingPathExtension()
        return GoldPair(
          name: stem.lastPathComponent, chinese: Self.segments(stem.appendingPathExtension("zh")),
          english: Self.segments(stem.appendingPathExtension("en")), gold: Self.beads(path))
      }
      let beads = Self.beads(path.appendingPathComponent("beads"))
      if beads.isEmpty { return nil }
      return GoldPair(
        name: file, chinese: Self.segments(path.appendingPathComponent("zh.sentences")),
        english: Self.segments(path.appendingPathComponent("en.sentences")), gold: beads)
    }
  }

  private static func lines(_ url: URL) -> [String] {
    guard let data = try? Data(contentsOf: url) else { return [] }
    var lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.hasSuffix("\r") ? String($0.dropLast()) : String($0) }
  }

  private static func segments(_ url: URL) -> [SegmentText] { lines(url).map { SegmentText($0) } }

  /// The beads of a file; those whose indices do not follow each other are left out.
  private static func beads(_ url: URL) -> [Bead] {
    var position = (0, 0)
    return lines(url).compactMap { line in
      let sides = line.split(separator: ":", omittingEmptySubsequences: false)
      guard sides.count >= 2 else { return nil }
      guard let chinese = range(sides[0], &position.0), let english = range(sides[1], &position.1) else { return nil }
      return Bead(chinese: chinese, english: english)
    }
  }

  private static func range(_ text: Substring, _ position: inout Int) -> Range<Int>? {
    let indices = text.split { !$0.isNumber }.compactMap { Int($0) }.sorted()
    guard let first = indices.first, let last = indices.last else { return position..<position }
    guard last - first + 1 == indices.count else { return nil }
    position = last + 1
    return first..<(last + 1)
  }
}
