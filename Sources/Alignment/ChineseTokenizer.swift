import TextCore

/// Cuts Chinese segments into the words of the dictionary, numbers, Latin words and telling punctuation.
///
/// A run of Han is cut into the fewest words; among equals the one with the longer words wins. Without a dictionary
/// every character is a word.
struct ChineseTokenizer {
  let dictionary: (any TranslationSource)?

  /// The segment in Simplified characters, with the way back.
  private struct Text {
    var scalars: [UInt32] = []
    /// Where each scalar begins in the segment, and the end.
    var offsets: [Int] = []
    /// The Simplified text.
    var utf8: [UInt8] = []
    /// Where each scalar begins in ``utf8``, and the end.
    var starts: [Int] = []

    /// Writes the scalars as UTF-8.
    mutating func encode() {
      for scalar in scalars {
        starts.append(utf8.count)
        utf8.append(contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")!)
      }
      starts.append(utf8.count)
    }
  }

  func tokens(of segment: SegmentText) -> [FoundToken] {
    var tokens: [FoundToken] = []
    tokens.reserveCapacity(segment.utf8.count / 3 + 1)
    cut(segment, into: &tokens)
    return tokens
  }

  /// Adds the tokens of a segment.
  func cut(_ segment: SegmentText, into tokens: inout some TokenSink) {
    let text = simplified(segment.utf8)
    var index = 0
    while index < text.scalars.count {
      let scalar = text.scalars[index]
      let start = index
      if scalar.isHan {
        while index < text.scalars.count, text.scalars[index].isHan { index += 1 }
        cut(text, start..<index, into: &tokens)
      } else if scalar.isASCIILetter {
        while index < text.scalars.count, text.scalars[index].isASCIILetter { index += 1 }
        appendLatin(text, start..<index, to: &tokens)
      } else if scalar.isASCIIDigit {
        index = EnglishTokenizer.appendNumber(in: text.scalars, at: start, offsets: text.offsets, to: &tokens)
      } else {
        index += 1
        if let mark = PunctuationMark(chinese: scalar) {
          tokens.add(FoundToken(key: .mark(mark), span: TextSpan(text.offsets[start], text.offsets[index])))
        }
      }
    }
  }

  private func simplified(_ utf8: [UInt8]) -> Text {
    var text = Text()
    text.scalars.reserveCapacity(utf8.count / 3 + 1)
    text.offsets.reserveCapacity(utf8.count / 3 + 2)
    var isSimplified = true
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
        let plain = Folding.simplified(scalar)
        if plain != scalar { isSimplified = false }
        text.scalars.append(plain)
        text.offsets.append(index)
        index += length
      }
    }
    text.offsets.append(utf8.count)
    if isSimplified {
      text.utf8 = utf8
      text.starts = text.offsets
    } else {
      text.encode()
    }
    return text
  }

  private func appendLatin(_ text: Text, _ range: Range<Int>, to tokens: inout some TokenSink) {
    let word = String(decoding: text.utf8[text.starts[range.lowerBound]..<text.starts[range.upperBound]], as: UTF8.self)
      .lowercased()
    let span = TextSpan(text.offsets[range.lowerBound], text.offsets[range.upperBound])
    tokens.add(FoundToken(key: .word(dictionary?.stem(ofWord: word) ?? word), span: span))
  }

  /// Cuts a run of Han into words and numbers.
  private func cut(_ text: Text, _ run: Range<Int>, into tokens: inout some TokenSink) {
    var index = run.lowerBound
    while index < run.upperBound {
      var end = index
      while end < run.upperBound, !isNumeral(text.scalars[end]) || !standsAsNumber(text, at: end, in: run) { end += 1 }
      if end > index { cutWords(text, index..<end, into: &tokens) }
      index = end
      while end < run.upperBound, isNumeral(text.scalars[end]) { end += 1 }
      if end > index {
        let value = SmallNumerals.value(text.scalars[index..<end])
        tokens.add(FoundToken(key: .number(value), span: TextSpan(text.offsets[index], text.offsets[end])))
      }
      index = end
    }
  }

  private func isNumeral(_ scalar: UInt32) -> Bool {
    SmallNumerals.digit(scalar) != nil || SmallNumerals.unit(scalar) != nil
  }

  /// Whether a numeral begins at `index`, and no word that reaches beyond it: 三十 and 十五, not 十分 or 一样.
  private func standsAsNumber(_ text: Text, at index: Int, in run: Range<Int>) -> Bool {
    if index > run.lowerBound, isNumeral(text.scalars[index - 1]) { return false }
    var end = index
    while end < run.upperBound, isNumeral(text.scalars[end]) { end += 1 }
    if end - index == 1, let unit = SmallNumerals.unit(text.scalars[index]), unit > 10 { return false }
    return longestWord(text, at: index, in: run) <= end - index
  }

  /// The length in scalars of the longest headword at `index`, 0 for none.
  private func longestWord(_ text: Text, at index: Int, in run: Range<Int>) -> Int {
    guard let dictionary else { return 0 }
    var longest = 0
    text.utf8.withUnsafeBufferPointer { bytes in
      dictionary.forEachHeadword(in: bytes, at: text.starts[index]) { length, _ in longest = max(longest, length) }
    }
    let limit = text.starts[index] + longest
    var end = index
    while end < run.upperBound, text.starts[end] < limit { end += 1 }
    return end - index
  }

  /// Cuts a run of Han without numbers into the fewest words.
  private func cutWords(_ text: Text, _ run: Range<Int>, into tokens: inout some TokenSink) {
    guard let dictionary else {
      for index in run { append(text, index..<(index + 1), entry: -1, to: &tokens) }
      return
    }
    // From the end: the cheapest way to cut what follows each place.
    let end = text.starts[run.upperBound]
    withUnsafeTemporaryAllocation(of: Cut.self, capacity: run.count + 1) { cuts in
      cuts.initialize(repeating: Cut(cost: 0, size: 1, entry: -1))
      text.utf8.withUnsafeBufferPointer { bytes in
        for index in stride(from: run.count - 1, through: 0, by: -1) {
          var best = Cut(cost: cuts[index + 1].cost + 1.3, size: 1, entry: -1)
          let start = text.starts[run.lowerBound + index]
          // Headwords come shortest first, so that their ends only move on.
          var next = index
          dictionary.forEachHeadword(in: bytes, at: start) { length, number in
            if start + length > end { return }
            while text.starts[run.lowerBound + next] < start + length { next += 1 }
            if text.starts[run.lowerBound + next] != start + length { return }
            let size = Float(next - index)
            let candidate = cuts[next].cost + 1 - 0.01 * size * size
            if candidate < best.cost { best = Cut(cost: candidate, size: Int32(next - index), entry: number) }
          }
          cuts[index] = best
        }
      }
      var index = 0
      while index < run.count {
        let start = run.lowerBound + index
        append(text, start..<(start + Int(cuts[index].size)), entry: cuts[index].entry, to: &tokens)
        index += Int(cuts[index].size)
      }
    }
  }

  /// The cheapest way to cut what follows a place: what it costs, and the word that it begins with.
  private struct Cut {
    var cost: Float
    /// The number of scalars.
    var size: Int32
    var entry: Int32
  }

  private func append(_ text: Text, _ range: Range<Int>, entry: Int32, to tokens: inout some TokenSink) {
    let span = TextSpan(text.offsets[range.lowerBound], text.offsets[range.upperBound])
    func word() -> String {
      String(decoding: text.utf8[text.starts[range.lowerBound]..<text.starts[range.upperBound]], as: UTF8.self)
    }
    if entry >= 0 {
      tokens.add(headword: entry, at: span, word)
    } else {
      tokens.add(FoundToken(key: .word(word()), span: span))
    }
  }
}
