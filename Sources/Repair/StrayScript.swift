import TextCore

/// Characters of the other script: a Traditional one in Simplified text, or the reverse.
///
/// Names and quotations have them rightly, so they are reported, and changed only when asked. A Simplified character that
/// stands for several Traditional ones (发: 發 or 髮) is reported without a proposal.
struct StrayScript: DamageMechanism {
  var signs: DamageSigns { .script }

  func edits(in text: ScalarText, context: inout RepairContext) -> [RepairEdit] {
    var traditional = 0
    var simplified = 0
    for scalar in text.values where scalar.isHan {
      if ScriptTable.isTraditional(scalar) { traditional += 1 }
      if ScriptTable.isSimplified(scalar) { simplified += 1 }
    }
    let strays = min(traditional, simplified)
    guard strays > 0, strays * Self.leastRatio <= max(traditional, simplified) else { return [] }
    let isTraditionalText = traditional > simplified
    var edits: [RepairEdit] = []
    for index in text.values.indices {
      let scalar = text.values[index]
      guard isTraditionalText ? ScriptTable.isSimplified(scalar) : ScriptTable.isTraditional(scalar) else { continue }
      edits.append(Self.edit(at: index, in: text, isTraditionalText))
    }
    return edits
  }

  /// The text must have so many characters of its own script for each stray one.
  private static let leastRatio = 8

  private static func edit(at index: Int, in text: ScalarText, _ isTraditionalText: Bool) -> RepairEdit {
    let scalar = text.values[index]
    let other = isTraditionalText ? ScriptTable.traditional(scalar) : Folding.simplified(scalar)
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

/// Which Han characters only one of the two scripts has.
enum ScriptTable {
  /// Whether Simplified text does not have the character.
  static func isTraditional(_ scalar: UInt32) -> Bool {
    scalar >= 0x4E00 && scalar <= 0x9FFF && Folding.simplified(scalar) != scalar && !shared.contains(scalar)
  }

  /// Whether Traditional text does not have the character.
  static func isSimplified(_ scalar: UInt32) -> Bool {
    scalar >= 0x4E00 && scalar <= 0x9FFF && CharacterModel.isSimplifiedOnly(scalar)
  }

  /// The Traditional form of a Simplified character, if it has one alone.
  static func traditional(_ scalar: UInt32) -> UInt32? { forms[scalar].flatMap { $0 == 0 ? nil : $0 } }

  /// Zero where there are several.
  private static let forms: [UInt32: UInt32] = {
    var result: [UInt32: UInt32] = [:]
    for scalar in UInt32(0x4E00)...0x9FFF where DoubleByteTable.big5.code(of: scalar) != nil {
      let simplified = Folding.simplified(scalar)
      if simplified != scalar { result[simplified] = result[simplified] == nil ? scalar : 0 }
    }
    return result
  }()

  /// Characters that Simplified text has too, though a search treats them like another.
  private static let shared: Set<UInt32> = Set(
    "乾著瞭藉於麼像夥囉徵覆鍾甯昇摺祇鉅谘讎".unicodeScalars.map(\.value))
}
