import Entities
import Quantities
import TextCore

/// What was recognised in one text, in the formats of `duizhao entities`.
public struct EntitiesReport: Sendable {
  /// The mentions of one kind that read alike.
  struct Group {
    var name: String
    var detail: String?
    /// The indices of the mentions.
    var mentions: [Int]
    /// Whether the best of them is doubtful.
    var isDoubtful: Bool
  }

  /// The names of the formats.
  public static let formats = ["text", "jsonl", "html"]

  public var path: String
  public var language: Language
  /// The mentions, and the repaired text that they point into.
  public var mentions: EntityMentions
  /// What concepts of the glossary are called in the other language, by their ids.
  public var counterparts: [String: String]

  public init(
    path: String, language: Language, mentions: EntityMentions, counterparts: [String: String] = [:]
  ) {
    self.path = path
    self.language = language
    self.mentions = mentions
    self.counterparts = counterparts
  }

  /// The repaired text that the mentions point into.
  public var text: MappedText { mentions.text }

  /// What it is called in the other language: the concept's preferred term, else what the recogniser knows.
  func counterpart(of mention: EntityMention) -> String? {
    mention.conceptID.flatMap { counterparts[$0] } ?? mention.counterpart
  }

  /// What a reader wants to know beside the words: the counterpart, the value of a quantity or date, the full name of
  /// an office.
  func detail(of mention: EntityMention) -> String? {
    if let counterpart = counterpart(of: mention) { return counterpart }
    switch mention.kind {
    case .quantity: return mention.value.map { Self.sign(of: mention.exactness) + $0 }
    case .date: return mention.value.map { mention.evidence.contains(.noSuchDate) ? $0 + ", no such date" : $0 }
    // The value of other names is a key in pinyin.
    default: return mention.value.flatMap { $0.utf8.contains { $0 >= 0x80 } ? $0 : nil }
    }
  }

  /// A list for people: by kind, each thing once, the frequent ones first, with how often it occurs and what it is
  /// called in the other language; a question mark stands behind what is doubtful.
  public func terminalText(usesColor: Bool) -> String {
    let style = TerminalStyle(usesColor: usesColor)
    var result = style.bold(path) + "\n"
    for (number, kind) in EntityKind.allCases.enumerated() {
      let groups = groups(of: kind)
      if groups.isEmpty { continue }
      let total = groups.reduce(0) { $0 + $1.mentions.count }
      result += "\n" + style.color(number, Self.heading(of: kind)) + style.dim("  \(total)") + "\n"
      let width = min(36, groups.map { TerminalStyle.width(of: $0.name) }.max() ?? 0)
      let times = groups.map { String($0.mentions.count).count }.max() ?? 1
      for group in groups {
        let count = group.mentions.count > 1 ? "\(group.mentions.count)×" : ""
        let margin = String(repeating: " ", count: times + 1 - count.count)
        let padding = String(repeating: " ", count: max(0, width - TerminalStyle.width(of: group.name)))
        let mark = group.isDoubtful ? style.yellow(" ?") : ""
        let detail = group.detail.map { padding + (mark.isEmpty ? "  " : " ") + style.dim($0) } ?? ""
        result += "  \(margin)\(style.dim(count)) \(group.name)\(mark)\(detail)\n"
      }
    }
    return result
  }

  /// What a list of the kind is called.
  static func heading(of kind: EntityKind) -> String {
    switch kind {
    case .person: "people"
    case .place: "places"
    case .organisation: "organisations"
    case .product: "products"
    case .term: "terms"
    case .title: "titles"
    case .event: "events"
    case .work: "works"
    case .policy: "policies"
    case .quantity: "quantities"
    case .date: "dates"
    case .word: "ordinary words"
    }
  }

  /// What stands before a value that is not meant exactly.
  private static func sign(of exactness: Exactness?) -> String {
    switch exactness {
    case nil, .exact: ""
    case .about: "≈ "
    case .atLeast: "≥ "
    case .moreThan: "> "
    case .atMost: "≤ "
    case .lessThan: "< "
    }
  }

  /// The things of a kind, those with most mentions first, then in the order of the text.
  func groups(of kind: EntityKind) -> [Group] {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for index in mentions.indices where mentions.kind(at: index) == kind {
      let mention = mentions[index]
      let name = mention.text.replacing("\n", with: " ")
      let detail = detail(of: mention)
      if let place = places[name] {
        groups[place].mentions.append(index)
        groups[place].isDoubtful = groups[place].isDoubtful && mention.confidence < 0.65
        groups[place].detail = groups[place].detail ?? detail
      } else {
        places[name] = groups.count
        groups.append(
          Group(name: name, detail: detail, mentions: [index], isDoubtful: mention.confidence < 0.65))
      }
    }
    return groups.enumerated().sorted {
      ($1.element.mentions.count, $0.offset) < ($0.element.mentions.count, $1.offset)
    }.map(\.element)
  }
}
