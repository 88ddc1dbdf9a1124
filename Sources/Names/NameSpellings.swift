import TextCore

/// The ways in which English writes a Chinese person's name.
public struct NameSpellings: Hashable, Sendable {
  /// One way of writing.
  public enum System: String, Hashable, Sendable, CaseIterable {
    /// With tone marks: `Liáng Zhènyīng`.
    case pinyin
    /// As English text has it: `Liang Zhenying`.
    case english
    /// The given name first: `Zhenying Liang`.
    case givenNameFirst
    /// `Liang Z. Y.`
    case initials
    /// Taiwan's usual spelling: `Liang Chen-ying`.
    case wadeGiles
    /// Cantonese with tone numbers left out: `loeng zan jing`.
    case jyutping
    /// A usual spelling of Hong Kong: `Leung Chan-ying`. Others are in use.
    case hongKong
  }

  /// The spellings that are known, in the order of the cases.
  public let spellings: [(system: System, text: String)]

  /// The spellings of a name; nil for what does not begin with a surname, or holds a character of unknown reading.
  public init?(chinese: String, reader: PinyinReader = PinyinReader()) {
    guard let name = PersonName(chinese: chinese, reader: reader) else { return nil }
    let words = name.english.split(separator: " ").map(String.init)
    var result: [(System, String)] = [
      (.pinyin, name.pinyin), (.english, name.english), (.givenNameFirst, words.reversed().joined(separator: " ")),
    ]
    if let surname = words.first {
      let letters = name.givenSyllables.compactMap { $0.flat.first.map { "\($0.uppercased())." } }
      result.append((.initials, ([surname] + letters).joined(separator: " ")))
    }
    result.append(
      (
        .wadeGiles,
        Self.hyphenated(
          name.surnameSyllables.map { WadeGiles.spelling(of: $0) },
          name.givenSyllables.map { WadeGiles.spelling(of: $0) })
      ))
    let surname = name.surname.unicodeScalars.compactMap { reader.cantoneseReadings(of: $0.value).first }
    let given = name.given.unicodeScalars.compactMap { reader.cantoneseReadings(of: $0.value).first }
    if surname.count == name.surname.unicodeScalars.count, given.count == name.given.unicodeScalars.count {
      result.append((.jyutping, (surname + given).joined(separator: " ")))
      let own = SurnameAliases.spellings(of: name.surname).first.map { [$0] }
      let usual = given.map { Cantonese.usualSpelling(ofJyutping: $0) }
      result.append((.hongKong, Self.hyphenated(own ?? surname.map { Cantonese.usualSpelling(ofJyutping: $0) }, usual)))
    }
    spellings = result
  }

  /// `Liang Chen-ying`.
  private static func hyphenated(_ surname: [String], _ given: [String]) -> String {
    PersonName.capitalised(surname.joined()) + " " + PersonName.capitalised(given.joined(separator: "-"))
  }

  public static func == (a: NameSpellings, b: NameSpellings) -> Bool {
    a.spellings.elementsEqual(b.spellings) { $0.system == $1.system && $0.text == $1.text }
  }

  public func hash(into hasher: inout Hasher) { for spelling in spellings { hasher.combine(spelling.text) } }
}
