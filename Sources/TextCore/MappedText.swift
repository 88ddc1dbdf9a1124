/// One replacement in a text.
public struct TextEdit: Hashable, Sendable {
  /// The bytes to replace; empty to insert.
  public var span: TextSpan
  /// What takes their place; empty to delete.
  public var replacement: String

  public init(span: TextSpan, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// Text as UTF-8 bytes, with the way back to the bytes of the file it came from.
///
/// Every view of a file (decoded, repaired, folded) is one of these, so that whatever is found in a view can be shown
/// in the file.
public struct MappedText: Hashable, Sendable {
  /// The text.
  ///
  /// Always valid UTF-8.
  public let utf8: [UInt8]
  /// From offsets in ``utf8`` to offsets in the file on disk.
  public let origin: OffsetMap

  /// Creates a text whose bytes are `utf8` and whose offsets lead back through `origin`.
  public init(utf8: [UInt8], origin: OffsetMap) {
    self.utf8 = utf8
    self.origin = origin
  }

  /// Creates a text that is its own file.
  public init(_ string: String) {
    utf8 = Array(string.utf8)
    origin = OffsetMap(identity: utf8.count)
  }

  /// The whole text.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The part of the text that `span` covers; what lies outside the text is left out.
  public func string(in span: TextSpan) -> String {
    String(decoding: utf8[span.range.clamped(to: 0..<utf8.count)], as: UTF8.self)
  }

  /// The bytes of the file that a span of this text comes from.
  public func fileSpan(of span: TextSpan) -> TextSpan { origin.sourceSpan(of: span) }

  /// The stretch of this text that some bytes of the file became.
  public func span(ofFile span: TextSpan) -> TextSpan { origin.derivedSpan(ofSource: span) }

  /// The stretch of this text that some bytes of the file became, as a text of its own that leads back to the file.
  public func slice(ofFile fileSpan: TextSpan) -> MappedText {
    let span = span(ofFile: fileSpan)
    return MappedText(utf8: Array(utf8[span.range]), origin: origin.slice(span))
  }

  /// The text with the edits made.
  ///
  /// They must be sorted by span and must not overlap; spans are offsets in ``utf8``.
  public func applying(_ edits: [TextEdit]) -> MappedText {
    if edits.isEmpty { return self }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var map = OffsetMap()
    var position = 0
    for edit in edits {
      precondition(edit.span.start >= position && edit.span.end <= utf8.count, "edits must be sorted, apart and inside")
      result.append(contentsOf: utf8[position..<edit.span.start])
      map.append(derived: 1, source: 1, count: edit.span.start - position)
      let before = result.count
      result.append(contentsOf: edit.replacement.utf8)
      map.append(derived: result.count - before, source: edit.span.length)
      position = edit.span.end
    }
    result.append(contentsOf: utf8[position...])
    map.append(derived: 1, source: 1, count: utf8.count - position)
    return MappedText(utf8: result, origin: map.composed(with: origin))
  }
}
