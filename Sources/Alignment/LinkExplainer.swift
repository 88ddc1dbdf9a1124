/// Shows the shared keys of two texts in the texts' own words.
struct LinkExplainer {
  private let vectors: KeyVectors
  private let chinese: [SharedKey: Evidence.Place]
  private let english: [SharedKey: Evidence.Place]

  /// Creates an explainer of two texts, given their segments and the keys found in them.
  init(
    vectors: KeyVectors, chinese: (segments: [SegmentText], keys: [KeyMention]),
    english: (segments: [SegmentText], keys: [KeyMention])
  ) {
    self.vectors = vectors
    self.chinese = Self.places(chinese.segments, chinese.keys)
    self.english = Self.places(english.segments, english.keys)
  }

  /// The strongest reasons, at most `limit`; a word is named once.
  func evidence(_ left: [KeyVectors.Entry], _ right: [KeyVectors.Entry], limit: Int) -> [Evidence] {
    let shared = KeyVectors.shared(left, right)
    let total = shared.reduce(0) { $0 + $1.weight }
    var reasons: [Evidence] = []
    for entry in shared {
      let key = vectors.keys[Int(entry.key)]
      guard let from = chinese[key], let to = english[key] else { continue }
      reasons.append(Evidence(kind: from.kind, chinese: from.text, english: to.text, weight: entry.weight / total))
    }
    reasons.sort { ($1.weight, $0.chinese, $0.english) < ($0.weight, $1.chinese, $1.english) }
    var seen = Set<String>()
    return Array(reasons.filter { seen.insert("\($0.chinese)\t\($0.english)").inserted }.prefix(limit))
  }

  private static func places(_ segments: [SegmentText], _ keys: [KeyMention]) -> [SharedKey: Evidence.Place] {
    var result: [SharedKey: Evidence.Place] = [:]
    for mention in keys where result[mention.key] == nil {
      let text = String(decoding: segments[mention.segment].utf8[mention.span.range], as: UTF8.self)
      result[mention.key] = Evidence.Place(kind: mention.kind, text: text)
    }
    return result
  }
}

extension Evidence {
  /// The words of one side.
  struct Place {
    var kind: Evidence.Kind
    var text: String
  }
}
