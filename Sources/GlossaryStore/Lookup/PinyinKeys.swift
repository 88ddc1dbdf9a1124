/// What a Chinese term is looked up by when somebody types its reading.
struct PinyinKeys: Hashable {
  /// Letters only, without tones, `v` for `ü`: `taobaocun`.
  let flat: String
  /// The same with the tone after each syllable's vowels, for a query that gives tones: `ta2o...` is never shown.
  let toned: String
  /// The first letter of each syllable: `tbc`. Nil where the syllables cannot be told apart.
  let initials: String?
  let hasTones: Bool

  /// Reads pinyin with tone marks, with tone digits, or with neither: `Táobǎo cūn`, `tao2bao3 cun1`, `taobaocun`.
  /// Nil for text that cannot be pinyin.
  init?(_ text: String) {
    var letters: [UInt8] = []
    var marks: [UInt8] = []  // the tone that each letter carries, 0 for none
    var breaks: Set<Int> = [0]
    for scalar in text.decomposedStringOfPinyin {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A:
        letters.append(UInt8(scalar.value) | 0x20)
        marks.append(0)
      case 0x308, 0x3A:  // diaeresis, or the colon of u:
        guard letters.last == UInt8(ascii: "u") else { return nil }
        letters[letters.count - 1] = UInt8(ascii: "v")
      case 0x304, 0x301, 0x30C, 0x300:
        guard !letters.isEmpty else { return nil }
        marks[marks.count - 1] = [0x304: 1, 0x301: 2, 0x30C: 3, 0x300: 4][scalar.value]!
      case 0x30...0x35:
        guard !letters.isEmpty else { return nil }
        if scalar.value != 0x30 { Self.place(UInt8(scalar.value - 0x30), in: letters, from: breaks, marks: &marks) }
        breaks.insert(letters.count)
      case 0x20, 0x27, 0x2019, 0x2D, 0xB7, 0x2C, 0xFF0C, 0x2E: breaks.insert(letters.count)
      default: return nil
      }
    }
    guard !letters.isEmpty else { return nil }
    flat = String(decoding: letters, as: UTF8.self)
    hasTones = marks.contains { $0 != 0 }
    toned = Self.toned(letters, marks)
    initials = PinyinSyllables.starts(in: letters, marks: marks, breaks: breaks).map { starts in
      String(decoding: starts.map { letters[$0] }, as: UTF8.self)
    }
  }

  /// Puts the tone of a digit where its mark would stand: on a or e, on the o of ou, else on the last vowel.
  private static func place(_ tone: UInt8, in letters: [UInt8], from breaks: Set<Int>, marks: inout [UInt8]) {
    if tone == 5 { return }
    var start = letters.count - 1
    while start > 0 && !breaks.contains(start) { start -= 1 }
    let syllable = start..<letters.count
    let vowels = syllable.filter { "aeiouv".utf8.contains(letters[$0]) }
    let strong = vowels.first { letters[$0] == UInt8(ascii: "a") || letters[$0] == UInt8(ascii: "e") }
    let ou = vowels.first {
      letters[$0] == UInt8(ascii: "o") && $0 + 1 < letters.count && letters[$0 + 1] == UInt8(ascii: "u")
    }
    marks[strong ?? ou ?? vowels.last ?? syllable.last!] = tone
  }

  private static func toned(_ letters: [UInt8], _ marks: [UInt8]) -> String {
    var result: [UInt8] = []
    for (letter, mark) in zip(letters, marks) {
      result.append(letter)
      if mark != 0 { result.append(0x30 + mark) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension String {
  /// The scalars with the marked vowels of pinyin taken apart into letter and marks.
  fileprivate var decomposedStringOfPinyin: [Unicode.Scalar] {
    unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      if scalar.value < 0xC0 { return [scalar] }
      return Self.marked[scalar].map { Array($0.unicodeScalars) } ?? [scalar]
    }
  }

  private static let marked: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    let marks = ["\u{304}", "\u{301}", "\u{30C}", "\u{300}"]
    let vowels = ["a": "āáǎàĀÁǍÀ", "e": "ēéěèĒÉĚÈ", "i": "īíǐìĪÍǏÌ", "o": "ōóǒòŌÓǑÒ", "u": "ūúǔùŪÚǓÙ", "ü": "ǖǘǚǜǕǗǙǛ"]
    for (vowel, forms) in vowels {
      let base = vowel == "ü" ? "u\u{308}" : vowel
      for (index, form) in forms.unicodeScalars.enumerated() { table[form] = base + marks[index % 4] }
    }
    table["ü"] = "u\u{308}"
    table["Ü"] = "u\u{308}"
    table["ń"] = "n\u{301}"
    table["ň"] = "n\u{30C}"
    table["ǹ"] = "n\u{300}"
    table["ê"] = "e"
    return table
  }()
}

/// The syllables of Standard Chinese, for taking written words apart.
enum PinyinSyllables {
  /// Where the syllables of the letters begin; nil when they do not fit. No syllable runs over a break or carries two
  /// tones. Inside a word no syllable begins with a vowel, since an apostrophe would stand there: `danao` is `da nao`,
  /// not `dan ao`. Of the ways left the one with the fewest syllables is taken, then the one whose first is longest.
  static func starts(in letters: [UInt8], marks: [UInt8], breaks: Set<Int>) -> [Int]? {
    let count = letters.count
    // best[i] = the least cost from i to the end, and the length of the first syllable
    var best = [(cost: Int, length: Int)?](repeating: nil, count: count + 1)
    best[count] = (0, 0)
    for start in stride(from: count - 1, through: 0, by: -1) {
      for length in 1...6 where start + length <= count {
        let end = start + length
        if length > 1, breaks.contains(end - 1) { break }
        guard let rest = best[end], marks[start..<end].count(where: { $0 != 0 }) <= 1 else { continue }
        guard all.contains(String(decoding: letters[start..<end], as: UTF8.self)) else { continue }
        let lacksApostrophe = !breaks.contains(start) && "aoe".utf8.contains(letters[start])
        let cost = rest.cost + (lacksApostrophe ? 100 : 1)
        if best[start] == nil || cost <= best[start]!.cost { best[start] = (cost, length) }
      }
    }
    guard best[0] != nil else { return nil }
    var result: [Int] = []
    var index = 0
    while index < count {
      result.append(index)
      index += best[index]!.length
    }
    return result
  }

  private static let all: Set<String> = {
    let finals = [
      "": "a ai an ang ao e ei en eng er o ou", "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
      "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
      "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u", "f": "a an ang ei en eng o ou u",
      "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
      "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
      "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve ue",
      "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve ue",
      "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
      "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
      "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
      "j": "i ia ian iang iao ie in ing iong iu u uan ue un", "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
      "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
      "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
      "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
      "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
      "r": "an ang ao e en eng i ong ou u ua uan ui un uo", "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
      "c": "a ai an ang ao e en eng i ong ou u uan ui un uo", "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
      "y": "a an ang ao e i in ing o ong ou u uan ue un", "w": "a ai an ang ei en eng o u",
    ]
    var result: Set<String> = ["m", "n", "ng", "hm", "r"]
    for (initial, list) in finals {
      for final in list.split(separator: " ") { result.insert(initial + final) }
    }
    return result
  }()
}
