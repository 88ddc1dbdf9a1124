import TextCore

/// A text as an array of scalars, Han ones Simplified, each knowing the byte where it begins.
struct HanText {
  /// The scalars; Traditional characters are replaced by Simplified ones, full-width ASCII by ASCII.
  let scalars: [UInt32]
  /// What may begin or end at each scalar.
  let traits: [HanTraits]
  /// The first byte of each scalar, and the length of the text at the end.
  let offsets: [Int32]

  init(_ text: MappedText) {
    var scalars: [UInt32] = []
    var traits: [HanTraits] = []
    var offsets: [Int32] = []
    let table = HanTraits.table
    let simplifier = Folding.simplifier
    scalars.reserveCapacity(text.utf8.count / 2)
    traits.reserveCapacity(text.utf8.count / 2)
    offsets.reserveCapacity(text.utf8.count / 2 + 1)
    text.utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
        let folded = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : simplifier.simplified(scalar)
        scalars.append(folded)
        traits.append(HanTraits(rawValue: folded < 0x10000 ? table[Int(folded)] : 0))
        offsets.append(Int32(truncatingIfNeeded: index))
        index += length
      }
    }
    offsets.append(Int32(truncatingIfNeeded: text.utf8.count))
    self.scalars = scalars
    self.traits = traits
    self.offsets = offsets
  }

  var count: Int { scalars.count }

  /// The bytes of a range of scalars.
  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(Int(offsets[range.lowerBound]), Int(offsets[range.upperBound]))
  }

  /// The scalar at an index, or U+0000 outside the text.
  func scalar(_ index: Int) -> UInt32 { index >= 0 && index < scalars.count ? scalars[index] : 0 }

  func isHan(_ index: Int) -> Bool { scalar(index).isHan }

  /// Whether a word stands at an index.
  func has(_ word: [UInt32], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= scalars.count else { return false }
    for position in 0..<word.count where scalars[index + position] != word[position] { return false }
    return true
  }

  /// The scalars of a range as UTF-8.
  func utf8(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count * 3)
    for scalar in scalars[range] {
      guard let scalar = Unicode.Scalar(scalar), let encoded = UTF8.encode(scalar) else { continue }
      result.append(contentsOf: encoded)
    }
    return result
  }

  /// The scalars of a range as a string.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars[range] { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(view)
  }

  /// The index of the scalar that begins at or after a byte; quick where it lies a little behind `start`.
  func index(ofByte byte: Int, from start: Int = 0) -> Int {
    let byte = Int32(truncatingIfNeeded: byte)
    var low = 0
    var high = offsets.count - 1
    if start <= high, offsets[start] <= byte {
      low = start
      var step = 8
      while low + step < high, offsets[low + step] < byte {
        low += step
        step *= 2
      }
      high = min(high, low + step)
    }
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
