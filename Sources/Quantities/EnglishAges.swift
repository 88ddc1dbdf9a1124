import TextCore

extension EnglishScanner {
  /// Ten years of life: `in her thirties`, `in his early 40s`.
  func decadeOfLife(at index: Int) -> (Quantity, end: Int)? {
    guard let (first, end) = decade(at: index) else { return nil }
    var owner = index - 1
    if mark(owner) == 0x2D { owner -= 1 }
    switch word(owner) {
    case .early?, .mid?, .late?: owner -= 1
    default: break
    }
    guard owner >= 0, tokens[owner].kind == .word, Self.owners.contains(lowercase(tokens[owner])) else { return nil }
    return (
      Quantity(span: span(index, end), numeral: span(index, end), lower: first, upper: first + 9, unit: .age), end
    )
  }

  /// The first year of `thirties` or `30s`.
  private func decade(at index: Int) -> (first: Double, end: Int)? {
    if case .decade(let first)? = word(index) { return (first, index + 1) }
    let token = tokens[index]
    guard token.kind == .number, token.number.wholeFigures == 2, token.number.decimals == 0,
      token.number.value.truncatingRemainder(dividingBy: 10) == 0, case .letterS? = word(index + 1),
      gap(index + 1) == .none
    else { return nil }
    return (token.number.value, index + 2)
  }

  private static let owners: Set<String> = ["his", "her", "their", "my", "your", "our", "its"]

  /// The token after `and a half` that begins at `index`: `an hour and a half`, but not `and a half million`.
  func endOfHalf(at index: Int) -> Int? {
    guard case .and? = word(index), case .article? = word(index + 1), case .half? = word(index + 2) else { return nil }
    switch word(index + 3) {
    case .magnitude?, .hundred?, .dozen?: return nil
    default: return index + 3
    }
  }
}
