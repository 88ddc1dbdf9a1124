import TextCore

/// Finds placeholders and tags that differ from those of the source: `%s`, `{name}`, `</b>`, `&amp;`.
public struct PlaceholderMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "placeholder/mismatch",
    summary: "A placeholder, tag or character reference of the source is missing, changed or added.",
    rationale:
      "Programs put values in the place of `%s` and `{name}`; a translated or lost one breaks the program or the page.",
    remedy: "Copy the placeholder from the source as it is.",
    severity: .error,
    certainty: "Very sure: placeholders are compared letter by letter, in any order.",
    examples: [
      .flagged("Hello, ⟦{nombre}⟧!", source: "你好，⟦{name}⟧！"),
      .flagged("There are files.", source: "共有⟦%d⟧个文件。"),
      .clean("Hello, {name}!", source: "你好，{name}！"),
      .clean("It grew by 50% since May.", source: "5月以来增长了50%。"),
      .clean("There are %2$s of %1$s.", source: "%1$s 中有 %2$s 个。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let source = Placeholders.spans(in: pair.source.text.utf8)
    let target = Placeholders.spans(in: pair.target.text.utf8)
    if source.isEmpty && target.isEmpty { return [] }
    var rest = target.map { (text: pair.target.text.string(in: $0), span: $0) }
    var missing: [TextSpan] = []
    for span in source {
      let text = pair.source.text.string(in: span)
      if let index = rest.firstIndex(where: { $0.text == text }) {
        rest.remove(at: index)
      } else {
        missing.append(span)
      }
    }
    return missing.map { span in
      finding(pair.source, span, "“\(pair.source.text.string(in: span))” is missing in the translation")
    }
      + rest.map { text, span in
        finding(
          pair.target, span, "“\(text)” is not in the source",
          suggestions: missing.count == 1 && rest.count == 1 ? [pair.source.text.string(in: missing[0])] : [])
      }
  }
}

/// What programs and browsers read in a text.
enum Placeholders {
  /// The spans of `%s`, `%1$d`, `%(name)s`, `{name}`, `{0}`, `${x}`, tags and character references, in order.
  ///
  /// Costs one pass.
  static func spans(in utf8: [UInt8]) -> [TextSpan] {
    var result: [TextSpan] = []
    var index = 0
    while index < utf8.count {
      let end: Int?
      switch utf8[index] {
      case 0x25: end = percent(utf8, index)
      case 0x7B: end = braces(utf8, index)
      case 0x3C: end = tag(utf8, index)
      case 0x26: end = reference(utf8, index)
      default: end = nil
      }
      if let end {
        result.append(TextSpan(index, end))
        index = end
      } else {
        index += 1
      }
    }
    return result
  }

  private static func byte(_ utf8: [UInt8], _ index: Int) -> UInt8 { index < utf8.count ? utf8[index] : 0 }

  private static func percent(_ utf8: [UInt8], _ start: Int) -> Int? {
    if start > 0,
      Characters.isDigit(utf8[start - 1]) || utf8[start - 1] == 0x20 && start > 1 && Characters.isDigit(utf8[start - 2])
    {
      return nil
    }
    var index = start + 1
    if byte(utf8, index) == 0x28 {
      while index < min(utf8.count, start + 40), utf8[index] != 0x29 { index += 1 }
      index += 1
    } else {
      while Characters.isDigit(byte(utf8, index)) { index += 1 }
      if byte(utf8, index) == 0x24 { index += 1 }
      if byte(utf8, index) == 0x2E { index += 1 }
      while Characters.isDigit(byte(utf8, index)) { index += 1 }
    }
    let conversions: [UInt8] = Array("sdifuxXc@".utf8)
    guard conversions.contains(byte(utf8, index)), !Characters.isLetter(byte(utf8, index + 1)) else { return nil }
    return index + 1
  }

  private static func braces(_ utf8: [UInt8], _ start: Int) -> Int? {
    var index = start + 1
    while index < min(utf8.count, start + 40), isNameByte(utf8[index]) { index += 1 }
    return byte(utf8, index) == 0x7D && index > start + 1 ? index + 1 : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    Characters.isLetter(byte) || Characters.isDigit(byte) || byte == 0x5F || byte == 0x2E || byte == 0x7B
      || byte == 0x3A
  }

  private static func tag(_ utf8: [UInt8], _ start: Int) -> Int? {
    var index = start + 1
    if byte(utf8, index) == 0x2F { index += 1 }
    guard Characters.isLetter(byte(utf8, index)) else { return nil }
    while index < min(utf8.count, start + 120), utf8[index] != 0x3E, utf8[index] != 0x3C, utf8[index] != 0x0A {
      index += 1
    }
    return byte(utf8, index) == 0x3E ? index + 1 : nil
  }

  private static func reference(_ utf8: [UInt8], _ start: Int) -> Int? {
    var index = start + 1
    if byte(utf8, index) == 0x23 { index += 1 }
    let name = index
    while index < min(utf8.count, start + 12), Characters.isLetter(utf8[index]) || Characters.isDigit(utf8[index]) {
      index += 1
    }
    return byte(utf8, index) == 0x3B && index > name ? index + 1 : nil
  }
}
