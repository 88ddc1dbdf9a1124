import TextCore

/// A text as an array of scalars, Han ones Simplified, with the way back to its bytes.
///
/// Takes four bytes for each character.
struct HanText {
  /// The scalars; Traditional characters are replaced by Simplified ones, full-width ASCII by ASCII.
  let scalars: [UInt32]
  private let utf8: [UInt8]
  /// The first byte of every ``stride``-th scalar.
  private let marks: [UInt32]
  private let table = HanTraits.table

  private static let stride = 16

  init(_ text: MappedText) {
    var marks: [UInt32] = []
    marks.reserveCapacity(text.utf8.count / (3 * Self.stride) + 1)
    let simplifier = Folding.simplifier
    scalars = text.utf8.withUnsafeBufferPointer { bytes in
      // What is reserved and never written takes no memory.
      Array(unsafeUninitializedCapacity: bytes.count) { scalars, written in
        var count = 0
        var index = 0
        while index < bytes.count {
          let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
          if count % Self.stride == 0 { marks.append(UInt32(truncatingIfNeeded: index)) }
          scalars[count] = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : simplifier.simplified(scalar)
          count += 1
          index += length
        }
        written = count
      }
    }
    utf8 = text.utf8
    self.marks = marks
  }

  var count: Int { scalars.count }

  /// What may begin or end at the scalar at an index.
  @inline(__always)
  func traits(at index: Int) -> HanTraits {
    let scalar = scalars[index]
    return HanTraits(rawValue: scalar < 0x10000 ? table[Int(scalar)] : 0)
  }

  /// The bytes of a range of scalars.
  func span(_ range: Range<Int>) -> TextSpan {
    let start = offset(of: range.lowerBound)
    var end = start
    for _ in range { end += length(at: end) }
    return TextSpan(start, end)
  }

  /// The first byte of the scalar at an index; the end of the text for the index behind the last.
  private func offset(of index: Int) -> Int {
    let mark = min(index / Self.stride, marks.count - 1)
    guard mark >= 0 else { return 0 }
    var offset = Int(marks[mark])
    for _ in mark * Self.stride..<index { offset += length(at: offset) }
    return offset
  }

  /// How many bytes the scalar has that begins at a byte.
  private func length(at offset: Int) -> Int {
    let lead = utf8[offset]
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
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
  func string(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

  /// The index of the scalar that begins at or after a byte; quick where it lies a little behind `start`.
  func index(ofByte byte: Int, from start: Int = 0) -> Int {
    // The last mark that is not behind the byte.
    var low = 0
    var high = marks.count
    if start / Self.stride < high, Int(marks[start / Self.stride]) <= byte {
      low = start / Self.stride
      var step = 1
      while low + step < high, Int(marks[low + step]) <= byte {
        low += step
        step *= 2
      }
      high = min(high, low + step)
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(marks[middle]) <= byte { low = middle } else { high = middle }
    }
    guard low < marks.count else { return 0 }
    var index = low * Self.stride
    var offset = Int(marks[low])
    while offset < byte, index < count {
      offset += length(at: offset)
      index += 1
    }
    return index
  }
}
