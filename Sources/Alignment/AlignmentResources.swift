/// What alignment may lean on.
///
/// Every part may be missing; numbers, punctuation, Latin words and length always help.
public struct AlignmentResources: Sendable {
  /// The dictionary.
  public var dictionary: (any TranslationSource)?

  public init(dictionary: (any TranslationSource)? = nil) {
    self.dictionary = dictionary
  }
}
