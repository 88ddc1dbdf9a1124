/// Inflection of English words: from a form back to its base, and from a base to its forms.
///
/// The rules are those of regular spelling (Quirk et al., A Comprehensive Grammar of the English Language, 3.5–3.9 and
/// 5.79–5.90); ``IrregularForms`` lists what does not follow them. Words are taken in lower case.
public enum EnglishForms {
  /// The words that this one may be a form of, itself first: `villages` gives `villages`, `village`, `villag`.
  ///
  /// Spelling alone cannot tell `planed` (plane) from `planned` (plan); with a predicate only words that it knows come
  /// back, besides those of the irregular table. The word itself is always in the result.
  public static func lemmas(
    of word: some StringProtocol, isWord: ((String) -> Bool)? = nil
  ) -> [String] {
    let word = withoutPossessive(word.lowercased())
    var result = [word]
    func add(_ lemma: String) { if !result.contains(lemma) { result.append(lemma) } }
    for base in IrregularForms.bases[word] ?? [] { add(base) }
    for candidate in regularBases(of: Array(word.utf8)) {
      let candidate = String(decoding: candidate, as: UTF8.self)
      if isWord?(candidate) ?? true { add(candidate) }
    }
    return result
  }

  /// The forms of a noun besides itself: the plural.
  ///
  /// Irregular ones come from the table.
  public static func nounForms(of word: some StringProtocol) -> [String] {
    let word = word.lowercased()
    if let plurals = IrregularForms.plurals[word] { return plurals }
    return [string(withS(Array(word.utf8)))]
  }

  /// The forms of a verb besides itself: third person, `-ing`, past and participle, each once.
  public static func verbForms(of word: some StringProtocol) -> [String] {
    let word = word.lowercased()
    let letters = Array(word.utf8)
    guard !letters.isEmpty else { return [] }
    var result = [thirdPerson(of: letters), string(adding("ing", to: letters))]
    for past in IrregularForms.pasts[word] ?? [string(adding("ed", to: letters))] where !result.contains(past) {
      result.append(past)
    }
    return result
  }

  /// The nouns that this word may be the plural of: `cities` gives `city` and `citie`.
  ///
  /// Empty for a word that does not look like a plural, or is known as a singular: `news`, `analysis`, `physics`.
  public static func singulars(of word: some StringProtocol) -> [String] {
    let word = word.lowercased()
    if IrregularForms.plurals[word] != nil { return [] }
    if let bases = IrregularForms.singulars[word] { return bases }
    guard word.hasSuffix("s"), !word.hasSuffix("ics"), word.utf8.count > 4 else { return [] }
    return regularBases(of: Array(word.utf8)).map { string($0) }
  }

  // MARK: Back to the base

  private static func withoutPossessive(_ word: String) -> String {
    for ending in ["'s", "’s"] where word.hasSuffix(ending) && word.count > 2 { return String(word.dropLast(2)) }
    for ending in ["s'", "s’"] where word.hasSuffix(ending) && word.count > 2 { return String(word.dropLast()) }
    return word
  }

  private static func regularBases(of word: [UInt8]) -> [[UInt8]] {
    func ends(_ suffix: String) -> Bool {
      word.count > suffix.utf8.count + 1 && word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
    func cut(_ count: Int, _ ending: String = "") -> [UInt8] { word.dropLast(count) + Array(ending.utf8) }
    if ends("ies") { return [cut(3, "y"), cut(1)] }
    if ends("ves") { return [cut(1), cut(3, "f"), cut(3, "fe")] }
    if ends("es") {
      let isSibilant = ["ses", "xes", "zes", "ches", "shes", "oes"].contains { ends($0) }
      return isSibilant ? [cut(2), cut(1)] : [cut(1)]
    }
    if ends("s"), !ends("ss"), !ends("us"), !ends("is") { return [cut(1)] }
    if ends("ied") { return [cut(3, "y"), cut(1)] }
    if ends("eed") { return word.dropLast(3).contains(where: isVowel) ? [cut(1)] : [] }
    if ends("ed") { return verbBases(cut(2)) }
    if ends("ying") { return [cut(3), cut(4, "ie")] }
    if ends("ing") { return verbBases(cut(3)) }
    return []
  }

  /// What a verb may be called when `rest` is left of it: itself, with `e`, or without a doubled consonant.
  private static func verbBases(_ rest: [UInt8]) -> [[UInt8]] {
    guard rest.contains(where: isVowel), let last = rest.last else { return [] }
    var bases = doublesLast(rest) ? [] : [rest]
    if rest.count >= 3, rest[rest.count - 2] == last, !isVowel(last) { bases.append(rest.dropLast()) }
    if !isVowel(last) || last == 0x75 || rest.suffix(2).elementsEqual("ee".utf8) == false {
      bases.append(rest + [0x65])
    }
    return bases
  }

  // MARK: From the base

  private static func thirdPerson(of verb: [UInt8]) -> String {
    if let irregular = IrregularForms.thirdPersons[string(verb)] { return irregular }
    let endsInO = verb.count > 1 && verb[verb.count - 1] == 0x6F && !isVowel(verb[verb.count - 2])
    return endsInO ? string(verb + Array("es".utf8)) : string(withS(verb))
  }

  /// The word with `s` as plurals and third persons have it.
  private static func withS(_ word: [UInt8]) -> [UInt8] {
    guard let last = word.last else { return word }
    let before = word.count > 1 ? word[word.count - 2] : 0
    if last == 0x79, !isVowel(before) { return word.dropLast() + Array("ies".utf8) }
    let isSibilant =
      [0x73, 0x78, 0x7A].contains(last) || (last == 0x68 && (before == 0x63 || before == 0x73))
    if isSibilant { return word + Array("es".utf8) }
    return word + [0x73]
  }

  private static func adding(_ ending: String, to word: [UInt8]) -> [UInt8] {
    guard let last = word.last else { return Array(ending.utf8) }
    let before = word.count > 1 ? word[word.count - 2] : 0
    let isPast = ending == "ed"
    if last == 0x65 {
      if isPast { return word + [0x64] }
      if before == 0x69 { return word.dropLast(2) + Array("ying".utf8) }
      return (word.count == 2 || [0x65, 0x6F, 0x79].contains(before) ? word : word.dropLast()) + Array(ending.utf8)
    }
    if last == 0x79, isPast, !isVowel(before) { return word.dropLast() + Array("ied".utf8) }
    if last == 0x63 { return word + Array("k".utf8) + Array(ending.utf8) }
    return (doublesLast(word) ? word + [last] : word) + Array(ending.utf8)
  }

  /// Whether the last consonant is doubled: after a single stressed vowel letter.
  ///
  /// Stress is known for words of one syllable and for the listed ones.
  private static func doublesLast(_ word: [UInt8]) -> Bool {
    guard word.count >= 2, let last = word.last, !isVowel(last), ![0x77, 0x78, 0x79, 0x68].contains(last),
      isVowel(word[word.count - 2])
    else { return false }
    if word.count >= 3, isVowel(word[word.count - 3]) {
      let isQu = word[word.count - 3] == 0x75 && word.count >= 4 && word[word.count - 4] == 0x71
      if !isQu { return false }
    }
    let vowels = word.indices.count { isVowel(word[$0]) && !($0 > 0 && isVowel(word[$0 - 1])) }
    return vowels == 1 || IrregularForms.stressedLast.contains(string(word))
  }

  private static func isVowel(_ letter: UInt8) -> Bool { [0x61, 0x65, 0x69, 0x6F, 0x75].contains(letter) }

  private static func string(_ letters: some Collection<UInt8>) -> String { String(decoding: letters, as: UTF8.self) }
}
