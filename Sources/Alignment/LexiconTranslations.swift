import Lexicon

extension BilingualLexicon: TranslationSource {
  public var entryCount: Int { count }

  public func forEachHeadword(
    in utf8: UnsafeBufferPointer<UInt8>, at start: Int, _ body: (_ length: Int, _ entry: Int32) -> Void
  ) {
    forEachMatch(in: utf8, at: start, body)
  }

  public func forEachTranslation(of entry: Int32, _ body: (_ stem: Int32, _ weight: Float) -> Void) {
    forEachSense(of: entry, body)
  }

  public func entryCount(ofStem stem: Int32) -> Int { entryCount(of: stem) }

  public func forEachEntry(ofStem stem: Int32, _ body: (_ entry: Int32, _ share: Float) -> Void) {
    forEachEntry(of: stem, body)
  }

  public func stemID(ofWord word: String) -> Int32? { stemID(of: word) }

  public func stem(ofWord word: String) -> String { EnglishStemmer.stem(word) }

  public func numberedStem(ofWord word: String) -> (stem: String, number: Int32?) {
    // A letter with a mark is looked up without it.
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return (stem(ofWord: word), stemID(ofWord: word)) }
    let stem = EnglishStemmer.stem(utf8: word.utf8)
    return (String(decoding: stem, as: UTF8.self), stemID(ofPlain: Array(word.utf8), stem: stem))
  }
}
