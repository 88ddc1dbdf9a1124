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
    guard utf8.count > Self.stretch else { return utf8.withUnsafeBufferPointer(mentionsOfStretch) }
    var result: [Mention] = []
    forEachMention(in: utf8) { result.append($0) }
    return result
  }

  /// Calls `body` with each mention, in order.
  ///
  /// A long text is read a stretch at a time, which keeps what is read in the cache.
  public func forEachMention(in utf8: [UInt8], _ body: (_ mention: Mention) -> Void) {
    utf8.withUnsafeBufferPointer { forEachMention(in: $0, body) }
  }

  func forEachMention(in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ mention: Mention) -> Void) {
    var start = 0
    while start < bytes.count {
      let end = Self.endOfStretch(from: start, in: bytes)
      for mention in mentionsOfStretch(UnsafeBufferPointer(rebasing: bytes[start..<end])) {
        body(start == 0 ? mention : mention.shifted(by: start))
      }
      start = end
    }
  }

  /// The mentions in a text; spans are offsets in its bytes.
  public func mentions(in text: MappedText) -> [Mention] { mentions(in: text.utf8) }

  private func mentionsOfStretch(_ utf8: UnsafeBufferPointer<UInt8>) -> [Mention] {
    switch language {
    case .chinese: ChineseScanner.mentions(in: utf8)
    case .english: EnglishScanner.mentions(in: utf8)
    }
  }

  /// How many bytes are read at a time, at least.
  private static let stretch = 1 << 16

  /// The first place behind a stretch that no mention can cross: behind a sentence, or before a blank line.
  ///
  /// Where none comes for a long time, as in a text without sentences, the next end of a line or word; at the last, of a
  /// character, so that the memory needed does not grow with the line.
  private static func endOfStretch(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes.count - start <= stretch { return bytes.count }
    var index = start + stretch
    let last = min(bytes.count, start + 16 * stretch)
    while index < last {
      if isSafe(at: index, in: bytes) { return index }
      index += 1
    }
    let end = min(bytes.count, start + 32 * stretch)
    while index < end, !isBreak(bytes[index - 1]) { index += 1 }
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  /// So many bytes before a place ``isSafe(at:in:)`` looks at.
  static let leastContext = 8

  /// Whether no mention can cross a place: behind a sentence, or before a blank line.
  static func isSafe(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[index - 1] {
    case 0x82: return bytes[index - 2] == 0x80 && bytes[index - 3] == 0xE3  // 。
    case 0x0A: return bytes[index - 2] == 0x0A || isWordAndStop(before: index - 1, in: bytes)
    case 0x20: return bytes[index] &- 0x41 < 26 && isWordAndStop(before: index - 1, in: bytes)
    default: return false
    }
  }

  /// Whether a word of lower-case letters and a full stop end before `index`: no abbreviation is that long.
  private static func isWordAndStop(before index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[index - 1] == 0x2E else { return false }
    for position in index - 6..<index - 1 where bytes[position] &- 0x61 >= 26 { return false }
    return true
  }

  /// Whether a word or a line can end behind the byte.
  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
