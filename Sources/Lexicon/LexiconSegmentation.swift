import TextCore

/// A word that a segmentation found.
public struct LexiconWord: Hashable, Sendable {
  /// Its bytes in the folded text.
  public let range: Range<Int>
  /// Its entry; nil for Latin words, numbers and characters that the lexicon lacks.
  public let entry: BilingualLexicon.EntryID?
}

extension BilingualLexicon {
  /// The words of a folded text, in order; spaces and punctuation are left out.
  ///
  /// The cheapest way through the lattice of all dictionary words: fewest words, then fewest words of one character,
  /// then the words of which others are built (``SegmentationCost``); of equal ways the one whose last words are longer,
  /// since Chinese puts the head of a phrase last. This settles what maximum matching in both directions settles and
  /// more, without a second trie, and needs no word frequencies, which CC-CEDICT does not have. Latin words and numbers
  /// stay whole. Costs O(bytes × longest word).
  public func words(in folded: UnsafeBufferPointer<UInt8>) -> [LexiconWord] {
    var lattice = Lattice(count: folded.count)
    var index = 0
    while index < folded.count {
      if lattice.isReached(index) { addEdges(at: index, in: folded, to: &lattice) }
      index += 1
    }
    return lattice.words()
  }

  /// The words of a folded text, in order; spaces and punctuation are left out.
  public func words(in folded: [UInt8]) -> [LexiconWord] { folded.withUnsafeBufferPointer { words(in: $0) } }

  private func addEdges(at index: Int, in folded: UnsafeBufferPointer<UInt8>, to lattice: inout Lattice) {
    let (length, isHan) = Self.character(in: folded, at: index)
    let isLatin = LatinScan.isStart(folded, at: index)
    let run = isLatin ? Self.runLength(in: folded, at: index) : length
    let isWord = isHan || isLatin
    lattice.addEdge(
      from: index, to: index + run, entry: -1, cost: isWord ? SegmentationCost.unknown : 0, isWord: isWord)
    forEachMatch(in: folded, at: index) { matched, entry in
      if matched < run || (matched == length && !isWord) { return }
      guard LatinScan.isBoundary(folded, at: index + matched) else { return }
      lattice.addEdge(from: index, to: index + matched, entry: entry, cost: cost(of: entry), isWord: true)
    }
  }

  /// The length of the character at `index`, and whether it is Han.
  ///
  /// A byte that begins no character stands for itself.
  private static func character(
    in folded: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, isHan: Bool) {
    let lead = folded[index]
    if lead < 0xC0 { return (1, false) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= folded.count else { return (folded.count - index, false) }
    return (length, UTF8Scan.scalar(in: folded, at: index).value.isHan)
  }

  /// The length of the Latin word or the number at `index`.
  private static func runLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    var end = index
    while end < bytes.count {
      if LatinScan.isStart(bytes, at: end) {
        end += bytes[end] < 0x80 ? 1 : 2
      } else if end > index, end + 1 < bytes.count, joins(bytes[end], bytes[end - 1], bytes[end + 1]),
        LatinScan.isStart(bytes, at: end + 1)
      {
        end += 1
      } else {
        break
      }
    }
    return end - index
  }

  /// Whether a mark belongs to the run around it: point and comma between digits, hyphen and apostrophe between all.
  private static func joins(_ mark: UInt8, _ before: UInt8, _ after: UInt8) -> Bool {
    switch mark {
    case 0x2E, 0x2C: before &- 0x30 < 10 && after &- 0x30 < 10
    case 0x2D, 0x27: true
    default: false
    }
  }
}

/// The cheapest ways to each byte of a text.
private struct Lattice {
  private struct Step {
    var cost = Int.max
    var from = -1
    var entry: Int32 = -1
    var isWord = false
  }

  private var steps: [Step]

  init(count: Int) {
    steps = [Step](repeating: Step(), count: count + 1)
    steps[0].cost = 0
  }

  func isReached(_ index: Int) -> Bool { steps[index].cost != .max }

  mutating func addEdge(from: Int, to: Int, entry: Int32, cost: Int, isWord: Bool) {
    let total = steps[from].cost &+ cost
    if total < steps[to].cost { steps[to] = Step(cost: total, from: from, entry: entry, isWord: isWord) }
  }

  func words() -> [LexiconWord] {
    var words: [LexiconWord] = []
    var end = steps.count - 1
    while end > 0 {
      let step = steps[end]
      guard step.from >= 0 else { break }
      let start = step.from
      if step.isWord { words.append(LexiconWord(range: start..<end, entry: step.entry < 0 ? nil : step.entry)) }
      end = start
    }
    return words.reversed()
  }
}
