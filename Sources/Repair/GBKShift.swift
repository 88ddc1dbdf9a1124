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
    var search: ShiftSearch?
    var edits: [RepairEdit] = []
    var index = 0
    while index < text.count {
      guard text.values[index] == 0x3F, Self.mayBegin(at: index, in: text) else {
        index += 1
        continue
      }
      if search == nil {
        let model = CharacterModel(text, pairs: context.pairs) { Self.isTrusted($0, in: text) }
        search = ShiftSearch(text: text, model: model, context: context)
      }
      guard let found = search?.reading(from: index), !text.isLost(near: found.range) else {
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
        + (reading.isClear ? "" : ", or another character where a byte is lost")
        + (reading.losesLast ? "; a byte of its last character is lost" : "")
        + (reading.scalars.last == 0xFFFD ? "; what stood behind it, a digit perhaps, is lost" : ""))
  }

  /// Whether a shift may begin with the `?` at `index`: an inserted reading follows, or characters that make no
  /// Chinese.
  ///
  /// Most question marks are just that, and cost no more than this look.
  private static func mayBegin(at index: Int, in text: ScalarText) -> Bool {
    if PinyinAnnotation.closingParenthesis(after: index + 1, in: text) != nil { return true }
    var at = index + 1
    while at < text.count, at - index < ShiftSearch.longestRun {
      let scalar = text.values[at]
      if scalar == 0x3F {
        return at == index + 2 && text[at - 1] == 0x21 || text[at + 1] == 0x2F
          || PinyinAnnotation.continues(at: at + 1, in: text)
      }
      if scalar == 0x20AC { return at > index + 1 }
      if scalar < 0x80, GBKCode.fullWidthCode(of: scalar) == nil { return false }
      if isOdd(scalar) { return true }
      at += 1
    }
    return false
  }

  /// Whether the character is none of those that Chinese text is made of.
  private static func isOdd(_ scalar: UInt32) -> Bool {
    if scalar.isHan { return !CommonCharacters.contains(scalar) }
    switch scalar {
    case 0..<0x80, 0xB7, 0x2010...0x2027, 0x3000...0x3011, 0xFF01...0xFF5E: return false
    default: return true
    }
  }

  /// Text behind a `?` may be shifted, and teaches nothing.
  private static func isTrusted(_ index: Int, in text: ScalarText) -> Bool {
    for at in max(0, index - 12)...index where text[at] == 0x3F || (0xE000...0xF8FF).contains(text[at]) {
      return false
    }
    return true
  }
}
