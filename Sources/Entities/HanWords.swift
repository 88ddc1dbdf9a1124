import Names

/// A set of words of Han characters, asked for the longest one at a place.
struct HanWords: Sendable {
  /// The characters that words begin and end with: few characters of a text do, so most questions end here.
  let firsts: HanSet
  let lasts: HanSet
  private let byFirst: [UInt32: [[UInt32]]]
  /// The words that end in a character, for looking backwards.
  private let byLast: [UInt32: [[UInt32]]]

  /// Creates the set of the words of a list, spaces and line breaks between them.
  init(_ list: String) {
    self.init(list.split { $0 == " " || $0 == "\n" }.map { $0.unicodeScalars.map(\.value) })
  }

  init(_ words: [[UInt32]]) {
    var byFirst: [UInt32: [[UInt32]]] = [:]
    var byLast: [UInt32: [[UInt32]]] = [:]
    for word in words {
      guard let first = word.first, let last = word.last else { continue }
      byFirst[first, default: []].append(word)
      byLast[last, default: []].append(word)
    }
    self.byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
    self.byLast = byLast.mapValues { $0.sorted { $0.count > $1.count } }
    firsts = HanSet(byFirst.keys)
    lasts = HanSet(byLast.keys)
  }

  /// The length of the longest word that begins at `index`; 0 for none.
  func length(in text: HanText, at index: Int) -> Int {
    let first = text.scalar(index)
    guard firsts.contains(first), let words = byFirst[first] else { return 0 }
    for word in words where text.has(word, at: index) { return word.count }
    return 0
  }

  /// The length of the longest word that ends right before `end`; 0 for none.
  func length(in text: HanText, before end: Int) -> Int {
    let last = text.scalar(end - 1)
    guard lasts.contains(last), let words = byLast[last] else { return 0 }
    for word in words where text.has(word, at: end - word.count) { return word.count }
    return 0
  }
}
