import Entities
import Names
import TextCore

/// Finds a Chinese person who has another name in the translation.
public struct PersonMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "name/person-mismatch",
    summary: "The translation spells a person's name in pinyin as another name than the source has.",
    rationale: "A name of one syllable more or less is another person, and the sentence reads as well with it.",
    remedy: "Write the name as the Chinese characters are read.",
    severity: .error,
    certainty: """
      Sure: the Chinese has no characters that are read so, but the name of somebody whom the translation does not name, \
      with the same surname, or with the same given name of two syllables, or of the only one whom it does not name. \
      Another romanisation (Lin Chiling for 林志玲) is no other name.
      """,
    examples: [
      .flagged(
        "Principal ⟦Zhang Guilan⟧ spoke.", source: "张桂梅校长发言。", corrected: "Principal Zhang Guimei spoke."),
      .flagged("⟦Ren Zhengfei⟧ came to the city.", source: "省长任振鹤来到城市。"),
      .flagged("Mayor ⟦Li Qiang⟧ spoke.", source: "市长李明说，很好。", corrected: "Mayor Li Ming spoke."),
      .clean("Principal Zhang Guimei spoke.", source: "张桂梅校长发言。"),
      .flagged(
        "The spokesperson ⟦Wang Wenbin⟧ spoke.", source: "发言人毛宁发言。", corrected: "The spokesperson Mao Ning spoke."),
      .clean("The spokesperson Mao Ning spoke of Wang Wenbin.", source: "发言人毛宁谈到她的前任。"),
      .clean("The Long March began in the city.", source: "长征开始了。"),
      .clean("Wang Hong spoke of Mayor Li Ming.", source: "她说，市长李明很好。"),
      .clean("Professor Li Yuanche spoke.", source: "教授李远哲发言。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let names = PinyinName.names(in: pair.english.text)
    if names.isEmpty { return [] }
    let chinese = CharacterReadings(of: pair.chinese.text, context)
    let strangers = names.filter { !chinese.spell($0) }
    if strangers.isEmpty { return [] }
    let recognizer = EntityRecognizer(glossary: nil, lexicon: context.lexicon)
    let people = recognizer.found(in: pair.chinese.text.view, language: .chinese)
      .filter { $0.kind == .person }.compactMap { PersonName(chinese: $0.text, reader: context.reader) }
    let matcher = NameMatcher(reader: context.reader)
    return strangers.compactMap { name -> Finding? in
      let written = pair.english.text.string(in: name.span)
      let likenesses = chinese.likenesses(of: name).compactMap { PersonName(chinese: $0, reader: context.reader) }
      var right = Set(
        (people + likenesses).filter { person in
          name.isLike(person) && !names.contains { $0.isName(of: person) }
        })
      // Hong Kong is spelled like a person.
      if right.isEmpty, strangers.count == 1,
        !LintText.touches(context.termUses(in: pair.english.text).map(\.span), name.span)
      {
        right = Self.unnamed(people, pair.english.text, matcher)
      }
      guard let person = right.first, right.count == 1, !Self.spells(written, person, matcher) else { return nil }
      return finding(
        pair.english, name.span,
        "“\(written)” stands where the Chinese has “\(person.surname)\(person.given)” (\(person.english))",
        suggestions: [person.english])
    }
  }

  /// The people whom the English does not name, by any word with a capital or two of them.
  private static func unnamed(_ people: [PersonName], _ english: LintText, _ matcher: NameMatcher) -> Set<PersonName> {
    let words = english.words
    let names = words.indices.filter { words[$0].isCapitalized }.flatMap { index -> [String] in
      let name = words[index].text
      guard english.isOneSpace(after: index), words[index + 1].isCapitalized else { return [name] }
      return [name, name + " " + words[index + 1].text]
    }
    return Set(people).filter { person in
      !names.contains { name in
        name.lowercased() == person.surnameSyllables.map(\.flat).joined()
          || (matcher.score(chinese: person.surname + person.given, english: name)?.confidence ?? 0) > 0.5
      }
    }
  }

  /// Whether a name is that of a person, in pinyin or another romanisation; nearly so is not enough.
  private static func spells(_ written: String, _ person: PersonName, _ matcher: NameMatcher) -> Bool {
    (matcher.score(chinese: person.surname + person.given, english: written)?.confidence ?? 0) > 0.9
  }
}

/// A name in pinyin in an English text: two words with capitals, a surname and one or two syllables.
private struct PinyinName {
  let span: TextSpan
  let surname: String
  let given: String
  let syllables: Int

  static func names(in text: LintText) -> [PinyinName] {
    let words = text.words
    let isSurname = words.forms.map { $0.isCapitalized && Surnames.isPinyinOfSurname($0.key) }
    return words.indices(ofForms: isSurname).compactMap { index in
      guard text.isOneSpace(after: index) else { return nil }
      let given = words[index + 1]
      guard given.isCapitalized, given.key.utf8.count > 1, !isJoined(given.span, in: text),
        !isJoined(words.span(at: index), in: text), let syllables = Pinyin.syllables(in: given.key),
        syllables.count <= 2
      else { return nil }
      return PinyinName(
        span: words.span(at: index).union(given.span), surname: words.key(at: index), given: given.key,
        syllables: syllables.count)
    }
  }

  /// Whether a hyphen stands at either end: “Ying-jeou” is no word of pinyin.
  private static func isJoined(_ span: TextSpan, in text: LintText) -> Bool {
    text.byte(at: span.end) == 0x2D || span.start > 0 && text.byte(at: span.start - 1) == 0x2D
  }

  /// Whether a Chinese name may be meant: it has the same surname, or the same given name of two syllables.
  func isLike(_ person: PersonName) -> Bool {
    let (surname, given) = Self.letters(of: person)
    if surname == self.surname { return given != self.given }
    return given == self.given && (syllables == 2 || person.given.unicodeScalars.count == 1)
  }

  func isName(of person: PersonName) -> Bool { Self.letters(of: person) == (surname, given) }

  private static func letters(of person: PersonName) -> (surname: String, given: String) {
    (person.surnameSyllables.map(\.flat).joined(), person.givenSyllables.map(\.flat).joined())
  }
}

/// The Chinese characters of a text, with their readings.
private struct CharacterReadings {
  private let scalars: [UInt32]
  /// The readings of each character, with `u` for `ü` however that is written.
  private let readings: [[String]]

  init(of text: LintText, _ context: LintContext) {
    scalars = String(decoding: text.utf8, as: UTF8.self).unicodeScalars.map(\.value)
    readings = context.plainReadings(of: scalars)
  }

  /// Whether characters somewhere are read as the name is spelled.
  func spell(_ name: PinyinName) -> Bool {
    let letters = plainPinyin(name.surname) + plainPinyin(name.given)
    return scalars.indices.contains { spell(letters[...], from: $0) }
  }

  private func spell(_ letters: Substring, from index: Int) -> Bool {
    if letters.isEmpty { return true }
    guard index < scalars.count else { return false }
    return readings[index].contains { reading in
      letters.hasPrefix(reading) && spell(letters.dropFirst(reading.utf8.count), from: index + 1)
    }
  }

  /// Three characters that are read nearly so: a surname and two more, of which one syllable or the surname is another.
  func likenesses(of name: PinyinName) -> [String] {
    guard name.syllables == 2 else { return [] }
    let (surname, given) = (plainPinyin(name.surname), plainPinyin(name.given))
    return scalars.indices.dropLast(2).compactMap { index in
      let range = index..<index + 3
      guard Surnames.isSurname(scalars[index]), range.allSatisfy({ !readings[$0].isEmpty }) else { return nil }
      let isSurname = readings[index].contains(surname)
      let begins = readings[index + 1].contains { given.hasPrefix($0) }
      let ends = readings[index + 2].contains { given.hasSuffix($0) }
      let isWhole = readings[index + 1].contains { first in
        readings[index + 2].contains { first + $0 == given }
      }
      guard isSurname ? begins || ends : isWhole else { return nil }
      return String(String.UnicodeScalarView(scalars[range].compactMap { Unicode.Scalar($0) }))
    }
  }
}
