import Synchronization

/// What one look at the English words of a text finds: those that a repair may make known.
///
/// The words that are known, nearly all of them, cost a probe of a small table.
struct WordSurvey {
  /// Neighbours that a ligature may have torn apart.
  var torn: [(first: WordScan.Word, second: WordScan.Word)] = []
  /// Words that a ligature may have left without a trace.
  var clipped: [WordScan.Word] = []
  /// Words that may be two.
  var joined: [WordScan.Word] = []
  /// Runs of letters and digits that may look like a word.
  var lookAlikes: [Range<Int>] = []

  var isEmpty: Bool { torn.isEmpty && clipped.isEmpty && joined.isEmpty && lookAlikes.isEmpty }

  /// The survey of a text without English words.
  init() {}

  /// `memory` is of the words of other texts, or of this one as it was before a repair.
  init(_ utf8: [UInt8], _ words: WordTable, _ memory: WordMemory) {
    utf8.withUnsafeBufferPointer { bytes in
      self = memory.withWords { seen in
        var survey = self
        survey.read(bytes, utf8, words, &seen)
        return survey
      }
    }
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ utf8: [UInt8], _ words: WordTable, _ seen: inout SeenWords
  ) {
    read(0, noting: 0..<bytes.count, in: bytes, utf8, words, &seen)
  }

  /// Reads the words from an offset, where no word begins before it, and notes what those in a range show.
  @inline(__always)
  mutating func read(
    _ start: Int, noting range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ utf8: [UInt8], _ words: WordTable,
    _ seen: inout SeenWords
  ) {
    var index = start
    var before: WordScan.Word?
    var isBeforeKnown = true
    while let word = WordScan.word(from: &index, in: bytes), word.range.lowerBound < range.upperBound {
      let key = WordKeys.key(word, in: bytes)
      let wasKnown = seen.known.holds(key)
      let isDull = !wasKnown && seen.dull.holds(key)
      let isKnown = wasKnown || !isDull && LostLigature.isWhole(word, in: bytes, words)
      if isKnown, !wasKnown { seen.known.insert(key) }
      if word.range.lowerBound >= range.lowerBound {
        if !isKnown || !isBeforeKnown, let before,
          !(isKnown && bytes[before.range.lowerBound] < 0x61 && before.count > 2),
          LostLigature.mayBeTorn(before, word, in: bytes, words)
        {
          torn.append((before, word))
        }
        if !isKnown || !word.isFree, !isDull, !look(at: word, in: utf8, words), !isKnown { seen.dull.insert(key) }
      }
      before = word
      isBeforeKnown = isKnown
    }
  }

  /// Whether the word may be damaged.
  private mutating func look(at word: WordScan.Word, in utf8: [UInt8], _ words: WordTable) -> Bool {
    var isOdd = false
    if VanishedLigature.mayBe(word, in: utf8, words) {
      clipped.append(word)
      isOdd = true
    }
    if JoinedWords.mayBeJoined(word, in: utf8, words) {
      joined.append(word)
      isOdd = true
    }
    if let token = LookAlikes.token(around: word, in: utf8), token.lowerBound >= lookAlikes.last?.upperBound ?? 0,
      LookAlikes.reading(of: token, in: utf8, words) != nil
    {
      lookAlikes.append(token)
      isOdd = true
    }
    return isOdd
  }
}

/// What texts have shown of English words, to be remembered from one text to the next: a table has many short ones.
public final class WordMemory: Sendable {
  private let seen: Mutex<SeenWords>

  public convenience init() { self.init(forBytes: 1 << 18) }

  /// Room for the words of texts of so many bytes.
  init(forBytes count: Int) { seen = Mutex(SeenWords(forBytes: count)) }

  func withWords<Result: Sendable>(_ body: (inout SeenWords) -> sending Result) -> Result {
    seen.withLock { body(&$0) }
  }
}

/// Words that were met.
struct SeenWords {
  /// Those that the list has.
  fileprivate var known: WordKeys
  /// Those that it does not have, in which there is nothing to repair.
  fileprivate var dull: WordKeys

  /// Room for the words of a text of so many bytes.
  init(forBytes count: Int) {
    known = WordKeys(forBytes: count)
    dull = known
  }
}

/// A table of words that were met: most words of a text are among a few thousand.
private struct WordKeys {
  private var slots: [UInt64]
  private let shift: UInt64

  /// A table for a text of so many bytes: short texts have few words, and there are many short texts.
  init(forBytes count: Int) {
    let bits = UInt64(min(16, max(5, Int.bitWidth - (count / 4).leadingZeroBitCount)))
    shift = 64 - bits
    slots = [UInt64](repeating: 0, count: 1 << bits)
  }

  @inline(__always)
  func holds(_ key: UInt64) -> Bool { key != 0 && slots[Int(truncatingIfNeeded: key >> shift)] == key }

  @inline(__always)
  mutating func insert(_ key: UInt64) { if key != 0 { slots[Int(truncatingIfNeeded: key >> shift)] = key } }

  /// A number for a word that stands free, the same for the same letters; zero for other words.
  @inline(__always)
  static func key(_ word: WordScan.Word, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard word.isFree else { return 0 }
    let raw = UnsafeRawBufferPointer(bytes)
    var key = UInt64(truncatingIfNeeded: word.count)
    var index = word.range.lowerBound
    while index < word.range.upperBound {
      let left = word.range.upperBound - index
      var part: UInt64 = 0
      if index + 8 <= raw.count {
        part = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if left < 8 { part &= 1 << (8 * UInt64(left)) &- 1 }
      } else {
        for place in 0..<min(left, 8) { part |= UInt64(raw[index + place]) << (8 * UInt64(place)) }
      }
      key = (key ^ part) &* 0x9E37_79B9_7F4A_7C15
      key ^= key >> 29
      index += 8
    }
    return key
  }
}
