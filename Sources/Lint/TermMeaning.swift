import Terminology

/// What a form of a term may stand for, told once: texts have far fewer forms than places where they stand.
final class TermMeaning: Sendable {
  /// A concept that the form may stand for, and its term.
  final class Reading: Sendable {
    /// The index of the concept in the glossary.
    let concept: Int
    /// The index of the term in the concept.
    let number: Int
    let text: String
    let status: AdministrativeStatus

    init(_ concept: Int, _ number: Int, _ term: Term) {
      self.concept = concept
      self.number = number
      (text, status) = (term.text, term.status)
    }
  }

  /// In the order of the glossary, at least one.
  let readings: [Reading]
  /// The concepts of the readings, each once.
  let concepts: [Int]
  /// Whether the form is a good name of some concept.
  let isAllowed: Bool

  /// nil without readings.
  init?(_ readings: [Reading]) {
    if readings.isEmpty { return nil }
    self.readings = readings
    isAllowed = readings.contains(where: \.status.isUsable)
    concepts = readings.reduce(into: []) { if !$0.contains($1.concept) { $0.append($1.concept) } }
  }
}
