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
    // What explains each English word of the bags; chance does too.
    var sums = [Float](repeating: 0, count: pairs.wordCount)
    for _ in 0..<rounds {
      sums.withUnsafeMutableBufferPointer { sums in
        counts.withUnsafeMutableBufferPointer { counts in
          sums.update(repeating: 0.02)
          counts.update(repeating: 0)
          probability.withUnsafeBufferPointer { probability in
            pairs.occurrences.withUnsafeBufferPointer { occurrences in
              for found in occurrences { sums[Int(found.word)] += probability[Int(found.pair)] }
              for found in occurrences {
                counts[Int(found.pair)] += probability[Int(found.pair)] / sums[Int(found.word)]
              }
            }
          }
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
  /// How many pairs of words the bags hold.
  private(set) var pairCount = 0
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
      pairCount += rows.count * columns.count
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
  /// The English words of the bags with the pairs that may explain them: by the Chinese type of the pair, then by bag.
  private(set) var occurrences: [Occurrence] = []
  /// The number of English words of all bags.
  let wordCount: Int

  /// A pair and an English word of a bag, by its place among the words of all bags.
  struct Occurrence {
    let word: Int32
    let pair: Int32
  }

  /// More occurrences than this are not reserved beforehand.
  private static let greatestReserve = 1 << 24

  init(_ bags: Bags, table: TranslationTable) {
    wordCount = bags.english.count
    let (bagStarts, bagNumbers) = bags.bagsOfTypes()
    // In how many bags each English type stands.
    var frequencies = [Int32](repeating: 0, count: bags.typeCounts.english)
    for type in bags.english { frequencies[Int(type)] += 1 }
    // By English type: in how many bags it stands with the Chinese type at hand, and whether the dictionary has the pair.
    var counts = [Int32](repeating: 0, count: bags.typeCounts.english)
    var known = [Bool](repeating: false, count: counts.count)
    var touched: [Int32] = []
    // What is reserved and never written takes no memory.
    occurrences.reserveCapacity(min(bags.pairCount, Self.greatestReserve))
    for type in 0..<bags.typeCounts.chinese {
      defer { starts.append(english.count) }
      let ownBags = bagNumbers[bagStarts[type]..<bagStarts[type + 1]]
      if ownBags.count < 2 { continue }
      let links = table.links[table.starts[type]..<table.starts[type + 1]]
      for link in links where link.source == .dictionary { known[Int(link.english)] = true }
      Self.count(bags, ownBags, &counts, &touched)
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
      // The counts have served: now one more than the number of the pair.
      for other in touched {
        english.append(other)
        isKnown.append(known[Int(other)])
        counts[Int(other)] = Int32(english.count)
      }
      if !touched.isEmpty { append(bags, ownBags, counts) }
      for other in touched { counts[Int(other)] = 0 }
      touched.removeAll(keepingCapacity: true)
      for link in links where link.source == .dictionary { known[Int(link.english)] = false }
    }
  }

  /// Counts the English types of some bags, and notes those that were 0.
  private static func count(
    _ bags: Bags, _ numbers: ArraySlice<Int32>, _ counts: inout [Int32], _ touched: inout [Int32]
  ) {
    counts.withUnsafeMutableBufferPointer { counts in
      bags.english.withUnsafeBufferPointer { words in
        for bag in numbers {
          for place in bags.englishStarts[Int(bag)]..<bags.englishStarts[Int(bag) + 1] {
            let count = counts[Int(words[place])]
            if count == 0 { touched.append(words[place]) }
            counts[Int(words[place])] = count + 1
          }
        }
      }
    }
  }

  /// Notes where the pairs of some bags stand; `pairs` are their numbers and 1, by English type.
  private mutating func append(_ bags: Bags, _ numbers: ArraySlice<Int32>, _ pairs: [Int32]) {
    pairs.withUnsafeBufferPointer { pairs in
      bags.english.withUnsafeBufferPointer { words in
        for bag in numbers {
          for place in bags.englishStarts[Int(bag)]..<bags.englishStarts[Int(bag) + 1] {
            let pair = pairs[Int(words[place])]
            if pair > 0 { occurrences.append(Occurrence(word: Int32(place), pair: pair - 1)) }
          }
        }
      }
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
