import Synchronization

/// Translations that the dictionary does not give outright: by synonyms of its English words, and by the characters of
/// its Chinese ones.
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
    var stemStarts: [Int32] = [0]
    var stems: [(stem: Int32, weight: Float)] = []
    var totals: [Float] = []
    var counts = [Int32](repeating: 0, count: dictionary.stemCount + 1)
    for entry in 0..<dictionary.entryCount {
      var total: Float = 0
      dictionary.forEachTranslation(of: Int32(entry)) { stem, weight in
        stems.append((stem, weight))
        counts[Int(stem) + 1] += 1
        total += weight
      }
      stemStarts.append(Int32(stems.count))
      totals.append(max(1, total))
    }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    var next = counts
    var entries = [Int32](repeating: 0, count: stems.count)
    for entry in totals.indices {
      for (stem, _) in stems[Int(stemStarts[entry])..<Int(stemStarts[entry + 1])] {
        entries[Int(next[Int(stem)])] = Int32(entry)
        next[Int(stem)] += 1
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
    var found = chinese.keys.indices.map { type in
      synonyms(of: chinese.entries[type], types) + characters(of: chinese.keys[type], chinese.entries[type], types)
    }
    normalize(&found, englishCount: english.keys.count)
    return found
  }

  private func synonyms(of entry: Int32, _ types: [Int32]) -> [TranslationTable.Link] {
    guard entry >= 0 else { return [] }
    var sums: [Int32: Float] = [:]
    var direct: Set<Int32> = []
    for (stem, weight) in stems(of: entry) {
      direct.insert(stem)
      let range = Int(entryStarts[Int(stem)])..<Int(entryStarts[Int(stem) + 1])
      if range.count > Self.greatestSpread || range.count < 2 { continue }
      let share = weight / totals[Int(entry)] / Float(range.count)
      for other in entries[range] where other != entry {
        for (related, relatedWeight) in stems(of: other) where types[Int(related)] >= 0 {
          sums[related, default: 0] += share * relatedWeight / totals[Int(other)]
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
    if entry >= 0 { for (stem, _) in stems(of: entry) { direct.insert(stem) } }
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
          for (stem, weight) in stems(of: character) where types[Int(stem)] >= 0 && !direct.contains(stem) {
            sums[stem, default: 0] += weight / totals[Int(character)]
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

/// The related words of a dictionary, found when they are first asked for and shared by all alignments that use it.
final class SharedRelatedWords: Sendable {
  private let dictionary: any TranslationSource
  private let words = Mutex<RelatedWords?>(nil)

  init(dictionary: any TranslationSource) { self.dictionary = dictionary }

  var value: RelatedWords {
    words.withLock { words in
      let value = words ?? RelatedWords(dictionary: dictionary)
      words = value
      return value
    }
  }
}
