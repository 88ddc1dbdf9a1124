import TextCore

/// Characters of the private use area, which only the font they were made for can show.
///
/// Signs of the Symbol and Wingdings fonts of word processors are known: a mark that does the same is proposed. The others
/// are reported.
struct PrivateUse: DamageMechanism {
  var signs: DamageSigns { .invisible }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    var edits: [RepairEdit] = []
    var index = 0
    while index < text.count {
      guard (0xE000...0xF8FF).contains(text.values[index]) else {
        index += 1
        continue
      }
      let start = index
      let known = Self.marks[text.values[index]]
      index += 1
      while known == nil, (0xE000...0xF8FF).contains(text[index]), Self.marks[text[index]] == nil { index += 1 }
      let code = "U+" + String(text.values[start], radix: 16, uppercase: true)
      edits.append(
        RepairEdit(
          span: text.span(start..<index), replacement: known ?? "", kind: .privateUse, isRecoverable: known != nil,
          isSafe: false, confidence: known == nil ? 0.9 : 0.6,
          reason: known.map { "\(code) is “\($0)” in the Symbol and Wingdings fonts" }
            ?? "\(code) is of the private use area: without its font nobody can know what it was"))
    }
    return edits
  }

  /// Bullets, arrows and ticks of Symbol and Wingdings, as word processors write them.
  private static let marks: [UInt32: String] = [
    0xF0B7: "•", 0xF0A7: "▪", 0xF06E: "■", 0xF06C: "●", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FE: "☑", 0xF0A8: "◻", 0xF0E0: "→",
    0xF0AE: "→", 0xF0B0: "°", 0xF0B1: "±", 0xF0B4: "×", 0xF0A3: "≤", 0xF0B3: "≥",
  ]
}
