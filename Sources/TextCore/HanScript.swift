/// Which script a Han character belongs to, where it belongs to one alone.
///
/// From the standards of the two: a character that has a Simplified form and is not in GB 2312 is Traditional; one that is
/// the Simplified form of another, is in GB 2312 and not among the common characters of Big5 is Simplified. Most
/// characters, `后` and `里` among them, are neither. The first use makes a table; after that a look-up is an array access.
public enum HanScript {
  /// Whether Simplified text does not have the character.
  public static func isTraditionalOnly(_ scalar: UInt32) -> Bool { scripts(of: scalar) & traditional != 0 }

  /// Whether Traditional text does not have the character.
  public static func isSimplifiedOnly(_ scalar: UInt32) -> Bool { scripts(of: scalar) & simplified != 0 }

  /// The Traditional form of a Simplified character, or nil if it has none or several.
  public static func traditionalForm(of scalar: UInt32) -> UInt32? { forms[scalar].flatMap { $0 == 0 ? nil : $0 } }

  private static let traditional: UInt8 = 1
  private static let simplified: UInt8 = 2

  @inline(__always)
  private static func scripts(of scalar: UInt32) -> UInt8 {
    han.contains(scalar) ? table[Int(scalar - han.lowerBound)] : 0
  }

  private static let han = UInt32(0x3400)...0x9FFF

  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: han.count)
    for scalar in han {
      let simple = Folding.simplified(scalar)
      guard simple != scalar else { continue }
      if !isInGB2312(scalar), !shared.contains(scalar) { table[Int(scalar - han.lowerBound)] |= traditional }
      if han.contains(simple), isInGB2312(simple), !isCommonInBig5(simple) {
        table[Int(simple - han.lowerBound)] |= simplified
      }
    }
    return table
  }()

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
