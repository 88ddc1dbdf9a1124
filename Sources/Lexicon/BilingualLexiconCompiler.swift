import TextCore

extension BilingualLexicon {
  /// The compiled data of the entries of CC-CEDICT.
  ///
  /// Costs about a second for 124,000 entries.
  public static func compiled(from entries: some Sequence<CEDICTLine>) throws(LexiconError) -> [UInt8] {
    var compiler = BilingualLexiconCompiler()
    for entry in entries { compiler.add(entry) }
    if compiler.isEmpty { throw .noEntries }
    return compiler.compiled()
  }
}

/// Gathers dictionary entries by headword and turns their glosses into weighted stems.
private struct BilingualLexiconCompiler {
  private struct Entry {
    var headword: String
    var weights: [Int: Float] = [:]
    var pinyin: [String] = []
    var names = 0
    var lines = 0
  }

  private var entries: [Entry] = []
  private var indices: [String: Int] = [:]
  private var stems: [[UInt8]] = []
  private var stemIndices: [[UInt8]: Int] = [:]
  private var stemsOfWords: [[UInt8]: Int] = [:]

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ line: CEDICTLine) {
    let headword = Folding.folded(line.simplified)
    if headword.isEmpty { return }
    let index = indices[headword] ?? entries.count
    if index == entries.count {
      indices[headword] = index
      entries.append(Entry(headword: headword))
    }
    entries[index].lines += 1
    if line.isName { entries[index].names += 1 }
    if !line.pinyin.isEmpty, !entries[index].pinyin.contains(line.pinyin) { entries[index].pinyin.append(line.pinyin) }
    for sense in line.senses {
      for gloss in GlossWords.glosses(in: sense) {
        let weight = 1 / Float(gloss.count)
        for word in gloss { entries[index].weights[stemIndex(of: word), default: 0] += weight }
      }
    }
  }

  private mutating func stemIndex(of word: [UInt8]) -> Int {
    if let known = stemsOfWords[word] { return known }
    let stem = EnglishStemmer.stem(utf8: word)
    let index = stemIndices[stem] ?? stems.count
    if index == stems.count {
      stemIndices[stem] = index
      stems.append(stem)
    }
    stemsOfWords[word] = index
    return index
  }

  func compiled() -> [UInt8] {
    let order = stems.indices.sorted { stems[$0].lexicographicallyPrecedes(stems[$1]) }
    var rank = [Int32](repeating: 0, count: stems.count)
    for (position, index) in order.enumerated() { rank[index] = Int32(position) }
    let sortedStems = order.map { stems[$0] }
    let entries = self.entries.sorted { $0.headword.utf8.lexicographicallyPrecedes($1.headword.utf8) }
    let senses = entries.map { entry in
      entry.weights.map { (stem: rank[$0.key], weight: $0.value) }
        .sorted { ($1.weight, $0.stem) < ($0.weight, $1.stem) }
    }
    var writer = CompiledDataWriter(kind: BilingualLexicon.kind, version: BilingualLexicon.version)
    let headwords = entries.enumerated().map { (key: Array($1.headword.utf8), value: Int32($0)) }
    writer.append(DoubleArrayTrie.compiled(from: headwords))
    writer.append(strings: entries.map(\.headword.utf8))
    writer.append(lists: senses.map { $0.map(\.stem) })
    writer.append(numbers: senses.flatMap { $0.map(\.weight) })
    writer.append(strings: entries.map { $0.pinyin.joined(separator: "/").utf8 })
    writer.append(
      numbers: entries.map { entry in
        (entry.names == entry.lines ? BilingualLexicon.allNames : 0) | (entry.names > 0 ? BilingualLexicon.someName : 0)
      })
    let names = entries.map { $0.names == $0.lines }
    writer.append(numbers: SegmentationCost.costs(of: headwords.map(\.key), isName: names))
    writer.append(DoubleArrayTrie.compiled(from: sortedStems.enumerated().map { ($1, Int32($0)) }))
    writer.append(strings: sortedStems)
    let turned = turnedRound(senses)
    writer.append(lists: turned.map { $0.map(\.entry) })
    writer.append(numbers: turned.flatMap { $0.map(\.share) })
    return writer.bytes()
  }

  /// For each stem the entries that have it, in order, each with the share of the stem in its senses.
  private func turnedRound(_ senses: [[(stem: Int32, weight: Float)]]) -> [[(entry: Int32, share: Float)]] {
    var turned = [[(entry: Int32, share: Float)]](repeating: [], count: stems.count)
    for (entry, senses) in senses.enumerated() {
      let total = max(1, senses.reduce(0) { $0 + $1.weight })
      for (stem, weight) in senses { turned[Int(stem)].append((Int32(entry), weight / total)) }
    }
    return turned
  }
}
