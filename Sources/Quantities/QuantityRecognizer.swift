import TextCore

/// Finds the numbers, quantities, dates and times of a text in one language.
///
/// ```swift
/// let mentions = QuantityRecognizer(language: .chinese).mentions(in: Array("同比增长39.5%".utf8))
/// ```
public struct QuantityRecognizer: Hashable, Sendable {
  public let language: Language

  /// Creates a recognizer of the numerals, units and calendar words of `language`.
  public init(language: Language) { self.language = language }

  /// The mentions in valid UTF-8, sorted, none overlapping another; spans are offsets in `utf8`.
  ///
  /// Costs one pass over the text, whatever it holds.
  public func mentions(in utf8: [UInt8]) -> [Mention] {
    guard utf8.count > Self.stretch else { return mentionsOfStretch(utf8) }
    // A long text is read a stretch at a time, which keeps what is read in the cache.
    var result: [Mention] = []
    var start = 0
    while start < utf8.count {
      let end = Self.endOfStretch(from: start, in: utf8)
      for mention in mentionsOfStretch(Array(utf8[start..<end])) { result.append(mention.shifted(by: start)) }
      start = end
    }
    return result
  }

  /// The mentions in a text; spans are offsets in its bytes.
  public func mentions(in text: MappedText) -> [Mention] { mentions(in: text.utf8) }

  private func mentionsOfStretch(_ utf8: [UInt8]) -> [Mention] {
    switch language {
    case .chinese:
      var scanner = ChineseScanner(utf8)
      return scanner.scan()
    case .english:
      var scanner = EnglishScanner(utf8)
      return scanner.scan()
    }
  }

  /// How many bytes are read at a time, at least.
  private static let stretch = 1 << 16

  /// The first line end, after a stretch, that no mention can cross: behind a word and a stop, or before a blank line.
  private static func endOfStretch(from start: Int, in utf8: [UInt8]) -> Int {
    var index = start + stretch
    while index < utf8.count {
      if utf8[index] == 0x0A, isSafe(at: index, in: utf8) { return index + 1 }
      index += 1
    }
    return utf8.count
  }

  private static func isSafe(at lineEnd: Int, in utf8: [UInt8]) -> Bool {
    if utf8[lineEnd - 1] == 0x0A { return true }
    let before = utf8[(lineEnd - 6)..<lineEnd]
    if before.suffix(3).elementsEqual([0xE3, 0x80, 0x82]) { return true }  // 。
    return before.last == 0x2E && before.dropLast().allSatisfy { (0x61...0x7A).contains($0) }
  }
}
