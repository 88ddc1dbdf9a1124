import TextCore

/// Two words without the space between them.
///
/// `ofthe`, `andthe`. Only reported: it may be a name.
struct JoinedWords: DamageMechanism {
  var signs: DamageSigns { .words }

  func edits(in text: ScalarText, context: inout RepairContext) -> [RepairEdit] {
    guard let words = context.words else { return [] }
    let utf8 = text.utf8
    var edits: [RepairEdit] = []
    var scan = WordScan(utf8)
    while let word = scan.next() {
      guard Self.mayBeJoined(word, in: utf8, words), let parts = Self.parts(of: utf8[word.range], words) else {
        continue
      }
      edits.append(
        RepairEdit(
          span: TextSpan(word.range), replacement: parts, kind: .joinedWords, isSafe: false, confidence: 0.8,
          reason: "“\(String(decoding: utf8[word.range], as: UTF8.self))” is two words: “\(parts)”"))
    }
    return edits
  }

  /// Whether a word is unknown, of lower case and begins or ends like a small word.
  static func mayBeJoined(_ word: WordScan.Word, in utf8: [UInt8], _ words: WordTable) -> Bool {
    guard word.isFree, word.count >= 4 else { return false }
    let letters = utf8[word.range]
    guard letters.allSatisfy({ $0 >= 0x61 }), splits(letters).first != nil else { return false }
    return !words.contains(letters)
  }

  /// The two words, if there is exactly one way to part them.
  private static func parts(of letters: ArraySlice<UInt8>, _ words: WordTable) -> String? {
    let found = splits(letters).filter { split in
      let head = letters[..<split]
      let tail = letters[split...]
      if isSmall(head) && isSmall(tail) { return true }
      // One small word of three letters or more, and a word of some length.
      return isSmall(head) && head.count >= 3 && tail.count >= 5 && words.contains(tail)
        || isSmall(tail) && tail.count >= 3 && head.count >= 5 && words.contains(head)
    }
    guard found.count == 1 else { return nil }
    return String(decoding: letters[..<found[0]], as: UTF8.self) + " "
      + String(decoding: letters[found[0]...], as: UTF8.self)
  }

  /// Where a small word ends at the beginning or begins at the end.
  private static func splits(_ letters: ArraySlice<UInt8>) -> [Int] {
    (letters.startIndex + 2..<letters.endIndex - 1).filter { split in
      split - letters.startIndex <= 5 && isSmall(letters[..<split])
        || letters.endIndex - split <= 5 && isSmall(letters[split...])
    }
  }

  private static func isSmall(_ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.count >= 2, letters.count <= 5 else { return false }
    return small.contains(letters.reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// Packed, a byte a letter.
  private static let small: Set<UInt64> = {
    let list = "of the to in and for is that with on as by at from it be this are was which have has not their its"
    return Set(list.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }()
}
