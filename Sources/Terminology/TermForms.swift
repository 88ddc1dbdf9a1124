import Lexicon

/// The ways in which running English writes a term.
enum TermForms {
  /// Forms besides the term itself, each once: inflected ones, then those with a space for a hyphen.
  static func forms(of term: String, partOfSpeech: String?, type: String?) -> [(text: String, form: TermMatch.Form)] {
    var forms: [(text: String, form: TermMatch.Form)] = []
    func add(_ text: String, _ form: TermMatch.Form) {
      if text != term, !forms.contains(where: { $0.text == text }) { forms.append((text, form)) }
    }
    for form in inflected(term, partOfSpeech: partOfSpeech, type: type) { add(form, .inflected) }
    for form in [term] + forms.map(\.text) {
      if let spaced = withSpaces(form) { add(spaced, .respelled) }
    }
    return forms
  }

  private static func inflected(_ term: String, partOfSpeech: String?, type: String?) -> [String] {
    if type == "person" || type == "place" { return [] }
    let words = term.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let last = words.last, let first = words.first, isWord(last) || isWord(first) else { return [] }
    func replacing(_ index: Int, with forms: [String]) -> [String] {
      forms.map { form in
        var copy = words
        copy[index] = form
        return copy.joined(separator: " ")
      }
    }
    switch partOfSpeech?.lowercased() {
    case let speech? where speech.hasPrefix("v"):
      return isWord(first) ? replacing(0, with: EnglishForms.verbForms(of: first)) : []
    case let speech? where speech.hasPrefix("adj") || speech.hasPrefix("adv") || speech.hasPrefix("phrase"):
      return []
    default:
      // The head of "rate of return" stands before "of".
      let head = words.firstIndex(of: "of").flatMap { $0 > 0 ? $0 - 1 : nil } ?? words.count - 1
      return isWord(words[head]) ? replacing(head, with: nounForms(words[head], isAlone: words.count == 1)) : []
    }
  }

  /// The singular of a noun that looks like a plural, else its plural.
  ///
  /// A plural that is a term alone often means something of its own (`customs`, `times`) and has no other form.
  private static func nounForms(_ noun: String, isAlone: Bool) -> [String] {
    let lowered = noun.lowercased()
    let singulars = EnglishForms.singulars(of: lowered)
    if !singulars.isEmpty { return isAlone ? [] : singulars }
    return EnglishForms.nounForms(of: lowered).filter { $0 != lowered }
  }

  private static func isWord(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D }
  }

  /// The term with a space for each hyphen between letters, or nil when it has none.
  ///
  /// `e-commerce` keeps a hyphen after a single letter.
  private static func withSpaces(_ term: String) -> String? {
    var bytes = Array(term.utf8)
    var isChanged = false
    for index in bytes.indices where bytes[index] == 0x2D && index > 1 && index + 1 < bytes.count {
      let isAfterWord = (bytes[index - 1] | 0x20) &- 0x61 < 26 && (bytes[index - 2] | 0x20) &- 0x61 < 26
      guard isAfterWord, (bytes[index + 1] | 0x20) &- 0x61 < 26 else { continue }
      bytes[index] = 0x20
      isChanged = true
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : nil
  }
}
