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
    // Letters and digits inside the term are written as they are, or spelt out: nothing to go by.
    if chinese.unicodeScalars.contains(where: { $0.properties.isAlphabetic && !$0.value.isHan || $0.value.isDigit }) {
      return nil
    }
    guard let syllables = Names.Pinyin.syllables(in: pinyin) else { return "it cannot be read as syllables" }
    if syllables.count != characters.count {
      // 儿 may be a mere r at the end of a syllable.
      let silent = characters.filter { $0 == "儿" || $0 == "兒" }.count
      if syllables.count < characters.count, syllables.count + silent >= characters.count { return nil }
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

extension UInt32 {
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }
}
