/// Words of Unicode scalars and what each stands for, found at a place of a text by longest match.
///
/// Most scalars of a text begin no word: that costs one look at a bit. The others cost a probe or two of a table by the
/// first two scalars; nothing is allocated.
public struct ScalarWords<Value: Sendable>: Sendable {
  /// A word in ``letters``.
  @usableFromInline
  struct Entry: Sendable {
    @usableFromInline var start: UInt32
    @usableFromInline var count: UInt32
    @usableFromInline var value: Value
  }

  /// The entries whose words begin alike.
  @usableFromInline
  struct Group: Sendable {
    /// The first two scalars; zero for a free place of the table.
    @usableFromInline var key: UInt32
    @usableFromInline var first: UInt32
    @usableFromInline var end: UInt32
  }

  /// The words one after another.
  @usableFromInline let letters: [UInt32]
  /// Those that begin alike side by side, the longest first; of equal ones the first given.
  @usableFromInline let entries: [Entry]
  /// An open hash table.
  @usableFromInline let groups: [Group]
  /// The scalars that a word begins with.
  public let firsts: HanSet

  /// Creates the table of some words.
  ///
  /// Left out are empty words and those with U+0000 or a scalar beyond the Basic Multilingual Plane among the first two.
  public init(_ words: some Sequence<(scalars: [UInt32], value: Value)>) {
    let words = words.filter { !$0.scalars.isEmpty && $0.scalars.prefix(2).allSatisfy { (1..<0x10000).contains($0) } }
    let order = words.indices.map { index in
      let length = UInt64(255 - min(words[index].scalars.count, 255))
      return UInt64(Self.key(of: words[index].scalars)) << 32 | length << 24 | UInt64(index & 0xFF_FFFF)
    }.sorted()
    var letters: [UInt32] = []
    var entries: [Entry] = []
    var found: [Group] = []
    for rank in order {
      let (scalars, value) = words[Int(rank & 0xFF_FFFF)]
      if found.last?.key != UInt32(rank >> 32) {
        found.append(Group(key: UInt32(rank >> 32), first: UInt32(entries.count), end: 0))
      }
      entries.append(Entry(start: UInt32(letters.count), count: UInt32(scalars.count), value: value))
      letters += scalars
      found[found.count - 1].end = UInt32(entries.count)
    }
    var size = 4
    while size < found.count * 2 { size *= 2 }
    var groups = [Group](repeating: Group(key: 0, first: 0, end: 0), count: size)
    for group in found {
      var place = Self.place(of: group.key) & (size - 1)
      while groups[place].key != 0 { place = (place + 1) & (size - 1) }
      groups[place] = group
    }
    self.letters = letters
    self.entries = entries
    self.groups = groups
    firsts = HanSet(found.lazy.map { $0.key >> 16 })
  }

  private static func key(of scalars: [UInt32]) -> UInt32 { scalars[0] << 16 | (scalars.count > 1 ? scalars[1] : 0) }

  /// The first two scalars of every word, in no order; the second is nil in words of one.
  public var openings: some Sequence<(first: UInt32, second: UInt32?)> {
    groups.lazy.filter { $0.key != 0 }.map { ($0.key >> 16, $0.key & 0xFFFF == 0 ? nil : $0.key & 0xFFFF) }
  }

  /// The longest word that begins at `index`, and how many scalars it has.
  @inlinable
  public func match(in text: UnsafeBufferPointer<UInt32>, at index: Int) -> (value: Value, count: Int)? {
    guard index >= 0, index < text.count, firsts.contains(text[index]) else { return nil }
    if index + 1 < text.count, text[index + 1] <= 0xFFFF {
      for number in entries(of: text[index] << 16 | text[index + 1]) where stands(number, in: text, at: index) {
        return (entries[number].value, Int(entries[number].count))
      }
    }
    guard let number = entries(of: text[index] << 16).first else { return nil }
    return (entries[number].value, 1)
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
      if start >= max(floor, 0), firsts.contains(text[start]), length == 1 || text[start + 1] <= 0xFFFF {
        let second = length == 1 ? 0 : text[start + 1]
        for number in entries(of: text[start] << 16 | second)
        where Int(entries[number].count) == length && stands(number, in: text, at: start) {
          return (entries[number].value, length)
        }
      }
      length -= 1
    }
    return nil
  }

  @inlinable
  static func place(of key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 8) }

  @inlinable
  func entries(of key: UInt32) -> Range<Int> {
    let mask = groups.count - 1
    var place = Self.place(of: key) & mask
    while groups[place].key != key {
      if groups[place].key == 0 { return 0..<0 }
      place = (place + 1) & mask
    }
    return Int(groups[place].first)..<Int(groups[place].end)
  }

  /// Whether a word whose first two scalars stand at `index` stands there whole.
  @inlinable
  func stands(_ number: Int, in text: UnsafeBufferPointer<UInt32>, at index: Int) -> Bool {
    let start = Int(entries[number].start)
    let count = Int(entries[number].count)
    guard index + count <= text.count else { return false }
    var offset = 2
    while offset < count {
      if letters[start + offset] != text[index + offset] { return false }
      offset += 1
    }
    return true
  }
}
