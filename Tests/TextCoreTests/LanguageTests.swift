import TextCore
import Testing

struct LanguageTests {
  @Test
  func `the language is that of most letters, however long the text`() {
    #expect(Language.dominant(in: "1, 2 — 3".utf8) == nil)
    for count in Array(1...100) + [255 * 32 / 5, 4096, 20_000] {
      let even = String(repeating: "字ab", count: count)
      #expect(Language.dominant(in: even.utf8) == .chinese, "\(count)")
      #expect(Language.dominant(in: (even + "z").utf8) == .english, "\(count)")
      #expect(Language.dominant(in: ("—" + even + "—Z").utf8) == .english, "\(count)")
    }
  }
}
