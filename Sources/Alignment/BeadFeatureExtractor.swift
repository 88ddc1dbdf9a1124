import Glibc

/// Computes the features of beads.
struct BeadFeatureExtractor {
  private let draft: AlignmentDraft
  private let matches: MatchTable
  /// The matches of every Chinese segment with all that the steps put beside it.
  private let rows: MatchRows
  private let fittedMisfit: Double
  private let omissions: (chinese: [Double], english: [Double])
  /// Whether the probability of a bead in the draft counts: with a dictionary, what it is made from says more.
  private let weighsDraft: Bool
  /// The logarithms of how often segments of each side are left out.
  private let omissionRates: (chinese: Double, english: Double)
  private let categories: (chinese: [UInt8], english: [UInt8])
  private let gains: (chinese: [Double], english: [Double])
  private var scratch: (chinese: Scratch, english: Scratch)
  private let kernel: OrderKernel

  /// For each place of a text the sums of what its counterparts give: by source, each anywhere and at the right place.
  private struct Scratch {
    var sums: [SIMD8<Float>]
    var isTouched: [Bool]
    var touched: [Int32] = []

    init(_ count: Int) {
      sums = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: count)
      isTouched = [Bool](repeating: false, count: count)
    }

    @inline(__always)
    mutating func add(_ place: Int, source: Int, even: Float, ordered: Float) {
      if !isTouched[place] {
        isTouched[place] = true
        touched.append(Int32(place))
      }
      sums[place][source] += even
      sums[place][source + 4] += ordered
    }
  }

  /// Prepares the description of some of the steps.
  init(
    draft: AlignmentDraft, steps: [LikelyStep], looksAt isChosen: (Int) -> Bool = { _ in true },
    resources: AlignmentResources
  ) {
    self.draft = draft
    weighsDraft = resources.dictionary == nil
    let ranges = Self.columns(of: steps.indices.lazy.filter(isChosen).map { steps[$0].bead }, draft: draft)
    let table = draft.related.map(draft.table.adding) ?? draft.table
    let matches = MatchTable(chinese: draft.matches.chinese, english: draft.matches.english, table: table)
    self.matches = matches
    var rows = MatchRows(matches)
    for (row, columns) in ranges.enumerated() { rows.append(row, columns: columns) }
    self.rows = rows
    var sum = (misfit: 20.0, count: 20.0)
    for bead in draft.sureBeads where !bead.isOneSided {
      sum.misfit += min(9, draft.length.misfit(of: bead))
      sum.count += 1
    }
    fittedMisfit = sum.misfit / sum.count
    omissions = draft.omissionProbabilities(of: steps)
    let total = draft.counts.reduce(20, +)
    let counts = draft.counts.suffix(2)
    omissionRates = (
      log((counts[counts.startIndex] + 20 * BeadModel.prior(chinese: 1, english: 0)) / total),
      log((counts[counts.startIndex + 1] + 20 * BeadModel.prior(chinese: 0, english: 1)) / total)
    )
    categories = (
      Self.categories(of: draft.matches.chinese, table.chineseProbabilities),
      Self.categories(of: draft.matches.english, table.englishProbabilities)
    )
    let odds = (1 - draft.model.unmatched) / draft.model.unmatched
    gains = (
      table.chineseProbabilities.map { odds / $0 }, table.englishProbabilities.map { odds / $0 }
    )
    scratch = (Scratch(draft.matches.chinese.types.count), Scratch(draft.matches.english.types.count))
    kernel = OrderKernel()
  }

  /// For each Chinese segment the English ones that a bead puts beside it; where they begin never steps back.
  private static func columns(of beads: some Sequence<Bead>, draft: AlignmentDraft) -> [Range<Int>] {
    let (rows, columns) = (draft.matches.chinese.count, draft.matches.english.count)
    var (low, high) = ([Int](repeating: columns, count: rows), [Int](repeating: 0, count: rows))
    for bead in beads where !bead.isOneSided {
      for row in bead.chinese {
        low[row] = min(low[row], bead.english.lowerBound)
        high[row] = max(high[row], bead.english.upperBound)
      }
    }
    for row in low.indices.dropLast().reversed() { low[row] = min(low[row], low[row + 1]) }
    return low.indices.map { low[$0]..<max(low[$0], high[$0]) }
  }

  private static func categories(of text: TokenizedText, _ probabilities: [Double]) -> [UInt8] {
    text.keys.indices.map { type in
      switch text.keys[type] {
      case .word: probabilities[type] > 0.0015 ? 0 : 1
      case .number: 2
      case .mark: 3
      case .entity: 4
      }
    }
  }

  /// Fills `features`, which has ``BeadFeature/count`` places, all 0.
  mutating func extract(_ step: LikelyStep, into features: UnsafeMutableBufferPointer<Float>) {
    let shape = BeadModel.steps[Int(step.number)]
    features[BeadFeature.shape + Int(step.number)] = 1
    let bead = step.bead
    if weighsDraft {
      features[BeadFeature.borders + 2] = Float(max(-12, log(draft.posterior.probability(of: bead) + 1e-9)))
    }
    if shape.english == 0 {
      omitted(chinese: Int(step.row), before: Int(step.column), features)
    } else if shape.chinese == 0 {
      omitted(english: Int(step.column), before: Int(step.row), features)
    } else {
      twoSided(bead, shape, features)
    }
  }

  private mutating func twoSided(
    _ bead: Bead, _ shape: (chinese: Int, english: Int), _ features: UnsafeMutableBufferPointer<Float>
  ) {
    let (chinese, english) = (draft.matches.chinese, draft.matches.english)
    let words = (
      chinese: chinese.totals[bead.chinese].reduce(0, +), english: english.totals[bead.english].reduce(0, +)
    )
    features[0] = Float(
      draft.lexical.score(row: bead.chinese.lowerBound, column: bead.english.lowerBound, shape: shape)
        + (words.chinese + words.english) * log(draft.model.unmatched))
    features[1] = Float(draft.length.score(chinese: bead.chinese, english: bead.english))
    features[2] = Float(-draft.joins.chinese.cost(of: bead.chinese) - draft.joins.english.cost(of: bead.english))
    wordFeatures(bead, words: words, features)
    let lengths = BeadFeature.lengths
    let misfit = draft.length.misfit(of: bead)
    features[lengths] = Float(min(16, misfit))
    features[lengths + 1] = Float(draft.length.distance(of: bead))
    features[lengths + 2] = Float(misfit.squareRoot())
    features[lengths + 3] = Float(min(16, misfit / fittedMisfit))
    features[lengths + 4] = Float(words.chinese / 10)
    features[lengths + 5] = Float(words.english / 10)
    weakest(bead, shape, features)
    crossing(bead, features)
    edgeFeatures(bead, features)
  }

  /// How well the segments on either side of the bead's end go together across it.
  private func crossing(_ bead: Bead, _ features: UnsafeMutableBufferPointer<Float>) {
    let (row, column) = (bead.chinese.upperBound, bead.english.upperBound)
    let base = BeadFeature.borders
    let (chinese, english) = (draft.matches.chinese, draft.matches.english)
    if column < english.count {
      let gain =
        draft.lexical.chineseGain(row: row - 1, column: column, size: 1) / chinese.totals[row - 1].squareRoot()
        + draft.lexical.englishGain(row: row - 1, column: column, size: 1) / english.totals[column].squareRoot()
      features[base] = Float(min(8, gain))
      if draft.edges.english[column].beginsSmall { features[base + 3] = 1 }
    }
    if row < chinese.count {
      let gain =
        draft.lexical.chineseGain(row: row, column: column - 1, size: 1) / chinese.totals[row].squareRoot()
        + draft.lexical.englishGain(row: row, column: column - 1, size: 1) / english.totals[column - 1].squareRoot()
      features[base + 1] = Float(min(8, gain))
    }
  }

  private mutating func wordFeatures(
    _ bead: Bead, words: (chinese: Double, english: Double), _ features: UnsafeMutableBufferPointer<Float>
  ) {
    let (chinese, english) = (matches.chinese, matches.english)
    let starts = (chinese.offsets[bead.chinese.lowerBound], english.offsets[bead.english.lowerBound])
    let scales = (
      1 / Float(max(1, chinese.offsets[bead.chinese.upperBound] - starts.0)),
      1 / Float(max(1, english.offsets[bead.english.upperBound] - starts.1))
    )
    for row in bead.chinese {
      let base = chinese.offsets[row] - starts.0
      for column in bead.english {
        let otherBase = english.offsets[column] - starts.1
        for index in rows.range(row: row, column: column) {
          let match = rows.matches[index]
          let (place, other) = (Int(match.chinese), Int(match.english))
          let here = Float(base + chinese.spans[place].start) * scales.0
          let there = Float(otherBase + english.spans[other].start) * scales.1
          let order = kernel.closeness(here, there)
          let source = Int(match.source.rawValue)
          scratch.english.add(
            other, source: source, even: match.forward,
            ordered: match.forward * (OrderKernel.floor + order * kernel.norm(there)))
          scratch.chinese.add(
            place, source: source, even: match.backward,
            ordered: match.backward * (OrderKernel.floor + order * kernel.norm(here)))
        }
      }
    }
    Self.collect(
      &scratch.english, english, categories.english, gains.english, words.chinese, features, 0)
    Self.collect(
      &scratch.chinese, chinese, categories.chinese, gains.chinese, words.english, features, 1)
  }

  private static func collect(
    _ scratch: inout Scratch, _ text: TokenizedText, _ categories: [UInt8], _ gains: [Double], _ words: Double,
    _ features: UnsafeMutableBufferPointer<Float>, _ side: Int
  ) {
    let base = BeadFeature.words + side * 5
    for place in scratch.touched {
      let type = Int(text.types[Int(place)])
      let slot = base + Int(categories[type])
      let gain = Float(gains[type] / words)
      let count = text.counts[Int(place)]
      let sums = scratch.sums[Int(place)] * gain + SIMD8(1, 0, 0, 0, 1, 0, 0, 0)
      features[slot] += count * logf(sums[0])
      features[slot + 10] += count * logf(sums[4])
      for source in 1...2 where sums[source] > 0 {
        let related = BeadFeature.related + (source - 1) * 4 + side
        features[related] += count * logf(1 + sums[source] / sums[0])
        features[related + 2] += count * logf(1 + sums[source + 4] / sums[4])
      }
      scratch.sums[Int(place)] = SIMD8(repeating: 0)
      scratch.isTouched[Int(place)] = false
    }
    scratch.touched.removeAll(keepingCapacity: true)
  }

  /// How much the least supported segment of each side gains, for each of its words.
  private func weakest(
    _ bead: Bead, _ shape: (chinese: Int, english: Int), _ features: UnsafeMutableBufferPointer<Float>
  ) {
    let base = BeadFeature.lengths + 6
    if shape.chinese > 1 {
      features[base] =
        bead.chinese.map { row in
          min(
            2,
            Float(
              draft.lexical.chineseGain(row: row, column: bead.english.lowerBound, size: shape.english)
                / draft.matches.chinese.totals[row]))
        }.min() ?? 0
    }
    if shape.english > 1 {
      features[base + 1] =
        bead.english.map { column in
          min(
            2,
            Float(
              draft.lexical.englishGain(row: bead.chinese.lowerBound, column: column, size: shape.chinese)
                / draft.matches.english.totals[column]))
        }.min() ?? 0
    }
  }

  private func omitted(chinese row: Int, before column: Int, _ features: UnsafeMutableBufferPointer<Float>) {
    let lexical = draft.lexical
    omitted(
      row, before: column, of: draft.matches.chinese, beside: draft.matches.english.count,
      Omission(
        end: draft.edges.chinese[row].end, probabilities: omissions.chinese, rate: omissionRates.chinese,
        gain: { lexical.chineseGain(row: row, column: $0, size: 1) }),
      UnsafeMutableBufferPointer(rebasing: features[BeadFeature.omissions...]))
  }

  private func omitted(english column: Int, before row: Int, _ features: UnsafeMutableBufferPointer<Float>) {
    let lexical = draft.lexical
    omitted(
      column, before: row, of: draft.matches.english, beside: draft.matches.chinese.count,
      Omission(
        end: draft.edges.english[column].end, probabilities: omissions.english, rate: omissionRates.english,
        gain: { lexical.englishGain(row: $0, column: column, size: 1) }),
      UnsafeMutableBufferPointer(rebasing: features[(BeadFeature.omissions + 1)...]))
  }

  /// What is known of a segment that may be left out.
  private struct Omission {
    let end: SegmentEdges.End
    /// How probable it is of each segment of its text.
    let probabilities: [Double]
    /// The logarithm of how often segments of its side are left out.
    let rate: Double
    /// What the segment's words gain by a segment of the other text.
    let gain: (Int) -> Double
  }

  /// Fills every other place of `features`: the two sides alternate.
  private func omitted(
    _ segment: Int, before place: Int, of text: TokenizedText, beside count: Int, _ omission: Omission,
    _ features: UnsafeMutableBufferPointer<Float>
  ) {
    func greatestGain(within reach: Int) -> Float {
      let gain = (max(0, place - reach)..<min(count, place + reach)).map(omission.gain).max() ?? 0
      return Float(max(0, gain) / text.totals[segment])
    }
    features[0] = Float(log(text.lengths[segment] + 1))
    features[2] = greatestGain(within: 1)
    if omission.end == .letter { features[4] = 1 }
    let neighbours = [segment - 1, segment + 1].filter(omission.probabilities.indices.contains)
    features[6] = Float(neighbours.reduce(0) { $0 + omission.probabilities[$1] })
    features[8] = Float(omission.rate)
    features[10] = greatestGain(within: 4)
  }

  private func edgeFeatures(_ bead: Bead, _ features: UnsafeMutableBufferPointer<Float>) {
    let chinese = draft.edges.chinese[bead.chinese.upperBound - 1]
    let english = draft.edges.english[bead.english.upperBound - 1]
    var base = BeadFeature.edges
    func compare(_ left: Bool, _ right: Bool) {
      if left && right {
        features[base] = 1
      } else if left {
        features[base + 1] = 1
      } else if right {
        features[base + 2] = 1
      }
      base += 3
    }
    for end in [SegmentEdges.End.question, .exclamation, .ellipsis, .colon, .pause, .letter] {
      compare(chinese.end == end, english.end == end)
    }
    compare(chinese.closesQuote, english.closesQuote)
    compare(chinese.isInsideQuote, english.isInsideQuote)
    let next = (bead.chinese.upperBound, bead.english.upperBound)
    if next.0 < draft.matches.chinese.count, next.1 < draft.matches.english.count {
      compare(draft.edges.chinese[next.0].opensQuote, draft.edges.english[next.1].opensQuote)
    } else {
      base += 3
    }
    compare(chinese.endsParagraph, english.endsParagraph)
  }
}
