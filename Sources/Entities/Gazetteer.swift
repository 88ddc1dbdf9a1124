import Names
import TextCore

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

  /// The place that a Chinese name is that of, by its number.
  private struct ChineseName: Sendable {
    var place: Int
    /// Whether the name is another word too and needs a suffix.
    var needsSuffix: Bool
  }

  private struct EnglishName: Sendable {
    var words: [String]
    var place: Int
  }

  static let shared = Gazetteer(gazetteerWorld + "\n" + gazetteerChina)

  /// The places; names give their numbers.
  let places: [Place]
  private let chinese: ScalarWords<ChineseName>
  private let english: [String: [EnglishName]]
  /// The characters that a Chinese name begins with.
  var firsts: HanSet { chinese.firsts }

  private init(_ table: String) {
    var places: [Place] = []
    var chinese: [(scalars: [UInt32], value: ChineseName)] = []
    var english: [String: [EnglishName]] = [:]
    // Bytes, not characters: the table is read whenever the program starts.
    for entry in table.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      let sides = entry.split(separator: UInt8(ascii: "=")).map { $0.split(separator: UInt8(ascii: "/")) }
      guard sides.count == 2, let first = sides[0].first, let usual = sides[1].first else { continue }
      let name = Self.text(usual.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
      let mark = UInt8(ascii: "*")
      places.append(Place(chinese: Self.text(first.drop { $0 == mark }), english: name, key: Pinyin.flat(name)))
      for text in sides[0] {
        let scalars = Self.text(text).unicodeScalars.map(\.value).filter { $0 > 0x7F }
        chinese.append((scalars, ChineseName(place: places.count - 1, needsSuffix: text.first == mark)))
      }
      for text in sides[1] {
        let words = text.filter { $0 != UInt8(ascii: ".") }.split(separator: UInt8(ascii: "_")).map { Self.text($0) }
        // Of several places of one English name (Suzhou, Yichun) the first stands.
        if english[words[0]]?.contains(where: { $0.words == words }) == true { continue }
        english[words[0], default: []].append(EnglishName(words: words, place: places.count - 1))
      }
    }
    self.places = places
    self.chinese = ScalarWords(chinese)
    self.english = english.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  private static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The first words of English names, in lower case.
  var englishFirstWords: Set<String> { Set(english.keys.map { $0.lowercased() }) }

  /// Whether a Simplified Chinese name is that of a place.
  func has(_ name: String) -> Bool {
    let scalars = name.unicodeScalars.map(\.value)
    return scalars.withUnsafeBufferPointer { chinese.match(in: $0, at: 0)?.count == $0.count }
  }

  /// The longest Chinese name at an index: its length, and whether it counts only with a suffix.
  func name(in text: HanText, at index: Int) -> (length: Int, needsSuffix: Bool, place: Int)? {
    guard let (name, length) = text.scalars.withUnsafeBufferPointer({ chinese.match(in: $0, at: index) }) else {
      return nil
    }
    return (length, name.needsSuffix, name.place)
  }

  /// The longest English name whose words begin with these: how many there are.
  ///
  /// `following` gives the word so far behind the first, or nil where another thing than a space stands between.
  func name(of first: String, following: (Int) -> String?) -> (words: Int, place: Int)? {
    for name in english[first] ?? []
    where (1..<name.words.count).allSatisfy({ following($0) == name.words[$0] }) {
      return (name.words.count, name.place)
    }
    return nil
  }
}
