import Glibc
import TextCore

/// Links passages of two texts that are no translations of each other but speak, here and there, of the same things.
///
/// A passage is a segment on each side. Two passages score
///
///     sum of the weights of shared keys / sqrt((A + |c|²) · (B + |e|²)) · sqrt(n / (n + 1))
///
/// where |c|² and |e|² are the squared lengths of their key vectors, A and B the medians of these over each text, and n
/// the number of places in the Chinese passage where shared keys stand: a cosine that does not favour passages with
/// hardly a word in them, nor those that share one word alone. To this comes half the score of the best of the pairs
/// around it: what is said of one thing goes on in the next sentence.
public struct PassageLinker: Sendable {
  private let resources: AlignmentResources
  /// Links below this score are not shown.
  public var leastScore = 0.05
  /// Links whose shared keys stand in fewer places of the Chinese passage are not shown.
  public var leastSharedPlaces = 2
  /// How many links each passage may have.
  public var linksPerPassage = 5
  /// How much a term or a name counts beside a word: what its words say already is counted with them.
  static let entityWeight = 0.4
  /// How much the best pair of neighbours adds to the score of a pair.
  static let contextWeight = 0.5
  /// Several keys of one place count more than their sum: 1 / this is the power of the mean.
  static let placePower = 0.8
  /// The greatest number of reasons that a link is given.
  public static let greatestEvidence = 8

  public init(resources: AlignmentResources) { self.resources = resources }

  /// The links, best first; a segment may stand in several.
  ///
  /// The score of each is between 0 and 1; equal scores go in reading order.
  public func links(chinese: [SegmentText], english: [SegmentText]) -> [Bead] {
    let extractor = KeyExtractor(resources: resources, entityWeight: Self.entityWeight)
    let keys = (
      chinese: chinese.map { Self.keys(of: $0, .chinese, extractor) },
      english: english.map { Self.keys(of: $0, .english, extractor) }
    )
    let vectors = KeyVectors(chinese: keys.chinese, english: keys.english, damping: .greatest)
    let squares = (
      chinese: vectors.chinese.map(KeyVectors.squaredLength), english: vectors.english.map(KeyVectors.squaredLength)
    )
    let smoothing = (chinese: Self.median(squares.chinese), english: Self.median(squares.english))
    let scores = PassageScores(vectors, sharing: leastSharedPlaces) { row, column in
      let norm = (smoothing.chinese + squares.chinese[row]) * (smoothing.english + squares.english[column])
      let shared = KeyVectors.shared(vectors.chinese[row], vectors.english[column])
      return min(1, agreement(shared) / norm.squareRoot())
    }
    var links: [Bead] = []
    for (row, found) in scores.rows.enumerated() {
      for pair in found {
        let score = min(1, pair.value + Self.contextWeight * scores.best(around: row, pair.column))
        if score < leastScore { continue }
        links.append(
          Bead(
            chinese: row..<(row + 1), english: pair.column..<(pair.column + 1), score: score, confidence: score))
      }
    }
    return best(links).map { link in
      let (row, column) = (link.chinese.lowerBound, link.english.lowerBound)
      let explainer = LinkExplainer(
        vectors: vectors, chinese: ([chinese[row]], keys.chinese[row]),
        english: ([english[column]], keys.english[column]))
      var link = link
      link.evidence = explainer.evidence(
        vectors.chinese[row], vectors.english[column], limit: Self.greatestEvidence)
      return link
    }
  }

  /// What the shared keys of two passages come to, place by place; 0 where too few places share any.
  private func agreement(_ shared: [KeyVectors.Entry]) -> Double {
    var places: [Int: Double] = [:]
    for entry in shared { places[entry.span.start, default: 0] += pow(entry.weight, Self.placePower) }
    if places.count < leastSharedPlaces { return 0 }
    let sum = places.sorted { $0.key < $1.key }.reduce(0) { $0 + pow($1.value, 1 / Self.placePower) }
    return sum * (Double(places.count) / Double(places.count + 1)).squareRoot()
  }

  /// The links in order, those left out that are too weak among the links of both their passages.
  private func best(_ links: [Bead]) -> [Bead] {
    let sorted = links.sorted {
      ($1.score, $0.chinese.lowerBound, $0.english.lowerBound) < (
        $0.score, $1.chinese.lowerBound, $1.english.lowerBound
      )
    }
    var counts = (chinese: [Int: Int](), english: [Int: Int]())
    return sorted.filter { link in
      counts.chinese[link.chinese.lowerBound, default: 0] += 1
      counts.english[link.english.lowerBound, default: 0] += 1
      return counts.chinese[link.chinese.lowerBound]! <= linksPerPassage
        || counts.english[link.english.lowerBound]! <= linksPerPassage
    }
  }

  private static func keys(of segment: SegmentText, _ language: Language, _ extractor: KeyExtractor) -> [KeyMention] {
    isPassage(segment, language) ? extractor.keys(of: segment, language: language) : []
  }

  /// Whether a segment says enough to be linked: eight Chinese characters, or four English words' worth of letters.
  private static func isPassage(_ segment: SegmentText, _ language: Language) -> Bool {
    var letters = 0
    for byte in segment.utf8 where byte & 0xC0 != 0x80 && byte > 0x20 { letters += 1 }
    return letters >= (language == .chinese ? 8 : 16)
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.filter { $0 > 0 }.sorted()
    return sorted.isEmpty ? 1 : sorted[sorted.count / 2]
  }
}
