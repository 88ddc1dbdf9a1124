import Lexicon
import TextCore

/// Finds Chinese left in English text, and a run of English words left in Chinese text.
public struct UntranslatedFragment: TextRule {
  public static let metadata = RuleMetadata(
    id: "untranslated/fragment",
    summary: "Words of the source language left in the translation.",
    rationale: "Names and terms that a program or a person did not know stay behind in the middle of the text.",
    remedy: "Translate them, or put the original in brackets behind its translation.",
    severity: .error,
    certainty: "Sure in English: Chinese behind its translation in brackets or quotation marks is left alone.",
    examples: [
      .flagged("The president of ⟦墨西哥⟧ spoke in the capital."),
      .flagged("All of ⟦淘宝村⟧ villages grew."),
      .clean("The Taobao village (淘宝村) grew."),
      .clean("The sign said “福”, and Mozi (Chinese: 墨子) liked it."),
      .flagged("警方昨天晚上在城里的一所学校附近逮捕了 LSU ⟦olice farm garden⟧ Simpson，他们没有说明原因。"),
      .clean("他昨天晚上在城里的一所学校附近的 LSU 和 Simpson 谈到了 school，没有说明原因。"),
      .clean("我们的程序是用 Swift Package Manager 编译的，速度很快，错误很少。"),
    ])

  public static let languages: [Language] = [.english, .chinese]

  public init() {}

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    place.text.language == .english ? english(place) : chinese(place, context)
  }

  private func english(_ place: TextPlace) -> [Finding] {
    let text = place.text
    let runs = hanRuns(in: text)
    let han = runs.reduce(0) { $0 + $1.length }
    // A text that is mostly Chinese is reported as a whole by another rule.
    if han * 3 > text.utf8.count { return [] }
    return runs.compactMap { span -> Finding? in
      guard !isGloss(span, in: text), !text.isSkipped(span) else { return nil }
      return finding(place, span, "“\(text.string(in: span))” is not translated")
    }
  }

  /// The runs of Han characters, with the marks between them.
  private func hanRuns(in text: LintText) -> [TextSpan] {
    var runs: [TextSpan] = []
    for index in text.marks.wide {
      let (scalar, length) = UTF8Scan.scalar(in: text.utf8, at: index)
      guard scalar.isHan else { continue }
      if let last = runs.last, index - last.end <= 3, !text.utf8[last.end..<index].contains(where: { $0 < 0x80 }) {
        runs[runs.count - 1].end = index + length
      } else {
        runs.append(TextSpan(index, index + length))
      }
    }
    return runs
  }

  /// Whether the run stands in brackets or quotation marks, alone or behind a label.
  private func isGloss(_ span: TextSpan, in text: LintText) -> Bool {
    var depth = 0
    var index = span.start
    let limit = max(0, span.start - 120)
    while index > limit {
      let start = UTF8Scan.start(before: index, in: text.utf8)
      let scalar = UTF8Scan.scalar(in: text.utf8, at: start).value
      index = start
      switch scalar {
      case 0x0A, 0x0D: return false
      case 0x29, 0xFF09, 0x5D: depth += 1
      case 0x28, 0xFF08, 0x5B:
        if depth == 0 { return true }
        depth -= 1
      case 0x201C, 0x300A, 0x300C, 0x22, 0x2018:
        if index + 3 >= span.start { return true }
      default: break
      }
    }
    return false
  }

  private func chinese(_ place: TextPlace, _ context: LintContext) -> [Finding] {
    let text = place.text
    guard let words = context.words, text.utf8.contains(where: { $0 >= 0xE4 }) else { return [] }
    var result: [Finding] = []
    var index = 0
    while index < text.words.count {
      var last = index
      while text.isOneSpace(after: last) { last += 1 }
      let run = text.words[index...last]
      let parts = [index...last] + Self.inSmallLetters(run)
      let span = parts.first { part in
        let small = text.words[part].count { $0.text == $0.key && $0.key.utf8.count > 1 && words.contains($0.key) }
        return part.count >= 3 && small * 3 >= part.count * 2
      }.map { text.words[$0.lowerBound].span.union(text.words[$0.upperBound].span) }
      if let span, !isGloss(span, in: text), !text.isSkipped(span) {
        result.append(finding(place, span, "“\(text.string(in: span))” is not translated"))
      }
      index = last + 1
    }
    return result
  }

  /// The stretches of a run of words that have no capitals: names may stand around what was not translated.
  private static func inSmallLetters(_ run: Slice<WordList>) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for index in run.indices where run[index].text == run[index].key {
      if let last = result.last, last.upperBound + 1 == index {
        result[result.count - 1] = last.lowerBound...index
      } else {
        result.append(index...index)
      }
    }
    return result
  }
}
