import TextCore

/// A set of words of Han characters, asked for the longest one at a place.
struct HanWords: Sendable {
  /// The characters that words begin and end with: few characters of a text do, so most questions end here.
  var firsts: HanSet { words.firsts }
  let lasts: HanSet
  private let words: ScalarWords<Void>
  private let longest: Int

  /// Creates the set of the words of a list, spaces and line breaks between them.
  init(_ list: String) {
    self.init(list.split { $0 == " " || $0 == "\n" }.map { $0.unicodeScalars.map(\.value) })
  }

  init(_ words: [[UInt32]]) {
    self.words = ScalarWords(words.lazy.map { ($0, ()) })
    lasts = HanSet(words.compactMap(\.last))
    longest = words.map(\.count).max() ?? 0
  }

  /// The length of the longest word that begins at `index`; 0 for none.
  func length(in text: HanText, at index: Int) -> Int {
    text.scalars.withUnsafeBufferPointer { words.match(in: $0, at: index)?.count ?? 0 }
  }

  /// The length of the longest word that ends right before `end`; 0 for none.
  func length(in text: HanText, before end: Int) -> Int {
    guard lasts.contains(text.scalar(end - 1)) else { return 0 }
    return text.scalars.withUnsafeBufferPointer { words.match(in: $0, before: end, longest: longest)?.count ?? 0 }
  }
}
