import TextCore

/// Finds addresses that differ from those of the source.
public struct URLMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "url/mismatch",
    summary: "An address of the web or of a mailbox is missing, changed or added.",
    rationale: "One letter sends the reader to another page or the letter to another person.",
    remedy: "Copy the address from the source.",
    severity: .error,
    certainty: "Very sure: addresses are compared letter by letter.",
    examples: [
      .flagged(
        "Write to ⟦info@exmaple.org⟧.", source: "请写信至info@example.org。", corrected: "Write to info@example.org."),
      .flagged(
        "See ⟦https://example.org/2091⟧.", source: "见 https://example.org/2019 。",
        corrected: "See https://example.org/2019."),
      .clean("See https://example.org/2019.", source: "见 https://example.org/2019 。"),
      .clean("See the page.", source: "请看网页。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let source = pair.source.text.addresses.map { pair.source.text.string(in: $0) }
    let target = pair.target.text.addresses.map { pair.target.text.string(in: $0) }
    let missing = source.filter { !target.contains($0) }
    let added = pair.target.text.addresses.filter { !source.contains(pair.target.text.string(in: $0)) }
    var result = added.map { span in
      finding(
        pair.target, span, "“\(pair.target.text.string(in: span))” is not in the source",
        suggestions: missing.count == 1 && added.count == 1 ? missing : [])
    }
    if missing.count > added.count {
      result += pair.source.text.addresses.filter { missing.contains(pair.source.text.string(in: $0)) }.map {
        finding(pair.source, $0, "“\(pair.source.text.string(in: $0))” is missing in the translation")
      }
    }
    return result
  }
}
