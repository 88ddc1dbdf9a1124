import Formats
import Foundation
import TestSupport
import Terminology
import Testing
import TextCore

struct PlainTableTests {
  private func entries(_ text: String, _ format: GlossaryFormat = .csv) throws(InputError) -> [ConceptEntry] {
    try format.entries(in: Array(text.utf8), path: "a.csv")
  }

  private func error(_ text: String, _ format: GlossaryFormat = .csv) -> String? {
    do {
      _ = try entries(text, format)
      return nil
    } catch { return error.description }
  }

  @Test func `errors name the line and what to do`() {
    let cases: [(text: String, error: String)] = [
      ("", "a.csv: error: the file is empty"),
      ("id,en\n1,x\n", "a.csv:1: error: the header has no column “zh-Hans”"),
      ("id,zh-Hans\n1,村\n", "a.csv:1: error: the header has no column “en”"),
      ("zh-Hans,en\n村,\n", "a.csv:2: error: the column “en” is empty"),
      ("zh-Hans,en\n村,village\n\n,city\n", "a.csv:4: error: the column “zh-Hans” is empty"),
      ("zh-Hant,en\n,city\n", "a.csv:2: error: the column “zh-Hant” is empty"),
      ("id,zh-Hans,en\na,村,x\nb,\"城\n市\",y\na,镇,z\n", "a.csv:5: error: the id “a” is already used in line 2"),
      ("zh-Hans,en\n村,village\n城,\"city\n镇,town\n", "a.csv:3: error: a quote is opened here and never closed"),
      (
        "zh-Hans,en\n\"村\"x,village\n",
        "a.csv:2: error: text after a closing quote (write a quote inside a cell as \"\")"
      ),
      ("zh-Hans,en,zh-CN\n", "a.csv:1: error: the header has the column “zh-Hans” twice"),
      (
        "zh-Hans,en\n村,village,big\n",
        "a.csv:2: error: the row has 3 cells, the header only 2; is a delimiter not quoted?"
      ),
      (
        "zh-Hans,en,do_not_translate\n村,village,perhaps\n",
        "a.csv:2: error: “perhaps” in the column “do_not_translate” is neither yes nor no"
      ),
      (
        "zh-Hans,en,pinyin\n村,village,cūn | zhuāng\n",
        "a.csv:2: error: the column “pinyin” has 2 values for 1 terms"
      ),
    ]
    for (text, expected) in cases { #expect(error(text) == expected) }
  }

  @Test func `columns come in any order and by any usual name; unknown ones are kept`() throws {
    let text = "En_Preferred;负责人;zh_CN;EN-admitted;ZH-TW\r\n\"a; b\";甲\"方;淘宝村;x | y;淘寶村\r\n"
    let read = try entries(text)
    #expect(
      read[0].terms == [
        Term(language: .simplifiedChinese, text: "淘宝村"), Term(language: .traditionalChinese, text: "淘寶村"),
        Term(language: .english, text: "a; b"), Term(language: .english, text: "x", status: .admitted),
        Term(language: .english, text: "y", status: .admitted),
      ])
    #expect(read[0].extra == [.init(name: "负责人", value: "甲\"方")])
  }

  @Test func `ids are made from the terms, the same every time; a row said twice counts once`() throws {
    let text = "zh-Hans,en\n淘宝村,Taobao Village\n村,\n".replacing("村,\n", with: "村,village\n淘宝村,Taobao Village\n")
    let first = try entries(text)
    #expect(first.map(\.id) == (try entries(text)).map(\.id))
    #expect(first.count == 2)
    #expect(first[0].id.hasPrefix("taobao-village-"))
    let noted = try entries("zh-Hans,en,note\n村,village,a\n村,village,b\n")
    #expect(Set(noted.map(\.id)).count == 2)
  }

  @Test func `tables in other encodings are read`() throws {
    let text = "\u{FEFF}zh-Hans\ten\r\n淘宝村\tTaobao Village\r\n"
    let wide = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try GlossaryFormat.csv.entries(in: wide, path: "a.txt").first?.terms.first?.text == "淘宝村")
    #expect(try entries(text, .tsv).count == 1)
    // 淘宝村 in GBK
    let gbk = Array("zh-Hans,en\n".utf8) + [0xCC, 0xD4, 0xB1, 0xA6, 0xB4, 0xE5] + Array(",Taobao Village\n".utf8)
    let read = try GlossaryFormat.csv.entries(in: gbk, path: "a.csv", encoding: .gbk)
    #expect(read.first?.terms.first?.text == "淘宝村")
  }

  @Test func `no cell begins like a formula`() throws {
    let entry = ConceptEntry(
      id: "=cmd", terms: [Term(language: .simplifiedChinese, text: "+村"), Term(language: .english, text: "@x")],
      definition: "-1", note: "\tx", source: "'=y")
    for format in [GlossaryFormat.csv, .tsv] {
      let bytes = try #require(format.file(holding: [entry])).bytes
      #expect(try format.entries(in: bytes, path: "a") == [entry])
      let row = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[1]
      #expect(row.hasPrefix("'=cmd"))
      #expect(!row.contains(",=") && !row.contains(",+") && !row.contains(",@") && !row.contains(",-"))
    }
  }

  @Test func `what a table cannot hold is told`() throws {
    let chinese = ConceptEntry(id: "a", terms: [Term(language: .simplifiedChinese, text: "村")])
    let extra = ConceptEntry(
      id: "b", terms: [Term(language: .simplifiedChinese, text: "村"), Term(language: .english, text: "x")],
      extra: [.init(name: "note", value: "1"), .init(name: "c", value: "2"), .init(name: "c", value: "3")])
    let file = try #require(GlossaryFormat.csv.file(holding: [chinese, extra]))
    #expect(
      file.losses == [
        FormatLoss(conceptID: "a", .entryWithout(.english)),
        FormatLoss(conceptID: "b", .renamed(field: "note", to: "x_note")),
        FormatLoss(conceptID: "b", .joined(field: "c")),
      ])
    #expect(
      FormatLoss.summary(of: file.losses + file.losses)[0]
        == "entry left out: it has no English term: 2 times, first in a")
    let read = try GlossaryFormat.csv.entries(in: file.bytes, path: "a")
    #expect(read.first?.extra == [.init(name: "x_note", value: "1"), .init(name: "c", value: "2 | 3")])
  }

  @Test func `the glossary of the project is read, written and read again without a loss`() throws {
    let folder = TestFolders.inProject("glossary")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
      .sorted()
    #expect(!names.isEmpty)
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      let read = try GlossaryFormat.csv.entries(in: bytes, path: name)
      let written = try #require(GlossaryFormat.csv.file(holding: read))
      #expect(written.losses.isEmpty)
      #expect(try GlossaryFormat.csv.entries(in: written.bytes, path: name) == read, "\(name)")
    }
  }
}
