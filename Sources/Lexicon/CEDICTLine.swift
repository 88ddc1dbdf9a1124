/// One entry of CC-CEDICT: `淘寶 淘宝 [Tao2 bao3] /Taobao Marketplace, a Chinese website/`.
public struct CEDICTLine: Hashable, Sendable {
  public let traditional: String
  public let simplified: String
  /// Syllables with tone numbers: `Tao2 bao3`.
  public let pinyin: String
  /// The English senses, in their order.
  public let senses: [String]

  public init(traditional: String, simplified: String, pinyin: String, senses: [String]) {
    self.traditional = traditional
    self.simplified = simplified
    self.pinyin = pinyin
    self.senses = senses
  }

  /// Whether the reading begins with a capital, as those of names do.
  public var isName: Bool { pinyin.utf8.first.map { $0 &- 0x41 < 26 } ?? false }

  /// Reads one line without its line end; the number is for the error.
  public init(line: ArraySlice<UInt8>, number: Int) throws(LexiconError) {
    guard let space = line.firstIndex(of: 0x20), space > line.startIndex,
      let second = line[(space + 1)...].firstIndex(of: 0x20), second > space + 1
    else { throw .malformedLine(number, .missingHeadwords) }
    let rest = line[(second + 1)...]
    guard let open = rest.firstIndex(of: 0x5B), let close = rest[open...].firstIndex(of: 0x5D) else {
      throw .malformedLine(number, .missingPinyin)
    }
    guard let first = rest[close...].firstIndex(of: 0x2F), let last = rest.lastIndex(of: 0x2F), last > first else {
      throw .malformedLine(number, .missingSenses)
    }
    traditional = String(decoding: line[..<space], as: UTF8.self)
    simplified = String(decoding: line[(space + 1)..<second], as: UTF8.self)
    pinyin = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
    senses = rest[(first + 1)..<last].split(separator: 0x2F).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// A file of CC-CEDICT: its entries and what its head says about it.
public struct CEDICTFile: Hashable, Sendable {
  public var entries: [CEDICTLine]
  /// The lines `#! name=value` of the head: `date`, `license`, `entries`, `publisher` and others.
  public var header: [String: String]

  /// The day of the release, `2025-10-02T08:06:08Z`, where the file tells it.
  public var date: String? { header["date"] }
  /// The address of the licence, where the file tells it.
  public var license: String? { header["license"] }
  /// How many entries the file says it has.
  public var declaredEntryCount: Int? { header["entries"].flatMap { Int($0) } }

  /// Reads a whole file.
  ///
  /// Costs one pass.
  public init(_ text: [UInt8]) throws(LexiconError) {
    entries = []
    header = [:]
    var lines = SourceLines(text)
    while let line = lines.next() {
      if line.isEmpty { continue }
      if line.first == 0x23 {
        if line.starts(with: [0x23, 0x21]), let equals = line.firstIndex(of: 0x3D) {
          let name = line[(line.startIndex + 2)..<equals].filter { $0 != 0x20 }
          header[String(decoding: name, as: UTF8.self)] = String(decoding: line[(equals + 1)...], as: UTF8.self)
        }
        continue
      }
      entries.append(try CEDICTLine(line: line, number: lines.number))
    }
    if entries.isEmpty { throw .noEntries }
  }
}
