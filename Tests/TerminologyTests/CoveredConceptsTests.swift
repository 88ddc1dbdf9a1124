import Terminology
import Testing

struct CoveredConceptsTests {
  private func entry(_ id: String, _ chinese: String, note: String? = nil) -> ConceptEntry {
    ConceptEntry(id: id, terms: [Term(language: .simplifiedChinese, text: chinese)], note: note)
  }

  @Test func `an earlier concept of the same id and term covers a later one`() {
    let own = entry("a", "村", note: "own")
    #expect([own, entry("b", "城"), entry("a", "村")].withoutCoveredConcepts() == [own, entry("b", "城")])
  }

  @Test func `one id for different things covers nothing`() {
    let entries = [entry("c1", "村"), entry("c1", "城"), entry("c1", "镇")]
    #expect(entries.withoutCoveredConcepts() == entries)
    #expect((entries + [entry("c1", "城", note: "n")]).withoutCoveredConcepts() == entries)
  }
}
