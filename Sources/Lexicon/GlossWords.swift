/// The telling words of dictionary senses.
enum GlossWords {
  /// The words of each gloss in a sense: without what stands in brackets, without Chinese, without little words where
  /// others remain.
  ///
  /// Glosses of more than six words explain rather than translate, and are left out.
  static func glosses(in sense: String) -> [[[UInt8]]] {
    let bytes = LatinLetters.plain(sense.utf8)
    if openings.contains(where: { bytes.starts(with: $0.utf8) }) { return [] }
    var glosses: [[[UInt8]]] = []
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var depth = 0
    for byte in bytes + [0x3B] {
      if depth == 0, byte &- 0x61 < 26 {
        word.append(byte)
        continue
      }
      if !word.isEmpty { words.append(word) }
      word.removeAll()
      switch byte {
      case 0x28, 0x5B: depth += 1
      case 0x29, 0x5D: depth = max(0, depth - 1)
      case 0x2C where depth == 0, 0x3B where depth == 0:
        if let gloss = telling(words) { glosses.append(gloss) }
        words.removeAll()
      default: break
      }
    }
    if depth > 0, let gloss = telling(words) { glosses.append(gloss) }
    return glosses
  }

  /// Senses that point at another entry instead of telling a meaning.
  private static let openings = [
    "cl:", "variant of", "old variant", "japanese variant", "erhua variant", "see also", "also written", "used in ",
    "also pr.", "taiwan pr.", "same as ",
  ]

  private static let little: Set<[UInt8]> = Set(
    [
      "a", "an", "the", "of", "to", "in", "on", "at", "for", "by", "with", "from", "and", "or", "as", "is", "are", "be",
      "was", "were", "it", "its", "this", "that", "one", "sb", "sth", "s", "etc", "also", "not", "up", "out", "abbr",
      "surname",
    ].map { Array($0.utf8) })

  private static func telling(_ words: [[UInt8]]) -> [[UInt8]]? {
    guard !words.isEmpty, words.count <= 6 else { return nil }
    let kept = words.filter { !little.contains($0) }
    return kept.isEmpty ? words : kept
  }
}
