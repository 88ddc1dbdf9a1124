import TextCore
import Testing

@testable import Alignment

/// What a dictionary says by way of the synonyms of its words.
struct RelatedWordsTests {
  /// The English words that a Chinese word is linked to, with t(e|z).
  private func links(
    _ chinese: String, _ english: String, _ dictionary: SmallDictionary
  ) -> [String: [String: Float]] {
    let texts = ParallelAligner.tokenized(
      chinese: [SegmentText(chinese)], english: [SegmentText(english)],
      mentions: SharedMentions(chinese: [SegmentText(chinese)], english: [SegmentText(english)], source: nil),
      dictionary: dictionary)
    let table = TranslationTable(chinese: texts.chinese, english: texts.english, dictionary: dictionary)
    let links = RelatedWords(dictionary: dictionary).links(chinese: texts.chinese, english: texts.english, table: table)
    var result: [String: [String: Float]] = [:]
    for (type, links) in links.enumerated() where !links.isEmpty {
      guard case .word(let word) = texts.chinese.keys[type] else { continue }
      for link in links {
        guard case .word(let other) = texts.english.keys[Int(link.english)] else { continue }
        result[word, default: [:]][other] = link.forward
      }
    }
    return result
  }

  @Test func `words that share a headword with a translation are linked`() {
    // 房屋 is a house; 住宅 is a house or a dwelling, so that 房屋 may be a dwelling too.
    let dictionary = SmallDictionary(["房屋": "house", "住宅": "house dwelling", "月亮": "moon"])
    #expect(links("房屋", "dwelling", dictionary) == ["房屋": ["dwelling": 0.25]])
    #expect(links("房屋", "house", dictionary).isEmpty)
    #expect(links("房屋", "moon", dictionary).isEmpty)
    #expect(links("月亮", "house dwelling", dictionary).isEmpty)
  }

  @Test func `words of too many senses lead nowhere`() {
    var entries = (0..<61).map { ("词\(Character(UnicodeScalar(0x4E00 + 7 * $0)!))", "thing") }
    entries.append(("东西", "thing object"))
    func dictionary(_ count: Int) -> SmallDictionary { SmallDictionary(Array(entries.suffix(count))) }
    #expect(links(entries[60].0, "object", dictionary(60)).count == 1)
    #expect(links(entries[60].0, "object", dictionary(61)).isEmpty)
  }
}
