import Quantities
import TextCore

/// Something found in a text, in as few bytes as will do: texts hold such by the hundred thousand.
///
/// What it is called and why it was believed stands in a ``FindingDetail``, which all that are alike share.
struct Finding: Sendable {
  private let start: UInt32
  private let end: UInt32
  /// The place of its detail in ``EntityMentions``.
  var detail: UInt32
  let kind: EntityKind
  /// Whether it is a concept of the glossary.
  let isConcept: Bool
  let confidence: Double

  init(_ span: TextSpan, _ kind: EntityKind, confidence: Double, isConcept: Bool, detail: UInt32) {
    start = UInt32(truncatingIfNeeded: span.start)
    end = UInt32(truncatingIfNeeded: span.end)
    self.kind = kind
    self.confidence = confidence
    self.isConcept = isConcept
    self.detail = detail
  }

  /// In bytes of the text.
  var span: TextSpan { TextSpan(Int(start), Int(end)) }
}

/// What a mention says beside its place, its kind and how sure it is.
struct FindingDetail: Hashable, Sendable {
  var conceptID: String?
  var value: String?
  var keys: [String] = []
  var exactness: Exactness?
  var counterpart: String?
  var evidence: [EntityEvidence]
  /// Whether the concept is a kind of organisation rather than one of them.
  var isBody = false
}
