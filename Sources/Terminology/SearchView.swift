import Lexicon
import TextCore

/// Folded text as terms are looked for in it: white space inside a paragraph is one space.
struct SearchView {
  let utf8: [UInt8]
  private let map: OffsetMap

  init(_ folded: [UInt8], map: OffsetMap) {
    if Self.isTidy(folded) {
      utf8 = folded
      self.map = map
    } else {
      let (tidied, changes) = Self.tidied(folded)
      utf8 = tidied
      self.map = changes.composed(with: map)
    }
  }

  /// The key under which a term is stored.
  static func key(of term: String) -> [UInt8] {
    let folded = Array(Folding.folded(term).utf8)
    let key = isTidy(folded) ? folded : tidied(folded).utf8
    return Array(key.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
  }

  /// The bytes of the original text that stretch of the view comes from.
  func span(_ start: Int, _ length: Int) -> TextSpan { map.sourceSpan(of: TextSpan(start, start + length)) }

  /// The first place from `index` on where a term may begin.
  @inline(__always)
  static func nextStart(from index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0xE3 { return index }  // Han and everything above
      if byte > 0x20, byte & 0xC0 != 0x80, LatinScan.isBoundary(bytes, at: index) { return index }
      index += 1
    }
    return nil
  }

  // MARK: White space

  private static func isTidy(_ bytes: [UInt8]) -> Bool {
    var before: UInt8 = 0
    for byte in bytes {
      if byte <= 0x20, byte != 0x20 || before == 0x20 { return false }
      before = byte
    }
    return true
  }

  /// Runs of white space as one space, or as one line end where they hold an empty line: no term crosses that.
  private static func tidied(_ bytes: [UInt8]) -> (utf8: [UInt8], map: OffsetMap) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var map = OffsetMap()
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] > 0x20 { index += 1 }
      result.append(contentsOf: bytes[start..<index])
      map.append(derived: 1, source: 1, count: index - start)
      let end = index
      var lineEnds = 0
      while index < bytes.count, bytes[index] <= 0x20 {
        if bytes[index] == 0x0A { lineEnds += 1 }
        index += 1
      }
      if index > end {
        result.append(lineEnds > 1 ? 0x0A : 0x20)
        map.append(derived: 1, source: index - end)
      }
    }
    return (result, map)
  }
}
