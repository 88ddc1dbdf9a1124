import Terminology
import TextCore

/// Writes catalogues of gettext.
enum POWriter {
  static func file(holding entries: [ConceptEntry], options: GlossaryWritingOptions) -> WrittenGlossary {
    var losses: [FormatLoss] = []
    let language = ServiceGlossary.tag(options.target).replacing("-", with: "_")
    var text = """
      msgid ""
      msgstr ""
      "Project-Id-Version: \(escaped(LineText.cleaned(options.title)))\\n"
      "Language: \(language)\\n"
      "MIME-Version: 1.0\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Content-Transfer-Encoding: 8bit\\n"

      """
    for pair in TermPair.all(of: entries, options: options, losses: &losses) {
      text += "\n"
      for line in lines(pair.entry.note) { text += "# \(line)\n" }
      for line in lines(pair.entry.definition) { text += "#. \(line)\n" }
      if pair.entry.review == .proposed || pair.entry.review == .inReview { text += "#, fuzzy\n" }
      text += "msgctxt \"\(escaped(pair.entry.id))\"\n"
      text += "msgid \"\(escaped(pair.source.text))\"\nmsgstr \"\(escaped(pair.target.text))\"\n"
      let kept: Set<EntryPart> = [.id, .note, .definition, .review]
      if pair.source == pair.entry.terms(in: options.source).first {
        losses += EntryPart.losses(of: pair.entry, keeping: kept, options: options)
      }
    }
    return WrittenGlossary(bytes: Array(text.utf8), losses: losses)
  }

  private static func lines(_ text: String?) -> [String] {
    (text ?? "").unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { LineText.cleaned(String($0)) }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ": result += "\\\(octal(scalar.value))"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func octal(_ value: UInt32) -> String {
    let digits = String(value, radix: 8)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }
}
