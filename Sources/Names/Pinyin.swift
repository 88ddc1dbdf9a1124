import Lexicon

/// Hanyu pinyin as people write it: with tone marks, with numbers, with neither; syllables joined or apart.
public enum Pinyin {
  /// Whether the letters (lower case, `ü` or `v`) are a syllable of Standard Chinese.
  public static func isSyllable(_ letters: String) -> Bool { PinyinSyllables.contains(canonicalLetters(letters)) }

  /// The syllables of a written word or phrase: `taobaocun`, `Táobǎocūn`, `tao2 bao3 cun1`, `Xi'an`.
  ///
  /// Joined syllables are cut as the orthography asks: an apostrophe, a hyphen or a space always cuts; else the fewest
  /// syllables, and of those the ones whose next begins with a consonant. Nil for text that is not pinyin. At most 64
  /// letters a word.
  public static func syllables(in text: some StringProtocol) -> [PinyinSyllable]? {
    var result: [PinyinSyllable] = []
    for word in words(of: text) {
      guard let cut = cuts(of: word, limit: 1).first else { return nil }
      result += cut
    }
    return result.isEmpty ? nil : result
  }

  /// Every way to cut one word without separators into syllables, the most usual first, at most `limit`.
  public static func readings(of word: some StringProtocol, limit: Int = 8) -> [[PinyinSyllable]] {
    let parts = words(of: word)
    return parts.count == 1 ? cuts(of: parts[0], limit: limit) : []
  }

  /// The letters alone in lower case, `v` for `ü`, without tones or separators: `taobaocun`.
  ///
  /// For keys and search.
  public static func flat(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in String(text).unicodeScalars {
      let (letter, _) = unmarked(lowercased(scalar))
      if letter == "ü" {
        result.append("v")
      } else if letter.isASCII, letter.properties.isAlphabetic {
        result.unicodeScalars.append(letter)
      } else if letter == ":" || letter == "\u{308}", result.hasSuffix("u") {
        result.removeLast()
        result.append("v")
      }
    }
    return result
  }

  /// The first letter of each syllable: `tbc`.
  ///
  /// Nil for text that is not pinyin.
  public static func initials(_ text: some StringProtocol) -> String? {
    syllables(in: text).map { $0.compactMap { $0.flat.first.map(String.init) }.joined() }
  }

  /// The same text with tone marks in place of numbers: `Tao2bao3 cun1` to `Táobǎo cūn`.
  ///
  /// What is not pinyin stays.
  public static func marked(fromNumbered text: String) -> String {
    var result = ""
    var letters = ""
    func flush() {
      result += letters
      letters = ""
    }
    for character in text {
      if let tone = character.wholeNumberValue, (1...5).contains(tone), character.isASCII,
        let cut = syllableSuffix(of: letters)
      {
        result += letters.dropLast(cut.count)
        let syllable = PinyinSyllable(letters: canonicalLetters(cut), tone: tone).marked
        result += cut.first?.isUppercase == true ? syllable.prefix(1).uppercased() + syllable.dropFirst() : syllable
        letters = ""
      } else if character.isLetter || character == ":" {
        letters.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  /// The same text with tone numbers in place of marks, syllables apart: `Táobǎo cūn` to `tao2 bao3 cun1`.
  ///
  /// Nil for text that is not pinyin.
  public static func numbered(fromMarked text: some StringProtocol) -> String? {
    syllables(in: text).map { $0.map(\.numbered).joined(separator: " ") }
  }

  /// Writes syllables as one word: an apostrophe goes before a later syllable that begins with `a`, `o` or `e`.
  public static func joined(_ syllables: [PinyinSyllable], marked: Bool = true) -> String {
    var result = ""
    for syllable in syllables {
      let text = marked ? syllable.marked : syllable.letters
      if !result.isEmpty, let first = syllable.letters.first, "aoe".contains(first) { result += "'" }
      result += text
    }
    return result
  }

  // MARK: Cutting

  /// One scalar of a word: its letter without mark, the tone it carries, and whether a digit follows.
  private struct Letter {
    var letter: Unicode.Scalar
    var tone: Int?
    var number: Int?
  }

  /// Words of letters, cut at everything that is neither letter nor tone number.
  ///
  /// Empty for text that holds digits or letters that pinyin has not.
  private static func words(of text: some StringProtocol) -> [[Letter]] {
    var result: [[Letter]] = []
    var word: [Letter] = []
    for scalar in String(text).unicodeScalars {
      let (letter, tone) = unmarked(lowercased(scalar))
      if (letter.value >= 0x61 && letter.value <= 0x7A) || letter == "ü" {
        word.append(Letter(letter: letter == "v" ? "ü" : letter, tone: tone))
      } else if letter == ":", word.last?.letter == "u" {
        word[word.count - 1].letter = "ü"
      } else if (0x31...0x35).contains(letter.value), !word.isEmpty, word[word.count - 1].number == nil {
        word[word.count - 1].number = Int(letter.value - 0x30)
      } else if tone != nil && letter == "\u{0}" {
        if !word.isEmpty { word[word.count - 1].tone = tone }
      } else if letter.properties.isAlphabetic || letter.properties.numericType != nil {
        return []
      } else if letter == "\u{308}", word.last?.letter == "u" {
        word[word.count - 1].letter = "ü"
      } else if !word.isEmpty {
        result.append(word)
        word = []
      }
      if word.count > 64 { return [] }
    }
    if !word.isEmpty { result.append(word) }
    return result
  }

  /// The ways to cut a word, fewest syllables first.
  ///
  /// Walks the cuts from the right with a table, so that the cost is bounded by `limit` for each place.
  private static func cuts(of word: [Letter], limit: Int) -> [[PinyinSyllable]] {
    var best = [[[PinyinSyllable]]](repeating: [], count: word.count + 1)
    best[word.count] = [[]]
    for start in stride(from: word.count - 1, through: 0, by: -1) {
      var found: [[PinyinSyllable]] = []
      for length in stride(from: min(6, word.count - start), through: 1, by: -1) {
        guard !best[start + length].isEmpty, let syllable = syllable(word[start..<start + length]) else { continue }
        for rest in best[start + length] { found.append([syllable] + rest) }
      }
      found.sort { ($0.count, vowelStarts($0)) < ($1.count, vowelStarts($1)) }
      best[start] = Array(found.prefix(max(limit, 4)))
    }
    return Array(best[0].prefix(limit))
  }

  /// How many later syllables begin with a vowel; they want an apostrophe, so a cut without them is likelier.
  private static func vowelStarts(_ syllables: [PinyinSyllable]) -> Int {
    syllables.dropFirst().count { $0.initial.isEmpty }
  }

  private static func syllable(_ letters: ArraySlice<Letter>) -> PinyinSyllable? {
    var text = String.UnicodeScalarView()
    var tone: Int?
    for (index, letter) in zip(letters.indices, letters) {
      text.append(letter.letter)
      if let mark = letter.tone {
        if tone != nil { return nil }
        tone = mark
      }
      if let number = letter.number {
        if tone != nil || index != letters.indices.last { return nil }
        tone = number
      }
    }
    let string = String(text)
    guard PinyinSyllables.contains(string) || bareUmlauts[string] != nil else { return nil }
    return PinyinSyllable(letters: bareUmlauts[string] ?? string, tone: tone ?? 0)
  }

  /// How syllables with `ü` are written without it, where that is no other syllable.
  private static let bareUmlauts: [String: String] = ["lue": "lüe", "nue": "nüe", "lyu": "lü", "nyu": "nü"]

  /// The longest end of the letters that is a syllable.
  private static func syllableSuffix(of letters: String) -> String? {
    for length in stride(from: min(7, letters.count), through: 1, by: -1) {
      let suffix = String(letters.suffix(length))
      if isSyllable(suffix.lowercased()) { return suffix }
    }
    return nil
  }

  // MARK: Letters and marks

  /// Lower case with `ü` for `v` and `u:`.
  static func canonicalLetters(_ letters: some StringProtocol) -> String {
    let lower = letters.lowercased()
    guard lower.utf8.contains(where: { $0 == 0x76 || $0 == 0x3A }) else { return lower }
    return lower.replacing("u:", with: "ü").replacing("v", with: "ü")
  }

  /// The scalar without its tone mark; a combining mark alone gives U+0000.
  private static func unmarked(_ scalar: Unicode.Scalar) -> (letter: Unicode.Scalar, tone: Int?) {
    if scalar.isASCII { return (scalar, nil) }
    if let (vowel, tone) = unmarks[scalar] { return (vowel, tone) }
    return (scalar, nil)
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return scalar.value >= 0x41 && scalar.value <= 0x5A ? Unicode.Scalar(scalar.value + 0x20) ?? scalar : scalar
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }

  private static let toned: [(vowel: Unicode.Scalar, marked: String)] = [
    ("a", "āáǎà"), ("e", "ēéěè"), ("i", "īíǐì"), ("o", "ōóǒò"), ("u", "ūúǔù"), ("ü", "ǖǘǚǜ"),
  ]

  private static let unmarks: [Unicode.Scalar: (Unicode.Scalar, Int?)] = {
    var result: [Unicode.Scalar: (Unicode.Scalar, Int?)] = [
      "\u{304}": ("\u{0}", 1), "\u{301}": ("\u{0}", 2), "\u{30C}": ("\u{0}", 3), "\u{300}": ("\u{0}", 4),
      "ă": ("a", 3), "ĕ": ("e", 3), "ĭ": ("i", 3), "ŏ": ("o", 3), "ŭ": ("u", 3),  // written for the caron by mistake
      "ɡ": ("g", nil), "ɑ": ("a", nil), "ê": ("e", nil),
    ]
    for (vowel, marked) in toned {
      for (index, mark) in marked.unicodeScalars.enumerated() { result[mark] = (vowel, index + 1) }
    }
    return result
  }()
}
