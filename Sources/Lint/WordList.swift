import TextCore

/// The words of one text, in order; each spelling is kept once.
///
/// A word is a run of Latin letters. Rules that look for certain words ask ``indices(where:)``, which asks once for each
/// spelling, not once for each word.
public struct WordList: RandomAccessCollection, Sendable {
  /// A word by where it stands and how it is spelled.
  private struct Place: Sendable {
    let start: UInt32
    let length: UInt32
    let form: UInt32
    let isPartOfCode: Bool
  }

  private let places: [Place]
  /// The spellings of the text, in the order of their first words.
  public let forms: [WordForm]

  /// The words of valid UTF-8, of which the first four gigabytes are read.
  ///
  /// Costs one pass.
  public init(of utf8: [UInt8]) {
    var places: [Place] = []
    places.reserveCapacity(utf8.count / 6)
    var table = FormTable()
    utf8.withUnsafeBufferPointer { whole in
      let bytes = UnsafeBufferPointer(rebasing: whole.prefix(Int(UInt32.max)))
      table.text = bytes
      var index = 0
      while index < bytes.count {
        if !Self.isLetter(bytes, index) {
          index &+= 1
          continue
        }
        let start = index
        var hash = FormTable.seed
        while index < bytes.count, Self.isLetter(bytes, index) {
          hash = FormTable.hash(hash, bytes[index])
          if bytes[index] >= 0x80, index + 1 < bytes.count {
            index &+= 1
            hash = FormTable.hash(hash, bytes[index])
          }
          index &+= 1
        }
        let form = table.form(of: start..<index, hash: hash)
        places.append(
          Place(
            start: UInt32(start), length: UInt32(index - start), form: UInt32(form),
            isPartOfCode: Self.touchesCode(bytes, TextSpan(start, index))))
      }
    }
    self.places = places
    forms = table.forms
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { places.count }
  public subscript(index: Int) -> Word {
    let place = places[index]
    return Word(span: span(at: index), form: forms[Int(place.form)], isPartOfCode: place.isPartOfCode)
  }

  /// Where a word stands.
  func span(at index: Int) -> TextSpan {
    let start = Int(places[index].start)
    return TextSpan(start, start + Int(places[index].length))
  }

  /// The spelling of a word, as an index into ``forms``.
  func form(at index: Int) -> Int { Int(places[index].form) }

  /// The words whose spelling is wanted; `isWanted` is asked once for each spelling.
  ///
  /// Costs a look at each word.
  func indices(where isWanted: (WordForm) -> Bool) -> [Int] {
    indices(ofForms: forms.map(isWanted))
  }

  /// The words whose spellings are chosen; there is a choice for each of ``forms``.
  ///
  /// Costs a look at each word, none where no spelling is chosen.
  func indices(ofForms isChosen: [Bool]) -> [Int] {
    guard isChosen.contains(true) else { return [] }
    return isChosen.withUnsafeBufferPointer { isChosen in
      places.withUnsafeBufferPointer { places in
        places.indices.filter { isChosen[Int(places[$0].form)] }
      }
    }
  }

  /// The words, but the first, that are spelled like the one before them, capitals aside.
  func repeats() -> [Int] {
    let keys = forms.map(\.keyNumber)
    return places.indices.dropFirst().filter { index in
      keys[Int(places[index].form)] == keys[Int(places[index - 1].form)]
    }
  }

  /// How often each spelling stands in the text.
  func formCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: forms.count)
    for place in places { counts[Int(place.form)] += 1 }
    return counts
  }

  /// How often each word stands in the text, capitals aside; by ``WordForm/keyNumber``.
  func keyCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: forms.count)
    for (form, count) in zip(forms, formCounts()) { counts[form.keyNumber] += count }
    return counts
  }

  // MARK: Letters

  /// Whether the byte at `index` begins a Latin letter: ASCII, or U+00C0 to U+024F.
  @inline(__always)
  private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
    if byte == 0xC3 { return index + 1 < bytes.count && bytes[index + 1] != 0x97 && bytes[index + 1] != 0xB7 }
    return byte >= 0xC4 && byte <= 0xC8 || byte == 0xC9 && index + 1 < bytes.count && bytes[index + 1] <= 0x8F
  }

  /// Whether a word is a part of code: what touches it, or a dot with letters on both sides.
  @inline(__always)
  private static func touchesCode(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> Bool {
    let before = span.start > 0 ? bytes[span.start - 1] : 0x20
    let after = span.end < bytes.count ? bytes[span.end] : 0x20
    if isCodeByte(before) || isCodeByte(after) { return true }
    return (before == 0x2E || after == 0x2E) && isPartOfAddress(bytes, span)
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x5F, 0x40, 0x5C, 0x2F, 0x60, 0x23: true  // digits _ @ \ / ` #
    default: false
    }
  }

  /// Whether the word is a part of `www.example.com`: a dot with letters on both sides touches it.
  private static func isPartOfAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> Bool {
    guard span.length > 1 else { return false }
    if span.end + 1 < bytes.count, bytes[span.end] == 0x2E, Characters.isLetter(bytes[span.end + 1]) { return true }
    return span.start > 1 && bytes[span.start - 1] == 0x2E && Characters.isLetter(bytes[span.start - 2])
      && (span.start < 3 || Characters.isLetter(bytes[span.start - 3]))
  }
}

/// Gives each spelling a number.
private struct FormTable {
  /// The text that the words stand in; set before the first is added.
  var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private(set) var forms: [WordForm] = []
  /// Where each form stands first.
  private var places: [Range<Int>] = []
  private var hashes: [UInt64] = []
  private var keyNumbers: [String: Int] = [:]
  /// The number of a form plus one; zero is free.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  /// FNV-1a.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  @inline(__always)
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  @inline(__always)
  mutating func form(of place: Range<Int>, hash: UInt64) -> Int {
    var slot = Self.slot(hash, in: slots.count)
    while slots[slot] != 0 {
      let form = Int(slots[slot]) - 1
      if hashes[form] == hash, isSame(place, places[form]) { return form }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(forms.count + 1)
    add(place, hash)
    return forms.count - 1
  }

  @inline(__always)
  private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    var (i, j) = (a.lowerBound, b.lowerBound)
    while i < a.upperBound {
      if text[i] != text[j] { return false }
      i &+= 1
      j &+= 1
    }
    return true
  }

  private mutating func add(_ place: Range<Int>, _ hash: UInt64) {
    let spelling = UnsafeBufferPointer(rebasing: text[place])
    let key = String(decoding: spelling, as: UTF8.self).lowercased()
    let number = keyNumbers[key] ?? keyNumbers.count
    keyNumbers[key] = number
    forms.append(WordForm(spelling, key: key, keyNumber: number))
    places.append(place)
    hashes.append(hash)
    if forms.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (form, hash) in hashes.enumerated() {
      var slot = Self.slot(hash, in: slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(form + 1)
    }
  }

  @inline(__always)
  private static func slot(_ hash: UInt64, in count: Int) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(count - 1))
  }
}
