/// Latin letters without their marks.
enum LatinLetters {
  /// The bytes of UTF-8 in lower case, letters of Latin-1 and Latin Extended-A without their marks: `Ürümqi` gives
  /// `urumqi`.
  ///
  /// What is no such letter stays.
  static func plain(_ utf8: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    for byte in utf8 {
      guard byte & 0xC0 == 0x80, let lead = result.last, lead >= 0xC3, lead <= 0xC5 else {
        result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        continue
      }
      let letter = table[Int(lead - 0xC3) << 6 | Int(byte & 0x3F)]
      if letter == 0x2E {
        result.append(byte)
      } else {
        result[result.count - 1] = letter
      }
    }
    return result
  }

  /// The plain letters of U+00C0 to U+017F; a point where there is none.
  private static let table = Array(
    ("aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll"
      + "lllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.").utf8)
}
