/// Every rule of the house.
///
/// A test compares this list with the folder `Rules`.
public enum RuleRegistry {
  /// All rules, by id.
  public static let all: [any Rule.Type] = [
    AdditionSentence.self,
    WrongTarget.self,
    WordByWord.self,
    CapitalAfterApostrophe.self,
    CapitalRun.self,
    SameSource.self,
    ImpossibleDate.self,
    IncompleteRange.self,
    DateMismatch.self,
    DuplicateContent.self,
    DuplicateWord.self,
    JoinedWords.self,
    LineHyphen.self,
    LookAlike.self,
    LostLigature.self,
    Mojibake.self,
    OZero.self,
    SystematicSubstitution.self,
    IndefiniteArticle.self,
    ConfusedWords.self,
    DanglingCopula.self,
    InFrom.self,
    BrokenLine.self,
    NameMismatch.self,
    NameMissing.self,
    PersonMismatch.self,
    NegationMismatch.self,
    NumberAdded.self,
    NumberBound.self,
    NumberMagnitude.self,
    NumberMismatch.self,
    NumberMissing.self,
    NumberOrdinal.self,
    OrdinalMismatch.self,
    PluralMagnitude.self,
    SplitMagnitude.self,
    OmissionClause.self,
    OmissionSentence.self,
    PlaceholderMismatch.self,
    BracketUnbalanced.self,
    EndMismatch.self,
    QuoteUnbalanced.self,
    PunctuationWidth.self,
    HTMLResidue.self,
    NavigationBlock.self,
    PageFurniture.self,
    PinyinResidue.self,
    StockLink.self,
    SpacingExtra.self,
    SpacingMissing.self,
    MisspeltMonth.self,
    SpellingTypo.self,
    SpellingUnknown.self,
    StyleDate.self,
    StyleSpacing.self,
    StylePercent.self,
    StyleQuotes.self,
    StyleSerialComma.self,
    StyleSpelling.self,
    TermDeprecated.self,
    TermForbidden.self,
    TermInconsistent.self,
    TermMissing.self,
    UnitMismatch.self,
    UntranslatedFragment.self,
    UntranslatedSegment.self,
    URLMismatch.self,
  ]

  /// The rule with this id.
  public static func rule(named id: String) -> (any Rule.Type)? { all.first { $0.metadata.id == id } }

  /// The id nearest to a misspelt one, to suggest it.
  public static func nearestID(to id: String) -> String? {
    NearestName.nearest(to: id, among: all.map { $0.metadata.id })
  }
}
