import TextCore

/// GBK bytes that were read one byte off: `?!闭憬` for `。”浙江`.
///
/// A byte was torn from its pair, by an annotation inserted between the bytes of two characters or by a replaced mark;
/// from there on every character is made of the second byte of one and the first of the next, until a byte pair that is
/// no character swallows an ASCII byte (`?`) or a second byte happens to be ASCII. The bytes in between are all there:
/// they are read again, and what the decoder lost (each `?`) is filled in by what the text makes likely.
struct GBKShift: DamageMechanism {
  var signs: DamageSigns { .questionMark }

  func edits(in text: ScalarText, context: inout RepairContext) -> [RepairEdit] {
    guard let first = (0..<text.count).first(where: { Self.maySignal($0, in: text) }) else { return [] }
    let model = CharacterModel(text) { Self.isTrusted($0, in: text) }
    var search = ShiftSearch(text: text, model: model, context: context)
    var edits: [RepairEdit] = []
    var index = first
    while index < text.count {
      guard Self.maySignal(index, in: text), let found = search.reading(from: index) else {
        index += 1
        continue
      }
      edits.append(edit(for: found, in: text))
      index = found.range.upperBound
    }
    return edits
  }

  private func edit(for reading: ShiftReading, in text: ScalarText) -> RepairEdit {
    let before = text.string(reading.range)
    let after = String(scalars: reading.scalars)
    return RepairEdit(
      span: text.span(reading.range), replacement: after, kind: .gbkShift, isSafe: reading.isClear,
      confidence: reading.isClear ? min(0.97, 0.7 + reading.gain / 100) : 0.4,
      reason: "GBK bytes read one byte off: “\(before)” was “\(after)”"
        + (reading.isClear ? "" : ", or another character where a byte is lost"))
  }

  /// Whether a `?` stands where a shift may begin: beside Chinese, a mark or an inserted reading.
  private static func maySignal(_ index: Int, in text: ScalarText) -> Bool {
    guard text[index] == 0x3F else { return false }
    let next = text[index + 1]
    return next >= 0x80 || next == 0x21 || PinyinAnnotation.closingParenthesis(after: index + 1, in: text) != nil
  }

  /// Text behind a `?` may be shifted, and teaches nothing.
  private static func isTrusted(_ index: Int, in text: ScalarText) -> Bool {
    for at in max(0, index - 12)...index where text[at] == 0x3F || (0xE000...0xF8FF).contains(text[at]) {
      return false
    }
    return true
  }
}
