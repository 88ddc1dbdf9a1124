import TextCore

/// Characters that stand where bytes were lost for good.
///
/// U+FFFD, `锟斤拷` (U+FFFD read as GBK), `ï¿½` (read as Latin-1), `烫烫烫` (memory never written). They are reported; only
/// an apostrophe can be guessed: `it�s`.
struct LostCharacters: DamageMechanism {
  var signs: DamageSigns { [.replacement, .latinRun, .rareHan] }
  var onlyReports: Bool { true }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    var edits: [RepairEdit] = []
    var index = 0
    while index < text.count {
      guard Self.mayBegin(text.values[index]), let found = lost(at: index, in: text) else {
        index += 1
        continue
      }
      edits.append(edit(index..<found.end, because: found.reason, in: text))
      index = found.end
    }
    return edits
  }

  /// Whether the character is one that traces of lost characters begin with.
  @inline(__always)
  private static func mayBegin(_ scalar: UInt32) -> Bool {
    scalar == 0xFFFD || scalar == 0xEF || scalar == 0x951F || scalar == 0x70EB || scalar == 0x5C6F
  }

  private func edit(_ range: Range<Int>, because reason: String, in text: ScalarText) -> RepairEdit {
    if isApostrophe(range, in: text) {
      return RepairEdit(
        span: text.span(range), replacement: "'", kind: .replacementCharacter, isSafe: false, confidence: 0.7,
        reason: reason + "; between these letters it was most likely an apostrophe")
    }
    return RepairEdit(
      span: text.span(range), replacement: "", kind: .replacementCharacter, isRecoverable: false, isSafe: false,
      confidence: 0.95, reason: reason)
  }

  private func lost(at index: Int, in text: ScalarText) -> (end: Int, reason: String)? {
    switch text[index] {
    case 0xFFFD:
      var end = index
      while text[end] == 0xFFFD { end += 1 }
      return (end, "U+FFFD stands for bytes that were lost when the text was decoded")
    case 0xEF where text[index + 1] == 0xBF && text[index + 2] == 0xBD:
      var end = index
      while text[end] == 0xEF && text[end + 1] == 0xBF && text[end + 2] == 0xBD { end += 3 }
      return (end, "“ï¿½” is U+FFFD read as Latin-1: the character was lost before")
    case 0x951F:  // 锟
      return unreadable(at: index, in: text)
    case 0x70EB where isUninitialised(0x70EB, at: index, in: text),  // 烫
      0x5C6F where isUninitialised(0x5C6F, at: index, in: text):  // 屯
      var end = index
      while text[end] == text[index] { end += 1 }
      return (end, "memory that was never written, read as GBK")
    default: return nil
    }
  }

  /// `锟斤拷` and what goes on from it: U+FFFD as UTF-8 (EF BF BD), read as GBK.
  private func unreadable(at index: Int, in text: ScalarText) -> (end: Int, reason: String)? {
    guard text[index + 1] >= 0x80, text[index + 2] == 0x62F7 || text[index + 1] == 0x65A4 else { return nil }
    var end = index
    while text[end].isHan, !(CommonCharacters.contains(text[end]) && !Self.isFragment(text[end])) { end += 1 }
    return (end, "“锟斤拷” is U+FFFD read as GBK: the characters were lost before")
  }

  /// 斤 and 拷 of 锟斤拷, and the characters that BF, BD or EF make with a byte that survived.
  private static func isFragment(_ scalar: UInt32) -> Bool {
    guard let code = DoubleByteTable.gbk.code(of: scalar) else { return false }
    let lead = code >> 8
    let trail = code & 0xFF
    return [0xBF, 0xBD, 0xEF].contains(lead) || [0xBF, 0xBD, 0xEF].contains(trail)
  }

  /// Four or more in a row: fewer are words of songs and of children.
  private func isUninitialised(_ scalar: UInt32, at index: Int, in text: ScalarText) -> Bool {
    text[index - 1] != scalar && (0..<4).allSatisfy { text[index + $0] == scalar }
  }

  /// `it�s`, `don�t`, `they�re`: letters before, and behind the ending that English has after an apostrophe.
  private func isApostrophe(_ range: Range<Int>, in text: ScalarText) -> Bool {
    guard text[range.lowerBound - 1].isASCIILetter else { return false }
    var end = range.upperBound
    while text[end].isASCIILetter && end - range.upperBound < 3 { end += 1 }
    return ["s", "t", "d", "m", "re", "ve", "ll"].contains(text.string(range.upperBound..<end).lowercased())
  }
}
