import Lint
import TextCore

/// What a rule says about itself: for the terminal, and as a page of the manual.
public struct RuleDocumentation: Sendable {
  private let rule: RuleMetadata

  public init(_ rule: RuleMetadata) { self.rule = rule }

  /// The explanation for people at a terminal.
  public func terminalText(usesColor: Bool) -> String {
    let style = TerminalStyle(usesColor: usesColor)
    var result =
      "\(style.bold(rule.id))  \(style.dim(rule.isOnByDefault ? rule.severity.rawValue : "off unless selected"))\n\n"
    result += paragraph(rule.summary) + "\n" + paragraph(rule.rationale)
    result += "\n" + style.bold("Instead") + "\n" + paragraph(rule.remedy)
    result += "\n" + style.bold("How sure") + "\n" + paragraph(rule.certainty)
    result += "\n" + style.bold("Examples") + "\n"
    for example in rule.examples {
      let mark = example.isClean ? style.green("fine ") : style.red("found")
      if let source = example.source {
        result += "  \(mark)  \(marked(source, style))\n         \(marked(example.marked, style))\n"
      } else {
        result += "  \(mark)  \(marked(example.marked, style))\n"
      }
      if let corrected = example.corrected { result += "  \(style.dim("mended"))  \(shown(corrected))\n" }
      for setting in example.style.settings { result += "  \(style.dim("style "))  \(setting)\n" }
    }
    return result
  }

  /// The page of the manual, in Markdown.
  public var markdown: String {
    var result = "# \(rule.id)\n\n\(rule.summary)\n\nSeverity: \(rule.severity.rawValue)"
    result += rule.isOnByDefault ? ".\n" : "; off unless selected.\n"
    result +=
      "\n## Why\n\n\(rule.rationale)\n\n## Instead\n\n\(rule.remedy)\n\n## How sure\n\n\(rule.certainty)\n\n## Examples\n"
    for example in rule.examples {
      result += "\n- \(example.isClean ? "Fine" : "Found"): "
      if let source = example.source { result += "“\(shown(source))” · " }
      result += "“\(shown(example.marked))”"
      if let corrected = example.corrected { result += ", mended: “\(shown(corrected))”" }
      for setting in example.style.settings { result += ", with `\(setting)`" }
    }
    return result + "\n"
  }

  private func marked(_ text: String, _ style: TerminalStyle) -> String {
    var result = ""
    for part in shown(text).split(separator: "⟦", omittingEmptySubsequences: false) {
      guard !result.isEmpty || part.contains("⟧"), let end = part.firstIndex(of: "⟧") else {
        result += part
        continue
      }
      let flagged = String(part[..<end])
      result += (style.usesColor ? style.yellow(flagged) : "⟦\(flagged)⟧") + part[part.index(after: end)...]
    }
    return result
  }

  private func shown(_ text: String) -> String { text.replacing("\n", with: "⏎") }

  /// A text in lines of at most 92 columns, indented.
  private func paragraph(_ text: String) -> String {
    TerminalStyle.lines(of: text, width: 90).map { "  \($0)\n" }.joined()
  }
}
