/// A map from byte strings to numbers that finds all keys at a place of a text in one walk.
///
/// A double array in the manner of Aoe (1989), one 32-bit unit a node. A unit holds its label, so that one comparison
/// tells a child from a stranger. Texts in Han enter by a table of first characters instead of three steps from the
/// root, and a bit for each pair of first two characters turns most places away before any unit is read.
public struct DoubleArrayTrie: Sendable {
  static let kind = "trie"
  static let version: UInt32 = 1

  @usableFromInline let units: StoredArray<UInt32>
  /// Node of each first character U+0800 to U+FFFF, by code point; empty when a key is not UTF-8.
  @usableFromInline let entrances: StoredArray<UInt32>
  /// A bit for each hashed pair of two first Han characters; a power of two of bits.
  @usableFromInline let pairs: StoredArray<UInt64>
  @usableFromInline let pairMask: UInt32
  /// A bit for each ASCII byte with the byte after it, for places where a key may begin.
  @usableFromInline let openings: StoredArray<UInt64>

  /// Opens compiled data.
  ///
  /// Costs nothing but a look at their head.
  public init(store: ByteStore) throws(LexiconError) {
    let reader = try CompiledDataReader(store, kind: Self.kind, version: Self.version, sectionCount: 4)
    units = try reader.numbers(0)
    entrances = try reader.numbers(1)
    pairs = try reader.numbers(2)
    guard units.count > 0 else { throw .malformedSection(0) }
    guard entrances.count == 0 || entrances.count == 0x10000 else { throw .malformedSection(1) }
    guard pairs.count > 0, pairs.count & (pairs.count - 1) == 0, pairs.count <= 1 << 25 else {
      throw .malformedSection(2)
    }
    openings = try reader.numbers(3)
    guard openings.count == 512 else { throw .malformedSection(3) }
    pairMask = UInt32(pairs.count * 64 - 1)
  }

  /// The compiled data of these keys.
  ///
  /// Values must not be negative. Empty keys and keys with a zero byte are left out; of equal keys the first one stays.
  public static func compiled(from keys: [(key: [UInt8], value: Int32)]) -> [UInt8] {
    var builder = DoubleArrayBuilder(keys)
    return builder.compiled()
  }

  /// The longest key that the bytes at `start` begin with, or nil.
  ///
  /// Costs the length of the key.
  @inlinable @inline(__always)
  public func longestMatch(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (length: Int, value: Int32)? {
    var found: (length: Int, value: Int32)?
    forEachMatch(in: bytes, at: start) { length, value in found = (length, value) }
    return found
  }

  /// Calls `body` with every key that the bytes at `start` begin with, shortest first.
  @inlinable @inline(__always)
  public func forEachMatch(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ body: (_ length: Int, _ value: Int32) -> Void
  ) {
    defer { extendLifetime(self) }  // the pointers are ours only as long as the store is
    let units = self.units.pointer
    let unitCount = UInt32(truncatingIfNeeded: self.units.count)
    let count = bytes.count
    guard start >= 0, start < count, let text = bytes.baseAddress else { return }
    var index = start
    var node: UInt32 = 0
    let lead = text[start]
    if lead < 0x80 {
      if start &+ 1 < count {
        let bit = Int(lead) << 8 | Int(text[start &+ 1])
        if openings.pointer[bit >> 6] & (1 << UInt64(bit & 63)) == 0 { return }
      }
    } else if lead & 0xF0 == 0xE0, entrances.count != 0, start &+ 2 < count {
      let scalar = Self.threeByteScalar(text, start)
      guard scalar >= 0x800 else { return }
      node = entrances.pointer[Int(scalar)]
      guard node != 0, node < unitCount else { return }
      index = start &+ 3
      let unit = units[Int(node)]
      if unit & 0x100 != 0 {
        let leaf = node ^ Self.offset(of: unit)
        if leaf < unitCount { body(3, Int32(bitPattern: units[Int(leaf)] & 0x7FFF_FFFF)) }
      }
      guard index < count else { return }
      if text[index] & 0xF0 == 0xE0, index &+ 2 < count {
        let bit = Self.pairHash(scalar, Self.threeByteScalar(text, index)) & pairMask
        if pairs.pointer[Int(bit >> 6)] & (1 << UInt64(bit & 63)) == 0 { return }
      }
    }
    var unit = units[Int(node)]
    while index < count {
      let label = UInt32(text[index])
      node ^= Self.offset(of: unit) ^ label
      guard node < unitCount else { return }
      unit = units[Int(node)]
      guard unit & 0x8000_00FF == label, label != 0 else { return }
      index &+= 1
      if unit & 0x100 != 0 {
        let leaf = node ^ Self.offset(of: unit)
        if leaf < unitCount { body(index &- start, Int32(bitPattern: units[Int(leaf)] & 0x7FFF_FFFF)) }
      }
    }
  }

  /// The value of a key, or nil.
  public func value(of key: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard let match = longestMatch(in: key, at: 0), match.length == key.count else { return nil }
    return match.value
  }

  /// The value of a key, or nil.
  public func value(of key: some Sequence<UInt8>) -> Int32? {
    key.withContiguousStorageIfAvailable { value(of: $0) } ?? Array(key).withUnsafeBufferPointer { value(of: $0) }
  }

  /// The value of a key, or nil.
  public func value(of key: some StringProtocol) -> Int32? { value(of: key.utf8) }

  /// Calls `body` with the longest keys from left to right; a match begins where the one before has ended.
  ///
  /// The bytes must be UTF-8: matches begin at characters.
  @inlinable @inline(__always)
  public func forEachLongestMatch(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ start: Int, _ length: Int, _ value: Int32) -> Void
  ) {
    var index = 0
    while index < bytes.count {
      if let match = longestMatch(in: bytes, at: index) {
        body(index, match.length, match.value)
        index &+= match.length
      } else {
        index &+= Self.characterLength(bytes[index])
      }
    }
  }

  @inlinable @inline(__always)
  static func offset(of unit: UInt32) -> UInt32 {
    ((unit & 0x7FFF_FFFF) >> 10) << ((unit & 0x200) >> 6)
  }

  @inlinable @inline(__always)
  static func pairHash(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let mixed = (first << 16 ^ second) &* 0x9E37_79B1
    return mixed ^ mixed >> 15
  }

  /// The scalar of three bytes, or 0 when they are no three-byte sequence.
  @inlinable @inline(__always)
  static func threeByteScalar(_ text: UnsafePointer<UInt8>, _ index: Int) -> UInt32 {
    let second = UInt32(text[index &+ 1])
    let third = UInt32(text[index &+ 2])
    guard (second ^ 0x80 | third ^ 0x80) & 0xC0 == 0 else { return 0 }
    return UInt32(text[index] & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
  }

  @inlinable @inline(__always)
  static func characterLength(_ lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
}
