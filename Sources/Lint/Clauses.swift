import TextCore

/// Stretches of a text between commas, stops and the like.
enum Clauses {
  /// The clauses of a Chinese text, without the marks; with `listed`, 、 ends one too.
  static func chinese(_ text: LintText, listed: Bool = false) -> [TextSpan] {
    cut(text) { index in
      let (scalar, length) = UTF8Scan.scalar(in: text.utf8, at: index)
      switch scalar {
      case 0x0A, 0x0D, 0x3002, 0xFF01, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F: return (length, true)  // 。！，：；？
      case 0x3001: return (length, listed)
      default: return (length, false)
      }
    }
  }

  /// The clauses of an English text, which end with “and”, “but”, “while” too.
  static func english(_ text: LintText) -> [TextSpan] {
    cut(text) { index in
      switch text.byte(at: index) {
      case 0x0A, 0x3B: return (1, true)
      // No comma and no point between figures.
      case 0x2C, 0x2E, 0x3A: return (1, !Characters.isDigit(text.byte(at: index + 1)))
      case 0x20:
        for word in [" and ", " but ", " while ", " with "] where text.hasASCII(word, at: index) {
          return (word.utf8.count - 1, true)
        }
        return (1, false)
      default: return (max(1, text.length(at: index)), false)
      }
    }
  }

  private static func cut(_ text: LintText, _ step: (Int) -> (length: Int, isEnd: Bool)) -> [TextSpan] {
    var result: [TextSpan] = []
    var (start, index) = (0, 0)
    while index < text.utf8.count {
      let (length, isEnd) = step(index)
      if isEnd {
        if start < index { result.append(TextSpan(start, index)) }
        start = index + length
      }
      index += length
    }
    if start < index { result.append(TextSpan(start, index)) }
    return result
  }
}
