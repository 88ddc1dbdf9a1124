import Terminology

/// Something of an entry that a format has no place for, and what became of it.
public struct FormatLoss: Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    /// Left out.
    case dropped(field: String)
    /// Written as a remark that only our own reader understands.
    case keptInNote(field: String)
    /// Written as the nearest status that the format knows.
    case statusChanged(from: AdministrativeStatus, to: AdministrativeStatus)
    /// A further field whose name the format uses for something else.
    case renamed(field: String, to: String)
    /// Two fields of one name, written as one.
    case joined(field: String)
    /// Control characters that the format does not allow.
    case charactersRemoved
    /// The whole entry: the format needs a term in this language.
    case entryWithout(TermLanguage)
    /// A field that is longer than the format allows; left out.
    case tooLong(field: String, limit: String)
    /// The whole entry: the file may not grow larger.
    case beyondSize(limit: String)
    /// A pair whose source another entry has already, where the format allows one translation.
    case repeatedSource(String)
    /// White space at the ends of a field, or line ends in it, which the format does not allow.
    case spaceChanged(field: String)
    /// Signs that the format uses for something else, in a field: their full-width forms stand for them.
    case signsReplaced(field: String)
    /// The format needs at least one entry; some readers will refuse the file.
    case emptyGlossary
  }

  /// Nil when the loss concerns the whole file.
  public let conceptID: ConceptEntry.ID?
  public let reason: Reason

  public init(conceptID: ConceptEntry.ID?, _ reason: Reason) {
    self.conceptID = conceptID
    self.reason = reason
  }

  /// The concept and what happened to it.
  public var description: String { (conceptID.map { "\($0): " } ?? "") + Self.explanation(of: reason) }

  /// What happened, in words that do not name the concept.
  public static func explanation(of reason: Reason) -> String {
    switch reason {
    case .dropped(let field): "\(field) left out"
    case .keptInNote(let field): "\(field) written as a note that only duizhao reads back"
    case .statusChanged(let from, let to): "\(from.rawValue) term written as \(to.rawValue)"
    case .renamed(let field, let name): "field “\(field)” renamed to “\(name)”"
    case .joined(let field): "fields named “\(field)” written as one"
    case .charactersRemoved: "control characters removed"
    case .entryWithout(let language): "entry left out: it has no \(language.isChinese ? "Chinese" : "English") term"
    case .tooLong(let field, let limit): "\(field) left out: longer than \(limit)"
    case .beyondSize(let limit): "entry left out: the file would have more than \(limit)"
    case .repeatedSource: "pair left out: another entry translates the same term, and the format allows one translation"
    case .spaceChanged(let field): "white space in \(field) changed"
    case .signsReplaced(let field): "signs of the format in \(field) replaced"
    case .emptyGlossary: "the glossary is empty, which the format does not foresee"
    }
  }

  /// One line for each kind of loss, with how often it happened and the first concept: `forbidden term written as
  /// deprecated: 12 times, first in term-taobao-village`.
  ///
  /// In the order of the first ones.
  public static func summary(of losses: [FormatLoss]) -> [String] {
    var counts: [String: Int] = [:]
    var first: [(text: String, conceptID: String?)] = []
    for loss in losses {
      let text = explanation(of: loss.reason)
      if counts[text] == nil { first.append((text, loss.conceptID)) }
      counts[text, default: 0] += 1
    }
    return first.map { text, conceptID in
      let count = counts[text] ?? 0
      guard let conceptID else { return text }
      return count == 1 ? "\(text): in \(conceptID)" : "\(text): \(count) times, first in \(conceptID)"
    }
  }
}
