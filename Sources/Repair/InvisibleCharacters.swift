import TextCore

/// Characters that nobody sees and that part words for every search: zero-width spaces, stray controls, soft hyphens.
///
/// Between letters of scripts that need them (Thai, Persian, emoji sequences and the like) they stay.
struct InvisibleCharacters: DamageMechanism {
  var signs: DamageSigns { .invisible }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    var edits: [RepairEdit] = []
    var index = 0
    while index < text.count {
      guard Self.isInvisible(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while Self.isInvisible(text[index]) { index += 1 }
      guard Self.isPlain(text[start - 1]) && Self.isPlain(text[index]) else { continue }
      let names = text.values[start..<index].map(Self.name).joined(separator: " ")
      edits.append(
        RepairEdit(
          span: text.span(start..<index), replacement: "", kind: .controlCharacter, confidence: 0.95,
          reason: "\(names) does nothing here and breaks up the text"))
    }
    return edits
  }

  private static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F: true
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }

  /// Whether a neighbour belongs to scripts in which no invisible character has work to do.
  ///
  /// ASCII, Latin, Han and the marks that go with it. The ends of the text do too.
  private static func isPlain(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x300, 0x1E00...0x1EFF, 0x2010...0x2027, 0x3000...0x303F, 0xFF00...0xFFEF: true
    default: scalar.isHan
    }
  }

  private static func name(of scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
