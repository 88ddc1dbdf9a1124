import TextCore

/// Finds one source that is translated in different ways in one table.
public struct SameSource: Rule {
  public static let metadata = RuleMetadata(
    id: "consistency/same-source",
    summary: "The same source text has another translation elsewhere in the file.",
    rationale: "Labels, headings and set phrases should read alike wherever they stand.",
    remedy: "Choose one translation, unless the places differ in meaning.",
    severity: .info,
    certainty: "A hint: the same words may need other words in another place.",
    examples: [
      .flagged("Cart ‖ ⟦Basket⟧", source: "购物车 ‖ 购物车"),
      .clean("Cart ‖ Cart", source: "购物车 ‖ 购物车"),
      .clean("Cart ‖ Wagon", source: "购物车 ‖ 货车"),
    ])

  public static let readsWholeDocument = true

  public init() {}

  public func findings(in document: LintDocument, context: LintContext) -> [Finding] {
    /// By the hash of the source; of two sources with one hash, which hardly ever are, the second is left out.
    var first: [Int: (id: String?, source: LintText, target: LintText)] = [:]
    return document.units.compactMap { unit -> Finding? in
      guard let source = unit.source, let target = unit.target, source.utf8.count >= 4 else { return nil }
      let (words, translation) = (Self.inner(source), Self.inner(target))
      let hash = words.withUnsafeBytes { bytes in
        var hasher = Hasher()
        hasher.combine(bytes: bytes)
        return hasher.finalize()
      }
      guard let earlier = first[hash] else {
        first[hash] = (unit.id, source, target)
        return nil
      }
      guard earlier.target !== target, Self.inner(earlier.source) == words, Self.inner(earlier.target) != translation,
        !translation.isEmpty
      else { return nil }
      let place = TextPlace(unit: unit, side: .target, text: target)
      let span = TextSpan(target.segments.first?.span.start ?? 0, target.segments.last?.span.end ?? target.utf8.count)
      return finding(place, span, "the same source is translated otherwise in \(earlier.id ?? "an earlier row")")
    }
  }

  /// A text of one line without the white space around it; any other one whole.
  private static func inner(_ text: LintText) -> ArraySlice<UInt8> {
    if text.lines.count > 1 { return text.utf8[...] }
    return text.utf8[text.lines.first { !$0.isEmpty }?.range ?? 0..<0]
  }
}
