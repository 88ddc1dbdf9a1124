import Lexicon

/// The stems of a sentence, each of which can be marked: what the other text says of them.
struct StemSet {
  private var stems: [BilingualLexicon.StemID]
  private var marks: [Bool] = []
  private let mask: Int
  private static let free: BilingualLexicon.StemID = -1

  /// The stems of the words that say something.
  ///
  /// Costs the number of words.
  init(of facts: [WordFacts]) {
    var capacity = 16
    while capacity < facts.count * 3 { capacity *= 2 }
    mask = capacity - 1
    stems = Array(repeating: Self.free, count: capacity)
    for word in facts where !word.isSmall {
      if let stem = word.stem, stem >= 0 { stems[slot(of: stem)] = stem }
    }
  }

  /// Marks a stem, where the sentence has it; gives whether it has.
  mutating func mark(_ stem: BilingualLexicon.StemID) -> Bool {
    let slot = slot(of: stem)
    guard stems[slot] != Self.free else { return false }
    if marks.isEmpty { marks = Array(repeating: false, count: stems.count) }
    marks[slot] = true
    return true
  }

  /// Whether the sentence has the stem.
  func contains(_ stem: BilingualLexicon.StemID) -> Bool { stems[slot(of: stem)] != Self.free }

  /// Whether the sentence has the stem and it was marked.
  func isMarked(_ stem: BilingualLexicon.StemID) -> Bool { !marks.isEmpty && marks[slot(of: stem)] }

  /// Where a stem is, or would be.
  private func slot(of stem: BilingualLexicon.StemID) -> Int {
    var slot = Int(truncatingIfNeeded: UInt32(bitPattern: stem) &* 0x9E37_79B1 >> 7) & mask
    while stems[slot] != Self.free, stems[slot] != stem { slot = (slot + 1) & mask }
    return slot
  }
}
