import Foundation
import TestSupport
import Terminology
import Testing
import TextCore

@testable import Formats

/// Formats that keep only a part of an entry: what they keep comes back, what they cannot hold is told.
struct PairFormatTests {
  private static let all = SampleEntries.all + [SampleEntries.everyField]

  private func companions(of file: WrittenGlossary) -> [String: [UInt8]] {
    Dictionary(file.companions.map { ($0.fileExtension, $0.bytes) }) { first, _ in first }
  }

  private func read(_ format: GlossaryFormat, _ file: WrittenGlossary) throws -> [ConceptEntry] {
    try format.entries(
      in: file.bytes, path: "a", options: GlossaryReadingOptions(), companions: companions(of: file))
  }

  @Test func `every format writes the same bytes twice, in both directions, and tells what it leaves out`() throws {
    for format in GlossaryFormat.all where format.isWritable {
      for (source, target) in [(TermLanguage.simplifiedChinese, TermLanguage.english), (.english, .traditionalChinese)]
      {
        let options = GlossaryWritingOptions(source: source, target: target, title: "Test <&> \"术语\"")
        let first = try #require(format.file(holding: Self.all, options: options))
        #expect(first == format.file(holding: Self.all, options: options), "\(format.id)")
        #expect(!first.bytes.isEmpty, "\(format.id)")
        if !format.isLossless { #expect(!first.losses.isEmpty, "\(format.id)") }
      }
    }
  }

  @Test func `pairs come back`() throws {
    let formats: [GlossaryFormat] = [
      .omegat, .wordfast, .utx, .deepl, .google, .aws, .azure, .po, .cedict, .stardict, .yomitan, .memoq,
    ]
    for format in formats {
      let file = try #require(format.file(holding: Self.all))
      let back = Set(try read(format, file).flatMap { entry in entry.terms.map { LineText.cleaned($0.text) } })
      for entry in Self.all where format.id != "stardict" || entry.id != "odd-characters" {
        guard let source = entry.preferredTerm(in: .simplifiedChinese), source.text != "12306",
          let target = entry.preferredTerm(in: .english)
        else { continue }
        #expect(back.contains(LineText.cleaned(source.text)), "\(format.id): \(source.text)")
        let wanted = LineText.cleaned(target.text)
        let isSplit = format.id == "cedict" || format.id == "yomitan"
        #expect(back.contains(wanted) || isSplit && wanted.contains(";"), "\(format.id): \(wanted)")
      }
    }
  }

  @Test func `services get what they allow, the rest is told`() throws {
    func entry(_ id: String, _ chinese: String, _ english: String) -> ConceptEntry {
      ConceptEntry(
        id: id, terms: [Term(language: .simplifiedChinese, text: chinese), Term(language: .english, text: english)])
    }
    let long = String(repeating: "长", count: 342)
    let entries = [
      entry("a", "村", "village"), entry("b", "村", "hamlet"), entry("c", long, "long"),
      entry("d", "城\n市", "a\tcity"), entry("e", "庄", "village"),
    ]
    let deepl = try #require(GlossaryFormat.deepl.file(holding: entries))
    #expect(String(decoding: deepl.bytes, as: UTF8.self) == "村\tvillage\n城 市\ta city\n庄\tvillage\n")
    let reasons = deepl.losses.map(\.reason).filter { $0 != .dropped(field: "id") }
    #expect(
      reasons == [
        .repeatedSource("村"), .tooLong(field: "source term", limit: "1024 bytes"),
        .spaceChanged(field: "source term"), .spaceChanged(field: "target term"),
      ])
    let two = try #require(GlossaryFormat.awsMulti.file(holding: entries))
    #expect(String(decoding: two.bytes, as: UTF8.self) == "zh,en\n村,village\n城 市,a city\n")
    let reverse = try #require(
      GlossaryFormat.google.file(holding: entries, options: .init(source: .english, target: .simplifiedChinese)))
    #expect(String(decoding: reverse.bytes, as: UTF8.self).hasPrefix("village,村\nhamlet,村\n"))
    let many = (0..<20_000).map { entry("\($0)", "词\($0)" + String(repeating: "长", count: 200), "word \($0)") }
    let full = try #require(GlossaryFormat.deepl.file(holding: many))
    #expect(full.bytes.count <= 10 << 20)
    #expect(full.losses.contains { $0.reason == .beyondSize(limit: "10485760 bytes") })
  }

  @Test func `StarDict holds each term, and a wrong size is an error`() throws {
    let file = try #require(GlossaryFormat.stardict.file(holding: Self.all))
    let back = try read(.stardict, file)
    let taobao = try #require(back.first { $0.headword == "淘宝村" })
    #expect(
      taobao.terms
        == SampleEntries.ordered(SampleEntries.all[0]).terms.map { term in
          var term = term
          term.partOfSpeech = nil
          return term
        })
    #expect(taobao.definition == SampleEntries.all[0].definition)
    var parts = companions(of: file)
    parts["idx"]?.removeLast(3)
    do {
      _ = try GlossaryFormat.stardict.entries(in: file.bytes, path: "a.ifo", options: .init(), companions: parts)
      Issue.record("an index that is cut off was read")
    } catch { #expect(error.description.hasPrefix("a.ifo: error: the .idx file has")) }
    parts = companions(of: file)
    parts["dict"]?.removeLast(30)
    #expect(throws: InputError.self) {
      try GlossaryFormat.stardict.entries(in: file.bytes, path: "a.ifo", options: .init(), companions: parts)
    }
    #expect(throws: InputError.self) { try GlossaryFormat.stardict.entries(in: file.bytes, path: "a.ifo") }
  }

  @Test func `the further headwords of somebody else's StarDict dictionary are terms`() throws {
    let articles = Array("village".utf8)
    func word(_ text: String, _ numbers: UInt8...) -> [UInt8] {
      Array(text.utf8) + [0] + numbers.flatMap { [0, 0, 0, $0] }
    }
    let index = word("村", 0, 7)
    let info = "StarDict's dict ifo file\nversion=2.4.2\nwordcount=1\nidxfilesize=\(index.count)\nsametypesequence=m\n"
    func entries(_ synonyms: [UInt8]) throws -> [ConceptEntry] {
      try GlossaryFormat.stardict.entries(
        in: Array(info.utf8), path: "a.ifo", options: .init(),
        companions: ["idx": index, "dict": articles, "syn": synonyms])
    }
    let read = try entries(word("村子", 0) + word("村", 0) + word("邨裡", 0))
    #expect(read.map { $0.terms.map(\.text) } == [["村", "村子", "邨裡", "village"]])
    #expect(read.first?.terms.map(\.status) == [.preferred, .admitted, .preferred, .preferred])
    #expect(throws: InputError.self) { try entries(Array("村子".utf8)) }
  }

  @Test func `a dictionary packed in several members is read whole`() throws {
    // gzip of "one " and of "two", one after the other.
    let packed: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0xCF, 0x4B, 0x55, 0x00, 0x00, 0x49, 0x61, 0xAC,
      0x23, 0x04, 0x00, 0x00, 0x00, 0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2B, 0x29, 0xCF, 0x07,
      0x00, 0x66, 0x8A, 0xCA, 0x11, 0x03, 0x00, 0x00, 0x00,
    ]
    #expect(try Gzip.unpacked(packed, path: "a") == Array("one two".utf8))
    #expect(throws: InputError.self) { try Gzip.unpacked(Array(packed.dropLast(3)), path: "a") }
  }

  @Test(.enabled(if: TestFolders.inEvaluation("files/stardict") != nil, "needs the collected files"))
  func `a packed StarDict dictionary is read`() throws {
    let folder = try #require(TestFolders.inEvaluation("files/stardict"))
    func bytes(_ ending: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: folder.appending(path: "stardict3_stardict-dict.\(ending)")))
    }
    let entries = try GlossaryFormat.stardict.entries(
      in: try bytes("ifo"), path: "a.ifo", options: .init(),
      companions: ["idx": try bytes("idx"), "dict.dz": try bytes("dict.dz")])
    #expect(entries.count == 9)
    #expect(entries.first?.terms.map(\.text) == ["China", "中国"])
  }

  @Test(.enabled(if: TestFolders.inEvaluation("files/po") != nil, "needs the collected files"))
  func `collected catalogues are read, or refused with a line`() throws {
    let folder = try #require(TestFolders.inEvaluation("files/po"))
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      do {
        let entries = try GlossaryFormat.po.entries(in: bytes, path: name)
        if name.contains("zh_") { #expect(entries.count > 20, "\(name)") }
      } catch { #expect(error.path == name && !name.contains("zh_"), "\(error)") }
    }
  }

  @Test func `workbooks keep sheets, dates and numbers apart, and a damaged one is an error`() throws {
    let file = try #require(GlossaryFormat.xlsx.file(holding: Self.all))
    #expect(throws: InputError.self) {
      try GlossaryFormat.xlsx.entries(in: Array(file.bytes.dropLast(200)), path: "a")
    }
    #expect(throws: InputError.self) { try GlossaryFormat.xlsx.entries(in: Array("no".utf8), path: "a") }
    let sheet = { (name: String, rows: String) in
      (name, Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8))
    }
    let book = """
      <workbook xmlns:r="r"><sheets><sheet name="Old" state="hidden" r:id="r1"/><sheet name="词表" r:id="r2"/></sheets></workbook>
      """
    let links = """
      <Relationships><Relationship Id="r1" Target="worksheets/a.xml"/><Relationship Id="r2" Target="/xl/worksheets/b.xml"/></Relationships>
      """
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    func row(_ number: Int, _ cells: String...) -> String { "<row r=\"\(number)\">\(cells.joined())</row>" }
    func text(_ place: String, _ text: String) -> String {
      "<c r=\"\(place)\" t=\"inlineStr\"><is><r><t>\(text)</t></r><rPh><t>x</t></rPh></is></c>"
    }
    let parts: [(String, [UInt8])] = [
      ("xl/workbook.xml", Array(book.utf8)), ("xl/_rels/workbook.xml.rels", Array(links.utf8)),
      ("xl/styles.xml", Array(styles.utf8)),
      sheet(
        "xl/worksheets/a.xml", row(1, text("A1", "中文"), text("B1", "英文")) + row(2, text("A2", "旧"), text("B2", "old"))),
      sheet(
        "xl/worksheets/b.xml",
        row(1, text("A1", "中文"), text("C1", "英文"), text("D1", "备注"))
          + row(7, text("A7", "十二"), "<c r=\"C7\"><v>1.2E1</v></c>", "<c r=\"D7\" s=\"1\"><v>46000</v></c>")
          + row(9, text("A9", "无"))),
    ]
    let bytes = try #require(ZipWriter.container(of: parts))
    #expect(throws: InputError(path: "a", line: 9, .missingValue(column: "en"))) {
      try GlossaryFormat.xlsx.entries(in: bytes, path: "a")
    }
    let good = try #require(
      ZipWriter.container(
        of: parts.map {
          (
            $0.0,
            Array(
              String(decoding: $0.1, as: UTF8.self).replacing("<row r=\"9\"", with: "<!-- --><row r=\"9\"").replacing(
                text("A9", "无"), with: ""
              ).utf8)
          )
        }))
    let entry = try #require(try GlossaryFormat.xlsx.entries(in: good, path: "a").first)
    #expect(entry.terms.map(\.text) == ["十二", "12"])
    #expect(entry.note == "2025-12-09")
    for sheet in ["old", "1"] {
      let hidden = try GlossaryFormat.xlsx.entries(in: good, path: "a", options: .init(sheet: sheet))
      #expect(hidden.map(\.headword) == ["旧"])
    }
    #expect(throws: InputError.self) {
      try GlossaryFormat.xlsx.entries(in: good, path: "a", options: .init(sheet: "none"))
    }
  }

  @Test func `the tables of a Word document and of Markdown are read`() throws {
    let cell = { (text: String) in "<w:tc><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>" }
    let document =
      "<w:document xmlns:w=\"w\"><w:body><w:p/><w:tbl><w:tr>\(cell("术语"))\(cell("英文"))</w:tr>"
      + "<w:tr>\(cell("村"))\(cell("village"))</w:tr></w:tbl></w:body></w:document>"
    let bytes = try #require(ZipWriter.container(of: [("word/document.xml", Array(document.utf8))]))
    let read = try GlossaryFormat.docx.entries(in: bytes, path: "a.docx")
    #expect(read.map { $0.terms.map(\.text) } == [["村", "village"]])
    let markdown =
      "# Terms\n\n编号|英文术语|中文翻译\n---|---|---\nA|a\\*b|甲\n\n| 编号 | 英文术语 | 中文翻译 |\n|---|:-:|---|\n| B | b | 乙 |\n"
    let table = try GlossaryFormat.markdown.entries(in: Array(markdown.utf8), path: "a.md")
    #expect(table.map { $0.terms.map(\.text) } == [["甲", "a*b"], ["乙", "b"]])
  }

  @Test func `a Word cell over several columns stands in the first, and what was moved away is left out`() throws {
    let cell = { (text: String, more: String) in
      "<w:tc><w:tcPr>\(more)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
    }
    let moved = "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
    let document =
      "<w:document xmlns:w=\"w\"><w:body><w:tbl><w:tr>\(cell("术语", ""))\(cell("英文", ""))\(cell("备注", ""))</w:tr>"
      + "<w:tr>\(cell("村</w:t></w:r>\(moved)<w:r><w:t>", ""))\(cell("village", "<w:gridSpan w:val=\"2\"/>"))</w:tr>"
      + "</w:tbl></w:body></w:document>"
    let bytes = try #require(ZipWriter.container(of: [("word/document.xml", Array(document.utf8))]))
    let read = try GlossaryFormat.docx.entries(in: bytes, path: "a.docx")
    #expect(read.map { $0.terms.map(\.text) } == [["村", "village"]])
    #expect(read.first?.note == nil)
  }

  @Test func `a cell over several rows, of Word or of a sheet, stands in each of them`() throws {
    let cell = { (text: String, more: String) in
      "<w:tc><w:tcPr>\(more)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
    }
    let document =
      "<w:document xmlns:w=\"w\"><w:body><w:tbl><w:tr>\(cell("术语", ""))\(cell("英文", ""))</w:tr>"
      + "<w:tr>\(cell("村", "<w:vMerge w:val=\"restart\"/>"))\(cell("village", ""))</w:tr>"
      + "<w:tr>\(cell("", "<w:vMerge/>"))\(cell("hamlet", ""))</w:tr>"
      + "<w:tr>\(cell("", "<w:vMerge w:val=\"continue\"/>"))\(cell("settlement", ""))</w:tr>"
      + "<w:tr>\(cell("县", "<w:vMerge w:val=\"restart\"/>"))\(cell("county", ""))</w:tr></w:tbl></w:body></w:document>"
    let word = try #require(ZipWriter.container(of: [("word/document.xml", Array(document.utf8))]))
    let rows = [("术语", "英文"), ("村", "village"), ("", "hamlet"), ("", "settlement"), ("县", "county")].enumerated().map {
      let cells = [("A", $1.0), ("B", $1.1)].filter { !$0.1.isEmpty }
      let row = $0 + 1
      return "<row r=\"\(row)\">"
        + cells.map { "<c r=\"\($0.0)\(row)\" t=\"inlineStr\"><is><t>\($0.1)</t></is></c>" }.joined() + "</row>"
    }
    let merged = ["A2:A4", "B5:C9", "A1:B1", "A7:A1048576", "A3:A2", "A", "A9999999:A99999999", ""]
    let sheet =
      "<worksheet><sheetData>\(rows.joined())</sheetData><mergeCells>"
      + merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells></worksheet>"
    let workbook = try #require(
      ZipWriter.container(of: [
        ("xl/workbook.xml", Array("<workbook><sheets><sheet name=\"a\"/></sheets></workbook>".utf8)),
        ("xl/worksheets/sheet1.xml", Array(sheet.utf8)),
      ]))
    for (format, bytes) in [(GlossaryFormat.docx, word), (.xlsx, workbook)] {
      let read = try format.entries(in: bytes, path: "a")
      #expect(
        read.map { $0.terms.map(\.text) }
          == [["村", "village"], ["村", "hamlet"], ["村", "settlement"], ["县", "county"]], "\(format.id)")
    }
  }

  @Test func `the page escapes what it shows`() throws {
    let entry = ConceptEntry(
      id: "x",
      terms: [
        Term(language: .simplifiedChinese, text: "<script>村"), Term(language: .english, text: "\"a\" & <b>"),
      ], definition: "</style><img src=x onerror=alert(1)>")
    let page = try #require(GlossaryFormat.html.file(holding: [entry], options: .init(title: "<title>")))
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(!text.contains("<script>村") && !text.contains("<img") && !text.contains("<title><title>"))
    #expect(text.contains("&lt;script&gt;村"))
  }
}
