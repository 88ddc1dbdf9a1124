import Testing

@testable import Lint

@Suite struct WordStemTests {
  @Test func `stems and roots of any length are told apart as their letters are`() {
    let stems = [
      "", "a", "ab", "econom", "economi", "economic", "economist", "economical", "electron", "electronic", "élan",
    ]
    for a in stems {
      for b in stems {
        #expect(WordStem(a).isSame(as: WordStem(b)) == (a == b), "\(a) \(b)")
        #expect(WordStem.Root(a).begins(WordStem(b)) == b.utf8.starts(with: a.utf8), "\(a) \(b)")
      }
    }
  }
}
