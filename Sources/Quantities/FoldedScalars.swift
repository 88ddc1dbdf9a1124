import TextCore

/// A Chinese text as scalars, one for each of its own: full-width forms of ASCII made plain, Traditional made Simplified.
struct FoldedScalars {
  let scalars: [UInt32]
  /// The byte offset of each scalar, and the length of the text at the end.
  let offsets: [Int32]

  init(_ utf8: [UInt8]) {
    var scalars: [UInt32] = []
    var offsets: [Int32] = []
    scalars.reserveCapacity(utf8.count / 2)
    offsets.reserveCapacity(utf8.count / 2 + 1)
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
        scalars.append(Self.folded(scalar))
        offsets.append(Int32(truncatingIfNeeded: index))
        index += length
      }
    }
    offsets.append(Int32(truncatingIfNeeded: utf8.count))
    self.scalars = scalars
    self.offsets = offsets
  }

  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0..<0x80: scalar
    case 0xFF0C, 0xFF1A: scalar  // a comma or colon of Chinese text joins no figures
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x3000, 0xA0: 0x20
    case 0xFFE5: 0xA5
    case 0x3400...0x9FFF: Folding.simplified(scalar)
    default: scalar
    }
  }

  var count: Int { scalars.count }

  /// The scalar at `index`, or 0 outside the text.
  func at(_ index: Int) -> UInt32 { index >= 0 && index < scalars.count ? scalars[index] : 0 }

  /// The byte span of a range of scalars.
  func span(_ start: Int, _ end: Int) -> TextSpan { TextSpan(Int(offsets[start]), Int(offsets[end])) }

  /// Whether `word` stands at `index`.
  func has(_ word: [UInt32], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= scalars.count else { return false }
    for position in 0..<word.count where scalars[index + position] != word[position] { return false }
    return true
  }

  /// Whether `word` ends right before `index`, at or after `floor`.
  func has(_ word: [UInt32], before index: Int, floor: Int) -> Bool {
    index - word.count >= floor && has(word, at: index - word.count)
  }
}

/// Words and what they stand for, found by longest match.
struct WordTable<Value: Sendable>: Sendable {
  private var byFirst: [UInt32: [(word: [UInt32], value: Value)]] = [:]

  /// Creates a table; each string holds words apart by spaces.
  init(_ groups: [(words: String, value: Value)]) {
    for (words, value) in groups {
      for word in words.split(separator: " ") {
        let scalars = word.unicodeScalars.map(\.value)
        byFirst[scalars[0], default: []].append((scalars, value))
      }
    }
    for key in Array(byFirst.keys) { byFirst[key]?.sort { $0.word.count > $1.word.count } }
  }

  /// Every scalar that a word begins with, in no order.
  var firstScalars: some Sequence<UInt32> { byFirst.keys }

  /// The longest word at `index` and the index after it.
  func match(in text: FoldedScalars, at index: Int) -> (value: Value, end: Int)? {
    guard let candidates = byFirst[text.at(index)] else { return nil }
    for candidate in candidates where text.has(candidate.word, at: index) {
      return (candidate.value, index + candidate.word.count)
    }
    return nil
  }

  /// The longest word that ends right before `index`, at or after `floor`, and the index where it starts.
  func match(in text: FoldedScalars, before index: Int, floor: Int, longest: Int = 4) -> (value: Value, start: Int)? {
    for length in stride(from: longest, through: 1, by: -1) where index - length >= floor {
      for candidate in byFirst[text.at(index - length)] ?? [] where candidate.word.count == length {
        if text.has(candidate.word, at: index - length) { return (candidate.value, index - length) }
      }
    }
    return nil
  }
}
