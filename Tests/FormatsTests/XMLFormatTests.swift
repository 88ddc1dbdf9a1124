import Formats
import Terminology
import TestSupport
import Testing
import TextCore

/// The formats that are XML: nothing of an entry may be lost on the way out and back.
struct XMLFormatTests {
  static let formats: [GlossaryFormat] = [
    .tbx, .tbxDCT, .tbx2, .tbxMin, .tbxMinDCT, .tbxLinguist, .tbxLinguistDCT, .tbxCore, .tmx, .xliff, .xliff12,
    .multiTerm,
  ]

  @Test func `entries with every field filled come back equal`() throws {
    for format in Self.formats {
      let file = try #require(format.file(holding: FullEntries.all))
      let read = try format.glossary(in: file.bytes, path: format.id)
      #expect(read.entries.count == FullEntries.all.count, "\(format.id)")
      for (read, written) in zip(read.entries, FullEntries.all) {
        let isEqual = SampleEntries.ordered(read) == SampleEntries.ordered(written)
        #expect(isEqual, "\(format.id) \(written.id): \(SampleEntries.difference(read, written))")
      }
      #expect(read.remarks == [], "\(format.id)")
      let isSame = format.file(holding: read.entries)?.bytes == file.bytes
      #expect(isSame, "\(format.id)")
    }
  }
}
