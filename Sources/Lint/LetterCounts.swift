import TextCore

/// How many letters of each kind a text has.
struct LetterCounts: Sendable {
  /// Chinese characters.
  private(set) var han = 0
  /// ASCII letters.
  private(set) var letters = 0
  /// ASCII digits.
  private(set) var digits = 0

  /// Counts in valid UTF-8.
  ///
  /// Costs one pass.
  init(_ utf8: [UInt8]) {
    utf8.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        if byte < 0x80 {
          if Characters.isLetter(byte) { letters &+= 1 } else if Characters.isDigit(byte) { digits &+= 1 }
        } else if byte >= 0xE3, UTF8Scan.scalar(in: bytes, at: index).value.isHan {
          han &+= 1
        }
      }
    }
  }
}

extension LintText {
  /// How many letters the text has; counted once.
  var letterCounts: LetterCounts { countedLetters.value { LetterCounts(utf8) } }
}
