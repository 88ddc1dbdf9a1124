import Names
import TextCore

/// What a Chinese and an English mention of one entity have in common.
///
/// Mentions with an equal key name the same thing.
public enum EntityKey: Hashable, Sendable, Comparable {
  /// A concept of the glossary.
  case concept(String)
  /// A person by flat pinyin, surname first: `huang liandong`.
  case person(String)
  /// A place or organisation by the flat pinyin of its name without its suffix: `deqing`.
  case name(String)
  /// The consonants of a foreign name: `TLNP`.
  ///
  /// Weak.
  case skeleton(String)
  /// A normalised number with its unit.
  case quantity(String)
  /// A normalised date.
  case date(String)
  /// A word in Latin letters, in lower case: `covid-19`.
  case latin(String)

  /// How much weight an equal key deserves: 1 for a name, 1.5 for a concept, less for what agrees by chance.
  public var weight: Double {
    switch self {
    case .concept: 1.5
    case .person, .date, .latin: 1
    case .quantity: 0.9
    case .name: 0.8
    case .skeleton: 0.4
    }
  }

  private var rank: Int {
    switch self {
    case .concept: 0
    case .person: 1
    case .name: 2
    case .quantity: 3
    case .date: 4
    case .latin: 5
    case .skeleton: 6
    }
  }

  /// What the key holds.
  public var value: String {
    switch self {
    case .concept(let value), .person(let value), .name(let value), .skeleton(let value), .quantity(let value),
      .date(let value), .latin(let value):
      value
    }
  }

  /// Orders keys by kind, the strong ones first, then by value.
  public static func < (a: EntityKey, b: EntityKey) -> Bool { (a.rank, a.value) < (b.rank, b.value) }
}

extension EntityKey {
  /// The keys of one mention, the strongest first.
  ///
  /// Weak quantities and dates (`一个`, `today`), titles and terms that are no concept have none.
  public static func keys(of mention: EntityMention) -> [EntityKey] {
    let values = mention.keys
    if let concept = mention.conceptID {
      // The other side may spell the name in a way that the glossary does not have.
      return [.concept(concept)] + (mention.kind == .person ? values.map { .person($0) } : [])
    }
    switch mention.kind {
    case .person:
      if !values.isEmpty { return values.map { .person($0) } + foreignKeys(of: mention) }
      return foreignKeys(of: mention)
    case .quantity: return values.map { .quantity($0) }
    case .date: return values.map { .date($0) }
    case .place, .organisation: return values.filter { $0.count >= 3 }.map { .name($0) }
    default: return []
    }
  }

  /// The keys of several mentions, each once, sorted.
  public static func keys(in mentions: some Sequence<EntityMention>) -> [EntityKey] {
    Set(mentions.flatMap { keys(of: $0) }).sorted()
  }

  /// The keys that stand on both sides, sorted.
  public static func shared(_ a: some Sequence<EntityMention>, _ b: some Sequence<EntityMention>) -> [EntityKey] {
    let other = Set(b.flatMap { keys(of: $0) })
    return Set(a.flatMap { keys(of: $0) }).intersection(other).sorted()
  }

  /// The keys of the capitalised words of an English text that read as pinyin of two to four syllables: `Deqing`.
  ///
  /// They are the names of Chinese places, brands and the like, or chance (`Obama` reads as pinyin too): join them with
  /// the keys of Chinese mentions, and chance falls away. Costs one pass.
  public static func pinyinKeys(in english: MappedText) -> [EntityKey] {
    var result: Set<EntityKey> = []
    let text = EnglishText(english)
    for word in text.words where word.isCapitalised && (4...24).contains(word.length) {
      guard let syllables = Pinyin.syllables(in: text.string(word)), (2...4).contains(syllables.count) else { continue }
      result.insert(.name(syllables.map(\.flat).joined()))
    }
    return result.sorted()
  }

  /// The keys of the Latin words of a text: all of them in Chinese text, those with a capital or a digit in English.
  ///
  /// Single letters are left out. Costs one pass.
  public static func latinKeys(in text: MappedText, language: Language) -> [EntityKey] {
    var result: Set<EntityKey> = []
    var start: Int?
    for index in 0...text.utf8.count {
      let isInside = index < text.utf8.count && isLatin(text.utf8[index])
      if isInside {
        start = start ?? index
      } else if let from = start {
        if let key = latinKey(text.utf8[from..<index], language: language) { result.insert(key) }
        start = nil
      }
    }
    return result.sorted()
  }

  private static func isLatin(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  private static func latinKey(_ word: ArraySlice<UInt8>, language: Language) -> EntityKey? {
    var word = word
    while word.first == 0x2D { word = word.dropFirst() }
    while word.last == 0x2D { word = word.dropLast() }
    let letters = word.count { $0 >= 0x41 }
    guard letters > 0, word.count >= 2 else { return nil }
    let isMarked = word.contains { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
    guard language == .chinese || isMarked else { return nil }
    return .latin(String(decoding: word, as: UTF8.self).lowercased())
  }

  /// The skeleton of a foreign name: of its last part, where the surname stands.
  private static func foreignKeys(of mention: EntityMention) -> [EntityKey] {
    let isHan = mention.text.unicodeScalars.first.map { $0.value.isHan } ?? false
    if isHan {
      // A transliteration may begin with a surname by chance: 戴维斯.
      guard mention.value == nil || ForeignNameFinder.isTransliteration(mention.text),
        let last = mention.text.split(whereSeparator: { "·•・‧".contains($0) }).last
      else {
        return []
      }
      return Transliteration.skeletons(ofChinese: String(last)).filter { $0.count >= 3 }.map { .skeleton($0) }
    }
    guard let last = mention.text.split(separator: " ").last, last.count >= 4 else { return [] }
    let skeleton = Transliteration.skeleton(ofEnglish: String(last))
    return skeleton.count >= 3 ? [.skeleton(skeleton)] : []
  }
}
