import Entities
import TextCore

/// A first alignment by ``BeadModel`` alone, with all that it was made from: where ``BeadFeature`` begins.
struct AlignmentDraft {
  let texts: (chinese: TokenizedText, english: TokenizedText)
  let edges: (chinese: [SegmentEdges], english: [SegmentEdges])
  let joins: (chinese: SegmentJoins, english: SegmentJoins)
  /// The kind of evidence that each entity is.
  let kinds: [EntityKey: Evidence.Kind]
  let model: BeadModel
  /// What the words may become, with what the texts themselves teach.
  let table: TranslationTable
  /// The beads of the best way through.
  let bestWay: [Bead]
  /// Those of them that are likelier than all that speaks against them.
  let sureBeads: [Bead]
  /// For each Chinese type what the dictionary's synonyms may make of it; nil without a dictionary.
  let related: [[TranslationTable.Link]]?
  let matches: MatchTable
  let lexical: LexicalScores
  let length: LengthModel
  let lattice: BeadLattice
  let priors: [Double]
  /// How often each shape is expected in the alignment.
  let counts: [Double]
  let posterior: BeadLattice.Posterior

  /// How often texts without a dictionary are gone through, learning words from each other.
  private static let lessons = 3

  /// Aligns two texts, neither of them empty.
  init(chinese: [SegmentText], english: [SegmentText], resources: AlignmentResources, model start: BeadModel) {
    var model = start
    let hasDictionary = resources.dictionary != nil
    if !hasDictionary { model.omission = max(model.omission, BeadModel.omissionWithoutDictionary) }
    let mentions = SharedMentions(chinese: chinese, english: english, source: resources.mentions)
    let texts = ParallelAligner.tokenized(
      chinese: chinese, english: english, mentions: mentions, dictionary: resources.dictionary)
    let known = TranslationTable(chinese: texts.chinese, english: texts.english, dictionary: resources.dictionary)
    kinds = mentions.kinds
    self.texts = texts
    self.model = model
    edges = (
      SegmentEdges.edges(of: chinese, language: .chinese), SegmentEdges.edges(of: english, language: .english)
    )
    joins = (SegmentJoins(chinese, model: model), SegmentJoins(english, model: model))
    var pass: Pass
    if let dictionary = resources.dictionary {
      (pass, related) = atTheSameTime(
        { [joins, model] in Pass(table: known, texts: texts, joins: joins, model: model, isPartial: false) },
        { RelatedWords(dictionary: dictionary).links(chinese: texts.chinese, english: texts.english, table: known) })
    } else {
      pass = Pass(table: known, texts: texts, joins: joins, model: model, isPartial: true)
      related = nil
    }
    func taught() -> TranslationTable {
      known.adding(
        InducedLexicon(beads: pass.sureBeads, table: known, chinese: texts.chinese, english: texts.english).links)
    }
    if !hasDictionary {
      for _ in 0..<Self.lessons {
        pass = Pass(table: taught(), texts: texts, joins: joins, model: model, isPartial: true)
      }
    }
    table = taught()
    bestWay = pass.bestWay
    sureBeads = pass.sureBeads
    matches = pass.matches
    lexical = pass.lexical
    length = pass.length
    lattice = pass.lattice
    priors = pass.priors
    counts = pass.posterior.expectedCounts()
    posterior = pass.posterior
  }

  /// Whether more segments seem to be left out than there are beads: nothing that the weights were learnt from is like that,
  /// and the draft stands.
  var leavesOutMost: Bool { counts.suffix(2).reduce(0, +) > counts.dropLast(2).reduce(0, +) }

  /// The beads worth a second look.
  func likelySteps() -> [LikelyStep] {
    lattice.likelySteps(posterior, priors: priors, and: bestWay, least: Self.leastProbability)
      .sorted(by: LikelyStep.precedes)
  }

  /// Beads of less probability in the draft are not looked at again.
  private static let leastProbability = 1e-5

  /// How probable it is that each segment has no counterpart.
  func omissionProbabilities(of steps: [LikelyStep]) -> (chinese: [Double], english: [Double]) {
    var result = (
      chinese: [Double](repeating: 0, count: texts.chinese.count),
      english: [Double](repeating: 0, count: texts.english.count)
    )
    for step in steps {
      let bead = step.bead
      if bead.english.isEmpty { result.chinese[Int(step.row)] += posterior.probability(of: bead) }
      if bead.chinese.isEmpty { result.english[Int(step.column)] += posterior.probability(of: bead) }
    }
    return result
  }

  /// One time through the texts, with priors and lengths fitted to them.
  private struct Pass {
    let table: TranslationTable
    let matches: MatchTable
    let lexical: LexicalScores
    var length: LengthModel
    var lattice: BeadLattice
    var priors: [Double]
    var posterior: BeadLattice.Posterior
    let bestWay: [Bead]
    /// The beads of the best way that are likelier than all that speaks against them.
    let sureBeads: [Bead]

    /// - Parameter isPartial: whether words without any link say nothing, since no dictionary would know them.
    init(
      table: TranslationTable, texts: (chinese: TokenizedText, english: TokenizedText),
      joins: (chinese: SegmentJoins, english: SegmentJoins), model: BeadModel, isPartial: Bool
    ) {
      self.table = table
      var texts = texts
      if isPartial {
        let linked = table.linkedTypes
        texts = (texts.chinese.keeping(linked.chinese), texts.english.keeping(linked.english))
      }
      matches = MatchTable(chinese: texts.chinese, english: texts.english, table: table)
      let anchors = AnchorChain(chinese: texts.chinese, english: texts.english, table: table).anchors
      let wide = AlignmentBand(chinese: texts.chinese.count, english: texts.english.count, anchors: anchors)
      length = LengthModel(chinese: texts.chinese.lengths, english: texts.english.lengths, model: model)
      let band = BandScout(matches: matches, length: length, joins: joins, model: model).likelyBand(in: wide)
      lexical = LexicalScores(matches: matches, band: band, model: model)
      priors = model.logPriors()
      lattice = BeadLattice(
        matches: matches, lexical: lexical, length: length, joins: joins, band: band, model: model)
      for _ in 0..<model.rounds {
        let ratio = length.ratio
        length.fit(to: lattice.bestPath(priors: priors))
        let counts = lattice.posterior(priors: priors).expectedCounts()
        priors = model.logPriors(
          chineseOmissions: counts[counts.count - 2], englishOmissions: counts[counts.count - 1],
          beads: counts.dropLast(2).reduce(0, +))
        if length.ratio == ratio { continue }
        lattice = BeadLattice(
          matches: matches, lexical: lexical, length: length, joins: joins, band: band, model: model)
      }
      let posterior = lattice.posterior(priors: priors)
      self.posterior = posterior
      bestWay = lattice.bestPath(priors: priors)
      sureBeads = bestWay.filter { posterior.probability(of: $0) > 0.5 }
    }
  }
}
