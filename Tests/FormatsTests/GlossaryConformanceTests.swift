import Formats
import Terminology
import Testing
import TextCore

/// What every glossary format must do.
struct GlossaryConformanceTests {
  static let readableAndWritable = GlossaryFormat.all.filter { $0.isLossless && $0.isReadable && $0.isWritable }

  @Test func `written entries read back equal`() throws {
    #expect(Self.readableAndWritable.count >= 4)
    for format in Self.readableAndWritable {
      let file = try #require(format.file(holding: SampleEntries.all))
      let entries = try format.entries(in: file.bytes, path: "sample")
      #expect(entries.map(\.id) == SampleEntries.all.map(\.id), "\(format.id)")
      for (read, written) in zip(entries, SampleEntries.all) {
        #expect(SampleEntries.ordered(read) == SampleEntries.ordered(written), "\(format.id)")
      }
    }
  }

  @Test func `tables and JSON keep every field of the model`() throws {
    let all = SampleEntries.all + [SampleEntries.everyField]
    for format in [GlossaryFormat.csv, .tsv, .xlsx, .json, .jsonl] {
      let file = try #require(format.file(holding: all))
      #expect(file.losses.isEmpty, "\(format.id)")
      let entries = try format.entries(in: file.bytes, path: "sample")
      #expect(entries.map(SampleEntries.ordered) == all.map(SampleEntries.ordered), "\(format.id)")
    }
  }

  @Test func `writing what was read gives the same bytes`() throws {
    for format in Self.readableAndWritable {
      let first = try #require(format.file(holding: SampleEntries.all)).bytes
      let second = try #require(format.file(holding: try format.entries(in: first, path: "sample"))).bytes
      #expect(first == second, "\(format.id)")
    }
  }

  @Test func `an empty glossary stays empty`() throws {
    for format in Self.readableAndWritable {
      let file = try #require(format.file(holding: []))
      #expect(try format.entries(in: file.bytes, path: "empty") == [], "\(format.id)")
    }
  }

  @Test func `no reader crashes on damaged files`() throws {
    var generator = SeededGenerator(state: 7)
    for format in GlossaryFormat.all where format.isReadable {
      let whole = format.file(holding: SampleEntries.all)?.bytes ?? Array("傳統 传统 [chuan2 tong3] /tradition/\n".utf8)
      for round in 0..<120 {
        var bytes = whole
        if round % 2 == 0 { bytes.removeLast(Int.random(in: 0...bytes.count, using: &generator)) }
        for _ in 0..<(round % 5) where !bytes.isEmpty {
          bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        do { _ = try format.entries(in: bytes, path: "damaged") } catch { #expect(error.path == "damaged") }
      }
    }
  }

  @Test func `formats are found by name and by file`() {
    #expect(GlossaryFormat.named("csv")?.id == "csv")
    #expect(GlossaryFormat.named("none")?.id == nil)
    #expect(GlossaryFormat.forPath("/a.b/Terms.CSV")?.id == "csv")
    #expect(GlossaryFormat.forPath("cedict_ts.u8")?.id == "cedict")
    #expect(GlossaryFormat.forPath("README")?.id == nil)
    #expect(Set(GlossaryFormat.all.map(\.id)).count == GlossaryFormat.all.count)
    let endings = GlossaryFormat.all.flatMap(\.fileExtensions)
    #expect(Set(endings).count == endings.count)
  }

  @Test func `a format that cannot be read says so`() {
    #expect(throws: InputError.self) { try GlossaryFormat.html.entries(in: [], path: "a.html") }
    #expect(GlossaryFormat.docx.file(holding: []) == nil)
  }
}

/// A small generator that gives the same numbers every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
