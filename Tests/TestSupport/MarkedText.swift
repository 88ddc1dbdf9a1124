import TextCore

/// Text in which `⟦` and `⟧` show where something is: the marks are taken out and remembered.
public struct MarkedText: Hashable, Sendable {
  public let text: String
  /// What stood between the marks, in UTF-8 bytes of ``text``.
  public let spans: [TextSpan]

  public init(_ marked: String) {
    var text = ""
    var spans: [TextSpan] = []
    var open: [Int] = []
    for character in marked {
      switch character {
      case "⟦": open.append(text.utf8.count)
      case "⟧": spans.append(TextSpan(open.removeLast(), text.utf8.count))
      default: text.append(character)
      }
    }
    precondition(open.isEmpty, "an opening mark without a closing one")
    self.text = text
    self.spans = spans.sorted()
  }
}
