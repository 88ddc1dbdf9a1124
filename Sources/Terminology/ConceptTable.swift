import Lexicon
import Synchronization
import TextCore

/// The concepts of a glossary in compiled data: each is read when it is asked for, and then remembered.
///
/// Beside the concepts it keeps what is asked of all their terms at once: which words they have, and which of them end
/// in a word.
public struct ConceptTable: Sendable, RandomAccessCollection {
  /// A term by its place.
  public struct TermPlace: Hashable, Sendable, BitwiseCopyable {
    /// The index of the concept.
    public let concept: UInt32
    /// The index of the term in it.
    public let term: UInt32
  }

  static let kind = "concepts"
  static let version: UInt32 = 1

  private let records: StoredLists<UInt8>
  private let termCounts: StoredArray<UInt16>
  /// The concepts in the order of their ids, then as they stand.
  private let byID: StoredArray<UInt32>
  private let words: DoubleArrayTrie
  private let lastWords: DoubleArrayTrie
  private let termsOfLastWord: StoredLists<TermPlace>
  private let memory = Memory()

  private final class Memory: Sendable {
    let entries = Mutex<[Int: ConceptEntry]>([:])
  }

  /// Creates the table of these concepts.
  public init(_ entries: [ConceptEntry]) {
    do throws(LexiconError) {
      try self.init(store: ByteStore(copying: Self.compiled(from: entries)))
    } catch {
      preconditionFailure("freshly compiled concepts cannot be opened: \(error)")
    }
  }

  /// Opens compiled concepts.
  ///
  /// Costs a look at the bounds.
  init(store: ByteStore) throws(LexiconError) {
    let reader = try CompiledDataReader(store, kind: Self.kind, version: Self.version, sectionCount: 8)
    records = try reader.strings(0)
    termCounts = try reader.numbers(2)
    byID = try reader.numbers(3)
    words = try DoubleArrayTrie(store: reader.store(4))
    lastWords = try DoubleArrayTrie(store: reader.store(5))
    termsOfLastWord = try reader.lists(6)
    guard termCounts.count == records.count, byID.count == records.count else { throw .malformedSection(2) }
    let places = termsOfLastWord.items.buffer
    guard places.allSatisfy({ Int($0.concept) < termCounts.count && $0.term < termCounts[Int($0.concept)] }) else {
      throw .malformedSection(7)
    }
  }

  /// The compiled form of these concepts.
  static func compiled(from entries: [ConceptEntry]) -> [UInt8] {
    var writer = CompiledDataWriter(kind: kind, version: version)
    writer.append(strings: entries.lazy.map(ConceptRecord.bytes))
    writer.append(numbers: entries.map { UInt16(clamping: $0.terms.count) })
    let order = entries.indices.sorted { a, b in
      entries[a].id == entries[b].id
        ? a < b : Array(entries[a].id.utf8).lexicographicallyPrecedes(Array(entries[b].id.utf8))
    }
    writer.append(numbers: order.map(UInt32.init))
    let index = TermWordIndex(entries)
    writer.append(DoubleArrayTrie.compiled(from: index.words.map { (Array($0.utf8), 0) }))
    writer.append(DoubleArrayTrie.compiled(from: index.lastWords.enumerated().map { (Array($1.utf8), Int32($0)) }))
    writer.append(lists: index.places)
    return writer.bytes()
  }

  // MARK: Concepts

  public var startIndex: Int { 0 }
  public var endIndex: Int { records.count }

  /// The concept, with every field that the glossary has.
  public subscript(index: Int) -> ConceptEntry {
    memory.entries.withLock { entries in
      if let known = entries[index] { return known }
      let entry = entry(at: index)
      entries[index] = entry
      return entry
    }
  }

  /// The concept, read anew: for those who remember what they need of it themselves.
  public func entry(at index: Int) -> ConceptEntry {
    precondition(index >= 0 && index < count, "there is no such concept")
    return ConceptRecord.entry(in: records[index], termCount: Int(termCounts[index]))
  }

  /// The number of terms of a concept; 0 for none.
  func termCount(of concept: Int) -> Int { concept < termCounts.count ? Int(termCounts[concept]) : 0 }

  /// The first concept of that id.
  ///
  /// Costs O(log concepts).
  public func entry(withID id: ConceptEntry.ID) -> ConceptEntry? {
    var low = 0
    var high = byID.count
    while low < high {
      let middle = (low + high) / 2
      if storedID(middle).utf8.lexicographicallyPrecedes(id.utf8) { low = middle + 1 } else { high = middle }
    }
    guard low < byID.count, Int(byID[low]) < count, storedID(low) == id else { return nil }
    return self[Int(byID[low])]
  }

  private func storedID(_ place: Int) -> String { ConceptRecord.id(in: records[Int(byID[place])]) }

  // MARK: Words

  /// Whether an English term that may be used has this word, in lower case.
  public func hasWord(_ word: String) -> Bool { words.value(of: word) != nil }

  /// The English terms of several words that end in this one, which begins with a capital, as they stand.
  public func terms(endingIn word: String) -> UnsafeBufferPointer<TermPlace> {
    termsOfLastWord[lastWords.value(of: word).map(Int.init) ?? -1]
  }
}

/// The words of English terms, gathered for ``ConceptTable``.
private struct TermWordIndex {
  /// The words of terms that may be used, in lower case, sorted.
  let words: [String]
  /// The capitalised last words of terms, sorted, and the terms of each.
  let lastWords: [String]
  let places: [[ConceptTable.TermPlace]]

  init(_ entries: [ConceptEntry]) {
    var words: Set<String> = []
    var ends: [String: [ConceptTable.TermPlace]] = [:]
    for (concept, entry) in entries.enumerated() {
      for (position, term) in entry.terms.enumerated() where term.language == .english {
        if term.isUsable { words.formUnion(Self.words(of: term.text)) }
        guard let last = Self.lastWord(of: term.text), position <= Int(UInt16.max) else { continue }
        ends[last, default: []].append(.init(concept: UInt32(concept), term: UInt32(position)))
      }
    }
    self.words = words.sorted()
    let sorted = ends.sorted { $0.key < $1.key }
    lastWords = sorted.map(\.key)
    places = sorted.map(\.value)
  }

  /// Runs of Latin letters, in lower case.
  private static func words(of text: String) -> [String] {
    text.unicodeScalars.split { !isLetter($0.value) }.map { String($0).lowercased() }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    scalar.isASCIILetter || (0xC0..<0x250).contains(scalar) && scalar != 0xD7 && scalar != 0xF7
  }

  private static func lastWord(of text: String) -> String? {
    guard let space = text.utf8.lastIndex(of: 0x20) else { return nil }
    let last = text[text.utf8.index(after: space)...]
    guard let first = last.utf8.first, first &- 0x41 < 26 else { return nil }
    return String(last)
  }
}
