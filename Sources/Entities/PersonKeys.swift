import Names

/// Keys under which the Chinese and the English spelling of a personal name meet.
enum PersonKeys {
  /// The keys of a Chinese name: its pinyin, `huang liandong`, then with other readings of its characters, and its
  /// Wade-Giles spelling.
  ///
  /// At most six. Empty for what is no Chinese name.
  static func keys(ofChinese name: String, reader: PinyinReader) -> [String] {
    keysAndEnglish(ofChinese: name, reader: reader).keys
  }

  /// The keys, and the name in pinyin as English writes it: `Huang Liandong`.
  static func keysAndEnglish(ofChinese name: String, reader: PinyinReader) -> (keys: [String], english: String?) {
    guard let person = PersonName(chinese: name, reader: reader) else { return ([], nil) }
    let surname = person.surnameSyllables.map(\.flat).joined()
    var given = [""]
    for (scalar, usual) in zip(person.given.unicodeScalars, person.givenSyllables) {
      var readings = [usual.flat]
      for reading in reader.readings(of: scalar.value).map(\.flat) where !readings.contains(reading) {
        readings.append(reading)
      }
      given = given.flatMap { start in readings.prefix(2).map { start + $0 } }
    }
    var result = given.prefix(4).map { surname + " " + $0 }
    let taiwanese =
      person.surnameSyllables.map(WadeGilesSpelling.text).joined() + " "
      + person.givenSyllables.map(WadeGilesSpelling.text).joined()
    if !result.contains(taiwanese) { result.append(taiwanese) }
    return (result, person.english)
  }

  /// The key of an English name that is pinyin, surname first; none for other names.
  static func keys(ofEnglish name: String) -> [String] {
    let words = name.split(separator: " ").map { Pinyin.flat($0) }
    guard words.count == 2, Surnames.isPinyinOfSurname(words[0]), let given = Pinyin.syllables(in: words[1]),
      given.count <= 2
    else { return [] }
    return [words[0] + " " + words[1]]
  }
}
