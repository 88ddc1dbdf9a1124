import Entities
import Glibc
import TextCore

/// Says what the two sides of a bead share, and how much of their words that is.
struct BeadExplainer {
  let matches: MatchTable
  let chineseSegments: [SegmentText]
  let englishSegments: [SegmentText]
  /// The kind of evidence that each entity is.
  let kinds: [EntityKey: Evidence.Kind]
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
    chineseSegments = chinese
    englishSegments = english
    chineseWeights = matches.table.chineseProbabilities.map(Self.weight)
    englishWeights = matches.table.englishProbabilities.map(Self.weight)
  }

  private static func weight(ofProbability probability: Double) -> Double { max(0, -log(probability) - 3) }

  /// The bead with its score and its evidence.
  func explained(_ bead: Bead) -> Bead {
    if bead.isOneSided { return bead }
    var pairs: [MatchTable.Match] = []
    for row in bead.chinese { pairs += matches.row(row, columns: bead.english).matches }
    let total =
      weight(of: bead.chinese, in: matches.chinese, chineseWeights)
      + weight(of: bead.english, in: matches.english, englishWeights)
    guard total > 0 else { return bead }
    var known = (chinese: [Int32: Double](), english: [Int32: Double]())
    for pair in pairs {
      known.chinese[pair.chinese, default: 0] += Double(pair.backward)
      known.english[pair.english, default: 0] += Double(pair.forward)
    }
    var explained = 0.0
    for (place, mass) in known.chinese.sorted(by: { $0.key < $1.key }) {
      explained += weight(ofChinese: place) * Self.share(of: mass)
    }
    for (place, mass) in known.english.sorted(by: { $0.key < $1.key }) {
      explained += weight(ofEnglish: place) * Self.share(of: mass)
    }
    var result = bead
    result.score = min(1, explained / total)
    result.evidence = evidence(from: pairs, total: total)
    return result
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

  /// The heaviest pairs, each word once.
  private func evidence(from pairs: [MatchTable.Match], total: Double) -> [Evidence] {
    let rated = pairs.map { pair in
      (
        pair: pair,
        weight: weight(ofChinese: pair.chinese) * Self.share(of: Double(pair.backward))
          + weight(ofEnglish: pair.english) * Self.share(of: Double(pair.forward))
      )
    }.sorted { ($1.weight, $0.pair.chinese, $0.pair.english) < ($0.weight, $1.pair.chinese, $1.pair.english) }
    var used = (chinese: Set<Int32>(), english: Set<Int32>())
    var result: [Evidence] = []
    for (pair, weight) in rated where result.count < Self.greatestEvidence {
      let chineseType = matches.chinese.types[Int(pair.chinese)]
      let englishType = matches.english.types[Int(pair.english)]
      guard let kind = kind(ofChinese: chineseType, english: englishType), weight > 0,
        !used.chinese.contains(chineseType), !used.english.contains(englishType)
      else { continue }
      used.chinese.insert(chineseType)
      used.english.insert(englishType)
      result.append(
        Evidence(
          kind: kind, chinese: text(at: Int(pair.chinese), in: matches.chinese, chineseSegments),
          english: text(at: Int(pair.english), in: matches.english, englishSegments), weight: min(1, weight / total)))
    }
    return result
  }

  private func kind(ofChinese chinese: Int32, english: Int32) -> Evidence.Kind? {
    switch matches.chinese.keys[Int(chinese)] {
    case .mark: nil
    case .number: .quantity
    case .entity(let key): kinds[key] ?? .name
    case .word: .word
    }
  }

  /// The words that stand at a place of a text.
  private func text(at place: Int, in text: TokenizedText, _ segments: [SegmentText]) -> String {
    let span = text.spans[place]
    return String(decoding: segments[text.segment(ofPlace: place)].utf8[span.range], as: UTF8.self)
  }
}
