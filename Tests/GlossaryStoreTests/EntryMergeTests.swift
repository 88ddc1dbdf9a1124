import Terminology
import TestSupport
import Testing

@testable import GlossaryStore

struct EntryMergeTests {
  private static func entry(_ word: String, count: Int) -> ConceptEntry {
    ConceptEntry(
      id: "many", terms: (0..<count).map { Term(language: .english, text: "\(word) \($0)", status: .preferred) },
      extra: (0..<count).map { ExtraField(name: "field", value: "\(word) \($0)") })
  }

  @Test func `terms that are listed twice are merged, by region where both say one`() {
    func term(_ number: Int, region: String?, note: String? = nil) -> Term {
      Term(language: .english, text: "term \(number)", status: .admitted, region: region, note: note)
    }
    for count in [2, 12] {
      var entry = ConceptEntry(id: "a", terms: (0..<count).map { term($0, region: "US") })
      entry.terms += [term(0, region: "GB"), term(1, region: nil, note: "again")]
      let single = EntryMerge.withoutRepeatedTerms(entry)
      #expect(single.terms.count == count + 1)
      #expect(single.terms[1] == term(1, region: "US", note: "again"))
      #expect(single.terms[count] == term(0, region: "GB"))
      #expect(EntryMerge.withoutRepeatedTerms(single) == single)
    }
  }

  @Test func `the time grows with the terms and fields, and no faster`() {
    let growth = ProcessorTime.growth(from: 400) { count in
      let (stored, other) = (Self.entry("term", count: count), Self.entry("other", count: count))
      #expect(EntryMerge.withoutRepeatedTerms(stored) == stored)
      #expect(EntryMerge(stored, into: stored).entry == stored)
      #expect(EntryMerge(other, into: stored, keepingStored: true).conflicts.count == count)
      #expect(EntryMerge(other, into: stored).entry.terms.count == 2 * count)
    }
    #expect(growth < 30)
  }
}
