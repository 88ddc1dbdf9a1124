import TextCore

/// The numbers and dates of a segment matched one to one with those of its translation.
public struct MentionPairing: Hashable, Sendable {
  /// A mention of the source and one of the target, by their places in the lists.
  public struct Pair: Hashable, Sendable {
    public let source: Int
    public let target: Int
    /// Always `.equal` among ``MentionPairing/agreeing``.
    public let comparison: QuantityComparison
  }

  /// Mentions that say the same, sorted.
  public let agreeing: [Pair]
  /// Mentions of the source that the target does not hold; weak ones are never listed.
  public let missing: [Int]
  /// Mentions of the target that the source does not hold; weak ones are never listed.
  public let added: [Int]
  /// For each missing mention, the added one that most probably stands in its place, sorted.
  ///
  /// The best are slips of a power of ten and wrong units, then whatever has the same unit and the nearest place.
  public let conflicts: [Pair]

  /// Pairs the mentions of a source segment with those of its translation.
  ///
  /// Costs the product of the two counts, or 256 comparisons for each mention where there are more than so many: then only
  /// what stands near each other is compared.
  public init(source: [Mention], target: [Mention]) {
    var matcher = Matcher(source: source, target: target)
    matcher.pairEqual()
    matcher.pairRangesWithBounds()
    matcher.pairAgain()
    agreeing = matcher.pairs.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    missing = source.indices.filter { !matcher.isSourceTaken[$0] && !source[$0].isWeak }
    added = target.indices.filter { !matcher.isTargetTaken[$0] && !target[$0].isWeak }
    conflicts = matcher.conflicts(missing: missing, added: added)
  }
}

/// Does the matching.
private struct Matcher {
  let source: [Mention]
  let target: [Mention]
  var isSourceTaken: [Bool]
  var isTargetTaken: [Bool]
  var pairs: [MentionPairing.Pair] = []
  /// Mentions of each side that only repeat what another one says.
  private var repeatedSource: [Int] = []
  private var repeatedTarget: [Int] = []

  init(source: [Mention], target: [Mention]) {
    self.source = source
    self.target = target
    isSourceTaken = Array(repeating: false, count: source.count)
    isTargetTaken = Array(repeating: false, count: target.count)
  }

  private mutating func take(_ i: Int, _ j: Int) {
    isSourceTaken[i] = true
    isTargetTaken[j] = true
    pairs.append(MentionPairing.Pair(source: i, target: j, comparison: .equal))
  }

  /// How many mentions before and behind the place that answers to its own one is compared with.
  private static let reach = 128

  /// The places among `others` mentions that the mention at a place among `count` is compared with.
  private static func neighbours(of place: Int, among count: Int, in others: Int) -> Range<Int> {
    guard others > 2 * reach else { return 0..<others }
    let middle = place * others / count
    return max(0, middle - reach)..<min(others, middle + reach)
  }

  private func targets(near i: Int) -> Range<Int> {
    Self.neighbours(of: i, among: source.count, in: target.count)
  }
  private func sources(near j: Int) -> Range<Int> {
    Self.neighbours(of: j, among: target.count, in: source.count)
  }

  /// First those of one kind and unit, then those whose kinds differ.
  mutating func pairEqual() {
    let likeness = source.indices.map { i in
      targets(near: i).compactMap { j in
        let value = Self.likeness(source[i], target[j])
        return value > 0 ? (target: j, value: value) : nil
      }
    }
    for wanted in stride(from: 6, through: 1, by: -1) {
      for i in source.indices where !isSourceTaken[i] {
        if let found = likeness[i].first(where: { $0.value >= wanted && !isTargetTaken[$0.target] }) {
          take(i, found.target)
        }
      }
    }
  }

  /// How well two mentions agree: up to 3 for kind, unit and strength, and 3 more when the values are the same and not
  /// only near; 0 for not at all.
  private static func likeness(_ a: Mention, _ b: Mention) -> Int {
    let kind = kindLikeness(a, b)
    guard kind > 0, let a = a.quantity, let b = b.quantity else { return kind > 0 ? kind + 3 : 0 }
    let isSame = NumberMatch.isSame(a.lower, b.lower) || NumberMatch.isSame(a.writtenLower, b.writtenLower)
    return isSame ? kind + 3 : kind
  }

  private static func kindLikeness(_ a: Mention, _ b: Mention) -> Int {
    switch (a, b) {
    case (.quantity(let a), .quantity(let b)):
      guard a.comparison(with: b) == .equal else { return 0 }
      if a.unit == b.unit { return a.isWeak == b.isWeak ? 3 : 2 }
      // Numbers of different kinds must be the same, not only near.
      return NumberMatch.isSame(a.writtenLower, b.writtenLower) || a.unit == .multiple || b.unit == .multiple
        || NumberMatch.isSame(a.upper, b.upper, play: 0.01) ? 1 : 0
    case (.date(let a), .date(let b)):
      guard a.agrees(with: b) else { return 0 }
      return a.isPart(of: b) && b.isPart(of: a) ? 3 : 2
    case (.date(let date), .quantity(let quantity)), (.quantity(let quantity), .date(let date)):
      guard quantity.lower == quantity.upper else { return 0 }
      // 正月十五 is the 15th of the first lunar month.
      let lunarDay = date.isLunar && quantity.unit == .ordinal ? date.day : nil
      guard let number = lunarDay ?? date.onlyNumber else { return 0 }
      return NumberMatch.isSame(quantity.writtenLower, Double(number)) ? 1 : 0
    }
  }

  /// `3%到5%` and `from 3% to 5%`: a range on one side, its bounds on the other.
  mutating func pairRangesWithBounds() {
    for i in source.indices where !isSourceTaken[i] {
      let near = targets(near: i)
      guard let (low, high) = Self.bounds(of: source[i], among: target, near, isTaken: isTargetTaken) else { continue }
      take(i, low)
      take(i, high)
    }
    for j in target.indices where !isTargetTaken[j] {
      let near = sources(near: j)
      guard let (low, high) = Self.bounds(of: target[j], among: source, near, isTaken: isSourceTaken) else { continue }
      take(low, j)
      take(high, j)
    }
  }

  private static func bounds(
    of mention: Mention, among others: [Mention], _ places: Range<Int>, isTaken: [Bool]
  ) -> (Int, Int)? {
    guard let range = mention.quantity, range.isRange else { return nil }
    func place(of value: Double, except: Int?) -> Int? {
      places.first { index in
        guard !isTaken[index], index != except, let other = others[index].quantity, !other.isRange else { return false }
        return NumberMatch.isSame(other.lower, value) || NumberMatch.isSame(other.writtenLower, value / range.scale)
      }
    }
    guard let low = place(of: range.lower, except: nil), let high = place(of: range.upper, except: low) else {
      return nil
    }
    return (low, high)
  }

  /// What one language says twice, or in two mentions, and the other once.
  mutating func pairAgain() {
    for i in source.indices where !isSourceTaken[i] {
      if let j = targets(near: i).first(where: { Self.repeats(source[i], target[$0]) }) {
        take(i, j)
        repeatedSource.append(i)
      }
    }
    for j in target.indices where !isTargetTaken[j] {
      if let i = sources(near: j).first(where: { Self.isRepeated(target[j], source[$0]) }) {
        take(i, j)
        repeatedTarget.append(j)
      }
    }
  }

  /// Whether a mention of the source says a part of what one of the target says.
  private static func repeats(_ mention: Mention, _ other: Mention) -> Bool {
    switch (mention, other) {
    case (.date(let part), .date(let whole)): part.agrees(with: whole) && part.isPart(of: whole)
    case (.quantity, .quantity): kindLikeness(mention, other) >= 2
    default: false
    }
  }

  /// Whether a mention of the target says a part of what one of the source says.
  private static func isRepeated(_ mention: Mention, _ other: Mention) -> Bool {
    switch (mention, other) {
    case (.quantity, .quantity): kindLikeness(other, mention) >= 2
    default: repeats(mention, other)
    }
  }

  // MARK: Conflicts

  func conflicts(missing: [Int], added: [Int]) -> [MentionPairing.Pair] {
    var result: [MentionPairing.Pair] = []
    var free = added
    var open = missing
    for wanted in stride(from: 3, through: 1, by: -1) {
      var left: [Int] = []
      for i in open {
        let near = targets(near: i)
        let candidates = Self.slice(of: free, in: near).compactMap { j in
          Self.conflict(source[i], target[j]).map { (j, $0) }
        }
        .filter { Self.rank($0.1) >= wanted }
        guard let best = candidates.min(by: { abs($0.0 - i) < abs($1.0 - i) }) else {
          left.append(i)
          continue
        }
        result.append(MentionPairing.Pair(source: i, target: best.0, comparison: best.1))
        free.removeAll { $0 == best.0 }
      }
      open = left
    }
    result += swappedDates(open: open, free: free)
    let swapped = Set(result.map(\.target))
    result += swappedParts(free: free.filter { !swapped.contains($0) })
    if let small = smallConflict() ?? ordinalConflict(missing: open) { result.append(small) }
    return result.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
  }

  /// Two for three or three for two, each the only number of its side that has no partner: 每日三次 and `twice a day`.
  private func smallConflict() -> MentionPairing.Pair? {
    func lonely(_ mentions: [Mention], _ isTaken: [Bool]) -> Int? {
      let small = mentions.indices.filter { index in
        guard let quantity = mentions[index].quantity else { return false }
        return !isTaken[index] && (2...3).contains(quantity.upper)
      }
      guard small.count == 1, let quantity = mentions[small[0]].quantity, quantity.isWeak, !quantity.isRange,
        quantity.exactness == .exact
      else { return nil }
      return small[0]
    }
    guard let i = lonely(source, isSourceTaken), let j = lonely(target, isTargetTaken),
      let own = source[i].quantity, let other = target[j].quantity, own.upper != other.upper,
      (own.unit == .ordinal) == (other.unit == .ordinal)
    else { return nil }
    return MentionPairing.Pair(source: i, target: j, comparison: .different)
  }

  /// An ordinal of the source that is missing, and the only small one of the target that has no partner: 第十二层 and
  /// `the second floor`.
  private func ordinalConflict(missing: [Int]) -> MentionPairing.Pair? {
    let lost = missing.filter { source[$0].quantity?.unit == .ordinal }
    let small = target.indices.filter { index in
      guard let quantity = target[index].quantity, !isTargetTaken[index] else { return false }
      return quantity.unit == .ordinal && (2...3).contains(quantity.upper)
    }
    return lost.count == 1 && small.count == 1
      ? MentionPairing.Pair(source: lost[0], target: small[0], comparison: .different) : nil
  }

  /// The places of a sorted list that lie in a range.
  private static func slice(of places: [Int], in range: Range<Int>) -> ArraySlice<Int> {
    func first(from bound: Int) -> Int {
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if places[middle] < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return places[first(from: range.lowerBound)..<first(from: range.upperBound)]
  }

  /// Dates that one side says more often than the other, where the other says another one in their place: 周一…周一 and
  /// `Monday … Tuesday`.
  private func swappedDates(open: [Int], free: [Int]) -> [MentionPairing.Pair] {
    var result: [MentionPairing.Pair] = []
    var candidates = free + repeatedTarget
    for i in (open + repeatedSource).sorted() {
      let near = targets(near: i)
      let rivals = candidates.filter { near.contains($0) && Self.isOtherDate(source[i], target[$0]) }
      guard let best = rivals.min(by: { abs($0 - i) < abs($1 - i) }) else { continue }
      result.append(MentionPairing.Pair(source: i, target: best, comparison: .different))
      candidates.removeAll { $0 == best }
    }
    return result
  }

  /// Dates of the target that say otherwise a part of one that another date of the target renders in part: 周三下午两点
  /// and `2 p.m. on Thursday`.
  private func swappedParts(free: [Int]) -> [MentionPairing.Pair] {
    free.compactMap { j in
      guard let part = target[j].date, !part.isWeak else { return nil }
      let whole = pairs.first { pair in
        guard abs(pair.target - j) <= Self.reach, let date = source[pair.source].date,
          let rendered = target[pair.target].date
        else { return false }
        return part.contradictsPart(of: date) && !date.isPart(of: rendered)
      }
      return whole.map { MentionPairing.Pair(source: $0.source, target: j, comparison: .different) }
    }
  }

  /// Whether two dates say the same parts, and one of them otherwise.
  private static func isOtherDate(_ a: Mention, _ b: Mention) -> Bool {
    guard let a = a.date, let b = b.date, !a.isWeak, !b.isWeak, !a.agrees(with: b) else { return false }
    return (a.weekday == nil) == (b.weekday == nil) && (a.month == nil) == (b.month == nil)
      && (a.day == nil) == (b.day == nil) && (a.weekday ?? a.month) != nil && (a.hour == nil) == (b.hour == nil)
  }

  private static func conflict(_ a: Mention, _ b: Mention) -> QuantityComparison? {
    switch (a, b) {
    case (.quantity(let a), .quantity(let b)):
      let comparison = a.comparison(with: b)
      // An age stands alone in English: `Smith, 30, …`.
      let isAge = a.unit == .age && b.isBare || b.unit == .age && a.isBare
      return comparison != .different || a.unit == b.unit || isAge ? comparison : nil
    case (.date, .date): return .different
    default: return nil
    }
  }

  private static func rank(_ comparison: QuantityComparison) -> Int {
    switch comparison {
    case .differsByPowerOfTen: 3
    case .unitMismatch: 2
    default: 1
    }
  }
}
