/// What is known about a bead that may stand in an alignment, as numbers for a weighted sum.
package enum BeadFeature {
  /// The names of the features, by their place.
  package static let names: [String] = {
    var names = ["lexical", "length", "joins"]
    names += BeadModel.steps.map { "shape \($0.chinese)-\($0.english)" }
    for kind in ["even", "ordered"] {
      for side in ["English", "Chinese"] {
        names += ["frequent", "rare", "number", "mark", "entity"].map { "\(kind) \(side) \($0)" }
      }
    }
    for source in ["synonym", "induced"] {
      names += ["even English", "even Chinese", "ordered English", "ordered Chinese"].map { "\($0) by \(source)" }
    }
    names += ["misfit", "distance", "misfit root", "fitted misfit"]
    names += ["tokens Chinese", "tokens English", "weakest Chinese", "weakest English"]
    names += [
      "omitted Chinese length", "omitted English length", "omitted Chinese gain", "omitted English gain",
      "omitted Chinese open", "omitted English open",
      "omitted Chinese neighbours", "omitted English neighbours", "omitted Chinese rate", "omitted English rate",
      "omitted Chinese wide", "omitted English wide",
    ]
    names += ["crossing forward", "crossing backward", "draft probability", "small letter next"]
    for what in [
      "question", "exclamation", "ellipsis", "colon", "pause", "letter", "closing quote", "inside quote",
      "opening quote", "paragraph",
    ] {
      names += ["both \(what)", "Chinese \(what)", "English \(what)"]
    }
    return names
  }()
  package static let count = names.count
  static let shape = 3
  static let words = shape + 17
  static let related = words + 20
  static let lengths = related + 8
  static let omissions = lengths + 8
  static let borders = omissions + 12
  static let edges = borders + 4
}

extension BeadFeature {
  /// What it is worth to begin with that both sides of a bead end alike, and what it costs that they do not.
  private static let agreement: Float = 0.4

  /// What training begins with: the model of the draft, but for how often it finds each shape in the texts.
  package static var start: [Float] {
    var weights = [Float](repeating: 0, count: count)
    for index in 0..<shape { weights[index] = 1 }
    weights[shape + 15] = -2
    weights[shape + 16] = -2
    weights[omissions + 8] = 1
    weights[omissions + 9] = 1
    // What ends a sentence on one side ends it on the other, until texts teach otherwise.
    for base in stride(from: edges, to: count, by: 3) {
      weights[base] = agreement
      weights[base + 1] = -agreement
      weights[base + 2] = -agreement
    }
    return weights
  }

  /// The kinds of evidence, each with its features.
  package static let groups: [(name: String, features: Range<Int>)] = [
    ("lengths", lengths..<(lengths + 4)), ("shapes", shape..<words),
    ("words by kind and order", words..<related), ("words at the right place", (words + 10)..<related),
    ("synonyms", related..<(related + 4)), ("words learnt from the texts", (related + 4)..<(related + 8)),
    ("the least supported segment", (lengths + 6)..<(lengths + 8)), ("omissions", omissions..<borders),
    ("words across the border", borders..<(borders + 2)), ("probability in the draft", (borders + 2)..<(borders + 3)),
    ("punctuation at the end", edges..<(edges + 18)), ("quotations", (edges + 18)..<(edges + 27)),
  ]
}
