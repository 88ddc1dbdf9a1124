import TextCore

/// Words that were broken at a line end and kept the hyphen when the lines were joined: `govern- ment`.
struct LineHyphen: DamageMechanism {
  var signs: DamageSigns { .hyphen }

  func edits(in text: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    guard let words = context.words else { return [] }
    let utf8 = text.utf8
    var edits: [RepairEdit] = []
    for hyphen in Self.hyphens(in: utf8) {
      var (start, end) = (hyphen, hyphen + 2)
      while start > 0, WordScan.isLetter(utf8[start - 1]) { start -= 1 }
      while end < utf8.count, WordScan.isLetter(utf8[end]) { end += 1 }
      guard start >= edits.last?.span.end ?? 0,
        let edit = edit(for: start..<hyphen, hyphen + 2..<end, in: utf8, words)
      else { continue }
      edits.append(edit)
    }
    return edits
  }

  /// Where a hyphen has a letter before it and a space and a small letter behind it.
  private static func hyphens(in utf8: [UInt8]) -> [Int] {
    utf8.withUnsafeBufferPointer { bytes in
      bytes.indices.dropFirst().dropLast(2).filter { index in
        bytes[index] == 0x2D && bytes[index + 1] == 0x20 && WordScan.isLetter(bytes[index - 1])
          && bytes[index + 2] >= 0x61 && WordScan.isLetter(bytes[index + 2])
      }
    }
  }

  private func edit(
    for first: Range<Int>, _ second: Range<Int>, in utf8: [UInt8], _ words: WordTable
  ) -> RepairEdit? {
    guard first.count >= 2, second.count >= 2, utf8[second].allSatisfy({ $0 >= 0x61 }),
      first.lowerBound == 0 || utf8[first.lowerBound - 1] != 0x2D
    else { return nil }
    let tail = String(decoding: utf8[second], as: UTF8.self)
    let whole = utf8[first] + utf8[second]
    guard !Self.conjunctions.contains(tail), words.contains(whole) else { return nil }
    let span = TextSpan(first.lowerBound, second.upperBound)
    let isSure = !words.contains(utf8[first]) || !words.contains(utf8[second])
    let word = String(decoding: whole, as: UTF8.self)
    return RepairEdit(
      span: span, replacement: word, kind: .lineHyphen, isSafe: isSure, confidence: isSure ? 0.95 : 0.75,
      reason: "“\(String(decoding: utf8[span.range], as: UTF8.self))” was “\(word)”, broken at a line end")
  }

  /// What stands behind a hyphen that waits for its word: `pre- and post-war`.
  private static let conjunctions: Set<String> = ["and", "or", "to", "nor", "but", "versus", "as", "than", "through"]
}
