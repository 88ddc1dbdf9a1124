/// Punctuation that says something about the sentence it stands in, and that both languages use alike.
enum PunctuationMark: UInt8, Hashable, Sendable {
  case question, exclamation, openQuote, closeQuote, colon, semicolon, dash, ellipsis, openBracket, bookTitle, percent

  /// The mark that a Chinese text writes with this scalar.
  init?(chinese scalar: UInt32) {
    switch scalar {
    case 0x300C, 0x300E: self = .openQuote
    case 0x300D, 0x300F: self = .closeQuote
    case 0x300A: self = .bookTitle
    default: self.init(english: scalar)
    }
  }

  /// The mark that an English text writes with this scalar.
  ///
  /// Straight quotes are left to the tokenizer.
  init?(english scalar: UInt32) {
    switch scalar {
    case 0x3F, 0xFF1F: self = .question
    case 0x21, 0xFF01: self = .exclamation
    case 0x201C: self = .openQuote
    case 0x201D: self = .closeQuote
    case 0x3A, 0xFF1A: self = .colon
    case 0x3B, 0xFF1B: self = .semicolon
    case 0x2014: self = .dash
    case 0x2026: self = .ellipsis
    case 0x28, 0xFF08: self = .openBracket
    case 0x25, 0xFF05: self = .percent
    default: return nil
    }
  }
}
