import Foundation
import TestSupport
import Terminology
import Testing
import TextCore

@testable import Formats

/// Tables of other people: their headers, their separators, none at all.
struct ForeignTableTests {
  private func entries(
    _ text: String, _ options: GlossaryReadingOptions = GlossaryReadingOptions(), as format: GlossaryFormat = .csv
  ) throws(InputError) -> [ConceptEntry] {
    try format.entries(in: Array(text.utf8), path: "a", options: options)
  }

  @Test func `headers in many words are understood`() throws {
    let headers = [
      "中文,英文", "术语,译文", "简体中文,English", "中文术语,英文术语", "Term (ZH),Term (EN)", "Chinese,English", "ZH-CN,EN-US",
      "source,target", "原文,翻译", "Chinese (Simplified),English (United States)", "中,英", "Chinese_PRC,English", "词条,对应词",
      "Source Term,Target Term", "CHS,ENG", "汉语,英语",
    ]
    for header in headers {
      let read = try entries(header + "\n村,village\n城,city\n")
      #expect(read.map { $0.terms.map(\.text) } == [["村", "village"], ["城", "city"]], "\(header)")
      #expect(read.allSatisfy { $0.terms[0].language == .simplifiedChinese }, "\(header)")
      #expect(read.allSatisfy { $0.extra.isEmpty }, "\(header)")
    }
    let traditional = try entries("原文,譯文\nsemiconductor,半導體\nvirus,病毒\n")
    #expect(traditional[0].terms.map(\.language) == [.traditionalChinese, .english])
  }

  @Test func `further columns are understood, others kept`() throws {
    let text = """
      序号,英文术语,中文术语,繁體中文,词性,定义,备注,领域,来源,英文定义,同义词,禁用译法,拼音,负责人
      1,big data,大数据,大數據,noun,很多数据,常用,IT,新华社,a lot of data,mega data,large data,dà shùjù,王
      """
    let entry = try #require(try entries(text).first)
    #expect(entry.terms(in: .english).map(\.text) == ["big data", "mega data", "large data"])
    #expect(entry.terms(in: .english).map(\.status) == [.preferred, .admitted, .forbidden])
    #expect(entry.terms(in: .traditionalChinese).map(\.text) == ["大數據"])
    #expect(entry.terms(in: .simplifiedChinese).first?.pinyin == "dà shùjù")
    #expect(entry.definition == "很多数据" && entry.note == "常用" && entry.subjectField == "IT" && entry.source == "新华社")
    #expect(entry.languageDefinitions == [.init(language: .english, text: "a lot of data")])
    #expect(entry.terms.allSatisfy { $0.partOfSpeech == "noun" })
    #expect(entry.extra == [.init(name: "序号", value: "1"), .init(name: "负责人", value: "王")])
  }

  @Test func `the user's word goes before every guess`() throws {
    let mapped = GlossaryReadingOptions(columns: [
      .init(name: "甲方用语", column: "zh-Hans"), .init(name: "3", column: "en"), .init(name: "译名", column: "en_admitted"),
    ])
    let read = try entries("甲方用语,译名,X,定义\n村,hamlet,village,小\n", mapped)
    #expect(read[0].terms(in: .english).map(\.text) == ["village", "hamlet"])
    #expect(read[0].definition == "小")
    #expect(ColumnMapping("a=b=en") == ColumnMapping(name: "a=b", column: "en"))
    #expect(ColumnMapping("en") == nil)
  }

  @Test func `a table without header is read when both languages are plain to see`() throws {
    let read = try entries("village\t村\ta note\ncity\t城\n", as: .tsv)
    #expect(read.map { $0.terms.map(\.text) } == [["村", "village"], ["城", "city"]])
    #expect(read.map(\.note) == ["a note", nil])
    let options = GlossaryReadingOptions(hasHeader: false)
    #expect(try entries("note,备注\nsource,来源\n", options).count == 2)
    #expect(throws: InputError.self) { try entries("code,name\n11,北京市\n") }
  }

  @Test func `several terms of a cell`() throws {
    let read = try entries("中文,英文\n村；庄,village; hamlet\n输入/输出,input/output\n")
    #expect(read[0].terms(in: .english).map(\.text) == ["village", "hamlet"])
    #expect(read[1].terms(in: .simplifiedChinese).map(\.text) == ["输入/输出"])
    let chosen = try entries("中文,英文\n村 : 庄,a; b\n", .init(termSeparator: ":"))
    #expect(chosen[0].terms.map(\.text) == ["村", "庄", "a; b"])
    // A table of our own has one separator.
    #expect(try entries("zh-Hans,en\n村,a; b\n")[0].terms[1].text == "a; b")
  }

  @Test func `rows name their languages, and two regions stand side by side`() throws {
    let text = "id,sourceLang,targetLang,sourceString,targetString\n1,en,zh-TW,virus,病毒\n2,zh-Hans,en,村,village\n"
    let read = try entries(text)
    // Numbers of rows are no ids of concepts.
    #expect(read[0].id.hasPrefix("virus-") && read[0].extra == [.init(name: "number", value: "1")])
    #expect(read[0].terms.map(\.language) == [.traditionalChinese, .english])
    #expect(read[1].terms.map(\.text) == ["村", "village"])
    let regions = try entries("zh-TW,zh-HK,en\n計程車,的士,taxi\n")
    #expect(regions[0].terms.map(\.region) == ["TW", "HK", nil])
    #expect(
      throws: InputError(path: "a", line: 3, .malformed("“fr” is not a language of terms (zh-Hans, zh-Hant, en)"))
    ) { try entries("sourceLang,targetLang,source,target\nen,zh,a,甲\nfr,zh,b,乙\n") }
  }

  @Test func `flat JSON objects are rows of a table`() throws {
    let read = try entries(#"[{"中文":"村","英文":"village","编辑":"王"},{"中文":"城","英文":"city"}]"#, as: .json)
    #expect(read.map { $0.terms.map(\.text) } == [["村", "village"], ["城", "city"]])
    #expect(read[0].extra == [.init(name: "编辑", value: "王")])
    #expect(try entries(#"{"zh":"村","en":["village","hamlet"]}"#, as: .jsonl)[0].terms.count == 3)
  }

  @Test func `a cell missing far down is found by its line`() {
    var text = "中文,英文\n"
    for number in 1...12_000 { text += number == 10_000 ? "词\(number)\n" : "词\(number),word \(number)\n" }
    #expect(throws: InputError(path: "a", line: 10_001, .missingValue(column: "en"))) { try entries(text) }
  }

  @Test func `encodings are found`() throws {
    let text = "中文,英文\n人工智能和机器学习的研究,research on artificial intelligence\n云计算服务,cloud service\n"
    let bytes: [(String, [UInt8])] = [
      ("utf-16le", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      ("utf-16be", [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
      ("utf-8 with mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      ("gb18030", try SourceText(path: "", bytes: [0x41], encoding: .gb18030).encoded(Array(text.utf8))),
    ]
    for (name, bytes) in bytes {
      let read = try GlossaryFormat.csv.entries(in: bytes, path: "a")
      #expect(read.map { $0.terms[0].text } == ["人工智能和机器学习的研究", "云计算服务"], "\(name)")
    }
  }

  @Test(.enabled(if: TestFolders.inEvaluation("files/csv") != nil, "needs the collected files"))
  func `collected tables are read whole`() throws {
    let folder = try #require(TestFolders.inEvaluation("files/csv"))
    let expected: [(name: String, format: GlossaryFormat, count: Int)] = [
      ("tico19_f_en-zh_CN.csv", .csv, 306), ("tico19_g_zh-CN_en.csv", .csv, 50), ("tico19_g_zh-TW_en.csv", .csv, 49),
    ]
    for (name, format, count) in expected {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      #expect(try format.entries(in: bytes, path: name).count == count, "\(name)")
    }
    for name in ["microsoft_zh-CN_Termbase.csv", "microsoft_zh-CN_chih7_terminology.csv"] {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      #expect(try GlossaryFormat.csv.entries(in: bytes, path: name).count > 20_000, "\(name)")
    }
  }
}
