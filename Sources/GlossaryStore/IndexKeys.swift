import Lexicon
import Terminology
import TextCore

/// What terms are looked up by, for many of them: the keys of ``SearchKeys`` as bytes, with the words that were met
/// before remembered.
struct IndexKeys: Sendable {
  /// The keys of one term.
  struct Keys: Hashable, Sendable {
    var folded: [UInt8] = []
    /// The folded English term without inflection; nil for Chinese.
    var english: [UInt8]?
    /// The letters of the reading; nil for English and where there is none.
    var flat: String?
    var initials: String?
  }

  private let pinyinOf: TermReading?
  private var words = TextPool()
  /// The stems of the words, by their numbers.
  private var stems: [[UInt8]] = []
  private var readings: [[UInt8]: PinyinKeys?] = [:]
  /// Words and readings that are remembered at most, so that no import grows without bounds.
  private let capacity = 60_000

  /// Creates the maker of keys; `pinyinOf` gives the reading of a Chinese term that brings none.
  init(pinyinOf: TermReading? = nil) { self.pinyinOf = pinyinOf }

  /// The keys of a term.
  mutating func keys(of term: Term) -> Keys {
    var keys = Keys(folded: Self.folded(term.text))
    if term.language.isChinese {
      if let reading = term.pinyin ?? pinyinOf?(term.text) { read(reading, into: &keys) }
    } else {
      keys.english = englishKey(of: keys.folded)
    }
    return keys
  }

  // MARK: Folding

  /// The folded text, by the short way where it is ASCII and common Han alone.
  static func folded(_ text: String) -> [UInt8] {
    var text = text
    let quick = text.withUTF8 { quickFolded($0) }
    return quick ?? Array(SearchKeys.folded(text).utf8)
  }

  private static func quickFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isSpaceDue = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 || byte &- 0x09 < 5 {
        isSpaceDue = !result.isEmpty
        index += 1
        continue
      }
      if isSpaceDue {
        result.append(0x20)
        isSpaceDue = false
      }
      if byte < 0x80 {
        result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else {
        guard 0xE4...0xE9 ~= byte, index &+ 2 < bytes.count else { return nil }
        let scalar =
          UInt32(byte & 0x0F) << 12 | UInt32(bytes[index &+ 1] & 0x3F) << 6 | UInt32(bytes[index &+ 2] & 0x3F)
        guard 0x4E00...0x9FFF ~= scalar else { return nil }
        let simple = Folding.simplified(scalar)
        guard 0x800...0xFFFF ~= simple else { return nil }
        result.append(UInt8(0xE0 | simple >> 12))
        result.append(UInt8(0x80 | simple >> 6 & 0x3F))
        result.append(UInt8(0x80 | simple & 0x3F))
        index += 3
      }
    }
    return result
  }

  /// The folded text with each Han character a word of its own, as ``SearchKeys/characters(of:)`` has it.
  static func characters(of folded: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(folded.count + folded.count / 3)
    var wasHan = false
    var index = 0
    while index < folded.count {
      let lead = folded[index]
      let whole = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      // Of a damaged database the last character may not be whole.
      let length = min(whole, folded.count - index)
      let isHan = whole >= 3 && length == whole && UTF8Scan.scalar(in: folded, at: index).value.isHan
      if (isHan || wasHan) && !result.isEmpty { result.append(0x20) }
      result.append(contentsOf: folded[index..<(index + length)])
      wasHan = isHan
      index += length
    }
    return result
  }

  // MARK: English

  private static let leadingWords = ["to", "a", "an", "the"].map { Array($0.utf8) }

  private mutating func englishKey(of folded: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(folded.count)
    folded.withUnsafeBufferPointer { folded in
      var start = 0
      var isFirst = true
      for index in 0...folded.count where index == folded.count || folded[index] == 0x20 {
        let word = UnsafeBufferPointer(rebasing: folded[start..<index])
        start = index + 1
        if word.isEmpty { continue }
        let isLeading = isFirst && index < folded.count && Self.leadingWords.contains { $0.elementsEqual(word) }
        isFirst = false
        if isLeading { continue }
        if !result.isEmpty { result.append(0x20) }
        appendStem(of: word, to: &result)
      }
    }
    return result
  }

  private mutating func appendStem(of word: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
    if words.count == capacity { words = TextPool() }
    if words.count == 0 { stems.removeAll(keepingCapacity: true) }
    let (number, isNew) = words.insert(word)
    if isNew { stems.append(EnglishStemmer.stem(utf8: word)) }
    key += stems[number]
  }

  // MARK: Reading

  /// Joins the keys of the words of a reading; a reading with something else than words in it is read as a whole.
  private mutating func read(_ reading: String, into keys: inout Keys) {
    var flat = ""
    var initials: String? = ""
    for word in reading.utf8.split(separator: 0x20) {
      guard let part = self.reading(of: Array(word)) else { return readWhole(reading, into: &keys) }
      flat += part.flat
      initials = part.initials.flatMap { last in initials.map { $0 + last } }
    }
    if flat.isEmpty || initials == nil { return readWhole(reading, into: &keys) }
    keys.flat = flat
    keys.initials = initials
  }

  private func readWhole(_ reading: String, into keys: inout Keys) {
    let whole = PinyinKeys(reading)
    keys.flat = whole?.flat
    keys.initials = whole?.initials
  }

  private mutating func reading(of word: [UInt8]) -> PinyinKeys? {
    if let known = readings[word] { return known }
    let keys = PinyinKeys(String(decoding: word, as: UTF8.self))
    if readings.count < capacity { readings[word] = .some(keys) }
    return keys
  }
}
