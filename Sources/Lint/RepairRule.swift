import Repair
import TextCore

/// A rule that reports what the repair of the text found.
public protocol RepairRule: TextRule {
  /// The kinds of damage that it reports.
  static var kinds: Set<RepairEdit.Kind> { get }
}

extension RepairRule {
  public static var languages: [Language] { [.english, .chinese] }

  public func findings(in place: TextPlace, context: LintContext) -> [Finding] {
    reports(of: place.text.repairs.filter { Self.kinds.contains($0.kind) }, in: place)
  }

  /// The repairs as findings, without those that undo what the source has too.
  func reports(of edits: [RepairEdit], in place: TextPlace) -> [Finding] {
    edits.compactMap { edit in
      let damaged = place.text.raw.string(in: edit.span)
      // What the source has too is meant: a tag, an entity, a placeholder.
      if let other = place.counterpart, !damaged.isEmpty, other.raw.string.contains(damaged) { return nil }
      return Finding(
        rule: Self.metadata.id, severity: edit.isRecoverable || edit.confidence > 0.5 ? Self.metadata.severity : .info,
        span: place.text.raw.fileSpan(of: edit.span), decodedSpan: edit.span, text: damaged,
        message: edit.reason, suggestions: edit.isRecoverable ? [edit.replacement] : [],
        isSafe: edit.isRecoverable && edit.isSafe, segment: place.unit.id,
        side: place.unit.source == nil && place.unit.id == nil ? nil : place.side)
    }
  }
}
