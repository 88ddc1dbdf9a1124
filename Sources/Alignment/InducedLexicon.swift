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
  /// A pair that explains less of both its words is left out.
  private static let leastShare: Float = 0.05
  /// Types with a greater share of their text go with everything.
  private static let greatestShare = 0.03
  /// Beads with more pairs of words than this teach little about each.
  private static let greatestPairs = 4000

  init(beads: [Bead], table: TranslationTable, chinese: TokenizedText, english: TokenizedText) {
    links = [[TranslationTable.Link]](repeating: [], count: chinese.keys.count)
    let bags = Bags(
      beads, chinese: chinese, english: english, greatestPairs: Self.greatestPairs,
      usable: (
        Self.usable(chinese, table.chineseProbabilities), Self.usable(english, table.englishProbabilities)
      ))
    let pairs = RepeatedPairs(bags, table: table)
    if pairs.english.isEmpty { return }
    let counts = Self.counts(of: pairs)
    for type in links.indices {
      for pair in pairs.starts[type]..<pairs.starts[type + 1] where !pairs.isKnown[pair] {
        let count = counts[pair] - Self.discount
        if count < 0.5 { continue }
        let other = pairs.english[pair]
        let forward = count / Float(chinese.frequencies[type])
        let backward = count / Float(english.frequencies[Int(other)])
        if forward < Self.leastShare && backward < Self.leastShare { continue }
        links[type].append(
          TranslationTable.Link(
            english: other, forward: min(0.6, forward), backward: min(0.6, backward), source: .induced))
      }
    }
  }

  /// Whether a pair that stands together in `count` beads could be worth a link, were it to explain all of them, where its
  /// words stand in so many.
  fileprivate static func mayTell(_ count: Int32, ofChinese chinese: Int32, ofEnglish english: Int32) -> Bool {
    Float(count) - discount >= leastShare * Float(min(chinese, english))
  }

  private static func usable(_ text: TokenizedText, _ probabilities: [Double]) -> [Bool] {
    text.keys.indices.map { type in
      switch text.keys[type] {
      case .word: text.frequencies[type] >= 2 && probabilities[type] < greatestShare
      case .number, .mark, .entity: false
      }
    }
  }

  /// How often each pair is expected to stand for each other.
  private static func counts(of pairs: RepeatedPairs) -> [Float] {
    var probability = pairs.isKnown.map { $0 ? Float(0.5) : 0.05 }
    var counts = [Float](repeating: 0, count: probability.count)
    for _ in 0..<rounds {
      counts.withUnsafeMutableBufferPointer { counts in
        counts.update(repeating: 0)
        for cell in 0..<(pairs.cellStarts.count - 1) {
          let numbers = pairs.cells[pairs.cellStarts[cell]..<pairs.cellStarts[cell + 1]]
          // Chance explains a word too.
          var sum: Float = 0.02
          for number in numbers { sum += probability[Int(number)] }
          for number in numbers { counts[Int(number)] += probability[Int(number)] / sum }
        }
      }
      for type in 0..<(pairs.starts.count - 1) {
        let range = pairs.starts[type]..<pairs.starts[type + 1]
        let total = counts[range].reduce(1, +)
        for pair in range { probability[pair] = counts[pair] / total }
      }
    }
    return counts
  }
}

/// The usable words of the two sides of beads, each once, in one flat table.
private struct Bags {
  /// Where each bag's types begin; one more than there are bags.
  private(set) var chineseStarts = [0]
  private(set) var englishStarts = [0]
  private(set) var chinese: [Int32] = []
  private(set) var english: [Int32] = []
  var count: Int { chineseStarts.count - 1 }
  /// The number of Chinese and English types at large.
  let typeCounts: (chinese: Int, english: Int)

  init(
    _ beads: [Bead], chinese: TokenizedText, english: TokenizedText, greatestPairs: Int,
    usable: (chinese: [Bool], english: [Bool])
  ) {
    typeCounts = (chinese.keys.count, english.keys.count)
    for bead in beads where !bead.isOneSided {
      let rows = Self.types(chinese, bead.chinese, usable.chinese)
      let columns = Self.types(english, bead.english, usable.english)
      if rows.count * columns.count > greatestPairs { continue }
      self.chinese += rows
      self.english += columns
      chineseStarts.append(self.chinese.count)
      englishStarts.append(self.english.count)
    }
  }

  private static func types(_ text: TokenizedText, _ segments: Range<Int>, _ usable: [Bool]) -> [Int32] {
    let places = text.starts[segments.lowerBound]..<text.starts[segments.upperBound]
    var types = text.types[places].filter { usable[Int($0)] }
    types.sort()
    // A type stands once in a segment, so that only several segments repeat one.
    if segments.count > 1 { types.removeRepeats() }
    return types
  }

  /// For each Chinese type the bags that have it, in order.
  func bagsOfTypes() -> (starts: [Int], bags: [Int32]) {
    var starts = [Int](repeating: 0, count: typeCounts.chinese + 1)
    for type in chinese { starts[Int(type) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    var bags = [Int32](repeating: 0, count: chinese.count)
    for bag in 0..<count {
      for type in chinese[chineseStarts[bag]..<chineseStarts[bag + 1]] {
        bags[next[Int(type)]] = Int32(bag)
        next[Int(type)] += 1
      }
    }
    return (starts, bags)
  }
}

/// The pairs of words that stand together in two bags or more, and where they do.
///
/// Those that could never be told are left out: most pairs of common words, which cost more than all others.
private struct RepeatedPairs {
  /// Where the pairs of each Chinese type begin; one more than there are types.
  private(set) var starts = [0]
  /// The English type of each pair.
  private(set) var english: [Int32] = []
  /// Whether the dictionary has the pair.
  private(set) var isKnown: [Bool] = []
  /// For each English word of each bag the pairs that may explain it.
  private(set) var cellStarts: [Int] = []
  private(set) var cells: [Int32] = []

  init(_ bags: Bags, table: TranslationTable) {
    let (bagStarts, bagNumbers) = bags.bagsOfTypes()
    // In how many bags each English type stands.
    var frequencies = [Int32](repeating: 0, count: bags.typeCounts.english)
    for type in bags.english { frequencies[Int(type)] += 1 }
    // By English type: in how many bags it stands with the Chinese type at hand, its pair, and whether it is known.
    var counts = [Int32](repeating: 0, count: bags.typeCounts.english)
    var slots = [Int32](repeating: -1, count: counts.count)
    var known = [Bool](repeating: false, count: counts.count)
    var touched: [Int32] = []
    var found: [(cell: Int32, pair: Int32)] = []
    found.reserveCapacity(4 * bags.english.count)
    for type in 0..<bags.typeCounts.chinese {
      defer { starts.append(english.count) }
      let ownBags = bagNumbers[bagStarts[type]..<bagStarts[type + 1]]
      if ownBags.count < 2 { continue }
      let links = table.links[table.starts[type]..<table.starts[type + 1]].filter { $0.source == .dictionary }
      for link in links { known[Int(link.english)] = true }
      counts.withUnsafeMutableBufferPointer { counts in
        for bag in ownBags {
          for other in bags.english[bags.englishStarts[Int(bag)]..<bags.englishStarts[Int(bag) + 1]] {
            if counts[Int(other)] == 0 { touched.append(other) }
            counts[Int(other)] += 1
          }
        }
      }
      touched.removeAll { other in
        let isWorthwhile =
          known[Int(other)]
          || InducedLexicon.mayTell(
            counts[Int(other)], ofChinese: Int32(ownBags.count), ofEnglish: frequencies[Int(other)])
        if counts[Int(other)] > 1 && isWorthwhile { return false }
        counts[Int(other)] = 0
        return true
      }
      touched.sort()
      for other in touched {
        slots[Int(other)] = Int32(english.count)
        english.append(other)
        isKnown.append(known[Int(other)])
      }
      for bag in ownBags {
        for cell in bags.englishStarts[Int(bag)]..<bags.englishStarts[Int(bag) + 1] {
          let slot = slots[Int(bags.english[cell])]
          if slot >= 0 { found.append((Int32(cell), slot)) }
        }
      }
      for other in touched {
        counts[Int(other)] = 0
        slots[Int(other)] = -1
      }
      touched.removeAll(keepingCapacity: true)
      for link in links { known[Int(link.english)] = false }
    }
    cellStarts = [Int](repeating: 0, count: bags.english.count + 1)
    for (cell, _) in found { cellStarts[Int(cell) + 1] += 1 }
    for index in cellStarts.indices.dropFirst() { cellStarts[index] += cellStarts[index - 1] }
    cells = [Int32](repeating: 0, count: found.count)
    var next = cellStarts
    for (cell, pair) in found {
      cells[next[Int(cell)]] = pair
      next[Int(cell)] += 1
    }
  }
}

extension Array where Element: Equatable {
  /// Leaves one of each run of equal elements.
  fileprivate mutating func removeRepeats() {
    var kept = 0
    for element in self where kept == 0 || self[kept - 1] != element {
      self[kept] = element
      kept += 1
    }
    removeSubrange(kept...)
  }
}
