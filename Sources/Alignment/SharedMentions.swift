import Entities
import TextCore

/// The terms, names, quantities and dates that both texts mention, as tokens of their segments.
struct SharedMentions {
  private(set) var chinese: [[FoundToken]]
  private(set) var english: [[FoundToken]]
  /// The kind of evidence that each key is.
  private(set) var kinds: [EntityKey: Evidence.Kind] = [:]

  init(chinese segments: [SegmentText], english others: [SegmentText], source: (any MentionSource)?) {
    chinese = segments.map { _ in [] }
    english = others.map { _ in [] }
    guard let source else { return }
    let found = onBothSides { language in
      source.mentions(in: language == .chinese ? segments : others, language: language).map(Self.strong)
    }
    let named = Set(found.english.joined().map(\.key))
    let shared = Set(found.chinese.joined().lazy.map(\.key).filter { named.contains($0) })
    for mention in found.chinese.joined() where shared.contains(mention.key) { kinds[mention.key] = mention.kind }
    chinese = found.chinese.map { Self.tokens($0, shared) }
    english = found.english.map { Self.tokens($0, shared) }
  }

  /// Mentions that say more than the words they are made of: not Latin words, which are words already.
  private static func strong(_ mentions: [SegmentMention]) -> [SegmentMention] {
    mentions.filter { mention in
      if case .latin = mention.key { return false }
      return true
    }
  }

  private static func tokens(_ mentions: [SegmentMention], _ shared: Set<EntityKey>) -> [FoundToken] {
    mentions.filter { shared.contains($0.key) }.map { FoundToken(key: .entity($0.key), span: $0.span) }
  }
}
