import TextCore

/// GBK or Big5 read as Latin-1 or Windows-1252: `ÖÐÎÄ`, `¤¤¤å` for `中文`.
///
/// The bytes are read again in both encodings; the reading made of common characters is the right one. No European
/// language has that many letters outside ASCII in a row, and none that spell common Chinese.
struct ChineseAsLatin: DamageMechanism {
  var signs: DamageSigns { .latinRun }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    let strong = edits(in: text, like: nil)
    guard let kind = Self.mainKind(of: strong) else { return strong }
    return edits(in: text, like: kind)
  }

  /// The kind of damage that the text is full of, if it is: then stretches too short to tell by themselves are part of
  /// it.
  private static func mainKind(of edits: [RepairEdit]) -> RepairEdit.Kind? {
    var big5 = 0
    var all = 0
    for edit in edits {
      let length = edit.replacement.unicodeScalars.count
      all += length
      if edit.kind == .big5AsLatin1 { big5 += length }
    }
    if all < 6 || big5 * 10 > all && big5 * 10 < all * 9 { return nil }
    return big5 * 2 > all ? .big5AsLatin1 : .gbkAsLatin1
  }

  private func edits(in text: ScalarText, like kind: RepairEdit.Kind?) -> [RepairEdit] {
    var edits: [RepairEdit] = []
    var index = 0
    while index < text.count {
      guard text.values[index] >= 0x80, let reading = reading(at: index, in: text, like: kind) else {
        index += 1
        continue
      }
      let before = text.string(index..<reading.end)
      let after = String(scalars: reading.scalars)
      edits.append(
        RepairEdit(
          span: text.span(index..<reading.end), replacement: after, kind: reading.kind, confidence: 0.96,
          reason: "\(reading.name) read as Latin-1: “\(before)” was “\(after)”"))
      index = reading.end
    }
    return edits
  }

  /// What follows is another stretch; so a run that makes no sense is not read again and again.
  private static let longestRun = 600

  private struct Reading {
    var end: Int
    var scalars: [UInt32]
    let kind: RepairEdit.Kind
    let name: String
    /// The share of common characters, and how common they are.
    var commonShare = 0.0
    var meanRank = 0.0
  }

  private func reading(at index: Int, in text: ScalarText, like kind: RepairEdit.Kind?) -> Reading? {
    let gbk = Reading(end: index, scalars: [], kind: .gbkAsLatin1, name: "GBK")
    let big5 = Reading(end: index, scalars: [], kind: .big5AsLatin1, name: "Big5")
    let readings = [
      kind == .big5AsLatin1 ? nil : read(at: index, in: text, with: .gbk, gbk, isExpected: kind != nil),
      kind == .gbkAsLatin1 ? nil : read(at: index, in: text, with: .big5, big5, isExpected: kind != nil),
    ]
    return readings.compactMap { $0 }.max { ($0.commonShare, -$0.meanRank) < ($1.commonShare, -$1.meanRank) }
  }

  private func read(
    at start: Int, in text: ScalarText, with table: DoubleByteTable, _ empty: Reading, isExpected: Bool
  ) -> Reading? {
    var reading = empty
    var han = 0
    var common = 0
    var ranks = 0
    var high = 0
    var index = start
    while index + 1 < text.count, index - start < Self.longestRun, text[index] >= 0x80,
      let lead = Windows1252.byte(of: text[index]),
      let trail = Windows1252.byte(of: text[index + 1]), trail >= 0x40,
      let scalar = table.scalar(lead: lead, trail: trail)
    {
      reading.scalars.append(scalar)
      high += trail >= 0x80 ? 2 : 1
      if scalar.isHan {
        han += 1
        if let rank = CommonCharacters.rank(of: scalar) {
          common += 1
          ranks += rank
        }
      } else if !Self.isMark(scalar) {
        return nil
      }
      index += 2
    }
    // In a text that is full of it, a single common character or mark is part of it.
    let isShort =
      isExpected && common == han && !reading.scalars.isEmpty
      && !reading.scalars.contains { (0xFE50...0xFE6B).contains($0) }  // small forms, which texts hardly have
    guard isShort || han >= 2 && high >= 3 && (common * 4 >= han * 3 || isExpected && common * 2 >= han) else {
      return nil
    }
    if !isExpected, Mojibake.isMisreadUTF8(text, start..<index) { return nil }
    reading.end = index
    reading.commonShare = Double(common) / Double(max(han, 1))
    reading.meanRank = Double(ranks) / Double(max(common, 1))
    return reading
  }

  /// Whether the scalar is punctuation, a full-width letter or digit, or a symbol that Chinese text uses.
  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB7, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x203B, 0x2103...0x2122, 0x2160...0x217B, 0x2190...0x2199: true
    case 0x2460...0x249B, 0x25A0...0x2606, 0x3000...0x3017, 0xFE30...0xFE6B, 0xFF01...0xFFE5: true
    default: false
    }
  }
}
