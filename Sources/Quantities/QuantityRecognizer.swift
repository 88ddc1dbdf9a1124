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
    switch language {
    case .chinese:
      var scanner = ChineseScanner(utf8)
      return scanner.scan()
    case .english:
      var scanner = EnglishScanner(utf8)
      return scanner.scan()
    }
  }

  /// The mentions in a text; spans are offsets in its bytes.
  public func mentions(in text: MappedText) -> [Mention] { mentions(in: text.utf8) }
}
