import Dispatch
import Synchronization

/// Translations that the dictionary does not give outright: by synonyms of its English words.
struct RelatedWords: Sendable {
  private let dictionary: any TranslationSource
  /// The stems of entry `e` are those from `stemStarts[e]` on.
  private let stemStarts: [Int32]
  private let stems: [(stem: Int32, weight: Float)]
  /// The sum of the weights of each entry's stems, at least 1.
  private let totals: [Float]
  /// The entries that have stem `s` are those from `entryStarts[s]` on.
  private let entryStarts: [Int32]
  private let entries: [Int32]

  /// Stems of more entries than this have too many senses to lead anywhere.
  private static let greatestSpread = 60

  /// Turns the dictionary round; costs a pass over it.
  init(dictionary: any TranslationSource) {
    self.dictionary = dictionary
    let (entryCount, stemCount) = (dictionary.entryCount, dictionary.stemCount)
    var stemStarts = [Int32](repeating: 0, count: entryCount + 1)
    var stems: [(stem: Int32, weight: Float)] = []
    stems.reserveCapacity(8 * entryCount)
    for entry in 0..<entryCount {
      dictionary.forEachTranslation(of: Int32(entry)) { stem, weight in
        if stem >= 0, stem < stemCount { stems.append((stem, weight)) }
      }
      stemStarts[entry + 1] = Int32(stems.count)
    }
    var totals = [Float](repeating: 0, count: entryCount)
    var counts = [Int32](repeating: 0, count: stemCount + 1)
    for entry in 0..<entryCount {
      var total: Float = 0
      for (stem, weight) in stems[Int(stemStarts[entry])..<Int(stemStarts[entry + 1])] {
        total += weight
        counts[Int(stem) + 1] += 1
      }
      totals[entry] = max(1, total)
    }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    var next = counts
    var entries = [Int32](repeating: 0, count: stems.count)
    for entry in 0..<entryCount {
      for index in Int(stemStarts[entry])..<Int(stemStarts[entry + 1]) {
        let stem = Int(stems[index].stem)
        entries[Int(next[stem])] = Int32(entry)
        next[stem] += 1
      }
    }
    self.stemStarts = stemStarts
    self.stems = stems
    self.totals = totals
    entryStarts = counts
    self.entries = entries
  }

  private func stems(of entry: Int32) -> ArraySlice<(stem: Int32, weight: Float)> {
    stems[Int(stemStarts[Int(entry)])..<Int(stemStarts[Int(entry) + 1])]
  }

  /// For each Chinese type the links to English types of the text.
  func links(chinese: TokenizedText, english: TokenizedText, table: TranslationTable) -> [[TranslationTable.Link]] {
    var types = [Int32](repeating: -1, count: dictionary.stemCount)
    for (type, stem) in english.entries.enumerated() where stem >= 0 && Int(stem) < types.count {
      // Synonyms of the commonest words are everywhere.
      if table.englishProbabilities[type] < 0.004 { types[Int(stem)] = Int32(type) }
    }
    var synonyms = SynonymFinder(words: self, types: types, typeCount: english.keys.count)
    var found = chinese.keys.indices.map { synonyms.links(of: chinese.entries[$0]) }
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
    let words: RelatedWords
    /// For each stem its type in the text, or -1.
    let types: [Int32]
    /// For each stem where its neighbours begin and end in ``neighbours``; -1 before they are looked for.
    private var bounds: [(start: Int32, end: Int32)]
    private var neighbours: [(type: Int32, weight: Float)] = []
    /// What has been added up for the entry at hand, and for the stem at hand, by English type.
    private var sums: SparseSums
    private var stemSums: SparseSums
    /// For each English type the last entry that has it outright.
    private var direct: [Int32]
    private static let leastShare: Float = 0.002

    init(words: RelatedWords, types: [Int32], typeCount: Int) {
      self.words = words
      self.types = types
      bounds = [(start: Int32, end: Int32)](repeating: (-1, -1), count: types.count)
      sums = SparseSums(count: typeCount)
      stemSums = sums
      direct = [Int32](repeating: -1, count: typeCount)
    }

    mutating func links(of entry: Int32) -> [TranslationTable.Link] {
      guard entry >= 0 else { return [] }
      for (stem, weight) in words.stems(of: entry) {
        if types[Int(stem)] >= 0 { direct[Int(types[Int(stem)])] = entry }
        let spread = words.entryStarts[Int(stem) + 1] - words.entryStarts[Int(stem)]
        if spread > RelatedWords.greatestSpread || spread < 2 { continue }
        if bounds[Int(stem)].start < 0 { findNeighbours(of: stem) }
        let share = weight / words.totals[Int(entry)] / Float(spread)
        for index in Int(bounds[Int(stem)].start)..<Int(bounds[Int(stem)].end) {
          sums.add(share * neighbours[index].weight, to: neighbours[index].type)
        }
      }
      var result: [TranslationTable.Link] = []
      sums.drain { type, share in
        if share <= Self.leastShare || direct[Int(type)] == entry { return }
        result.append(TranslationTable.Link(english: type, forward: share, backward: share, source: .synonym))
      }
      return result
    }

    /// Adds up the types that share an entry with a stem, each by its share of the entry.
    ///
    /// The entry that asks is among them: what it gives are words that it has outright.
    private mutating func findNeighbours(of stem: Int32) {
      let start = Int32(neighbours.count)
      for index in Int(words.entryStarts[Int(stem)])..<Int(words.entryStarts[Int(stem) + 1]) {
        let entry = words.entries[index]
        let total = words.totals[Int(entry)]
        for place in Int(words.stemStarts[Int(entry)])..<Int(words.stemStarts[Int(entry) + 1]) {
          let (other, weight) = words.stems[place]
          if types[Int(other)] >= 0 { stemSums.add(weight / total, to: types[Int(other)]) }
        }
      }
      stemSums.drain { neighbours.append(($0, $1)) }
      bounds[Int(stem)] = (start, Int32(neighbours.count))
    }
  }

  /// A few sums among many places, for use again and again.
  private struct SparseSums {
    private var sums: [Float]
    private var touched: [Int32] = []

    init(count: Int) { sums = [Float](repeating: 0, count: count) }

    /// Adds a weight above 0.
    @inline(__always)
    mutating func add(_ weight: Float, to place: Int32) {
      if sums[Int(place)] == 0 { touched.append(place) }
      sums[Int(place)] += weight
    }

    /// Gives every sum, in the order of the places, and is empty again.
    mutating func drain(_ body: (_ place: Int32, _ sum: Float) -> Void) {
      touched.sort()
      for place in touched {
        body(place, sums[Int(place)])
        sums[Int(place)] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
  }
}

/// The related words of a dictionary, found when they are first asked for and shared by all alignments that use it.
final class SharedRelatedWords: Sendable {
  private let dictionary: any TranslationSource
  private let words = Mutex<RelatedWords?>(nil)

  init(dictionary: any TranslationSource) { self.dictionary = dictionary }

  /// Begins to find them, for one who will ask soon and has other work until then.
  func prepare() {
    if words.withLock({ $0 == nil }) { DispatchQueue.global().async { _ = self.value } }
  }

  var value: RelatedWords {
    words.withLock { words in
      let value = words ?? RelatedWords(dictionary: dictionary)
      words = value
      return value
    }
  }
}
