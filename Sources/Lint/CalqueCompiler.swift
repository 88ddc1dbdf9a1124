import Lexicon
import Terminology
import TextCore

extension CalqueIndex {
  /// The compiled form of the Chinese terms of a glossary, names aside; see ``init(store:identity:)``.
  ///
  /// `identity` says what glossary and dictionary were made from. Costs some microseconds a term, and a pass over the
  /// dictionary.
  public static func compiled(
    from concepts: ConceptTable, _ lexicon: BilingualLexicon, identity: [UInt8]
  ) -> [UInt8] {
    var compiler = CalqueCompiler(lexicon: lexicon)
    for concept in concepts.indices { compiler.add(concepts[concept], at: concept) }
    return compiler.bytes(identity: identity)
  }
}

/// Takes terms apart and notes what translates their parts.
private struct CalqueCompiler {
  private struct Part: Hashable {
    let entry: BilingualLexicon.EntryID
    /// Whether it is one character at the end of its term, as 商 in 电商: then it may mean what it means at the end of
    /// other words.
    let isHead: Bool
  }

  private static let termLengths = 2...8
  private static let mostParts = 4

  private let lexicon: BilingualLexicon
  private let heads: HeadSenses
  private var splitter: TermSplitter
  private var concepts: [UInt32] = []
  private var lengths: [UInt8] = []
  private var parts: [[Int32]] = []
  private var numbers: [Part: Int32] = [:]
  private var entries: [Int32] = []
  private var glosses: [[Int32]] = []

  init(lexicon: BilingualLexicon) {
    self.lexicon = lexicon
    heads = HeadSenses(of: lexicon)
    splitter = TermSplitter(lexicon: lexicon, mostParts: Self.mostParts)
  }

  mutating func add(_ entry: ConceptEntry, at concept: Int) {
    if Self.isName(entry) { return }
    for term in entry.terms where term.language == .simplifiedChinese && term.status != .forbidden {
      let length = term.text.utf8.count / 3
      guard Self.termLengths.contains(length), term.text.unicodeScalars.allSatisfy(\.value.isHan) else { continue }
      for split in splitter.splits(of: Folding.folded(Array(term.text.utf8)).utf8) {
        concepts.append(UInt32(concept))
        lengths.append(UInt8(length))
        parts.append(
          split.enumerated().map { index, entry in number(of: entry, isLast: index == split.count - 1) })
      }
    }
  }

  /// Whether the concept is a name, whose parts nobody translates: a person, a place, an era, a people.
  ///
  /// Of the last ones English writes the name and then a word in lower case: “Ming dynasty”.
  private static func isName(_ entry: ConceptEntry) -> Bool {
    guard let type = entry.type else { return false }
    if ["person", "place", "organisation"].contains(type) { return true }
    guard type == "term", entry.terms.contains(where: { $0.partOfSpeech == "proper noun" }),
      let term = entry.preferredTerm(in: .english), let first = term.text.first,
      let last = term.text.split(separator: " ").last?.first
    else { return false }
    return first.isUppercase && last.isLowercase
  }

  private mutating func number(of entry: BilingualLexicon.EntryID, isLast: Bool) -> Int32 {
    let part = Part(entry: entry, isHead: isLast && lexicon.headword(of: entry).unicodeScalars.count == 1)
    if let known = numbers[part] { return known }
    let number = Int32(entries.count)
    numbers[part] = number
    entries.append(entry)
    var stems: Set<Int32> = []
    lexicon.forEachSense(of: entry) { stem, weight in if weight >= 1 { stems.insert(stem) } }
    if part.isHead { stems.formUnion(heads.stems(of: lexicon.headword(of: entry))) }
    glosses.append(stems.sorted())
    return number
  }

  func bytes(identity: [UInt8]) -> [UInt8] {
    var writer = CompiledDataWriter(kind: CalqueIndex.kind, version: CalqueIndex.version)
    writer.append(identity)
    writer.append(numbers: concepts)
    writer.append(numbers: lengths)
    writer.append(lists: parts)
    writer.append(numbers: entries)
    writer.append(lists: glosses)
    writer.append(lists: compositions(byPart: 0))
    writer.append(lists: compositions(byPart: 1))
    return writer.bytes()
  }

  /// The compositions that each stem translates a certain part of.
  private func compositions(byPart part: Int) -> [[Int32]] {
    var result = [[Int32]](repeating: [], count: lexicon.stemCount)
    for (number, parts) in parts.enumerated() {
      for stem in glosses[Int(parts[part])] { result[Int(stem)].append(Int32(number)) }
    }
    return result
  }
}

/// What characters mean at the end of longer words: 商 is a provider, as 提供商 and 服务提供商 are, although alone it is
/// commerce.
private struct HeadSenses {
  /// How many words have a stem among their glosses, and whether it is the whole of one.
  private struct Count {
    var words = 0
    var isWhole = false
  }

  private var wordCounts: [[UInt8]: Int] = [:]
  private var counts: [[UInt8]: [BilingualLexicon.StemID: Count]] = [:]

  /// So many words must agree, and so many of a hundred that end in the character: 人 ends five hundred words, and means
  /// what a few of them mean by chance alone.
  private static let (leastWords, leastPercent) = (2, 4)

  /// Costs a pass over the dictionary.
  init(of lexicon: BilingualLexicon) {
    for entry in 0..<Int32(lexicon.count) where !lexicon.canBeName(entry) {
      let word = Array(lexicon.headword(of: entry).utf8)
      guard (9...15).contains(word.count), word.allSatisfy({ $0 >= 0x80 }) else { continue }
      let last = Array(word.suffix(3))
      wordCounts[last, default: 0] += 1
      lexicon.forEachSense(of: entry) { stem, weight in
        guard weight >= 0.5 else { return }
        counts[last, default: [:]][stem, default: Count()].words += 1
        if weight >= 1 { counts[last]?[stem]?.isWhole = true }
      }
    }
  }

  func stems(of character: String) -> [BilingualLexicon.StemID] {
    let last = Array(character.utf8)
    let least = max(Self.leastWords * 100, Self.leastPercent * (wordCounts[last] ?? 0))
    return (counts[last] ?? [:]).filter { $0.value.isWhole && $0.value.words * 100 >= least }.map(\.key)
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
