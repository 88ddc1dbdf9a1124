import TextCore

/// The texts of all terms with the keys they are stored under: what the blocks of near misses are made of.
struct NearMissPairs {
  /// All texts one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var pairs: [(key: Int64, text: Int32)] = []
  private var words: Set<[UInt8]> = []

  /// Adds a folded Chinese term.
  mutating func add(han folded: UnsafeBufferPointer<UInt8>) {
    add(folded, under: NearMissKeys.keys(ofHan: Self.scalars(of: folded)))
  }

  /// Adds the words of a folded English term that did not come before.
  mutating func add(english folded: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0...folded.count {
      if index < folded.count {
        guard folded[index] < 0x80 else { return addWords(of: folded) }
        if UInt32(folded[index]).isASCIILetter || UInt32(folded[index]).isASCIIDigit { continue }
      }
      if index > start { add(word: Array(folded[start..<index])) }
      start = index + 1
    }
  }

  /// The same for a term with letters beyond ASCII; a word that came already is passed over.
  private mutating func addWords(of folded: UnsafeBufferPointer<UInt8>) {
    for word in EnglishWords.words(of: String(decoding: folded, as: UTF8.self)) { add(word: Array(word.utf8)) }
  }

  private mutating func add(word: [UInt8]) {
    guard words.insert(word).inserted else { return }
    word.withUnsafeBufferPointer { add($0, under: NearMissKeys.stored(word: Self.scalars(of: $0))) }
  }

  /// Adds the reading of a term, letters alone.
  mutating func add(reading: UnsafeBufferPointer<UInt8>) {
    add(reading, under: NearMissKeys.stored(reading: Self.scalars(of: reading)))
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, under keys: [Int64]) {
    if keys.isEmpty { return }
    for key in keys { pairs.append((key, Int32(truncatingIfNeeded: ends.count))) }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  private static func scalars(of text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
  }

  /// Calls `body` with each block and its first key, in rising order.
  mutating func forEachBlock(_ body: (_ first: Int64, _ block: [UInt8]) throws -> Void) rethrows {
    pairs.sort { ($0.key, $0.text) < ($1.key, $1.text) }
    var builder = NearMissBlock.Builder()
    for (key, text) in pairs {
      if builder.isFull(before: key), let first = builder.first { try body(first, builder.finish()) }
      let index = Int(text)
      builder.add(key, bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
    }
    if let first = builder.first { try body(first, builder.finish()) }
  }
}
