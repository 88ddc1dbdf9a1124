import TextCore

extension QuantityRecognizer {
  /// The mentions of the sentences in which a date or time may be one that does not exist, or a number be told in two
  /// magnitudes; spans are offsets in `utf8`.
  ///
  /// Every date that is not ``DateMention/isValid``, but for lunar ones and those in ASCII figures and marks alone, and
  /// every quantity that ``Quantity/isSplitMagnitude`` is among them; nearly all other sentences are passed over, at the
  /// cost of one look at each byte.
  public func oddMentions(in utf8: [UInt8]) -> [Mention] {
    utf8.withUnsafeBufferPointer { bytes in
      var result: [Mention] = []
      var read = 0
      while let sign = nextSign(from: read, in: bytes) {
        let start = Self.withBlankLine(Self.safeStart(before: sign, from: read, in: bytes), in: bytes)
        read = Self.safeEnd(after: sign, in: bytes)
        forEachMention(in: UnsafeBufferPointer(rebasing: bytes[start..<read])) { result.append($0.shifted(by: start)) }
      }
      return result
    }
  }

  private func nextSign(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    switch language {
    case .chinese:
      let oddities = ChineseOddities(bytes)
      return Self.first(from: start, in: bytes, among: ChineseOddities.isTrigger) { oddities.isSign(at: $0) }
    case .english:
      let oddities = EnglishOddities(bytes)
      return Self.first(from: start, in: bytes, among: EnglishOddities.isTrigger) { oddities.isSign(at: $0) }
    }
  }

  /// The first offset from `start` on whose byte is a trigger and where a sign stands.
  ///
  /// Costs a look at each byte up to it.
  @inline(__always)
  private static func first(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>, among isTrigger: [Bool], where isSign: (Int) -> Bool
  ) -> Int? {
    var index = start
    while index < bytes.count {
      if isTrigger[Int(bytes[index])], isSign(index) { return index }
      index += 1
    }
    return nil
  }

  /// The last place before a sign that no mention can cross; `floor` where there is none behind it.
  private static func safeStart(before sign: Int, from floor: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = sign
    while index > floor {
      if index >= leastContext, isSafe(at: index, in: bytes) { return index }
      index -= 1
    }
    return floor
  }

  /// The same place, a line end before it where that ends a blank line: what follows one is read otherwise.
  private static func withBlankLine(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    start > 1 && bytes[start - 1] == 0x0A && bytes[start - 2] == 0x0A ? start - 1 : start
  }

  private static func safeEnd(after sign: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = max(sign + 1, leastContext)
    while index < bytes.count {
      if isSafe(at: index, in: bytes) { return index }
      index += 1
    }
    return bytes.count
  }
}
