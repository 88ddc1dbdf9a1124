import TextCore

/// Words that are written where others are meant.
struct Confusion: Sendable {
  /// What must stand next to them.
  enum Neighbour: Sendable {
    case any
    case word(Set<String>)
    case noWord(Set<String>)
    /// A figure, or one of these words.
    case figure(Set<String>)
  }

  /// The words, in lower case; an apostrophe parts two.
  private let words: [String]
  /// Whether an apostrophe, not a space, stands before each word.
  private let isTied: [Bool]
  let right: String
  private let before: Neighbour
  private let after: Neighbour

  private init(_ wrong: String, _ right: String, before: Neighbour = .any, after: Neighbour = .any) {
    self.right = right
    self.before = before
    self.after = after
    var words: [String] = []
    var isTied: [Bool] = []
    for word in wrong.split(separator: " ") {
      for (number, part) in word.split(separator: "'").enumerated() {
        words.append(String(part))
        isTied.append(number > 0)
      }
    }
    self.words = words
    self.isTied = isTied
  }

  /// Where the words stand, the first of them at `index`, or nil.
  func span(at index: Int, in text: LintText) -> TextSpan? {
    guard index + words.count <= text.words.count else { return nil }
    let last = index + words.count - 1
    for (offset, word) in words.enumerated() where offset > 0 {
      guard text.words.key(at: index + offset) == word, text.words[index + offset].form.isLower,
        isTied[offset] ? isApostrophe(after: index + offset - 1, in: text) : text.isOneSpace(after: index + offset - 1)
      else { return nil }
    }
    let span = text.words.span(at: index).union(text.words.span(at: last))
    if text.isTied(span) || !isMet(before, at: index - 1, gapAfter: index - 1, in: text) { return nil }
    return isMet(after, at: last + 1, gapAfter: last, in: text) ? span : nil
  }

  private func isApostrophe(after index: Int, in text: LintText) -> Bool {
    let gap = TextSpan(text.words.span(at: index).end, text.words.span(at: index + 1).start)
    return text.byte(at: gap.start) == 0x27 && gap.length == 1
      || text.scalar(at: gap.start) == 0x2019 && gap.length == 3
  }

  private func isMet(_ neighbour: Neighbour, at word: Int, gapAfter: Int, in text: LintText) -> Bool {
    let isNext = text.words.indices.contains(word) && text.isOneSpace(after: gapAfter)
    switch neighbour {
    case .any: return true
    case .word(let words): return isNext && words.contains(text.words.key(at: word))
    case .noWord(let words): return isNext && !words.contains(text.words.key(at: word))
    case .figure(let words):
      let end = text.words.span(at: gapAfter).end
      if text.byte(at: end) == 0x20, Characters.isDigit(text.byte(at: end + 1)) { return true }
      return isNext && words.contains(text.words.key(at: word))
    }
  }

  // MARK: The list

  /// All of them, by their first word.
  static let byHead = Dictionary(grouping: all) { $0.words[0] }
  private static let alone = Set(all.filter { $0.words.count == 1 }.map { $0.words[0] })
  private static let seconds = Set(all.compactMap { $0.words.dropFirst().first })

  /// Whether a word is one by itself.
  static func isAlone(_ form: WordForm) -> Bool { alone.contains(form.key) }

  /// Whether a word is the second one of any.
  static func isSecond(_ form: WordForm) -> Bool { seconds.contains(form.key) }

  /// Whether one may begin at a word, by this word and the next; asked before each is tried.
  static func mayBegin(at index: Int, in words: WordList) -> Bool {
    words.groups(at: index).contains(WordGroups(.confusableAlone))
      || index + 1 < words.count && words.groups(at: index + 1).contains(WordGroups(.confusableSecond))
  }

  private static let all: [Confusion] =
    ["could", "would", "should"].map { Confusion("\($0) of", "\($0) have", after: .noWord(["course"])) }
    + ["more", "less", "fewer"].map {
      Confusion("\($0) then", "\($0) than", after: .figure(numbers.union(["a", "the"])))
    }
    + ["larger", "greater", "higher", "lower", "smaller", "better", "worse", "earlier", "longer", "older", "bigger"]
    .map { Confusion("\($0) then", "\($0) than", after: .figure(numbers.union(["ever", "usual", "expected"]))) }
    + [
      Confusion("rather then", "rather than", after: .noWord([])),
      Confusion("other then", "other than", after: .noWord([])),
    ]
    + ["of", "at", "into", "from", "within", "by", "in", "under", "during"].map {
      Confusion("\($0) it's", "\($0) its", after: .noWord(afterItIs))
    }
    + taking.map { Confusion("\($0) it's", "\($0) its", after: .noWord(afterItIs.union(["own"]))) }
    + ["it", "you", "they"].map {
      Confusion(
        "\($0)'\($0 == "it" ? "s" : "re") own", "\(possessives[$0] ?? "") own", after: .noWord(["goal", "goals"]))
    }
    + [Confusion("there own", "their own")]
    + ["is", "are", "was", "were"].map { Confusion("their \($0)", "there \($0)") }
    + [Confusion("they're are", "there are"), Confusion("they're is", "there is")]
    + ["a", "an", "been"].map { Confusion("its \($0)", "it's \($0)") }
    + [Confusion("whose going", "who's going", after: .word(["to"])), Confusion("whose been", "who's been")]
    + [
      Confusion("affect on", "effect on", before: .word(["the", "an", "any", "no", "this", "little", "great", "big"]))
    ]
    + [Confusion("loose", "lose", before: .word(modals), after: .word(lost))]
    + [
      ("despite of", "despite"), ("alot", "a lot"), ("wich", "which"), ("noone", "no one"), ("aswell", "as well"),
      ("infact", "in fact"), ("eachother", "each other"), ("payed", "paid"), ("discuss about", "discuss"),
      ("discussed about", "discussed"), ("informations", "information"), ("equipments", "equipment"),
      ("advices", "advice"), ("furnitures", "furniture"), ("softwares", "software"), ("luggages", "luggage"),
      ("more easier", "easier"), ("more better", "better"), ("more cheaper", "cheaper"), ("more faster", "faster"),
      ("more bigger", "bigger"), ("more stronger", "stronger"), ("most biggest", "biggest"), ("most best", "best"),
      ("is consist of", "consists of"), ("are consist of", "consist of"), ("is belong to", "belongs to"),
      ("was happened", "happened"), ("were happened", "happened"), ("was occurred", "occurred"),
      ("in the recent years", "in recent years"), ("in nowadays", "nowadays"),
    ].map { Confusion($0, $1) }
    + [Confusion("over than", "over", after: .figure(numbers))]

  /// Verbs that take a thing, hardly ever a clause.
  private static let taking = [
    "has", "have", "had", "lose", "loses", "lost", "opened", "closed", "entered", "reached", "changed", "increased",
    "reduced", "expanded", "launched", "celebrated", "kept", "held",
  ]
  private static let possessives = ["it": "its", "you": "your", "they": "their"]
  private static let numbers: Set<String> = [
    "half", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousands", "millions",
  ]
  /// What follows “it's” where it is “it is” or “it has”.
  private static let afterItIs: Set<String> = [
    "a", "an", "the", "not", "been", "very", "so", "too", "all", "also", "just", "only", "that", "like", "about",
    "time",
    "clear", "true", "hard", "going", "really", "quite", "getting", "raining", "what", "how", "no", "more", "better",
    "one", "easy", "important", "good", "great", "always", "never", "still", "now", "in", "on", "of", "at", "my",
    "your",
    "his", "her", "our", "their", "this", "called", "possible", "impossible", "necessary", "likely", "worth",
  ]
  private static let modals: Set<String> = [
    "to", "not", "could", "would", "will", "might", "can", "cannot", "may", "must", "should", "never", "t",
  ]
  private static let lost: Set<String> = [
    "the", "a", "an", "this", "that", "his", "her", "my", "our", "their", "your", "its", "money", "weight", "control",
    "power", "interest", "hope", "faith", "time", "it", "him", "them", "us",
  ]
}
