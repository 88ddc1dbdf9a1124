import TextCore

/// Which English types of one text a Chinese type of the other may become, and how readily.
///
/// Sparse rows of t(e|z) and t(z|e), with the background probability of each type.
struct TranslationTable: Sendable {
  /// One possible translation.
  struct Link: Sendable {
    var english: Int32
    /// The probability t(e|z).
    var forward: Float
    /// The probability t(z|e).
    var backward: Float
    var source = Source.dictionary
  }

  /// What says that a word may become another.
  enum Source: UInt8, Sendable {
    /// The dictionary, or equal keys.
    case dictionary
    /// A word of the dictionary that shares a Chinese word with a translation.
    case synonym
    /// Words that go together in the beads of these texts.
    case induced
  }

  /// Where the links of each Chinese type begin; one more than there are types.
  private(set) var starts: [Int] = [0]
  private(set) var links: [Link] = []
  /// How probable each type is anywhere in its text.
  let chineseProbabilities: [Double]
  let englishProbabilities: [Double]

  /// How much of a word's probability the known translations may take.
  static let knownMass: Float = 0.6

  init(chinese: TokenizedText, english: TokenizedText, dictionary: (any TranslationSource)?) {
    chineseProbabilities = Self.probabilities(of: chinese)
    englishProbabilities = Self.probabilities(of: english)
    var localOfStem = [Int32](repeating: -1, count: dictionary?.stemCount ?? 0)
    for (type, stem) in english.entries.enumerated() where stem >= 0 && Int(stem) < localOfStem.count {
      localOfStem[Int(stem)] = Int32(type)
    }
    var sums = [Float](repeating: 0, count: english.keys.count)
    for type in chinese.keys.indices {
      let begin = links.count
      appendLinks(of: type, in: chinese, to: english, dictionary: dictionary, localOfStem: localOfStem)
      starts.append(links.count)
      let sum = links[begin...].reduce(0) { $0 + $1.backward }
      for index in begin..<links.count {
        links[index].forward = Self.knownMass * links[index].backward / max(sum, 1)
        sums[Int(links[index].english)] += links[index].backward
      }
    }
    for index in links.indices { links[index].backward *= Self.knownMass / max(sums[Int(links[index].english)], 1) }
  }

  /// Appends the links of a type, with their weights, 1 for a whole sense, in place of t(z|e).
  private mutating func appendLinks(
    of type: Int, in chinese: TokenizedText, to english: TokenizedText, dictionary: (any TranslationSource)?,
    localOfStem: [Int32]
  ) {
    let begin = links.count
    if chinese.entries[type] >= 0 {
      dictionary?.forEachTranslation(of: chinese.entries[type]) { stem, weight in
        guard stem >= 0, Int(stem) < localOfStem.count, localOfStem[Int(stem)] >= 0 else { return }
        links.append(Link(english: localOfStem[Int(stem)], forward: 0, backward: min(weight, 2)))
      }
    }
    guard let same = english.type(of: chinese.keys[type]) else { return }
    let weight = Self.weight(ofEqual: chinese.keys[type])
    if let known = links[begin...].firstIndex(where: { $0.english == same }) {
      links[known].backward = max(links[known].backward, weight)
    } else {
      links.append(Link(english: same, forward: 0, backward: weight))
    }
  }

  /// How much an equal key on both sides weighs; 1 is a sense of a dictionary entry.
  private static func weight(ofEqual key: TokenKey) -> Float {
    switch key {
    case .word, .number: 3
    case .entity(let key): Float(3 * key.weight)
    case .mark: 0.6
    }
  }

  /// This table with further links.
  ///
  /// `further` holds, for each Chinese type, links with their probabilities.
  func adding(_ further: [[Link]]) -> TranslationTable {
    var result = self
    result.starts = [0]
    result.links = []
    result.links.reserveCapacity(links.count + further.reduce(0) { $0 + $1.count })
    for type in further.indices {
      result.links += links[starts[type]..<starts[type + 1]]
      result.links += further[type]
      result.starts.append(result.links.count)
    }
    return result
  }

  /// Which types have a link at all.
  var linkedTypes: (chinese: [Bool], english: [Bool]) {
    var result = (
      chinese: [Bool](repeating: false, count: chineseProbabilities.count),
      english: [Bool](repeating: false, count: englishProbabilities.count)
    )
    for type in result.chinese.indices {
      for link in links[starts[type]..<starts[type + 1]] {
        result.chinese[type] = true
        result.english[Int(link.english)] = true
      }
    }
    return result
  }

  /// The share of each type in its text, evened out by what is common at large.
  private static func probabilities(of text: TokenizedText) -> [Double] {
    let weight = BackgroundFrequencies.weight
    let total = text.frequencies.reduce(weight, +)
    return text.keys.indices.map { type in
      (text.frequencies[type] + weight * BackgroundFrequencies.share(of: text.keys[type])) / total
    }
  }
}
