/// The keys under which strings meet that are a slip or two apart.
///
/// What meets under a key is a candidate; ``EditDistance`` decides. Three kinds of strings have keys of their own:
/// - Chinese terms meet when both, with a character or none left out, are the same (Garbe's symmetric deletion): few
///   characters, large alphabet, so few keys and next to no wrong candidates. Terms of five to ten characters also meet
///   with two left out.
/// - English words are cut into three: of two slips one third at least is spared, and stands where it stood or one place
///   beside (the pigeonhole of Pass-Join).
/// - Readings in pinyin are cut into two: a slip spares the front or the back.
///
/// Nothing that is within the distance is missed, but words in which a pair was exchanged just where two thirds meet and
/// another slip was made in the last one.
enum NearMissKeys {
  /// What a key says something about; part of the key.
  private enum Kind: UInt8 {
    case han
    case wordFront
    case wordMiddle
    case wordBack
    case readingFront
    case readingBack
  }

  /// The lengths of what has keys, in scalars.
  private static let hanLengths = 2...16
  private static let wordLengths = 4...32
  private static let readingLengths = 4...64

  // MARK: Chinese terms

  /// The keys of a folded Chinese term, each once; the same for what is stored and for what is asked.
  static func keys(ofHan text: [UInt32]) -> [Int64] {
    guard hanLengths.contains(text.count) else { return [] }
    let hash = Hash(.han, 0)
    var keys = [hash.key(with: text[...])]
    // What stands before the one that is left out, and before the second one.
    var before = hash
    for first in text.indices {
      keys.append(before.key(with: text[(first + 1)...]))
      if hanLimit(text.count) == 2 {
        var between = before
        for second in (first + 1)..<text.count {
          keys.append(between.key(with: text[(second + 1)...]))
          between.add(text[second])
        }
      }
      before.add(text[first])
    }
    keys.sort()
    return keys.indices.filter { $0 == 0 || keys[$0] != keys[$0 - 1] }.map { keys[$0] }
  }

  /// How many slips in a Chinese text of that many characters lead to a term.
  static func hanLimit(_ count: Int) -> Int { (5...10).contains(count) ? 2 : 1 }

  // MARK: English words

  /// The keys under which an English word is stored.
  static func stored(word: [UInt32]) -> [Int64] {
    guard wordLengths.contains(word.count) else { return [] }
    let (first, second) = thirds(of: word.count)
    return [
      key(.wordFront, word.count, word[..<first]), key(.wordMiddle, word.count, word[first..<second]),
      key(.wordBack, word.count, word[second...]),
    ]
  }

  /// The key under which a word itself is stored, whatever else is; nil for one without keys.
  static func own(word: [UInt32]) -> Int64? { stored(word: word).first }

  /// How many slips in an English word of that many letters lead to another one.
  static func wordLimit(_ count: Int) -> Int { count >= 8 ? 2 : 1 }

  /// The keys under which words within ``wordLimit(_:)`` of a written one are stored.
  static func asked(word: [UInt32]) -> [Int64] {
    guard wordLengths.contains(word.count) else { return [] }
    let limit = wordLimit(word.count)
    var keys: [Int64] = []
    for length in max(wordLengths.lowerBound, word.count - limit)...(word.count + limit) {
      let (first, second) = thirds(of: length)
      if first <= word.count { keys.append(key(.wordFront, length, word[..<first])) }
      if length - second <= word.count { keys.append(key(.wordBack, length, word[(word.count - length + second)...])) }
      if limit == 1 { continue }
      for start in max(0, first - 1)...(first + 1) where start + second - first <= word.count {
        keys.append(key(.wordMiddle, length, word[start..<(start + second - first)]))
      }
    }
    return keys
  }

  private static func thirds(of count: Int) -> (first: Int, second: Int) { (count / 3, count * 2 / 3) }

  // MARK: Readings

  /// The keys under which a reading (letters alone) is stored.
  static func stored(reading: [UInt32]) -> [Int64] {
    guard readingLengths.contains(reading.count) else { return [] }
    let half = reading.count / 2
    return [
      key(.readingFront, reading.count, reading[..<half]), key(.readingBack, reading.count, reading[half...]),
    ]
  }

  /// The keys under which readings a slip away from a written one are stored, but for two letters exchanged in the
  /// middle: see ``exchangedInTheMiddle(_:)``.
  static func asked(reading: [UInt32]) -> [Int64] {
    guard readingLengths.contains(reading.count) else { return [] }
    var keys: [Int64] = []
    for length in max(readingLengths.lowerBound, reading.count - 1)...(reading.count + 1) {
      let half = length / 2
      keys.append(key(.readingFront, length, reading[..<half]))
      if length - half <= reading.count {
        keys.append(key(.readingBack, length, reading[(reading.count - length + half)...]))
      }
    }
    return keys
  }

  /// The reading with the two letters exchanged between which its halves meet.
  static func exchangedInTheMiddle(_ reading: [UInt32]) -> [UInt32] {
    guard reading.count >= 2 else { return reading }
    var result = reading
    result.swapAt(reading.count / 2 - 1, reading.count / 2)
    return result
  }

  // MARK: Hashing

  private static func key(_ kind: Kind, _ length: Int, _ text: ArraySlice<UInt32>) -> Int64 {
    Hash(kind, length).key(with: text)
  }

  /// FNV-1a over the kind, the length and the scalars, in 47 bits: SQLite keeps such a number in six bytes.
  private struct Hash {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ kind: Kind, _ length: Int) {
      mix(UInt64(kind.rawValue))
      mix(UInt64(length))
    }

    mutating func add(_ scalar: UInt32) {
      mix(UInt64(scalar & 0xFF))
      mix(UInt64(scalar >> 8))
    }

    /// The key of what came so far and this.
    func key(with rest: ArraySlice<UInt32>) -> Int64 {
      var hash = self
      for scalar in rest { hash.add(scalar) }
      var value = hash.value ^ hash.value >> 32
      value = value &* 0x9E37_79B9_7F4A_7C15
      return Int64(value >> 17)
    }

    private mutating func mix(_ part: UInt64) { value = (value ^ part) &* 0x100_0000_01B3 }
  }
}
