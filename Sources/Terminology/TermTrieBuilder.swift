import Lexicon

/// Lays the nodes of a ``TermTrie`` into its array.
struct TermTrieBuilder {
  private let keys: [(codes: [UInt16], value: Int)]
  private let codeCount: Int
  private let latinEnd: UInt16
  private var units: [UInt64] = []
  private var isTaken: [Bool] = []
  private var isBase: [Bool] = []
  /// Where to look for room for one child, for a few and for many; everything before is as good as full.
  private var firstFree = [1, 1, 1]
  private var tails: [UInt16] = []

  /// Takes keys that differ and are not empty; their codes must lie below `codeCount`, their values not be negative.
  init(_ keys: [(codes: [UInt16], value: Int)], codeCount: Int, latinEnd: Int) {
    self.keys = keys.sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
    self.codeCount = codeCount
    self.latinEnd = UInt16(latinEnd)
  }

  /// Lays out the trie and appends its four sections.
  mutating func append(to writer: inout CompiledDataWriter) {
    grow(to: TermTrie.rootBase + codeCount + 1)
    isTaken[0] = true
    placeAll()
    let count = max(isTaken.lastIndex(of: true) ?? 0, (isBase.lastIndex(of: true) ?? 0) + codeCount) + 1
    grow(to: count)
    units.removeLast(units.count - count)
    tails.append(FoldedAlphabet.unknown)
    writer.append(numbers: units)
    writer.append(numbers: tails)
    let (words, phrases) = firstWords()
    writer.append(numbers: words)
    writer.append(numbers: phrases)
  }

  // MARK: Placing

  private mutating func placeAll() {
    var open: [(keys: Range<Int>, depth: Int, node: Int)] = []
    isBase[TermTrie.rootBase] = true
    for (code, group) in groups(of: keys.indices, at: 0) {
      let node = TermTrie.rootBase + Int(code)
      take(node, label: code)
      open.append((group, 1, node))
    }
    open.reverse()
    while let (range, depth, node) = open.popLast() {
      var range = range
      if keys[range.lowerBound].codes.count == depth {
        units[node] |= UInt64(keys[range.lowerBound].value + 1) << 40
        range.removeFirst()
      }
      if range.isEmpty { continue }
      if range.count == 1, setTail(keys[range.lowerBound], from: depth, of: node) { continue }
      let groups = groups(of: range, at: depth)
      let base = place(for: groups.map(\.code), near: node)
      if base > TermTrie.greatestNumber { continue }  // sixteen million nodes: what does not fit is not found
      isBase[base] = true
      units[node] |= UInt64(base) << 16
      for (code, _) in groups { take(base + Int(code), label: code) }
      for (code, group) in groups.reversed() { open.append((group, depth + 1, base + Int(code))) }
    }
  }

  private mutating func setTail(_ key: (codes: [UInt16], value: Int), from depth: Int, of node: Int) -> Bool {
    guard tails.count <= TermTrie.greatestNumber else { return false }
    units[node] |= TermTrie.tailFlag | UInt64(tails.count) << 16
    let codes = key.codes[depth...]
    tails.append(UInt16(codes.count))
    tails.append(UInt16(key.value & 0xFFFF))
    tails.append(UInt16(key.value >> 16))
    tails.append(contentsOf: codes)
    return true
  }

  /// The keys of a range by their code at a depth, in order.
  private func groups(of range: Range<Int>, at depth: Int) -> [(code: UInt16, keys: Range<Int>)] {
    var result: [(code: UInt16, keys: Range<Int>)] = []
    for index in range {
      let code = keys[index].codes[depth]
      if let last = result.last, last.code == code {
        result[result.count - 1].keys = last.keys.lowerBound..<(index + 1)
      } else {
        result.append((code, index..<(index + 1)))
      }
    }
    return result
  }

  // MARK: Free places

  /// A base under which all these codes have a free place: right behind the parent if there is room, so that one read
  /// of memory brings several steps.
  private mutating func place(for codes: [UInt16], near node: Int) -> Int {
    let first = Int(codes[0])
    if codes.count <= 8, Int(codes[codes.count - 1]) - first < 512 {
      grow(to: node + 1024)
      for candidate in node + 1...node + (codes.count == 1 ? 32 : 256) where candidate > first {
        if fits(codes, candidate - first) { return candidate - first }
      }
    }
    return place(for: codes)
  }

  /// A base under which all these codes have a free place.
  ///
  /// The search goes on where the last one of its kind ended; places that many have tried in vain are given up.
  private mutating func place(for codes: [UInt16]) -> Int {
    let kind = codes.count == 1 ? 0 : codes.count < 8 ? 1 : 2
    let first = Int(codes[0])
    let start = max(firstFree[kind], first + 1)
    var candidate = start
    var misses = 0
    while true {
      grow(to: candidate + codeCount + 1)
      if fits(codes, candidate - first) { break }
      if !isTaken[candidate] {
        misses += 1
      } else if misses == 0 {
        firstFree[kind] = max(firstFree[kind], candidate)
      }
      candidate += 1
    }
    if misses > 64 || candidate - start > 4096 { firstFree[kind] = max(firstFree[kind], candidate - 64) }
    return candidate - first
  }

  private func fits(_ codes: [UInt16], _ base: Int) -> Bool {
    !isTaken[base + Int(codes[0])] && !isBase[base] && codes.allSatisfy { !isTaken[base + Int($0)] }
  }

  private mutating func take(_ place: Int, label: UInt16) {
    isTaken[place] = true
    units[place] = UInt64(label)
  }

  private mutating func grow(to count: Int) {
    if count <= units.count { return }
    let added = max(count - units.count, units.count / 2, 1 << 12)
    units.append(contentsOf: repeatElement(TermTrie.freeLabel, count: added))
    isTaken.append(contentsOf: repeatElement(false, count: added))
    isBase.append(contentsOf: repeatElement(false, count: added))
  }

  // MARK: Short cuts

  private func isLatin(_ code: UInt16) -> Bool { code >= FoldedAlphabet.unknownLatin && code < latinEnd }

  private func firstWords() -> (words: [FirstWords.Entry], phrases: [UInt64]) {
    var entries: [UInt64: FirstWords.Entry] = [:]
    var phrases: [UInt64] = []
    for (codes, _) in keys where isLatin(codes[0]) {
      let ended = codes + [FoldedAlphabet.unknown]
      let (key, length) = ended.withUnsafeBufferPointer { FirstWords.key($0.baseAddress!, latinEnd: latinEnd) }
      if key == 0 { continue }
      let (node, depth) = self.node(of: codes[..<length])
      var entry = entries[key] ?? FirstWords.Entry(key: key, start: UInt32(node | depth << 24), followers: 0)
      switch codes.count - length {
      case 0: entry.start |= 0x8000_0000
      case 1:
        entry.start |= 0x4000_0000
        entry.followers = .max
      default:
        entry.followers |= FirstWords.follower(codes[length], codes[length + 1])
        if codes.count == length + 2 { entry.start |= 0x4000_0000 }
      }
      if codes.count > length + 2 {
        phrases.append(ended.withUnsafeBufferPointer { FirstWords.phraseHash(key, $0.baseAddress! + length) })
      }
      entries[key] = entry
    }
    return (FirstWords.compiled(Array(entries.values)), FirstWords.compiled(phrases: phrases))
  }

  /// The node that these codes lead to, or the one before the tail that holds the rest of them.
  private func node(of codes: ArraySlice<UInt16>) -> (node: Int, depth: Int) {
    var node = TermTrie.rootBase + Int(codes[0])
    for (depth, code) in codes.enumerated().dropFirst() {
      let unit = units[node]
      if unit & TermTrie.tailFlag != 0 { return (node, depth) }
      node = TermTrie.base(unit) + Int(code)
    }
    return (node, codes.count)
  }
}
