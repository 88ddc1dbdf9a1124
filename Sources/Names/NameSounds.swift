import Lexicon
import TextCore

/// The sounds of a foreign name, one ASCII letter each, as far as Chinese keeps them apart: capitals are consonants
/// (`P` for b and p, `T` for d and t, `C` for ch and j), small letters vowels, `r` the coda that Chinese spells 尔.
///
/// The rules were written after the usual tables of transliteration (Xinhua's for English and other languages).
enum NameSounds {
  // MARK: Chinese

  /// The sounds of a Chinese transliteration, usual reading first, at most six; empty where a reading is unknown.
  ///
  /// Of a longer text the first 64 characters: more sounds than that are never compared.
  static func sounds(ofChinese name: some StringProtocol, reader: PinyinReader) -> [[UInt8]] {
    var results: [[UInt8]] = [[]]
    for scalar in name.unicodeScalars.prefix(64).map({ Folding.simplified($0.value) }) {
      if scalar == 0xB7 || scalar == 0x2E || scalar == 0x30FB || scalar == 0x2022 || scalar == 0x2027 { continue }
      var options = ownSounds[scalar] ?? []
      if options.isEmpty {
        guard scalar.isHan, let reading = reader.readings(of: scalar).first else { return [] }
        options = [sounds(of: reading)]
      }
      results = Array(results.flatMap { start in options.map { start + $0 } }.prefix(6))
    }
    return results == [[]] ? [] : results
  }

  private static func sounds(of syllable: PinyinSyllable) -> [UInt8] {
    let initial = syllable.initial
    let final = syllable.final.replacing("ü", with: "v")
    var vowels = finals[final] ?? final
    if final == "i", ["z", "c", "s", "zh", "ch", "sh", "r"].contains(initial) { vowels = "" }
    switch initial {
    case "w": return Array((vowels == "u" ? vowels : "W" + vowels).utf8)
    case "y": return Array((vowels.hasPrefix("i") ? vowels : "i" + vowels).utf8)
    default: return Array(((initials[initial] ?? "") + vowels).utf8)
    }
  }

  private static let initials: [String: String] = [
    "b": "P", "p": "P", "m": "M", "f": "F", "d": "T", "t": "T", "n": "N", "l": "L", "g": "K", "k": "K", "h": "H",
    "j": "C", "q": "C", "x": "S", "zh": "C", "ch": "C", "sh": "S", "r": "L", "z": "S", "c": "S", "s": "S",
  ]

  private static let finals: [String: String] = [
    "ao": "o", "ou": "o", "an": "aN", "en": "eN", "ang": "aN", "eng": "eN", "ong": "oN", "iao": "io", "ian": "iaN",
    "in": "iN", "iang": "iaN", "ing": "iN", "iong": "ioN", "uo": "o", "ui": "ui", "uan": "uaN", "un": "uN",
    "uang": "uaN",
    "er": "r", "v": "u", "ve": "ue", "van": "uaN", "vn": "uN",
  ]

  /// Characters that spell other sounds in names than their reading has, and those without a vowel of their own.
  private static let ownSounds: [UInt32: [[UInt8]]] = {
    let table = """
      尔r 耳r 儿r 加Ka/Cia 基Ki/Ci 吉Ki/Ci 杰Ke/Ce 斯S 史S 施S 什S 茨S 兹S 特T 德T 克K 格K 普P 布Pu 夫F 弗F 姆M 赫H 希Hi/Si
      西Si 休Hiu 夏Sa/Ca 扎Ca/Sa 泽Se 沃Wo 乌u 韦We 威Wi 维Wi 瓦Wa 伍Wu 亚ia 耶ie 叶ie 雅ia 约io/Co 尤iu 尧io 伊i 易i 因iN
      英iN 珍CeN 詹CaN 章CaN 琼CoN 乔Co 朱Cu 齐Ci/Si 奇Ci 切Ce 季Ti/Ci 蒂Ti 荣ioN/LoN
      """
    var result: [UInt32: [[UInt8]]] = [:]
    for entry in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let first = entry.unicodeScalars.first else { continue }
      result[first.value] = entry.dropFirst().split(separator: "/").map { Array($0.utf8) }
    }
    return result
  }()

  // MARK: English

  /// The sounds of one English word in plain lower-case letters.
  static func sounds(ofEnglish word: String) -> [UInt8] {
    var letters: [UInt8] = []
    for letter in word.utf8 where letters.last != letter { letters.append(letter) }
    var result: [UInt8] = []
    var index = 0
    while index < letters.count {
      if let rule = rules[letters[index]]?.first(where: { letters[index...].starts(with: $0.from) }) {
        result += rule.to
        index += rule.from.count
      } else {
        result.append(single(letters[index]))
        index += 1
      }
    }
    // A silent e.
    if result.count > 2, result.last == UInt8(ascii: "e"), !isVowel(result[result.count - 2]) { result.removeLast() }
    return result
  }

  private static func single(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"), UInt8(ascii: "p"): UInt8(ascii: "P")
    case UInt8(ascii: "d"), UInt8(ascii: "t"): UInt8(ascii: "T")
    case UInt8(ascii: "l"), UInt8(ascii: "r"): UInt8(ascii: "L")
    case UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "c"), UInt8(ascii: "q"): UInt8(ascii: "K")
    case UInt8(ascii: "s"), UInt8(ascii: "z"): UInt8(ascii: "S")
    case _ where isVowel(letter): letter
    default: letter & 0xDF  // f, h, m, n, v, w as capitals
    }
  }

  /// Groups of letters that are one sound; `G` is a g before e or i, `J` a j, `X` a ch, which languages read differently.
  private static let rules: [UInt8: [(from: [UInt8], to: [UInt8])]] = {
    let table = """
      tion=SoN ough=o augh=o eigh=ai igh=ai tsch=C tch=C sch=S scz=S cz=C dg=C dj=C zh=C ch=X sh=S ph=F th=T ck=K gh=K kh=H ng=N \
      wh=W qu=KW x=KS ce=Se ci=Si cy=Si ge=Ge gi=Gi gy=Gi j=J tz=S ts=S ee=i oo=u ou=u ow=o ew=iu au=o aw=o ea=i ie=i eu=e y=i
      """
    var result: [UInt8: [(from: [UInt8], to: [UInt8])]] = [:]
    for entry in table.split(separator: " ") {
      let parts = entry.split(separator: "=").map { Array($0.utf8) }
      result[parts[0][0], default: []].append((parts[0], parts[1]))
    }
    return result
  }()

  static func isVowel(_ sound: UInt8) -> Bool {
    switch sound {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
