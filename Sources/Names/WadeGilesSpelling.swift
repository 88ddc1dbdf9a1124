import Lexicon

/// The Wade-Giles spelling of syllables, as names have it: without apostrophes and diacritics.
public enum WadeGilesSpelling {
  /// The spelling in lower case: `tsai` for `cài`.
  public static func text(of syllable: PinyinSyllable) -> String { WadeGiles.spelling(of: syllable) }
}
