import TextCore

/// Runs rules over documents.
public struct Linter: Sendable {
  /// The rules to run, in the order of ``RuleRegistry``.
  public let rules: [any Rule]
  public let context: LintContext

  public init(rules: [any Rule], context: LintContext) {
    self.rules = rules
    self.context = context
  }

  /// Every finding in the document, in the order of the text, with those of `others` among them.
  ///
  /// The same input gives the same list.
  public func findings(in document: LintDocument, and others: [Finding] = []) -> [Finding] {
    findings(in: document, besides: unitFindings(in: document) + others)
  }

  /// What is found by the rules that look at each unit by itself, in any order.
  ///
  /// The parts of a document give together what the whole gives.
  public func unitFindings(in part: LintDocument) -> [Finding] { findings(of: unitRules, in: part) }

  /// The rules that look at each unit by itself.
  public var unitRules: [any Rule] { rules.filter { !type(of: $0).readsWholeDocument } }

  /// What one of the ``rules`` finds, in any order; several may be asked at once.
  public func findings(of rule: any Rule, in document: LintDocument) -> [Finding] {
    findings(of: [rule], in: document)
  }

  private func findings(of rules: [any Rule], in document: LintDocument) -> [Finding] {
    rules.flatMap { rule in
      context.timer.measure(type(of: rule).metadata.id) { rule.findings(in: document, context: context) }
    }
  }

  /// Every finding in the document, in the order of the text, where those of ``unitFindings(in:)`` are known.
  public func findings(in document: LintDocument, besides known: consuming [Finding]) -> [Finding] {
    var all = consume known
    all += findings(of: rules.filter { type(of: $0).readsWholeDocument }, in: document)
    var order: [String?: Int] = [:]
    for (index, unit) in document.units.enumerated() where order[unit.id] == nil { order[unit.id] = index }
    let units = all.map { order[$0.segment] ?? 0 }
    // Findings are large: their numbers are sorted.
    let sorted = Self.unexplained(among: all).sorted { first, second in
      if units[first] != units[second] { return units[first] < units[second] }
      return Self.isBefore(all[first], all[second])
    }
    return Self.withoutRepeats(sorted.lazy.map { all[$0] })
  }

  /// Whether of two findings in one unit the first comes first.
  private static func isBefore(_ a: Finding, _ b: Finding) -> Bool {
    if a.side != b.side { return (a.side ?? .target) < (b.side ?? .target) }
    if a.span != b.span { return a.span < b.span }
    return (a.rule, a.message) < (b.rule, b.message)
  }

  /// The findings with each said once: of two of one family that cover the same bytes, the graver stays and says what
  /// the other had to say.
  private static func withoutRepeats(_ sorted: some Sequence<Finding>) -> [Finding] {
    var result: [Finding] = []
    for finding in sorted {
      var index = result.count - 1
      while index >= 0, isOnSameBytes(result[index], finding), family(result[index]) != family(finding) { index -= 1 }
      if index >= 0, isOnSameBytes(result[index], finding) {
        let (kept, other) =
          result[index].severity < finding.severity ? (finding, result[index]) : (result[index], finding)
        result[index] = kept
        if kept.rule != other.rule { result[index].message += "; " + other.message }
      } else {
        result.append(finding)
      }
    }
    return result
  }

  private static func isOnSameBytes(_ a: Finding, _ b: Finding) -> Bool {
    a.span == b.span && a.segment == b.segment && a.side == b.side
  }

  private static func family(_ finding: Finding) -> Substring {
    finding.rule[..<(finding.rule.utf8.firstIndex(of: 0x2F) ?? finding.rule.endIndex)]
  }

  /// Which families of rules explain what another one finds in the same words.
  private static let explainers: [Substring: Set<Substring>] = [
    "spelling": ["garble", "term"], "calque": ["residue"],
  ]

  /// The findings but those about words that a graver rule explains, by their numbers.
  private static func unexplained(among findings: [Finding]) -> [Int] {
    struct Place: Hashable {
      let segment: String?
      let side: Side?
      let family: Substring

      init(_ finding: Finding, _ family: Substring) {
        (segment, side, self.family) = (finding.segment, finding.side, family)
      }
    }
    let families = findings.map(family)
    // Where nothing is to be explained, nobody asks what explains it.
    var explaining: [Place: [TextSpan]] = [:]
    for (finding, family) in zip(findings, families) {
      for explainer in explainers[family] ?? [] { explaining[Place(finding, explainer)] = [] }
    }
    if explaining.isEmpty { return Array(findings.indices) }
    for (finding, family) in zip(findings, families) { explaining[Place(finding, family)]?.append(finding.span) }
    explaining = explaining.mapValues { $0.sorted() }
    return findings.indices.filter { index in
      guard let explainers = explainers[families[index]] else { return true }
      return !explainers.contains { explainer in
        LintText.touches(explaining[Place(findings[index], explainer)] ?? [], findings[index].span)
      }
    }
  }
}
