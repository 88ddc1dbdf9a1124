import TextCore

/// Looks for what a date that does not exist must have, a day beyond the 28th in figures or the thirtieth in words, and
/// for numbers told in two magnitudes.
///
/// What it finds may be right all the same; what it passes over is.
struct EnglishOddities {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// 2 and 3, and letters in the midst of “thirtieth”, “thousand” and “million”.
  static let isTrigger: [Bool] = (0..<256).map { "23rRuUlL".utf8.contains(UInt8($0)) }

  /// Whether a sign stands at a byte that is a trigger.
  @inline(__always)
  func isSign(at index: Int) -> Bool {
    switch bytes[index] {
    case 0x32, 0x33: isLateDay(at: index)
    case 0x52, 0x72: spells("rtieth", at: index)
    case 0x55, 0x75: spells("usand", at: index) && isSecondMagnitude(at: index)
    case 0x4C, 0x6C: spells("llion", at: index) && isSecondMagnitude(at: index)
    default: false
    }
  }

  /// Whether figures from 29 to 39 begin at `index`.
  private func isLateDay(at index: Int) -> Bool {
    guard index + 1 < bytes.count, isDigit(bytes[index + 1]), bytes[index] == 0x33 || bytes[index + 1] == 0x39 else {
      return false
    }
    return !(index > 0 && isDigit(bytes[index - 1])) && !(index + 2 < bytes.count && isDigit(bytes[index + 2]))
  }

  // MARK: Magnitudes

  /// Whether the word around `index` is a magnitude, and the last word before it, its number and an “and” left out, is
  /// one too.
  private func isSecondMagnitude(at index: Int) -> Bool {
    let word = word(around: index)
    guard isMagnitude(word), var before = self.word(before: word.lowerBound) else { return false }
    if before.count == 3, spells("and", at: before.lowerBound) {
      guard let other = self.word(before: before.lowerBound) else { return false }
      before = other
    }
    return isMagnitude(before)
  }

  private func isMagnitude(_ word: Range<Int>) -> Bool {
    if case .magnitude? = EnglishVocabulary.word(bytes, word) { true } else { false }
  }

  /// The letters around an offset, not many more than a magnitude has.
  private func word(around index: Int) -> Range<Int> {
    var (start, end) = (index, index)
    while start > 0, start + 16 > index, isLetter(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, end < index + 16, isLetter(bytes[end]) { end += 1 }
    return start..<end
  }

  private func word(before index: Int) -> Range<Int>? {
    var end = index
    while end > 0, !isLetter(bytes[end - 1]) { end -= 1 }
    return end > 0 ? word(around: end - 1) : nil
  }

  // MARK: Bytes

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether the letters of a word in lower case stand at an offset, in any case.
  private func spells(_ word: StaticString, at index: Int) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount where bytes[index + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }
}
