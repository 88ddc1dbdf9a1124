import Lexicon
import Terminology
import TextCore

/// Chinese terms taken apart into words of the dictionary, found by what translates their first part: what a rendering
/// word by word is made of.
struct CalqueIndex: Sendable {
  /// One way to take a term apart.
  struct Composition: Sendable {
    let concept: Int
    /// The Chinese parts, in order.
    let parts: [BilingualLexicon.EntryID]
    /// How many characters the term has.
    let length: Int
  }

  private let compositions: [Composition]
  /// The compositions, by the stems that translate their first part alone.
  private let firstStems: [BilingualLexicon.StemID: [Int32]]
  private let lexicon: BilingualLexicon

  /// A glossary with more concepts is not taken apart: it would cost more than the check of a text.
  private static let mostConcepts = 20_000
  private static let longestTerm = 8
  private static let mostParts = 4

  /// Takes the Chinese terms of a glossary apart, names aside.
  ///
  /// Costs some microseconds a term.
  init(_ concepts: ConceptTable, _ lexicon: BilingualLexicon) {
    var splitter = TermSplitter(lexicon: lexicon, mostParts: Self.mostParts)
    var compositions: [Composition] = []
    for concept in concepts.indices where concepts.count <= Self.mostConcepts {
      let entry = concepts[concept]
      if let type = entry.type, ["person", "place", "organisation"].contains(type) { continue }
      for term in entry.terms where term.language == .simplifiedChinese && term.status != .forbidden {
        let length = term.text.utf8.count / 3
        guard (2...Self.longestTerm).contains(length), term.text.unicodeScalars.allSatisfy(\.value.isHan) else {
          continue
        }
        for parts in splitter.splits(of: Folding.folded(Array(term.text.utf8)).utf8) {
          compositions.append(Composition(concept: concept, parts: parts, length: length))
        }
      }
    }
    var stems: [BilingualLexicon.EntryID: [Int32]] = [:]
    for (number, composition) in compositions.enumerated() {
      stems[composition.parts[0], default: []].append(Int32(number))
    }
    var firstStems: [BilingualLexicon.StemID: [Int32]] = [:]
    for (entry, numbers) in stems {
      lexicon.forEachSense(of: entry) { stem, weight in
        if weight >= 1 { firstStems[stem, default: []] += numbers }
      }
    }
    self.compositions = compositions
    self.firstStems = firstStems.mapValues { $0.sorted() }
    self.lexicon = lexicon
  }

  /// Whether a word translates the first part of a term.
  func begins(with stem: BilingualLexicon.StemID) -> Bool { firstStems[stem] != nil }

  /// The terms whose first part a word translates, in the order of the glossary.
  func compositions(beginningWith stem: BilingualLexicon.StemID) -> [Composition] {
    (firstStems[stem] ?? []).map { compositions[Int($0)] }
  }

  /// Whether a stem is a gloss of a part by itself.
  func isGloss(_ stem: BilingualLexicon.StemID, of part: BilingualLexicon.EntryID) -> Bool {
    var result = false
    lexicon.forEachSense(of: part) { sense, weight in if sense == stem && weight >= 1 { result = true } }
    return result
  }
}

/// Cuts folded Chinese terms into words of the dictionary, in every way.
private struct TermSplitter {
  let lexicon: BilingualLexicon
  let mostParts: Int
  private var result: [[BilingualLexicon.EntryID]] = []

  init(lexicon: BilingualLexicon, mostParts: Int) {
    self.lexicon = lexicon
    self.mostParts = mostParts
  }

  /// The ways to cut a term into two words and more.
  mutating func splits(of term: [UInt8]) -> [[BilingualLexicon.EntryID]] {
    result = []
    term.withUnsafeBufferPointer { extend([], from: 0, of: $0) }
    return result
  }

  private mutating func extend(
    _ parts: [BilingualLexicon.EntryID], from start: Int, of term: UnsafeBufferPointer<UInt8>
  ) {
    if start == term.count {
      result.append(parts)
      return
    }
    if parts.count == mostParts { return }
    var next: [(end: Int, entry: BilingualLexicon.EntryID)] = []
    lexicon.forEachMatch(in: term, at: start) { length, entry in
      if length < term.count { next.append((start + length, entry)) }
    }
    for (end, entry) in next { extend(parts + [entry], from: end, of: term) }
  }
}
