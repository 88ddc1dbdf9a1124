import TextCore

/// Latin letters and digits as wide as Chinese characters: `２０２４年`, `ＡＩ`.
///
/// Some write so on purpose; so the narrow form is only proposed.
struct FullWidth: DamageMechanism {
  var signs: DamageSigns { .width }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    var edits: [RepairEdit] = []
    var index = 0
    while index < text.count {
      guard Self.isWide(text.values[index]) else {
        index += 1
        continue
      }
      let start = index
      while Self.isWide(text[index]) || Self.joins(text[index]) && Self.isWide(text[index + 1]) { index += 1 }
      let narrow = String(scalars: text.values[start..<index].map { $0 - 0xFEE0 })
      edits.append(
        RepairEdit(
          span: text.span(start..<index), replacement: narrow, kind: .fullWidth, isSafe: false, confidence: 0.6,
          reason: "full-width letters and digits: “\(narrow)” is their usual form"))
    }
    return edits
  }

  private static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// The full-width point and percent sign inside figures.
  private static func joins(_ scalar: UInt32) -> Bool { scalar == 0xFF0E || scalar == 0xFF05 }
}
