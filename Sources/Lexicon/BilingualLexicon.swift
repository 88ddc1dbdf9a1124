import TextCore

/// What Chinese words mean, as weighted English stems: the dictionary as an aligner wants it.
///
/// Compiled from CC-CEDICT. Headwords are folded and Simplified; entries of one headword are one entry. Opening costs
/// nothing; the data are read where they lie.
public struct BilingualLexicon: Sendable {
  static let kind = "lexicon"
  static let version: UInt32 = 2

  /// A Chinese word.
  public typealias EntryID = Int32
  /// An English stem.
  public typealias StemID = Int32

  /// One English stem that a Chinese word may stand for.
  public struct Sense: Hashable, Sendable {
    public let stem: StemID
    /// In how many glosses the stem occurs, a gloss of n words giving each 1/n: `clean up` gives 0.5 to both.
    public let weight: Float
  }

  @usableFromInline let headwords: DoubleArrayTrie
  private let headwordTexts: StoredLists<UInt8>
  private let senseStems: StoredLists<Int32>
  private let senseWeights: StoredArray<Float>
  private let readings: StoredLists<UInt8>
  private let flags: StoredArray<UInt8>
  /// What a word costs on a way through a text; see ``words(in:)-(UnsafeBufferPointer<UInt8>)``.
  private let costs: StoredArray<UInt8>
  private let stems: DoubleArrayTrie
  private let stemTexts: StoredLists<UInt8>
  /// The lexicon turned round: the entries that have each stem, and how much of the entry's senses the stem is.
  private let stemEntries: StoredLists<Int32>
  private let entryShares: StoredArray<Float>

  /// Opens compiled data.
  public init(store: ByteStore) throws(LexiconError) {
    let reader = try CompiledDataReader(store, kind: Self.kind, version: Self.version, sectionCount: 16)
    headwords = try DoubleArrayTrie(store: reader.store(0))
    headwordTexts = try reader.strings(1)
    senseStems = try reader.lists(3)
    senseWeights = try reader.numbers(5)
    readings = try reader.strings(6)
    flags = try reader.numbers(8)
    costs = try reader.numbers(9)
    stems = try DoubleArrayTrie(store: reader.store(10))
    stemTexts = try reader.strings(11)
    stemEntries = try reader.lists(13)
    entryShares = try reader.numbers(15)
    guard senseStems.count == count, senseStems.items.count == senseWeights.count else { throw .malformedSection(3) }
    guard readings.count == count else { throw .malformedSection(6) }
    guard flags.count == count else { throw .malformedSection(8) }
    guard costs.count == count else { throw .malformedSection(9) }
    guard stemEntries.count == stemCount, stemEntries.items.count == entryShares.count else {
      throw .malformedSection(13)
    }
  }

  /// The number of Chinese words.
  public var count: Int { headwordTexts.count }
  /// The number of English stems.
  public var stemCount: Int { stemTexts.count }

  // MARK: Chinese words

  /// The longest word that the folded bytes at `start` begin with.
  @inlinable @inline(__always)
  public func longestMatch(in folded: UnsafeBufferPointer<UInt8>, at start: Int) -> (length: Int, entry: EntryID)? {
    guard let match = headwords.longestMatch(in: folded, at: start) else { return nil }
    return (match.length, match.value)
  }

  /// Calls `body` with every word that the folded bytes at `start` begin with, shortest first.
  @inlinable @inline(__always)
  public func forEachMatch(
    in folded: UnsafeBufferPointer<UInt8>, at start: Int, _ body: (_ length: Int, _ entry: EntryID) -> Void
  ) {
    headwords.forEachMatch(in: folded, at: start, body)
  }

  /// The entry of a word in any script and width, or nil.
  public func entry(of word: some StringProtocol) -> EntryID? { entry(ofFolded: Array(Folding.folded(word).utf8)) }

  /// The entry of a word whose bytes are folded, or nil.
  public func entry(ofFolded word: some Sequence<UInt8>) -> EntryID? { headwords.value(of: word) }

  /// The folded headword of an entry.
  public func headword(of entry: EntryID) -> String { headwordTexts.string(Int(entry)) }

  /// What the word means, by stem; empty for an entry without usable glosses.
  public func senses(of entry: EntryID) -> [Sense] {
    senseStems.range(of: Int(entry)).map { Sense(stem: senseStems.items[$0], weight: senseWeights[$0]) }
  }

  /// Calls `body` with each sense of the word; allocates nothing.
  @inline(__always)
  public func forEachSense(of entry: EntryID, _ body: (_ stem: StemID, _ weight: Float) -> Void) {
    for index in senseStems.range(of: Int(entry)) { body(senseStems.items[index], senseWeights[index]) }
  }

  /// The readings of the word, syllables with tone numbers: `hang2`, `xing2`.
  public func pinyin(of entry: EntryID) -> [String] {
    readings[Int(entry)].split(separator: 0x2F).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the word is a name in all its readings.
  public func isName(_ entry: EntryID) -> Bool { has(Self.allNames, entry) }

  /// Whether the word is a name in one reading at least: 高 is also a surname.
  public func canBeName(_ entry: EntryID) -> Bool { has(Self.someName, entry) }

  static let allNames: UInt8 = 1
  static let someName: UInt8 = 2

  /// What the word costs on a way through a text: at most 255.
  func cost(of entry: EntryID) -> Int {
    entry >= 0 && Int(entry) < costs.count ? Int(costs[Int(entry)]) : SegmentationCost.unknown
  }

  private func has(_ flag: UInt8, _ entry: EntryID) -> Bool {
    entry >= 0 && Int(entry) < flags.count && flags[Int(entry)] & flag != 0
  }

  // MARK: English stems

  /// The id of the stem of an English word in any form, or nil when no gloss has it.
  ///
  /// Glosses are American for the most part: of a British word that form is taken which more entries have.
  public func stemID(of word: some StringProtocol) -> StemID? { stemID(of: Array(word.utf8)) }

  /// The id of the stem of an English word in any form, given as UTF-8.
  public func stemID(of word: [UInt8]) -> StemID? {
    let plain = LatinLetters.plain(word)
    return stemID(ofPlain: plain, stem: EnglishStemmer.stem(utf8: plain))
  }

  /// The id of the stem of an English word in lower case and in ASCII, given with its stem.
  public func stemID(ofPlain word: [UInt8], stem: [UInt8]) -> StemID? {
    let own = stems.value(of: stem)
    guard let american = americanStemID(of: word) else { return own }
    guard let own else { return american }
    return entryCount(of: american) > entryCount(of: own) ? american : own
  }

  /// The id of the stem of the American form of a British word.
  private func americanStemID(of word: [UInt8]) -> StemID? {
    func id(_ word: String) -> StemID? { stems.value(of: EnglishStemmer.stem(utf8: Array(word.utf8))) }
    guard word.count > 3 else { return nil }
    return EnglishVariants.spelling(of: String(decoding: word, as: UTF8.self), in: .american) { id($0) != nil }
      .flatMap(id)
  }

  /// How many entries have a stem.
  public func entryCount(of stem: StemID) -> Int { stemEntries.range(of: Int(stem)).count }

  /// Calls `body` with every entry that has a stem, in order, and with the share of the stem in the entry's senses: its
  /// weight by that of them all, which count as 1 at least; allocates nothing.
  @inline(__always)
  public func forEachEntry(of stem: StemID, _ body: (_ entry: EntryID, _ share: Float) -> Void) {
    for index in stemEntries.range(of: Int(stem)) { body(stemEntries.items[index], entryShares[index]) }
  }

  /// The text of a stem.
  public func stem(_ id: StemID) -> String { stemTexts.string(Int(id)) }
}
