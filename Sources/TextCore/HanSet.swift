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

  /// Whether the scalar is in the set.
  @inlinable
  public func contains(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 && bits[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0
  }
}
