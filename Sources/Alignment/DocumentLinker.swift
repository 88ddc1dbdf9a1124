import TextCore

/// Ranks, for each Chinese document of a collection, the English ones that speak of the same things.
///
/// The cosine of the documents' keys: terms, names, numbers and what the words mean, each weighed by its rarity.
public struct DocumentLinker: Sendable {
  private let resources: AlignmentResources
  /// The greatest number of reasons that a link is given.
  public static let greatestEvidence = 12

  public init(resources: AlignmentResources) { self.resources = resources }

  /// The `top` best English documents of each Chinese one, in the order of the Chinese documents, best first.
  ///
  /// Documents that share nothing are not linked. Equal scores go by the order of the English documents.
  /// - Complexity: a pass over the documents, then for each key the product of its documents on both sides.
  public func links(among documents: [LinkDocument], top: Int = 1) -> [DocumentLink] {
    let chinese = documents.filter { $0.language == .chinese }
    let english = documents.filter { $0.language == .english }
    let extractor = KeyExtractor(resources: resources)
    let keys = (
      chinese: chinese.map { Self.keys(of: $0, extractor) }, english: english.map { Self.keys(of: $0, extractor) }
    )
    let vectors = KeyVectors(chinese: keys.chinese, english: keys.english, damping: .logarithm)
    let index = KeyIndex(vectors.english, keyCount: vectors.keys.count)
    var links: [DocumentLink] = []
    for (number, vector) in vectors.chinese.enumerated() {
      for (place, hit) in index.best(top, for: vector).enumerated() {
        let explainer = LinkExplainer(
          vectors: vectors, chinese: (chinese[number].segments, keys.chinese[number]),
          english: (english[hit.text].segments, keys.english[hit.text]))
        links.append(
          DocumentLink(
            chineseID: chinese[number].id, englishID: english[hit.text].id, rank: place + 1, score: hit.score,
            evidence: explainer.evidence(vector, vectors.english[hit.text], limit: Self.greatestEvidence)))
      }
    }
    return links
  }

  private static func keys(of document: LinkDocument, _ extractor: KeyExtractor) -> [KeyMention] {
    var keys: [KeyMention] = []
    for (number, segment) in document.segments.enumerated() {
      for key in extractor.keys(of: segment, language: document.language) {
        var key = key
        key.segment = number
        keys.append(key)
      }
    }
    return keys
  }
}
