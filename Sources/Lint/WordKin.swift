import Lexicon

/// English words whose stems differ though they say the same: “men” and “man”, “dead” and “die”.
enum WordKin {
  /// Other words that a word in lower case may stand for, in the form that dictionaries have.
  static func others(of word: String) -> [String] {
    var result = EnglishForms.singulars(of: word).filter { !word.hasPrefix($0) }
    result += families[word] ?? []
    return result
  }

  private static let families: [String: [String]] = {
    var table: [String: [String]] = [:]
    for family in [
      "dead die death kill", "deaths death die", "men man male", "women woman female", "won win", "lost lose",
    ] {
      let words = family.split(separator: " ").map(String.init)
      for word in words { table[word, default: []] += words.filter { $0 != word } }
    }
    return table
  }()
}
