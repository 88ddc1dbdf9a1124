// Trains and measures the aligner on beads made by hand, for tools/measure-aligner. Not part of
// the product.
//
//   AlignmentLab train    DATA FOLDER...   prints Sources/Alignment/BeadWeights.swift
//   AlignmentLab validate DATA FOLDER...   strict F1 of each folder with weights that were learnt without it
//   AlignmentLab ablation DATA FOLDER...   the same, each kind of evidence left out in turn
//   AlignmentLab curve    DATA FOLDER...   how many beads of each confidence are right
//   AlignmentLab errors   DATA FOLDER...   where beads differ from the gold, with weights learnt from other folders
//   AlignmentLab timing   DATA FOLDER...   strict F1 of each folder as it is aligned, and beads a second
//     DATA: the folder that `duizhao setup` filled. FOLDER: NAME.zh, NAME.en (a segment a line) and NAME.gold.
import Alignment
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print("usage: see the head of Sources/AlignmentLab/main.swift")
  exit(2)
}
let data = LabData(folder: arguments[2])
let sets = arguments[3...].map { GoldSet(folder: $0) }
switch arguments[1] {
case "train": train()
case "validate": validate()
case "ablation": ablate()
case "curve": showCurve()
case "errors": showErrors()
case "timing": showTiming()
default:
  print("\(arguments[1]) is no work of the laboratory")
  exit(2)
}

func laboratory(dictionary: Bool = true, mentions: Bool = true) -> Laboratory {
  Laboratory(sets: sets, resources: data.resources(dictionary: dictionary, mentions: mentions))
}

func row(_ name: String, _ values: [Double]) {
  let cells = values.map { String(format: "%9.4f", $0) }.joined(separator: " ")
  print(name.padding(toLength: 34, withPad: " ", startingAt: 0) + cells)
  fflush(nil)
}

func header() {
  let cells = sets.map { String(repeating: " ", count: max(0, 9 - $0.name.count)) + $0.name }.joined(separator: " ")
  print("".padding(toLength: 34, withPad: " ", startingAt: 0) + cells)
}

func train() {
  var lines = [
    "// Made by tools/measure-aligner train; do not edit.", "",
    "/// What each feature of a bead weighs, in the order of ``BeadFeature/names``.", "package enum BeadWeights {",
  ]
  for dictionary in [true, false] {
    let laboratory = laboratory(dictionary: dictionary)
    let weights = laboratory.weights(from: laboratory.places)
    lines.append("  package static let \(dictionary ? "withDictionary" : "withoutDictionary"): [Float] = [")
    for (name, weight) in zip(BeadFeature.names, weights) {
      lines.append(String(format: "    %.3f,  // ", weight) + name)
    }
    lines.append("  ]")
  }
  print((lines + ["}"]).joined(separator: "\n"))
}

func validate() {
  for dictionary in [true, false] {
    print(dictionary ? "with the dictionary" : "without a dictionary")
    header()
    let laboratory = laboratory(dictionary: dictionary)
    row("draft", laboratory.draftScores())
    row("  best possible second look", laboratory.bestPossible())
    let others = laboratory.heldOut(knowsSet: false)
    row("learnt from other sets", laboratory.scores { others[$0] })
    let rest = laboratory.heldOut(knowsSet: true)
    row("learnt from all other texts", laboratory.scores { rest[$0] })
    let all = laboratory.weights(from: laboratory.places)
    row("learnt from all texts", laboratory.scores { _ in all })
    for (set, gold) in sets.enumerated() where gold.pairs.count > 1 && gold.pairs.count < 10 {
      for pair in gold.pairs.indices {
        let place = Laboratory.Place(set: set, pair: pair)
        row("  \(gold.name)/\(gold.pairs[pair].name)", [laboratory.scores { $0 == place ? rest[place] : nil }[set]])
      }
    }
  }
}

func ablate() {
  header()
  var laboratory = laboratory()
  laboratory.trainer.rounds = 120
  func show(_ name: String, _ laboratory: Laboratory) {
    let weights = laboratory.heldOut(knowsSet: true)
    row(name, laboratory.scores { weights[$0] })
  }
  show("everything", laboratory)
  for group in BeadFeature.groups {
    var part = laboratory
    part.trainer.leaveOut(group.features)
    show("without " + group.name, part)
  }
  show(
    "without glossary, names, dates",
    Laboratory(sets: sets, resources: data.resources(dictionary: true, mentions: false)))
  show("without the dictionary", Laboratory(sets: sets, resources: data.resources(dictionary: false, mentions: true)))
  show("without any of them", Laboratory(sets: sets, resources: data.resources(dictionary: false, mentions: false)))
}

func showCurve() {
  for dictionary in [true, false] {
    let laboratory = laboratory(dictionary: dictionary)
    let bins = laboratory.reliability(laboratory.heldOut(knowsSet: true))
    print(dictionary ? "with the dictionary: beads, mean confidence, share right" : "without a dictionary")
    for bin in 0..<10 {
      let cells = bins.map { set in
        let (count, confidence, right) = set[bin]
        return count == 0 ? "                   " : String(format: "%5d %.3f %.3f", count, confidence, right) + "  "
      }
      print(String(format: "%.1f  ", Double(bin) / 10) + cells.joined(separator: "  "))
    }
  }
}

func showErrors() {
  let laboratory = laboratory()
  let weights = laboratory.heldOut(knowsSet: false)
  for place in laboratory.places {
    guard let weights = weights[place] else { continue }
    let pair = sets[place.set].pairs[place.pair]
    print(ErrorListing(pair: pair, lattice: laboratory.lattice(place), weights: weights).text, terminator: "")
  }
}

func showTiming() {
  for dictionary in [true, false] {
    print(dictionary ? "with the dictionary" : "without a dictionary")
    let resources = data.resources(dictionary: dictionary, mentions: true)
    for set in sets {
      var score = StrictScore()
      let start = clock()
      for pair in set.pairs {
        score.add(
          gold: pair.gold,
          test: ParallelAligner().beads(chinese: pair.chinese, english: pair.english, resources: resources))
      }
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      let figures = String(
        format: "F1 %.4f, %.3f CPU seconds, %.0f beads a second", score.f1, seconds, Double(score.found) / seconds)
      print("  \(set.name): \(score.found) beads, \(figures)")
    }
  }
}
