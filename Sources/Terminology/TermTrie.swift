import Lexicon

/// A map from strings of codes to numbers that finds all keys at a place of a text in one walk, a character a step.
///
/// A double array in the manner of Aoe (1989), minimal-prefix: what only one key has is kept as a tail and compared
/// straight. A unit is 64 bits: label (15 bits), whether a tail follows (1), the base of the children or the place of the
/// tail (24), and the key's value plus one (24); so a step reads one place of memory. No two nodes have one base,
/// therefore a label is proof of descent.
struct TermTrie: Sendable {
  static let freeLabel: UInt64 = 0x7FFF
  static let tailFlag: UInt64 = 0x8000
  static let greatestNumber = 0xFF_FFFF
  /// The base of the first characters.
  static let rootBase = 1
  /// The numbers that stand before the codes of a tail: how many codes, and the two halves of the value.
  static let tailHead = 3

  @inline(__always) static func base(_ unit: UInt64) -> Int { Int(truncatingIfNeeded: unit &>> 16 & 0xFF_FFFF) }
  @inline(__always) static func valuePlusOne(_ unit: UInt64) -> Int { Int(truncatingIfNeeded: unit &>> 40) }

  private let units: StoredArray<UInt64>
  private let tails: StoredArray<UInt16>
  private let firstWords: FirstWords
  /// The length of the longest key.
  let depth: Int

  /// Opens the four sections that begin with `section`.
  ///
  /// Each number in them is checked, so that walks need no checks: whatever the data say, a walk stays inside, ends at
  /// the first unknown code, and gives values below `valueCount`.
  init(_ reader: CompiledDataReader, section: Int, codeCount: Int, valueCount: Int, depth: Int) throws(LexiconError) {
    units = try reader.numbers(section)
    tails = try reader.numbers(section + 1)
    firstWords = try FirstWords(reader, section: section + 2, unitCount: units.count)
    self.depth = depth
    guard depth >= 1, depth <= Int(UInt16.max) else { throw .malformedSection(section) }
    let greatestBase = units.count - codeCount
    guard greatestBase > Self.rootBase else { throw .malformedSection(section) }
    for unit in units.buffer {
      let base = Self.base(unit)
      let isWrong =
        unit & Self.freeLabel == 0 || Self.valuePlusOne(unit) > valueCount
        || (unit & Self.tailFlag == 0 ? base > greatestBase : !isTail(at: base, valueCount: valueCount))
      if isWrong { throw .malformedSection(section) }
    }
  }

  private func isTail(at place: Int, valueCount: Int) -> Bool {
    guard place + Self.tailHead < tails.count else { return false }
    let value = Int(tails.pointer[place + 1]) | Int(tails.pointer[place + 2]) << 16
    return tails.pointer[place] > 0 && place + Self.tailHead + Int(tails.pointer[place]) < tails.count
      && value < valueCount
  }

  /// Calls `body` with every key that the codes begin with, shortest first.
  ///
  /// The codes must lie below the count that the trie was opened with and end with an unknown one.
  @inline(__always)
  func forEachKey(_ codes: UnsafePointer<UInt16>, _ body: (_ length: Int, _ value: Int) -> Void) {
    walk(from: units.pointer[Self.rootBase &+ Int(codes[0] & FoldedAlphabet.codeMask)], 1, codes, body)
  }

  /// Notes for each place of a window which keys may begin there: none (0), one that ends or is told by the first code
  /// (1), or longer ones (the unit after two codes).
  ///
  /// Latin letters, the codes below `latinEnd`, are noted (1) where a word begins, or anywhere `inWords`. Each place is looked at on its own, so that the processor waits for many places of memory at once.
  @inline(__always)
  func note(
    _ codes: UnsafePointer<UInt16>, _ places: Range<Int>, latinEnd: UInt16, inWords: Bool,
    in notes: UnsafeMutablePointer<UInt64>
  ) {
    let units = units.pointer
    let letters = FoldedAlphabet.unknownLatin
    let letterCount = latinEnd &- letters
    for place in places {
      if (codes[place] & FoldedAlphabet.codeMask) &- letters < letterCount {
        let before = (codes[place &- 1] & FoldedAlphabet.codeMask) &- letters
        notes[place] = inWords || before >= letterCount ? 1 : 0
        continue
      }
      let first = UInt64(codes[place] & FoldedAlphabet.codeMask)
      let second = UInt64(codes[place &+ 1] & FoldedAlphabet.codeMask)
      let root = units[Self.rootBase &+ Int(first)]
      let isRoot = root & Self.freeLabel == first
      let hasChildren = root & 0xFFFF == first
      let unit = units[hasChildren ? Self.base(root) &+ Int(second) : 0]
      let isKey: UInt64 = isRoot && root & ~0xFF_FFFF_7FFF != 0 ? 1 : 0
      notes[place] = hasChildren && unit & Self.freeLabel == second ? unit : isKey
    }
  }

  /// Calls `body` with every key that the codes begin with, shortest first; `note` is what is noted of their place.
  @inline(__always)
  func forEachKey(
    _ codes: UnsafePointer<UInt16>, note: UInt64, _ body: (_ length: Int, _ value: Int) -> Void
  ) {
    let root = units.pointer[Self.rootBase &+ Int(codes[0] & FoldedAlphabet.codeMask)]
    let value = Self.valuePlusOne(root)
    if value != 0 { body(1, value &- 1) }
    if note != 1 {
      walk(from: note, 2, codes, body)
    } else if root & Self.tailFlag != 0 {
      compareTail(Self.base(root), codes, 1, body)
    }
  }

  /// Does the same where the first code is of a Latin letter and no key ends inside a word; gives how many codes may be
  /// skipped afterwards.
  @inline(__always)
  func forEachKey(
    ofWord codes: UnsafePointer<UInt16>, latinEnd: UInt16, _ body: (_ length: Int, _ value: Int) -> Void
  ) -> Int {
    let (key, length) = FirstWords.key(codes, latinEnd: latinEnd)
    if key == 0 {
      forEachKey(codes, body)
      return 1
    }
    guard let entry = firstWords.entry(key), entry.depth <= length else { return length }
    let mask = FoldedAlphabet.codeMask
    let mayGoOn =
      entry.followers & FirstWords.follower(codes[length] & mask, codes[length &+ 1] & mask) != 0
      && (entry.goesOnShortly || firstWords.hasPhrase(key, codes + length))
    if mayGoOn || entry.isTerm && entry.depth != length {
      walk(from: units.pointer[entry.node], entry.depth, codes, body)
    } else if entry.isTerm {
      let value = Self.valuePlusOne(units.pointer[entry.node])
      if value != 0 { body(length, value &- 1) }
    }
    return length
  }

  /// Goes on from the unit of a node that the first `length` codes lead to.
  @inline(__always)
  private func walk(
    from start: UInt64, _ length: Int, _ codes: UnsafePointer<UInt16>, _ body: (_ length: Int, _ value: Int) -> Void
  ) {
    let units = units.pointer
    var unit = start
    var length = length
    while true {
      let value = Self.valuePlusOne(unit)
      if value != 0 { body(length, value &- 1) }
      if unit & Self.tailFlag != 0 {
        compareTail(Self.base(unit), codes, length, body)
        return
      }
      let base = Self.base(unit)
      let code = codes[length] & FoldedAlphabet.codeMask
      if base == 0 || length >= depth { return }
      unit = units[base &+ Int(code)]
      if unit & Self.freeLabel != UInt64(code) { return }
      length &+= 1
    }
  }

  @inline(__always)
  private func compareTail(
    _ place: Int, _ codes: UnsafePointer<UInt16>, _ length: Int, _ body: (_ length: Int, _ value: Int) -> Void
  ) {
    let tail = tails.pointer + place
    let count = Int(tail[0])
    if length &+ count > depth { return }
    var index = 0
    while index < count {
      let code = tail[Self.tailHead &+ index]
      // An unknown code in a damaged tail must not lead past the end of the text.
      if code == FoldedAlphabet.unknown || codes[length &+ index] & FoldedAlphabet.codeMask != code { return }
      index &+= 1
    }
    body(length &+ count, Int(tail[1]) | Int(tail[2]) &<< 16)
  }
}
