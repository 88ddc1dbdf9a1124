import Formats
import Terminology
import Testing
import TextCore

/// Files that are not in UTF-8.
struct EncodingTests {
  private static let header = Array("zh-Hans,zh-Hant,en,note\n".utf8)

  @Test func `tables of each encoding are read, named or found out`() throws {
    // 资讯安全 is not in Big5, so its table has the Traditional column alone.
    let big5 =
      Array("zh-Hant,en\n".utf8) + [0xB8, 0xEA, 0xB0, 0x54, 0xA6, 0x77, 0xA5, 0xFE]
      + Array(",information security\n".utf8)
      + [0xBA, 0xF4, 0xB8, 0xF4] + Array(",network\n".utf8)
    // 㐂 has four bytes in GB18030, and none in GBK.
    let gb18030 =
      Array("zh-Hans,en\n".utf8) + [0xCC, 0xD4, 0xB1, 0xA6, 0xB4, 0xE5, 0x81, 0x39, 0xEF, 0x31]
      + Array(",Taobao Village\n".utf8)
    let cases: [(bytes: [UInt8], encoding: TextEncoding, terms: [String])] = [
      (big5, .big5, ["資訊安全", "information security", "網路", "network"]),
      (gb18030, .gb18030, ["淘宝村㐂", "Taobao Village"]),
    ]
    for (bytes, encoding, terms) in cases {
      let read = try GlossaryFormat.csv.entries(in: bytes, path: "a.csv", encoding: encoding)
      #expect(read.flatMap { $0.terms.map(\.text) } == terms, "\(encoding)")
    }
  }

  @Test func `a column of Windows-1252 keeps its letters and quotes`() throws {
    let name: [UInt8] = [0x63, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x78, 0x94]  // café “x”
    let bytes = Array("zh-Hans,en\nA,".utf8) + name + [0x0A]
    let read = try GlossaryFormat.csv.entries(in: bytes, path: "a.csv", encoding: .windows1252)
    #expect(read.first?.terms.last?.text == "café “x”")
  }

  @Test func `UTF-16 of both byte orders is read, with its mark and by its name`() throws {
    let text = "zh-Hans\ten\r\n淘宝村\tTaobao Village\r\n表情😀\temoji\r\n"
    for isBig in [true, false] {
      let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      let plain = isBig ? units : stride(from: 0, to: units.count, by: 2).flatMap { [units[$0 + 1], units[$0]] }
      let mark: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
      let marked = try GlossaryFormat.tsv.entries(in: mark + plain, path: "a.tsv")
      let named = try GlossaryFormat.tsv.entries(
        in: plain, path: "a.tsv", encoding: isBig ? .utf16BigEndian : .utf16LittleEndian)
      #expect(marked.map { $0.terms.map(\.text) } == [["淘宝村", "Taobao Village"], ["表情😀", "emoji"]])
      #expect(named == marked)
    }
  }

  @Test func `a catalogue is read in the character set that it declares`() throws {
    func catalogue(_ charset: String, _ translation: [UInt8]) -> [UInt8] {
      Array("# a comment\nmsgid \"\"\nmsgstr \"\"\n\"Language: zh_CN\\n\"\n".utf8)
        + Array("\"Content-Type: text/plain; charset=\(charset)\\n\"\n\nmsgid \"village\"\nmsgstr \"".utf8)
        + translation
        + Array("\"\n".utf8)
    }
    func terms(_ bytes: [UInt8]) throws(InputError) -> [String] {
      try GlossaryFormat.po.entries(in: bytes, path: "a.po").flatMap { $0.terms.map(\.text) }.sorted()
    }
    #expect(try terms(catalogue("GB2312", [0xB4, 0xE5])) == ["village", "村"])
    #expect(try terms(catalogue("gb18030", [0x81, 0x39, 0xEF, 0x31])) == ["village", "㐂"])
    #expect(try terms(catalogue("BIG5", [0xA7, 0xF8])) == ["village", "村"])
    #expect(try terms(catalogue("UTF-8", Array("村".utf8))) == ["village", "村"])
    #expect(try terms(catalogue("CHARSET", Array("村".utf8))) == ["village", "村"])
    // What the user says counts for more than what the file does.
    let wrong = catalogue("KOI8-R", Array("村".utf8))
    #expect(try GlossaryFormat.po.entries(in: wrong, path: "a.po", encoding: .utf8).count == 1)
    #expect(throws: InputError(path: "a.po", .unknownEncoding("KOI8-R"))) {
      try terms(catalogue("KOI8-R", [0xC0]))
    }
  }

  @Test func `Chinese terms beside the preferred ones show their script themselves`() throws {
    let text = "zh-Hans,zh-Hant,en,zh_admitted\n菠萝,菠蘿,pineapple,凤梨 | 鳳梨 | 旺来\n"
    let read = try GlossaryFormat.csv.entries(in: Array(text.utf8), path: "a.csv")
    let admitted = read[0].terms.filter { $0.status == .admitted }
    #expect(admitted.map(\.text) == ["凤梨", "鳳梨", "旺来"])
    #expect(admitted.map(\.language) == [.simplifiedChinese, .traditionalChinese, .simplifiedChinese])
    let written = try #require(GlossaryFormat.csv.file(holding: read))
    #expect(String(decoding: written.bytes, as: UTF8.self).contains("凤梨 | 鳳梨 | 旺来"))
    #expect(try GlossaryFormat.csv.entries(in: written.bytes, path: "a.csv") == read)
  }
}
