/// Translations that the dictionary does not give outright: by synonyms of its English words.
struct RelatedWords {
  let dictionary: any TranslationSource

  /// Stems of more entries than this have too many senses to lead anywhere.
  private static let greatestSpread = 60
  /// Words of a greater share of their text are everywhere, and so are their synonyms.
  private static let greatestShare = 0.004

  /// For each Chinese type the links to English types of the text.
  ///
  /// Costs a look at all that the texts' words may mean, and at all entries that have one of the English ones.
  func links(chinese: TokenizedText, english: TokenizedText, table: TranslationTable) -> [[TranslationTable.Link]] {
    var types = english.entries
    for (type, stem) in types.enumerated()
    where Int(stem) >= dictionary.stemCount || table.englishProbabilities[type] >= Self.greatestShare {
      types[type] = -1
    }
    var synonyms = SynonymFinder(dictionary, stemsOfTypes: types)
    var found = chinese.entries.map { synonyms.links(of: $0) }
    // Probabilities of weights.
    var sums = [Float](repeating: 0, count: english.keys.count)
    for link in found.joined() { sums[Int(link.english)] += link.backward }
    for type in found.indices {
      for index in found[type].indices { found[type][index].backward /= max(1, sums[Int(found[type][index].english)]) }
    }
    return found
  }

  /// Finds words that share a stem's headwords with a translation, keeping what it found for each stem.
  private struct SynonymFinder {
    private let dictionary: any TranslationSource
    private let words: WordsOfEntries
    /// For each stem where its neighbours begin and end in ``neighbours``; -1 before they are looked for.
    private var bounds: [(start: Int32, end: Int32)]
    private var neighbours: [(type: Int32, weight: Float)] = []
    /// The stems of the entry at hand.
    private var stems: [(stem: Int32, weight: Float)] = []
    /// What has been added up for the entry at hand, and for the stem at hand, by English type.
    private var sums: SparseSums
    private var stemSums: SparseSums
    /// For each English type the last entry that has it outright.
    private var direct: [Int32]
    private static let leastShare: Float = 0.002

    /// - Parameter stemsOfTypes: the stem of each English type, or -1.
    init(_ dictionary: any TranslationSource, stemsOfTypes: [Int32]) {
      self.dictionary = dictionary
      words = WordsOfEntries(dictionary, stemsOfTypes: stemsOfTypes)
      bounds = [(start: Int32, end: Int32)](repeating: (-1, -1), count: dictionary.stemCount)
      sums = SparseSums(count: stemsOfTypes.count)
      stemSums = sums
      direct = [Int32](repeating: -1, count: stemsOfTypes.count)
    }

    mutating func links(of entry: Int32) -> [TranslationTable.Link] {
      guard entry >= 0 else { return [] }
      stems.removeAll(keepingCapacity: true)
      var total: Float = 0
      dictionary.forEachTranslation(of: entry) { stem, weight in
        guard stem >= 0, Int(stem) < bounds.count else { return }
        stems.append((stem, weight))
        total += weight
      }
      total = max(1, total)
      for (type, _) in words.words(of: entry) { direct[Int(type)] = entry }
      for (stem, weight) in stems {
        let spread = dictionary.entryCount(ofStem: stem)
        if spread > RelatedWords.greatestSpread || spread < 2 { continue }
        if bounds[Int(stem)].start < 0 { findNeighbours(of: stem) }
        sums.add(
          neighbours[Int(bounds[Int(stem)].start)..<Int(bounds[Int(stem)].end)],
          times: weight / total / Float(spread))
      }
      var result: [TranslationTable.Link] = []
      sums.drain { type, share in
        if share <= Self.leastShare || direct[Int(type)] == entry { return }
        result.append(TranslationTable.Link(english: type, forward: share, backward: share, source: .synonym))
      }
      result.sort { $0.english < $1.english }
      return result
    }

    /// Adds up the types that share an entry with a stem, each by its share of the entry.
    ///
    /// The entry that asks is among them: what it gives are words that it has outright.
    private mutating func findNeighbours(of stem: Int32) {
      let start = Int32(neighbours.count)
      dictionary.forEachEntry(ofStem: stem) { entry, _ in
        stemSums.add(words.words(of: entry))
      }
      stemSums.drain { neighbours.append(($0, $1)) }
      bounds[Int(stem)] = (start, Int32(neighbours.count))
    }
  }

  /// For each entry of the dictionary the words of one English text that it has.
  private struct WordsOfEntries {
    /// Where the words of each entry begin.
    private var starts: [Int32]
    private var words: [(type: Int32, weight: Float)]

    init(_ dictionary: any TranslationSource, stemsOfTypes: [Int32]) {
      var starts = [Int32](repeating: 0, count: dictionary.entryCount + 1)
      var found: [(entry: Int32, type: Int32, share: Float)] = []
      for (type, stem) in stemsOfTypes.enumerated() where stem >= 0 {
        dictionary.forEachEntry(ofStem: stem) { entry, share in
          guard entry >= 0, Int(entry) < starts.count - 1 else { return }
          starts[Int(entry) + 1] += 1
          found.append((entry, Int32(type), share))
        }
      }
      for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
      var next = starts
      words = [(type: Int32, weight: Float)](repeating: (0, 0), count: found.count)
      for (entry, type, share) in found {
        words[Int(next[Int(entry)])] = (type, share)
        next[Int(entry)] += 1
      }
      self.starts = starts
    }

    func words(of entry: Int32) -> ArraySlice<(type: Int32, weight: Float)> {
      guard entry >= 0, Int(entry) < starts.count - 1 else { return [] }
      return words[Int(starts[Int(entry)])..<Int(starts[Int(entry) + 1])]
    }
  }

  /// A few sums among many places, for use again and again.
  private struct SparseSums {
    private var sums: [Float]
    private var touched: [Int32] = []

    init(count: Int) { sums = [Float](repeating: 0, count: count) }

    /// Adds weights, each of which is above 0 when it is multiplied.
    @inline(__always)
    mutating func add(_ weights: ArraySlice<(type: Int32, weight: Float)>, times factor: Float = 1) {
      Self.add(weights, times: factor, to: &sums, &touched)
    }

    private static func add(
      _ weights: ArraySlice<(type: Int32, weight: Float)>, times factor: Float, to sums: inout [Float],
      _ touched: inout [Int32]
    ) {
      sums.withUnsafeMutableBufferPointer { sums in
        weights.withUnsafeBufferPointer { weights in
          for (type, weight) in weights {
            let sum = sums[Int(type)]
            if sum == 0 { touched.append(type) }
            sums[Int(type)] = sum + factor * weight
          }
        }
      }
    }

    /// Gives every sum, in no order, and is empty again.
    mutating func drain(_ body: (_ place: Int32, _ sum: Float) -> Void) {
      for place in touched {
        body(place, sums[Int(place)])
        sums[Int(place)] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
  }
}
