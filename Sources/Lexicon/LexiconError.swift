/// Compiled or source data that cannot be used, and why.
public enum LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bytes are not compiled data of this kind: another file, or a damaged head.
  case foreignData(expected: String)
  /// The data were compiled by another release; compile them again.
  case unsupportedVersion(found: UInt32, expected: UInt32)
  /// The data end before they should.
  case truncated
  /// A part of the data has a size that cannot be.
  case malformedSection(Int)
  /// The data were compiled from something else than is there now; compile them again.
  case stale
  /// A line of a source file breaks the rules of its format; lines count from 1.
  case malformedLine(Int, LineFault)
  /// The source holds nothing to compile.
  case noEntries

  /// What is wrong with a line of a source file.
  public enum LineFault: Hashable, Sendable {
    /// A word list holds one word a line; this one has white space inside or control characters.
    case notAWord
    /// `U+4E00`, a tabulator, a field name, a tabulator and a value were expected.
    case notUnihan
    /// The code point is not a Unicode scalar.
    case badCodePoint
    /// `繁 简 [pin1 yin1] /sense/` was expected: the headwords are missing.
    case missingHeadwords
    /// `繁 简 [pin1 yin1] /sense/` was expected: the pinyin is missing.
    case missingPinyin
    /// `繁 简 [pin1 yin1] /sense/` was expected: there is no sense between slashes.
    case missingSenses
  }

  public var description: String {
    switch self {
    case .foreignData(let expected): "not a compiled \(expected)"
    case .unsupportedVersion(let found, let expected):
      "compiled data of version \(found), but this program reads version \(expected); compile the data again"
    case .stale: "the compiled data were made from something else; compile the data again"
    case .truncated: "the compiled data are cut short; compile the data again"
    case .malformedSection(let index): "section \(index) of the compiled data is damaged; compile the data again"
    case .malformedLine(let line, let fault): "line \(line): \(fault.explanation)"
    case .noEntries: "there is nothing to compile"
    }
  }
}

extension LexiconError.LineFault {
  /// The fault in words.
  public var explanation: String {
    switch self {
    case .notAWord: "one word was expected"
    case .notUnihan: "a code point, a field and a value with tabulators between them were expected"
    case .badCodePoint: "this is no code point"
    case .missingHeadwords: "two headwords with a space between them were expected"
    case .missingPinyin: "pinyin in square brackets was expected"
    case .missingSenses: "senses between slashes were expected"
    }
  }
}
