import Names

/// How often a possible name stands in the text, and how many different characters follow it.
///
/// A true name is followed by many things; the beginning of a longer name always by the same one.
struct FollowerStatistics {
  private struct Counts {
    var total = 0
    var followers: [UInt32: Int] = [:]
  }
  private struct Pair: Hashable {
    var first: UInt32
    var second: UInt32
  }

  private let text: HanText
  private var counts: [Pair: Counts] = [:]
  private var secondCounts: [[UInt32]: Counts] = [:]

  /// Counts the pairs and triples that begin with a surname.
  ///
  /// Costs one pass.
  init(text: HanText) {
    self.text = text
    for index in 0..<max(0, text.count - 1) where Surnames.isSurname(text.scalars[index]) && text.isHan(index + 1) {
      let pair = Pair(first: text.scalars[index], second: text.scalars[index + 1])
      counts[pair, default: Counts()].total += 1
      counts[pair]?.followers[text.isHan(index + 2) ? text.scalar(index + 2) : 0, default: 0] += 1
      if text.isHan(index + 2) {
        let triple = Array(text.scalars[index..<index + 3])
        secondCounts[triple, default: Counts()].total += 1
        secondCounts[triple]?.followers[text.isHan(index + 3) ? text.scalar(index + 3) : 0, default: 0] += 1
      }
    }
  }

  /// What the other places of the text say about a name of exactly these scalars: above 0 for, below 0 against.
  func preference(for range: Range<Int>) -> Double {
    guard range.count >= 2, range.upperBound <= text.count else { return 0 }
    let pair =
      counts[Pair(first: text.scalars[range.lowerBound], second: text.scalars[range.lowerBound + 1])] ?? Counts()
    guard pair.total >= 2 else { return 0 }
    if range.count == 2 {
      if pair.followers.count >= 3 { return 1.5 }
      return pair.followers.count == 1 && pair.followers[0] == nil ? -2 : 0
    }
    let triple = secondCounts[Array(text.scalars[range.lowerBound..<range.lowerBound + 3])] ?? Counts()
    if range.count == 3 {
      if triple.total == pair.total { return triple.followers.count >= 2 ? 1.5 : 0.5 }
      return triple.total * 2 < pair.total && pair.followers.count >= 3 ? -1.5 : 0
    }
    return 0
  }
}
