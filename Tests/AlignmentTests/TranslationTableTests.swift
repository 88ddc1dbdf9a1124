import Testing

@testable import Alignment

/// What the words of a text may become.
struct TranslationTableTests {
  /// A dictionary some of whose senses have numbers that no stem has.
  private struct OddDictionary: TranslationSource {
    let words = SmallDictionary(["村庄": "village"])

    var stemCount: Int { words.stemCount }
    var entryCount: Int { words.entryCount }

    func forEachHeadword(
      in utf8: UnsafeBufferPointer<UInt8>, at start: Int, _ body: (_ length: Int, _ entry: Int32) -> Void
    ) {
      words.forEachHeadword(in: utf8, at: start, body)
    }

    func forEachTranslation(of entry: Int32, _ body: (_ stem: Int32, _ weight: Float) -> Void) {
      body(-1, 1)
      words.forEachTranslation(of: entry, body)
      body(Int32(stemCount), 1)
      body(.min, 1)
    }

    func entryCount(ofStem stem: Int32) -> Int { words.entryCount(ofStem: stem) }

    func forEachEntry(ofStem stem: Int32, _ body: (_ entry: Int32, _ share: Float) -> Void) {
      words.forEachEntry(ofStem: stem, body)
    }

    func stemID(ofWord word: String) -> Int32? { words.stemID(ofWord: word) }
    func stem(ofWord word: String) -> String { words.stem(ofWord: word) }
  }

  @Test func `senses without a stem are passed over`() throws {
    let dictionary = OddDictionary()
    let (chinese, english) = ([SegmentText("村庄。")], [SegmentText("The villages.")])
    let texts = ParallelAligner.tokenized(
      chinese: chinese, english: english,
      mentions: SharedMentions(chinese: chinese, english: english, source: nil), dictionary: dictionary)
    let table = TranslationTable(chinese: texts.chinese, english: texts.english, dictionary: dictionary)
    let type = Int(try #require(texts.chinese.type(of: .word("村庄"))))
    let links = table.links[table.starts[type]..<table.starts[type + 1]]
    #expect(links.map { texts.english.keys[Int($0.english)] } == [.word("village")])
  }
}
