/// What words cost on a way through a text.
///
/// CC-CEDICT has no word frequencies; how many headwords a word is part of stands in for them. `国家` is part of
/// hundreds, `家的` of none, so `国家|的` is cheaper than `国|家的`.
enum SegmentationCost {
  /// A character, Latin word or number that is not in the lexicon.
  static let unknown = 140
  private static let word = 100
  private static let single = 120
  private static let name = 5

  /// The costs of headwords, which must be sorted and unique.
  static func costs(of headwords: [[UInt8]], isName: [Bool]) -> [UInt8] {
    var uses = [Int](repeating: 0, count: headwords.count)
    let blob = DoubleArrayTrie.compiled(from: headwords.enumerated().map { ($1, Int32($0)) })
    guard let trie = try? DoubleArrayTrie(store: ByteStore(copying: blob)) else { return [] }
    for headword in headwords {
      headword.withUnsafeBufferPointer { bytes in
        for start in bytes.indices where bytes[start] & 0xC0 != 0x80 {
          trie.forEachMatch(in: bytes, at: start) { length, index in
            if length < bytes.count { uses[Int(index)] += 1 }
          }
        }
      }
    }
    return headwords.indices.map { index in
      let isSingle = headwords[index].count { $0 & 0xC0 != 0x80 } == 1
      let doublings = min(8, Int.bitWidth - (uses[index] + 1).leadingZeroBitCount - 1)
      return UInt8((isSingle ? single - doublings : word - 2 * doublings) + (isName[index] ? name : 0))
    }
  }
}
