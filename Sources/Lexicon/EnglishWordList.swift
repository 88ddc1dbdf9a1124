/// The words of English, for asking whether a word is one.
///
/// Compiled from word lists with one word a line, such as Debian's wamerican and wbritish (SCOWL). Possessives are left
/// out of the data, since ``contains(_:)-(StringProtocol)`` takes them off. Opening costs nothing; the data are read where they lie.
public struct EnglishWordList: Sendable {
  static let kind = "words"
  static let version: UInt32 = 1

  /// All spellings in the order of their bytes.
  private let words: StoredLists<UInt8>
  /// Indices of the words in the order of their reversed bytes.
  private let reversedOrder: StoredArray<UInt32>
  /// Open addressing: 8 bits of hash above 24 bits of index plus one; zero is free.
  private let slots: StoredArray<UInt32>

  /// Opens compiled data.
  public init(store: ByteStore) throws(LexiconError) {
    let reader = try CompiledDataReader(store, kind: Self.kind, version: Self.version, sectionCount: 4)
    words = try reader.strings(0)
    reversedOrder = try reader.numbers(2)
    slots = try reader.numbers(3)
    guard reversedOrder.count == words.count else { throw .malformedSection(2) }
    guard slots.count > words.count, slots.count & (slots.count - 1) == 0 else { throw .malformedSection(3) }
  }

  /// The number of spellings.
  public var count: Int { words.count }

  /// The spelling at an index, in the order of bytes.
  ///
  /// The index must be less than ``count``.
  public func word(at index: Int) -> String { words.string(index) }

  // MARK: Looking up

  /// Whether the word is English: as it is written, or in lower case when it is Capitalised or UPPER, or Capitalised
  /// when it is UPPER.
  ///
  /// A possessive ending is taken off first. Costs one to three probes.
  public func contains(_ word: some StringProtocol) -> Bool {
    var word = String(word)
    return word.withUTF8 { contains($0) }
  }

  /// Whether the bytes of UTF-8 are an English word; see ``contains(_:)-(StringProtocol)``.
  public func contains(_ word: ArraySlice<UInt8>) -> Bool { word.withUnsafeBufferPointer { contains($0) } }

  /// Whether the bytes of UTF-8 are an English word; see ``contains(_:)-(StringProtocol)``.
  public func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = Self.withoutPossessive(word)
    if index(of: word) != nil { return true }
    switch LetterCase(word) {
    case .lower, .mixed: return false
    case .capitalised: return withLowered(word, keepingFirst: false) { index(of: $0) } != nil
    case .upper:
      return withLowered(word, keepingFirst: false) { index(of: $0) } != nil
        || withLowered(word, keepingFirst: true) { index(of: $0) } != nil
    }
  }

  /// Whether the list has exactly this spelling.
  public func containsExactly(_ word: some StringProtocol) -> Bool {
    var word = String(word)
    return word.withUTF8 { index(of: $0) } != nil
  }

  /// Whether the word, however it is written here, is known as a name only: with a capital, never in lower case.
  public func isName(_ word: some StringProtocol) -> Bool {
    var word = String(word)
    return word.withUTF8 { isName($0) }
  }

  /// Whether the bytes of UTF-8 are known as a name only.
  public func isName(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = Self.withoutPossessive(word)
    guard !word.isEmpty, withLowered(word, keepingFirst: false, { index(of: $0) }) == nil else { return false }
    if LetterCase(word) != .lower, index(of: word) != nil { return true }
    return withLowered(word, keepingFirst: true) { lowered in
      var capitalised = Array(lowered)
      if capitalised[0] &- 0x61 < 26 { capitalised[0] &-= 0x20 }
      return capitalised.withUnsafeBufferPointer { index(of: $0) } != nil
    }
  }

  /// The words that begin with these letters, in the order of bytes.
  ///
  /// The spelling of the prefix is taken as it is.
  public func words(withPrefix prefix: some StringProtocol) -> [String] {
    indices(withPrefix: Array(prefix.utf8)).map { words.string($0) }
  }

  /// The words that end with these letters, in the order of their reversed spellings.
  public func words(withSuffix suffix: some StringProtocol) -> [String] {
    indices(withSuffix: Array(suffix.utf8)).map { words.string($0) }
  }

  /// The indices of the words that begin with these bytes.
  ///
  /// Costs O(log words).
  public func indices(withPrefix prefix: [UInt8]) -> Range<Int> {
    bounds { Self.order(of: words[$0], againstPrefix: prefix) }
  }

  /// The indices of the words that end with these bytes.
  ///
  /// Costs O(log words) and the result.
  public func indices(withSuffix suffix: [UInt8]) -> [Int] {
    bounds { Self.order(of: words[Int(reversedOrder[$0])], againstSuffix: suffix) }.map { Int(reversedOrder[$0]) }
  }

  /// The bytes of the spelling at an index, which live as long as the list.
  package func bytes(at index: Int) -> UnsafeBufferPointer<UInt8> { words[index] }

  /// Where the words that end with these bytes stand in the order of their reversed spellings; see
  /// ``index(inReversedOrder:)``.
  package func reversedRange(withSuffix suffix: [UInt8]) -> Range<Int> {
    bounds { Self.order(of: words[Int(reversedOrder[$0])], againstSuffix: suffix) }
  }

  /// The index of the word at a place in the order of reversed spellings.
  package func index(inReversedOrder place: Int) -> Int { Int(reversedOrder[place]) }

  // MARK: Inside

  private func index(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(hash & UInt64(mask))
    for _ in 0..<slots.count {
      let entry = slots[slot]
      if entry == 0 { return nil }
      if entry >> 24 == UInt32(hash >> 56) {
        let index = Int(entry & 0xFF_FFFF) - 1
        let candidate = words[index]
        if candidate.count == word.count, Self.isEqual(candidate, word) { return index }
      }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// The range of indices for which `order` gives zero; it must rise over the indices.
  private func bounds(_ order: (Int) -> Int) -> Range<Int> {
    func first(where isReached: (Int) -> Bool) -> Int {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if isReached(order(middle)) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = first { $0 >= 0 }
    return start..<max(start, first { $0 > 0 })
  }

  private static func order(of word: UnsafeBufferPointer<UInt8>, againstPrefix prefix: [UInt8]) -> Int {
    for index in prefix.indices {
      if index == word.count { return -1 }
      if word[index] != prefix[index] { return Int(word[index]) - Int(prefix[index]) }
    }
    return 0
  }

  private static func order(of word: UnsafeBufferPointer<UInt8>, againstSuffix suffix: [UInt8]) -> Int {
    for distance in 1..<(suffix.count + 1) {
      if distance > word.count { return -1 }
      let (a, b) = (word[word.count - distance], suffix[suffix.count - distance])
      if a != b { return Int(a) - Int(b) }
    }
    return 0
  }

  /// The word without `'s`, or without the apostrophe after an s; `’` counts as an apostrophe.
  private static func withoutPossessive(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    func apostropheLength(before end: Int) -> Int {
      if end >= 1, word[end - 1] == 0x27 { return 1 }
      return end >= 3 && word[end - 3] == 0xE2 && word[end - 2] == 0x80 && word[end - 1] == 0x99 ? 3 : 0
    }
    guard let last = word.last else { return word }
    if last | 0x20 == 0x73 {
      let length = apostropheLength(before: word.count - 1)
      return length == 0 ? word : UnsafeBufferPointer(rebasing: word[..<(word.count - 1 - length)])
    }
    let length = apostropheLength(before: word.count)
    guard length > 0, word.count > length, word[word.count - length - 1] | 0x20 == 0x73 else { return word }
    return UnsafeBufferPointer(rebasing: word[..<(word.count - length)])
  }

  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    return hash &* 0x9E37_79B9_7F4A_7C15
  }

  private static func isEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<a.count where a[index] != b[index] { return false }
    return true
  }
}

/// How the letters of a word are written.
public enum LetterCase: Hashable, Sendable {
  /// No capital: `village`; also without letters.
  case lower
  /// One capital, at the start, and something in lower case: `Village`.
  case capitalised
  /// Capitals only: `WHO`, `A`.
  case upper
  /// Capitals inside: `iPhone`, `McDonald`.
  case mixed

  /// Looks at the ASCII letters, and at `É` and its like in Latin-1.
  public init(_ word: some Collection<UInt8>) {
    var capitals = 0
    var smalls = 0
    var startsWithCapital = false
    var last: UInt8 = 0
    for byte in word {
      let isCapital = byte &- 0x41 < 26 || (last == 0xC3 && byte &- 0x80 < 0x1F)
      if isCapital {
        if capitals + smalls == 0 { startsWithCapital = true }
        capitals += 1
      } else if byte &- 0x61 < 26 || (last == 0xC3 && byte &- 0x9F < 0x21) {
        smalls += 1
      }
      last = byte
    }
    self =
      capitals == 0 ? .lower : smalls == 0 ? .upper : capitals == 1 && startsWithCapital ? .capitalised : .mixed
  }
}

/// Calls `body` with the word in lower case (ASCII and Latin-1), its first letter left alone if wanted.
private func withLowered<Result>(
  _ word: UnsafeBufferPointer<UInt8>, keepingFirst: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Result
) -> Result {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(word.count, 1)) { copy in
    var last: UInt8 = 0
    for (index, byte) in word.enumerated() {
      let isKept = keepingFirst && (index == 0 || (index == 1 && last == 0xC3))
      let isCapital = byte &- 0x41 < 26 || (last == 0xC3 && byte &- 0x80 < 0x1F)
      copy.initializeElement(at: index, to: isCapital && !isKept ? byte &+ 0x20 : byte)
      last = byte
    }
    return body(UnsafeBufferPointer(rebasing: copy[..<word.count]))
  }
}

extension EnglishWordList {
  /// The words of a list with one word a line, without possessives.
  ///
  /// Empty lines and lines that begin with `#` are passed over.
  public static func words(inLines text: [UInt8]) throws(LexiconError) -> [String] {
    var result: [String] = []
    var lines = SourceLines(text)
    while let line = lines.next() {
      if line.isEmpty || line.first == 0x23 { continue }
      guard let word = String(validating: line, as: UTF8.self), !line.contains(where: { $0 <= 0x20 || $0 == 0x7F })
      else {
        throw .malformedLine(lines.number, .notAWord)
      }
      if !word.hasSuffix("'s") && !word.hasSuffix("’s") { result.append(word) }
    }
    return result
  }

  /// The compiled data of these words; repeated words count once.
  public static func compiled(words: some Sequence<String>) -> [UInt8] {
    var unique = Set(words.lazy.map { Array($0.utf8) })
    unique.remove([])
    let sorted = unique.sorted { $0.lexicographicallyPrecedes($1) }
    precondition(sorted.count < 0xFF_FFFF, "too many words")
    let reversed = sorted.indices.sorted { sorted[$0].reversed().lexicographicallyPrecedes(sorted[$1].reversed()) }
    var size = 16
    while size < sorted.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (index, word) in sorted.enumerated() {
      let hash = hash(word)
      var slot = Int(hash & UInt64(size - 1))
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(hash >> 56) << 24 | UInt32(index + 1)
    }
    var writer = CompiledDataWriter(kind: kind, version: version)
    writer.append(strings: sorted)
    writer.append(numbers: reversed.map(UInt32.init))
    writer.append(numbers: slots)
    return writer.bytes()
  }
}
