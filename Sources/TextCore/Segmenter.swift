/// Cuts a text into sentences, headings and list items.
public struct Segmenter: Hashable, Sendable {
  public let language: Language

  /// Creates a segmenter for texts in `language`.
  public init(language: Language) { self.language = language }

  /// The segments of the text, in order; spans are offsets in its bytes, without surrounding white space.
  ///
  /// A blank line ends a paragraph. Costs one pass.
  public func segments(of text: MappedText) -> [Segment] {
    text.utf8.withUnsafeBufferPointer { bytes in
      switch language {
      case .chinese: ChineseSegmentation.segments(of: bytes)
      case .english: EnglishSegmentation.segments(of: bytes)
      }
    }
  }
}
