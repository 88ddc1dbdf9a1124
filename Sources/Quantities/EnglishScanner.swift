import TextCore

/// Finds the numbers and dates of an English text from left to right.
///
/// Owns nothing: it lives as long as ``mentions(in:)`` runs, and is copied at no cost.
struct EnglishScanner {
  let tokens: UnsafeBufferPointer<EnglishToken>
  private let utf8: UnsafeBufferPointer<UInt8>
  /// The token after the last mention.
  private(set) var floor = 0

  var reader: EnglishNumeralReader { EnglishNumeralReader(tokens: tokens) }

  /// The numbers and dates of valid UTF-8, in order.
  static func mentions(in utf8: UnsafeBufferPointer<UInt8>) -> [Mention] {
    EnglishLexer.tokens(of: utf8).withUnsafeBufferPointer { tokens in
      var scanner = EnglishScanner(tokens: tokens, utf8: utf8)
      return scanner.scan()
    }
  }

  private mutating func scan() -> [Mention] {
    var mentions: [Mention] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let mayBegin =
        switch token.kind {
        case .number: true
        case .mark: false
        case .word: token.word.map(\.mayBegin) ?? (token.isCapital && token.length == 1)  // Q3
        }
      index = mayBegin ? next(after: index, &mentions) : index + 1
    }
    return mentions
  }

  private mutating func next(after index: Int, _ mentions: inout [Mention]) -> Int {
    let token = tokens[index]
    if token.kind == .number {
      if isCode(at: index) { return endOfCode(from: index) }
      if let end = endOfLabel(at: index) { return end }
    }
    if let (date, start, end) = EnglishDateReader(self).date(at: index) {
      mentions.append(.date(date.spanning(tokens[start].start, tokens[end - 1].end)))
      floor = end
      return end
    }
    if let (quantity, end) = quantity(at: index) {
      mentions.append(.quantity(quantity))
      floor = end
      return end
    }
    return index + 1
  }

  // MARK: Codes

  /// Whether figures belong to a name or code: `O2O`, `F-35`, `1.2.3`, `5G`.
  private func isCode(at index: Int) -> Bool {
    let token = tokens[index]
    if token.gap == .none, index > 0 {
      let before = tokens[index - 1]
      if before.kind == .word, before.end == token.start, !isCurrencyWord(index - 1) { return true }
      if before.mark == 0x2D, before.gap == .none, index > 1, tokens[index - 2].kind == .word {
        let word = tokens[index - 2]
        let isCapitalAtEnd = utf8[word.end - 1] < 0x61
        if isCapitalAtEnd || (word.isCapital && word.word == nil && !isPrefix(word)) { return true }
      }
      if before.mark == 0x5F || before.mark == 0x40 || before.mark == 0x23
        || before.mark == 0x2F && index > 1
          && tokens[index - 2].kind == .word
      {
        return true
      }
    }
    guard index + 1 < tokens.count, tokens[index + 1].gap == .none else { return false }
    if tokens[index + 1].isCapital, tokens[index + 1].word == nil {  // 5G, 3D; not 5GB
      let name = lowercase(tokens[index + 1])
      if symbol(at: index + 1) == nil, name.utf8.count == 1 || EnglishUnits.entry(name) == nil { return true }
    }
    guard index + 2 < tokens.count else { return false }
    if tokens[index + 1].mark == 0x2E, tokens[index + 2].gap == .none, tokens[index + 2].kind == .number { return true }
    return isNumberBehindHyphen(index + 1) && isNumberBehindHyphen(index + 3) && tokens[index].number.wholeFigures != 4
  }

  /// The token after the number of a figure, a table or a formula: `Figure 2.1`, `Table 3-4`, `Eq. (5.6)`.
  private func endOfLabel(at index: Int) -> Int? {
    var before = index - 1
    if mark(before) == 0x28 { before -= 1 }
    if mark(before) == 0x2E { before -= 1 }
    guard before >= 0, tokens[before].kind == .word, tokens[before].length <= 8 else { return nil }
    switch lowercase(tokens[before]) {
    case "figure", "fig", "table", "equation", "eq", "formula", "example", "exhibit", "box", "chart": break
    default: return nil
    }
    if tokens[index].number.decimals > 0 {
      let isPercent = gap(index + 1) == .none && mark(index + 1) == 0x25
      return isPercent || isMeasured(index + 1) ? nil : index + 1
    }
    guard mark(index + 1) == 0x2D || mark(index + 1) == 0x2013, gap(index + 1) == .none, gap(index + 2) == .none,
      tokens[index + 2].kind == .number
    else { return nil }
    return index + 3
  }

  /// Whether a word makes a quantity of the number before it: `the table 2.5 metres long`, `the figure 2.1 million`.
  private func isMeasured(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .word else { return false }
    switch word(index) {
    case .magnitude?, .percent?, .per?: return true
    default: return unit(at: index) != nil || symbol(at: index) != nil
    }
  }

  private func isNumberBehindHyphen(_ index: Int) -> Bool {
    mark(index) == 0x2D && gap(index) == .none && gap(index + 1) == .none && tokens[index + 1].kind == .number
  }

  private func isPrefix(_ word: EnglishToken) -> Bool {
    switch lowercase(word) {
    case "post", "pre", "under", "over", "sub", "non", "aged", "ages", "a", "the": true
    default: false
    }
  }

  private func endOfCode(from index: Int) -> Int {
    var index = index + 1
    while index < tokens.count, tokens[index].gap == .none,
      tokens[index].kind != .mark || tokens[index].mark == 0x2E || isNumberBehindHyphen(index)
    {
      index += 1
    }
    return index
  }

  /// Whether `RMB`, `US`, `HK` or the like stands at a token.
  func isCurrencyWord(_ index: Int) -> Bool {
    guard index >= 0, tokens[index].kind == .word, tokens[index].isCapital else { return false }
    return currencyCode(index) != nil
  }

  func currencyCode(_ index: Int) -> CurrencyCode? {
    switch lowercase(tokens[index]) {
    case "rmb", "cny": "CNY"
    case "usd": "USD"
    case "eur": "EUR"
    case "gbp": "GBP"
    case "hkd": "HKD"
    case "jpy": "JPY"
    default: nil
    }
  }

  /// A token's text in lower case.
  func lowercase(_ token: EnglishToken) -> String {
    String(unsafeUninitializedCapacity: token.length) { memory in
      for offset in 0..<token.length {
        let byte = utf8[token.start + offset]
        memory[offset] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      }
      return token.length
    }
  }

  /// Whether a token is the ASCII word `word`, in any case; the word is given in lower case.
  func spells(_ index: Int, _ word: StaticString) -> Bool {
    guard index >= 0, index < tokens.count, tokens[index].kind == .word,
      tokens[index].length == word.utf8CodeUnitCount
    else { return false }
    let start = tokens[index].start
    for offset in 0..<word.utf8CodeUnitCount where utf8[start + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The unit that the word at a token is, or nil.
  func unit(at index: Int) -> UnitEntry? {
    mayBeginUnit(index) ? EnglishUnits.entry(lowercase(tokens[index])) : nil
  }

  /// The unit whose sign stands at a token, in the case in which it is written, and the token after it: `GHz`, `μm`, `kΩ`.
  func symbol(at index: Int) -> (UnitEntry, end: Int)? {
    let isMark = tokens[index].kind == .mark
    guard isMark ? Self.isGreek(tokens[index].mark) : mayBeginUnit(index) || Self.isGreek(mark(index + 1)) else {
      return nil
    }
    var end = index + 1
    while end < index + 2, gap(end) == .none, isMark ? tokens[end].kind == .word : Self.isGreek(mark(end)) { end += 1 }
    let bytes = utf8[tokens[index].start..<tokens[end - 1].end]
    guard bytes.count <= 6, let entry = MetricUnits.symbols[String(decoding: bytes, as: UTF8.self)] else { return nil }
    // 5W1H counts no watts.
    if bytes.count == 1, gap(end) == .none, end < tokens.count, tokens[end].kind != .mark { return nil }
    return (entry, end)
  }

  /// Whether a mark begins or ends signs of units: μ in both forms, Ω in both.
  private static func isGreek(_ mark: UInt32) -> Bool {
    mark == 0xB5 || mark == 0x3BC || mark == 0x3A9 || mark == 0x2126
  }

  /// Whether the name of a unit may begin with the word at a token: one look, which most words fail.
  func mayBeginUnit(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .word
      && EnglishUnits.openings.contains(
        utf8[token.start], token.length > 1 ? utf8[token.start + 1] : 0, length: token.length)
  }

  func span(_ start: Int, _ end: Int) -> TextSpan { TextSpan(tokens[start].start, tokens[end - 1].end) }
  func mark(_ index: Int) -> UInt32 { index >= 0 && index < tokens.count ? tokens[index].mark : 0 }
  func gap(_ index: Int) -> EnglishToken.Gap { index < tokens.count ? tokens[index].gap : .blankLine }
  func word(_ index: Int) -> EnglishWord? { index >= 0 && index < tokens.count ? tokens[index].word : nil }
}

extension DateMention {
  func spanning(_ start: Int, _ end: Int) -> DateMention {
    var copy = self
    copy.span = TextSpan(start, end)
    return copy
  }
}
