import Lexicon
import Names
import Terminology
import TextCore

extension GlossaryCheck {
  /// Pinyin that is not how the term is read: look-up by sound would miss it.
  static let pinyin = GlossaryCheck(
    id: "pinyin/reading",
    summary: "Pinyin with another number of syllables, or a syllable that its character never has.",
    severity: .warning
  ) { view, report in
    view.forEachTerm { concept, term in
      guard term.language.isChinese, let pinyin = term.pinyin, let problem = view.problem(of: pinyin, for: term.text)
      else { return }
      report.add([concept.id], term: term.text, "“\(pinyin)” is not the pinyin of “\(term.text)”: \(problem)")
    }
  }
}

extension GlossaryView {
  fileprivate func problem(of pinyin: String, for chinese: String) -> String? {
    let characters = chinese.unicodeScalars.filter { $0.value.isHan }
    // Letters, digits and signs inside the term are written as they are, or spelt out: nothing to go by.
    if chinese.unicodeScalars.contains(where: { !$0.value.isHan && !$0.isPunctuation }) { return nil }
    // 儿 may be a mere r at the end of a syllable.
    let silentCount = characters.count { $0 == "儿" || $0 == "兒" }
    guard
      let syllables = Names.Pinyin.syllables(in: pinyin)
        ?? (silentCount > 0 ? Names.Pinyin.syllables(in: Self.withoutFinalR(pinyin)) : nil)
    else { return "it cannot be read as syllables" }
    if syllables.count != characters.count {
      if (characters.count - silentCount..<characters.count).contains(syllables.count) { return nil }
      return "\(syllables.count) syllables for \(characters.count) characters"
    }
    guard let readings else { return nil }
    for (character, syllable) in zip(characters, syllables) {
      let known = readings.readings(of: character.value)
      // A syllable may lose its tone, and 一 and 不 change theirs.
      if known.isEmpty || known.contains(where: { $0.letters == syllable.letters }) { continue }
      return "“\(character)” is read \(known.map(\.marked).joined(separator: ", ")), not \(syllable.marked)"
    }
    return nil
  }
}

extension GlossaryView {
  /// The words without an r at their end: `huār` becomes `huā`.
  private static func withoutFinalR(_ pinyin: String) -> String {
    pinyin.split(separator: " ").map { $0.hasSuffix("r") && $0 != "er" ? $0.dropLast() : $0 }.joined(separator: " ")
  }
}

extension Unicode.Scalar {
  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .spaceSeparator:
      true
    default: false
    }
  }
}
