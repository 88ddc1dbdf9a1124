import Lexicon

/// A glossary ready to work with: what finds its terms, and its concepts, in one piece of compiled data.
///
/// Opening it costs a pass over the numbers by which a search goes; nothing is parsed. Whatever the data say, an opened
/// glossary never leads outside them.
public struct CompiledGlossary: Sendable {
  static let kind = "glossary"
  static let version: UInt32 = 1

  /// Finds the terms of ``concepts``: its matches count concepts and terms as they stand there.
  public let recognizer: TermRecognizer
  public let concepts: ConceptTable

  /// Compiles and opens these concepts.
  ///
  /// `isOrdinaryWord` is that of ``TermRecognizer/init(_:isOrdinaryWord:)``. Costs some seconds for 100,000 concepts.
  public init(_ concepts: [ConceptEntry], isOrdinaryWord: ((String) -> Bool)? = nil) {
    recognizer = TermRecognizer(concepts, isOrdinaryWord: isOrdinaryWord)
    self.concepts = ConceptTable(concepts)
  }

  /// Opens compiled data.
  /// - Throws: ``LexiconError``: `stale` when they were made from something else than `identity` says, or what is wrong
  ///   with them.
  public init(store: ByteStore, identity: [UInt8]) throws(LexiconError) {
    let reader = try CompiledDataReader(store, kind: Self.kind, version: Self.version, sectionCount: 4)
    guard reader.store(0).bytes.elementsEqual(identity) else { throw .stale }
    let terms = reader.store(1)
    let sum: StoredArray<UInt64> = try reader.numbers(3)
    guard sum.count == 1, sum[0] == Checksum.of(terms.bytes) else { throw .malformedSection(1) }
    recognizer = try TermRecognizer(store: terms)
    concepts = try ConceptTable(store: reader.store(2))
    try recognizer.checkForms(conceptCount: concepts.count, termCount: concepts.termCount)
  }

  /// The compiled data of these concepts, to be kept in a file and opened with ``init(store:identity:)``.
  ///
  /// `identity` says what the concepts were made from: a state of a database, for example.
  public static func compiled(
    from concepts: [ConceptEntry], identity: [UInt8], isOrdinaryWord: ((String) -> Bool)? = nil
  ) -> [UInt8] {
    var terms = TermRecognizer.compiled(from: concepts, isOrdinaryWord: isOrdinaryWord)
    while terms.count % 8 != 0 { terms.append(0) }
    var writer = CompiledDataWriter(kind: kind, version: version)
    writer.append(identity)
    writer.append(terms)
    writer.append(ConceptTable.compiled(from: concepts))
    writer.append(numbers: [terms.withUnsafeBytes { Checksum.of($0) }])
    return writer.bytes()
  }
}

/// A sum that any flipped bit changes; four lanes, so that it runs as fast as memory can be read.
enum Checksum {
  /// The sum of the whole words of 8 bytes; the bytes must be aligned to 8.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let words = bytes.bindMemory(to: UInt64.self)
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index &+ 4 <= words.count {
      lanes.0 = (lanes.0 ^ words[index]) &* factor
      lanes.1 = (lanes.1 ^ words[index &+ 1]) &* factor
      lanes.2 = (lanes.2 ^ words[index &+ 2]) &* factor
      lanes.3 = (lanes.3 ^ words[index &+ 3]) &* factor
      index &+= 4
    }
    while index < words.count {
      lanes.0 = (lanes.0 ^ words[index]) &* factor
      index &+= 1
    }
    var sum: UInt64 = UInt64(bytes.count)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
      sum = (sum ^ lane) &* factor
      sum ^= sum >> 29
    }
    return sum
  }
}
