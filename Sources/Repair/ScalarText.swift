import TextCore

/// A text as an array of scalars, each with the offset of its first byte.
struct ScalarText {
  /// The text as bytes.
  let utf8: [UInt8]
  let values: [UInt32]
  /// The byte offset of each scalar, and of the end.
  private let offsets: [UInt32]

  init(_ utf8: [UInt8]) {
    var values: [UInt32] = []
    var offsets: [UInt32] = []
    values.reserveCapacity(utf8.count / 2)
    offsets.reserveCapacity(utf8.count / 2 + 1)
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (value, length) = UTF8Scan.scalar(in: bytes, at: index)
        values.append(value)
        offsets.append(UInt32(truncatingIfNeeded: index))
        index += length
      }
    }
    offsets.append(UInt32(truncatingIfNeeded: utf8.count))
    self.utf8 = utf8
    self.values = values
    self.offsets = offsets
  }

  var count: Int { values.count }

  /// The scalar at `index`, or zero outside the text.
  @inline(__always)
  subscript(index: Int) -> UInt32 { index >= 0 && index < values.count ? values[index] : 0 }

  /// The bytes of a range of scalars.
  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(Int(offsets[range.lowerBound]), Int(offsets[range.upperBound]))
  }

  /// Whether U+FFFD, or the 锟 that it becomes in GBK, stands in a range or near it: what is left there is no damage that
  /// can be undone.
  func isLost(near range: Range<Int>) -> Bool {
    (range.lowerBound - 3..<range.upperBound + 3).contains { self[$0] == 0xFFFD || self[$0] == 0x951F }
  }

  /// The text of a range of scalars.
  func string(_ range: Range<Int>) -> String { String(scalars: values[range]) }
}

extension String {
  /// Creates the string of some scalars; numbers that are no scalar become U+FFFD.
  init(scalars: some Sequence<UInt32>) {
    var view = String.UnicodeScalarView()
    for value in scalars { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    self.init(view)
  }
}
