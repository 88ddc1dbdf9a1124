import TextCore

/// Settles which of several overlapping mentions stand.
enum MentionSelection {
  /// The mentions by place: the longest where they overlap, of equal ones the glossary's, else the surer.
  ///
  /// With `nested`, a mention inside another is kept too unless it has the same span; mentions that overlap in part are
  /// settled either way. Costs O(n log n), and a number for each byte of a stretch where mentions overlap.
  static func selected(_ mentions: [EntityMention], nested: Bool) -> [EntityMention] {
    let spans = mentions.map(\.span)
    let order = spans.indices.filter { !spans[$0].isEmpty }.sorted { spans[$0].start < spans[$1].start }
    var result: [EntityMention] = []
    result.reserveCapacity(order.count)
    var first = 0
    while first < order.count {
      // A group of mentions each of which overlaps another.
      var last = first + 1
      var end = spans[order[first]].end
      while last < order.count, spans[order[last]].start < end {
        end = max(end, spans[order[last]].end)
        last += 1
      }
      if last == first + 1 {
        result.append(mentions[order[first]])
      } else {
        result += settled(order[first..<last].map { mentions[$0] }, nested: nested)
      }
      first = last
    }
    return result
  }

  private static func settled(_ mentions: [EntityMention], nested: Bool) -> [EntityMention] {
    // A concept of the glossary goes before what else was found at its place.
    let ranked = mentions.sorted { a, b in
      let (own, other) = (a.conceptID == nil ? 0 : 1, b.conceptID == nil ? 0 : 1)
      return (b.span.length, other, b.confidence, a.span.start, a.kind.rawValue, a.conceptID ?? "")
        < (a.span.length, own, a.confidence, b.span.start, b.kind.rawValue, b.conceptID ?? "")
    }
    // Spans come longest first, so one that overlaps an earlier one covers the owner of its first or last byte.
    let start = ranked.reduce(Int.max) { min($0, $1.span.start) }
    let end = ranked.reduce(0) { max($0, $1.span.end) }
    var owners = [Int32](repeating: -1, count: end - start)
    var kept: [EntityMention] = []
    for (rank, mention) in ranked.enumerated() {
      let first = owners[mention.span.start - start]
      let last = owners[mention.span.end - 1 - start]
      if first < 0 && last < 0 {
        for byte in mention.span.range { owners[byte - start] = Int32(truncatingIfNeeded: rank) }
        kept.append(mention)
      } else if nested && first == last {
        kept.append(mention)
      }
    }
    if nested { kept = withoutDoubles(kept) }
    return kept.sorted {
      ($0.span.start, $1.span.end, $0.kind.rawValue) < ($1.span.start, $0.span.end, $1.kind.rawValue)
    }
  }

  private static func withoutDoubles(_ mentions: [EntityMention]) -> [EntityMention] {
    var seen: Set<TextSpan> = []
    return mentions.filter { seen.insert($0.span).inserted }
  }
}
