/// Texts, each once, numbered from 0 in the order in which they came.
///
/// One array of bytes and one table of numbers, in place of an object for every text.
public struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  /// The numbers of the texts by their hash, -1 where there is none; a power of two, at most half full.
  private var slots: [Int32]

  /// Creates an empty pool with room for so many texts; it grows as it must.
  public init(expecting count: Int = 32) {
    var capacity = 64
    while capacity < count * 2 { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
  }

  /// How many texts there are.
  public var count: Int { ends.count }

  /// The bytes of a text.
  public subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  /// The number of a text, and whether it was not there before.
  public mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    var slot = Self.slot(Self.hash(of: text), in: slots.count)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if equals(text, number) { return (number, false) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: ends.count)
    append(text)
    return (ends.count - 1, true)
  }

  // MARK: Hashing

  /// FNV-1a.
  private static func hash(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// Where the search for a hash begins, its high bits mixed into the low ones.
  private static func slot(_ hash: UInt64, in count: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash &>> 29) & (count &- 1)
  }

  // MARK: Storage

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  private func equals(_ text: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    var index = 0
    while index < text.count {
      if text[index] != bytes[range.lowerBound &+ index] { return false }
      index &+= 1
    }
    return true
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    if ends.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in ends.indices {
      let range = range(number)
      let hash = bytes.withUnsafeBufferPointer { Self.hash(of: UnsafeBufferPointer(rebasing: $0[range])) }
      var slot = Self.slot(hash, in: slots.count)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}
