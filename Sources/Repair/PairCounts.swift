/// How often each pair of characters of the Basic Multilingual Plane was seen: an open hash table without owners to count,
/// since every character of a text is counted, and asked for again and again.
struct PairCounts: Sendable {
  private var keys: [UInt32]
  private var counts: [Int32]
  private var used = 0

  init() {
    keys = [UInt32](repeating: 0, count: 1 << 10)
    counts = [Int32](repeating: 0, count: 1 << 10)
  }

  /// How often `second` was seen right behind `first`; 0 for characters beyond the plane.
  func count(of second: UInt32, after first: UInt32) -> Int32 {
    guard first <= 0xFFFF, second <= 0xFFFF else { return 0 }
    return counts[place(of: first << 16 | second)]
  }

  /// Takes note of a pair; one of two U+0000 is left out.
  mutating func add(_ second: UInt32, after first: UInt32) {
    guard first <= 0xFFFF, second <= 0xFFFF, first | second != 0 else { return }
    let key = first << 16 | second
    let place = place(of: key)
    counts[place] &+= 1
    guard keys[place] == 0 else { return }
    keys[place] = key
    used += 1
    if used * 2 > keys.count { grow() }
  }

  /// Where the key stands, or would stand.
  private func place(of key: UInt32) -> Int {
    let mask = keys.count - 1
    var place = Int((key &* 0x9E37_79B1) >> 7) & mask
    while keys[place] != key, keys[place] != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = [UInt32](repeating: 0, count: oldKeys.count * 2)
    counts = [Int32](repeating: 0, count: oldKeys.count * 2)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      let place = place(of: oldKeys[index])
      (keys[place], counts[place]) = (oldKeys[index], oldCounts[index])
    }
  }
}
