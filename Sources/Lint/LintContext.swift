import Lexicon
import TextCore

/// What the rules lean on besides the text: word lists, the glossary, and where findings are made.
///
/// Every resource may be missing; a rule that needs one is silent without it.
public struct LintContext: Sendable {
  /// English words.
  public var words: EnglishWordList?

  public init(words: EnglishWordList? = nil) {
    self.words = words
  }

  /// Whether a word that no list knows is right all the same.
  func acceptsUnknownWord(_ word: Word) -> Bool {
    false
  }
}

extension Rule {
  /// A finding of this rule. `span` is a stretch of `text.view`.
  public func finding(
    _ unit: LintUnit, _ side: Side, _ text: LintText, _ span: TextSpan, severity: Severity? = nil, _ message: String,
    suggestions: [String] = [], isSafe: Bool = false
  ) -> Finding {
    let decoded = text.view.fileSpan(of: span)
    return Finding(
      rule: Self.metadata.id, severity: severity ?? Self.metadata.severity, span: text.raw.fileSpan(of: decoded),
      decodedSpan: decoded, text: text.raw.string(in: decoded), message: message, suggestions: suggestions,
      isSafe: isSafe, segment: unit.id, side: unit.source == nil || unit.target == nil ? nil : side)
  }
}
