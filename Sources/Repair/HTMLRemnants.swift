import TextCore

/// What is left of HTML tags in plain text: `/FONT>` without its `<`, `< p >` with spaces.
///
/// In text that is HTML, or Markdown with tags, and near a whole tag nothing is touched.
struct HTMLRemnants: DamageMechanism {
  var signs: DamageSigns { .tag }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    let tags = MarkupTags(in: text)
    var edits: [RepairEdit] = []
    var index = 0
    while index < text.count {
      guard let found = remnant(at: index, in: text), !tags.cover(index) else {
        index += 1
        continue
      }
      edits.append(
        RepairEdit(
          span: text.span(index..<found.end), replacement: "", kind: .htmlRemnant, isSafe: found.isSafe,
          confidence: found.isSafe ? 0.9 : 0.7,
          reason: "“\(text.string(index..<found.end))” is what is left of an HTML tag"))
      index = found.end
    }
    return edits
  }

  private func remnant(at index: Int, in text: ScalarText) -> (end: Int, isSafe: Bool)? {
    switch text[index] {
    case 0x2F: closingTag(at: index, in: text).map { ($0, true) }
    case 0x3C: spacedTag(at: index, in: text).map { ($0, text[index + 2] == 0x2F) }  // a closing tag is nothing else
    default: nil
    }
  }

  /// `/FONT>` behind something else than `<`.
  private func closingTag(at index: Int, in text: ScalarText) -> Int? {
    guard text[index - 1] != 0x3C, text[index - 1] != 0x2F, !text[index - 1].isASCIILetter else { return nil }
    guard let end = MarkupTags.endOfName(at: index + 1, in: text), text[end] == 0x3E else { return nil }
    // A name of one letter is a tag only where a sentence and its line end.
    let endsLine = text[end + 1] == 0 || text[end + 1] == 0x0A || text[end + 1] == 0x0D
    guard end - index >= 3 || endsLine && Self.endsSentence(text[text[index - 1] == 0x20 ? index - 2 : index - 1])
    else {
      return nil
    }
    return end + 1
  }

  static func endsSentence(_ mark: UInt32) -> Bool {
    [0x2E, 0x21, 0x3F, 0x22, 0x201D, 0x3002, 0xFF01, 0xFF1F, 0x300D].contains(mark)
  }

  /// `< p >`, `< /div >` where a sentence or a line begins or ends.
  private func spacedTag(at index: Int, in text: ScalarText) -> Int? {
    guard text[index + 1] == 0x20 else { return nil }
    var at = index + 2
    if text[at] == 0x2F { at += 1 }
    if text[at] == 0x20 { at += 1 }
    let start = at
    guard let name = MarkupTags.endOfName(at: at, in: text) else { return nil }
    at = name
    while text[at] == 0x20 || text[at] == 0x2F { at += 1 }
    guard text[at] == 0x3E else { return nil }
    var before = index - 1
    while text[before] == 0x20 { before -= 1 }
    let isAtStart = before < 0 || text[before] == 0x0A || Self.endsSentence(text[before])
    var end = at + 1
    let isAtEnd = text[end] == 0 || text[end] == 0x0A
    guard isAtStart || isAtEnd || at - start > 4 else { return nil }
    if text[end] == 0x20 && isAtStart { end += 1 }
    return end
  }
}
