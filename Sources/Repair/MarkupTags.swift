import TextCore

/// The whole tags of a text: where they stand, and whether they make HTML or Markdown of all of it.
///
/// A page that was saved as plain text may keep a stray `<br>`; that is no reason to leave alone what stands far from it.
struct MarkupTags {
  /// Where each tag begins, in order.
  private let places: [Int]
  /// Whether the whole text is mark-up: it has what only documents have, or tags that are sound all along it.
  private let isDocument: Bool

  init(in text: ScalarText) {
    var places: [Int] = []
    var isDocument = false
    var openings: [String: Int] = [:]
    var sound = 0
    for index in 0..<text.count where text.values[index] == 0x3C {
      if text[index + 1] == 0x21 {
        isDocument = isDocument || text[index + 2] == 0x2D || Self.isDocumentType(at: index + 2, in: text)
        continue
      }
      let isClosing = text[index + 1] == 0x2F
      let start = isClosing ? index + 2 : index + 1
      guard let end = Self.endOfName(at: start, in: text), [0x3E, 0x2F, 0x20].contains(text[end]) else { continue }
      places.append(index)
      let name = text.string(start..<end).lowercased()
      isDocument = isDocument || Self.documentNames.contains(name)
      if !isClosing {
        openings[name, default: 0] += 1
        if text[end] == 0x20, Self.isAttribute(at: end + 1, in: text) { sound += 1 }
      } else if let open = openings[name], open > 0 {
        openings[name] = open - 1
        sound += 1
      }
    }
    self.places = places
    self.isDocument = isDocument || sound > 0 && sound * Self.scalarsToATag >= text.count
  }

  /// Whether what stands at `index` belongs to mark-up: the whole text is, or a tag is near.
  func cover(_ index: Int) -> Bool {
    if isDocument { return true }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] - index <= Self.reach || low > 0 && index - places[low - 1] <= Self.reach
  }

  /// Text of which so many characters come to one sound tag is mark-up all along.
  private static let scalarsToATag = 1_000
  /// So many characters around a tag belong to it.
  private static let reach = 200

  /// The index behind the name of a tag that begins at `start`, or nil if no tag has that name.
  static func endOfName(at start: Int, in text: ScalarText) -> Int? {
    var end = start
    while end - start <= longestName, text[end].isASCIILetter || text[end].isASCIIDigit { end += 1 }
    guard end > start, end - start <= longestName, names.contains(text.string(start..<end).lowercased()) else {
      return nil
    }
    return end
  }

  private static func isAttribute(at start: Int, in text: ScalarText) -> Bool {
    var end = start
    while end - start < 20, text[end].isASCIILetter || text[end] == 0x2D { end += 1 }
    return end > start && text[end] == 0x3D
  }

  private static func isDocumentType(at start: Int, in text: ScalarText) -> Bool {
    text.string(start..<min(start + 7, text.count)).lowercased() == "doctype"
  }

  private static let documentNames: Set<String> = ["html", "head", "body", "title", "meta", "link", "script", "style"]

  private static let names = documentNames.union([
    "p", "br", "hr", "div", "span", "font", "table", "tr", "td", "th", "ul", "ol", "li", "a", "img", "strong", "em",
    "b", "i", "u", "h1", "h2", "h3", "h4", "h5", "h6", "center", "blockquote", "pre", "code", "sup", "sub", "details",
    "summary",
  ])

  private static let longestName = 10
}
