import TextCore

/// A file format whose running text can be judged.
///
/// One file of this folder is one format.
public struct ProseFormat: Sendable {
  /// Its name.
  public let id: String
  /// The endings of its files, in lower case, without the dot.
  public let fileExtensions: [String]
  /// Whether the format has comments and marks of its own, so that a paragraph may go over several lines.
  public let isMarkup: Bool
  /// The running text of a file: a paragraph a line, what is no prose left out.
  ///
  /// Its offsets lead back to the file.
  public let prose: @Sendable (_ text: MappedText) -> MappedText

  init(
    id: String, fileExtensions: [String], isMarkup: Bool = true,
    prose: @escaping @Sendable (_ text: MappedText) -> MappedText
  ) {
    self.id = id
    self.fileExtensions = fileExtensions
    self.isMarkup = isMarkup
    self.prose = prose
  }

  /// Every format; plain text, which any file is that is none of the others, comes last.
  public static let all: [ProseFormat] = [.markdown, .html, .plain]

  /// The format of a file, by its name.
  public static func format(ofPath path: String) -> ProseFormat {
    let name = path.lowercased()
    return all.first { format in format.fileExtensions.contains { name.hasSuffix(".\($0)") } } ?? .plain
  }

  /// What stands for code, formulas and other things inside a sentence that are no words: U+FFFC, which Unicode has for
  /// this.
  static let placeholder = Array("\u{FFFC}".utf8)
}
