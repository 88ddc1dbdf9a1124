import TextCore

extension EnglishScanner {
  /// The quantity with the words around it that say how exactly it is meant.
  func hedged(_ quantity: Quantity, start: Int, end: Int) -> (Quantity, end: Int) {
    var quantity = quantity
    var (start, end) = (start, end)
    if let (exactness, first) = hedge(before: start) {
      quantity.exactness = exactness
      start = first
    }
    if let (exactness, last) = hedge(after: end, numeralEnd: quantity.numeral.end) {
      quantity.exactness = exactness
      end = last
    }
    quantity.span = span(start, end)
    return (quantity, end)
  }

  /// `about`, `more than`, `at least`, `no more than`, `up to`, `as many as`, `close to` in front of a token.
  private func hedge(before index: Int) -> (Exactness, start: Int)? {
    var before = index - 1
    if before >= floor, case .article? = word(before) { before -= 1 }  // an estimated, about a
    guard before >= floor, tokens[index].gap != .blankLine else { return nil }
    switch mark(before) {
    case 0x7E: return (.about, before)
    case 0x3E: return (.moreThan, before)
    case 0x3C: return (.lessThan, before)
    case 0x2265: return (.atLeast, before)
    case 0x2264: return (.atMost, before)
    default: break
    }
    switch word(before) {
    case .hedge(let exactness)?: return denied(exactness, at: before) ?? (exactness, before)
    case .than?: return comparative(before: before)
    case .least?: if isAt(before - 1) { return (.atLeast, before - 1) }
    case .most?: if isAt(before - 1) { return (.atMost, before - 1) }
    case .to?:
      if before > floor, case .up? = word(before - 1) { return (.atMost, before - 1) }
      if before > floor, case .close? = word(before - 1) { return (.about, before - 1) }
    case .asWord?:
      guard before - 2 >= floor, case .asWord? = word(before - 2) else { return nil }
      return (.atMost, before - 2)
    default: break
    }
    return nil
  }

  /// `not exceeding`, `cannot exceed`, `never over`: the other way round; nil where nothing is denied.
  private func denied(_ exactness: Exactness, at index: Int) -> (Exactness, start: Int)? {
    guard let denied = exactness.denied, index - 1 >= floor, gap(index) != .blankLine else { return nil }
    switch word(index - 1) {
    case .not?: break
    default: guard spells(index - 1, "cannot") || spells(index - 1, "never") else { return nil }
    }
    return (denied, index - 1)
  }

  private func isAt(_ index: Int) -> Bool {
    guard index >= floor, case .at? = word(index) else { return false }
    return true
  }

  /// `more than`, `no fewer than`.
  private func comparative(before than: Int) -> (Exactness, start: Int)? {
    guard than - 1 >= floor else { return nil }
    let exactness: (plain: Exactness, denied: Exactness)
    switch word(than - 1) {
    case .more?: exactness = (.moreThan, .atMost)
    case .less?, .fewer?: exactness = (.lessThan, .atLeast)
    default: return nil
    }
    if than - 2 >= floor {
      switch word(than - 2) {
      case .no?, .not?: return (exactness.denied, than - 2)
      default: break
      }
    }
    return (exactness.plain, than - 1)
  }

  /// `or more`, `or so`, `plus`, `+`, `-odd` behind a quantity.
  private func hedge(after index: Int, numeralEnd: Int) -> (Exactness, end: Int)? {
    guard index < tokens.count, tokens[index].gap != .blankLine else { return nil }
    if mark(index) == 0x2B { return (.atLeast, index + 1) }
    if mark(index) == 0x2D, case .odd? = word(index + 1) { return (.moreThan, index + 2) }
    if case .or? = word(index), index + 1 < tokens.count, tokens[index + 1].kind == .word {
      switch lowercase(tokens[index + 1]) {
      case "more", "above", "older", "over", "higher": return (.atLeast, index + 2)
      case "less", "fewer", "below", "under", "younger": return (.atMost, index + 2)
      case "so", "thereabouts": return (.about, index + 2)
      default: break
      }
    }
    if case .plus? = word(index), tokens[index].start > numeralEnd { return (.atLeast, index + 1) }
    return nil
  }
}
