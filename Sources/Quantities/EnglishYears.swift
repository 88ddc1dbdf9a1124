import TextCore

/// Years and decades.
extension EnglishDateReader {
  /// `1990s`, `the '90s`, `1990's`.
  func decade(at index: Int) -> Found? {
    let number = tokens[index].number
    guard number.decimals == 0, !number.hasSeparator, number.wholeFigures == 4 || number.wholeFigures == 2,
      number.value.truncatingRemainder(dividingBy: 10) == 0
    else { return nil }
    let isApostrophe = mark(index + 1) == 0x27 || mark(index + 1) == 0x2019
    let suffix = isApostrophe && gap(index + 1) == .none ? index + 2 : index + 1
    guard case .letterS? = word(suffix), gap(suffix) == .none else { return nil }
    let before = mark(index - 1)
    let start = index > 0 && (before == 0x27 || before == 0x2019 || before == 0x2018) ? index - 1 : index
    if number.wholeFigures == 2, start == index {
      guard index > 0, case .the? = word(index - 1) else { return nil }
    }
    var date = blank()
    date.decade = Int(number.value)
    return (date, start, suffix + 1)
  }

  /// `the eighties`.
  func spokenDecade(_ first: Int, at index: Int) -> Found? {
    guard case .the? = word(index - 1) else { return nil }
    var date = blank()
    date.decade = first
    return (date, index, index + 1)
  }

  /// `2014`, `2013-2015`, `2013-14`, `2015-20`.
  func yearAlone(at index: Int) -> Found? {
    if case .bce? = word(index + 1), tokens[index + 1].isCapital, tokens[index].number.wholeFigures <= 4,
      tokens[index].number.decimals == 0
    {
      var date = blank()
      date.year = -Int(tokens[index].number.value)
      return (date, index, index + 2)
    }
    if let found = yearOfOurEra(at: index) { return found }
    guard let year = year(at: index), isYear(year, at: index) else { return nil }
    var date = blank()
    date.year = year
    var end = index + 1
    let isTo =
      switch (word(end), word(index - 1)) {
      case (.to?, _), (.and?, .between?): true
      default: false
      }
    let isSlash = mark(end) == 0x2F
    if isDash(end) || isTo || isSlash, end + 1 < tokens.count, gap(end) == .none || isTo {
      if let last = self.year(at: end + 1), last > year {
        date.endYear = last
        end += 2
      } else if !isTo, let last = shortYear(at: end + 1, after: year) {
        date.endYear = last
        end += 2
      }
    }
    return (date, index, end)
  }

  /// `AD 221`, `221 CE`.
  private func yearOfOurEra(at index: Int) -> Found? {
    let number = tokens[index].number
    guard number.wholeFigures <= 4, number.decimals == 0, !number.hasSeparator else { return nil }
    func isEra(_ index: Int) -> Bool {
      guard index >= 0, index < tokens.count, tokens[index].isCapital, case .ce? = word(index) else { return false }
      return true
    }
    var date = blank()
    date.year = Int(number.value)
    if isEra(index - 1), gap(index) == .space { return (date, index - 1, index + 1) }
    return isEra(index + 1) && gap(index + 1) == .space ? (date, index, index + 2) : nil
  }

  /// The year whose last two figures end a range: 2020 in `2015-20`.
  ///
  /// Up to 12 they may be a month, unless it is the very next year.
  private func shortYear(at index: Int, after year: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .number, gap(index) == .none, !isDash(index + 1) else {
      return nil
    }
    let number = tokens[index].number
    guard number.wholeFigures == 2, number.decimals == 0 else { return nil }
    let last = year - year % 100 + Int(number.value)
    return last == year + 1 || last > year && number.value > 12 || year % 100 == 99 && number.value == 0
      ? max(last, year + 1) : nil
  }

  /// Whether four figures are a year rather than a count.
  func isYear(_ year: Int, at index: Int) -> Bool {
    if index > 0, gap(index) == .none {
      switch mark(index - 1) {
      case 0x24, 0xA3, 0x20AC, 0xA5, 0x23: return false
      default: break
      }
    }
    if index > 0, scanner.isCurrencyWord(index - 1) { return false }
    let next = index + 1
    if mark(next) == 0x25 || mark(next) == 0xB0 { return false }
    if next < tokens.count, tokens[next].kind == .word {
      switch word(next) {
      case .magnitude?, .percent?, .hundred?: return false
      default: break
      }
      if gap(next) == .none { return false }
      if scanner.unit(at: next) != nil || scanner.spells(next, "people") { return false }
    }
    switch index > 0 ? word(index - 1) : nil {
    case .hedge(.about)?:
      // Around 2012, but around 2000 visitors.
      let isBeforeWord = next < tokens.count && tokens[next].kind == .word && !tokens[next].isCapital
      if isBeforeWord, tokens[next].word == nil { return false }
    case .hedge?, .than?: return false
    default: break
    }
    return (1500...2100).contains(year) || isBehindTimeWord(index)
  }

  func isBehindTimeWord(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .word else { return false }
    switch scanner.lowercase(tokens[index - 1]) {
    case "in", "since", "year", "until", "before", "after", "around", "by": return true
    default: return false
    }
  }
}
