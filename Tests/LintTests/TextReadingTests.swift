import TextCore
import Testing

@testable import Lint

/// Questions about places at the ends of a text, and beyond them.
struct TextReadingTests {
  private let text = LintText(MappedText("12 May 2019"), language: .english, repairer: nil)

  @Test func `digits are read in both directions, to the ends of the text`() {
    #expect(text.digits(from: 0) == TextSpan(0, 2) && text.digits(before: 2) == TextSpan(0, 2))
    #expect(text.digits(from: 7) == TextSpan(7, 11) && text.digits(before: 11) == TextSpan(7, 11))
    #expect(text.digits(from: 3).isEmpty && text.digits(before: 0).isEmpty && text.digits(from: 99).isEmpty)
  }

  @Test func `outside the text there is nothing`() {
    #expect(text.hasASCII("may", at: 3) && !text.hasASCII("th", at: -2) && !text.hasASCII("2019x", at: 7))
  }

  @Test func `a month at the beginning of a text has no day before it`() {
    for sentence in ["A May party.", " May 5.", "May"] {
      let text = LintText(MappedText(sentence), language: .english, repairer: nil)
      var context = LintContext()
      context.style = StyleGuide(dates: .monthFirst)
      let findings = StyleDate().findings(
        in: TextPlace(unit: LintUnit(target: text), side: .target, text: text), context: context)
      #expect(findings.isEmpty, "\(sentence)")
    }
  }
}
