import TextCore

/// Letters and digits that character recognition took for others that look alike: `rnore`, `pers0n`, `Iittle`, `2O19`.
///
/// Another reading is proposed where the letters are no word and exactly one exchange makes one of them. It is made
/// unasked only in a text that shows several, and where a digit or a capital stands among letters.
struct LookAlikes: DamageMechanism {
  var signs: DamageSigns { .words }

  func edits(in text: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    guard let words = context.words else { return [] }
    let utf8 = text.utf8
    var edits: [RepairEdit] = []
    for token in context.survey(of: text.utf8).lookAlikes {
      guard let word = Self.reading(of: token, in: utf8, words) else { continue }
      let before = String(decoding: utf8[token], as: UTF8.self)
      edits.append(
        RepairEdit(
          span: TextSpan(token), replacement: word, kind: .lookAlike, isSafe: false, confidence: 0.7,
          reason: "“\(before)” is no word; “\(word)” looks the same to character recognition"))
    }
    guard Set(edits.map(\.replacement)).count >= Self.manyWords else { return edits }
    return edits.map {
      guard utf8[$0.span.range].contains(where: { $0 &- 0x30 < 10 || $0 == 0x49 }) else { return $0 }
      var edit = $0
      edit.isSafe = true
      edit.confidence = 0.85
      return edit
    }
  }

  /// So many different words are no chance.
  private static let manyWords = 4

  /// The run of letters and digits that a word is part of, if it may be misread: it has a digit, or is the word itself
  /// and stands free.
  static func token(around word: WordScan.Word, in utf8: [UInt8]) -> Range<Int>? {
    var start = word.range.lowerBound
    while start > 0, WordScan.isPart(utf8[start - 1]), word.range.upperBound - start <= WordScan.longestWord {
      start -= 1
    }
    var end = word.range.upperBound
    while end < utf8.count, WordScan.isPart(utf8[end]), end - start <= WordScan.longestWord { end += 1 }
    return start..<end == word.range && !word.isFree ? nil : start..<end
  }

  private static func isFree(_ token: Range<Int>, in utf8: [UInt8]) -> Bool {
    let before = token.lowerBound > 0 ? utf8[token.lowerBound - 1] : 0x20
    let after = token.upperBound < utf8.count ? utf8[token.upperBound] : 0x20
    return !WordScan.ties(before) && (!WordScan.ties(after) || after == 0x2E || after == 0x27)
  }

  // MARK: Reading

  /// The only word or number that exchanges of one kind make of a token that is none; nil if there is none, or several.
  static func reading(of token: Range<Int>, in utf8: [UInt8], _ words: WordTable) -> String? {
    guard token.count >= 3, token.count <= WordScan.longestWord, isFree(token, in: utf8) else { return nil }
    let bytes = Array(utf8[token])
    let digits = bytes.count { $0 &- 0x30 < 10 }
    if digits > 0 { return digits == bytes.count ? nil : mixed(bytes, digits: digits, words) }
    let smalls = bytes.dropFirst().count { $0 >= 0x61 }
    if smalls == bytes.count - 1 {  // lower case, perhaps with a capital
      if words.contains(bytes) { return nil }
      return only(exchanged(bytes), words) ?? (bytes[0] == 0x49 ? only([withSmallL(bytes)], words) : nil)
    }
    // A capital I inside, where everything else is of lower case.
    guard bytes.dropFirst().allSatisfy({ $0 >= 0x61 || $0 == 0x49 }), !words.contains(bytes) else { return nil }
    return only([withSmallL(bytes)], words)
  }

  /// A word with digits in it, or a number with letters.
  private static func mixed(_ bytes: [UInt8], digits: Int, _ words: WordTable) -> String? {
    if digits * 2 >= bytes.count {
      // `2O19`, `1l5`; behind the last digit an l is a litre.
      guard bytes.count >= 3, bytes[0] &- 0x30 < 10, bytes[bytes.count - 1] != 0x6C else { return nil }
      let read = bytes.map { $0 == 0x4F || $0 == 0x6F ? 0x30 : $0 == 0x6C || $0 == 0x49 ? 0x31 : $0 }
      return read.allSatisfy { $0 &- 0x30 < 10 } ? String(decoding: read, as: UTF8.self) : nil
    }
    guard bytes.dropFirst().allSatisfy({ $0 >= 0x61 || $0 == 0x30 || $0 == 0x31 }), bytes[0] >= 0x30,
      bytes[bytes.count - 1] >= 0x61 || bytes.count >= 4
    else { return nil }
    let withO = bytes.map { $0 == 0x30 ? UInt8(ascii: "o") : $0 }
    let capital = bytes[0] &- 0x41 < 26
    guard !capital || words.contains(withO) || withO.contains(0x31) else { return nil }
    return only([0x6C, 0x69].map { letter in withO.map { $0 == 0x31 ? letter : $0 } }, words)
  }

  private static func withSmallL(_ bytes: [UInt8]) -> [UInt8] { bytes.map { $0 == 0x49 ? 0x6C : $0 } }

  /// The letters with one pair of look-alikes exchanged, at each place.
  private static func exchanged(_ bytes: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for (old, new) in pairs where bytes.count + new.count - old.count >= 3 {
      for index in bytes.indices where bytes[index...].starts(with: old) {
        result.append(Array(bytes[..<index]) + new + Array(bytes[(index + old.count)...]))
      }
    }
    return result
  }

  private static let pairs: [(old: [UInt8], new: [UInt8])] = [
    ("rn", "m"), ("m", "rn"), ("vv", "w"), ("cl", "d"), ("wb", "wh"), ("Wb", "Wh"), ("tb", "th"), ("Tb", "Th"),
    ("tli", "th"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static func only(_ candidates: [[UInt8]], _ words: WordTable) -> String? {
    var found: [[UInt8]] = []
    for candidate in candidates where !found.contains(candidate) && words.contains(candidate) {
      found.append(candidate)
    }
    return found.count == 1 ? String(decoding: found[0], as: UTF8.self) : nil
  }
}
