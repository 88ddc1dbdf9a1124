import Synchronization
import Terminology
import TextCore

/// Tells people of one name apart by the organisations that the glossary names when it says who they are.
///
/// 张勇 of Alibaba is Daniel Zhang, 张勇 of Haidilao is Zhang Yong: the definition or note of each names its company, and
/// so does the text. A person none of whose organisations is in the text is doubtful.
struct Namesakes: Sendable {
  private let concepts: ConceptTable
  private let recogniser: TermRecognizer
  private let memory = Memory()

  /// For each person asked about, the organisations and products that its definition and note name, as indices of
  /// concepts; nil for who has none.
  private final class Memory: Sendable {
    let companies = Mutex<[Int: Set<Int>?]>([:])
  }

  /// Tells the people among these concepts apart, whose terms `recogniser` finds.
  ///
  /// The definition and note of a person are read when a text names him for the first time.
  init(_ concepts: ConceptTable, recogniser: TermRecognizer) {
    self.concepts = concepts
    self.recogniser = recogniser
  }

  private func companies(of person: Int) -> Set<Int>? {
    memory.companies.withLock { known in
      if let companies = known[person] { return companies }
      let concept = concepts[person]
      var found: Set<Int> = []
      if kind(of: person) == .person {
        let about = Self.firstClauses(
          of: [concept.definition, concept.note].compactMap { $0 }.joined(separator: "; "))
        found = Set(
          recogniser.matches(in: about).map(\.concept).filter {
            $0 < concepts.count && isCompany($0) && Self.isProper(concepts[$0])
          })
      }
      known[person] = .some(found.isEmpty ? nil : found)
      return found.isEmpty ? nil : found
    }
  }

  private func kind(of concept: Int) -> EntityKind? { concepts[concept].type.flatMap { EntityKind(type: $0) } }

  /// Whether the concept is one organisation rather than a kind of them: Alibaba, not a county committee.
  private static func isProper(_ concept: ConceptEntry) -> Bool {
    guard let name = concept.terms.first(where: { $0.language == .english })?.text else { return true }
    return !name.hasPrefix("County") && !name.hasPrefix("Provincial") && !name.hasPrefix("Municipal")
      && name.split(separator: " ").allSatisfy { word in
        word == "of" || word == "and" || word == "for" || word == "the" || word.first?.isLowercase == false
      }
  }

  private func isCompany(_ concept: Int) -> Bool {
    let kind = kind(of: concept)
    return kind == .organisation || kind == .product
  }

  /// What is said about the person himself: not what follows a word about others of his name.
  private static func firstClauses(of text: String) -> String {
    var rest = text[...]
    for mark in ["namesake", "not to be confused", "also the name of", "同名"] {
      if let range = rest.firstRange(of: mark) { rest = rest[..<range.lowerBound] }
    }
    return String(rest)
  }

  /// The organisations of a text, by the concepts that may be meant at each of its places.
  func context(_ groups: [TermGroup], _ memory: inout TermMemory) -> Context {
    for group in groups where !group.others.isEmpty || memory.isCompany[group.first] == nil {
      for concept in [group.first] + group.others where memory.isCompany[concept] == nil {
        memory.isCompany[concept] = isCompany(concept)
        memory.companies[concept] = companies(of: concept)
      }
    }
    // Only who has companies is told from others by them.
    let asks = groups.contains { memory.companies[$0.first] != nil || !$0.others.isEmpty }
    let present = asks ? groups.filter { memory.isCompany[$0.first] ?? false } : []
    return Context(companies: memory.companies, places: present.map { ($0.span, $0.first) })
  }

  /// The organisations of one text, for asking who is meant.
  struct Context {
    fileprivate let companies: [Int: Set<Int>]
    fileprivate let places: [(span: TextSpan, concept: Int)]
    private let present: Set<Int>

    fileprivate init(companies: [Int: Set<Int>], places: [(span: TextSpan, concept: Int)]) {
      self.companies = companies
      self.places = places
      present = Set(places.map(\.concept))
    }

    /// The concept meant by a name at a place, and whether nothing in the text speaks for it.
    func choice(in group: TermGroup) -> (concept: Int, isDoubtful: Bool) {
      let first = group.first
      if group.others.isEmpty {
        guard let own = companies[first] else { return (first, false) }
        return (first, !places.isEmpty && present.isDisjoint(with: own))
      }
      let known = ([first] + group.others).filter { companies[$0].map { !present.isDisjoint(with: $0) } ?? false }
      if known.count == 1 { return (known[0], false) }
      if known.isEmpty { return (first, companies[first] != nil) }
      // Several have their organisation in the text: the nearest one counts.
      let distances = known.map { (distance(from: group.span, to: companies[$0] ?? []), $0) }
      return (distances.min { $0.0 < $1.0 }?.1 ?? first, false)
    }

    /// The bytes between a name and the nearest of some organisations; looks at 256 of them on either side.
    private func distance(from span: TextSpan, to companies: Set<Int>) -> Int {
      var low = 0
      var high = places.count
      while low < high {
        let middle = (low + high) / 2
        if places[middle].span.start < span.start { low = middle + 1 } else { high = middle }
      }
      let behind = places[low...].prefix(256).first { companies.contains($0.concept) }.map { $0.span.start - span.end }
      let before = places[..<low].suffix(256).last { companies.contains($0.concept) }.map { span.start - $0.span.end }
      return min(behind ?? .max, before ?? .max)
    }
  }
}
