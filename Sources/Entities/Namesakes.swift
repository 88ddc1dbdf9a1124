import Terminology
import TextCore

/// Tells people of one name apart by the organisations that the glossary names when it says who they are.
///
/// 张勇 of Alibaba is Daniel Zhang, 张勇 of Haidilao is Zhang Yong: the definition or note of each names its company, and
/// so does the text. A person none of whose organisations is in the text is doubtful.
struct Namesakes: Sendable {
  /// For each person, the organisations and products that its definition and note name, as indices of concepts.
  private let companies: [Int: Set<Int>]
  private let isCompany: [Bool]

  /// Reads the definitions and notes of the people among the concepts, whose terms `recogniser` finds.
  ///
  /// Costs one pass over those texts.
  init(_ concepts: [ConceptEntry], recogniser: TermRecognizer) {
    let kinds = concepts.map { $0.type.flatMap { EntityKind(type: $0) } }
    let isCompany = kinds.map { $0 == .organisation || $0 == .product }
    var companies: [Int: Set<Int>] = [:]
    for (index, concept) in concepts.enumerated() where kinds[index] == .person {
      let about = Self.firstClauses(of: [concept.definition, concept.note].compactMap { $0 }.joined(separator: "; "))
      if about.isEmpty { continue }
      let found = recogniser.matches(in: MappedText(about)).map(\.concept).filter {
        $0 < isCompany.count && isCompany[$0]
      }
      if !found.isEmpty { companies[index] = Set(found) }
    }
    self.companies = companies
    self.isCompany = isCompany
  }

  /// What is said about the person himself: not what follows a word about others of his name.
  private static func firstClauses(of text: String) -> String {
    var rest = text[...]
    for mark in ["namesake", "not to be confused", "also the name of", "同名"] {
      if let range = rest.firstRange(of: mark) { rest = rest[..<range.lowerBound] }
    }
    return String(rest)
  }

  /// The organisations of a text.
  func context(_ hits: [(span: TextSpan, concept: Int)]) -> Context {
    let places = companies.isEmpty ? [] : hits.filter { isCompany[$0.concept] }
    return Context(companies: companies, places: places)
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
    func choice(among candidates: [Int], at span: TextSpan) -> (concept: Int, isDoubtful: Bool) {
      let first = candidates[0]
      if candidates.count == 1 {
        guard let own = companies[first] else { return (first, false) }
        return (first, !places.isEmpty && present.isDisjoint(with: own))
      }
      let known = candidates.filter { companies[$0].map { !present.isDisjoint(with: $0) } ?? false }
      if known.count == 1 { return (known[0], false) }
      if known.isEmpty { return (first, companies[first] != nil) }
      // Several have their organisation in the text: the nearest one counts.
      let distances = known.map { (distance(from: span, to: companies[$0] ?? []), $0) }
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
