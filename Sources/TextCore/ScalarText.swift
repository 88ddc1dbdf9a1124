/// A text as an array of scalars, each with the offset of its first byte.
///
/// For readers that look back and ahead by characters. Takes nine bytes for each character beside the text.
public struct ScalarText: Sendable {
  /// The text as bytes.
  public let utf8: [UInt8]
  /// What stands for each scalar of the text: itself, or what the text was read as.
  public let values: [UInt32]
  /// The byte offset of each scalar, and of the end.
  @usableFromInline let offsets: [UInt32]

  /// Reads valid UTF-8 of at most 4 GB, each scalar as `form` says.
  @inlinable
  public init(_ utf8: [UInt8], each form: (_ scalar: UInt32) -> UInt32 = { $0 }) {
    var values: [UInt32] = []
    var offsets: [UInt32] = []
    values.reserveCapacity(utf8.count / 2)
    offsets.reserveCapacity(utf8.count / 2 + 1)
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (value, length) = UTF8Scan.scalar(in: bytes, at: index)
        values.append(form(value))
        offsets.append(UInt32(truncatingIfNeeded: index))
        index += length
      }
    }
    offsets.append(UInt32(truncatingIfNeeded: utf8.count))
    self.utf8 = utf8
    self.values = values
    self.offsets = offsets
  }

  /// How many scalars the text has.
  @inlinable
  public var count: Int { values.count }

  /// The scalar at `index`, or zero outside the text.
  @inlinable
  public subscript(index: Int) -> UInt32 { index >= 0 && index < values.count ? values[index] : 0 }

  /// The byte offset of the scalar at `index`, or of the end of the text.
  @inlinable
  public func offset(of index: Int) -> Int { Int(offsets[index]) }

  /// The bytes of a range of scalars.
  @inlinable
  public func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(offset(of: range.lowerBound), offset(of: range.upperBound))
  }

  /// A range of scalars as text.
  public func string(_ range: Range<Int>) -> String { String(scalars: values[range]) }
}

extension String {
  /// Creates the string of some scalars; numbers that are no scalar become U+FFFD.
  public init(scalars: some Sequence<UInt32>) {
    var view = String.UnicodeScalarView()
    for value in scalars { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    self.init(view)
  }
}
