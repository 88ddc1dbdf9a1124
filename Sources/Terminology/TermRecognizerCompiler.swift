import Lexicon
import TextCore

extension TermRecognizer {
  static let kind = "terms"
  static let version: UInt32 = 2

  /// The compiled data of all terms of the concepts, to be kept in a file and opened with ``init(store:concepts:)``.
  ///
  /// Terms beyond what the numbers of the file can hold (some eight million) are left out.
  public static func compiled(from concepts: [ConceptEntry], isOrdinaryWord: ((String) -> Bool)? = nil) -> [UInt8] {
    compiled(from: patterns(of: concepts), isOrdinaryWord: isOrdinaryWord)
  }

  static func compiled(from patterns: [Pattern], isOrdinaryWord: ((String) -> Bool)?) -> [UInt8] {
    var compiler = TermRecognizerCompiler(isOrdinaryWord: isOrdinaryWord)
    for pattern in patterns { compiler.add(pattern) }
    return compiler.compiled()
  }
}

/// Gathers the forms of terms by their keys.
private struct TermRecognizerCompiler {
  private let isOrdinaryWord: ((String) -> Bool)?
  private var lists: [[StoredForm]] = []
  private var listOfKey: [[UInt32]: Int] = [:]
  private var keys: [[UInt32]] = []
  private var texts: [String] = []
  private var cases: [CasePattern] = [CasePattern(capitals: 0, smalls: 0)]
  private var caseIndexes: [CasePattern: Int] = [:]

  init(isOrdinaryWord: ((String) -> Bool)?) { self.isOrdinaryWord = isOrdinaryWord }

  mutating func add(_ pattern: TermRecognizer.Pattern) {
    guard pattern.concept >= 0, pattern.concept <= Int(Int32.max), pattern.term >= 0,
      pattern.term <= Int(UInt16.max), keys.count < TermTrie.greatestNumber - 64
    else { return }
    let key = FoldedKey.scalars(of: pattern.text)
    var text = 0
    let isOwnKey = key.elementsEqual(pattern.text.unicodeScalars.lazy.map(\.value))
    if !isOwnKey || pattern.matchRule == .exact {
      texts.append(pattern.text)
      text = texts.count
    }
    let index = caseIndex(CasePattern(pattern.text, rule: pattern.caseRule, isOrdinaryWord: isOrdinaryWord))
    func form(_ form: TermMatch.Form) -> StoredForm {
      StoredForm(
        concept: pattern.concept, term: pattern.term, text: text, cases: index, language: pattern.language,
        form: form, rule: pattern.matchRule, isOwnKey: isOwnKey)
    }
    add(key, form(.folded))
    if pattern.language != .english || pattern.caseRule == .exact || pattern.matchRule != .inflected { return }
    for (text, kind) in TermForms.forms(of: pattern.text, partOfSpeech: pattern.partOfSpeech, type: pattern.type) {
      add(FoldedKey.scalars(of: text), form(kind))
    }
  }

  private mutating func add(_ key: [UInt32], _ form: StoredForm) {
    if key.isEmpty || key.count > Int(UInt16.max) { return }
    guard let list = listOfKey[key] else {
      listOfKey[key] = lists.count
      keys.append(key)
      lists.append([form])
      return
    }
    // A term may be its own plural; its first form says more.
    if let last = lists[list].last, last.concept == form.concept, last.term == form.term { return }
    lists[list].append(form)
  }

  private mutating func caseIndex(_ pattern: CasePattern) -> Int {
    if pattern.capitals == 0, pattern.smalls == 0 { return 0 }
    if let index = caseIndexes[pattern] { return index }
    cases.append(pattern)
    caseIndexes[pattern] = cases.count - 1
    return cases.count - 1
  }

  mutating func compiled() -> [UInt8] {
    // Keys without conditions come first: one comparison tells them.
    let order = lists.indices.sorted { a, b in
      let (first, second) = (self.traits(of: lists[a]).isEmpty, self.traits(of: lists[b]).isEmpty)
      return first == second ? a < b : first
    }
    lists = order.map { lists[$0] }
    keys = order.map { keys[$0] }
    let traits = lists.map { self.traits(of: $0).rawValue }
    let alphabet = FoldedAlphabetBuilder(keys)
    var coded: [(codes: [UInt16], value: Int)] = []
    coded.reserveCapacity(keys.count)
    for (index, key) in keys.enumerated() {
      if let codes = alphabet.codes(of: key) { coded.append((codes, index)) }
    }
    var trie = TermTrieBuilder(coded, codeCount: alphabet.count, latinEnd: alphabet.latinEnd)
    var writer = CompiledDataWriter(kind: TermRecognizer.kind, version: TermRecognizer.version)
    let depth = coded.reduce(1) { max($0, $1.codes.count) }
    let plainCount = traits.firstIndex { $0 != 0 } ?? traits.count
    writer.append(
      numbers: [alphabet.count, alphabet.latinEnd, depth, plainCount].map { UInt32($0) })
    alphabet.append(to: &writer)
    trie.append(to: &writer)
    writer.append(lists: lists)
    writer.append(numbers: traits)
    writer.append(numbers: cases.flatMap { [$0.capitals, $0.smalls] })
    writer.append(numbers: freeStarts(coded, alphabet))
    writer.append(strings: texts.map(\.utf8))
    return writer.bytes()
  }

  private func traits(of forms: [StoredForm]) -> KeyTraits {
    forms.reduce(into: KeyTraits()) { traits, form in
      if form.cases != 0 || form.isLiteral { traits.insert(.isConditional) }
      if form.isFree { traits.insert(.isFree) }
    }
  }

  /// A bit for each letter that a term begins with which may stand inside words; empty where there is no such term.
  private func freeStarts(_ keys: [(codes: [UInt16], value: Int)], _ alphabet: FoldedAlphabetBuilder) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: (alphabet.latinEnd + 63) / 64)
    for (codes, list) in keys where Int(codes[0]) < alphabet.latinEnd && lists[list].contains(where: \.isFree) {
      bits[Int(codes[0]) / 64] |= 1 << UInt64(codes[0] % 64)
    }
    return bits.contains { $0 != 0 } ? bits : []
  }
}

/// What terms are looked up by.
enum FoldedKey {
  /// The folded scalars of a term; white space inside is one space, and at the edges none.
  static func scalars(of term: String) -> [UInt32] {
    var folded: [UInt32] = []
    for scalar in Folding.folded(term).unicodeScalars {
      if scalar.value > 0x20 {
        folded.append(scalar.value)
      } else if let last = folded.last, last != 0x20 {
        folded.append(0x20)
      }
    }
    if folded.last == 0x20 { folded.removeLast() }
    return folded
  }
}
