import Lexicon
import TextCore

/// What the word list, the dictionary and the glossary say of one spelling; looked up once for a document.
final class WordFacts: Sendable {
  /// Whether the word list has the spelling, as it stands or in lower case.
  let isKnown: Bool
  /// Whether a spelling that no list knows is a word of the glossary or pinyin.
  let isName: Bool
  /// Whether a spelling is right: known, a name, or made of known words.
  let isAccepted: Bool
  /// The known word that is one slip away from an unknown spelling of six letters and more.
  let correction: String?
  /// The stem of the word among those of the dictionary's translations.
  let stem: BilingualLexicon.StemID?
  /// Whether the word denies something.
  let denial: EnglishNegation.Strength
  /// Whether the word denies, and turns around what it stands with.
  let turnsAround: Bool
  /// Which of the ``Opposites`` it says, and of which it says the opposite.
  let says: Opposites.Entries
  let contradicts: Opposites.Entries
  /// Whether it is an article, a pronoun or the like, which most sentences have.
  let isSmall: Bool
  /// Whether it says too little to be a part of a rendering word by word.
  let isCommon: Bool
  /// Whether terms of several words end in it.
  let endsTerms: Bool

  init(_ form: WordForm, _ context: LintContext) {
    let words = context.words
    isKnown = words.map { $0.contains(form.text) || $0.contains(form.key) } ?? false
    isName = !isKnown && context.acceptsUnknownWord(form)
    isAccepted = isKnown || isName || words.map { WordDerivation.isInflected(form.key, $0) } ?? false
    let mayBeSlip = !isAccepted && form.isLower && form.key.utf8.count >= 6
    correction = mayBeSlip ? words.flatMap { SpellingCorrection.form(nextTo: form.key, $0) } : nil
    stem = form.key.utf8.count >= 2 ? context.lexicon?.stemID(of: form.key) : nil
    denial = EnglishNegation.strength(of: form.key, words: words)
    turnsAround = denial == .strong && EnglishNegation.turns(form.key)
    (says, contradicts) = Opposites.entries(of: form.key)
    isSmall = form.key.utf8.count < 2 || Self.smallWords.contains(form.key)
    isCommon = Self.commonWords.contains(form.key)
    endsTerms = form.isCapitalized && !context.concepts.terms(endingIn: form.text).isEmpty
  }

  /// Words that are too common to be a part of a rendering word by word.
  private static let commonWords: Set<String> = Set(
    """
    the and for from with this that these those not but has have had was were are his her its their our your you they
    she him them who which what when where how why all any some one each every can could will would may might must
    should shall does did doing done been being than then there here into onto over under about after before between
    through during without within per via such same other another more most less least very too also only just even still yet
    now again once always never often note if use used using like
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
  private static let smallWords: Set<String> = Set(
    """
    the a an of to in and is are was were be been for on at by with from as it its this that these those he she they we
    you i his her their our your my has have had will would can could may might not no do does did or but if so than
    then there which who what when where how all any some more most other also into out up about over after before one
    two him them us me
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}

extension LintContext {
  /// What is known of each of the ``WordList/forms`` of a text.
  func facts(of text: LintText) -> [WordFacts] {
    text.facts.value {
      timer.measure("spellings") { text.vocabulary.facts(of: text.words.forms) { WordFacts($0, self) } }
    }
  }
}
