import Quantities
import TextCore

/// One text of a unit, with all that a rule needs to point into it.
public struct TextPlace: Sendable {
  public let unit: LintUnit
  public let side: Side
  public let text: LintText

  public init(unit: LintUnit, side: Side, text: LintText) {
    self.unit = unit
    self.side = side
    self.text = text
  }

  /// The other text of the pair, where there is one.
  public var counterpart: LintText? { side == .source ? unit.target : unit.source }

  /// The numbers and dates of the text, or those among which the odd ones are: in a pair all of them are compared.
  var oddMentions: [Mention] { counterpart == nil ? text.oddMentions : text.mentions }
}

/// A rule that looks at each text of some languages alone.
public protocol TextRule: Rule {
  /// The languages of the texts it reads.
  static var languages: [Language] { get }
  /// What is wrong in one text, in any order.
  func findings(in place: TextPlace, context: LintContext) -> [Finding]
}

extension TextRule {
  public static var languages: [Language] { [.english] }

  public func findings(in document: LintDocument, context: LintContext) -> [Finding] {
    let languages = Self.languages
    var result: [Finding] = []
    for place in document.places where languages.contains(place.text.language) {
      result += findings(in: place, context: context)
    }
    return result
  }
}

extension Rule {
  /// A finding of this rule.
  ///
  /// `span` is a stretch of `place.text.view`.
  public func finding(
    _ place: TextPlace, _ span: TextSpan, severity: Severity? = nil, _ message: String, suggestions: [String] = [],
    isSafe: Bool = false
  ) -> Finding {
    finding(
      place.unit, place.side, place.text, span, severity: severity, message, suggestions: suggestions, isSafe: isSafe)
  }
}
