import Lexicon
import TextCore

/// Reads UTF-8 as the codes of a ``FoldedAlphabet``, a window at a time: folded, white space in runs, each code with the
/// place it comes from.
///
/// The window is small enough to stay in the nearest memory; text that needs no folding is never copied.
struct FoldedScanner {
  /// How many codes are read at a time.
  private static let stretch = 2048
  /// Room for what one scalar with its marks may give: 32 times 18 codes.
  private static let reserve = 32 * 18 + 8

  private let bytes: UnsafeBufferPointer<UInt8>
  /// What a search knows about each place of the window; it is theirs to fill.
  let notes: UnsafeMutablePointer<UInt64>
  private let places: UnsafeMutablePointer<UInt32>
  private let memory: UnsafeMutablePointer<UInt16>
  private let capacity: Int
  private let lookahead: Int
  /// The next byte to read.
  private var index = 0
  /// The byte that the window's places count from.
  private var origin = 0
  /// The number of codes in the window.
  private(set) var count = 1
  /// The byte where the last code began, where that was one scalar that a mark may follow; else -1.
  private var lastLetter = -1
  /// The line ends in the run of white space that ends the window; -1 where none does.
  private var lineEnds = -1
  private var scalars: [UInt32] = []

  /// Creates a scanner whose windows reach `lookahead` codes beyond where matches may begin.
  ///
  /// The bytes must be valid UTF-8. Call ``deallocate()`` at the end.
  init(_ bytes: UnsafeBufferPointer<UInt8>, lookahead: Int) {
    self.bytes = bytes
    self.lookahead = lookahead + 2
    capacity = min(Self.stretch, bytes.count) + 3 * self.lookahead + Self.reserve + 8
    notes = .allocate(capacity: capacity * 2)  // 8 bytes for a note, 4 for a place, 2 for a code
    let rest = UnsafeMutableRawPointer(notes + capacity)
    places = rest.bindMemory(to: UInt32.self, capacity: capacity)
    memory = (rest + 4 * capacity).bindMemory(to: UInt16.self, capacity: capacity)
    memory[0] = FoldedAlphabet.unknown
    places[0] = 0
  }

  func deallocate() {
    notes.deallocate()
  }

  /// The codes of the window; the one at 0 stands before the others, or is ``FoldedAlphabet/unknown``.
  ///
  /// Behind ``count`` there is an unknown one.
  var codes: UnsafePointer<UInt16> { UnsafePointer(memory) }

  /// Whether all of the text has been read.
  var isAtEnd: Bool { index >= bytes.count }

  /// The places up to this one, from 1 on, may begin a match now.
  var limit: Int { isAtEnd ? count : max(1, count - lookahead) }

  /// The bytes that the codes from `start` up to `end` come from.
  @inline(__always)
  func span(_ start: Int, _ end: Int) -> TextSpan {
    let first = origin &+ Int(places[start])
    var after = end
    // Codes that one character became share its place.
    while after < count, places[after] == places[end &- 1] { after &+= 1 }
    return TextSpan(first, after < count ? origin &+ Int(places[after]) : index)
  }

  /// Drops the codes before `position` but one, and reads on.
  mutating func advance(past position: Int, _ alphabet: borrowing FoldedAlphabet) {
    let kept = position - 1
    if kept > 0 {
      let shift = places[kept]
      memory.update(from: memory + kept, count: count - kept)
      for place in kept..<count { places[place - kept] = places[place] &- shift }
      count -= kept
      origin += Int(shift)
    }
    read(alphabet)
    memory[count] = FoldedAlphabet.unknown
  }

  /// Reads until the window is full or the text at its end.
  private mutating func read(_ alphabet: borrowing FoldedAlphabet) {
    let table = alphabet.table.pointer
    let end = min(count + Self.stretch, capacity - Self.reserve)
    guard let text = bytes.baseAddress else { return }
    let length = bytes.count
    while count < end, index < length {
      let lead = text[index]
      let entry: UInt16
      let size: Int
      if lead < 0x80 {
        entry = table[Int(lead)]
        size = 1
      } else if lead & 0xF0 == 0xE0, index &+ 2 < length {
        let scalar =
          Int(lead & 0x0F) &<< 12 | Int(text[index &+ 1] & 0x3F) &<< 6 | Int(text[index &+ 2] & 0x3F)
        entry = table[scalar]
        size = 3
      } else if lead < 0xE0, index &+ 1 < length {
        entry = table[Int(lead & 0x1F) &<< 6 | Int(text[index &+ 1] & 0x3F)]
        size = 2
      } else {
        readRun(at: index, alphabet)
        continue
      }
      if (entry & FoldedAlphabet.codeMask) &- 1 < 3 {
        readSpecial(entry, size, alphabet)
        continue
      }
      memory[count] = entry
      places[count] = UInt32(truncatingIfNeeded: index &- origin)
      count &+= 1
      lastLetter = index
      index &+= size
      lineEnds = -1
    }
  }

  // MARK: What is no letter

  private mutating func readSpecial(_ entry: UInt16, _ size: Int, _ alphabet: borrowing FoldedAlphabet) {
    let code = entry & FoldedAlphabet.codeMask
    if code != FoldedAlphabet.complex {
      append(whiteSpace: entry, at: index)
      index += size
      return
    }
    let scalar = UTF8Scan.scalar(in: bytes, at: index).value
    if lastLetter >= 0, Folding.isCombining(scalar),
      !Folding.isUnifiedHan(UTF8Scan.scalar(in: bytes, at: lastLetter).value)
    {
      count -= 1  // the mark belongs to the letter before it
      readRun(at: lastLetter, alphabet)
    } else {
      readRun(at: index, alphabet)
    }
  }

  /// Reads a scalar and its marks by the long way.
  private mutating func readRun(at start: Int, _ alphabet: borrowing FoldedAlphabet) {
    guard isWhole(at: start) else {
      index = bytes.count  // cut off in the middle of a character: not UTF-8
      return
    }
    scalars.removeAll(keepingCapacity: true)
    index = start
    let end = Folding.foldedRun(at: start, in: bytes, into: &scalars)
    let flag = isUnchanged(from: start, to: end) ? 0 : FoldedAlphabet.changed
    for scalar in scalars {
      let code = alphabet.code(ofFolded: scalar)
      if code == FoldedAlphabet.space || code == FoldedAlphabet.lineEnd {
        append(whiteSpace: code | flag, at: start)
      } else {
        append(code | flag, at: start)
      }
    }
    lastLetter = -1
    index = end
  }

  /// Whether folding has left the scalars of a run as they were.
  private func isUnchanged(from start: Int, to end: Int) -> Bool {
    var place = start
    for folded in scalars {
      if place >= end { return false }
      let (scalar, length) = UTF8Scan.scalar(in: bytes, at: place)
      if scalar != folded { return false }
      place += length
    }
    return place == end
  }

  private func isWhole(at start: Int) -> Bool {
    let lead = bytes[start]
    return start + (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4) <= bytes.count
  }

  private mutating func append(_ entry: UInt16, at place: Int) {
    memory[count] = entry
    places[count] = UInt32(truncatingIfNeeded: place - origin)
    count += 1
    lineEnds = -1
  }

  /// Appends a space, or adds to the run of white space at the end of the window; an empty line ends a paragraph.
  private mutating func append(whiteSpace entry: UInt16, at place: Int) {
    let isLineEnd = entry & FoldedAlphabet.codeMask == FoldedAlphabet.lineEnd
    if lineEnds < 0 {
      append(FoldedAlphabet.space | entry & FoldedAlphabet.changed, at: place)
      lineEnds = isLineEnd ? 1 : 0
    } else {
      if isLineEnd { lineEnds += 1 }
      memory[count - 1] =
        (lineEnds > 1 ? FoldedAlphabet.unknown : FoldedAlphabet.space) | FoldedAlphabet.changed
    }
    lastLetter = -1
  }
}
