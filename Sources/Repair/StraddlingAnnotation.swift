import TextCore

/// Readings behind an ASCII letter: `，F(xiàn)razier`.
///
/// The page was annotated byte by byte: the last byte of the character before and the letter together spell, in GBK, the
/// character that the reading belongs to.
struct StraddlingAnnotation: DamageMechanism {
  var signs: DamageSigns { .annotation }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    if context.annotated.isEmpty { return [] }
    var edits: [RepairEdit] = []
    for annotation in PinyinAnnotation.all(in: text) where (0x40...0x7E).contains(annotation.base) && annotation.isToned
    {
      guard let character = character(under: annotation, in: text, context) else { continue }
      edits.append(
        RepairEdit(
          span: text.span(annotation.start..<annotation.end), replacement: "", kind: .pinyinResidue, confidence: 0.95,
          reason: "inserted reading of 「\(character)」, whose GBK bytes straddle the two characters before it"))
    }
    return edits
  }

  private func character(
    under annotation: PinyinAnnotation, in text: ScalarText, _ context: RepairContext
  ) -> String? {
    let before = text[annotation.start - 2]
    guard let code = GBKCode.code(of: before) ?? GBKCode.fullWidthCode(of: before),
      let character = GBKCode.scalar(UInt8(code & 0xFF), UInt8(annotation.base))
    else { return nil }
    let isReading: Bool
    if let known = context.annotated[character] {
      isReading = known == annotation.syllable
    } else if let readings = context.readings?(character), !readings.isEmpty {
      isReading = readings.contains(annotation.syllable)
    } else {
      isReading = CommonCharacters.contains(character)
    }
    return isReading ? String(scalars: [character]) : nil
  }
}
