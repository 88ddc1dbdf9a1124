import TextCore

/// Reads one rule of a project.
struct HouseRuleReader {
  let path: String

  private static let keys = [
    "id", "pattern", "words", "message", "replacement", "severity", "language", "case-sensitive", "safe", "bad", "good",
  ]

  /// What a rule says, before it is known to be whole.
  private struct Draft {
    var id: String?
    var pattern: Setting?
    var words: Setting?
    var message: String?
    var replacement: String?
    var severity = Severity.warning
    var languages = Language.allCases
    var isCaseSensitive: Bool?
    var isSafe = false
    var bad: [String] = []
    var good: [String] = []
  }

  func rule(_ setting: Setting) throws(InputError) -> HouseRule {
    var draft = Draft()
    for (key, value) in try setting.members(known: Self.keys) { try read(key, value, into: &draft) }
    guard let id = draft.id else { throw setting.error("a rule needs an “id”, such as house/no-slang") }
    guard draft.bad.count > 0 else { throw setting.error("\(id) needs a “bad” example, in which it finds something") }
    let search = try search(draft, id, setting)
    return HouseRule(
      path: path, line: setting.line ?? 1, id: id, message: draft.message ?? Self.message(for: draft),
      severity: draft.severity, languages: draft.languages, bad: draft.bad, good: draft.good, search: search,
      isSafe: draft.isSafe)
  }

  private func read(_ key: String, _ value: Setting, into draft: inout Draft) throws(InputError) {
    switch key {
    case "id": draft.id = try id(value)
    case "pattern": draft.pattern = value
    case "words": draft.words = value
    case "message": draft.message = try value.nonEmptyString()
    case "replacement": draft.replacement = try value.string()
    case "severity": draft.severity = try value.choice(Severity.self)
    case "language": draft.languages = [try value.choice(Language.self)]
    case "case-sensitive": draft.isCaseSensitive = try value.bool()
    case "safe": draft.isSafe = try value.bool()
    case "bad": draft.bad = try value.strings()
    default: draft.good = try value.strings()
    }
  }

  private func id(_ setting: Setting) throws(InputError) -> String {
    let text = try setting.nonEmptyString()
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
    guard parts.count == 2, isPlain else {
      throw setting.error(
        "“\(text)” is no id of a rule: two names in small letters with a slash between, as house/no-slang")
    }
    return text
  }

  private static func message(for draft: Draft) -> String {
    draft.replacement != nil || draft.words?.node.mapping != nil
      ? "write “$>” for “$0”" : "“$0” is not written in this project"
  }

  private func search(_ draft: Draft, _ id: String, _ setting: Setting) throws(InputError) -> HouseSearch {
    let patternOrWords = draft.pattern ?? draft.words
    guard let patternOrWords, draft.pattern == nil || draft.words == nil else {
      throw setting.error("\(id) needs either a “pattern” or “words”")
    }
    do {
      if let pattern = draft.pattern {
        let text = try pattern.nonEmptyString()
        return try HouseSearch(
          pattern: text, template: draft.replacement, ignoresCase: !(draft.isCaseSensitive ?? true))
      }
      return try HouseSearch(
        words: try words(patternOrWords), template: draft.replacement, ignoresCase: !(draft.isCaseSensitive ?? false))
    } catch let failure as RegularExpression.Failure {
      throw patternOrWords.error("\(id): \(failure.explanation)")
    } catch let error as InputError {
      throw error
    } catch {
      throw patternOrWords.error("\(error)")
    }
  }

  /// A list of words, or words with what to write instead.
  private func words(_ setting: Setting) throws(InputError) -> [(word: String, replacement: String?)] {
    if setting.node.mapping == nil { return try setting.strings().map { ($0, nil) } }
    return try setting.members().map { key, value throws(InputError) in
      (try key.nonEmptyString(), try value.string())
    }
  }
}
