import Terminology
import TextCore

/// What a file does not say itself, and its reader should know.
public struct GlossaryReadingOptions: Hashable, Sendable {
  /// Nil to find out.
  public var encoding: TextEncoding?
  /// Which column of a table is what, where its name does not tell: the first one that fits wins.
  public var columns: [ColumnMapping]
  /// What stands between the terms of a cell, where it is not ` | `; nil to guess carefully.
  public var termSeparator: String?
  /// The sheet of a workbook or the table of a document, by name or 1-based number.
  ///
  /// Nil for the first visible one with a table in it.
  public var sheet: String?
  /// Whether the first row of a table names the columns; nil to find out.
  public var hasHeader: Bool?

  public init(
    encoding: TextEncoding? = nil, columns: [ColumnMapping] = [], termSeparator: String? = nil, sheet: String? = nil,
    hasHeader: Bool? = nil
  ) {
    self.encoding = encoding
    self.columns = columns
    self.termSeparator = termSeparator
    self.sheet = sheet
    self.hasHeader = hasHeader
  }
}

/// A column of a table in the user's words: `中文=zh-Hans`.
public struct ColumnMapping: Hashable, Sendable {
  /// The name in the header, or the 1-based number of the column.
  public let name: String
  /// The column of the plain table that it is: `zh-Hans`, `en_admitted`, `note`.
  public let column: String

  public init(name: String, column: String) {
    self.name = name
    self.column = column
  }

  /// Reads `NAME=COLUMN`; nil for text that is not of this form.
  public init?(_ text: String) {
    guard let equals = text.lastIndex(of: "=") else { return nil }
    let name = String(text[..<equals]).trimmed
    let column = String(text[text.index(after: equals)...]).trimmed
    if name.isEmpty || column.isEmpty { return nil }
    self.init(name: name, column: column)
  }
}

/// How a glossary is written, where a format leaves a choice.
public struct GlossaryWritingOptions: Hashable, Sendable {
  /// The language to translate from, in formats that have a direction.
  public var source: TermLanguage
  /// The language to translate to.
  public var target: TermLanguage
  /// The name of the glossary, for formats that carry one.
  public var title: String

  public init(
    source: TermLanguage = .simplifiedChinese, target: TermLanguage = .english, title: String = "duizhao"
  ) {
    self.source = source
    self.target = target
    self.title = title
  }
}
