/// Words that go together in the beads of two texts: what the texts themselves teach about each other.
///
/// The names of a novel, the terms of a report. IBM model 1 by expectation maximisation over the beads of a draft, where
/// known translations explain their words first (Brown et al. 1993).
struct InducedLexicon {
  /// For each Chinese type its links.
  private(set) var links: [[TranslationTable.Link]]

  private static let rounds = 5
  /// What is taken off every count: a pair that was seen together once shows nothing.
  private static let discount: Float = 1
  /// Types with a greater share of their text go with everything.
  private static let greatestShare = 0.03
  /// Beads with more pairs of words than this teach little about each.
  private static let greatestPairs = 4000

  init(beads: [Bead], table: TranslationTable, chinese: TokenizedText, english: TokenizedText) {
    links = [[TranslationTable.Link]](repeating: [], count: chinese.keys.count)
    let usable = (
      chinese: Self.usable(chinese, table.chineseProbabilities),
      english: Self.usable(english, table.englishProbabilities)
    )
    let known = Self.knownPairs(table)
    var lists: [[UInt64]] = []
    var bags: [(chinese: [Int32], english: [Int32])] = []
    for bead in beads where !bead.isOneSided {
      let bag = (
        chinese: Self.types(chinese, bead.chinese, usable.chinese),
        english: Self.types(english, bead.english, usable.english)
      )
      if bag.chinese.count * bag.english.count > Self.greatestPairs { continue }
      bags.append(bag)
      lists.append(bag.english.flatMap { e in bag.chinese.map { Self.key($0, e) } })
    }
    let pairs = Self.repeated(lists)
    if pairs.isEmpty { return }
    var probability = pairs.map { known.contains($0) ? Float(0.5) : 0.05 }
    var counts = [Float](repeating: 0, count: pairs.count)
    let indices = lists.map { list in list.map { Self.index(of: $0, in: pairs) } }
    for _ in 0..<Self.rounds {
      counts = [Float](repeating: 0, count: pairs.count)
      for (bag, list) in zip(bags, indices) {
        let width = bag.chinese.count
        for column in bag.english.indices {
          // Chance explains a word too.
          var sum: Float = 0.02
          for index in list[(column * width)..<((column + 1) * width)] where index >= 0 { sum += probability[index] }
          for index in list[(column * width)..<((column + 1) * width)] where index >= 0 {
            counts[index] += probability[index] / sum
          }
        }
      }
      var totals = [Float](repeating: 1, count: chinese.keys.count)
      for (index, pair) in pairs.enumerated() { totals[Int(pair >> 32)] += counts[index] }
      for (index, pair) in pairs.enumerated() { probability[index] = counts[index] / totals[Int(pair >> 32)] }
    }
    for (index, pair) in pairs.enumerated() where !known.contains(pair) {
      let (type, other) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      let count = counts[index] - Self.discount
      if count < 0.5 { continue }
      let forward = count / Float(chinese.frequencies[type])
      let backward = count / Float(english.frequencies[other])
      if forward < 0.05 && backward < 0.05 { continue }
      links[type].append(
        TranslationTable.Link(
          english: Int32(other), forward: min(0.6, forward), backward: min(0.6, backward), source: .induced))
    }
  }

  private static func key(_ chinese: Int32, _ english: Int32) -> UInt64 { UInt64(chinese) << 32 | UInt64(english) }

  private static func usable(_ text: TokenizedText, _ probabilities: [Double]) -> [Bool] {
    text.keys.indices.map { type in
      switch text.keys[type] {
      case .word: text.frequencies[type] >= 2 && probabilities[type] < greatestShare
      case .number, .mark, .entity: false
      }
    }
  }

  private static func types(_ text: TokenizedText, _ segments: Range<Int>, _ usable: [Bool]) -> [Int32] {
    let places = text.starts[segments.lowerBound]..<text.starts[segments.upperBound]
    return Array(Set(text.types[places].filter { usable[Int($0)] })).sorted()
  }

  private static func knownPairs(_ table: TranslationTable) -> Set<UInt64> {
    var known: Set<UInt64> = []
    for type in 0..<(table.starts.count - 1) {
      for link in table.links[table.starts[type]..<table.starts[type + 1]] where link.source == .dictionary {
        known.insert(key(Int32(type), link.english))
      }
    }
    return known
  }

  /// The pairs that stand in two beads or more, sorted.
  private static func repeated(_ lists: [[UInt64]]) -> [UInt64] {
    var all: [UInt64] = []
    all.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for list in lists { all += list }
    all.sort()
    var result: [UInt64] = []
    for index in all.indices.dropFirst() where all[index] == all[index - 1] && result.last != all[index] {
      result.append(all[index])
    }
    return result
  }

  /// The place of a pair, or -1.
  private static func index(of pair: UInt64, in pairs: [UInt64]) -> Int {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < pair { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low] == pair ? low : -1
  }
}
