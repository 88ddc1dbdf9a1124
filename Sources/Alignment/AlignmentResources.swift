/// What alignment may lean on.
///
/// Every part may be missing; numbers, punctuation, Latin words and length always help.
public struct AlignmentResources: Sendable {
  /// The dictionary.
  public var dictionary: (any TranslationSource)?
  /// The glossary's terms, names, quantities and dates.
  public var mentions: (any MentionSource)?

  public init(dictionary: (any TranslationSource)? = nil, mentions: (any MentionSource)? = nil) {
    self.dictionary = dictionary
    self.mentions = mentions
  }
}
