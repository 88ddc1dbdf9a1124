import Terminology
import Testing
import TextCore

@testable import Formats

/// What a reader leaves out is told.
struct RemarkTests {
  private func read(
    _ text: String, _ format: GlossaryFormat, _ options: GlossaryReadingOptions = GlossaryReadingOptions()
  ) throws -> (entries: [ConceptEntry], remarks: [String]) {
    let read = try format.glossary(in: Array(text.utf8), path: "a", options: options)
    return (read.entries, read.remarks.map(\.description))
  }

  @Test func `the other languages of a unit are told`() throws {
    let units = """
      <tu><tuv xml:lang="zh"><seg>村</seg></tuv><tuv xml:lang="en"><seg>village</seg></tuv>\
      <tuv xml:lang="de"><seg>Dorf</seg></tuv></tu>
      """
    let file = try read("<tmx version=\"1.4\"><header/><body>\n\(units)</body></tmx>", .tmx)
    #expect(file.entries.count == 1)
    #expect(file.remarks == ["terms in “de” left out: in line 2"])
  }

  @Test func `messages without translation are told, and what obsolete ones said is not said of others`() throws {
    let text = """
      msgid ""
      msgstr "Language: zh_CN\\n"

      # of the old one
      #, fuzzy
      #~ msgid "old"
      #~ msgstr "旧"

      msgid "new"
      msgstr "新"

      msgid "untranslated"
      msgstr ""

      """
    let file = try read(text, .po)
    #expect(file.entries.map(\.review) == [.approved])
    #expect(file.entries.map(\.note) == [nil])
    #expect(file.remarks == ["units left out that are not in Chinese and English: in line 12"])
  }

  @Test func `a Chinese message with a Chinese translation has no English side`() throws {
    let text = "msgid \"\"\nmsgstr \"Language: zh_TW\\n\"\n\nmsgid \"软件\"\nmsgstr \"軟體\"\n\n"
    #expect(try read(text, .po).entries.isEmpty)
    let named = try read(text.replacing("软件", with: "Software (软件)"), .po)
    #expect(named.entries.first?.terms.map(\.language) == [.traditionalChinese, .english])
  }

  @Test func `plural forms of a compiled catalogue are told, without a line that it has not`() throws {
    func number(_ value: Int) -> [UInt8] { [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) } }
    let texts = [Array("page\0pages".utf8), Array("页\0些页".utf8)]
    var bytes: [UInt8] = [0xDE, 0x12, 0x04, 0x95] + [0, 1, 28, 36, 0, 0].flatMap(number)
    bytes += number(texts[0].count) + number(44) + number(texts[1].count) + number(44 + texts[0].count)
    bytes += texts[0] + texts[1]
    let read = try GlossaryFormat.mo.glossary(in: bytes, path: "a.mo")
    #expect(read.entries.first?.terms.map(\.text) == ["页", "page"])
    #expect(read.remarks.map(\.description) == ["“msgid_plural” left out", "“msgstr[1]” left out"])
  }

  @Test func `a Markdown document is read from the table that names terms, and the others are told`() throws {
    let text = """
      | Column | Meaning |
      |---|---|
      | a | b |

      | 中文 | English | Note |
      |---|---|---|
      | 甲 < 乙 | a < b and more | n |
      | 丙 | c | n | beyond |

      | 术语 | Term |
      |--|--|
      | 戊 | e |

      """
    let file = try read(text, .markdown)
    #expect(file.entries.map { $0.terms.map(\.text) } == [["甲 < 乙", "a < b and more"], ["丙", "c"]])
    #expect(
      file.remarks == [
        "tables with another header left out: one table is read: 2 times, first in line 1",
        "“cells beyond the header” left out: in line 8",
      ])
  }

  @Test func `what is said of terms that are not there is told`() throws {
    let file = try read("zh-Hans,zh-Hant,en,en_deprecated_note,pinyin\n甲,,a,why,jiǎ\n,乙,b,,yǐ\n", .csv)
    #expect(file.entries.map { $0.terms[0].pinyin } == ["jiǎ", "yǐ"])
    #expect(file.remarks == ["“en_deprecated_note” left out: in line 2"])
    let none = try read("en,zh-Hant_admitted,zh-Hans,pinyin\na,甲,,jiǎ\n", .csv)
    #expect(none.remarks == ["“pinyin” left out: in line 2"])
  }

  @Test func `a column that was named and is not there is told`() throws {
    let options = GlossaryReadingOptions(columns: [
      .init(name: "甲方", column: "zh-Hans"), .init(name: "2", column: "en"), .init(name: "3", column: "note"),
    ])
    let file = try read("zh-Hans,en\n甲,a\n", .csv, options)
    #expect(
      file.remarks == [
        "the table has no column “甲方”, which was named", "the table has no column “3”, which was named",
      ])
  }

  @Test func `a row that is too short is named, not the header`() {
    for (text, line) in [("术语,翻译\n苹果\n", 2), ("术语,翻译\n\n苹果,\n", 3)] {
      #expect(throws: InputError(path: "a", line: line, .missingValue(column: "翻译"))) { _ = try read(text, .csv) }
    }
    let short = InputError.Reason.malformed("the row ends after 1 of 2 cells: the column “en” is missing")
    #expect(throws: InputError(path: "a.tsv", line: 3, short)) {
      try BilingualTable(try SourceText(path: "a.tsv", bytes: Array("zh\ten\n村\tvillage\n城\n".utf8)))
    }
  }

  @Test func `members of JSON that we do not know are kept or told`() throws {
    let text = """
      [{"id":"u","terms":[{"language":"en","text":"a","comment":"kept"},{"language":"zh-Hans","text":"甲"}],
      "references":[{"kind":"page","target":"x","size":"9"}]}]
      """
    let file = try read(text, .json)
    #expect(file.entries[0].terms[0].extra == [.init(name: "comment", value: "kept")])
    #expect(file.remarks == ["“size” left out: in line 1"])
  }

  @Test func `flat objects have no id that another object has`() throws {
    let text = #"{"id":"a","terms":[{"language":"en","text":"x"}]}"# + "\n" + #"{"id":"a","zh":"甲","en":"x"}"# + "\n"
    #expect(throws: InputError(path: "a", line: 2, .duplicateID("a", firstLine: 1))) { try read(text, .jsonl) }
  }

  @Test func `every sense of a sequence of Yomitan comes into its concept`() throws {
    let bank = #"[["行","háng","","",0,["row; line"],7,""],["行","xíng","","",0,["to go; line"],7,""]]"#
    let parts = [("index.json", "{}"), ("term_bank_2.json", bank)].map { (name: $0.0, bytes: Array($0.1.utf8)) }
    let read = try GlossaryFormat.yomitan.glossary(in: try #require(ZipWriter.container(of: parts)), path: "a.zip")
    #expect(read.entries.map { $0.terms.map(\.text) } == [["行", "row", "line", "to go"]])
    #expect(read.remarks.map(\.description) == ["“reading” left out"])
  }

  @Test func `every column and comment of UTX is kept`() throws {
    let text = """
      #UTX 1.11; zh-CN/en; 2000-01-01T00:00:00Z; x
      #src\ttgt\tsrc:pos\ttgt:pos\tterm status\tconcept ID\tcomment\tdomain
      甲\ta\tnoun\tverb\tapproved\t1\tfirst\tIT
      甲\tb\tnoun\t\tprovisional\t1\tsecond\tIT
      甲\tb\tnoun\t\tforbidden\t1\tsecond\tlaw

      """
    let file = try read(text, .utx)
    let entry = try #require(file.entries.first)
    #expect(entry.definition == "first" && entry.note == "second")
    #expect(entry.extra == [.init(name: "domain", value: "IT | law")])
    #expect(entry.terms.map(\.partOfSpeech) == ["noun", "verb", nil])
    #expect(file.remarks == ["“term status” left out: in line 5"])
  }

  @Test func `the rules of memoQ belong to their own term, and its first term may be a forbidden one`() throws {
    let text = """
      Entry_ID;Entry_Creator;Chinese_PRC;Term_Info;Chinese_PRC;Term_Info;English;Term_Info
      1;bob;甲;Forbidden;乙;CasePermissive;a;CaseSense
      2;bob;丙;;;Forbidden;b;

      """
    let file = try read(text, .memoq)
    #expect(file.entries[0].terms.map(\.status) == [.forbidden, .preferred, .preferred])
    #expect(file.entries[1].terms.map(\.status) == [.preferred, .preferred])
    #expect(file.remarks == ["“Entry_Creator” left out: 2 times, first in line 2"])
  }

  @Test func `terms that are marked on one side alone are told`() throws {
    let unit = """
      <unit id="u"><segment><source><mrk id="1" type="term">甲</mrk><mrk id="2" type="term">乙</mrk></source>\
      <target><mrk id="1" type="term">a</mrk></target></segment></unit>
      """
    let xml = "<xliff version=\"2.1\" srcLang=\"zh\" trgLang=\"en\"><file id=\"f\">\n\(unit)</file></xliff>"
    let file = try read(xml, .xliff)
    #expect(file.entries.map { $0.terms.map(\.text) } == [["甲", "a"]])
    #expect(file.remarks == ["units left out that are not in Chinese and English: in line 2"])
  }

  @Test func `a StarDict dictionary with line ends of Windows is read like any other`() throws {
    let article = Array("a country".utf8)
    let index = Array("中国".utf8) + [0, 0, 0, 0, 0, 0, 0, 0, UInt8(article.count)]
    let lines = [
      "StarDict's dict ifo file", "version=2.4.2", "wordcount=1", "idxfilesize=15", "sametypesequence=m", "",
    ]
    for end in ["\n", "\r\n"] {
      let entries = try GlossaryFormat.stardict.entries(
        in: Array(lines.joined(separator: end).utf8), path: "a.ifo", options: GlossaryReadingOptions(),
        companions: ["idx": index, "dict": article])
      #expect(entries.map { $0.terms.map(\.text) } == [["中国", "a country"]])
    }
  }

  @Test func `other sheets and tables are told`() throws {
    func table(_ chinese: String) -> String {
      let rows = [("中文", "English"), (chinese, "x")].map { cells in
        "<tr>" + [cells.0, cells.1].map { "<tc><p><r><t>\($0)</t></r></p></tc>" }.joined() + "</tr>"
      }
      return "<tbl>\(rows.joined())</tbl>"
    }
    let document = Array("<document>\(table("甲"))\(table("乙"))</document>".utf8)
    let file = try #require(ZipWriter.container(of: [("word/document.xml", document)]))
    let read = try GlossaryFormat.docx.glossary(in: file, path: "a.docx")
    #expect(
      read.remarks.map(\.description) == ["tables of the document behind the first left out: one table is read"])
    let sheet = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>%</t></is></c></row></sheetData></worksheet>"
    let workbook = try #require(
      ZipWriter.container(of: [
        ("xl/workbook.xml", Array("<workbook><sheets><sheet name=\"A\"/><sheet name=\"B\"/></sheets></workbook>".utf8)),
        ("xl/worksheets/sheet1.xml", Array(sheet.utf8)), ("xl/worksheets/sheet2.xml", Array(sheet.utf8)),
      ]))
    let glossary = GlossaryFile(path: "a.xlsx", bytes: workbook)
    _ = try WorkbookReader.rows(of: glossary)
    #expect(glossary.remarks.all.map(\.description) == ["the sheet “B” left out: one table is read"])
  }

  @Test func `a hyphen that does not break stays in a cell of Word`() throws {
    let row = "<tr><tc><p><r><t>电商</t></r></p></tc><tc><p><r><t>e</t><noBreakHyphen/><t>commerce</t></r></p></tc></tr>"
    let head = "<tr><tc><p><r><t>中文</t></r></p></tc><tc><p><r><t>English</t></r></p></tc></tr>"
    let document = Array("<document><tbl>\(head)\(row)</tbl></document>".utf8)
    let file = try #require(ZipWriter.container(of: [("word/document.xml", document)]))
    #expect(try GlossaryFormat.docx.entries(in: file, path: "a")[0].terms.map(\.text) == ["电商", "e-commerce"])
  }
}
