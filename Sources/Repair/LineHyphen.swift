import TextCore

/// Words that were broken at a line end and kept the hyphen when the lines were joined: `govern- ment`.
struct LineHyphen: DamageMechanism {
  var signs: DamageSigns { .hyphen }

  func edits(in text: ScalarText, context: inout RepairContext) -> [RepairEdit] {
    guard let words = context.words else { return [] }
    let utf8 = text.utf8
    var edits: [RepairEdit] = []
    var scan = WordScan(utf8)
    var before = scan.next()
    while let word = scan.next() {
      defer { before = word }
      guard let first = before, first.range.lowerBound >= edits.last?.span.end ?? 0,
        let edit = edit(for: first, word, in: utf8, words)
      else { continue }
      edits.append(edit)
    }
    return edits
  }

  private func edit(
    for first: WordScan.Word, _ second: WordScan.Word, in utf8: [UInt8], _ words: WordTable
  ) -> RepairEdit? {
    guard second.range.lowerBound == first.range.upperBound + 2, utf8[first.range.upperBound] == 0x2D,
      utf8[first.range.upperBound + 1] == 0x20, first.count >= 2, second.count >= 2,
      utf8[second.range].allSatisfy({ $0 >= 0x61 }),
      first.range.lowerBound == 0 || utf8[first.range.lowerBound - 1] != 0x2D
    else { return nil }
    let tail = String(decoding: utf8[second.range], as: UTF8.self)
    let whole = utf8[first.range] + utf8[second.range]
    guard !Self.conjunctions.contains(tail), words.contains(whole) else { return nil }
    let span = TextSpan(first.range.lowerBound, second.range.upperBound)
    let isSure = !words.contains(utf8[first.range]) || !words.contains(utf8[second.range])
    let word = String(decoding: whole, as: UTF8.self)
    return RepairEdit(
      span: span, replacement: word, kind: .lineHyphen, isSafe: isSure, confidence: isSure ? 0.95 : 0.75,
      reason: "“\(String(decoding: utf8[span.range], as: UTF8.self))” was “\(word)”, broken at a line end")
  }

  /// What stands behind a hyphen that waits for its word: `pre- and post-war`.
  private static let conjunctions: Set<String> = ["and", "or", "to", "nor", "but", "versus", "as", "than", "through"]
}
