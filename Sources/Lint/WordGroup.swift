/// Words that one rule looks for, told by their spelling alone.
///
/// Each spelling is judged once for a document, so that a rule whose words a text does not have costs nothing.
enum WordGroup: UInt32, CaseIterable, Sendable {
  case apostropheEnding, article, cardinal, confusable, confusableAlone, confusableSecond, copula, countedNoun, inWord
  case magnitude, month, nearCalendar, sentenceWord, tautology

  /// Whether a spelling belongs to the group.
  fileprivate func has(_ form: WordForm) -> Bool {
    switch self {
    case .apostropheEnding: CapitalAfterApostrophe.isEnding(form)
    case .article: IndefiniteArticle.isArticle(form)
    case .cardinal: OrdinalMismatch.isCardinal(form)
    case .confusable: Confusion.byHead[form.key] != nil
    case .confusableAlone: Confusion.isAlone(form)
    case .confusableSecond: Confusion.isSecond(form)
    case .copula: DanglingCopula.isCopula(form)
    case .countedNoun: NumberOrdinal.isCounted(form)
    case .inWord: form.key == "in"
    case .magnitude: PluralMagnitude.isPlural(form)
    case .month: IncompleteRange.isMonth(form)
    case .nearCalendar: MisspeltMonth.name(near: form) != nil
    case .sentenceWord: CapitalRun.isSmallWord(form)
    case .tautology: DuplicateContent.isAdjective(form)
    }
  }
}

/// The groups that a spelling belongs to.
struct WordGroups: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ group: WordGroup) { rawValue = 1 << group.rawValue }

  init(of form: WordForm) {
    self = []
    for group in WordGroup.allCases where group.has(form) { insert(WordGroups(group)) }
  }
}
