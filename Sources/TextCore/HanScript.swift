/// Which script a Han character belongs to, where it belongs to one alone.
///
/// From the standards of the two: a character that has a Simplified form and is not in GB 2312 is Traditional; one that is
/// the Simplified form of another, is in GB 2312 and not among the common characters of Big5 is Simplified. Most
/// characters, `后` and `里` among them, are neither. The first use makes a table; after that a look-up is an array access.
public enum HanScript {
  /// Whether Simplified text does not have the character.
  public static func isTraditionalOnly(_ scalar: UInt32) -> Bool { table.isTraditionalOnly(scalar) }

  /// Whether Traditional text does not have the character.
  public static func isSimplifiedOnly(_ scalar: UInt32) -> Bool { table.isSimplifiedOnly(scalar) }

  /// The Traditional form of a Simplified character, or nil if it has none or several.
  public static func traditionalForm(of scalar: UInt32) -> UInt32? { forms[scalar].flatMap { $0 == 0 ? nil : $0 } }

  /// The same answers for whoever asks them of every character of a text.
  public struct Table: Sendable {
    @usableFromInline let scripts: [UInt8]

    /// Whether Simplified text does not have the character.
    @inlinable
    public func isTraditionalOnly(_ scalar: UInt32) -> Bool { self[scalar] & 1 != 0 }

    /// Whether Traditional text does not have the character.
    @inlinable
    public func isSimplifiedOnly(_ scalar: UInt32) -> Bool { self[scalar] & 2 != 0 }

    /// 1 for a character of Traditional text alone, 2 for one of Simplified text alone.
    @inlinable
    public subscript(scalar: UInt32) -> UInt8 {
      let index = Int(scalar) - 0x3400
      return scripts.indices.contains(index) ? scripts[index] : 0
    }
  }

  /// Made on first use.
  public static let table: Table = {
    var scripts = [UInt8](repeating: 0, count: han.count)
    for scalar in han {
      let simple = Folding.simplified(scalar)
      guard simple != scalar else { continue }
      if !isInGB2312(scalar), !shared.contains(scalar) { scripts[Int(scalar - han.lowerBound)] |= 1 }
      if han.contains(simple), isInGB2312(simple), !isCommonInBig5(simple) {
        scripts[Int(simple - han.lowerBound)] |= 2
      }
    }
    return Table(scripts: scripts)
  }()

  private static let han = UInt32(0x3400)...0x9FFF

  /// Zero where there are several.
  private static let forms: [UInt32: UInt32] = {
    var forms: [UInt32: UInt32] = [:]
    for scalar in UInt32(0x4E00)...0x9FFF where DoubleByteTable.big5.code(of: scalar) != nil {
      let simple = Folding.simplified(scalar)
      if simple != scalar { forms[simple] = forms[simple] == nil ? scalar : 0 }
    }
    return forms
  }()

  /// Characters beyond GB 2312 that the table of standard characters of 2013 has: `瞭望`, and those of names.
  private static let shared: Set<UInt32> = Set("瞭昇鍾甯".unicodeScalars.map(\.value))

  private static func isInGB2312(_ scalar: UInt32) -> Bool {
    guard let code = DoubleByteTable.gbk.code(of: scalar) else { return false }
    return code >= 0xB0A1 && code <= 0xF7FE && code & 0xFF >= 0xA1
  }

  private static func isCommonInBig5(_ scalar: UInt32) -> Bool {
    DoubleByteTable.big5.code(of: scalar).map { (0xA440...0xC67E).contains($0) } ?? false
  }
}
