import Lexicon
import TextCore

/// The unknown words of an English text, and what else may be a damaged word.
struct SuspectTokens {
  /// How often each known word occurs, by its lower-case form.
  private(set) var known: [String: Int] = [:]
  private(set) var suspects: [SuspectToken] = []

  /// Looks through the words of a text.
  ///
  /// `isAccepted` says which unknown words are right all the same: names, glossary terms, pinyin.
  init(_ text: LintText, words list: EnglishWordList, isAccepted: (Word) -> Bool) {
    let words = text.words
    var isKnown = [Bool](repeating: false, count: words.count)
    for (index, word) in words.enumerated() {
      isKnown[index] = list.contains(word.text) || list.contains(word.key)
      if isKnown[index] { known[word.key, default: 0] += 1 }
    }
    var index = 0
    while index < words.count {
      if let (span, last) = Self.symbolToken(at: index, of: words, in: text.utf8) {
        let string = text.string(in: span)
        if string == string.lowercased() || words[index].isCapitalized {
          add(SuspectToken(span: span, key: string.lowercased(), mayVote: string == string.lowercased()))
        }
        index = last + 1
        continue
      }
      if !isKnown[index], let span = Self.symbolEnding(of: words[index], in: text.utf8) {
        let key = text.string(in: span).lowercased()
        add(SuspectToken(span: span, key: key, mayVote: words[index].text == words[index].key))
        index += 1
        continue
      }
      if !isKnown[index], !words[index].isPartOfCode, !words[index].hasInnerCapitals, !isAccepted(words[index]) {
        let word = words[index]
        add(SuspectToken(span: word.span, key: word.key, mayVote: !word.isCapitalized && word.key.utf8.count >= 3))
      }
      addSplit(at: index, of: words, isKnown: isKnown, in: text)
      index += 1
    }
  }

  /// Notes a suspect, unless it is longer than two words can be.
  private mutating func add(_ suspect: SuspectToken) {
    if suspect.key.utf8.count <= 2 * Word.longestEnglish { suspects.append(suspect) }
  }

  /// Two words with one space between them, one of which is unknown: `acti ns`.
  private mutating func addSplit(at index: Int, of words: [Word], isKnown: [Bool], in text: LintText) {
    guard index + 1 < words.count, !isKnown[index] || !isKnown[index + 1] else { return }
    let (first, second) = (words[index], words[index + 1])
    guard second.span.start == first.span.end + 1, text.utf8[first.span.end] == 0x20 else { return }
    guard !second.isCapitalized, !second.hasInnerCapitals, !first.hasInnerCapitals else { return }
    guard !first.isPartOfCode, !second.isPartOfCode else { return }
    add(
      SuspectToken(
        span: first.span.union(second.span), key: first.key + " " + second.key, mayVote: !first.isCapitalized))
  }

  /// A run of words joined by symbols that no word has: `c*nsider`.
  ///
  /// Gives its span and its last word.
  private static func symbolToken(at index: Int, of words: [Word], in utf8: [UInt8]) -> (TextSpan, Int)? {
    var last = index
    while last + 1 < words.count, words[last + 1].span.start - words[last].span.end <= 3,
      utf8[words[last].span.end..<words[last + 1].span.start].allSatisfy(isSymbol)
    {
      last += 1
    }
    return last > index ? (words[index].span.union(words[last].span), last) : nil
  }

  /// A word with symbols at its end that end no sentence: `gl**`.
  private static func symbolEnding(of word: Word, in utf8: [UInt8]) -> TextSpan? {
    var end = word.span.end
    while end < utf8.count, end - word.span.end < 4, isSymbol(utf8[end]), utf8[end] != 0x21, utf8[end] != 0x3F {
      end += 1
    }
    let isWhole = end == utf8.count || !Word.isLetterByte(utf8[end])
    return end > word.span.end && isWhole ? TextSpan(word.span.start, end) : nil
  }

  private static func isSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2A, 0x24, 0x23, 0x5E, 0x7E, 0x7C, 0x2B, 0x3F, 0x21, 0x25, 0x40: true  // * $ # ^ ~ | + ? ! % @
    default: false
    }
  }
}
