import Testing
import TextCore

@testable import Formats

/// Containers that are made to harm: they are refused, soon and without filling the memory.
struct HostileContainerTests {
  private func error(_ format: GlossaryFormat, _ parts: [(name: String, bytes: [UInt8])]) throws -> String {
    let bytes = try #require(ZipWriter.container(of: parts))
    do {
      _ = try format.entries(in: bytes, path: "bomb")
      return ""
    } catch { return error.description }
  }

  @Test func `a part that packs as no document does is refused while it is small`() throws {
    let blank = [UInt8](repeating: 0x20, count: 1 << 26)
    let document = Array("<document><body><p><t>".utf8) + blank
    #expect(try error(.docx, [("word/document.xml", document)]).contains("packed as no document is"))
    let sheet = Array("<worksheet><sheetData>".utf8) + blank
    #expect(try error(.xlsx, [("xl/workbook.xml", sheet)]).contains("packed as no document is"))
  }

  @Test func `what unpacks to more than the limit is refused, in one part or in several`() throws {
    let part = [UInt8](repeating: 0x20, count: 1 << 20)
    let bytes = try #require(ZipWriter.container(of: [("a", part), ("b", part), ("c", part)]))
    let archive = try ZipArchive(bytes, path: "bomb", limit: 2 << 20)
    #expect(try archive.contents(of: "a")?.count == 1 << 20)
    #expect(try archive.contents(of: "b")?.count == 1 << 20)
    #expect(throws: InputError(path: "bomb", .malformed("the zip container unpacks to more than 2 MiB"))) {
      try archive.contents(of: "c")
    }
  }

  @Test func `elements nested too deep, in a packed part, are refused`() throws {
    let deep = Array((String(repeating: "<p>", count: 100_000)).utf8)
    #expect(try error(.docx, [("word/document.xml", deep)]).contains("nested deeper"))
  }

  @Test func `a container in a container is not unpacked`() throws {
    let inner = try #require(ZipWriter.container(of: [("word/document.xml", Array("<document/>".utf8))]))
    #expect(try error(.docx, [("word/inner.docx", inner)]).contains("no part “word/document.xml”"))
  }

  @Test func `a row or a column that no sheet has is refused`() throws {
    let workbook = Array("<workbook><sheets><sheet name=\"a\"/></sheets></workbook>".utf8)
    for (row, cell) in [("9223372036854775807", "A1"), ("-5", "A1"), ("1048577", "A1"), ("1", "ZZZZZZ1")] {
      let rows = "<row r=\"\(row)\"><c r=\"\(cell)\"><v>1</v></c></row><row><c><v>2</v></c></row>"
      let sheet = Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8)
      #expect(
        try error(.xlsx, [("xl/workbook.xml", workbook), ("xl/worksheets/sheet1.xml", sheet)]).contains("no sheet has"),
        "\(row) \(cell)")
    }
  }
}
