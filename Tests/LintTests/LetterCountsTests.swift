import Testing
import TextCore

@testable import Lint

struct LetterCountsTests {
  @Test func `letters of each kind are counted once, whatever their length`() {
    for (text, han, letters, digits) in [
      ("", 0, 0, 0), ("淘宝村 has 3,000 shops", 3, 8, 4), ("𠮷野家〇", 4, 0, 0), ("é，。“”…ａ１", 0, 0, 0),
    ] {
      let counts = LetterCounts(Array(text.utf8))
      #expect((counts.han, counts.letters, counts.digits) == (han, letters, digits), "\(text)")
    }
  }
}
