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
    let count = utf8.count(where: { $0 & 0xC0 != 0x80 })
    var offsets: [UInt32] = []
    values = [UInt32](unsafeUninitializedCapacity: count) { values, valueCount in
      offsets = [UInt32](unsafeUninitializedCapacity: count + 1) { offsets, offsetCount in
        utf8.withUnsafeBufferPointer { bytes in
          var (index, number) = (0, 0)
          while index < bytes.count, number < count {
            let (value, length) = UTF8Scan.scalar(in: bytes, at: index)
            values.initializeElement(at: number, to: form(value))
            offsets.initializeElement(at: number, to: UInt32(truncatingIfNeeded: index))
            number &+= 1
            index &+= length
          }
          offsets.initializeElement(at: number, to: UInt32(truncatingIfNeeded: bytes.count))
          (valueCount, offsetCount) = (number, number + 1)
        }
      }
    }
    self.utf8 = utf8
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
