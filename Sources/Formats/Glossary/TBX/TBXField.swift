import Terminology

/// A data category with its value, as a file has it.
struct TBXField {
  /// The element's name where categories are tags, else its type: `partOfSpeech`.
  let category: String
  var text = ""
  /// What the element points to.
  let target: String?

  /// Text and target as one value.
  var value: String {
    guard let target, !target.isEmpty else { return text }
    return text.isEmpty ? target : "\(text) (\(target))"
  }

  /// The category without case, spaces and signs, for names that programs write in several ways.
  var plainCategory: String {
    String(decoding: category.lowercased().utf8.filter { $0 >= 0x80 || (0x61...0x7A).contains($0) }, as: UTF8.self)
  }

  /// How another concept stands to this one; nil for a category that names no relation, or has no target.
  var relation: ConceptRelation? {
    guard let target, !target.isEmpty else { return nil }
    let concept = XMLOutput.string(ofIdentifier: target)
    let kind: ConceptRelation.Kind
    switch category {
    case "crossReference": return Self.relation(text: text, target: concept)
    case "broaderConceptGeneric", "superordinateConceptGeneric", "relatedConceptBroader": kind = .broader
    case "broaderConceptPartitive", "superordinateConceptPartitive": kind = .partOf
    case "relatedConcept", "associatedConcept": kind = .related
    case "falseFriend": kind = .falseFriend
    case "homograph", "homonym": kind = .homonym
    default: return nil
    }
    return ConceptRelation(kind, target: concept, note: text.nonEmpty)
  }

  /// The text of a cross-reference: the kind, and perhaps a remark after it.
  static func text(of relation: ConceptRelation) -> String {
    relation.note.map { "\(relation.kind.rawValue): \($0)" } ?? relation.kind.rawValue
  }

  private static func relation(text: String, target: String) -> ConceptRelation {
    for kind in ConceptRelation.Kind.allCases {
      if text == kind.rawValue { return ConceptRelation(kind, target: target) }
      if text.hasPrefix(kind.rawValue + ": ") {
        return ConceptRelation(kind, target: target, note: String(text.dropFirst(kind.rawValue.count + 2)))
      }
    }
    return ConceptRelation(.related, target: target, note: text.nonEmpty)
  }
}
