/// Two glossaries that grew apart from a common one, made one again.
///
/// What only one side changed is taken; what both changed alike is taken once; what they changed differently is a
/// conflict, in which our side stands. Terms, relations, references, contexts and further fields are merged one by one, so
/// two sides may add terms to one concept.
public struct GlossaryMerge: Hashable, Sendable {
  /// A field that both sides changed, each in its own way.
  public struct Conflict: Hashable, Sendable {
    public let conceptID: ConceptEntry.ID
    public let field: String
    public let base: String?
    public let ours: String?
    public let theirs: String?
  }

  /// The merged concepts: ours in their order, then those that only the other side has.
  public private(set) var entries: [ConceptEntry] = []
  /// In the order of the concepts.
  public private(set) var conflicts: [Conflict] = []
  /// How many concepts came or changed through the other side, and how many went.
  public private(set) var takenCount = 0
  public private(set) var removedCount = 0

  /// Merges what `theirs` made of `base` into what `ours` made of it; with an empty `base`, concepts of one id are united.
  public init(base: [ConceptEntry], ours: [ConceptEntry], theirs: [ConceptEntry]) {
    let bases = Self.byID(base)
    let theirsByID = Self.byID(theirs)
    for entry in ours {
      let base = bases[entry.id]
      switch (base, theirsByID[entry.id]) {
      case (_, let other?): merge(entry, other, base: base)
      case (nil, nil): entries.append(entry)
      case (let base?, nil) where base == entry: removedCount += 1
      case (let base?, nil):
        note(entry.id, "concept", base: base.summary, ours: entry.summary, theirs: nil)
        entries.append(entry)
      }
    }
    let oursByID = Self.byID(ours)
    for entry in theirs where oursByID[entry.id] == nil {
      guard let base = bases[entry.id] else {
        entries.append(entry)
        takenCount += 1
        continue
      }
      // We removed it; the other side may have changed it meanwhile.
      if base != entry { note(entry.id, "concept", base: base.summary, ours: nil, theirs: entry.summary) }
    }
  }

  private static func byID(_ entries: [ConceptEntry]) -> [ConceptEntry.ID: ConceptEntry] {
    Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
  }

  private mutating func merge(_ ours: ConceptEntry, _ theirs: ConceptEntry, base: ConceptEntry?) {
    var merger = EntryMerger(ours: ours, theirs: theirs, base: base)
    merger.run()
    if merger.entry != ours { takenCount += 1 }
    entries.append(merger.entry)
    conflicts += merger.conflicts
  }

  private mutating func note(_ id: ConceptEntry.ID, _ field: String, base: String?, ours: String?, theirs: String?) {
    conflicts.append(Conflict(conceptID: id, field: field, base: base, ours: ours, theirs: theirs))
  }
}

extension ConceptEntry {
  /// The headword and its translation, for messages.
  fileprivate var summary: String {
    [headword, preferredTerm(in: .english)?.text].compactMap { $0 }.joined(separator: " = ")
  }
}

/// The merge of one concept.
private struct EntryMerger {
  let ours: ConceptEntry
  let theirs: ConceptEntry
  let base: ConceptEntry?
  private(set) var entry: ConceptEntry
  private(set) var conflicts: [GlossaryMerge.Conflict] = []

  init(ours: ConceptEntry, theirs: ConceptEntry, base: ConceptEntry?) {
    self.ours = ours
    self.theirs = theirs
    self.base = base
    entry = ours
  }

  mutating func run() {
    merge("subject field", \.subjectField) { $0 }
    merge("type", \.type) { $0 }
    merge("definition", \.definition) { $0 }
    merge("source of the definition", \.definitionSource) { $0 }
    merge("note", \.note) { $0 }
    merge("source", \.source) { $0 }
    merge("do not translate", \.doNotTranslate) { $0 ? "yes" : nil }
    merge("review", \.review) { $0 == .approved ? nil : $0.rawValue }
    merge("customer", \.customer) { $0 }
    merge("project", \.project) { $0 }
    entry.terms = list(
      "", \.terms, key: { "\($0.language.rawValue) “\($0.text)”" }, said: \.status.rawValue, merging: term)
    entry.languageDefinitions = list(
      "definition in ", \.languageDefinitions, key: \.language.rawValue, said: \.text, merging: nil)
    entry.relations = list(
      "", \.relations, key: { "\($0.kind.rawValue) \($0.target)" }, said: { $0.note ?? "" }, merging: nil)
    entry.references = list(
      "", \.references, key: { "\($0.kind.rawValue) \($0.target)" }, said: { $0.label ?? "" }, merging: nil)
    entry.extra = list("", \.extra, key: \.name, said: \.value, merging: nil)
  }

  private mutating func merge<Value: Equatable>(
    _ field: String, _ path: WritableKeyPath<ConceptEntry, Value>, _ text: (Value) -> String?
  ) {
    entry[keyPath: path] = value(
      field, base: base?[keyPath: path], ours: ours[keyPath: path], theirs: theirs[keyPath: path], text)
  }

  /// The three-way merge of one value.
  ///
  /// Without a base, an absent value gives way to a present one.
  private mutating func value<Value: Equatable>(
    _ field: String, base: Value?, ours: Value, theirs: Value, _ text: (Value) -> String?
  ) -> Value {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    if base == nil {
      if text(ours) == nil { return theirs }
      if text(theirs) == nil { return ours }
    }
    note(field, base: base.flatMap(text), ours: text(ours), theirs: text(theirs))
    return ours
  }

  private mutating func note(_ field: String, base: String?, ours: String?, theirs: String?) {
    conflicts.append(.init(conceptID: entry.id, field: field, base: base, ours: ours, theirs: theirs))
  }

  private typealias ItemMerge<Item> = (inout EntryMerger, _ base: Item?, _ ours: Item, _ theirs: Item, String) -> Item

  /// The three-way merge of a list whose items have keys: ours in their order, then those that the other side added.
  ///
  /// Of items with one key the first goes with the first, the second with the second. Linear.
  private mutating func list<Item: Equatable>(
    _ prefix: String, _ path: KeyPath<ConceptEntry, [Item]>, key: (Item) -> String, said: (Item) -> String,
    merging: ItemMerge<Item>?
  ) -> [Item] {
    let ourItems = Self.named(ours[keyPath: path], key)
    let theirItems = Self.named(theirs[keyPath: path], key)
    let baseItems = Self.named(base?[keyPath: path] ?? [], key)
    let oursByName = Dictionary(ourItems) { first, _ in first }
    let theirsByName = Dictionary(theirItems) { first, _ in first }
    let baseByName = Dictionary(baseItems) { first, _ in first }
    var result: [Item] = []
    for (name, item) in ourItems {
      let before = baseByName[name]
      guard let other = theirsByName[name] else {
        if before == nil || before != item {
          if let before { note(prefix + name, base: said(before), ours: said(item), theirs: nil) }
          result.append(item)
        }
        continue
      }
      if let merging {
        result.append(merging(&self, before, item, other, prefix + name))
      } else {
        result.append(value(prefix + name, base: before, ours: item, theirs: other, said))
      }
    }
    for (name, item) in theirItems where oursByName[name] == nil {
      let before = baseByName[name]
      if before == nil {
        result.append(item)
      } else if before != item {
        note(prefix + name, base: before.map(said), ours: nil, theirs: said(item))
      }
    }
    return result
  }

  /// The items under names of their own: of those with one key, the further ones get a number.
  private static func named<Item>(_ items: [Item], _ key: (Item) -> String) -> [(name: String, item: Item)] {
    var counts: [String: Int] = [:]
    return items.map { item in
      let name = key(item)
      counts[name, default: 0] += 1
      let count = counts[name] ?? 1
      return (count == 1 ? name : "\(name) (\(count))", item)
    }
  }

  /// A term that both sides have, field by field.
  private var term: ItemMerge<Term> {
    { merger, base, ours, theirs, name in
      var result = ours
      func merge<Value: Equatable>(
        _ field: String, _ path: WritableKeyPath<Term, Value>, _ text: (Value) -> String?
      ) {
        result[keyPath: path] = merger.value(
          "\(name): \(field)", base: base?[keyPath: path], ours: ours[keyPath: path], theirs: theirs[keyPath: path],
          text)
      }
      merge("status", \.status) { $0.rawValue }
      merge("pinyin", \.pinyin) { $0 }
      merge("part of speech", \.partOfSpeech) { $0 }
      merge("region", \.region) { $0 }
      merge("type", \.type) { $0?.rawValue }
      merge("gender", \.gender) { $0?.rawValue }
      merge("case", \.caseRule) { $0 == .smart ? nil : $0.rawValue }
      merge("match", \.matchRule) { $0 == .inflected ? nil : $0.rawValue }
      merge("note", \.note) { $0 }
      merge("source", \.source) { $0 }
      merge("contexts", \.contexts) { $0.isEmpty ? nil : $0.map(\.text).joined(separator: " | ") }
      merge("further fields", \.extra) {
        $0.isEmpty ? nil : $0.map { "\($0.name)=\($0.value)" }.joined(separator: " | ")
      }
      return result
    }
  }
}
