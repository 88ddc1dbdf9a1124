/// How often each pair of characters of the Basic Multilingual Plane was seen: an open hash table without owners to count,
/// since every character of a text is counted, and asked for again and again.
struct PairCounts: Sendable {
  /// Pairs (the upper half) with their counts, side by side: a look costs one place of memory.
  private var slots: [UInt64]
  private var used = 0

  /// Creates a table with room for so many pairs; it grows as it must.
  init(expecting count: Int = 512) {
    var capacity = 1 << 10
    while capacity < count * 2 { capacity *= 2 }
    slots = [UInt64](repeating: 0, count: capacity)
  }

  /// How often `second` was seen right behind `first`; 0 for characters beyond the plane.
  func count(of second: UInt32, after first: UInt32) -> Int32 {
    guard first <= 0xFFFF, second <= 0xFFFF else { return 0 }
    return Int32(truncatingIfNeeded: slots[place(of: first << 16 | second)])
  }

  /// Takes note of a pair; one of two U+0000 is left out.
  mutating func add(_ second: UInt32, after first: UInt32) {
    guard first <= 0xFFFF, second <= 0xFFFF, first | second != 0 else { return }
    let key = first << 16 | second
    let place = place(of: key)
    if slots[place] != 0 {
      slots[place] &+= 1
      return
    }
    slots[place] = UInt64(key) << 32 | 1
    used += 1
    if used * 2 > slots.count { grow() }
  }

  /// Where the key stands, or would stand.
  private func place(of key: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int((key &* 0x9E37_79B1) >> 7) & mask
    while slots[place] != 0, UInt32(truncatingIfNeeded: slots[place] >> 32) != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for slot in old where slot != 0 { slots[place(of: UInt32(truncatingIfNeeded: slot >> 32))] = slot }
  }
}
