import Entities
import TextCore

/// What a text says in a form that texts of the other language can say too.
enum SharedKey: Hashable, Sendable {
  /// An English stem, or one that a Chinese word may become.
  case stem(Int32)
  /// A word in Latin letters.
  case latin(String)
  case number(Double)
  case entity(EntityKey)
}

/// A key found in a segment.
struct KeyMention: Hashable, Sendable {
  var key: SharedKey
  /// How surely the words mean the key, 1 for a word of one meaning.
  var weight: Double
  var kind: Evidence.Kind
  /// The bytes in the segment.
  var span: TextSpan
  /// The segment, among those of its text.
  var segment = 0
}

/// Finds the shared keys of segments.
struct KeyExtractor {
  private let resources: AlignmentResources
  /// How much a term or a name counts beside a word.
  private let entityWeight: Double
  private let chineseTokenizer: ChineseTokenizer
  private let englishTokenizer: EnglishTokenizer

  init(resources: AlignmentResources, entityWeight: Double = 1) {
    self.resources = resources
    self.entityWeight = entityWeight
    chineseTokenizer = ChineseTokenizer(dictionary: resources.dictionary)
    englishTokenizer = EnglishTokenizer(dictionary: resources.dictionary)
  }

  /// The keys of a segment; a key may come more than once.
  func keys(of segment: SegmentText, language: Language) -> [KeyMention] {
    var keys: [KeyMention] = []
    for mention in resources.mentions?.mentions(in: segment, language: language) ?? [] {
      keys.append(
        KeyMention(
          key: .entity(mention.key), weight: mention.key.weight * entityWeight, kind: mention.kind, span: mention.span))
    }
    switch language {
    case .chinese:
      for token in chineseTokenizer.tokens(of: segment) { appendKeys(ofChinese: token, to: &keys) }
    case .english:
      for token in englishTokenizer.tokens(of: segment) { appendKeys(ofEnglish: token, to: &keys) }
    }
    return keys
  }

  private func appendKeys(ofChinese token: FoundToken, to keys: inout [KeyMention]) {
    if appendCommonKeys(of: token, to: &keys) { return }
    guard case .word(let word) = token.key, let dictionary = resources.dictionary else { return }
    guard token.entry >= 0 else {
      // A Latin word: the stems of its English namesakes are those of the dictionary.
      if word.utf8.first.map({ $0 < 0x80 }) == true {
        keys.append(KeyMention(key: .latin(word), weight: 1, kind: .name, span: token.span))
      }
      return
    }
    var stems: [Int32] = []
    dictionary.forEachTranslation(of: token.entry) { stem, _ in stems.append(stem) }
    let isOneCharacter = word.utf8.count <= 4
    if stems.isEmpty || isOneCharacter && stems.count > 6 { return }
    let weight = 1 / Double(stems.count).squareRoot()
    for stem in stems { keys.append(KeyMention(key: .stem(stem), weight: weight, kind: .word, span: token.span)) }
  }

  private func appendKeys(ofEnglish token: FoundToken, to keys: inout [KeyMention]) {
    if appendCommonKeys(of: token, to: &keys) { return }
    guard case .word(let word) = token.key, !FunctionWords.contains(word) else { return }
    if token.entry >= 0 {
      keys.append(KeyMention(key: .stem(token.entry), weight: 1, kind: .word, span: token.span))
    }
    keys.append(KeyMention(key: .latin(word), weight: 1, kind: .name, span: token.span))
  }

  /// Appends the key of a number; says whether the token is done with.
  private func appendCommonKeys(of token: FoundToken, to keys: inout [KeyMention]) -> Bool {
    switch token.key {
    case .number(let value):
      if value >= 10 || value >= 4 && token.span.length == 1 || value != value.rounded() {
        keys.append(KeyMention(key: .number(value), weight: 1, kind: .quantity, span: token.span))
      }
      return true
    case .mark, .entity: return true
    case .word: return false
    }
  }
}

/// English words that say nothing about what a text is about, as stems.
enum FunctionWords {
  static func contains(_ stem: String) -> Bool { words.contains(stem) }

  private static let words: Set<String> = Set(
    """
    a an the of in on to for and or with by at from as is are be was were been be it its this that these those not no \
    also up out into off over so but if than then when where which who whom whose what how why all ani any some such \
    other onli veri just about after befor between dure per via he she they we you i his her hi their our your them him \
    me my us do doe did done have has had hav will would can could may might must shall should there here more most much \
    mani one two own same both each few while becaus through under again further onc now too s t re ve ll don
    """.split(separator: " ").map(String.init))
}
