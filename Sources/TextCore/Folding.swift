import CICU

/// Folding for matching: what people write in different ways and mean alike becomes the same bytes.
///
/// Folded text is never shown. It is made by these steps, each scalar at a time:
/// - compatibility forms and width (NFKC, through ICU): `Ａ` to `a`, `％` to `%`, `㎡` to `m2`, `，` to `,`;
/// - case: to lower case;
/// - Traditional to Simplified Han: a table made from ICU and Unihan data, one character at a time;
/// - quotation marks and apostrophes, dashes and spaces of every shape to the plain ones.
public enum Folding {
  /// The folded form of the text; its offsets lead back to the text's own origin.
  ///
  /// Costs about a pass over the text; runs of combining marks go through ICU.
  public static func folded(_ text: MappedText) -> MappedText {
    var map = OffsetMap()
    let result = fold(text.utf8, into: &map)
    return MappedText(utf8: result, origin: map.composed(with: text.origin))
  }

  /// The folded form of a string, where offsets do not matter: keys of indexes, for example.
  public static func folded(_ string: some StringProtocol) -> String {
    var map = OffsetMap()
    return String(decoding: fold(Array(string.utf8), into: &map), as: UTF8.self)
  }

  /// The folded bytes of valid UTF-8, with the map back to the offsets in `utf8`.
  public static func folded(_ utf8: [UInt8]) -> (utf8: [UInt8], map: OffsetMap) {
    var map = OffsetMap()
    let result = fold(utf8, into: &map)
    return (result, map)
  }

  /// The Simplified form of a Han scalar, or the scalar itself.
  public static func simplified(_ scalar: UInt32) -> UInt32 {
    scalar < 0x3400 ? scalar : Simplifier.shared.simplified(scalar)
  }

  /// What ``simplified(_:)`` asks: hold it where a whole text is read.
  public static var simplifier: Simplifier { .shared }

  /// The text with every Traditional character replaced by its Simplified form, and nothing else changed.
  public static func simplified(_ string: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in string.unicodeScalars { result.append(Unicode.Scalar(simplified(scalar.value)) ?? scalar) }
    return String(result)
  }

  /// The folded form of one scalar, where that is one scalar and no other scalar can have a say in it; else nil.
  ///
  /// Combining marks, and what folding takes apart (`㎡`, `ﬁ`), give nil: ``foldedRun(at:in:into:)`` reads them.
  package static func foldedScalar(_ scalar: UInt32) -> UInt32? {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
    if isUnifiedHan(scalar) { return simplified(scalar) }
    if scalar > 0xFFFF || scalar & 0xF800 == 0xD800 || isCombining(scalar) { return nil }
    let folded = normalized([scalar])
    return folded.count == 1 ? canonical(folded[0]) : nil
  }

  private static func fold(_ utf8: [UInt8], into map: inout OffsetMap) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var scalars: [UInt32] = []
    let signs = FoldedSigns.shared
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let run = index
        while index < bytes.count, bytes[index] < 0x80 {  // ASCII keeps its length
          let byte = bytes[index]
          result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
          index += 1
        }
        if index < bytes.count, index > run, isCombining(UTF8Scan.scalar(in: bytes, at: index).value) {
          result.removeLast()  // the mark belongs to the letter before it
          index -= 1
        }
        map.append(derived: 1, source: 1, count: index - run)
        if index >= bytes.count { break }
        let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
        let before = result.count
        if isUnifiedHan(scalar) {
          append(simplified(scalar), to: &result)
          index += length
        } else if let folded = signs.folded(scalar), !isFollowedByMark(bytes, index + length) {
          append(folded, to: &result)
          index += length
        } else {
          scalars.removeAll(keepingCapacity: true)
          let end = foldedRun(at: index, in: bytes, into: &scalars)
          for scalar in scalars { append(scalar, to: &result) }
          map.append(derived: result.count - before, source: end - index)
          index = end
          continue
        }
        map.append(derived: result.count - before, source: length)
      }
    }
    return result
  }

  /// Folds the scalar at `start` with the combining marks that follow it; gives the offset after them.
  package static func foldedRun(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, into result: inout [UInt32]
  ) -> Int {
    var scalars: [UInt32] = []
    var index = start
    repeat {
      let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
      scalars.append(scalar)
      index += length
    } while scalars.count < 32 && isFollowedByMark(bytes, index)
    for scalar in normalized(scalars) { result.append(canonical(scalar)) }
    return index
  }

  /// Whether the scalar at `index` belongs to the one before it.
  @inline(__always)
  private static func isFollowedByMark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    // Han characters and full-width signs (U+4E00 to U+9FFF, U+FF00 to U+FF3F) are no marks.
    guard index < bytes.count, bytes[index] >= 0xCC, !(0xE5...0xE9).contains(bytes[index]) else { return false }
    return isCombining(UTF8Scan.scalar(in: bytes, at: index).value)
  }

  /// Whether a scalar is a mark that may join with the one before it.
  package static func isCombining(_ scalar: UInt32) -> Bool {
    scalar >= 0x300 && dz_nfkc_boundary_before(Int32(bitPattern: scalar)) == 0
  }

  /// Whether a scalar is one of the common Han characters, which no mark joins.
  @inline(__always)
  package static func isUnifiedHan(_ scalar: UInt32) -> Bool { scalar >= 0x4E00 && scalar <= 0x9FFF }

  fileprivate static func normalized(_ scalars: [UInt32]) -> [UInt32] {
    if scalars.count == 1, dz_nfkc_is_inert(Int32(bitPattern: scalars[0])) != 0 { return scalars }
    var units: [UInt16] = []
    for scalar in scalars { units.append(contentsOf: UTF16.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")!) }
    var out = [UInt16](repeating: 0, count: units.count * 20 + 16)
    let written = dz_nfkc(units, Int32(units.count), &out, Int32(out.count))
    guard written >= 0 else { return scalars }
    return String(decoding: out[..<Int(written)], as: UTF16.self).unicodeScalars.map(\.value)
  }

  /// Lower case, Simplified, and one shape of quote, dash and space.
  private static func canonical(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x2018, 0x2019, 0x201B, 0x2032, 0x60, 0xB4: 0x27
    case 0x201C, 0x201D, 0x201F, 0x2033, 0x300C...0x300F: 0x22
    case 0x2010...0x2015, 0x2212: 0x2D
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
    case 0x3001: 0x2C
    case 0x3002: 0x2E
    case 0x30FB, 0x2022, 0x2027: 0xB7
    default:
      scalar.isHan ? simplified(scalar) : UInt32(bitPattern: dz_lowercase(Int32(bitPattern: scalar)))
    }
  }

  private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
    if scalar < 0x80 {
      result.append(UInt8(scalar))
    } else {
      result.append(contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")!)
    }
  }
}

/// The table of ``simplifiedPairs``, spread out for look-up by code point.
public struct Simplifier: Sendable {
  static let shared = Simplifier()
  @usableFromInline let basic: [UInt32]
  @usableFromInline let supplementary: [UInt32: UInt32]

  /// The Simplified form of a Han scalar, or the scalar itself.
  @inlinable
  public func simplified(_ scalar: UInt32) -> UInt32 {
    guard scalar <= 0xFFFF else { return supplementary[scalar] ?? scalar }
    return basic[Int(scalar)]
  }

  private init() {
    var basic = (0..<0x10000).map { UInt32($0) }
    var supplementary: [UInt32: UInt32] = [:]
    var traditional: UInt32?
    for scalar in simplifiedPairs.unicodeScalars {
      guard let key = traditional else {
        traditional = scalar.value
        continue
      }
      if key <= 0xFFFF { basic[Int(key)] = scalar.value } else { supplementary[key] = scalar.value }
      traditional = nil
    }
    self.basic = basic
    self.supplementary = supplementary
  }
}

/// The folded forms of the signs that Chinese and English articles are full of, spread out for look-up.
private struct FoldedSigns: Sendable {
  static let shared = FoldedSigns()
  /// U+0080 to U+017F, U+2000 to U+206F, U+3000 to U+303F, U+FF00 to U+FF5F, one after the other; 0 for the others.
  private let table: [UInt16]

  private init() {
    table = [0x80..<0x180, 0x2000..<0x2070, 0x3000..<0x3040, 0xFF00..<0xFF60].flatMap { range in
      range.map { UInt16(truncatingIfNeeded: Folding.foldedScalar($0) ?? 0) }
    }
  }

  @inline(__always)
  func folded(_ scalar: UInt32) -> UInt32? {
    let index: UInt32
    switch scalar {
    case 0x80..<0x180: index = scalar - 0x80
    case 0x2000..<0x2070: index = scalar - 0x2000 + 0x100
    case 0x3000..<0x3040: index = scalar - 0x3000 + 0x170
    case 0xFF00..<0xFF60: index = scalar - 0xFF00 + 0x1B0
    default: return nil
    }
    let folded = table[Int(index)]
    return folded == 0 ? nil : UInt32(folded)
  }
}
