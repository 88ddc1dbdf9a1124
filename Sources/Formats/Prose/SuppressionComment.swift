import TextCore

/// A comment that speaks to the checker: `<!-- duizhao-ignore term/forbidden: quoted -->`.
public struct SuppressionComment: Hashable, Sendable {
  /// Where it stands in the decoded text.
  public let span: TextSpan
  /// What stands between the brackets, from `duizhao-` on.
  public let text: String

  /// Every such comment of a text.
  ///
  /// Costs one pass.
  public static func all(in utf8: [UInt8]) -> [SuppressionComment] {
    var result: [SuppressionComment] = []
    var index = 0
    while let start = Bytes.position(of: opening, in: utf8, from: index) {
      guard let end = Bytes.position(of: closing, in: utf8, from: start + opening.count) else { break }
      let text = String(decoding: utf8[(start + opening.count)..<end], as: UTF8.self)
      let trimmed = String(text.drop { $0.isWhitespace })
      if trimmed.hasPrefix("duizhao-") {
        result.append(SuppressionComment(span: TextSpan(start, end + closing.count), text: trimmed))
      }
      index = end + closing.count
    }
    return result
  }

  static func spans(in utf8: [UInt8]) -> [TextSpan] { all(in: utf8).map(\.span) }

  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)
}
