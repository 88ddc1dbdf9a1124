import TextCore

/// The mentions of one text, by place; each is put into words when it is asked for.
///
/// Takes 24 bytes for each mention, and some hundred for each different thing that is named.
public struct EntityMentions: RandomAccessCollection, Sendable {
  /// The text they stand in.
  public private(set) var text: MappedText
  var findings: [Finding] = []
  private(set) var details: [FindingDetail] = []
  private var places: [FindingDetail: UInt32] = [:]
  /// Where the details of what has been met stand.
  var known = KnownDetails()

  init(in text: MappedText) {
    self.text = text
    findings.reserveCapacity(text.utf8.count / 48)
  }

  /// Creates the collection of some mentions of a text; their words are those of the text at their spans.
  public init(_ mentions: [EntityMention], in text: MappedText) {
    self.init(in: text)
    for mention in mentions {
      let detail = FindingDetail(
        conceptID: mention.conceptID, value: mention.value, keys: mention.keys, exactness: mention.exactness,
        counterpart: mention.counterpart, evidence: mention.evidence)
      add(mention.span, mention.kind, confidence: mention.confidence, detail)
    }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { findings.count }

  /// A mention, put into words: costs a copy of its text.
  public subscript(position: Int) -> EntityMention {
    let finding = findings[position]
    let detail = details[Int(finding.detail)]
    return EntityMention(
      span: finding.span, kind: finding.kind, text: text.string(in: finding.span), conceptID: detail.conceptID,
      value: detail.value, keys: detail.keys, exactness: detail.exactness, counterpart: detail.counterpart,
      evidence: detail.evidence, confidence: finding.confidence)
  }

  /// What the mention at an index names; costs nothing.
  public func kind(at index: Int) -> EntityKind { findings[index].kind }

  /// The concepts of the glossary that are mentioned, each once.
  public var conceptIDs: [String] {
    var isMentioned = [Bool](repeating: false, count: details.count)
    for finding in findings { isMentioned[Int(finding.detail)] = true }
    return Set(details.indices.lazy.filter { isMentioned[$0] }.compactMap { details[$0].conceptID }).sorted()
  }

  /// Leaves the mentions of some kinds.
  public mutating func keep(where isWanted: (EntityKind) -> Bool) { findings.removeAll { !isWanted($0.kind) } }

  // MARK: Collecting

  /// Goes on to another text: its mentions share the details of those before, which are forgotten.
  mutating func begin(_ text: MappedText) {
    self.text = text
    findings.removeAll(keepingCapacity: true)
  }

  /// Adds a place of the gazetteer, told by the name that the other language has for it.
  mutating func add(_ span: TextSpan, place number: Int, named counterpart: KeyPath<Gazetteer.Place, String>) {
    let known = Gazetteer.shared.places[number]
    let detail = FindingDetail(
      value: known.key, keys: [known.key], counterpart: known[keyPath: counterpart], evidence: [.gazetteer])
    add(span, .place, confidence: 0.85, detail)
  }

  /// The place of a detail; of equal ones there is one.
  mutating func place(of detail: FindingDetail) -> UInt32 {
    if let place = places[detail] { return place }
    let place = UInt32(truncatingIfNeeded: details.count)
    details.append(detail)
    places[detail] = place
    return place
  }

  /// Adds a mention whose detail has a place.
  mutating func add(_ span: TextSpan, _ kind: EntityKind, confidence: Double, at detail: UInt32) {
    let isConcept = details[Int(detail)].conceptID != nil
    findings.append(Finding(span, kind, confidence: confidence, isConcept: isConcept, detail: detail))
  }

  /// Adds a mention.
  mutating func add(_ span: TextSpan, _ kind: EntityKind, confidence: Double, _ detail: FindingDetail) {
    add(span, kind, confidence: confidence, at: place(of: detail))
  }

  /// Gives a mention another value.
  mutating func setValue(_ value: String, at index: Int) {
    var detail = details[Int(findings[index].detail)]
    detail.value = value
    findings[index].detail = place(of: detail)
  }
}
