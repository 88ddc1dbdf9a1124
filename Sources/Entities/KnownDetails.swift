import Quantities

/// Where the details of things stand that a text names over and over, by what tells one from another at less cost than
/// the detail itself.
struct KnownDetails {
  /// What a quantity says, wherever it stands.
  struct Amount: Hashable {
    let lower: Double
    let upper: Double
    let unit: UnitClass
    let exactness: Exactness
  }

  /// A person and why he is believed to be one.
  struct Sighting: Hashable {
    let name: String
    let evidence: EntityEvidence
  }

  /// Concepts of the glossary that are no person: only a person is told by what the text calls him.
  var concepts: [Int: UInt32] = [:]
  var amounts: [Amount: UInt32] = [:]
  /// Dates without their place in the text.
  var dates: [DateMention: UInt32] = [:]
  /// People of a Chinese text: their keys cost a hundred look-ups.
  var people: [Sighting: UInt32] = [:]
}
