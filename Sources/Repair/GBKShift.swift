import TextCore

/// GBK bytes that were read one byte off: `?!闭憬` for `。”浙江`.
///
/// A byte was torn from its pair, by an annotation inserted between the bytes of two characters or by a replaced mark;
/// from there on every character is made of the second byte of one and the first of the next, until a byte pair that is
/// no character swallows an ASCII byte (`?`) or a second byte happens to be ASCII. The bytes in between are all there:
/// they are read again, and what the decoder lost (each `?`) is filled in by what the text makes likely.
struct GBKShift: DamageMechanism {
  var signs: DamageSigns { .questionMark }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    var search: ShiftSearch?
    var edits: [RepairEdit] = []
    // The marks before `read` are in `marks`.
    var (marks, read) = (OpenMarks(), 0)
    var index = 0
    while index < text.count {
      guard text.values[index] == 0x3F, Self.mayBegin(at: index, in: text) else {
        index += 1
        continue
      }
      for scalar in text.values[read..<index] { marks.read(scalar) }
      read = index
      if search == nil {
        search = ShiftSearch(text: text, model: Self.model(of: text, context), context: context)
      }
      guard let found = search?.reading(from: index, within: marks), !text.isLost(near: found.range) else {
        index += 1
        continue
      }
      edits.append(edit(for: found, in: text))
      for scalar in found.scalars { marks.read(scalar) }
      index = found.range.upperBound
      read = index
    }
    return (edits + Self.lostMarks(in: text, beside: edits)).sorted { $0.span < $1.span }
  }

  /// Where `??` is left of a mark and of the character behind it: `影響??月` for `影響，2月`.
  ///
  /// On a page without a shifted stretch the figure must have left a trace.
  private static func lostMarks(in text: ScalarText, beside edits: [RepairEdit]) -> [RepairEdit] {
    var result: [RepairEdit] = []
    var next = 0
    for index in text.values.indices where text.values[index] == 0x3F && text[index + 1] == 0x3F {
      let before = text[index - 1]
      let after = text[index + 2]
      guard before.isHan, after.isHan || after.isASCIIDigit else { continue }
      if edits.isEmpty, CharacterModel.endsQuestion(before) || !CharacterModel.followsFigures(after) { continue }
      let span = text.span(index..<index + 2)
      while next < edits.count, edits[next].span.end <= span.start { next += 1 }
      if next < edits.count, edits[next].span.start < span.end { continue }
      result.append(
        RepairEdit(
          span: span, replacement: "", kind: .gbkShift, isRecoverable: false, isSafe: false, confidence: 0.7,
          reason: "“??” is left of a mark and of the character behind it, a digit perhaps; both are lost"))
    }
    return result
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
        if at == index + 2 && isPairOfMarks(text[at - 1]) || text[at + 1] == 0x2F
          || PinyinAnnotation.continues(at: at + 1, in: text)
        {
          return true
        }
        if at > index + 2 { return false }  // nearer, it may be two bytes of the stretch
      }
      if scalar == 0x20AC { return at > index + 1 }
      if scalar < 0x80, GBKCode.fullWidthCode(of: scalar) == nil { return scalar.isASCIILetter && at > index + 1 }
      if isOdd(scalar) { return true }
      at += 1
    }
    return false
  }

  /// Whether the character, between two `?`, holds the second byte of one mark and the first of the next: `！` for `。”`.
  private static func isPairOfMarks(_ scalar: UInt32) -> Bool {
    guard let code = GBKCode.code(of: scalar) ?? GBKCode.fullWidthCode(of: scalar) else { return false }
    return (code & 0xFF == 0xA1 || code & 0xFF == 0xA3)
      && (marks.contains(0xA100 | code >> 8) || marks.contains(0xA300 | code >> 8))
  }

  private static let marks = Set("。，、！？：；…”）》」』".unicodeScalars.compactMap { GBKCode.code(of: $0.value) })

  /// Whether the character is none of those that Chinese text is made of.
  private static func isOdd(_ scalar: UInt32) -> Bool {
    if scalar.isHan { return !CommonCharacters.contains(scalar) }
    switch scalar {
    case 0..<0x80, 0xB7, 0x2010...0x2027, 0x3000...0x3011, 0xFF01...0xFF5E: return false
    default: return true
    }
  }

  /// What the text teaches; what stands behind a `?` may be shifted, and teaches nothing.
  private static func model(of text: ScalarText, _ context: RepairContext) -> CharacterModel {
    var doubtfulUntil = -1
    return CharacterModel(text, pairs: context.pairs) { index in
      let scalar = text.values[index]
      if scalar == 0x3F || (0xE000...0xF8FF).contains(scalar) { doubtfulUntil = index + 12 }
      return index > doubtfulUntil
    }
  }
}
