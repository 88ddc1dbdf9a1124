import Alignment

/// A few invented entries that stand for a dictionary.
struct SmallDictionary: TranslationSource {
  private let headwords: [(utf8: [UInt8], stems: [Int32])]
  private let numbers: [String: Int32]

  init(_ entries: KeyValuePairs<String, String>) { self.init(entries.map { ($0.key, $0.value) }) }

  init(_ entries: [(String, String)]) {
    var numbers: [String: Int32] = [:]
    var headwords: [(utf8: [UInt8], stems: [Int32])] = []
    for (headword, words) in entries {
      var stems: [Int32] = []
      for word in words.split(separator: " ").map(String.init) {
        let number = numbers[word] ?? Int32(numbers.count)
        numbers[word] = number
        stems.append(number)
      }
      headwords.append((Array(headword.utf8), stems))
    }
    self.numbers = numbers
    self.headwords = headwords.sorted { $0.utf8.count < $1.utf8.count }
  }

  var stemCount: Int { numbers.count }
  var entryCount: Int { headwords.count }

  func forEachHeadword(
    in utf8: UnsafeBufferPointer<UInt8>, at start: Int, _ body: (_ length: Int, _ entry: Int32) -> Void
  ) {
    for (number, entry) in headwords.enumerated()
    where start + entry.utf8.count <= utf8.count && utf8[start..<(start + entry.utf8.count)].elementsEqual(entry.utf8) {
      body(entry.utf8.count, Int32(number))
    }
  }

  func forEachTranslation(of entry: Int32, _ body: (_ stem: Int32, _ weight: Float) -> Void) {
    for stem in headwords[Int(entry)].stems { body(stem, 1) }
  }

  func entryCount(ofStem stem: Int32) -> Int { headwords.count { $0.stems.contains(stem) } }

  func forEachEntry(ofStem stem: Int32, _ body: (_ entry: Int32, _ share: Float) -> Void) {
    for (number, entry) in headwords.enumerated() where entry.stems.contains(stem) {
      body(Int32(number), 1 / Float(entry.stems.count))
    }
  }

  func stemID(ofWord word: String) -> Int32? { numbers[stem(ofWord: word)] }
  func stem(ofWord word: String) -> String { word.hasSuffix("s") ? String(word.dropLast()) : word }
}
