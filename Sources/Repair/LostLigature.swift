import TextCore

/// Ligatures (ff, fi, fl, ffi, ffl) that a text lost on its way out of a PDF: `e cient`, `signi cant`, `di↵erent`, `ﬁle`.
///
/// A ligature became a space, another character or one of its own. It is put back where exactly one makes a word and the
/// parts are none.
struct LostLigature: DamageMechanism {
  var signs: DamageSigns { [.words, .ligature, .invisible] }

  func edits(in text: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    var edits = context.signs.isDisjoint(with: [.ligature, .invisible]) ? [] : replaced(in: text.scalars, context)
    if let words = context.words {
      let survey = context.survey(of: text.utf8)
      let torn = Self.torn(survey, in: text.utf8, words)
      let vanished = VanishedLigature(text.utf8, words).edits(for: survey.clipped, outside: torn)
      let lost = torn + vanished
      let isFull = Set(lost.map(\.replacement)).count >= 3  // a text that lost several lost these too
      edits += isFull ? lost.map(Self.safe) + VanishedLigature(text.utf8, words).hiddenEdits(outside: lost) : lost
    }
    return edits.sorted { $0.span < $1.span }
  }

  private static func safe(_ edit: RepairEdit) -> RepairEdit {
    var edit = edit
    edit.isSafe = edit.isSafe || edit.confidence >= 0.6
    return edit
  }

  static let ligatures = ["ff", "fi", "fl", "ffi", "ffl"].map { Array($0.utf8) }

  // MARK: A space in the place of the ligature

  /// Whether two neighbours look like the parts of one word: one of them is no word, and a ligature joins them.
  static func mayBeTorn(
    _ first: WordScan.Word, _ second: WordScan.Word, in bytes: UnsafeBufferPointer<UInt8>, _ words: WordTable
  ) -> Bool {
    guard second.range.lowerBound == first.range.upperBound + 1, bytes[first.range.upperBound] == 0x20,
      second.count >= 2 || first.count >= 3, first.count + second.count >= 4, second.isFree,
      first.isFree || first.count == 1, first.count + second.count <= WordScan.longestWord,
      bytes[second.range].allSatisfy({ $0 >= 0x61 }), bytes[first.range].dropFirst().allSatisfy({ $0 >= 0x61 })
    else { return false }
    let head = UnsafeBufferPointer(rebasing: bytes[first.range])
    let tail = UnsafeBufferPointer(rebasing: bytes[second.range])
    return ligatures.contains { ligature in ligature.withUnsafeBufferPointer { words.contains(head, $0, tail) } }
  }

  /// Whether the letters are a word.
  ///
  /// Of single letters only the two that English has; lists have all of them.
  static func isWhole(_ word: WordScan.Word, in bytes: UnsafeBufferPointer<UInt8>, _ words: WordTable) -> Bool {
    if word.count == 1 { return [0x61, 0x41, 0x49].contains(bytes[word.range.lowerBound]) }
    return words.test(UnsafeBufferPointer(rebasing: bytes[word.range]))
  }

  private static func isWhole(_ word: WordScan.Word, in utf8: [UInt8], _ words: WordTable) -> Bool {
    utf8.withUnsafeBufferPointer { isWhole(word, in: $0, words) }
  }

  private static func torn(_ survey: WordSurvey, in utf8: [UInt8], _ words: WordTable) -> [RepairEdit] {
    var edits: [RepairEdit] = []
    for (first, word) in survey.torn {
      guard first.range.lowerBound >= edits.last?.span.end ?? 0, let whole = whole(first, word, in: utf8, words)
      else { continue }
      let span = TextSpan(first.range.lowerBound, word.range.upperBound)
      let isSure = !isWhole(first, in: utf8, words) && !isWhole(word, in: utf8, words)
      edits.append(
        RepairEdit(
          span: span, replacement: whole, kind: .lostLigature, isSafe: isSure, confidence: isSure ? 0.92 : 0.7,
          reason: "a ligature was lost: “\(String(decoding: utf8[span.range], as: UTF8.self))” may be “\(whole)”"))
    }
    return edits
  }

  /// The only word that a ligature makes of the two parts, or nil.
  ///
  /// Of ff and ffi, as in “effective”, one is none.
  private static func whole(
    _ first: WordScan.Word, _ second: WordScan.Word, in utf8: [UInt8], _ words: WordTable
  ) -> String? {
    let found = ligatures.map { utf8[first.range] + $0 + utf8[second.range] }.filter { words.contains($0) }
    return found.count == 1 ? String(decoding: found[0], as: UTF8.self) : nil
  }

  // MARK: Another character in its place

  private func replaced(in text: ScalarText, _ context: RepairContext) -> [RepairEdit] {
    var edits: [RepairEdit] = []
    for index in 0..<text.count where text.values[index] < 0x20 || text.values[index] > 0x2000 {
      let scalar = text.values[index]
      guard let ligature = Self.compatibility(scalar) ?? Self.guessed(scalar, at: index, in: text, context) else {
        continue
      }
      edits.append(
        RepairEdit(
          span: text.span(index..<(index + 1)), replacement: ligature, kind: .lostLigature, confidence: 0.95,
          reason: "“\(text.string(index..<(index + 1)))” stands for the ligature of “\(ligature)”"))
    }
    return edits
  }

  /// The letters of a ligature character.
  private static func compatibility(_ scalar: UInt32) -> String? {
    guard (0xFB00...0xFB06).contains(scalar) else { return nil }
    return ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(scalar - 0xFB00)]
  }

  /// The ligature that makes a word of the letters around an arrow or a control character, if exactly one does.
  private static func guessed(_ scalar: UInt32, at index: Int, in text: ScalarText, _ context: RepairContext) -> String?
  {
    guard let words = context.words, (0x2190...0x21B5).contains(scalar) || (0x0B...0x0F).contains(scalar) else {
      return nil
    }
    var start = index
    while text[start - 1].isASCIILetter, index - start < 24 { start -= 1 }
    var end = index + 1
    while text[end].isASCIILetter, end - index < 24 { end += 1 }
    guard end - start >= 4, scalar != 0x0A, scalar != 0x0D else { return nil }
    let head = text.values[start..<index].map { UInt8($0) }
    let tail = text.values[(index + 1)..<end].map { UInt8($0) }
    let found = ligatures.filter { words.contains(head + $0 + tail) }
    return found.count == 1 ? String(decoding: found[0], as: UTF8.self) : nil
  }
}
