import Alignment

/// Where the words of a bead's evidence stand in a text, so that both sides can show them in one colour.
struct EvidenceMarks {
  /// A stretch of the text and the evidence it belongs to, or nil for text between.
  struct Piece {
    let text: String
    let evidence: Int?
  }

  /// The evidence worth showing: each thing once, and nothing that a longer piece of evidence already says.
  static func telling(_ evidence: [Evidence]) -> [Evidence] {
    let words = evidence.map {
      (chinese: Array($0.chinese.lowercased().utf8), english: Array($0.english.lowercased().utf8))
    }
    return evidence.indices.filter { index in
      !evidence.indices.contains { other in
        guard other != index, isPart(words[index].chinese, of: words[other].chinese),
          isPart(words[index].english, of: words[other].english)
        else { return false }
        let isSame =
          evidence[index].chinese == evidence[other].chinese && words[index].english == words[other].english
        return !isSame || other < index
      }
    }.map { evidence[$0] }
  }

  private static func isPart(_ part: [UInt8], of whole: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { start in
      whole[start] == first && whole[start..<(start + part.count)].elementsEqual(part)
    }
  }

  /// Cuts a text at the words of the evidence: the longest words are placed first, and what would overlap is left.
  static func pieces(of text: String, words: [String]) -> [Piece] {
    let bytes = Array(text.utf8)
    let lower = Array(text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
    var places: [(range: Range<Int>, evidence: Int)] = []
    let longestFirst = words.enumerated().sorted {
      ($1.element.utf8.count, $0.offset) < ($0.element.utf8.count, $1.offset)
    }
    for (index, word) in longestFirst {
      let key = word.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      guard !key.isEmpty else { continue }
      if let range = occurrences(of: key, in: lower).first(where: { range in
        !places.contains { $0.range.overlaps(range) }
      }) {
        places.append((range, index))
      }
    }
    places.sort { $0.range.lowerBound < $1.range.lowerBound }
    var result: [Piece] = []
    var position = 0
    for place in places {
      if place.range.lowerBound > position {
        result.append(
          Piece(text: String(decoding: bytes[position..<place.range.lowerBound], as: UTF8.self), evidence: nil))
      }
      result.append(Piece(text: String(decoding: bytes[place.range], as: UTF8.self), evidence: place.evidence))
      position = place.range.upperBound
    }
    if position < bytes.count {
      result.append(Piece(text: String(decoding: bytes[position...], as: UTF8.self), evidence: nil))
    }
    return result
  }

  /// Where a word occurs: for a Latin word only between letters' ends, first whole words.
  private static func occurrences(of key: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard key.count <= text.count else { return [] }
    var result: [Range<Int>] = []
    for start in 0...(text.count - key.count)
    where text[start] == key[0] && text[start..<(start + key.count)].elementsEqual(key) {
      let before = start > 0 ? text[start - 1] : 0x20
      if isLetter(key[0]), isLetter(before) { continue }
      if isDigit(key[0]), isDigit(before) || before == 0x2E { continue }
      var end = start + key.count
      // A stem stands for its whole word.
      if isLetter(key[key.count - 1]) { while end < text.count, isLetter(text[end]) { end += 1 } }
      result.append(start..<end)
    }
    return result
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
