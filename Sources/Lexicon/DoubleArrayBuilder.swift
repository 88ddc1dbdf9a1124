/// Lays the nodes of a trie into a double array.
///
/// Free places are kept in a ring; only the newest blocks stay open, so that looking for room costs little however
/// large the array grows.
struct DoubleArrayBuilder {
  private static let blockSize = 256
  private static let openBlocks = 16

  private let keys: [(key: [UInt8], value: Int32)]
  private var units: [UInt32] = []
  private var isTaken: [Bool] = []
  /// Whether a parent has its children at this base; no other may, or the label alone would not tell them apart.
  private var isBase: [Bool] = []
  private var next: [Int32] = []
  private var previous: [Int32] = []
  private var head: Int32 = -1

  init(_ keys: [(key: [UInt8], value: Int32)]) {
    var kept = keys.enumerated().filter { !$0.element.key.isEmpty && !$0.element.key.contains(0) }
    kept.sort { a, b in
      let order = Self.compare(a.element.key, b.element.key)
      return order == 0 ? a.offset < b.offset : order < 0
    }
    var unique: [(key: [UInt8], value: Int32)] = []
    unique.reserveCapacity(kept.count)
    for (_, element) in kept where unique.isEmpty || unique[unique.count - 1].key != element.key {
      precondition(element.value >= 0, "values of a trie must not be negative")
      unique.append(element)
    }
    self.keys = unique
  }

  mutating func compiled() -> [UInt8] {
    addBlock()
    take(0)
    isBase[0] = true
    placeAll()
    var writer = CompiledDataWriter(kind: DoubleArrayTrie.kind, version: DoubleArrayTrie.version)
    writer.append(numbers: units)
    writer.append(numbers: entrances())
    writer.append(numbers: pairBits())
    writer.append(numbers: openingBits())
    return writer.bytes()
  }

  private static func compare(_ a: [UInt8], _ b: [UInt8]) -> Int {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        for index in 0..<min(a.count, b.count) where a[index] != b[index] { return Int(a[index]) - Int(b[index]) }
        return a.count - b.count
      }
    }
  }

  // MARK: Placing

  private mutating func placeAll() {
    var open: [(keys: Range<Int>, depth: Int, node: Int)] = keys.isEmpty ? [] : [(0..<keys.count, 0, 0)]
    var labels: [UInt8] = []
    var groups: [Range<Int>] = []
    while let (range, depth, node) = open.popLast() {
      labels.removeAll(keepingCapacity: true)
      groups.removeAll(keepingCapacity: true)
      var first = range.lowerBound
      for index in range {
        let key = keys[index].key
        let label = depth < key.count ? key[depth] : 0
        if labels.last == label { continue }
        if !labels.isEmpty { groups.append(first..<index) }
        labels.append(label)
        first = index
      }
      groups.append(first..<range.upperBound)
      let base = place(labels, of: node)
      for (label, group) in zip(labels, groups) {
        let child = base ^ Int(label)
        if label == 0 {
          units[child] = 0x8000_0000 | UInt32(bitPattern: keys[group.lowerBound].value)
          units[node] |= 0x100
        } else {
          units[child] = UInt32(label)
        }
      }
      for (label, group) in zip(labels, groups).reversed() where label != 0 {
        open.append((group, depth + 1, base ^ Int(label)))
      }
    }
  }

  /// Takes places for the children of a node and notes their base in it.
  private mutating func place(_ labels: [UInt8], of node: Int) -> Int {
    let base = self.base(for: labels, of: node)
    while units.count <= base | 0xFF { addBlock() }
    for label in labels { take(base ^ Int(label)) }
    isBase[base] = true
    let offset = UInt32(node ^ base)
    units[node] &= 0x1FF
    units[node] |= offset < 1 << 21 ? offset << 10 : (offset >> 8) << 10 | 0x200
    return base
  }

  private func base(for labels: [UInt8], of node: Int) -> Int {
    let fresh = units.count | (node & 0xFF)
    guard head >= 0 else { return fresh }
    var candidate = head
    repeat {
      let base = Int(candidate) ^ Int(labels[0])
      let offset = node ^ base
      if !isBase[base], offset < 1 << 21 || offset & 0xFF == 0,
        labels.dropFirst().allSatisfy({ !isTaken[base ^ Int($0)] })
      {
        return base
      }
      candidate = next[Int(candidate)]
    } while candidate != head
    return fresh
  }

  // MARK: Free places

  private mutating func addBlock() {
    let start = units.count
    units.append(contentsOf: repeatElement(0x8000_0000, count: Self.blockSize))
    isTaken.append(contentsOf: repeatElement(false, count: Self.blockSize))
    isBase.append(contentsOf: repeatElement(false, count: Self.blockSize))
    next.append(contentsOf: repeatElement(-1, count: Self.blockSize))
    previous.append(contentsOf: repeatElement(-1, count: Self.blockSize))
    for place in start..<units.count { link(place) }
    let closing = start / Self.blockSize - Self.openBlocks
    if closing >= 0 {
      for place in closing * Self.blockSize..<(closing + 1) * Self.blockSize where !isTaken[place] { take(place) }
    }
  }

  private mutating func link(_ place: Int) {
    let place = Int32(place)
    if head < 0 {
      head = place
      next[Int(place)] = place
      previous[Int(place)] = place
      return
    }
    let last = previous[Int(head)]
    next[Int(last)] = place
    previous[Int(place)] = last
    next[Int(place)] = head
    previous[Int(head)] = place
  }

  private mutating func take(_ place: Int) {
    isTaken[place] = true
    let after = next[place]
    if after == Int32(place) {
      head = -1
    } else {
      let before = previous[place]
      next[Int(before)] = after
      previous[Int(after)] = before
      if head == Int32(place) { head = after }
    }
  }

  // MARK: Short cuts

  private func entrances() -> [UInt32] {
    guard keys.allSatisfy({ String(validating: $0.key, as: UTF8.self) != nil }) else { return [] }
    var result = [UInt32](repeating: 0, count: 0x10000)
    for (key, _) in keys where key[0] & 0xF0 == 0xE0 {
      let scalar = key.withUnsafeBufferPointer { DoubleArrayTrie.threeByteScalar($0.baseAddress!, 0) }
      if result[Int(scalar)] != 0 { continue }
      var node = 0
      for byte in key[..<3] { node ^= Int(DoubleArrayTrie.offset(of: units[node])) ^ Int(byte) }
      result[Int(scalar)] = UInt32(node)
    }
    return result
  }

  private func pairBits() -> [UInt64] {
    let hashes = keys.compactMap { key, _ -> UInt32? in
      guard key.count >= 6, key[0] & 0xF0 == 0xE0, key[3] & 0xF0 == 0xE0 else { return nil }
      return key.withUnsafeBufferPointer {
        DoubleArrayTrie.pairHash(
          DoubleArrayTrie.threeByteScalar($0.baseAddress!, 0), DoubleArrayTrie.threeByteScalar($0.baseAddress!, 3))
      }
    }
    var words = 1
    while words * 64 < hashes.count * 8, words < 1 << 16 { words *= 2 }
    var bits = [UInt64](repeating: 0, count: words)
    for hash in hashes {
      let bit = hash & UInt32(words * 64 - 1)
      bits[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }
    return bits
  }

  private func openingBits() -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 512)
    for (key, _) in keys where key[0] < 0x80 {
      let seconds = key.count == 1 ? 0..<256 : Int(key[1])..<(Int(key[1]) + 1)
      for second in seconds {
        let bit = Int(key[0]) << 8 | second
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
    return bits
  }
}
