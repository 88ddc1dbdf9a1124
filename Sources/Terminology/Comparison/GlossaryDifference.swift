/// What sets one glossary apart from another.
public struct GlossaryDifference: Hashable, Sendable {
  /// A concept that both have and that says different things.
  public struct Changed: Hashable, Sendable {
    public let before: ConceptEntry
    public let after: ConceptEntry
    public let changes: [FieldChange]
  }

  /// The concepts that only the second glossary has, in its order.
  public private(set) var added: [ConceptEntry] = []
  /// The concepts that only the first glossary has, in its order.
  public private(set) var removed: [ConceptEntry] = []
  /// In the order of the second glossary.
  public private(set) var changed: [Changed] = []
  /// How many concepts say the same in both.
  public private(set) var unchangedCount = 0

  /// Whether both glossaries say the same.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// Compares two glossaries.
  ///
  /// Concepts belong together by their id; those left over, by their Chinese headword and English preferred term, where
  /// that names one concept on each side. Linear in the number of concepts.
  public init(from first: [ConceptEntry], to second: [ConceptEntry]) {
    let pairs = EntryPairing(first, second)
    for (index, entry) in second.enumerated() {
      guard let partner = pairs.partner(ofSecond: index) else {
        added.append(entry)
        continue
      }
      let changes = first[partner].changes(to: entry)
      if changes.isEmpty {
        unchangedCount += 1
      } else {
        changed.append(Changed(before: first[partner], after: entry, changes: changes))
      }
    }
    removed = first.indices.filter { pairs.partner(ofFirst: $0) == nil }.map { first[$0] }
  }
}

/// Which concept of one glossary is which of another one.
struct EntryPairing {
  private var firstToSecond: [Int: Int] = [:]
  private var secondToFirst: [Int: Int] = [:]

  func partner(ofFirst index: Int) -> Int? { firstToSecond[index] }
  func partner(ofSecond index: Int) -> Int? { secondToFirst[index] }

  init(_ first: [ConceptEntry], _ second: [ConceptEntry]) {
    pair(first, second) { $0.id }
    pair(first, second) { entry in
      guard let headword = entry.headword, let english = entry.preferredTerm(in: .english) else { return nil }
      return "\(headword)\u{0}\(english.text)"
    }
  }

  /// Pairs what has no partner yet by a key that one entry on each side has.
  private mutating func pair(_ first: [ConceptEntry], _ second: [ConceptEntry], by key: (ConceptEntry) -> String?) {
    let left = Self.unique(first, where: { firstToSecond[$0] == nil }, key)
    let right = Self.unique(second, where: { secondToFirst[$0] == nil }, key)
    for (key, index) in left {
      guard let partner = right[key] else { continue }
      firstToSecond[index] = partner
      secondToFirst[partner] = index
    }
  }

  private static func unique(
    _ entries: [ConceptEntry], where isFree: (Int) -> Bool, _ key: (ConceptEntry) -> String?
  ) -> [String: Int] {
    var places: [String: Int] = [:]
    var repeated: Set<String> = []
    for (index, entry) in entries.enumerated() where isFree(index) {
      guard let key = key(entry) else { continue }
      if places.updateValue(index, forKey: key) != nil { repeated.insert(key) }
    }
    return places.filter { !repeated.contains($0.key) }
  }
}
