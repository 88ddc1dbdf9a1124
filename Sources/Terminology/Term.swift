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
}

/// The language and script of a term.
public enum TermLanguage: String, Hashable, Sendable, CaseIterable, Codable {
  case simplifiedChinese = "zh-Hans"
  case traditionalChinese = "zh-Hant"
  case english = "en"

  public var isChinese: Bool { self != .english }

  /// Creates the language from a tag that other programs write: `zh-CN`, `ZH`, `zh_TW`, `en-US`.
  public init?(tag: String) {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    switch parts.first {
    case "en", "eng": self = .english
    case "zh", "zho", "chi", "cmn":
      let traditional: Set<Substring> = ["hant", "tw", "hk", "mo", "cht"]
      self = parts.contains { traditional.contains($0) } ? .traditionalChinese : .simplifiedChinese
    default: return nil
    }
  }
}

/// One name of a concept in one language.
public struct Term: Hashable, Sendable, Codable {
  public var language: TermLanguage
  public var text: String
  public var status: AdministrativeStatus
  /// Toned pinyin of a Chinese term, words apart: `Táobǎo cūn`.
  public var pinyin: String?
  public var partOfSpeech: String?

  public init(
    language: TermLanguage, text: String, status: AdministrativeStatus = .preferred, pinyin: String? = nil,
    partOfSpeech: String? = nil
  ) {
    self.language = language
    self.text = text
    self.status = status
    self.pinyin = pinyin
    self.partOfSpeech = partOfSpeech
  }
}
