/// One line of a Unihan file: `U+4E86<tab>kMandarin<tab>le`.
struct UnihanLine: Hashable, Sendable {
  let scalar: UInt32
  let field: String
  let value: String

  /// The lines of a Unihan file; comments and empty lines are passed over.
  static func lines(of text: [UInt8]) throws(LexiconError) -> [UnihanLine] {
    var result: [UnihanLine] = []
    var lines = SourceLines(text)
    while let line = lines.next() {
      if line.isEmpty || line.first == 0x23 { continue }
      let columns = line.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
      guard columns.count == 3, columns[0].starts(with: [0x55, 0x2B]) else {
        throw .malformedLine(lines.number, .notUnihan)
      }
      guard let scalar = UInt32(String(decoding: columns[0].dropFirst(2), as: UTF8.self), radix: 16),
        Unicode.Scalar(scalar) != nil
      else { throw .malformedLine(lines.number, .badCodePoint) }
      result.append(
        UnihanLine(
          scalar: scalar, field: String(decoding: columns[1], as: UTF8.self),
          value: String(decoding: columns[2], as: UTF8.self)))
    }
    return result
  }

  /// The readings of a kCantonese value, in its own order: `zaan6 zaam6`.
  ///
  /// What is not a word of small letters with a tone from 1 to 6 is passed over.
  var jyutping: [String] {
    value.utf8.split(separator: 0x20).compactMap { part in
      guard let tone = part.last, (0x31...0x36).contains(tone), (2...7).contains(part.count),
        part.dropLast().allSatisfy({ (0x61...0x7A).contains($0) })
      else { return nil }
      return String(Substring(part))
    }
  }

  /// The Mandarin readings of the value, in its own order.
  ///
  /// The fields write them in different ways: `le`, `le(30101) liǎo(654)`, `0684.060:le 0711.150:liǎo`,
  /// `10048.060:liǎo,le`.
  var readings: [PinyinSyllable] {
    value.utf8.split(separator: 0x20).flatMap { part in
      let reading = part.lastIndex(of: 0x3A).map { part[part.index(after: $0)...] } ?? part
      let plain = reading.prefix { $0 != 0x28 }
      return plain.split(separator: 0x2C).compactMap { PinyinSyllable(Substring($0)) }
    }
  }
}
