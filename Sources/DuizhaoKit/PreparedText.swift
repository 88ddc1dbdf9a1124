import Lint
import Repair
import TextCore

/// A file read, repaired and cut into segments: what alignment, linking and recognition start from.
public struct PreparedText: Sendable {
  public let source: SourceText
  public let language: Language
  /// The repaired text; its offsets lead back to the file.
  public let text: MappedText
  /// Segments of ``text``; empty where none were asked for.
  public let segments: [Segment]

  /// Prepares a source.
  ///
  /// `prose` is the part of the source that is running text, if that is not all of it. `isPresegmented`: each line is a
  /// segment, empty lines too. `cutsSegments`: whether there are any.
  /// - Throws: ``InputError`` for a text without letters of either language.
  init(
    _ source: SourceText, prose: MappedText? = nil, language: Language? = nil, isPresegmented: Bool = false,
    cutsSegments: Bool = true, repairer: TextRepairer
  ) throws(InputError) {
    let prose = prose ?? source.text
    guard let language = language ?? Language.dominant(in: prose.utf8) else {
      throw Self.noLanguage(source)
    }
    self.source = source
    self.language = language
    text = repairer.repairedText(prose)
    segments =
      !cutsSegments
      ? [] : isPresegmented ? Self.lines(of: text) : Segmenter(language: language).segments(of: text)
  }

  /// Takes over a text of the checker, which is repaired and cut already.
  /// - Throws: ``InputError`` for a text without letters of either language.
  init(_ source: SourceText, _ text: LintText) throws(InputError) {
    guard Language.dominant(in: text.raw.utf8) != nil else { throw Self.noLanguage(source) }
    self.source = source
    language = text.language
    self.text = MappedText(utf8: text.utf8, origin: text.view.origin.composed(with: text.raw.origin))
    segments = text.segments
  }

  private static func noLanguage(_ source: SourceText) -> InputError {
    InputError(path: source.path, .malformed("holds neither Chinese nor English text"))
  }

  /// The text of a segment.
  public func string(of segment: Segment) -> String { text.string(in: segment.span) }

  /// Where a segment stands in the file.
  public func fileSpan(of segment: Segment) -> TextSpan { text.fileSpan(of: segment.span) }

  private static func lines(of text: MappedText) -> [Segment] {
    let index = LineIndex(text.utf8)
    var count = index.count
    if count > 0, index.span(ofLine: count).isEmpty { count -= 1 }  // the line end of the last line
    return (0..<count).map { Segment(span: index.span(ofLine: $0 + 1)) }
  }
}
