/// The way back from offsets in a derived text to offsets in the text it was made from.
///
/// A map is a list of pieces. Inside a piece the two texts advance in step: every `derivedUnit` bytes of the derived
/// text come from `sourceUnit` bytes of the source (1 and 1 for copied bytes, 3 and 2 for Han read from GBK, and so on).
/// Source bytes between two pieces were deleted.
public struct OffsetMap: Hashable, Sendable {
  struct Piece: Hashable, Sendable {
    var derivedStart: Int
    var sourceStart: Int
    var derivedUnit: Int
    var sourceUnit: Int
    var count: Int
    var derivedEnd: Int { derivedStart + derivedUnit * count }
    var sourceEnd: Int { sourceStart + sourceUnit * count }
  }

  var pieces: [Piece]
  /// The length of the derived text in bytes.
  public private(set) var derivedLength: Int
  /// The length of the source text in bytes.
  public private(set) var sourceLength: Int

  /// Creates the map of a text that is its own source.
  public init(identity length: Int) {
    pieces = length == 0 ? [] : [Piece(derivedStart: 0, sourceStart: 0, derivedUnit: 1, sourceUnit: 1, count: length)]
    derivedLength = length
    sourceLength = length
  }

  /// Creates an empty map, to be filled with ``append(derived:source:count:)`` and ``skip(source:)``.
  public init() {
    pieces = []
    derivedLength = 0
    sourceLength = 0
  }

  /// Whether every offset maps to itself.
  public var isIdentity: Bool {
    derivedLength == sourceLength
      && pieces.allSatisfy { $0.derivedStart == $0.sourceStart && $0.derivedUnit == $0.sourceUnit }
  }

  /// Says that the next `count` units of the derived text, `derived` bytes each, come from `source` bytes each.
  public mutating func append(derived: Int, source: Int, count: Int = 1) {
    guard count > 0 else { return }
    if derived == 0 { return skip(source: source * count) }
    if let last = pieces.last, last.derivedUnit == derived, last.sourceUnit == source, last.sourceEnd == sourceLength {
      pieces[pieces.count - 1].count += count
    } else {
      pieces.append(
        Piece(
          derivedStart: derivedLength, sourceStart: sourceLength, derivedUnit: derived, sourceUnit: source, count: count
        ))
    }
    derivedLength += derived * count
    sourceLength += source * count
  }

  /// Says that the next `length` bytes of the source have no place in the derived text.
  public mutating func skip(source length: Int) { sourceLength += length }

  /// The span of the source that a span of the derived text comes from.
  ///
  /// Bounds inside a unit widen to the whole unit; bounds outside the text are clamped. Costs O(log pieces).
  public func sourceSpan(of span: TextSpan) -> TextSpan {
    let start = min(max(span.start, 0), derivedLength)
    let end = min(max(span.end, start), derivedLength)
    let from = sourceStart(of: start)
    guard end > start else { return TextSpan(from, from) }
    let piece = pieces[index(of: end - 1)]
    let unit = (end - 1 - piece.derivedStart) / piece.derivedUnit
    return TextSpan(from, max(from, piece.sourceStart + (unit + 1) * piece.sourceUnit))
  }

  /// The offset in the source where the byte at `offset` of the derived text begins.
  func sourceStart(of offset: Int) -> Int {
    guard offset < derivedLength else { return pieces.last?.sourceEnd ?? sourceLength }
    let piece = pieces[index(of: offset)]
    return piece.sourceStart + (offset - piece.derivedStart) / piece.derivedUnit * piece.sourceUnit
  }

  /// The span of the derived text that a span of the source became.
  ///
  /// Bounds inside a unit widen to the whole unit; bounds in deleted text move to where it was. Costs O(log pieces).
  public func derivedSpan(ofSource span: TextSpan) -> TextSpan {
    let start = derivedOffset(ofSource: span.start, roundingUp: false)
    return TextSpan(start, max(start, derivedOffset(ofSource: span.end, roundingUp: true)))
  }

  private func derivedOffset(ofSource offset: Int, roundingUp: Bool) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {  // the first piece that begins after the offset
      let middle = (low + high) / 2
      if pieces[middle].sourceStart <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let piece = pieces[low - 1]
    if piece.sourceUnit == 0 || offset >= piece.sourceEnd { return piece.derivedEnd }
    let inside = offset - piece.sourceStart
    let unit = inside / piece.sourceUnit + (roundingUp && inside % piece.sourceUnit != 0 ? 1 : 0)
    return piece.derivedStart + unit * piece.derivedUnit
  }

  /// The map of a stretch of the derived text, taken out as a text of its own.
  public func slice(_ span: TextSpan) -> OffsetMap {
    var result = OffsetMap()
    result.appendCopy(of: span, through: self)
    result.sourceLength = max(result.sourceLength, sourceLength)
    return result
  }

  private func index(of offset: Int) -> Int {
    var low = 0
    var high = pieces.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if pieces[middle].derivedStart <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The map from this map's derived text to the source of `earlier`, whose derived text is this map's source.
  public func composed(with earlier: OffsetMap) -> OffsetMap {
    if earlier.isIdentity { return self }
    var result = OffsetMap()
    for piece in pieces {
      if piece.derivedUnit == 1 && piece.sourceUnit == 1 {
        result.appendCopy(of: TextSpan(piece.sourceStart, piece.sourceEnd), through: earlier)
      } else {
        for unit in 0..<piece.count {
          let start = piece.sourceStart + unit * piece.sourceUnit
          let span = earlier.sourceSpan(of: TextSpan(start, start + piece.sourceUnit))
          result.sourceLength = max(result.sourceLength, span.start)
          result.append(derived: piece.derivedUnit, source: max(0, span.end - result.sourceLength))
        }
      }
    }
    result.sourceLength = max(result.sourceLength, earlier.sourceLength)
    return result
  }

  /// Appends the bytes of `span`, a stretch of `earlier`'s derived text that is copied as it is.
  private mutating func appendCopy(of span: TextSpan, through earlier: OffsetMap) {
    var offset = span.start
    while offset < span.end {
      let piece = earlier.pieces[earlier.index(of: offset)]
      let inside = offset - piece.derivedStart
      let whole = min(span.end, piece.derivedEnd) - offset
      let unit = inside / piece.derivedUnit
      sourceLength = max(sourceLength, piece.sourceStart + unit * piece.sourceUnit)
      if inside % piece.derivedUnit == 0 && whole >= piece.derivedUnit {
        let count = whole / piece.derivedUnit
        append(derived: piece.derivedUnit, source: piece.sourceUnit, count: count)
        offset += count * piece.derivedUnit
      } else {  // a unit cut in two by an edit: both parts stand for the whole unit
        let end = piece.sourceStart + (unit + 1) * piece.sourceUnit
        let part = min(whole, piece.derivedUnit - inside % piece.derivedUnit)
        append(derived: part, source: max(0, end - sourceLength))
        offset += part
      }
    }
  }
}
