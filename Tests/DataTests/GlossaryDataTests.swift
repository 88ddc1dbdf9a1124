import DuizhaoKit
import Foundation
import TestSupport
import Testing

@testable import Formats
@testable import Terminology

/// Checks the curated glossary itself: form, order, and that no form is both good and bad.
struct GlossaryDataTests {
  private struct Row {
    let file: String
    let line: Int
    let cells: [String: String]
    var id: String { cells["id"] ?? "" }
    func terms(_ column: String) -> [String] {
      (cells[column] ?? "").components(separatedBy: " | ").filter { !$0.isEmpty }
    }
  }

  private static let header = [
    "id", "subject_field", "type", "zh-Hans", "zh-Hant", "pinyin", "en", "en_admitted", "en_deprecated", "en_forbidden",
    "zh_admitted", "zh-TW_admitted", "zh-HK_admitted", "zh_forbidden", "pos", "do_not_translate", "definition", "note",
    "source",
  ]

  /// The columns of good Chinese, but for the Traditional form of the first.
  private static let chinese = ["zh-Hans", "zh_admitted", "zh-TW_admitted", "zh-HK_admitted"]

  private static let files: [String] = {
    let folder = TestFolders.inProject("glossary").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".csv") }.sorted()
  }()

  private static let rows: [Row] = files.flatMap { name -> [Row] in
    let bytes = [UInt8]((try? Data(contentsOf: TestFolders.inProject("glossary/\(name)"))) ?? Data())
    guard let records = try? DelimitedText.rows(in: bytes, delimiter: 0x2C, path: name) else { return [] }
    return records.dropFirst().map { record in
      Row(file: name, line: record.line, cells: Dictionary(zip(header, record.cells)) { first, _ in first })
    }
  }

  @Test func `the files have one header, and every row has its columns`() throws {
    #expect(!Self.files.isEmpty)
    for name in Self.files {
      let bytes = [UInt8](try Data(contentsOf: TestFolders.inProject("glossary/\(name)")))
      let records = try DelimitedText.rows(in: bytes, delimiter: 0x2C, path: name)
      #expect(records.first?.cells == Self.header, "\(name)")
      for record in records {
        #expect(record.cells.count == Self.header.count, "\(name):\(record.line)")
        for cell in record.cells {
          #expect(cell == cell.trimmingCharacters(in: .whitespacesAndNewlines), "\(name):\(record.line): \(cell)")
        }
      }
    }
  }

  @Test func `there are at least two thousand concepts, all filled in`() {
    #expect(Self.rows.count >= 2000)
    for row in Self.rows {
      for column in ["id", "subject_field", "type", "zh-Hans", "zh-Hant", "pinyin", "en", "source"] {
        #expect(!(row.cells[column] ?? "").isEmpty, "\(row.file):\(row.line): \(column) is empty")
      }
      #expect(row.cells["subject_field"] == String(row.file.dropLast(4)), "\(row.file):\(row.line)")
    }
  }

  @Test func `every row is of a known type`() {
    let types: Set = [
      "person", "place", "organisation", "product", "event", "title", "policy", "term", "unit", "word", "work",
    ]
    for row in Self.rows { #expect(types.contains(row.cells["type"] ?? ""), "\(row.file):\(row.line)") }
  }

  @Test func `ids are unique, and sorted in each file`() {
    var seen: [String: String] = [:]
    for row in Self.rows {
      #expect(seen[row.id] == nil, "\(row.file):\(row.line): \(row.id) is also in \(seen[row.id] ?? "")")
      seen[row.id] = "\(row.file):\(row.line)"
    }
    for (_, rows) in Dictionary(grouping: Self.rows, by: \.file) {
      let ids = rows.map { Array($0.id.utf8) }
      #expect(
        zip(ids, ids.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }, "\(rows[0].file) is not sorted by id"
      )
    }
  }

  @Test func `no form is good in one concept and bad in another`() {
    for (good, bad) in [
      (["en", "en_admitted"], ["en_deprecated", "en_forbidden"]), (Self.chinese, ["zh_forbidden"]),
    ] {
      var goodForms: [String: String] = [:]
      for row in Self.rows {
        for column in good { for term in row.terms(column) { goodForms[term.lowercased()] = row.id } }
      }
      for row in Self.rows {
        for column in bad {
          for term in row.terms(column) {
            #expect(
              goodForms[term.lowercased()] == nil,
              "“\(term)” is bad in \(row.id) and good in \(goodForms[term.lowercased()] ?? "")")
          }
        }
      }
    }
  }

  @Test func `a concept names each form once`() {
    for row in Self.rows {
      let english = ["en", "en_admitted", "en_deprecated", "en_forbidden"].flatMap(row.terms)
      #expect(Set(english).count == english.count, "\(row.id)")
      let chinese = (Self.chinese + ["zh_forbidden"]).flatMap(row.terms)
      #expect(Set(chinese).count == chinese.count, "\(row.id)")
    }
  }

  @Test func `a bad form has its reason, and a definition is a sentence`() {
    for row in Self.rows {
      let definition = row.cells["definition"] ?? ""
      #expect(definition.isEmpty || definition.hasSuffix("."), "\(row.id)")
      #expect(!definition.isEmpty || row.cells["type"] != "policy", "\(row.id): a policy has a definition")
      guard !row.terms("en_deprecated").isEmpty || !row.terms("en_forbidden").isEmpty else { continue }
      #expect(!(row.cells["note"] ?? "").isEmpty, "\(row.id): the note says why a form is deprecated or forbidden")
    }
  }

  @Test func `the words of Taiwan and Hong Kong say where they are from, also those written alike in both scripts`()
    throws
  {
    let entries = try CuratedGlossary.entries()
    func region(of text: String) -> String? { entries.lazy.flatMap(\.terms).first { $0.text == text }?.region }
    #expect(region(of: "人工智慧") == "TW")
    #expect(region(of: "積體電路") == "TW")
    #expect(region(of: "手提電腦") == "HK")
    #expect(region(of: "人工智能") == nil)
    for row in Self.rows {
      for column in ["zh-TW_admitted", "zh-HK_admitted"] {
        #expect(!row.terms(column).contains(row.cells["zh-Hant"] ?? ""), "\(row.id): \(column) says what zh-Hant says")
      }
    }
  }

  /// How many divisions of prefecture level each province and autonomous region has (GB/T 2260).
  private static let prefectures = [
    "Anhui": 16, "Fujian": 9, "Gansu": 14, "Guangdong": 21, "Guangxi": 14, "Guizhou": 9, "Hainan": 4, "Hebei": 11,
    "Heilongjiang": 13, "Henan": 17, "Hubei": 13, "Hunan": 14, "Inner Mongolia": 12, "Jiangsu": 13, "Jiangxi": 11,
    "Jilin": 9, "Liaoning": 14, "Ningxia": 5, "Qinghai": 8, "Shaanxi": 10, "Shandong": 16, "Shanxi": 11, "Sichuan": 21,
    "Xinjiang": 14, "Xizang": 7, "Yunnan": 16, "Zhejiang": 11,
  ]

  @Test func `every prefecture-level city, prefecture and league has its row`() {
    let ranks = [
      "city in ", "capital of ", "city and prefecture in ", "prefecture in ", "autonomous prefecture in ", "league in ",
    ]
    var found: [String: Int] = [:]
    for row in Self.rows where row.file == "places.csv" {
      let note = row.cells["note"] ?? ""
      guard let rank = ranks.first(where: note.hasPrefix) else { continue }
      let region = note.dropFirst(rank.count).prefix { $0.isLetter || $0 == " " }
      if Self.prefectures[String(region)] != nil { found[String(region), default: 0] += 1 }
    }
    #expect(found == Self.prefectures)
  }

  @Test func `no two concepts share a preferred term`() {
    for column in ["zh-Hans", "en"] {
      var seen: [String: String] = [:]
      for row in Self.rows {
        for term in row.terms(column) {
          #expect(seen[term] == nil, "“\(term)” is preferred in \(row.id) and \(seen[term] ?? "")")
          seen[term] = row.id
        }
      }
    }
  }

  @Test func `the program carries every file of the folder, as it is`() throws {
    #expect(CuratedGlossary.files.map(\.name) == Self.files, "run tools/bundle-glossary")
    for file in CuratedGlossary.files {
      #expect(
        file.bytes == [UInt8](try Data(contentsOf: TestFolders.inProject("glossary/\(file.name)"))), "\(file.name)")
    }
    #expect(try CuratedGlossary.entries().count == Self.rows.count)
  }
}
