import TextCore

/// A Chinese text as scalars, with full-width forms of ASCII made plain and Traditional characters made Simplified.
///
/// Owns nothing: it lives as long as ``read(_:_:)`` runs, and is copied at no cost.
struct FoldedText {
  /// What the scalars are read as.
  let values: UnsafeBufferPointer<UInt32>
  /// The first byte of each scalar, and the end of the text.
  private let offsets: UnsafeBufferPointer<UInt32>

  /// Calls `body` with valid UTF-8 of at most 4 GB, read.
  static func read<Result>(_ utf8: UnsafeBufferPointer<UInt8>, _ body: (FoldedText) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: utf8.count * 2 + 1) { memory in
      let values = UnsafeMutableBufferPointer(rebasing: memory[..<utf8.count])
      let offsets = UnsafeMutableBufferPointer(rebasing: memory[utf8.count...])
      let simplifier = Folding.simplifier
      var count = 0
      var index = 0
      while index < utf8.count {
        let (scalar, length) = UTF8Scan.scalar(in: utf8, at: index)
        values[count] = folded(scalar, simplifier)
        offsets[count] = UInt32(truncatingIfNeeded: index)
        count += 1
        index += length
      }
      offsets[count] = UInt32(truncatingIfNeeded: utf8.count)
      return body(
        FoldedText(
          values: UnsafeBufferPointer(rebasing: values[..<count]),
          offsets: UnsafeBufferPointer(rebasing: offsets[...count])))
    }
  }

  /// What a scalar is read as.
  @inline(__always)
  static func folded(_ scalar: UInt32, _ simplifier: Simplifier) -> UInt32 {
    switch scalar {
    case 0..<0x80: scalar
    case 0x3400...0x9FFF: simplifier.simplified(scalar)
    case 0xFF0C, 0xFF1A: scalar  // a comma or colon of Chinese text joins no figures
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x3000, 0xA0: 0x20
    case 0xFFE5: 0xA5
    default: scalar
    }
  }

  var count: Int { values.count }

  /// The scalar at `index`, or 0 outside the text.
  func at(_ index: Int) -> UInt32 { index >= 0 && index < values.count ? values[index] : 0 }

  /// The byte span of a range of scalars.
  func span(_ start: Int, _ end: Int) -> TextSpan { TextSpan(Int(offsets[start]), Int(offsets[end])) }

  /// Whether `word` stands at `index`.
  func has(_ word: [UInt32], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= count else { return false }
    for position in 0..<word.count where values[index + position] != word[position] { return false }
    return true
  }

  /// Whether `word` ends right before `index`, at or after `floor`.
  func has(_ word: [UInt32], before index: Int, floor: Int) -> Bool {
    index - word.count >= floor && has(word, at: index - word.count)
  }
}

extension UInt32 {
  /// Whether the scalar is one of a few characters.
  func isAmong(_ characters: StaticString) -> Bool {
    let bytes = UnsafeBufferPointer(start: characters.utf8Start, count: characters.utf8CodeUnitCount)
    var index = 0
    while index < bytes.count {
      let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
      if scalar == self { return true }
      index += length
    }
    return false
  }
}
