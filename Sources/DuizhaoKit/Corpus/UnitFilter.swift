import Alignment
import Formats
import Lexicon
import TextCore

/// Why a bead does not go into a corpus; the names are those of `--keep`.
public enum DropReason: String, Hashable, Sendable, CaseIterable {
  /// Nothing stands on the other side.
  case oneSided = "one-sided"
  /// One side has no letter: numbers and punctuation alone.
  case noWords = "no-words"
  /// Both sides are the same.
  case sameText = "same-text"
  /// A side is not in its language.
  case language
  /// One side is far too long for the other.
  case length
  /// The bounds are not sure enough.
  case confidence
  /// The same two texts came before.
  case duplicate

  /// The reason in words, for a report.
  public var explanation: String {
    switch self {
    case .oneSided: "left out of one side"
    case .noWords: "without a word on a side"
    case .sameText: "the same on both sides"
    case .language: "not Chinese on one side and English on the other"
    case .length: "too long for the other side"
    case .confidence: "not sure enough"
    case .duplicate: "there already"
    }
  }
}

/// Decides which beads of aligned texts go into a corpus.
struct UnitFilter {
  var options: CorpusOptions
  /// English words, to tell English from other languages in Latin letters.
  var words: EnglishWordList?
  private var seen: Set<ContentHash> = []

  init(options: CorpusOptions, words: EnglishWordList?) {
    self.options = options
    self.words = words
  }

  /// Why a bead is left out, or nil for one that is kept, which then counts as seen.
  mutating func reason(against bead: Bead, in report: BitextReport) -> DropReason? {
    if bead.isOneSided { return .oneSided }
    let (chinese, english) = (report.chineseText(of: bead), report.englishText(of: bead))
    for reason in DropReason.allCases where !options.kept.contains(reason) {
      if holds(reason, bead, chinese, english, report.isComparable) { return reason }
    }
    return nil
  }

  private mutating func holds(
    _ reason: DropReason, _ bead: Bead, _ chinese: String, _ english: String, _ isComparable: Bool
  ) -> Bool {
    switch reason {
    case .oneSided: return false
    case .noWords: return !Self.hasLetter(chinese) || !Self.hasLetter(english)
    case .sameText: return Self.trimmed(chinese).lowercased() == Self.trimmed(english).lowercased()
    case .language: return !Self.isChinese(chinese) || !isEnglish(english)
    case .length:
      let ratio = BeadDoubt.lengthRatio(chinese: chinese, english: english)
      return ratio > options.greatestLengthRatio || ratio < 1 / options.greatestLengthRatio
    case .confidence: return bead.confidence < (options.leastConfidence ?? (isComparable ? 0 : 0.5))
    case .duplicate:
      var hash = ContentHash(Self.trimmed(chinese).utf8)
      hash.add(Self.trimmed(english).utf8)
      return !seen.insert(hash).inserted
    }
  }

  private static func trimmed(_ text: String) -> Substring {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  private static func hasLetter(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value >= 0x41 && $0.properties.isAlphabetic }
  }

  /// Whether Han characters prevail, and neither kana nor Hangul is more than an exception.
  private static func isChinese(_ text: String) -> Bool {
    guard Language.dominant(in: text.utf8) == .chinese else { return false }
    var foreign = 0
    var total = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3041...0x30FA, 0xAC00...0xD7A3: (foreign, total) = (foreign + 1, total + 1)
      case 0x3400...0x9FFF, 0x20000...0x323AF: total += 1
      default: break
      }
    }
    return foreign * 5 < total
  }

  /// Whether Latin letters prevail and, where there are enough words in lower case to tell, most of them are English.
  private func isEnglish(_ text: String) -> Bool {
    guard Language.dominant(in: text.utf8) == .english else { return false }
    guard let words else { return true }
    var (known, total) = (0, 0)
    for word in text.utf8.split(whereSeparator: {
      $0 < 0x41 || (0x5B...0x60).contains($0) || (0x7B...0x7F).contains($0)
    }) {
      guard word.count > 1, word.first! >= 0x61 else { continue }
      total += 1
      if words.contains(Substring(word)) { known += 1 }
    }
    return total < 5 || known * 3 >= total * 2
  }
}
