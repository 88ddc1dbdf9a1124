import Names

/// Places that every reader knows, in both languages: countries, cities of the world, provinces and cities of China.
///
/// Made once from ``gazetteerWorld`` and ``gazetteerChina``. What a glossary says about a place goes before it.
struct Gazetteer: Sendable {
  /// A place with what it is called in the other language.
  struct Place: Hashable, Sendable {
    var chinese: String
    var english: String
    /// The English name as a key: lower-case letters alone.
    var key: String
  }

  private struct Name<Unit: Sendable>: Sendable {
    var units: [Unit]
    var place: Int
    /// Whether the name is another word too and needs a suffix.
    var needsSuffix: Bool
  }

  static let shared = Gazetteer(gazetteerWorld + "\n" + gazetteerChina)

  private let places: [Place]
  private let chinese: [UInt32: [Name<UInt32>]]
  private let english: [String: [Name<String>]]
  /// The characters that a Chinese name begins with.
  let firsts: HanSet

  private init(_ table: String) {
    var places: [Place] = []
    var chinese: [UInt32: [Name<UInt32>]] = [:]
    var english: [String: [Name<String>]] = [:]
    for entry in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let sides = entry.split(separator: "=").map { $0.split(separator: "/") }
      guard sides.count == 2, let first = sides[0].first, let usual = sides[1].first else { continue }
      let name = String(usual).replacing("_", with: " ")
      places.append(Place(chinese: String(first.drop { $0 == "*" }), english: String(name), key: Pinyin.flat(name)))
      for text in sides[0] {
        let units = text.unicodeScalars.map(\.value).filter { $0 > 0x7F }
        guard let first = units.first else { continue }
        chinese[first, default: []].append(
          Name(units: units, place: places.count - 1, needsSuffix: text.hasPrefix("*")))
      }
      for text in sides[1] {
        let units = text.filter { $0 != "." }.split(separator: "_").map(String.init)
        // Of several places of one English name (Suzhou, Yichun) the first stands.
        if english[units[0]]?.contains(where: { $0.units == units }) == true { continue }
        english[units[0], default: []].append(Name(units: units, place: places.count - 1, needsSuffix: false))
      }
    }
    self.places = places
    self.chinese = chinese.mapValues { $0.sorted { $0.units.count > $1.units.count } }
    self.english = english.mapValues { $0.sorted { $0.units.count > $1.units.count } }
    firsts = HanSet(chinese.keys)
  }

  /// The first words of English names, in lower case.
  var englishFirstWords: Set<String> { Set(english.keys.map { $0.lowercased() }) }

  /// Whether a Simplified Chinese name is that of a place.
  func has(_ name: String) -> Bool {
    let units = name.unicodeScalars.map(\.value)
    return units.first.flatMap { chinese[$0] }?.contains { $0.units == units } == true
  }

  /// The longest Chinese name at an index: its length, and whether it counts only with a suffix.
  func name(in text: HanText, at index: Int) -> (length: Int, needsSuffix: Bool, place: Place)? {
    for name in chinese[text.scalar(index)] ?? [] where text.has(name.units, at: index) {
      return (name.units.count, name.needsSuffix, places[name.place])
    }
    return nil
  }

  /// The longest English name whose words begin with these: how many there are.
  ///
  /// `following` gives the word so far behind the first, or nil where another thing than a space stands between.
  func name(of first: String, following: (Int) -> String?) -> (words: Int, place: Place)? {
    for name in english[first] ?? []
    where (1..<name.units.count).allSatisfy({ following($0) == name.units[$0] }) {
      return (name.units.count, places[name.place])
    }
    return nil
  }
}
