/// Which script a Han character belongs to, where it belongs to one alone.
///
/// From the standards of the two: a character that has a Simplified form and is not in GB 2312 is Traditional; one that is
/// the Simplified form of another, is in GB 2312 and not among the common characters of Big5 is Simplified. Most
/// characters, `后` and `里` among them, are neither.
public enum HanScript {
  /// Whether Simplified text does not have the character.
  public static func isTraditionalOnly(_ scalar: Unicode.Scalar) -> Bool {
    let simplified = Folding.simplified(scalar.value)
    return simplified != scalar.value && !isInGB2312(scalar.value)
  }

  /// Whether Traditional text does not have the character.
  public static func isSimplifiedOnly(_ scalar: Unicode.Scalar) -> Bool {
    guard simplifiedForms.contains(scalar.value), isInGB2312(scalar.value) else { return false }
    guard let code = DoubleByteTable.big5.code(of: scalar.value) else { return true }
    return !(0xA440...0xC67E).contains(code)
  }

  private static func isInGB2312(_ scalar: UInt32) -> Bool {
    guard let code = DoubleByteTable.gbk.code(of: scalar) else { return false }
    return code >= 0xB0A1 && code <= 0xF7FE && code & 0xFF >= 0xA1
  }

  /// The characters that others are simplified to.
  private static let simplifiedForms: Set<UInt32> = {
    var result: Set<UInt32> = []
    for scalar in UInt32(0x3400)...0x9FFF {
      let simplified = Folding.simplified(scalar)
      if simplified != scalar { result.insert(simplified) }
    }
    return result
  }()
}
