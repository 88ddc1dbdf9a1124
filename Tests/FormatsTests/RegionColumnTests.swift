import Terminology
import Testing
import TextCore

@testable import Formats

/// Terms of a region stand in columns of their own, as people write them, and come back.
struct RegionColumnTests {
  private func header(_ entries: [ConceptEntry]) throws -> [String] {
    let file = try #require(GlossaryFormat.csv.file(holding: entries))
    return String(decoding: file.bytes.prefix { $0 != 0x0A }, as: UTF8.self).split(separator: ",").map(String.init)
  }

  private func back(_ entries: [ConceptEntry]) throws -> [ConceptEntry] {
    for format in [GlossaryFormat.csv, .tsv, .xlsx] {
      let file = try #require(format.file(holding: entries))
      #expect(file.losses.isEmpty)
      #expect(try format.entries(in: file.bytes, path: "a") == entries, "\(format.id)")
    }
    return entries
  }

  private func entry(_ id: String, _ others: Term...) -> ConceptEntry {
    ConceptEntry(
      id: id,
      terms: [Term(language: .simplifiedChinese, text: "软件")]
        + others.filter { $0.language != .english } + [Term(language: .english, text: "software")]
        + others.filter { $0.language == .english })
  }

  private func traditional(_ text: String, _ region: String?, note: String? = nil) -> Term {
    Term(language: .traditionalChinese, text: text, status: .admitted, region: region, note: note)
  }

  @Test func `what glossaries of ours have is written as it was read`() throws {
    let table = """
      id,zh-Hans,zh-Hant,en,en_admitted,en-GB_admitted,zh-TW_admitted,zh-HK_admitted
      a,出租车,出租車,taxi,cab,minicab,計程車 | 小黃,的士
      b,软件,軟件,software,,,軟體,

      """
    let entries = try GlossaryFormat.csv.entries(in: Array(table.utf8), path: "a.csv")
    #expect(entries[0].terms.compactMap(\.region) == ["TW", "TW", "HK", "GB"])
    let columns = try header(entries)
    #expect(columns.contains("zh-TW_admitted") && columns.contains("zh-HK_admitted"))
    #expect(!columns.contains("zh-Hant_admitted") && !columns.contains { $0.hasSuffix("_region") })
    let written = try #require(GlossaryFormat.csv.file(holding: entries))
    let again = try GlossaryFormat.csv.entries(in: written.bytes, path: "a.csv")
    #expect(again.map { Set($0.terms) } == entries.map { Set($0.terms) })
  }

  @Test func `a column of one region stands beside the plain one, which gives it its meaning`() throws {
    let entries = try back([entry("a", traditional("軟體", "TW")), entry("b", traditional("程式", nil))])
    #expect(try header(entries).suffix(2) == ["zh-Hant_admitted", "zh-TW_admitted"])
  }

  @Test func `details follow the terms over all columns`() throws {
    let entries = try back([
      entry("a", traditional("軟體", nil), traditional("程式", "TW", note: "seldom"), traditional("程序", "HK")),
      entry("b", Term(language: .english, text: "program", status: .admitted, region: "US", note: "n")),
    ])
    #expect(try header(entries).contains("zh-Hant_admitted_note"))
  }

  @Test func `regions that no name can say, and another order, are said beside the terms`() throws {
    for terms in [
      [traditional("軟體", "TW"), traditional("程式", nil)], [traditional("的士", "HK"), traditional("計程車", "TW")],
      [traditional("軟體", "CN")], [traditional("軟體", "001")],
    ] {
      var concept = entry("a")
      concept.terms.insert(contentsOf: terms, at: 1)
      #expect(try header(try back([concept])).contains("zh-Hant_admitted_region"))
    }
  }
}
