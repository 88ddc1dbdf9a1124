/// The stem of English words: what their inflected and derived forms share.
///
/// The English stemmer of Snowball, also known as Porter2, written after its published description
/// (https://snowballstem.org/algorithms/english/stemmer.html). A stem is for comparing, not for showing.
public enum EnglishStemmer {
  /// The stem of a word. Letters are taken in lower case; a word with other letters than English ones keeps them.
  public static func stem(_ word: some StringProtocol) -> String {
    String(decoding: stem(utf8: Array(word.utf8)), as: UTF8.self)
  }

  /// The stem of the UTF-8 bytes of a word. Costs the length of the word.
  public static func stem(utf8 word: some Sequence<UInt8>) -> [UInt8] {
    var letters = word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    if letters.count <= 2 { return letters }
    if letters.first == 0x27 { letters.removeFirst() }
    if let special = exceptions[letters] { return special }
    var stemmer = Porter2(letters)
    stemmer.run()
    return stemmer.word.map { $0 == 0x59 ? 0x79 : $0 }
  }

  /// Words that the rules would spoil, and those that must stay.
  private static let exceptions: [[UInt8]: [UInt8]] = {
    let changed = [
      "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl", "gently": "gentl",
      "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl",
    ]
    let kept = ["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"]
    var table: [[UInt8]: [UInt8]] = [:]
    for (word, stem) in changed { table[Array(word.utf8)] = Array(stem.utf8) }
    for word in kept { table[Array(word.utf8)] = Array(word.utf8) }
    return table
  }()
}

/// The steps of Porter2 on one word in lower case. A `y` that is a consonant is written `Y`.
private struct Porter2 {
  var word: [UInt8]
  /// Where the regions R1 and R2 begin.
  private var r1 = 0
  private var r2 = 0

  init(_ letters: [UInt8]) {
    word = letters
    for index in word.indices where word[index] == 0x79 && (index == 0 || isVowel(at: index - 1)) { word[index] = 0x59 }
    r1 = ["gener", "commun", "arsen"].first { word.starts(with: $0.utf8) }?.utf8.count ?? regionStart(after: 0)
    r2 = regionStart(after: r1)
  }

  mutating func run() {
    step0()
    step1a()
    if Self.finished.contains(word) { return }
    step1b()
    step1c()
    replaceSuffix(Self.step2)
    replaceSuffix(Self.step3)
    step4()
    step5()
  }

  // MARK: Parts of the word

  private func isVowel(at index: Int) -> Bool {
    switch word[index] {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  private func hasVowel(before end: Int) -> Bool { (0..<max(end, 0)).contains { isVowel(at: $0) } }

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
    guard end > 2, !isVowel(at: end - 1), isVowel(at: end - 2), !isVowel(at: end - 3) else { return false }
    return ![0x77, 0x78, 0x59].contains(word[end - 1])
  }

  private func ends(with suffix: String) -> Bool {
    let suffix = suffix.utf8
    return word.count >= suffix.count && word.suffix(suffix.count).elementsEqual(suffix)
  }

  private mutating func cut(_ count: Int, adding ending: String = "") {
    word.removeLast(count)
    word.append(contentsOf: ending.utf8)
  }

  // MARK: Steps

  private mutating func step0() {
    for suffix in ["'s'", "'s", "'"] where ends(with: suffix) { return cut(suffix.utf8.count) }
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
  private static let finished: Set<[UInt8]> = Set(
    ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"].map { Array($0.utf8) })

  private mutating func step1b() {
    for suffix in ["eedly", "eed"] where ends(with: suffix) {
      if word.count - suffix.utf8.count >= r1 { cut(suffix.utf8.count, adding: "ee") }
      return
    }
    guard let suffix = ["ingly", "edly", "ing", "ed"].first(where: { ends(with: $0) }),
      hasVowel(before: word.count - suffix.utf8.count)
    else { return }
    cut(suffix.utf8.count)
    if ends(with: "at") || ends(with: "bl") || ends(with: "iz") {
      cut(0, adding: "e")
    } else if endsWithDouble {
      cut(1)
    } else if word.count <= r1, hasShortSyllable(before: word.count) {
      cut(0, adding: "e")
    }
  }

  private var endsWithDouble: Bool {
    guard word.count >= 2, let last = word.last, word[word.count - 2] == last else { return false }
    return "bdfgmnprt".utf8.contains(last)
  }

  private mutating func step1c() {
    guard word.count > 2, word.last == 0x79 || word.last == 0x59, !isVowel(at: word.count - 2) else { return }
    word[word.count - 1] = 0x69
  }

  /// A rule: the ending, what takes its place, and the letters one of which must stand before it (any where empty).
  private typealias Rule = (suffix: String, ending: String, after: String)

  private static let step2: [Rule] = [
    ("ational", "ate", ""), ("fulness", "ful", ""), ("iveness", "ive", ""), ("ization", "ize", ""),
    ("ousness", "ous", ""), ("biliti", "ble", ""), ("lessli", "less", ""), ("tional", "tion", ""), ("alism", "al", ""),
    ("aliti", "al", ""), ("ation", "ate", ""), ("entli", "ent", ""), ("fulli", "ful", ""), ("iviti", "ive", ""),
    ("ousli", "ous", ""), ("abli", "able", ""), ("alli", "al", ""), ("anci", "ance", ""), ("ator", "ate", ""),
    ("enci", "ence", ""), ("izer", "ize", ""), ("bli", "ble", ""), ("ogi", "og", "l"), ("li", "", "cdeghkmnrt"),
  ]

  private static let step3: [Rule] = [
    ("ational", "ate", ""), ("tional", "tion", ""), ("alize", "al", ""), ("ative", "", "R2"), ("icate", "ic", ""),
    ("iciti", "ic", ""), ("ical", "ic", ""), ("ness", "", ""), ("ful", "", ""),
  ]

  /// Applies the first rule whose suffix fits, if the suffix lies in R1.
  private mutating func replaceSuffix(_ rules: [Rule]) {
    guard let rule = rules.first(where: { ends(with: $0.suffix) }) else { return }
    let start = word.count - rule.suffix.utf8.count
    guard start >= r1 else { return }
    if rule.after == "R2" {
      guard start >= r2 else { return }
    } else if !rule.after.isEmpty {
      guard start > 0, rule.after.utf8.contains(word[start - 1]) else { return }
    }
    cut(rule.suffix.utf8.count, adding: rule.ending)
  }

  private static let step4 = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
    "al",
    "er", "ic",
  ]

  private mutating func step4() {
    guard let suffix = Self.step4.first(where: { ends(with: $0) }) else { return }
    let start = word.count - suffix.utf8.count
    guard start >= r2 else { return }
    if suffix == "ion" {
      guard start > 0, word[start - 1] == 0x73 || word[start - 1] == 0x74 else { return }
    }
    cut(suffix.utf8.count)
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
