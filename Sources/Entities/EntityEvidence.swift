/// A reason why a stretch of text was taken for an entity.
public enum EntityEvidence: Hashable, Sendable, CustomStringConvertible {
  /// A term of the glossary.
  case glossary(conceptID: String)
  /// A title stands beside the name: 省长, Mayor.
  case title(String)
  /// A verb of saying follows: 表示, said.
  case verbOfSaying
  /// The name stands in a list with other names.
  case listOfNames
  /// The name stands in the byline.
  case byline
  /// The same name was found with better evidence elsewhere in the text.
  case repeated
  /// The form alone: pinyin that reads as a Chinese name, 马克·吐温 with its dot.
  case form
  /// A place that the gazetteer has.
  case gazetteer
  /// A word that ends such names: 县, Group.
  case suffix(String)
  /// A numeral or a date was read.
  case value
  /// A date that the calendar does not have: 30 February.
  case noSuchDate

  /// The reason in words.
  public var description: String {
    switch self {
    case .glossary(let id): "in the glossary: \(id)"
    case .title(let title): "title: \(title)"
    case .verbOfSaying: "a verb of saying follows"
    case .listOfNames: "in a list of names"
    case .byline: "in the byline"
    case .repeated: "named elsewhere in the text"
    case .form: "by its form"
    case .gazetteer: "in the gazetteer"
    case .suffix(let word): "ends in \(word)"
    case .value: "a value that was read"
    case .noSuchDate: "no such date"
    }
  }
}
