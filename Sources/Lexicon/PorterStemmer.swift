/// The steps of Porter2 on one word of three letters or more, in lower case.
///
/// A `y` that is a consonant is written `Y`.
struct PorterStemmer {
  private var word: [UInt8]
  /// Where the regions R1 and R2 begin.
  private var r1 = 0
  private var r2 = 0
  private var hasConsonantY = false

  init(_ letters: [UInt8]) {
    word = letters
    for index in word.indices where word[index] == 0x79 && (index == 0 || isVowel(at: index - 1)) {
      word[index] = 0x59
      hasConsonantY = true
    }
    r1 = Self.prefixes.first { starts(with: $0) }?.utf8CodeUnitCount ?? regionStart(after: 0)
    r2 = regionStart(after: r1)
  }

  var result: [UInt8] { hasConsonantY ? word.map { $0 == 0x59 ? 0x79 : $0 } : word }

  mutating func run() {
    step0()
    step1a()
    if word.count >= 6, Self.finished.contains(where: { $0.utf8CodeUnitCount == word.count && ends(with: $0) }) {
      return
    }
    step1b()
    step1c()
    replaceEnding(Self.step2)
    replaceEnding(Self.step3)
    step4()
    step5()
  }

  // MARK: Parts of the word

  /// Beginnings after which R1 starts, whatever the letters say.
  private static let prefixes: [StaticString] = [
    "gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter",
  ]

  private func starts(with prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard word.count >= count else { return false }
    return (0..<count).allSatisfy { word[$0] == prefix.utf8Start[$0] }
  }

  @inline(__always)
  private func isVowel(at index: Int) -> Bool {
    let letter = word[index]
    return letter &- 0x61 < 26 && 0x110_4111 >> UInt32(letter &- 0x61) & 1 != 0  // a e i o u y
  }

  private func hasVowel(before end: Int) -> Bool {
    var index = 0
    while index < end {
      if isVowel(at: index) { return true }
      index += 1
    }
    return false
  }

  /// The place after the first consonant that follows a vowel.
  private func regionStart(after start: Int) -> Int {
    var index = start
    while index < word.count, !isVowel(at: index) { index += 1 }
    while index < word.count, isVowel(at: index) { index += 1 }
    return min(index + 1, word.count)
  }

  /// Whether the word up to `end` closes with a short syllable.
  private func hasShortSyllable(before end: Int) -> Bool {
    if end == 2 { return isVowel(at: 0) && !isVowel(at: 1) }
    if end == 4, starts(with: "past") { return true }
    guard end > 2, !isVowel(at: end - 1), isVowel(at: end - 2), !isVowel(at: end - 3) else { return false }
    return word[end - 1] != 0x77 && word[end - 1] != 0x78 && word[end - 1] != 0x59
  }

  private func ends(with ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count >= count else { return false }
    let letters = ending.utf8Start
    var distance = 1
    while distance <= count {
      if word[word.count &- distance] != letters[count &- distance] { return false }
      distance &+= 1
    }
    return true
  }

  private mutating func cut(_ count: Int, adding ending: StaticString = "") {
    word.removeLast(count)
    ending.withUTF8Buffer { word.append(contentsOf: $0) }
  }

  // MARK: Steps

  private mutating func step0() {
    if ends(with: "'s'") {
      cut(3)
    } else if ends(with: "'s") {
      cut(2)
    } else if ends(with: "'") {
      cut(1)
    }
  }

  private mutating func step1a() {
    if ends(with: "sses") {
      cut(2)
    } else if ends(with: "ied") || ends(with: "ies") {
      cut(word.count > 4 ? 2 : 1)
    } else if ends(with: "s"), !ends(with: "us"), !ends(with: "ss"), hasVowel(before: word.count - 2) {
      cut(1)
    }
  }

  /// Words that stay as they are after step 1a.
  private static let finished: [StaticString] = [
    "inning", "outing", "canning", "herring", "earring", "evening", "proceed", "exceed", "succeed",
  ]

  private mutating func step1b() {
    if ends(with: "eed") || ends(with: "eedly") {
      let length = word.last == 0x64 ? 3 : 5
      if word.count - length >= r1 { cut(length, adding: "ee") }
      return
    }
    let length = ends(with: "ed") ? 2 : ends(with: "ing") ? 3 : ends(with: "edly") ? 4 : ends(with: "ingly") ? 5 : 0
    guard length > 0 else { return }
    let rest = word.count - length
    if length == 3, rest == 2, word[1] == 0x79 {  // dying, lying, tying
      return cut(4, adding: "ie")
    }
    guard hasVowel(before: rest) else { return }
    cut(length)
    if ends(with: "at") || ends(with: "bl") || ends(with: "iz") {
      cut(0, adding: "e")
    } else if endsWithDouble {
      if !(word.count == 3 && (word[0] == 0x61 || word[0] == 0x65 || word[0] == 0x6F)) { cut(1) }  // add, egg, off stay
    } else if word.count <= r1, hasShortSyllable(before: word.count) {
      cut(0, adding: "e")
    }
  }

  private var endsWithDouble: Bool {
    guard word.count >= 2, let last = word.last, word[word.count - 2] == last else { return false }
    switch last {
    case 0x62, 0x64, 0x66, 0x67, 0x6D, 0x6E, 0x70, 0x72, 0x74: return true  // b d f g m n p r t
    default: return false
    }
  }

  private mutating func step1c() {
    guard word.count > 2, word.last == 0x79 || word.last == 0x59, !isVowel(at: word.count - 2) else { return }
    cut(1, adding: "i")
  }

  // MARK: Endings of derivation

  private struct Rule: Sendable {
    /// What must stand before the ending, besides that it lies in R1.
    enum Condition { case none, region2, letterL, letterOfLi, letterSOrT }
    let ending: StaticString
    let replacement: StaticString
    let condition: Condition
    init(_ ending: StaticString, _ replacement: StaticString, _ condition: Condition = .none) {
      self.ending = ending
      self.replacement = replacement
      self.condition = condition
    }
  }

  /// Longest ending first where one ends another.
  private static let step2 = [
    Rule("ational", "ate"), Rule("fulness", "ful"), Rule("iveness", "ive"), Rule("ization", "ize"),
    Rule("ousness", "ous"), Rule("biliti", "ble"), Rule("lessli", "less"), Rule("tional", "tion"), Rule("alism", "al"),
    Rule("aliti", "al"), Rule("ation", "ate"), Rule("entli", "ent"), Rule("fulli", "ful"), Rule("iviti", "ive"),
    Rule("ogist", "og"), Rule("ousli", "ous"), Rule("abli", "able"), Rule("alli", "al"), Rule("anci", "ance"),
    Rule("ator", "ate"), Rule("enci", "ence"), Rule("izer", "ize"), Rule("bli", "ble"), Rule("ogi", "og", .letterL),
    Rule("li", "", .letterOfLi),
  ]

  private static let step3 = [
    Rule("ational", "ate"), Rule("tional", "tion"), Rule("alize", "al"), Rule("ative", "", .region2),
    Rule("icate", "ic"), Rule("iciti", "ic"), Rule("ical", "ic"), Rule("ness", ""), Rule("ful", ""),
  ]

  private static let step4 = [
    Rule("ement", ""), Rule("ance", ""), Rule("ence", ""), Rule("able", ""), Rule("ible", ""), Rule("ment", ""),
    Rule("ant", ""), Rule("ent", ""), Rule("ism", ""), Rule("ate", ""), Rule("iti", ""), Rule("ous", ""),
    Rule("ive", ""), Rule("ize", ""), Rule("ion", "", .letterSOrT), Rule("al", ""), Rule("er", ""), Rule("ic", ""),
  ]

  /// Applies the first rule whose ending fits, if the ending lies in R1.
  private mutating func replaceEnding(_ rules: [Rule]) {
    guard let rule = rules.first(where: { ends(with: $0.ending) }) else { return }
    let start = word.count - rule.ending.utf8CodeUnitCount
    if start >= r1, allows(rule.condition, before: start) {
      cut(rule.ending.utf8CodeUnitCount, adding: rule.replacement)
    }
  }

  private mutating func step4() {
    guard let rule = Self.step4.first(where: { ends(with: $0.ending) }) else { return }
    let start = word.count - rule.ending.utf8CodeUnitCount
    if start >= r2, allows(rule.condition, before: start) { cut(rule.ending.utf8CodeUnitCount) }
  }

  private func allows(_ condition: Rule.Condition, before start: Int) -> Bool {
    guard start > 0 else { return condition == .none }
    switch (condition, word[start - 1]) {
    case (.none, _), (.letterL, 0x6C), (.letterSOrT, 0x73), (.letterSOrT, 0x74): return true
    case (.region2, _): return start >= r2
    case (.letterOfLi, let letter):  // c d e g h k m n r t
      return letter &- 0x61 < 26 && 0xA_34DC >> UInt32(letter &- 0x61) & 1 != 0
    default: return false
    }
  }

  private mutating func step5() {
    let end = word.count - 1
    guard end >= 0 else { return }
    if word[end] == 0x65 {
      if end >= r2 || (end >= r1 && !hasShortSyllable(before: end)) { cut(1) }
    } else if word[end] == 0x6C, end >= r2, end > 0, word[end - 1] == 0x6C {
      cut(1)
    }
  }
}
