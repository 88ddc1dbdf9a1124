import Alignment
import Lint
import Terminology
import TestSupport
import Testing
import TextCore

@testable import Formats

/// Files that are made to harm: none of them makes the program crash, run on without an end, or fill the memory.
struct HostileGlossaryTests {
  private func error(_ body: () throws(InputError) -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return error.explanation }
  }

  @Test func `a text of many lines is put together in linear time`() throws {
    let growth = try ProcessorTime.growth(from: 4000) { count in
      let lines = String(repeating: "\"0123456789中\"\n", count: count)
      let text = Array("msgid \"\"\nmsgstr \"Language: zh_CN\\n\"\n\nmsgid \"a\"\nmsgstr \"\"\n\(lines)".utf8)
      let entries = try GlossaryFormat.po.entries(in: text, path: "a")
      #expect(entries.first?.terms[0].text.utf8.count == 13 * count)
    }
    #expect(growth < 30)
  }

  @Test func `terms that are marked out of order are paired in linear time`() throws {
    let growth = try ProcessorTime.growth(from: 2000) { count in
      func side(_ order: some Sequence<Int>) -> String {
        order.map { "<mrk id=\"m\($0)\" type=\"term\">\($0 % 2 == 0 ? "甲" : "a")\($0)</mrk>" }.joined()
      }
      let text = """
        <xliff version="2.1" srcLang="zh" trgLang="en"><file id="f"><unit id="u"><segment>\
        <source>\(side(0..<count))</source><target>\(side((0..<count).reversed()))</target>\
        </segment></unit></file></xliff>
        """
      let entries = try GlossaryFormat.xliff.entries(in: Array(text.utf8), path: "a")
      #expect(entries.count == count)
    }
    #expect(growth < 30)
  }

  @Test func `rows of one sequence are one concept, in linear time`() throws {
    let growth = try ProcessorTime.growth(from: 1000) { count in
      let rows = (0..<count).map { #"["词\#($0)","","","",0,["word \#($0)","sense \#($0)"],7,""]"# }
      let bytes = try #require(
        ZipWriter.container(of: [
          ("index.json", Array("{}".utf8)), ("term_bank_1.json", Array("[\(rows.joined(separator: ","))]".utf8)),
        ]))
      let entries = try GlossaryFormat.yomitan.entries(in: bytes, path: "a.zip")
      #expect(entries.count == 1)
      #expect(entries[0].terms.count == 2 * count)
      #expect(entries[0].terms.filter { $0.status == .preferred }.map(\.text) == ["词0", "word 0"])
      #expect(entries[0].definition?.hasPrefix("sense 0\nsense 1\n") == true)
    }
    #expect(growth < 30)
  }

  @Test func `declarations that never end are read in linear time`() {
    for text in ["<! ", "<!-- ", "<!a\n", "<? <!-- > ", "- <!a\n"] {
      let growth = ProcessorTime.growth(from: 4000) { count in
        _ = ProseFormat.markdown.prose(MappedText(String(repeating: text, count: count)))
      }
      #expect(growth < 30, "\(text)")
    }
    #expect(ProseFormat.markdown.prose(MappedText("a <!b c\nd -- e\n")).string == "a <!b c d -- e\n")
  }

  @Test func `texts of a catalogue that lie over one another are refused`() {
    func number(_ value: Int) -> [UInt8] { [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) } }
    let count = 500
    let place = 28 + count * 16
    var bytes: [UInt8] = [0xDE, 0x12, 0x04, 0x95] + [0, count, 28, 28 + count * 8, 0, 0].flatMap(number)
    for _ in 0..<(2 * count) { bytes += number(1000) + number(place) }
    bytes += [UInt8](repeating: 0x61, count: 1000)
    #expect(
      error { () throws(InputError) in _ = try GlossaryFormat.mo.entries(in: bytes, path: "a") }
        == "the texts of the file lie over one another")
  }

  @Test func `objects without a name in common are no table`() {
    let objects = (0..<9000).map { "{\"zh\":\"甲\($0)\",\"en\":\"a\",\"k\($0)\":1}" }
    #expect(
      error { () throws(InputError) in
        _ = try GlossaryFormat.json.entries(in: Array("[\(objects.joined(separator: ","))]".utf8), path: "a")
      } == "the objects have 9002 different names in all; they are no rows of one table")
  }

  @Test func `a number of a sheet or table is any number`() throws {
    for sheet in ["\(Int.min)", "\(Int.max)", "0", "-1", "2"] {
      let options = GlossaryReadingOptions(sheet: sheet)
      let document = try #require(ZipWriter.container(of: [("word/document.xml", Array("<d><tbl/></d>".utf8))]))
      let book = Array("<workbook><sheets><sheet name=\"A\"/></sheets></workbook>".utf8)
      let workbook = try #require(ZipWriter.container(of: [("xl/workbook.xml", book)]))
      for (format, bytes) in [(GlossaryFormat.docx, document), (.xlsx, workbook)] {
        let why = error { () throws(InputError) in _ = try format.entries(in: bytes, path: "a", options: options) }
        #expect(why?.hasPrefix("there is no") == true, "\(format.id) \(sheet)")
      }
    }
  }

  @Test func `more columns than a workbook has are told, and written in time`() throws {
    func file(columns: Int) throws -> WrittenGlossary {
      let extra = (0..<columns).map { ExtraField(name: "f\($0)", value: "v") }
      let terms = [Term(language: .simplifiedChinese, text: "甲"), Term(language: .english, text: "a")]
      return try #require(GlossaryFormat.xlsx.file(holding: [ConceptEntry(id: "a", terms: terms, extra: extra)]))
    }
    #expect(try ProcessorTime.growth(from: 1500) { _ = try file(columns: $0) } < 30)
    let written = try file(columns: 20_000)
    #expect(written.losses.count == 20_000 + 17 - 16_384)
    let entries = try GlossaryFormat.xlsx.entries(in: written.bytes, path: "a")
    #expect(entries[0].extra.count == 16_384 - 17)
  }

  @Test func `only digits make an escape of a workbook`() {
    #expect(RichText.decoded("a_x0041_b") == "aAb")
    #expect(RichText.decoded("a_x+041_b") == "a_x+041_b")
  }

  @Test func `the last half second of a day belongs to the next one`() {
    #expect(DayNumber.date(43_951.999_999_9, from1904: false) == DayNumber.date(43_952, from1904: false))
  }

  @Test func `a baseline with counts beyond all measure is refused`() {
    let finding = #"{"path":"a","rule":"r","text":"t","context":"c","count":9223372036854775807}"#
    let text = "{\"version\":1,\"findings\":[\(finding),\(finding)]}"
    #expect(
      error { () throws(InputError) in _ = try Baseline(reading: Array(text.utf8), path: "b") }
        == "finding 1 is not whole")
  }

  @Test func `a glossary of a failed container says why`() {
    #expect(WrittenGlossary(container: nil, losses: []).failure != nil)
    #expect(WrittenGlossary(container: [1], losses: []).failure == nil)
  }

  @Test func `a review may be of any length`() {
    let side = BitextReport.Side(path: "a", segments: ["甲"], fileSpans: [TextSpan(0, 3)], lines: [1])
    let bead = Bead(chinese: 0..<1, english: 0..<1, score: 1, confidence: 1, evidence: [])
    var review = BitextReview(limit: .max)
    review.add(BitextReport(chinese: side, english: side, beads: [bead], isComparable: false))
    #expect(review.items.count == 1)
  }
}
