import Entities
import Glibc
import TextCore

/// Says what the two sides of a bead share, and how much of their words that is.
struct BeadExplainer {
  private let matches: MatchTable
  /// The matches of the bead at hand.
  private var rows: MatchRows
  private let chineseSegments: [SegmentText]
  private let englishSegments: [SegmentText]
  /// The kind of evidence that each entity is.
  private let kinds: [EntityKey: Evidence.Kind]
  /// How much each type tells, 0 for the commonest words.
  private let chineseWeights: [Double]
  private let englishWeights: [Double]

  /// The greatest number of reasons that a bead is given.
  static let greatestEvidence = 10

  init(
    matches: MatchTable, chinese: [SegmentText], english: [SegmentText], kinds: [EntityKey: Evidence.Kind]
  ) {
    self.kinds = kinds
    self.matches = matches
    rows = MatchRows(matches)
    chineseSegments = chinese
    englishSegments = english
    chineseWeights = matches.table.chineseProbabilities.map(Self.weight)
    englishWeights = matches.table.englishProbabilities.map(Self.weight)
  }

  private static func weight(ofProbability probability: Double) -> Double { max(0, -log(probability) - 3) }

  /// The bead with its score and its evidence; quickest for beads in reading order.
  mutating func explained(_ bead: Bead) -> Bead {
    if bead.isOneSided { return bead }
    let total =
      weight(of: bead.chinese, in: matches.chinese, chineseWeights)
      + weight(of: bead.english, in: matches.english, englishWeights)
    guard total > 0 else { return bead }
    rows.removeAll()
    for row in bead.chinese { rows.append(row, columns: bead.english) }
    var known = (
      chinese: Masses(of: bead.chinese, in: matches.chinese), english: Masses(of: bead.english, in: matches.english)
    )
    for pair in rows.matches {
      known.chinese.add(pair.backward, to: pair.chinese)
      known.english.add(pair.forward, to: pair.english)
    }
    var explained = 0.0
    known.chinese.forEach { explained += weight(ofChinese: $0) * Self.share(of: $1) }
    known.english.forEach { explained += weight(ofEnglish: $0) * Self.share(of: $1) }
    var result = bead
    result.score = min(1, explained / total)
    result.evidence = evidence(of: bead, total: total)
    return result
  }

  /// What explains each word of some segments, added up.
  private struct Masses {
    private let first: Int
    private var sums: [Double]

    init(of segments: Range<Int>, in text: TokenizedText) {
      first = text.starts[segments.lowerBound]
      sums = [Double](repeating: 0, count: text.starts[segments.upperBound] - first)
    }

    mutating func add(_ mass: Float, to place: Int32) { sums[Int(place) - first] += Double(mass) }

    /// Gives the words that anything explains, in order.
    func forEach(_ body: (_ place: Int32, _ mass: Double) -> Void) {
      for (index, mass) in sums.enumerated() where mass > 0 { body(Int32(first + index), mass) }
    }
  }

  /// How far a probability of translation explains a word, 0 to 1.
  private static func share(of mass: Double) -> Double { mass / (mass + 0.05) }

  private func weight(ofChinese place: Int32) -> Double {
    chineseWeights[Int(matches.chinese.types[Int(place)])] * Double(matches.chinese.counts[Int(place)])
  }

  private func weight(ofEnglish place: Int32) -> Double {
    englishWeights[Int(matches.english.types[Int(place)])] * Double(matches.english.counts[Int(place)])
  }

  private func weight(of range: Range<Int>, in text: TokenizedText, _ weights: [Double]) -> Double {
    var sum = 0.0
    for place in text.starts[range.lowerBound]..<text.starts[range.upperBound] {
      sum += weights[Int(text.types[place])] * Double(text.counts[place])
    }
    return sum
  }

  /// The heaviest pairs of the bead at hand, each word once.
  private func evidence(of bead: Bead, total: Double) -> [Evidence] {
    var rated: [(weight: Double, chinese: Int32, english: Int32, kind: Evidence.Kind)] = []
    rated.reserveCapacity(rows.matches.count)
    for pair in rows.matches {
      guard let kind = kind(of: matches.chinese.types[Int(pair.chinese)]) else { continue }
      let weight =
        weight(ofChinese: pair.chinese) * Self.share(of: Double(pair.backward))
        + weight(ofEnglish: pair.english) * Self.share(of: Double(pair.forward))
      if weight > 0 { rated.append((weight, pair.chinese, pair.english, kind)) }
    }
    rated.sort { ($1.weight, $0.chinese, $0.english) < ($0.weight, $1.chinese, $1.english) }
    var used: (chinese: [Int32], english: [Int32]) = ([], [])
    var result: [Evidence] = []
    for pair in rated {
      let types = (matches.chinese.types[Int(pair.chinese)], matches.english.types[Int(pair.english)])
      if used.chinese.contains(types.0) || used.english.contains(types.1) { continue }
      used.chinese.append(types.0)
      used.english.append(types.1)
      result.append(
        Evidence(
          kind: pair.kind, chinese: text(at: Int(pair.chinese), in: matches.chinese, chineseSegments[bead.chinese]),
          english: text(at: Int(pair.english), in: matches.english, englishSegments[bead.english]),
          weight: min(1, pair.weight / total)))
      if result.count == Self.greatestEvidence { break }
    }
    return result
  }

  /// What a match of a Chinese type is told as; nil for punctuation.
  private func kind(of type: Int32) -> Evidence.Kind? {
    switch matches.chinese.keys[Int(type)] {
    case .mark: nil
    case .number: .quantity
    case .entity(let key): kinds[key] ?? .name
    case .word: .word
    }
  }

  /// The words that stand at a place of some segments of a text.
  private func text(at place: Int, in text: TokenizedText, _ segments: ArraySlice<SegmentText>) -> String {
    let segment = segments.indices.first { place < text.starts[$0 + 1] } ?? segments.startIndex
    return String(decoding: segments[segment].utf8[text.spans[place].range], as: UTF8.self)
  }
}
