import TextCore

/// UTF-8 read as GBK: `涓枃` for `中文`, `锛屾垜浠` for `，我们`.
///
/// The characters are turned back into GBK bytes, and these read as UTF-8. `€` is byte 80. Bytes that the decoder lost
/// (`?`, and pairs of the user-defined area that it dropped) are filled in where the text makes one reading likely: what
/// is whole is read first, and tells what the rest may be.
struct UTF8AsGBK: DamageMechanism {
  var signs: DamageSigns { .rareHan }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    let openers = Self.openers
    guard
      text.values.indices.contains(where: { openers.contains(text.values[$0]) && Self.mayBegin(at: $0, in: text) })
    else { return [] }
    var model = CharacterModel(pairs: context.pairs)
    var readings = Self.readings(of: text, model, isExpected: false)
    var count = readings.reduce(0) { $0 + $1.count }
    // What was learned makes more of the text readable, which teaches again.
    for _ in 0..<Self.extraPasses where count >= 6 && !readings.allSatisfy({ !$0.filledIn }) {
      for reading in readings {
        for part in reading.parts where part.isWhole { model.learn(part.scalars ?? []) }
      }
      readings = Self.readings(of: text, model, isExpected: count >= 12)
      count = readings.reduce(0) { $0 + $1.count }
    }
    return readings.flatMap { self.edits(for: $0, in: text) }
  }

  private static let extraPasses = 1

  private static func readings(of text: ScalarText, _ model: CharacterModel, isExpected: Bool) -> [MisreadReading] {
    var search = MisreadSearch(text, model: model, isExpected: isExpected)
    var result: [MisreadReading] = []
    var index = 0
    let openers = openers
    while index < text.count {
      guard openers.contains(text.values[index]), mayBegin(at: index, in: text) else {
        index += 1
        continue
      }
      let before = result.last.flatMap { $0.range.upperBound == index ? $0.last : nil } ?? text[index - 1]
      guard let found = search.reading(from: index, after: before), !text.isLost(near: found.range) else {
        index += 1
        continue
      }
      result.append(found)
      index = found.range.upperBound
    }
    return result
  }

  private func edits(for reading: MisreadReading, in text: ScalarText) -> [RepairEdit] {
    reading.parts.map { part in
      let before = text.string(part.range)
      guard let scalars = part.scalars else {
        return RepairEdit(
          span: text.span(part.range), replacement: "", kind: .utf8AsGBK, isRecoverable: false, isSafe: false,
          confidence: 0.9, reason: "UTF-8 read as GBK; a byte of “\(before)” is lost")
      }
      let after = String(scalars: scalars)
      return RepairEdit(
        span: text.span(part.range), replacement: after, kind: .utf8AsGBK, confidence: part.isWhole ? 0.97 : 0.75,
        reason: "UTF-8 read as GBK: “\(before)” was “\(after)”"
          + (scalars.contains(0xFFFD) ? "; a character behind it, a digit perhaps, is lost" : "")
          + (part.isWhole ? "" : "; lost bytes were filled in by what is likely"))
    }
  }

  /// The characters whose GBK bytes begin like a UTF-8 sequence of three bytes that spells Chinese.
  private static let openers: HanSet = {
    var scalars: [UInt32] = []
    for lead in UInt8(0xE2)...0xEF {
      for trail in UInt8(0x80)...0xBF {
        guard let scalar = GBKCode.scalar(lead, trail) else { continue }
        if GBKCode.code(of: scalar) == UInt16(lead) << 8 | UInt16(trail) { scalars.append(scalar) }
      }
    }
    return HanSet(scalars)
  }()

  /// Whether the character behind one of ``openers``, as GBK bytes, goes on like such a sequence.
  private static func mayBegin(at index: Int, in text: ScalarText) -> Bool {
    let next = text[index + 1]
    if next == 0x20AC || next == 0x3F { return true }
    guard let following = GBKCode.code(of: next) else { return false }
    return (0x80...0xBF).contains(following >> 8) || (0xE2...0xEF).contains(following >> 8)
  }
}
