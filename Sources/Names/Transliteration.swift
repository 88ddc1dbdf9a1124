import Lexicon
import TextCore

/// Foreign names that Chinese spells by sound: 特朗普 is Trump.
///
/// A skeleton of consonant classes is a key that both languages share: half of all pairs agree exactly, and short
/// skeletons agree by chance. Whoever has both names at hand compares their sounds with ``TransliterationKey``.
public enum Transliteration {
  /// The skeletons of a Chinese transliteration, usual reading first: 特朗普 gives `TLNP`.
  ///
  /// A character with two sounds (加: `C` in Canada's Jia, `K` in Gabon) gives both; at most four. Empty for text with
  /// other than Han characters, or with one whose reading is unknown, and for more than 64 characters, which are no name.
  public static func skeletons(
    ofChinese name: some StringProtocol, reader: PinyinReader = PinyinReader()
  ) -> [String] {
    var results = [""]
    let scalars = name.unicodeScalars.prefix(65).map { Folding.simplified($0.value) }
    if scalars.count > 64 { return [] }
    for scalar in scalars {
      if scalar == 0xB7 || scalar == 0x2E || scalar == 0x30FB { continue }
      guard scalar.isHan, let reading = reader.readings(of: scalar).first else {
        return []
      }
      let classes = classes(of: scalar, reading: reading)
      let extended = results.flatMap { result in classes.map { result + $0 } }
      results = Array(extended.prefix(4))
    }
    var unique: [String] = []
    for result in results.map(squeezed) where !unique.contains(result) { unique.append(result) }
    return unique
  }

  /// The skeleton of an English name: `Trump` gives `TLNP`.
  public static func skeleton(ofEnglish name: some StringProtocol) -> String {
    var letters = Array(EnglishName.plain(String(name)).utf8)
    letters = withoutCodas(spelled(letters))
    var result = ""
    for letter in letters { if let kind = kinds[letter] { result.append(kind) } }
    return squeezed(result)
  }

  /// How alike the two names sound, 0 to 1; see ``TransliterationKey/similarity(to:)``.
  public static func similarity(chinese: String, english: String, reader: PinyinReader = PinyinReader()) -> Double {
    TransliterationKey(chinese: chinese, reader: reader).similarity(to: TransliterationKey(english: english))
  }

  // MARK: Chinese

  private static func classes(of scalar: UInt32, reading: PinyinSyllable) -> [String] {
    switch scalar {
    case 0x5C14, 0x8033, 0x513F: return [""]  // 尔 耳 儿: a coda l or r
    case 0x52A0, 0x5409, 0x6770: return reading.letters == "jia" ? ["K", "C"] : ["C", "K"]  // 加 吉 杰
    case 0x624E, 0x7AE0, 0x8A79:
      return reading.final.hasSuffix("n") || reading.final.hasSuffix("ng") ? ["CN"] : ["C", "S"]  // 扎 章 詹
    case 0x57FA: return ["K", "C"]  // 基
    case 0x65AF, 0x4EC0, 0x53F2, 0x65BD: return ["S"]  // 斯 什 史 施
    case 0x5E0C, 0x897F, 0x9521: return ["S", ""]  // 希 西 锡: Hi, Si
    default: break
    }
    var result = initialKinds[reading.initial] ?? ""
    if reading.final.hasSuffix("n") || reading.final.hasSuffix("ng") { result += "N" }
    return [result]
  }

  private static let initialKinds: [String: String] = [
    "b": "P", "p": "P", "m": "N", "f": "V", "d": "T", "t": "T", "n": "N", "l": "L", "g": "K", "k": "K", "j": "C",
    "q": "C", "x": "S", "zh": "C", "ch": "C", "sh": "S", "r": "L", "z": "S", "c": "S", "s": "S", "w": "V",
  ]

  // MARK: English

  /// Writes each sound with one byte: capitals are classes already made.
  private static func spelled(_ letters: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < letters.count {
      if let rule = rules.first(where: { letters[index...].starts(with: $0.from) }) {
        result += rule.to
        index += rule.from.count
      } else {
        result.append(letters[index])
        index += 1
      }
    }
    return result
  }

  private static let rules: [(from: [UInt8], to: [UInt8])] = [
    ("tion", "SN"), ("ough", "o"), ("augh", "o"), ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("scz", "S"), ("ch", "C"),
    ("sh", "S"), ("ph", "V"), ("th", "T"), ("ck", "K"), ("gh", "K"), ("kh", "K"), ("zh", "C"), ("ng", "n"), ("wh", "V"),
    ("qu", "KV"), ("x", "KS"), ("ce", "Se"), ("ci", "Si"), ("cy", "Sy"), ("ge", "Ce"), ("gi", "Ci"), ("dj", "C"),
    ("j", "C"), ("tz", "S"), ("ts", "S"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  /// Drops `l` and `r` that end a syllable: Chinese writes 尔 for them, or nothing.
  private static func withoutCodas(_ letters: [UInt8]) -> [UInt8] {
    letters.indices.filter { index in
      guard letters[index] == UInt8(ascii: "l") || letters[index] == UInt8(ascii: "r") else { return true }
      let next = index + 1 < letters.count ? letters[index + 1] : 0
      return "aeiouylr".utf8.contains(next)
    }.map { letters[$0] }
  }

  private static let kinds: [UInt8: Character] = {
    var result: [UInt8: Character] = [:]
    for (kind, letters) in [
      ("P", "bp"), ("N", "mn"), ("V", "fvw"), ("T", "dt"), ("L", "lr"), ("K", "gkcq"), ("S", "sz"),
    ] {
      for letter in letters.utf8 { result[letter] = Character(kind) }
    }
    for letter in "CSTVKNPL".utf8 { result[letter] = Character(Unicode.Scalar(letter)) }
    return result
  }()

  /// Runs of one class count once.
  private static func squeezed(_ skeleton: String) -> String {
    var result = ""
    for kind in skeleton where result.last != kind { result.append(kind) }
    return result
  }
}
