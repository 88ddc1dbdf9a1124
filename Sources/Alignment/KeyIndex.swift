/// The texts in which each key stands, for finding those that resemble a text.
struct KeyIndex {
  private var postings: [[(text: Int32, weight: Double)]]
  private let norms: [Double]
  private let count: Int

  init(_ vectors: [[KeyVectors.Entry]], keyCount: Int) {
    postings = [[(text: Int32, weight: Double)]](repeating: [], count: keyCount)
    norms = vectors.map { KeyVectors.squaredLength($0).squareRoot() }
    count = vectors.count
    for (text, vector) in vectors.enumerated() {
      for entry in vector { postings[Int(entry.key)].append((Int32(text), entry.weight)) }
    }
  }

  /// The `top` texts with the greatest cosine, best first; those that share nothing are left out.
  func best(_ top: Int, for vector: [KeyVectors.Entry]) -> [(text: Int, score: Double)] {
    var sums = [Double](repeating: 0, count: count)
    for entry in vector {
      for posting in postings[Int(entry.key)] { sums[Int(posting.text)] += entry.weight * posting.weight }
    }
    let norm = KeyVectors.squaredLength(vector).squareRoot()
    var hits: [(text: Int, score: Double)] = []
    for text in 0..<count where sums[text] > 0 { hits.append((text, min(1, sums[text] / (norm * norms[text])))) }
    hits.sort { ($1.score, $0.text) < ($0.score, $1.text) }
    return Array(hits.prefix(max(0, top)))
  }
}
