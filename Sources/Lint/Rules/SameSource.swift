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
    var sources = TextPool(expecting: document.units.count)
    /// For each of the sources, the first unit that has it.
    var first: [(id: String?, target: LintText)] = []
    return document.units.compactMap { unit -> Finding? in
      guard let source = unit.source, let target = unit.target, source.utf8.count >= 4 else { return nil }
      let (number, isNew) = source.utf8[Self.key(source)].withUnsafeBufferPointer { sources.insert($0) }
      if isNew {
        first.append((unit.id, target))
        return nil
      }
      let (translation, earlier) = (target.utf8[Self.key(target)], first[number])
      guard earlier.target !== target, earlier.target.utf8[Self.key(earlier.target)] != translation,
        !translation.isEmpty
      else { return nil }
      let place = TextPlace(unit: unit, side: .target, text: target)
      let span = TextSpan(target.segments.first?.span.start ?? 0, target.segments.last?.span.end ?? target.utf8.count)
      return finding(place, span, "the same source is translated otherwise in \(earlier.id ?? "an earlier row")")
    }
  }

  /// Where a text stands without the white space around it.
  private static func key(_ text: LintText) -> Range<Int> {
    if text.lines.count > 1 { return text.utf8.indices }
    return text.lines.first { !$0.isEmpty }?.range ?? 0..<0
  }
}
