import TextCore

/// A place in a text where terms stand that have one folded form.
///
/// `TermRecognizer.matches(at:in:)` tells the terms.
public struct TermOccurrence: Hashable, Sendable {
  /// The bytes in the text that was searched.
  public let span: TextSpan
  /// The number of the folded form among those of the recogniser.
  public let key: Int
  /// Whether folding has changed what the text writes.
  let isFolded: Bool
  /// Whether no word goes on at either end.
  let isBounded: Bool
}
