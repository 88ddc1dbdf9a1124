import TextCore

/// Parts a place from the title that begins with its last character: 雷州|市长, 广东|省委书记.
enum PlaceBeforeTitle {
  /// The hit without its last character where that one belongs to a title.
  static func trimmed(_ hit: TermHit, in text: MappedText) -> TermHit {
    guard hit.kind == .place, hit.span.length >= 9, hit.span.end + 3 <= text.utf8.count else { return hit }
    let last = hit.span.end - 3
    guard isOne(of: levels, at: last, in: text.utf8), isOne(of: offices, at: hit.span.end, in: text.utf8) else {
      return hit
    }
    var result = hit
    result.span = TextSpan(hit.span.start, last)
    return result
  }

  private static let levels = "省市县縣区區镇鎮乡鄉村州".unicodeScalars.map { Array(String($0).utf8) }
  /// 长 and 委: the rest of 市长 and 省委.
  private static let offices = "长長委".unicodeScalars.map { Array(String($0).utf8) }

  private static func isOne(of characters: [[UInt8]], at offset: Int, in utf8: [UInt8]) -> Bool {
    characters.contains { utf8[offset...].starts(with: $0) }
  }
}
