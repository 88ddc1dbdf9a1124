import TextCore

extension ProseFormat {
  /// Plain text: all of it is prose but comments that speak to us.
  public static let plain = ProseFormat(id: "plain", fileExtensions: ["txt", "text"], isMarkup: false) { text in
    let comments = SuppressionComment.spans(in: text.utf8)
    return comments.isEmpty ? text : text.applying(comments.map { TextEdit(span: $0, replacement: "") })
  }
}
