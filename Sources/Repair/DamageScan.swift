import TextCore

extension DamageSigns {
  /// The signs in valid UTF-8.
  ///
  /// Costs one look at each byte.
  init(in utf8: [UInt8]) {
    var scan = DamageScan()
    utf8.withUnsafeBufferPointer { scan.read($0) }
    self = scan.signs
  }
}

/// Looks once at each byte of a text, for signs of damage.
private struct DamageScan {
  var signs: DamageSigns = []
  /// Goes up with rare Han characters and down with common ones.
  private var rareness = 0
  /// Which scripts the characters so far belong to: 1 for Traditional, 2 for Simplified.
  private var scripts: UInt8 = 0
  private var hasHan = false
  private let table = HanScript.table

  /// The bytes below 80 that are worth a look.
  private static let isNotable: [Bool] = (0..<128).map { byte in
    let isControl = byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x0C || byte == 0x7F
    return isControl || "(?&</-".utf8.contains(UInt8(byte))
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    Self.isNotable.withUnsafeBufferPointer { isNotable in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if isNotable[Int(byte)] { readASCII(byte, at: index, in: bytes) }
          index += 1
        } else {
          index += readScalar(at: index, in: bytes)
        }
      }
    }
    if scripts == 3 { signs.insert(.script) }
    // Behind a question mark in English stand quotation marks of many bytes, too.
    if !hasHan { signs.remove(.questionMark) }
  }

  @inline(never)
  private mutating func readASCII(_ byte: UInt8, at index: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let before = index > 0 ? bytes[index - 1] : 0x20
    let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    switch byte {
    case UInt8(ascii: "("):
      if before >= 0x40, isLetter(after) || after >= 0x80, closes(after: index, in: bytes) { signs.insert(.annotation) }
    case UInt8(ascii: "?"):
      if before >= 0x80 || after >= 0x80 || after == UInt8(ascii: "!") || after == UInt8(ascii: "/") {
        signs.insert(.questionMark)
      }
    case UInt8(ascii: "&"):
      if isLetter(after) || after == UInt8(ascii: "#") { signs.insert(.ampersand) }
    case UInt8(ascii: "<"):
      if after == 0x20 { signs.insert(.tag) }
    case UInt8(ascii: "/"):
      if isLetter(after), before != UInt8(ascii: "<") { readClosingTag(at: index, in: bytes) }
    case UInt8(ascii: "-"):
      if after == 0x20, isLetter(before), index + 2 < bytes.count, isLetter(bytes[index + 2]) { signs.insert(.hyphen) }
    default: signs.insert(.invisible)
    }
  }

  private mutating func readClosingTag(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var end = index + 1
    while end < bytes.count, end < index + 12, isLetter(bytes[end]) { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: ">") { signs.insert(.tag) }
  }

  /// Whether `)` follows within the length of a syllable.
  private func closes(after index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for end in (index + 2)..<(index + 12) where end < bytes.count && bytes[end] == UInt8(ascii: ")") { return true }
    return false
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  private mutating func readScalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
    if scalar >= 0x4E00 && scalar <= 0x9FFF {
      scripts |= table[scalar]
      hasHan = true
      if CommonCharacters.contains(scalar) {
        rareness = max(rareness &- 1, 0)
        if scalar == 0x70EB || scalar == 0x5C6F { readRepeated(scalar, at: index + length, in: bytes) }  // 烫 and 屯
      } else {
        rareness = min(rareness &+ 2, 8)
        if rareness >= 4 || Self.isTypicalOfMisreadUTF8(scalar) { signs.insert(.rareHan) }
        if scalar == 0x951F { signs.insert(.replacement) }  // 锟
      }
    } else {
      readOther(scalar, endingAt: index + length, in: bytes)
    }
    return length
  }

  @inline(never)
  private mutating func readRepeated(_ scalar: UInt32, at next: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    if next < bytes.count, UTF8Scan.scalar(in: bytes, at: next).value == scalar { signs.insert(.replacement) }
  }

  /// Whether a character that stands for a byte above 7F follows: with the one before it two bytes of misread text.
  private func follows(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < bytes.count, bytes[index] >= 0xC2, bytes[index] <= 0xE2 else { return false }
    return Windows1252.byte(of: UTF8Scan.scalar(in: bytes, at: index).value) != nil
  }

  /// 锛 and 銆 begin misread full-width marks, 鈥 quotation marks, 鐨 the character 的.
  private static func isTypicalOfMisreadUTF8(_ scalar: UInt32) -> Bool {
    scalar == 0x951B || scalar == 0x9286 || scalar == 0x9225 || scalar == 0x9428
  }

  private mutating func readOther(_ scalar: UInt32, endingAt end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    switch scalar {
    case 0x80..<0xA0: signs.formUnion([.invisible, .latinRun])
    case 0xA0...0x17F:
      if scalar == 0xAD { signs.insert(.invisible) }
      if scalar >= 0xC2 || scalar <= 0xBF, follows(at: end, in: bytes) { signs.insert(.latinRun) }
    case 0x21B5, 0x2190...0x2194, 0xFB00...0xFB06: signs.insert(.ligature)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: signs.insert(.invisible)
    case 0xE000...0xF8FF: signs.formUnion([.invisible, .questionMark])
    case 0xFFFD: signs.insert(.replacement)
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: signs.insert(.width)
    default: break
    }
  }
}
