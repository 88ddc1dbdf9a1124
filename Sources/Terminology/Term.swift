import TextCore

/// How a term stands in its concept, as TBX and ISO 12620 have it, and one more: forbidden.
public enum AdministrativeStatus: String, Hashable, Sendable, CaseIterable, Codable {
  /// The term to use.
  case preferred
  /// A good term beside the preferred one.
  case admitted
  /// Understood, but no longer to be used.
  case deprecated
  /// Replaced by a newer term.
  case superseded
  /// Wrong: a checker reports it as an error.
  case forbidden

  /// Whether a text may use the term: preferred or admitted.
  public var isUsable: Bool { self == .preferred || self == .admitted }
}

/// The language and script of a term.
public enum TermLanguage: String, Hashable, Sendable, CaseIterable, Codable {
  case simplifiedChinese = "zh-Hans"
  case traditionalChinese = "zh-Hant"
  case english = "en"

  /// Whether it is Chinese, in either script.
  public var isChinese: Bool { self != .english }

  /// Creates the language of a text by its characters: Chinese where there is a Han character, and Traditional where
  /// folding to Simplified changes it.
  public init(ofText text: String) {
    let isChinese = text.unicodeScalars.contains { $0.value.isHan }
    self = !isChinese ? .english : Folding.simplified(text) == text ? .simplifiedChinese : .traditionalChinese
  }

  /// Creates the language from a tag that other programs write: `zh-CN`, `ZH`, `zh_TW`, `en-US`.
  public init?(tag: String) {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    switch parts.first {
    case "en", "eng": self = .english
    case "zh", "zho", "chi", "cmn":
      // A script that is said counts more than the region: `zh-Hans-HK` is Simplified.
      let saysSimplified = parts.contains { $0 == "hans" || $0 == "chs" }
      let traditional: Set<Substring> = ["hant", "tw", "hk", "mo", "cht"]
      self =
        !saysSimplified && parts.contains { traditional.contains($0) } ? .traditionalChinese : .simplifiedChinese
    default: return nil
    }
  }
}

/// One name of a concept in one language.
public struct Term: Hashable, Sendable, Codable {
  public var language: TermLanguage
  public var text: String
  /// Whether it is to be used.
  public var status: AdministrativeStatus
  /// Toned pinyin of a Chinese term, words apart: `Táobǎo cūn`.
  public var pinyin: String?
  /// As the file has it, in any language: `noun`, `proper noun`.
  public var partOfSpeech: String?
  /// The part of the world that says so, as a region subtag of BCP 47 in capitals: `TW`, `HK`, `GB`.
  ///
  /// Nil for all.
  public var region: String?
  public var type: TermType?
  public var gender: GrammaticalGender?
  /// Which capitals a text must write for the term to be meant.
  public var caseRule: CaseRule
  /// How far a text may depart from the term.
  public var matchRule: MatchRule
  /// A remark on this term; one on the whole concept is ``ConceptEntry/note``.
  public var note: String?
  /// Where the term comes from, by name.
  public var source: String?
  /// Sentences in which the term stands.
  public var contexts: [UsageContext]
  /// Fields that we do not know, kept for the way back, in the order of the file.
  public var extra: [ExtraField]

  public init(
    language: TermLanguage, text: String, status: AdministrativeStatus = .preferred, pinyin: String? = nil,
    partOfSpeech: String? = nil, region: String? = nil, type: TermType? = nil, gender: GrammaticalGender? = nil,
    caseRule: CaseRule = .smart, matchRule: MatchRule = .inflected, note: String? = nil, source: String? = nil,
    contexts: [UsageContext] = [], extra: [ExtraField] = []
  ) {
    self.language = language
    self.text = text
    self.status = status
    self.pinyin = pinyin
    self.partOfSpeech = partOfSpeech
    self.region = region
    self.type = type
    self.gender = gender
    self.caseRule = caseRule
    self.matchRule = matchRule
    self.note = note
    self.source = source
    self.contexts = contexts
    self.extra = extra
  }

  /// Whether a text may use the term: preferred or admitted.
  public var isUsable: Bool { status.isUsable }
}

/// What kind of name a term is: the pick-list of TBX-Basic.
public enum TermType: String, Hashable, Sendable, CaseIterable, Codable {
  case fullForm
  case acronym
  case abbreviation
  case shortForm
  case variant
  case phrase
}

/// The gender of a term: the pick-list of TBX-Basic.
public enum GrammaticalGender: String, Hashable, Sendable, CaseIterable, Codable {
  case masculine
  case feminine
  case neuter
  case other
}

/// A sentence in which a term stands, and how it was translated.
public struct UsageContext: Hashable, Sendable, Codable {
  public var text: String
  public var translation: String?
  /// Where the sentence comes from, by name.
  public var source: String?

  public init(text: String, translation: String? = nil, source: String? = nil) {
    self.text = text
    self.translation = translation
    self.source = source
  }
}
