import Alignment
import Foundation
import Synchronization

/// Gold sets with the features of their likely beads, and what can be learnt and measured on them.
struct Laboratory {
  let sets: [GoldSet]
  /// For each set, for each pair.
  let lattices: [[SampleLattice]]
  var trainer = Trainer(start: BeadFeature.start)

  /// A pair, by the number of its set and its own.
  struct Place: Hashable {
    var set: Int
    var pair: Int
  }

  init(sets: [GoldSet], resources: AlignmentResources) {
    self.sets = sets
    lattices = sets.map { set in
      set.pairs.map { pair in
        SampleLattice(
          TrainingSample(chinese: pair.chinese, english: pair.english, gold: pair.gold, resources: resources),
          gold: pair.gold)
      }
    }
  }

  var places: [Place] {
    lattices.indices.flatMap { set in lattices[set].indices.map { Place(set: set, pair: $0) } }
  }

  func lattice(_ place: Place) -> SampleLattice { lattices[place.set][place.pair] }

  func weights(from places: [Place]) -> [Float] { trainer.weights(for: places.map(lattice)) }

  /// Sets of one origin share the first part of their name: ntrex-mix and ntrex-tw-mix are the same articles.
  private func origin(_ set: Int) -> Substring { sets[set].name.prefix { $0 != "-" } }

  /// For each pair weights that were learnt without it: from all other sets, and, where `knowsSet`, from the other pairs of
  /// its own set, in at most six parts.
  func heldOut(knowsSet: Bool) -> [Place: [Float]] {
    let parts = sets.indices.flatMap { set in
      let count = knowsSet ? min(6, lattices[set].count) : 1
      return (0..<count).map { part in
        (
          held: places.filter { $0.set == set && $0.pair % count == part },
          rest: places.filter { place in
            place.set == set ? count > 1 && place.pair % count != part : origin(place.set) != origin(set)
          }
        )
      }
    }.filter { !$0.rest.isEmpty }
    let learnt = Mutex([Place: [Float]]())
    DispatchQueue.concurrentPerform(iterations: parts.count) { part in
      let weights = weights(from: parts[part].rest)
      learnt.withLock { learnt in
        for place in parts[part].held { learnt[place] = weights }
      }
    }
    return learnt.withLock { $0 }
  }

  /// Strict F1 of each set.
  func scores(_ weights: (Place) -> [Float]?) -> [Double] {
    scores { place, lattice in weights(place).map { lattice.bestBeads(lattice.scores($0)) } }
  }

  /// Strict F1 of each set by the first pass alone.
  func draftScores() -> [Double] { scores { $1.sample.draft } }

  /// Strict F1 of each set, were the right bead chosen wherever it is among the likely ones.
  func bestPossible() -> [Double] { scores { $1.bestBeads($1.isAllowed.map { $0 ? 1 : 0 }) } }

  /// Strict F1 of each set; pairs without beads are left aside.
  private func scores(_ beads: (Place, SampleLattice) -> [Bead]?) -> [Double] {
    sets.indices.map { set in
      var score = StrictScore()
      for (pair, lattice) in lattices[set].enumerated() {
        guard let beads = beads(Place(set: set, pair: pair), lattice) else { continue }
        score.add(gold: lattice.gold, test: beads)
      }
      return score.f1
    }
  }

  /// For each set, for each tenth of confidence: beads given, mean confidence, share right.
  func reliability(_ weights: [Place: [Float]]) -> [[(count: Int, confidence: Double, right: Double)]] {
    sets.indices.map { set in
      var bins = [(count: Int, confidence: Double, right: Double)](repeating: (0, 0, 0), count: 10)
      for pair in lattices[set].indices {
        guard let weights = weights[Place(set: set, pair: pair)] else { continue }
        for bead in lattices[set][pair].judgedBeads(weights) {
          let bin = min(9, Int(bead.probability * 10))
          bins[bin].count += 1
          bins[bin].confidence += bead.probability
          bins[bin].right += bead.isRight ? 1 : 0
        }
      }
      return bins.map { ($0.count, $0.confidence / Double(max(1, $0.count)), $0.right / Double(max(1, $0.count))) }
    }
  }
}
