import TextCore

/// Words that lost a ligature without a trace, or with nothing but a second space: `diculty`, `the  rst`, `cut o  for`.
///
/// The ligature is put back where it makes a word of letters that are none. Where two spaces stand and the text has lost
/// others, the letters may be a word: `papers are  led`.
struct VanishedLigature {
  private let utf8: [UInt8]
  private let words: WordTable

  init(_ utf8: [UInt8], _ words: WordTable) {
    self.utf8 = utf8
    self.words = words
  }

  /// Whether the letters are no word, and a ligature makes one of them.
  static func mayBe(_ word: WordScan.Word, in utf8: [UInt8], _ words: WordTable) -> Bool {
    guard word.isFree, word.count >= 2, word.count <= WordScan.longestWord else { return false }
    let letters = utf8[word.range]
    guard letters.allSatisfy({ $0 >= 0x61 }), !words.contains(letters) else { return false }
    return !candidates(letters, at: 0...word.count, words).isEmpty
  }

  /// The edits for letters that are no word.
  func edits(for clipped: [WordScan.Word], outside others: [RepairEdit]) -> [RepairEdit] {
    var result: [RepairEdit] = []
    var next = 0
    for word in clipped { append(edit(word), for: word, outside: others, &next, to: &result) }
    return result
  }

  /// The edits for words that two spaces betray.
  func hiddenEdits(outside others: [RepairEdit]) -> [RepairEdit] {
    let others = others.sorted { $0.span < $1.span }
    var result: [RepairEdit] = []
    var next = 0
    var scan = WordScan(utf8)
    while let word = scan.next() {
      guard word.isFree, word.count <= WordScan.longestWord else { continue }
      append(hiddenEdit(word), for: word, outside: others, &next, to: &result)
    }
    return result
  }

  private func append(
    _ edit: RepairEdit?, for word: WordScan.Word, outside others: [RepairEdit], _ next: inout Int,
    to result: inout [RepairEdit]
  ) {
    guard let edit, edit.span.start >= result.last?.span.end ?? 0 else { return }
    while next < others.count, others[next].span.end <= edit.span.start { next += 1 }
    if next == others.count || others[next].span.start >= edit.span.end { result.append(edit) }
  }

  private func edit(_ word: WordScan.Word) -> RepairEdit? {
    let letters = utf8[word.range]
    guard word.count >= 2, !words.contains(letters) else { return nil }
    let range = spaced(word)
    let isSpaced = range != word.range
    let places = range.lowerBound < word.range.lowerBound ? 0...0 : isSpaced ? word.count...word.count : 0...word.count
    guard let whole = Self.chosen(among: Self.candidates(letters, at: places, words)) else { return nil }
    // A few letters make a word too easily.
    let confidence = isSpaced ? 0.9 : word.count >= 3 ? 0.65 : 0.5
    return edit(range, whole, confidence: confidence, isSafe: false)
  }

  private func hiddenEdit(_ word: WordScan.Word) -> RepairEdit? {
    let range = spaced(word)
    guard range != word.range, utf8[word.range].allSatisfy({ $0 >= 0x61 }), words.contains(utf8[word.range]) else {
      return nil
    }
    let place = range.lowerBound < word.range.lowerBound ? 0 : word.count
    guard let whole = Self.chosen(among: Self.candidates(utf8[word.range], at: place...place, words)) else {
      return nil
    }
    return edit(range, whole, confidence: 0.7, isSafe: true)
  }

  private func edit(_ range: Range<Int>, _ whole: String, confidence: Double, isSafe: Bool) -> RepairEdit {
    RepairEdit(
      span: TextSpan(range), replacement: whole, kind: .lostLigature, isSafe: isSafe, confidence: confidence,
      reason: "a ligature was lost: “\(String(decoding: utf8[range], as: UTF8.self))” may be “\(whole)”")
  }

  /// The word with the one of two spaces beside it that stands for the ligature.
  private func spaced(_ word: WordScan.Word) -> Range<Int> {
    let start = word.range.lowerBound
    let end = word.range.upperBound
    if start >= 3, utf8[start - 1] == 0x20, utf8[start - 2] == 0x20, isWithinSentence(utf8[start - 3]) {
      return (start - 1)..<end
    }
    if end + 2 < utf8.count, utf8[end] == 0x20, utf8[end + 1] == 0x20, WordScan.isLetter(utf8[end + 2]) {
      return start..<(end + 1)
    }
    return word.range
  }

  private func isWithinSentence(_ byte: UInt8) -> Bool { WordScan.isLetter(byte) || byte == 0x2C || byte == 0x2D }

  // MARK: Words

  /// The words that one ligature makes of the letters, put in at one of the places.
  private static func candidates(
    _ letters: ArraySlice<UInt8>, at places: ClosedRange<Int>, _ words: WordTable
  ) -> [[UInt8]] {
    var found: [[UInt8]] = []
    letters.withUnsafeBufferPointer { letters in
      for place in places {
        let head = UnsafeBufferPointer(rebasing: letters[..<place])
        let tail = UnsafeBufferPointer(rebasing: letters[place...])
        for ligature in LostLigature.ligatures
        where ligature.withUnsafeBufferPointer({ words.contains(head, $0, tail) }) {
          let whole = Array(head) + ligature + Array(tail)
          if whole.count >= 3, !found.contains(whole) { found.append(whole) }
        }
      }
    }
    return found
  }

  /// The only candidate, or the only usual one.
  private static func chosen(among candidates: [[UInt8]]) -> String? {
    let words = candidates.map { String(decoding: $0, as: UTF8.self) }
    if words.count == 1 { return words[0] }
    let known = words.filter { usual.contains($0) }
    return known.count == 1 ? known[0] : nil
  }

  private static let usual: Set<String> = Set(
    """
    first find finds finding found field fields five fifty fifth fire fires fired fit fits file files filed fill filled
    film films fish fishing firm firms final finally finance financial figure figures fine fines fixed finish finished
    finger fiscal flight flights floor floors flow flows flowers fly flying flat flag fleet flood flour fled fluid
    off office offices officer officers official officials offer offers offered offering effort efforts effect effects
    effective efficient difficult difficulty different difference differ staff tariff tariffs traffic stuff affair
    affairs affect affected afford suffer suffered specific specifically significant significantly scientific profit
    profits benefit benefits confirm confirmed conflict conflicts reflect reflects influence define defined definition
    identify identified modified classified certificate certificates confidence configuration beneficial artificial
    sufficient coefficient workflow profile profiles satisfied notified verified refined confined buffer coffee
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
