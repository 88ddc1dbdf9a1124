/// A Chinese-English dictionary as the aligner sees it: headwords that begin at a place in the text, and the English
/// stems they may become.
///
/// The names are kept apart from ``BilingualLexicon`` so that a few invented words do for a test.
public protocol TranslationSource: Sendable {
  /// One past the greatest stem number.
  var stemCount: Int { get }

  /// One past the greatest entry number.
  var entryCount: Int { get }

  /// Calls `body` with the length in bytes and the number of every headword that begins at `start`, shortest first.
  ///
  /// The text is Simplified.
  func forEachHeadword(
    in utf8: UnsafeBufferPointer<UInt8>, at start: Int, _ body: (_ length: Int, _ entry: Int32) -> Void)

  /// Calls `body` with every English stem of an entry and its weight; 1 is a whole sense.
  func forEachTranslation(of entry: Int32, _ body: (_ stem: Int32, _ weight: Float) -> Void)

  /// How many entries have a stem.
  func entryCount(ofStem stem: Int32) -> Int

  /// Calls `body` with every entry that has a stem, in order, and the share of the stem in the weights of the entry, which
  /// count as 1 at least.
  func forEachEntry(ofStem stem: Int32, _ body: (_ entry: Int32, _ share: Float) -> Void)

  /// The number of an English word's stem, or nil where no entry has it.
  ///
  /// The word is in lower case.
  func stemID(ofWord word: String) -> Int32?

  /// The stem of an English word in lower case.
  func stem(ofWord word: String) -> String

  /// The stem of an English word in lower case, with its number: what the two others say.
  func numberedStem(ofWord word: String) -> (stem: String, number: Int32?)
}

extension TranslationSource {
  public func numberedStem(ofWord word: String) -> (stem: String, number: Int32?) {
    (stem(ofWord: word), stemID(ofWord: word))
  }
}
