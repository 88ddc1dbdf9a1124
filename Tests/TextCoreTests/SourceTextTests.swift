import Testing
import TextCore

@Suite struct SourceTextTests {
  private let sample = "阿里巴巴集团与甘肃省人民政府签署战略合作框架协议，共同建设电子商务产业集聚区。Alibaba 2014\r\n马云说：“为什么来甘肃？”\n"

  private func source(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) throws -> SourceText {
    try SourceText(path: "x", bytes: bytes, encoding: encoding)
  }

  /// The bytes of the sample in an encoding.
  private func bytes(_ text: String, in encoding: TextEncoding) throws -> [UInt8] {
    let empty = try source(Array("a\0".utf8.prefix(1)), .utf8)
    _ = empty
    return try source(
      encoding == .utf16LittleEndian ? [0x61, 0] : encoding == .utf16BigEndian ? [0, 0x61] : [0x61], encoding
    )
    .encoded(Array(text.utf8))
  }

  @Test func `every encoding that holds the text reads back what it wrote`() throws {
    for encoding in [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .gb18030, .gbk] {
      let bytes = try bytes(sample, in: encoding)
      let read = try source(bytes, encoding)
      #expect(read.text.string == sample, "\(encoding)")
      #expect(try read.encoded(read.text.utf8) == bytes, "\(encoding)")
    }
    let traditional = "電子商務與雲計算，臺北市政府。"
    #expect(try source(bytes(traditional, in: .big5), .big5).text.string == traditional)
    #expect(try source(bytes("café “x”", in: .windows1252), .windows1252).text.string == "café “x”")
  }

  @Test func `offsets lead back to the bytes on disk`() throws {
    for (encoding, width) in [(TextEncoding.gbk, 2), (.utf16LittleEndian, 2), (.gb18030, 2)] {
      let read = try source(bytes("中文abc", in: encoding), encoding)
      #expect(read.text.fileSpan(of: TextSpan(3, 6)) == TextSpan(width, 2 * width), "\(encoding)")
      let letter = encoding == .utf16LittleEndian ? 2 : 1
      #expect(read.text.fileSpan(of: TextSpan(6, 7)) == TextSpan(2 * width, 2 * width + letter), "\(encoding)")
    }
    let emoji = try source(bytes("a🙂b", in: .utf16LittleEndian), .utf16LittleEndian)
    #expect(emoji.text.fileSpan(of: TextSpan(1, 5)) == TextSpan(2, 6))
    #expect(emoji.text.fileSpan(of: TextSpan(5, 6)) == TextSpan(6, 8))
    let rare = try source(bytes("a\u{20000}é", in: .gb18030), .gb18030)
    #expect(rare.text.fileSpan(of: TextSpan(1, 5)) == TextSpan(1, 5))
  }

  @Test func `the encoding is found`() throws {
    #expect(try source(Array(sample.utf8)).encoding == .utf8)
    #expect(try source(Array("plain".utf8)).encoding == .utf8)
    let long = String(repeating: sample, count: 4)
    for encoding in [TextEncoding.gb18030, .gbk] {
      let read = try source(bytes(long, in: encoding))
      #expect(read.text.string == long)
      #expect(read.encoding == .gb18030 || read.encoding == .gbk)
    }
    let english = "Plain English text, in UTF-16."
    #expect(try source(bytes(english, in: .utf16LittleEndian)).encoding == .utf16LittleEndian)
    #expect(try source(bytes(english, in: .utf16BigEndian)).encoding == .utf16BigEndian)
  }

  @Test func `byte order marks are kept apart and kept`() throws {
    let marks: [(TextEncoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
    ]
    for (encoding, mark) in marks {
      let whole = try mark + bytes("中a", in: encoding)
      let read = try source(whole)
      #expect(read.encoding == encoding && read.text.string == "中a", "\(encoding)")
      #expect(read.text.fileSpan(of: TextSpan(0, 3)).start == mark.count)
      #expect(try read.encoded(read.text.utf8) == whole)
      #expect(try source(mark).text.string.isEmpty)
    }
  }

  @Test func `what is no text is refused, and says where`() throws {
    func reason(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) -> InputError.Reason? {
      do {
        _ = try SourceText(path: "x", bytes: bytes, encoding: encoding)
        return nil
      } catch { return error.reason }
    }
    #expect(reason([]) == nil)
    #expect(reason([0x61, 0, 0x62]) == .notText)
    #expect(reason([0x61, 0xFF, 0x62], .utf8) == .invalidBytes(encoding: "UTF-8", offset: 1))
    #expect(reason(Array("中文中文".utf8) + [0xE4, 0xB8], .utf8) == .invalidBytes(encoding: "UTF-8", offset: 12))
    #expect(reason(Array("中文中文中文，中文".utf8) + [0xE4, 0xB8]) == .invalidBytes(encoding: "UTF-8", offset: 27))
    #expect(reason([0xD8, 0x00, 0x00, 0x61], .utf16BigEndian) != nil)
    #expect(reason([0x81], .gbk) != nil)
    #expect(throws: InputError.self) { try source([0x61], .gbk).encoded(Array("🙂".utf8)) }
  }

  @Test func `any bytes give a text or an error`() {
    var random = RepeatableRandom(seed: 17)
    for _ in 0..<500 {
      let bytes = (0..<random.next(below: 40)).map { _ in UInt8(random.next(below: 256)) }
      for encoding in TextEncoding.allCases {
        guard let read = try? SourceText(path: "x", bytes: bytes, encoding: encoding) else { continue }
        #expect(read.text.fileSpan(of: TextSpan(0, read.text.utf8.count)).end <= bytes.count)
        #expect(String(validating: read.text.utf8, as: UTF8.self) != nil)
      }
      _ = try? SourceText(path: "x", bytes: bytes)
    }
  }
}
