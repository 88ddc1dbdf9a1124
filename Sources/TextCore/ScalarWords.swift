/// Words of Unicode scalars and what each stands for, found at a place of a text by longest match.
///
/// Most scalars of a text begin no word: that costs one look at a bit. The others cost a probe of a small table; nothing
/// is allocated.
public struct ScalarWords<Value: Sendable>: Sendable {
  /// A word in ``letters``.
  @usableFromInline
  struct Entry: Sendable {
    @usableFromInline var start: UInt32
    @usableFromInline var count: UInt32
    @usableFromInline var value: Value
  }

  /// The words one after another.
  @usableFromInline let letters: [UInt32]
  /// Those that begin with one scalar side by side, the longest first; of equal ones the first given.
  @usableFromInline let entries: [Entry]
  /// An open hash table of first scalars, and where the entries of each begin and end; zero where a place is free.
  @usableFromInline let slots: [(scalar: UInt32, first: UInt32, end: UInt32)]
  @usableFromInline let mask: Int
  /// The scalars that a word begins with.
  public let firsts: HanSet

  /// Creates the table of some words; empty ones are left out, and scalars beyond the Basic Multilingual Plane begin none.
  public init(_ words: some Sequence<(scalars: [UInt32], value: Value)>) {
    let words = words.filter { (1..<0x10000).contains($0.scalars.first ?? 0) }
    let order = words.indices.sorted {
      (words[$0].scalars[0], words[$1].scalars.count, $0) < (words[$1].scalars[0], words[$0].scalars.count, $1)
    }
    var letters: [UInt32] = []
    var entries: [Entry] = []
    var groups: [(scalar: UInt32, first: UInt32, end: UInt32)] = []
    for index in order {
      let (scalars, value) = words[index]
      if groups.last?.scalar != scalars[0] { groups.append((scalars[0], UInt32(entries.count), 0)) }
      entries.append(Entry(start: UInt32(letters.count), count: UInt32(scalars.count), value: value))
      letters += scalars
      groups[groups.count - 1].end = UInt32(entries.count)
    }
    var size = 4
    while size < groups.count * 2 { size *= 2 }
    var slots = [(scalar: UInt32, first: UInt32, end: UInt32)](repeating: (0, 0, 0), count: size)
    for group in groups {
      var place = Self.place(of: group.scalar) & (size - 1)
      while slots[place].scalar != 0 { place = (place + 1) & (size - 1) }
      slots[place] = group
    }
    self.letters = letters
    self.entries = entries
    self.slots = slots
    mask = size - 1
    firsts = HanSet(groups.lazy.map(\.scalar))
  }

  /// Every scalar that a word begins with, in no order.
  public var firstScalars: some Sequence<UInt32> { slots.lazy.map(\.scalar).filter { $0 != 0 } }

  /// The first two scalars of every word, in no order; the second is nil in words of one.
  public var openings: some Sequence<(first: UInt32, second: UInt32?)> {
    entries.lazy.map { entry in
      let start = Int(entry.start)
      return (letters[start], entry.count > 1 ? letters[start + 1] : nil)
    }
  }

  /// The longest word that begins at `index`, and how many scalars it has.
  @inlinable
  public func match(in text: UnsafeBufferPointer<UInt32>, at index: Int) -> (value: Value, count: Int)? {
    guard index >= 0, index < text.count, firsts.contains(text[index]) else { return nil }
    return probe(text, index)
  }

  @inlinable
  func probe(_ text: UnsafeBufferPointer<UInt32>, _ index: Int) -> (value: Value, count: Int)? {
    let group = entries(beginningWith: text[index])
    for number in group where stands(number, in: text, at: index) {
      return (entries[number].value, Int(entries[number].count))
    }
    return nil
  }

  /// The longest word that ends right before `end`, of at most `longest` scalars and none of them before `floor`.
  @inlinable
  public func match(
    in text: UnsafeBufferPointer<UInt32>, before end: Int, floor: Int = 0, longest: Int
  ) -> (value: Value, count: Int)? {
    guard end <= text.count else { return nil }
    var length = longest
    while length > 0 {
      let start = end - length
      if start >= max(floor, 0), firsts.contains(text[start]) {
        for number in entries(beginningWith: text[start])
        where Int(entries[number].count) == length && stands(number, in: text, at: start) {
          return (entries[number].value, length)
        }
      }
      length -= 1
    }
    return nil
  }

  @inlinable
  static func place(of scalar: UInt32) -> Int { Int((scalar &* 0x9E37_79B1) >> 12) }

  @inlinable
  func entries(beginningWith scalar: UInt32) -> Range<Int> {
    var place = Self.place(of: scalar) & mask
    while slots[place].scalar != scalar {
      if slots[place].scalar == 0 { return 0..<0 }
      place = (place + 1) & mask
    }
    return Int(slots[place].first)..<Int(slots[place].end)
  }

  /// Whether a word whose first scalar stands at `index` stands there whole.
  @inlinable
  func stands(_ number: Int, in text: UnsafeBufferPointer<UInt32>, at index: Int) -> Bool {
    let start = Int(entries[number].start)
    let count = Int(entries[number].count)
    guard index + count <= text.count else { return false }
    var offset = 1
    while offset < count {
      if letters[start + offset] != text[index + offset] { return false }
      offset += 1
    }
    return true
  }
}
