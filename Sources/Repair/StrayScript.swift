import TextCore

/// Characters of the other script: a Traditional one in Simplified text, or the reverse.
///
/// Names and quotations have them rightly, so they are reported, and changed only when asked. A Simplified character that
/// stands for several Traditional ones (发: 發 or 髮) is reported without a proposal.
struct StrayScript: DamageMechanism {
  var signs: DamageSigns { .script }
  var onlyReports: Bool { true }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    let table = HanScript.table
    var traditional = 0
    var simplified = 0
    for scalar in text.values where scalar >= 0x3400 {
      if table.isTraditionalOnly(scalar) { traditional += 1 }
      if table.isSimplifiedOnly(scalar) { simplified += 1 }
    }
    let strays = min(traditional, simplified)
    guard strays > 0, strays * Self.leastRatio <= max(traditional, simplified) else { return [] }
    let isTraditionalText = traditional > simplified
    var edits: [RepairEdit] = []
    for index in text.values.indices {
      let scalar = text.values[index]
      guard isTraditionalText ? table.isSimplifiedOnly(scalar) : table.isTraditionalOnly(scalar) else {
        continue
      }
      edits.append(Self.edit(at: index, in: text, isTraditionalText))
    }
    return edits
  }

  /// The text must have so many characters of its own script for each stray one.
  private static let leastRatio = 8

  private static func edit(at index: Int, in text: ScalarText, _ isTraditionalText: Bool) -> RepairEdit {
    let scalar = text.values[index]
    let other = isTraditionalText ? HanScript.traditionalForm(of: scalar) : Folding.simplified(scalar)
    let replacement = other.map { String(scalars: [$0]) }
    let character = String(scalars: [scalar])
    let scripts = isTraditionalText ? "a Simplified character in Traditional" : "a Traditional character in Simplified"
    return RepairEdit(
      span: text.span(index..<(index + 1)), replacement: replacement ?? "", kind: .strayScript,
      isRecoverable: replacement != nil, isSafe: false, confidence: 0.5,
      reason: "「\(character)」 is \(scripts) text"
        + (replacement.map { "; the text would have 「\($0)」" } ?? "; it stands for several"))
  }
}
