import Names
import Terminology
import TextCore

/// A glossary as the checks look at it: its terms are folded once.
struct GlossaryView {
  let concepts: [ConceptEntry]
  let readings: PinyinReader?
  /// Of each concept, the folded forms of its terms.
  let folded: [[String]]

  init(_ concepts: [ConceptEntry], readings: PinyinReader?) {
    self.concepts = concepts
    self.readings = readings
    folded = concepts.map { $0.terms.map { Folding.folded($0.text) } }
  }

  /// Calls `body` with each term and its concept.
  func forEachTerm(_ body: (_ concept: ConceptEntry, _ term: Term) -> Void) {
    for concept in concepts { for term in concept.terms { body(concept, term) } }
  }

  /// The places of the terms that fit, by their folded form, in the order in which the forms turn up.
  func groups(where fits: (Term) -> Bool) -> [(folded: String, places: [Place])] {
    var indices: [String: Int] = [:]
    var groups: [(folded: String, places: [Place])] = []
    for (concept, entry) in concepts.enumerated() {
      for (term, folded) in folded[concept].enumerated() where fits(entry.terms[term]) {
        let place = Place(concept: concept, term: term)
        if let index = indices[folded] {
          groups[index].places.append(place)
        } else {
          indices[folded] = groups.count
          groups.append((folded, [place]))
        }
      }
    }
    return groups
  }

  func term(at place: Place) -> Term { concepts[place.concept].terms[place.term] }

  /// A term of the glossary by the indices of its concept and of itself there.
  struct Place: Hashable {
    let concept: Int
    let term: Int
  }
}

/// Quoted words in a list: `“a”, “b” and “c”`, at most `limit` of them.
func quoted(_ texts: [String], limit: Int = 6) -> String {
  let shown = texts.prefix(limit).map { "“\($0)”" }
  if texts.count > limit { return shown.joined(separator: ", ") + " and \(texts.count - limit) more" }
  guard let last = shown.last, shown.count > 1 else { return shown.joined() }
  return shown.dropLast().joined(separator: ", ") + " and " + last
}

extension Sequence where Element: Hashable {
  /// The elements without later repetitions.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
