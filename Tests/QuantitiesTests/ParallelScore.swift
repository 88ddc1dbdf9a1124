import Foundation
import Quantities
import TextCore

/// How many of the numbers and dates of parallel sentences their translations hold.
struct ParallelScore {
  /// The share of the English ones that the Chinese side holds.
  let english: Double
  /// The share of the Chinese ones that the English side holds.
  let chinese: Double

  private struct Document: Decodable {
    var lang: String
    var doc: String
    var sents: [String]
  }

  /// Reads documents, one a line of JSON, the two sides of one `doc` with equally many sentences.
  init(of url: URL) throws {
    var sides: [String: [String: [String]]] = [:]
    for line in try Data(contentsOf: url).split(separator: 0x0A) {
      let document = try JSONDecoder().decode(Document.self, from: Data(line))
      sides[document.doc, default: [:]][document.lang] = document.sents
    }
    var (asked, held) = ([0, 0], [0, 0])
    for (_, side) in sides {
      guard let source = side["zh"], let target = side["en"], source.count == target.count else { continue }
      for (chinese, english) in zip(source, target) {
        let mentions = [
          QuantityRecognizer(language: .chinese).mentions(in: Array(chinese.utf8)),
          QuantityRecognizer(language: .english).mentions(in: Array(english.utf8)),
        ]
        let pairing = MentionPairing(source: mentions[0], target: mentions[1])
        for (index, open) in [pairing.missing.count, pairing.added.count].enumerated() {
          let count = mentions[index].count { !$0.isWeak }
          asked[index] += count
          held[index] += count - open
        }
      }
    }
    chinese = Double(held[0]) / Double(max(asked[0], 1))
    english = Double(held[1]) / Double(max(asked[1], 1))
  }
}
