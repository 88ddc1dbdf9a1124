import TextCore

/// Aligns the segments of two texts that translate each other, in order, by what their words say.
///
/// A draft by the model of ``BeadModel`` over the dictionary, the glossary, numbers, names, punctuation and lengths, in a
/// band; then the best way through the likely beads by the weighted sum of their features, see ``BeadFeature`` and
/// ``BeadWeights``.
public struct ParallelAligner: Sendable {
  package var model = BeadModel()

  public init() {}

  /// The beads of two texts: every index of both sides exactly once, in order.
  /// - Returns: nothing for two empty texts; one-sided beads alone where one text is empty.
  public func beads(
    chinese: [SegmentText], english: [SegmentText], resources: AlignmentResources
  ) -> [Bead] {
    if chinese.isEmpty { return english.indices.map { Bead(chinese: 0..<0, english: $0..<($0 + 1)) } }
    if english.isEmpty { return chinese.indices.map { Bead(chinese: $0..<($0 + 1), english: 0..<0) } }
    let draft = AlignmentDraft(chinese: chinese, english: english, resources: resources, model: model)
    let way: [(bead: Bead, probability: Double)]
    if draft.leavesOutMost {
      way = draft.bestWay.map { ($0, draft.posterior.probability(of: $0)) }
    } else {
      let steps = draft.likelySteps()
      let graph = StepGraph(steps, chinese: chinese.count, english: english.count)
      let scores = Self.scores(of: steps, in: graph, draft: draft, resources: resources)
      let probabilities = graph.probabilities(scores).steps
      way = graph.bestWay(scores).map { (steps[$0].bead, probabilities[$0]) }
    }
    var explainer = BeadExplainer(matches: draft.matches, chinese: chinese, english: english, kinds: draft.kinds)
    return way.map { bead, probability in
      var bead = explainer.explained(bead)
      bead.confidence = probability
      return bead
    }
  }

  /// The weighted sums of the features of beads; 0 for those that all ways lead through, whatever they score.
  private static func scores(
    of steps: [LikelyStep], in graph: StepGraph, draft: AlignmentDraft, resources: AlignmentResources
  ) -> [Double] {
    let weights = resources.dictionary == nil ? BeadWeights.withoutDictionary : BeadWeights.withDictionary
    let isOpen = graph.isAvoidable
    var extractor = BeadFeatureExtractor(
      draft: draft, steps: steps, looksAt: { isOpen[$0] }, resources: resources)
    var features = [Float](repeating: 0, count: BeadFeature.count)
    return features.withUnsafeMutableBufferPointer { features in
      steps.indices.map { index in
        if !isOpen[index] { return 0 }
        features.update(repeating: 0)
        extractor.extract(steps[index], into: features)
        var sum: Float = 0
        for index in features.indices { sum += weights[index] * features[index] }
        return Double(sum)
      }
    }
  }

  /// The length of a Chinese segment: characters, white space left out, a Latin letter counting as a third.
  static func chineseLength(of segment: SegmentText) -> Double { Double(segment.utf8.count { $0 > 0x20 }) / 3 }

  /// The length of an English segment: scalars, white space among them.
  static func englishLength(of segment: SegmentText) -> Double { Double(segment.utf8.count { $0 & 0xC0 != 0x80 }) }

  static func tokenized(
    chinese: [SegmentText], english: [SegmentText], mentions: SharedMentions,
    dictionary: (any TranslationSource)?
  ) -> (chinese: TokenizedText, english: TokenizedText) {
    onBothSides { language in
      var text = TokenizedText()
      switch language {
      case .chinese:
        // Without a dictionary the words are those that the text repeats.
        let tokenizer = ChineseTokenizer(dictionary: dictionary ?? RecurringWords(of: chinese))
        for (segment, mentions) in zip(chinese, mentions.chinese) {
          text.append(mentions, length: chineseLength(of: segment), bytes: segment.utf8.count) {
            tokenizer.cut(segment, into: &$0)
          }
        }
      case .english:
        var reader = EnglishTokenizer.Reader(dictionary: dictionary)
        for (segment, mentions) in zip(english, mentions.english) {
          text.append(mentions, length: englishLength(of: segment), bytes: segment.utf8.count) {
            reader.cut(segment, into: &$0)
          }
        }
      }
      return text
    }
  }
}
