import TextCore

/// Settles which of several overlapping mentions stand.
enum MentionSelection {
  /// Leaves the mentions by place: the longest where they overlap, of equal ones the glossary's, else the surer.
  ///
  /// With `nested`, a mention inside another is kept too unless it has the same span; mentions that overlap in part are
  /// settled either way. Costs O(n log n), and a number for each byte of a stretch where mentions overlap; the mentions
  /// are moved, not copied.
  static func settle(_ mentions: inout [EntityMention], nested: Bool) {
    mentions.removeAll { $0.span.isEmpty }
    sort(&mentions)
    var kept = 0
    var first = 0
    while first < mentions.count {
      // A group of mentions each of which overlaps another.
      var last = first + 1
      var end = mentions[first].span.end
      while last < mentions.count, mentions[last].span.start < end {
        end = max(end, mentions[last].span.end)
        last += 1
      }
      if last == first + 1 {
        if kept < first { mentions.swapAt(kept, first) }
        kept += 1
      } else {
        for mention in settled(Array(mentions[first..<last]), nested: nested) {
          mentions[kept] = mention
          kept += 1
        }
      }
      first = last
    }
    mentions.removeLast(mentions.count - kept)
  }

  /// Sorts by where the mentions begin, those that begin together in their order.
  private static func sort(_ mentions: inout [EntityMention]) {
    let starts = mentions.map(\.span.start)
    var sources = starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    // An array would copy what it swaps.
    mentions.withUnsafeMutableBufferPointer { mentions in
      // Each cycle of the permutation is gone round once.
      for start in sources.indices {
        var place = start
        while sources[place] != start {
          let source = sources[place]
          mentions.swapAt(place, source)
          sources[place] = place
          place = source
        }
        sources[place] = place
      }
    }
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
