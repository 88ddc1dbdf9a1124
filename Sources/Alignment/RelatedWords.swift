/// Translations that the dictionary does not give outright: by synonyms of its English words, and by the characters of
/// its Chinese ones.
struct RelatedWords {
  private let dictionary: any TranslationSource
  /// The entries that have each English stem: of stem `s` those from `starts[s]` on.
  private let starts: [Int32]
  private let entries: [Int32]
  private let weights: [Float]
  /// The sum of the weights of each entry's stems.
  private let totals: [Float]

  /// Stems of more entries than this have too many senses to lead anywhere.
  private static let greatestSpread = 60

  /// Turns the dictionary round; costs a pass over it.
  init(dictionary: any TranslationSource) {
    self.dictionary = dictionary
    var counts = [Int32](repeating: 0, count: dictionary.stemCount + 1)
    var totals = [Float](repeating: 0, count: dictionary.entryCount)
    for entry in 0..<dictionary.entryCount {
      dictionary.forEachTranslation(of: Int32(entry)) { stem, weight in
        counts[Int(stem) + 1] += 1
        totals[entry] += weight
      }
    }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    starts = counts
    self.totals = totals
    var next = counts
    var entries = [Int32](repeating: 0, count: Int(counts[counts.count - 1]))
    var weights = [Float](repeating: 0, count: entries.count)
    for entry in 0..<dictionary.entryCount {
      dictionary.forEachTranslation(of: Int32(entry)) { stem, weight in
        entries[Int(next[Int(stem)])] = Int32(entry)
        weights[Int(next[Int(stem)])] = weight
        next[Int(stem)] += 1
      }
    }
    self.entries = entries
    self.weights = weights
  }

  /// For each Chinese type the links to English types of the text.
  func links(chinese: TokenizedText, english: TokenizedText, table: TranslationTable) -> [[TranslationTable.Link]] {
    var types = [Int32](repeating: -1, count: dictionary.stemCount)
    for (type, stem) in english.entries.enumerated() where stem >= 0 && Int(stem) < types.count {
      // Synonyms of the commonest words are everywhere.
      if table.englishProbabilities[type] < 0.004 { types[Int(stem)] = Int32(type) }
    }
    var found = chinese.keys.indices.map { type in
      synonyms(of: chinese.entries[type], types) + characters(of: chinese.keys[type], chinese.entries[type], types)
    }
    normalize(&found, englishCount: english.keys.count)
    return found
  }

  private func synonyms(of entry: Int32, _ types: [Int32]) -> [TranslationTable.Link] {
    guard entry >= 0, totals[Int(entry)] > 0 else { return [] }
    var sums: [Int32: Float] = [:]
    var direct: Set<Int32> = []
    dictionary.forEachTranslation(of: entry) { stem, weight in
      direct.insert(stem)
      let range = Int(starts[Int(stem)])..<Int(starts[Int(stem) + 1])
      if range.count > Self.greatestSpread || range.count < 2 { return }
      let share = weight / max(1, totals[Int(entry)]) / Float(range.count)
      for index in range where entries[index] != entry {
        let other = entries[index]
        dictionary.forEachTranslation(of: other) { related, relatedWeight in
          if types[Int(related)] >= 0 {
            sums[related, default: 0] += share * relatedWeight / max(1, totals[Int(other)])
          }
        }
      }
    }
    return sums.filter { !direct.contains($0.key) && $0.value > 0.002 }.sorted { $0.key < $1.key }.map {
      TranslationTable.Link(english: types[Int($0.key)], forward: $0.value, backward: $0.value, source: .synonym)
    }
  }

  private func characters(of key: TokenKey, _ entry: Int32, _ types: [Int32]) -> [TranslationTable.Link] {
    guard case .word(let word) = key, word.utf8.count > 4, word.utf8.first.map({ $0 >= 0xE0 }) == true else {
      return []
    }
    var direct: Set<Int32> = []
    if entry >= 0 { dictionary.forEachTranslation(of: entry) { stem, _ in direct.insert(stem) } }
    var sums: [Int32: Float] = [:]
    let utf8 = Array(word.utf8)
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let size = bytes[index] >= 0xF0 ? 4 : 3
        var character: Int32 = -1
        dictionary.forEachHeadword(in: bytes, at: index) { length, number in
          if length == size { character = number }
        }
        if character >= 0 {
          dictionary.forEachTranslation(of: character) { stem, weight in
            guard types[Int(stem)] >= 0, !direct.contains(stem) else { return }
            sums[stem, default: 0] += weight / max(1, totals[Int(character)])
          }
        }
        index += size
      }
    }
    let share = 3 / Float(utf8.count)
    return sums.sorted { $0.key < $1.key }.map {
      TranslationTable.Link(
        english: types[Int($0.key)], forward: $0.value * share, backward: $0.value * share, source: .character)
    }
  }

  /// Makes probabilities of weights, for each source by itself.
  private func normalize(_ rows: inout [[TranslationTable.Link]], englishCount: Int) {
    var sums = [[Float]](repeating: [Float](repeating: 0, count: englishCount), count: 2)
    for row in rows {
      for link in row { sums[link.source == .synonym ? 0 : 1][Int(link.english)] += link.backward }
    }
    for row in rows.indices {
      for index in rows[row].indices {
        let link = rows[row][index]
        rows[row][index].backward /= max(1, sums[link.source == .synonym ? 0 : 1][Int(link.english)])
      }
    }
  }
}
