import Terminology
import TextCore

extension GlossaryCheck {
  /// Punctuation of the other language.
  static let width = GlossaryCheck(
    id: "text/width", summary: "Chinese punctuation or full-width letters in English, half-width marks inside Chinese.",
    severity: .warning
  ) { view, report in
    view.forEachTerm { concept, term in
      guard term.isUsable else { return }
      if term.language == .english {
        let wide = term.text.unicodeScalars.filter { isWide($0.value) }
        if wide.isEmpty { return }
        report.add(
          [concept.id], term: term.text, "“\(term.text)” has \(quoted(wide.map { String($0) }.unique)) in English")
      } else {
        let scalars = Array(term.text.unicodeScalars)
        for index in scalars.indices.dropFirst().dropLast()
        where ",;:?!".unicodeScalars.contains(scalars[index]) && scalars[index - 1].value.isHan
          && scalars[index + 1].value.isHan
        {
          report.add(
            [concept.id], term: term.text, severity: .info, "“\(term.text)” has a half-width “\(scalars[index])”")
          break
        }
      }
    }
  }

  /// Full-width forms, and punctuation of Chinese: 、。《》「」 and the like.
  private static func isWide(_ scalar: UInt32) -> Bool {
    (0x3000...0x303F).contains(scalar) || (0xFF01...0xFF5E).contains(scalar)
  }
}
