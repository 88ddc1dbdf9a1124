import Entities
import TextCore

/// What two texts name: what both do, and what one of them does alone.
public struct EntityComparison: Hashable, Sendable {
  /// A mention in a segment of one of the texts.
  public struct Mention: Hashable, Sendable {
    public let segment: Int
    /// In bytes of the segment.
    public let span: TextSpan
    public let mention: EntityMention

    public init(segment: Int, span: TextSpan, mention: EntityMention) {
      self.segment = segment
      self.span = span
      self.mention = mention
    }
  }

  /// Somebody or something, with all its mentions in the order of the texts.
  public struct Entity: Hashable, Sendable {
    public let kind: EntityKind
    public fileprivate(set) var chinese: [Mention] = []
    public fileprivate(set) var english: [Mention] = []

    /// Whether both texts name it.
    public var isShared: Bool { !chinese.isEmpty && !english.isEmpty }
    /// What the Chinese text calls it first.
    public var chineseName: String? { chinese.first?.mention.text }
    /// What the English text calls it first.
    public var englishName: String? { english.first?.mention.text }
  }

  /// In the order of their first mentions, those of the Chinese text first.
  public let entities: [Entity]

  /// Brings the mentions of both texts together: equal keys are one entity.
  ///
  /// The sound of a foreign name alone, or the bare number of a quantity (`九十六万元` does not say that the yuan are those of
  /// Taiwan), joins only what has no partner otherwise, one with one. Mentions that name nothing definite, such as `some`
  /// or `yesterday`, are left out.
  public init(chinese: [Mention], english: [Mention]) {
    var groups = MentionGroups()
    for mention in chinese { groups.add(mention, isChinese: true) }
    for mention in english { groups.add(mention, isChinese: false) }
    groups.joinByWeakKeys()
    entities = groups.entities()
  }
}

/// Mentions with the entities they belong to so far.
private struct MentionGroups {
  private var members: [(mention: EntityComparison.Mention, isChinese: Bool)] = []
  private var parents: [Int] = []
  private var owners: [EntityKey: Int] = [:]
  private var namesakes: [String: Int] = [:]
  private var weakKeys: [(key: String, member: Int)] = []

  mutating func add(_ mention: EntityComparison.Mention, isChinese: Bool) {
    let keys = EntityKey.keys(of: mention.mention)
    let isDefinite = mention.mention.kind != .quantity && mention.mention.kind != .date
    if keys.isEmpty, !isDefinite { return }
    let member = members.count
    members.append((mention, isChinese))
    parents.append(member)
    for key in keys {
      if case .skeleton(let sound) = key {
        weakKeys.append(("sound \(sound)", member))
        continue
      }
      if case .quantity(let value) = key, let number = Self.number(in: value) {
        weakKeys.append(("number \(number)", member))
      }
      if let owner = owners[key] {
        join(owner, member)
      } else {
        owners[key] = member
      }
    }
    let name = "\(isChinese) \(mention.mention.kind) \(mention.mention.text.lowercased())"
    if let namesake = namesakes[name] { join(namesake, member) } else { namesakes[name] = member }
  }

  /// The number of a quantity without its unit, the lower bound of a range; nil for a small one, which says nothing.
  private static func number(in value: String) -> Substring? {
    let number = value.drop { $0 != ":" }.dropFirst().prefix { $0.isASCII && $0.isNumber }
    return number.count > 1 ? number : nil
  }

  /// Joins what has a weak key in common, where one entity of each side without partner does.
  mutating func joinByWeakKeys() {
    var sides: [Int: Set<Bool>] = [:]
    for (member, value) in members.enumerated() { sides[root(member), default: []].insert(value.isChinese) }
    var groups: [String: Set<Int>] = [:]
    for (key, member) in weakKeys { groups[key, default: []].insert(root(member)) }
    for (_, roots) in groups.sorted(by: { $0.key < $1.key }) {
      let current = Set(roots.map { root($0) }).sorted()
      guard current.count == 2, let first = sides[current[0]], let second = sides[current[1]], first.count == 1,
        second.count == 1, first != second
      else { continue }
      join(current[0], current[1])
      sides[current[0]] = [true, false]
    }
  }

  /// The entities in the order of their first mentions.
  mutating func entities() -> [EntityComparison.Entity] {
    var places: [Int: Int] = [:]
    var result: [EntityComparison.Entity] = []
    for (index, member) in members.enumerated() {
      let root = root(index)
      let place = places[root] ?? result.count
      if place == result.count {
        places[root] = place
        result.append(EntityComparison.Entity(kind: member.mention.mention.kind))
      }
      if member.isChinese {
        result[place].chinese.append(member.mention)
      } else {
        result[place].english.append(member.mention)
      }
    }
    return result
  }

  /// The first member of a member's entity; halves the way to it.
  private mutating func root(_ member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  /// The earlier one leads.
  private mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    if a != b { parents[max(a, b)] = min(a, b) }
  }
}
