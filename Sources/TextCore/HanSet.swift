/// A set of Han characters, asked for every character of a text: a bit for each scalar of the Basic Multilingual Plane.
public struct HanSet: Sendable {
  @usableFromInline let bits: [UInt64]

  /// Creates the set of the Han characters of a string; what else it holds is left out.
  public init(_ characters: String) { self.init(characters.unicodeScalars.lazy.map(\.value).filter { $0 > 0x2000 }) }

  /// Creates the set of some scalars; those beyond the Basic Multilingual Plane are left out.
  public init(_ scalars: some Sequence<UInt32>) {
    var bits = [UInt64](repeating: 0, count: 0x10000 / 64)
    for scalar in scalars where scalar < 0x10000 { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
    self.bits = bits
  }

  /// The scalars of the set in their order.
  ///
  /// Costs a look at a thousand numbers.
  public var members: [UInt32] {
    var result: [UInt32] = []
    for (place, bits) in bits.enumerated() where bits != 0 {
      for bit in 0..<UInt32(64) where bits & (1 << UInt64(bit)) != 0 { result.append(UInt32(place) * 64 + bit) }
    }
    return result
  }

  /// Whether the scalar is in the set.
  @inlinable
  public func contains(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 && bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
  }
}
