import TextCore

/// Two words without the space between them.
///
/// `ofthe`, `andthe`. Only reported: it may be a name.
struct JoinedWords: DamageMechanism {
  var signs: DamageSigns { .words }
  var onlyReports: Bool { true }

  func edits(in text: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    guard let words = context.words else { return [] }
    let utf8 = text.utf8
    var edits: [RepairEdit] = []
    for word in context.survey(of: text.utf8).joined {
      guard let parts = Self.parts(of: utf8[word.range], words) else { continue }
      edits.append(
        RepairEdit(
          span: TextSpan(word.range), replacement: parts, kind: .joinedWords, isSafe: false, confidence: 0.8,
          reason: "“\(String(decoding: utf8[word.range], as: UTF8.self))” is two words: “\(parts)”"))
    }
    return edits
  }

  /// Whether a word is unknown, of lower case, and parts into known ones.
  static func mayBeJoined(_ word: WordScan.Word, in utf8: [UInt8], _ words: WordTable) -> Bool {
    guard word.isFree, word.count >= 4, word.count <= WordScan.longestWord else { return false }
    let letters = utf8[word.range]
    guard letters.dropFirst().allSatisfy({ $0 >= 0x61 }), splits(letters).first != nil else { return false }
    return !words.contains(letters) && parts(of: letters, words) != nil
  }

  /// The words, if there is exactly one way to part them.
  private static func parts(of letters: ArraySlice<UInt8>, _ words: WordTable) -> String? {
    let isCapital = letters.first.map { $0 < 0x61 } ?? false
    let found = splits(letters).filter { split in
      let head = letters[..<split]
      let tail = letters[split...]
      if isSmall(head) && isSmall(tail) { return !isCapital }
      // One small word of three letters or more, and a word of some length.
      return !isCapital && isSmall(head) && head.count >= 3 && tail.count >= 4 && words.contains(tail)
        || isSmall(tail) && tail.count >= 3 && head.count >= 4 && words.contains(head)
    }
    if found.count == 1 { return string(letters[..<found[0]]) + " " + string(letters[found[0]...]) }
    return found.isEmpty && !isCapital ? threeParts(of: letters, words) : nil
  }

  /// A small word, `the` and a third word: `inthebusy`.
  private static func threeParts(of letters: ArraySlice<UInt8>, _ words: WordTable) -> String? {
    guard letters.count >= 8 else { return nil }
    var found: [String] = []
    for first in splits(letters) where isSmall(letters[..<first]) {
      for second in splits(letters[first...]) where letters[first..<second].elementsEqual("the".utf8) {
        let tail = letters[second...]
        if tail.count >= 3, isSmall(tail) || words.contains(tail) {
          found.append(string(letters[..<first]) + " " + string(letters[first..<second]) + " " + string(tail))
        }
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func string(_ letters: ArraySlice<UInt8>) -> String { String(decoding: letters, as: UTF8.self) }

  /// Where a small word ends at the beginning or begins at the end.
  private static func splits(_ letters: ArraySlice<UInt8>) -> [Int] {
    guard letters.count >= 4 else { return [] }
    return (letters.startIndex + 2..<letters.endIndex - 1).filter { split in
      split - letters.startIndex <= longestSmall && isSmall(letters[..<split])
        || letters.endIndex - split <= longestSmall && isSmall(letters[split...])
    }
  }

  private static func isSmall(_ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.count >= 2, letters.count <= longestSmall else { return false }
    return small.contains(letters.reduce(0) { $0 << 8 | UInt64($1) })
  }

  private static let longestSmall = 7

  /// Words that every text has, packed, a byte a letter.
  private static let small: Set<UInt64> = {
    let list = """
      of the to in and for is that with on as by at from it be this are was which have has not their its he she they
      them his her him you your our we us who what when where how than then also been had would will can could should
      may might must said says were but all any some many more most much each both such only very into before about
      between during against without within where being these those while because since until there here then
      """
    let words = list.split(whereSeparator: { $0 == " " || $0 == "\n" }).filter { $0.utf8.count <= longestSmall }
    return Set(words.map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }()
}
