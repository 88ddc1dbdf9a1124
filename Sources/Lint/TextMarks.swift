import TextCore

/// Where a text has the marks that rules look at: found in one pass, so that no rule reads the whole text for a few of
/// them.
struct TextMarks: Sendable {
  /// Round, square, curly, and the brackets of Chinese, of both widths.
  private(set) var brackets: [Int] = []
  /// Double quotation marks, straight and curly, of both widths.
  private(set) var quotes: [Int] = []
  /// In English text, commas, stops, signs of question and the like, and round brackets, with a letter or Chinese right
  /// behind them.
  private(set) var tight: [Int] = []
  /// Spaces before another space, a comma or a semicolon.
  private(set) var gaps: [Int] = []
  /// The second figures of 020.
  private(set) var zeros: [Int] = []
  /// What shows an address: `@`, `://` and `www.`.
  private(set) var addressSigns: [Int] = []
  /// In English text, everything from U+3000 on: Chinese, and marks of full width.
  private(set) var wide: [Int] = []
  /// In Chinese text, ASCII commas, stops and the like behind what is no ASCII, or at the start of a line.
  private(set) var narrow: [Int] = []

  /// Looks at each byte of valid UTF-8 once.
  init(_ utf8: [UInt8], language: Language) {
    let isChinese = language == .chinese
    (isChinese ? Self.bytesOfMarks.chinese : Self.bytesOfMarks.english).withUnsafeBufferPointer { isMark in
      utf8.withUnsafeBufferPointer { bytes in
        for index in bytes.indices where isMark[Int(bytes[index])] { read(index, in: bytes, isChinese: isChinese) }
      }
    }
  }

  /// The bytes that marks begin with; nearly all others are of letters.
  private static let bytesOfMarks: (chinese: [Bool], english: [Bool]) = {
    let ascii = Set("()[]{}\" 2@Ww:!,.;?".utf8)
    func table(_ isMark: (UInt8) -> Bool) -> [Bool] { (UInt8.min...UInt8.max).map { ascii.contains($0) || isMark($0) } }
    return (table { [0xE2, 0xE3, 0xEF].contains($0) }, table { $0 >= 0xE2 && $0 <= 0xF4 })
  }()

  @inline(__always)
  private mutating func read(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>, isChinese: Bool) {
    switch bytes[index] {
    case 0x28, 0x29:
      brackets.append(index)
      if !isChinese, Self.isTight(bytes, index) { tight.append(index) }
    case 0x5B, 0x5D, 0x7B, 0x7D: brackets.append(index)
    case 0x22: quotes.append(index)
    case 0x20: if Self.isGap(bytes, index) { gaps.append(index) }
    case 0x32: if Self.isZero(bytes, index) { zeros.append(index) }
    case 0x40: addressSigns.append(index)
    case 0x57, 0x77: if Self.isWeb(bytes, index) { addressSigns.append(index) }
    case 0x3A:
      if Self.isScheme(bytes, index) { addressSigns.append(index) }
      if isChinese, Self.isNarrow(bytes, index) { narrow.append(index) }
    case 0x21, 0x2C, 0x2E, 0x3B, 0x3F:
      if isChinese {
        if Self.isNarrow(bytes, index) { narrow.append(index) }
      } else if Self.isTight(bytes, index) {
        tight.append(index)
      }
    case 0xE2: if Self.isCurly(bytes, index) { quotes.append(index) }
    case 0xE3, 0xEF:
      if Self.isWideBracket(bytes, index) {
        brackets.append(index)
      } else if bytes[index] == 0xEF, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x82 {
        quotes.append(index)
      }
      if !isChinese { wide.append(index) }
    case 0xE4...0xF4: if !isChinese { wide.append(index) }
    default: break
    }
  }

  /// Those of the sorted places that lie in each of the sorted spans.
  static func places(_ places: [Int], in spans: [TextSpan]) -> [ArraySlice<Int>] {
    var next = 0
    return spans.map { span in
      while next < places.count, places[next] < span.start { next += 1 }
      let first = next
      while next < places.count, places[next] < span.end { next += 1 }
      return places[first..<next]
    }
  }

  private static func byte(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    bytes.indices.contains(index) ? bytes[index] : 0
  }

  private static func isTight(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let next = byte(bytes, index + 1)
    return Characters.isLetter(next) || next >= 0x80
  }

  private static func isGap(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let next = byte(bytes, index + 1)
    return next == 0x20 || next == 0x2C || next == 0x3B
  }

  private static func isZero(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    byte(bytes, index - 1) == 0x30 && byte(bytes, index + 1) == 0x30
  }

  private static func isScheme(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    byte(bytes, index + 1) == 0x2F && byte(bytes, index + 2) == 0x2F
  }

  private static func isWeb(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    byte(bytes, index + 1) | 0x20 == 0x77 && byte(bytes, index + 2) | 0x20 == 0x77 && byte(bytes, index + 3) == 0x2E
      && !Characters.isLetter(byte(bytes, index - 1))
  }

  private static func isNarrow(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let before = byte(bytes, index - 1)
    return before >= 0x80 || before == 0x0A || before == 0x0D
  }

  /// Whether U+201C or U+201D begins here.
  private static func isCurly(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0x9C
  }

  /// Whether U+300A to U+3011 or a round or square bracket of full width begins here.
  private static func isWideBracket(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let (second, third) = (bytes[index + 1], bytes[index + 2])
    if bytes[index] == 0xE3 { return second == 0x80 && (0x8A...0x91).contains(third) }
    return second == 0xBC && (third & 0xFE == 0x88 || third == 0xBB || third == 0xBD)
  }
}
