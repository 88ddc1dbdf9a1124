import TextCore

/// HTML character references in plain text: `&#8220;`, `&nbsp;`, `&amp;nbsp;`, and remnants such as `&Nbsp`.
///
/// In text that is HTML, or Markdown with tags, they are no damage, and stay, as near a tag. `&lt;`, `&gt;` stay: text that speaks about
/// tags needs them. Only a whole tag goes that stands escaped where a sentence or a line ends: `&lt;br /&gt;`.
struct HTMLEntities: DamageMechanism {
  var signs: DamageSigns { .ampersand }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    let tags = MarkupTags(in: text)
    var edits: [RepairEdit] = []
    var index = 0
    while index < text.count {
      guard text[index] == UInt32(UInt8(ascii: "&")), let found = reference(at: index, in: text), !tags.cover(index)
      else {
        index += 1
        continue
      }
      edits.append(
        RepairEdit(
          span: text.span(index..<found.end), replacement: found.text, kind: .entity, isSafe: found.isSafe,
          confidence: found.isSafe ? 0.95 : 0.5,
          reason: "“\(text.string(index..<found.end))” is an HTML character reference; this is plain text"))
      index = found.end
    }
    return edits
  }

  /// A reference, `&amp;` before the rest of another one included.
  private func reference(at start: Int, in text: ScalarText) -> (text: String, end: Int, isSafe: Bool)? {
    let body = endOfAmpersands(at: start, in: text)
    if let tag = escapedTag(at: start, in: text) { return ("", tag.end, tag.isSafe) }
    if let (scalar, end) = named(at: body, in: text) {
      let isMarkup = scalar == 0x3C || scalar == 0x3E || scalar == 0x26
      return (Self.shown(scalar, from: text[end]), end, !isMarkup)
    }
    if body == start + 1 { return nil }
    // `&amp;` alone: `AT&amp;T`. What stands behind must not become a reference.
    let follows = text[body].isASCIILetter || text[body] == UInt32(UInt8(ascii: "#"))
    let before = text[start - 1]
    let isNameInitial = follows && before.isASCIILetter && !text[body + 1].isASCIILetter
    return ("&", body, !follows || isNameInitial)
  }

  /// The index behind the `&` at `start` and every `amp;` that stands there.
  private func endOfAmpersands(at start: Int, in text: ScalarText) -> Int {
    var index = start + 1
    while hasPrefix("amp;", at: index, in: text) { index += 4 }
    return index
  }

  /// What a reference says whose name or number begins at `start`; of names only `nbsp`, which is never a word, may lack
  /// its semicolon and have capitals.
  private func named(at start: Int, in text: ScalarText) -> (scalar: UInt32, end: Int)? {
    if let found = CharacterReference(behindAmpersandAt: text.offset(of: start) - 1, in: text.utf8) {
      let scalar = found.scalar.value
      return scalar >= 0x20 && scalar != 0xFFFD ? (scalar, start + found.length) : nil
    }
    guard text.string(start..<min(start + 4, text.count)).lowercased() == "nbsp",
      !text[start + 4].isASCIILetter, !text[start + 4].isASCIIDigit
    else { return nil }
    return (0xA0, text[start + 4] == UInt32(UInt8(ascii: ";")) ? start + 5 : start + 4)
  }

  // MARK: Tags

  /// A whole tag that was escaped: `&lt;br /&gt;`, `&lt;/p&gt;`.
  ///
  /// Safe to take away where a line or a sentence begins or ends; elsewhere the text may speak of it.
  private func escapedTag(at start: Int, in text: ScalarText) -> (end: Int, isSafe: Bool)? {
    var at = endOfAmpersands(at: start, in: text)
    guard hasPrefix("lt;", at: at, in: text) else { return nil }
    at += 3
    if text[at] == UInt32(UInt8(ascii: "/")) { at += 1 }
    guard let end = MarkupTags.endOfName(at: at, in: text) else { return nil }
    at = end
    while text[at] == 0x20 || text[at] == UInt32(UInt8(ascii: "/")) { at += 1 }
    guard text[at] == UInt32(UInt8(ascii: "&")) else { return nil }
    at = endOfAmpersands(at: at, in: text)
    guard hasPrefix("gt;", at: at, in: text) else { return nil }
    let before = text[start - 1]
    let after = text[at + 3]
    let isAtSeam = before == 0 || before == 0x0A || HTMLRemnants.endsSentence(before) || after == 0 || after == 0x0A
    return (at + 3, isAtSeam || after == 0x0D)
  }

  /// No-break spaces become spaces, and none at a line end.
  private static func shown(_ scalar: UInt32, from next: UInt32) -> String {
    if scalar == 0xA0 || scalar == 0x3000 || (0x2002...0x200A).contains(scalar) { return scalar == 0x3000 ? "　" : " " }
    return String(scalars: [scalar])
  }

  private func hasPrefix(_ prefix: StaticString, at index: Int, in text: ScalarText) -> Bool {
    for offset in 0..<prefix.utf8CodeUnitCount
    where text[index + offset] != UInt32(prefix.utf8Start[offset]) { return false }
    return true
  }
}
