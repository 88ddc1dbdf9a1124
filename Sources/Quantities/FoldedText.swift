import TextCore

extension ScalarText {
  /// Reads a Chinese text with full-width forms of ASCII made plain and Traditional characters made Simplified.
  init(folding utf8: [UInt8]) { self.init(utf8, each: Self.folded) }

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

  /// The scalar at `index`, or 0 outside the text.
  func at(_ index: Int) -> UInt32 { self[index] }

  /// The byte span of a range of scalars.
  func span(_ start: Int, _ end: Int) -> TextSpan { TextSpan(offset(of: start), offset(of: end)) }

  /// Whether `word` stands at `index`.
  func has(_ word: [UInt32], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for position in 0..<word.count where values[index + position] != word[position] { return false }
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
  /// A bit for each scalar that a word begins with: most scalars of a text are none, and need no look-up.
  private var firsts = [UInt64](repeating: 0, count: 1024)

  /// Creates a table; each string holds words apart by spaces.
  init(_ groups: [(words: String, value: Value)]) {
    for (words, value) in groups {
      for word in words.split(separator: " ") {
        let scalars = word.unicodeScalars.map(\.value)
        byFirst[scalars[0], default: []].append((scalars, value))
        firsts[Int(scalars[0] >> 6 & 0x3FF)] |= 1 << UInt64(scalars[0] & 0x3F)
      }
    }
    for key in Array(byFirst.keys) { byFirst[key]?.sort { $0.word.count > $1.word.count } }
  }

  /// Every scalar that a word begins with, in no order.
  var firstScalars: some Sequence<UInt32> { byFirst.keys }

  private func mayBegin(_ scalar: UInt32) -> Bool {
    firsts[Int(scalar >> 6 & 0x3FF)] & 1 << UInt64(scalar & 0x3F) != 0
  }

  /// The longest word at `index` and the index after it.
  func match(in text: ScalarText, at index: Int) -> (value: Value, end: Int)? {
    guard mayBegin(text.at(index)), let candidates = byFirst[text.at(index)] else { return nil }
    for candidate in candidates where text.has(candidate.word, at: index) {
      return (candidate.value, index + candidate.word.count)
    }
    return nil
  }

  /// The longest word that ends right before `index`, at or after `floor`, and the index where it starts.
  func match(in text: ScalarText, before index: Int, floor: Int, longest: Int = 4) -> (value: Value, start: Int)? {
    for length in stride(from: longest, through: 1, by: -1) where index - length >= floor {
      guard mayBegin(text.at(index - length)) else { continue }
      for candidate in byFirst[text.at(index - length)] ?? [] where candidate.word.count == length {
        if text.has(candidate.word, at: index - length) { return (candidate.value, index - length) }
      }
    }
    return nil
  }
}
