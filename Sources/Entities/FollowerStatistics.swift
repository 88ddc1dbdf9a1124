/// How often a possible name stands in the text, and how many different characters follow it.
///
/// A true name is followed by many things; the beginning of a longer name always by the same one.
struct FollowerStatistics {
  /// How often something stands in the text, and the first three characters found behind it; 0 stands for whatever is
  /// no Han character.
  private struct Counts {
    var total: Int32 = 0
    var followers: (UInt32, UInt32, UInt32) = (.max, .max, .max)

    mutating func add(follower: UInt32) {
      total &+= 1
      if followers.0 == .max {
        followers.0 = follower
      } else if followers.0 == follower || followers.1 == follower {
        return
      } else if followers.1 == .max {
        followers.1 = follower
      } else if followers.2 == .max {
        followers.2 = follower
      }
    }

    var isFollowedByTwo: Bool { followers.1 != .max }
    var isFollowedByThree: Bool { followers.2 != .max }
    /// Whether one Han character follows wherever it stands.
    var isPartOfMore: Bool { !isFollowedByTwo && followers.0 != 0 && followers.0 != .max }
  }

  private let text: HanText
  /// By the characters, 21 bits each.
  private var counts: [UInt64: Counts] = [:]

  /// Counts the pairs and triples that begin with a surname.
  ///
  /// Costs one pass.
  init(text: HanText) {
    self.text = text
    for index in 0..<max(0, text.count - 1) where text.traits(at: index).contains(.surname) && text.isHan(index + 1) {
      let third = follower(index + 2)
      counts[key(index, 2), default: Counts()].add(follower: third)
      if third != 0 { counts[key(index, 3), default: Counts()].add(follower: follower(index + 3)) }
    }
  }

  private func follower(_ index: Int) -> UInt32 { text.isHan(index) ? text.scalar(index) : 0 }

  private func key(_ index: Int, _ length: Int) -> UInt64 {
    var result: UInt64 = 0
    for position in index..<index + length { result = result << 21 | UInt64(text.scalar(position)) }
    return result
  }

  /// What the other places of the text say about a name of exactly these scalars: above 0 for, below 0 against.
  func preference(for range: Range<Int>) -> Double {
    guard range.count == 2 || range.count == 3, range.upperBound <= text.count else { return 0 }
    let pair = counts[key(range.lowerBound, 2)] ?? Counts()
    guard pair.total >= 2 else { return 0 }
    if range.count == 2 { return pair.isFollowedByThree ? 1.5 : pair.isPartOfMore ? -2 : 0 }
    let triple = counts[key(range.lowerBound, 3)] ?? Counts()
    if triple.total == pair.total { return triple.isFollowedByTwo ? 1.5 : 0.5 }
    return triple.total * 2 < pair.total && pair.isFollowedByThree ? -1.5 : 0
  }
}
