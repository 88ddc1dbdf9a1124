import TextCore

/// The unknown words of an English text, and what else may be a damaged word.
struct SuspectTokens {
  private var suspects: [SuspectToken] = []

  /// Looks through the words of a text; `facts` are those of ``WordList/forms``.
  static func found(in text: LintText, _ facts: [WordFacts]) -> [SuspectToken] {
    var tokens = SuspectTokens()
    tokens.read(text, facts)
    return tokens.suspects
  }

  private mutating func read(_ text: LintText, _ facts: [WordFacts]) {
    let words = text.words
    var index = 0
    while index < words.count {
      let isKnownWord = facts[words.form(at: index)].isKnown
      if Self.isSymbol(text.byte(at: words.span(at: index).end)) {
        if let (span, last) = Self.symbolToken(at: index, of: words, in: text.utf8) {
          let string = text.string(in: span)
          if string == string.lowercased() || words[index].isCapitalized {
            add(SuspectToken(span: span, key: string.lowercased(), mayVote: string == string.lowercased()))
          }
          index = last + 1
          continue
        }
        if let span = Self.symbolEnding(of: words[index], in: text.utf8) {
          // A known word with a sign may be one with a note: it is read as other words of the text teach.
          add(
            SuspectToken(
              span: span, key: text.string(in: span).lowercased(), mayVote: !isKnownWord && words[index].form.isLower))
          index += 1
          continue
        }
      }
      if !isKnownWord, case let word = words[index], !word.isPartOfCode, !word.hasInnerCapitals,
        !facts[words.form(at: index)].isName
      {
        if let span = Self.symbolBeginning(of: word, in: text.utf8) {
          add(SuspectToken(span: span, key: text.string(in: span).lowercased(), mayVote: word.form.isLower))
        }
        add(SuspectToken(span: word.span, key: word.key, mayVote: !word.isCapitalized && word.key.utf8.count >= 3))
      }
      if index + 1 < words.count, !isKnownWord || !facts[words.form(at: index + 1)].isKnown {
        addSplit(at: index, in: text)
      }
      index += 1
    }
  }

  /// Notes a suspect, unless it is longer than two words can be.
  private mutating func add(_ suspect: SuspectToken) {
    if suspect.key.utf8.count <= 2 * Word.longestEnglish { suspects.append(suspect) }
  }

  /// Two words with one space between them, one of which is unknown: `acti ns`.
  private mutating func addSplit(at index: Int, in text: LintText) {
    guard text.isOneSpace(after: index) else { return }
    let (first, second) = (text.words[index], text.words[index + 1])
    guard !second.isCapitalized, !second.hasInnerCapitals, !first.hasInnerCapitals else { return }
    guard !first.isPartOfCode, !second.isPartOfCode else { return }
    add(
      SuspectToken(
        span: first.span.union(second.span), key: first.key + " " + second.key, mayVote: !first.isCapitalized))
  }

  /// A run of words joined by symbols that no word has: `c*nsider`.
  ///
  /// Gives its span and its last word.
  private static func symbolToken(at index: Int, of words: WordList, in utf8: [UInt8]) -> (TextSpan, Int)? {
    var last = index
    while last + 1 < words.count {
      let gap = words.span(at: last).end..<words.span(at: last + 1).start
      guard gap.count <= 3, utf8[gap].allSatisfy(isSymbol) else { break }
      last += 1
    }
    return last > index ? (words.span(at: index).union(words.span(at: last)), last) : nil
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

  /// A word with symbols at its beginning: `**mission`.
  private static func symbolBeginning(of word: Word, in utf8: [UInt8]) -> TextSpan? {
    var start = word.span.start
    // No sign of a sentence, and none of a format.
    while start > 0, word.span.start - start < 4, case let byte = utf8[start - 1], isSymbol(byte),
      byte != 0x21, byte != 0x25, byte != 0x3F
    {
      start -= 1
    }
    let isWhole = start == 0 || !Word.isLetterByte(utf8[start - 1])
    return start < word.span.start && isWhole ? TextSpan(start, word.span.end) : nil
  }

  private static func isSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2A, 0x24, 0x23, 0x5E, 0x7E, 0x7C, 0x2B, 0x3F, 0x21, 0x25, 0x40: true  // * $ # ^ ~ | + ? ! % @
    default: false
    }
  }
}
