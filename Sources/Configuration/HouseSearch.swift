import TextCore

/// What a house rule looks for: a pattern, or words with what to write instead.
struct HouseSearch: Sendable {
  /// A stretch that was found.
  struct Hit: Hashable {
    let span: TextSpan
    let text: String
    let groups: [String]
    let replacement: String?

    /// A template with the groups of the match filled in, and the replacement.
    ///
    /// `$0` is the whole match, `$1` its first group, `$>` the replacement.
    func filled(_ template: String) -> String {
      HouseSearch.filled(template, [text] + groups, replacement: replacement ?? "")
    }
  }

  private let expression: RegularExpression
  /// The replacement of a pattern, with `$1` for its groups.
  private let template: String?
  /// Words and their replacements, by their lower-case form.
  private let replacements: [String: String]

  /// What to write instead, for people.
  var remedy: String {
    if let template { return template.isEmpty ? "Delete it." : "Write “\(template)”." }
    if replacements.isEmpty { return "Write it another way." }
    return replacements.sorted { $0.key < $1.key }.map { "Write “\($0.value)” for “\($0.key)”." }.joined(separator: " ")
  }

  init(pattern: String, template: String?, ignoresCase: Bool) throws(RegularExpression.Failure) {
    expression = try RegularExpression(pattern, ignoresCase: ignoresCase)
    self.template = template
    replacements = [:]
  }

  /// A search for words; where a word begins or ends with a Latin letter or digit, none may stand beside it.
  init(
    words: [(word: String, replacement: String?)], template: String?, ignoresCase: Bool
  ) throws(RegularExpression.Failure) {
    let longestFirst = words.map(\.word).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    let pattern = longestFirst.map { word in
      let body = word.split(separator: " ").map { Self.quoted(String($0)) }.joined(separator: #"\s+"#)
      return (Self.isLatin(word.unicodeScalars.first) ? "(?<![A-Za-z0-9])" : "") + body
        + (Self.isLatin(word.unicodeScalars.last) ? "(?![A-Za-z0-9])" : "")
    }.joined(separator: "|")
    expression = try RegularExpression(pattern, ignoresCase: ignoresCase)
    self.template = template
    replacements = Dictionary(
      words.compactMap { word in word.replacement.map { (Self.key(word.word), $0) } }, uniquingKeysWith: { $1 })
  }

  /// Everything that is found in a text, from left to right.
  func hits(in utf8: [UInt8]) throws(RegularExpression.Failure) -> [Hit] {
    func string(_ span: TextSpan) -> String { String(decoding: utf8[span.range], as: UTF8.self) }
    return try expression.matches(in: utf8).map { match in
      let text = string(match.span)
      let groups = match.groups.map { $0.map(string) ?? "" }
      let replacement =
        template.map { Self.filled($0, [text] + groups) }
        ?? replacements[Self.key(text)].map { Self.inCase(of: text, $0) }
      return Hit(span: match.span, text: text, groups: groups, replacement: replacement)
    }
  }

  private static func key(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }

  /// A replacement with a capital where what it replaces has one.
  private static func inCase(of text: String, _ replacement: String) -> String {
    guard let first = text.first, first.isUppercase, let letter = replacement.first, letter.isLowercase else {
      return replacement
    }
    return letter.uppercased() + replacement.dropFirst()
  }

  /// The template with its groups, and where there is one the replacement, put in; what is put in stays as it is.
  ///
  /// `$0` is the first of the groups, `$>` the replacement; `$$` is a dollar sign.
  private static func filled(_ template: String, _ groups: [String], replacement: String? = nil) -> String {
    var result = ""
    var isDollar = false
    for character in template {
      if isDollar, let number = character.wholeNumberValue, number < groups.count {
        result += groups[number]
        isDollar = false
      } else if isDollar, character == ">", let replacement {
        result += replacement
        isDollar = false
      } else if isDollar {
        result += character == "$" ? "$" : "$\(character)"
        isDollar = false
      } else if character == "$" {
        isDollar = true
      } else {
        result.append(character)
      }
    }
    return isDollar ? result + "$" : result
  }

  private static func quoted(_ word: String) -> String {
    word.unicodeScalars.map { scalar in
      scalar.isASCII && !isLatin(scalar) ? "\\" + String(scalar) : String(scalar)
    }.joined()
  }

  private static func isLatin(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.isASCII else { return false }
    return scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
  }
}
