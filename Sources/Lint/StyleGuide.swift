import Lexicon

/// What a project wants where more than one way is right; where it chooses none, nothing is said.
public struct StyleGuide: Hashable, Sendable {
  /// Whether something is to stand there.
  public enum Use: String, Hashable, Sendable, CaseIterable { case always, never }
  /// “好” or 「好」.
  public enum ChineseQuotes: String, Hashable, Sendable, CaseIterable { case curly, corner }
  /// "so" or “so”.
  public enum EnglishQuotes: String, Hashable, Sendable, CaseIterable { case straight, curly }
  /// Colour or color.
  public typealias Spelling = EnglishSpelling
  /// 5%, 5 percent or 5 per cent.
  public enum Percent: String, Hashable, Sendable, CaseIterable {
    case sign, word
    case twoWords = "two-words"
  }
  /// May 5, 2019 or 5 May 2019.
  public enum DateOrder: String, Hashable, Sendable, CaseIterable {
    case monthFirst = "month-day"
    case dayFirst = "day-month"
  }

  public var chineseQuotes: ChineseQuotes?
  public var englishQuotes: EnglishQuotes?
  /// The comma before the “and” of a list.
  public var serialComma: Use?
  /// The space between Chinese characters and Latin letters.
  public var latinSpacing: Use?
  public var spelling: Spelling?
  public var percent: Percent?
  public var dates: DateOrder?

  public init(
    chineseQuotes: ChineseQuotes? = nil, englishQuotes: EnglishQuotes? = nil, serialComma: Use? = nil,
    latinSpacing: Use? = nil, spelling: Spelling? = nil, percent: Percent? = nil, dates: DateOrder? = nil
  ) {
    self.chineseQuotes = chineseQuotes
    self.englishQuotes = englishQuotes
    self.serialComma = serialComma
    self.latinSpacing = latinSpacing
    self.spelling = spelling
    self.percent = percent
    self.dates = dates
  }

  /// The choices that were made, as a configuration writes them.
  public var settings: [String] {
    [
      chineseQuotes.map { "quotes-zh: \($0.rawValue)" }, englishQuotes.map { "quotes-en: \($0.rawValue)" },
      serialComma.map { "serial-comma: \($0.rawValue)" }, latinSpacing.map { "latin-spacing: \($0.rawValue)" },
      spelling.map { "spelling: \($0.rawValue)" }, percent.map { "percent: \($0.rawValue)" },
      dates.map { "dates: \($0.rawValue)" },
    ].compactMap(\.self)
  }
}
