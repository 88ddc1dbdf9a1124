import TextCore

/// A check: it looks at a document and says what is wrong.
public protocol Rule: Sendable {
  /// What users read about the rule, and its examples.
  static var metadata: RuleMetadata { get }
  /// Whether it compares the units of a document with each other; else a document can be checked part by part.
  static var readsWholeDocument: Bool { get }
  init()
  /// What is wrong in the document, in any order.
  func findings(in document: LintDocument, context: LintContext) -> [Finding]
}

extension Rule {
  public static var readsWholeDocument: Bool { false }
}

/// What users read about a rule.
///
/// The examples are its tests.
public struct RuleMetadata: Hashable, Sendable {
  /// `family/name`.
  ///
  /// Reads well after "allow".
  public let id: String
  /// What it finds, in one sentence.
  public let summary: String
  /// Why it matters and how the problem arises.
  public let rationale: String
  /// What to write instead.
  public let remedy: String
  public let severity: Severity
  /// How sure a finding is, in words.
  public let certainty: String
  /// Whether the rule runs unless it is ignored.
  public let isOnByDefault: Bool
  public let examples: [RuleExample]

  public init(
    id: String, summary: String, rationale: String, remedy: String, severity: Severity, certainty: String,
    isOnByDefault: Bool = true, examples: [RuleExample]
  ) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.remedy = remedy
    self.severity = severity
    self.certainty = certainty
    self.isOnByDefault = isOnByDefault
    self.examples = examples
  }

  /// The part of the id before the slash.
  public var family: String { String(id[..<(id.utf8.firstIndex(of: 0x2F) ?? id.endIndex)]) }
}

/// A text and what the rule has to say of it.
///
/// In examples of whole tables, ` ‖ ` parts the rows.
///
/// `⟦` and `⟧` mark what is flagged.
public struct RuleExample: Hashable, Sendable {
  /// The text, or the target of a pair, with marks.
  public let marked: String
  /// The source of a pair, with marks where the finding points there.
  public let source: String?
  /// The text after the first suggestions are put in; nil where the rule offers none.
  public let corrected: String?
  /// What the project of the text chose.
  public let style: StyleGuide

  /// A text in which the rule flags what is marked.
  public static func flagged(
    _ marked: String, source: String? = nil, corrected: String? = nil, style: StyleGuide = StyleGuide()
  ) -> RuleExample {
    RuleExample(marked: marked, source: source, corrected: corrected, style: style)
  }

  /// A text in which the rule flags nothing.
  public static func clean(_ text: String, source: String? = nil, style: StyleGuide = StyleGuide()) -> RuleExample {
    RuleExample(marked: text, source: source, corrected: nil, style: style)
  }

  /// Whether the rule must stay silent.
  public var isClean: Bool { !marked.contains("⟦") && !(source?.contains("⟦") ?? false) }
}
