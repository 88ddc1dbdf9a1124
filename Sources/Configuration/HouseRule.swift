import Lint
import TextCore

/// A rule of a project, written in its configuration: a pattern or a list of words, and what to say of them.
public struct HouseRule: Sendable {
  /// Where the configuration has it.
  public let path: String
  public let line: Int
  /// `family/name`, `house/...` as a rule.
  public let id: String
  public let message: String
  public let severity: Severity
  /// The languages of the texts it reads.
  public let languages: [Language]
  /// Texts in which it must find something.
  public let bad: [String]
  /// Texts in which it must find nothing.
  public let good: [String]
  let search: HouseSearch
  /// Whether the replacement may be made without a look.
  let isSafe: Bool

  /// What `explain` and the reports say of the rule.
  public var metadata: RuleMetadata {
    RuleMetadata(
      id: id, summary: message.replacing("$0", with: "…"), rationale: "A rule of this project: \(path):\(line).",
      remedy: search.remedy, severity: severity, certainty: "It finds what it spells out, no more and no less.",
      examples: bad.map { .flagged(markedExample($0)) } + good.map { .clean($0) })
  }

  /// A bad example with what is found in it marked.
  private func markedExample(_ text: String) -> String {
    let utf8 = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for hit in (try? search.hits(in: utf8)) ?? [] where hit.span.start >= position {
      result += utf8[position..<hit.span.start] + Array("⟦".utf8) + utf8[hit.span.range] + Array("⟧".utf8)
      position = hit.span.end
    }
    return String(decoding: result + utf8[position...], as: UTF8.self)
  }

  /// What the rule finds in a document.
  /// - Throws: ``InputError`` with the place of the rule when its pattern takes too long on a text.
  public func findings(in document: LintDocument) throws(InputError) -> [Finding] {
    var result: [Finding] = []
    for place in document.places where languages.contains(place.text.language) {
      for hit in try hits(in: place.text.utf8, of: document.path) {
        result.append(finding(hit, place.unit, place.side, place.text))
      }
    }
    return result
  }

  private func finding(_ hit: HouseSearch.Hit, _ unit: LintUnit, _ side: Side, _ text: LintText) -> Finding {
    let decoded = text.view.fileSpan(of: hit.span)
    return Finding(
      rule: id, severity: severity, span: text.raw.fileSpan(of: decoded), decodedSpan: decoded,
      text: text.raw.string(in: decoded), message: hit.filled(message), suggestions: hit.replacement.map { [$0] } ?? [],
      isSafe: isSafe, segment: unit.id, side: unit.source == nil && unit.id == nil ? nil : side)
  }

  private func hits(in utf8: [UInt8], of textPath: String) throws(InputError) -> [HouseSearch.Hit] {
    do {
      return try search.hits(in: utf8)
    } catch {
      throw InputError(path: path, line: line, .malformed("\(id): \(error.explanation) in \(textPath)"))
    }
  }

  /// What is wrong with the rule, judged by its own examples; nil when each is judged as it says.
  public var flaw: InputError? {
    func error(_ what: String) -> InputError { InputError(path: path, line: line, .malformed("\(id) \(what)")) }
    do {
      for text in bad where try search.hits(in: Array(text.utf8)).isEmpty {
        return error("finds nothing in its bad example “\(text)”")
      }
      for text in good {
        guard let hit = try search.hits(in: Array(text.utf8)).first else { continue }
        return error("finds “\(hit.text)” in its good example “\(text)”")
      }
      return nil
    } catch {
      return InputError(path: path, line: line, .malformed("\(id): \(error.explanation) in one of its examples"))
    }
  }
}

extension RegularExpression.Failure {
  /// What happened, for people.
  var explanation: String {
    switch self {
    case .invalid(let position, let reason):
      "the pattern is not valid\(position.map { " at its character \($0 + 1)" } ?? "") (\(Self.words(for: reason)))"
    case .tooSlow:
      "the pattern takes too long: something like (a+)+ tries every way to part a text; write it so that each character can match in one way"
    case .tooLarge: "the pattern needs too much memory: bound its repetitions"
    }
  }

  private static func words(for reason: String) -> String {
    switch reason {
    case "U_REGEX_MISMATCHED_PAREN": "a parenthesis is not closed"
    case "U_REGEX_MISSING_CLOSE_BRACKET": "a bracket is not closed"
    case "U_REGEX_RULE_SYNTAX": "wrong syntax"
    case "U_REGEX_BAD_ESCAPE_SEQUENCE": "an unknown escape"
    case "U_REGEX_PROPERTY_SYNTAX": "an unknown property"
    case "U_REGEX_NUMBER_TOO_BIG", "U_REGEX_BAD_INTERVAL", "U_REGEX_MAX_LT_MIN": "a wrong number of repetitions"
    case "U_REGEX_LOOK_BEHIND_LIMIT": "what stands in a look-behind must be bounded"
    case "U_REGEX_INVALID_BACK_REF", "U_REGEX_INVALID_CAPTURE_GROUP_NAME": "there is no such group"
    default: reason
    }
  }
}
