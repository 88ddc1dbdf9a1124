/// One syllable of Hanyu Pinyin: its letters and its tone.
public struct PinyinSyllable: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Lower-case letters without tone; `ü` stays `ü`, and `ê` stays `ê`.
  public let letters: String
  /// 1 to 4; 5 is the neutral tone, 0 a tone that is not written.
  public let tone: Int

  /// Creates the syllable with these letters (lower case, `ü` for `v`) and tone.
  public init(letters: String, tone: Int) {
    self.letters = letters
    self.tone = tone
  }

  /// Reads `zhàn`, `zhan4`, `Zhan`, `lǜ`, `lu:4`, `lv4`; tone marks may be scalars of their own.
  ///
  /// A syllable without mark or number has tone 0. Nil when something in it is no letter of Pinyin.
  public init?(_ text: some StringProtocol) {
    var letters = String.UnicodeScalarView()
    var tone = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z": letters.append(scalar == "v" ? "ü" : scalar)
      case "A"..."Z": letters.append(scalar == "V" ? "ü" : Unicode.Scalar(scalar.value + 0x20)!)
      case "ü", "Ü": letters.append("ü")
      case "ê", "Ê": letters.append("ê")
      case "1"..."5": tone = Int(scalar.value - 0x30)
      case "0": tone = 5
      case ":", "\u{308}":
        guard letters.last == "u" else { return nil }
        letters.removeLast()
        letters.append("ü")
      case "\u{302}":
        guard letters.last == "e" else { return nil }
        letters.removeLast()
        letters.append("ê")
      default:
        if let mark = Self.combiningTone(scalar) {
          tone = mark
        } else if let (letter, mark) = Self.toned[scalar] {
          letters.append(letter)
          tone = mark
        } else {
          return nil
        }
      }
    }
    guard !letters.isEmpty else { return nil }
    self.init(letters: String(letters), tone: tone)
  }

  /// The syllable with its tone mark: `zhàn`; without a mark in the neutral tone.
  public var marked: String {
    guard (1...4).contains(tone), let place = markedIndex else { return letters }
    var result = String.UnicodeScalarView()
    for (index, scalar) in letters.unicodeScalars.enumerated() {
      if index == place { result.append(contentsOf: Self.marked(scalar, tone: tone)) } else { result.append(scalar) }
    }
    return String(result)
  }

  /// The syllable with its tone as a number: `zhan4`; `ü` is written `u:`, as CC-CEDICT does.
  public var numbered: String {
    let plain = letters.unicodeScalars.map { $0 == "ü" ? "u:" : String($0) }.joined()
    return tone == 0 ? plain : plain + String(tone)
  }

  /// The letters as a passport or a file name has them: `ü` without its dots.
  public var ascii: String {
    String(String.UnicodeScalarView(letters.unicodeScalars.map { $0 == "ü" ? "u" : $0 == "ê" ? "e" : $0 }))
  }

  public var description: String { marked }

  /// Whether a scalar is a letter of Pinyin that bears a tone mark.
  public static func isToned(_ scalar: Unicode.Scalar) -> Bool { toned[scalar] != nil }

  public static func < (a: PinyinSyllable, b: PinyinSyllable) -> Bool { (a.letters, a.tone) < (b.letters, b.tone) }

  /// The index of the letter that bears the mark: a or e, the o of ou, else the last vowel; else the nasal.
  private var markedIndex: Int? {
    let scalars = Array(letters.unicodeScalars)
    if let index = scalars.firstIndex(where: { "aeê".unicodeScalars.contains($0) }) { return index }
    if let index = scalars.indices.first(where: {
      scalars[$0] == "o" && $0 + 1 < scalars.count && scalars[$0 + 1] == "u"
    }) {
      return index
    }
    return scalars.lastIndex { "iouü".unicodeScalars.contains($0) }
      ?? scalars.firstIndex { "mn".unicodeScalars.contains($0) }
  }

  private static let combiningMarks: [Unicode.Scalar] = ["\u{304}", "\u{301}", "\u{30C}", "\u{300}"]

  private static func combiningTone(_ scalar: Unicode.Scalar) -> Int? {
    combiningMarks.firstIndex(of: scalar).map { $0 + 1 }
  }

  /// Precomposed letters: each row is a letter and what it looks like in the four tones.
  private static let rows: [[Unicode.Scalar]] = [
    ["a", "ā", "á", "ǎ", "à"], ["e", "ē", "é", "ě", "è"], ["i", "ī", "í", "ǐ", "ì"], ["o", "ō", "ó", "ǒ", "ò"],
    ["u", "ū", "ú", "ǔ", "ù"], ["ü", "ǖ", "ǘ", "ǚ", "ǜ"],
  ]

  private static let toned: [Unicode.Scalar: (letter: Unicode.Scalar, tone: Int)] = {
    var table: [Unicode.Scalar: (letter: Unicode.Scalar, tone: Int)] = [:]
    for row in rows {
      for tone in 1...4 {
        table[row[tone]] = (row[0], tone)
        if let capital = String(row[tone]).uppercased().unicodeScalars.first { table[capital] = (row[0], tone) }
      }
    }
    for (letter, tone, base) in [("ḿ", 2, "m"), ("ń", 2, "n"), ("ň", 3, "n"), ("ǹ", 4, "n")]
      as [(Unicode.Scalar, Int, Unicode.Scalar)]
    {
      table[letter] = (base, tone)
    }
    table["ế"] = ("ê", 2)
    table["ề"] = ("ê", 4)
    // A breve is a common slip for the third tone.
    for (letter, base) in [("ă", "a"), ("ĕ", "e"), ("ĭ", "i"), ("ŏ", "o"), ("ŭ", "u")]
      as [(Unicode.Scalar, Unicode.Scalar)]
    {
      table[letter] = (base, 3)
    }
    return table
  }()

  private static func marked(_ letter: Unicode.Scalar, tone: Int) -> [Unicode.Scalar] {
    if let row = rows.first(where: { $0[0] == letter }) { return [row[tone]] }
    switch (letter, tone) {
    case ("n", 2): return ["ń"]
    case ("n", 3): return ["ň"]
    case ("n", 4): return ["ǹ"]
    case ("m", 2): return ["ḿ"]
    case ("ê", 2): return ["ế"]
    case ("ê", 4): return ["ề"]
    default: return [letter, combiningMarks[tone - 1]]
    }
  }
}
