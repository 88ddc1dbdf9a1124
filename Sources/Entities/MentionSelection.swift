import TextCore

/// Settles which of several overlapping mentions stand.
enum MentionSelection {
  /// The mentions by place: the longest where they overlap, of equal ones the surer.
  ///
  /// With `nested`, a mention inside another is kept too unless it has the same span; mentions that overlap in part are
  /// settled either way. Costs O(n log n).
  static func selected(_ mentions: [EntityMention], nested: Bool) -> [EntityMention] {
    let ranked = mentions.filter { !$0.span.isEmpty }.sorted { a, b in
      (b.span.length, b.confidence, a.span.start, a.kind.rawValue, a.conceptID ?? "")
        < (a.span.length, a.confidence, b.span.start, b.kind.rawValue, b.conceptID ?? "")
    }
    var taken = SpanSet()
    var kept: [EntityMention] = []
    for mention in ranked {
      switch taken.relation(to: mention.span) {
      case .free:
        taken.insert(mention.span)
        kept.append(mention)
      case .inside where nested: kept.append(mention)
      default: break
      }
    }
    if nested { kept = withoutDoubles(kept) }
    return kept.sorted { ($0.span.start, $1.span.end, $0.kind.rawValue) < ($1.span.start, $0.span.end, $1.kind.rawValue) }
  }

  private static func withoutDoubles(_ mentions: [EntityMention]) -> [EntityMention] {
    var seen: Set<TextSpan> = []
    return mentions.filter { seen.insert($0.span).inserted }
  }

  /// Spans that do not overlap, in order.
  private struct SpanSet {
    enum Relation { case free, inside, crossing }
    private var spans: [TextSpan] = []

    func relation(to span: TextSpan) -> Relation {
      let place = index(after: span.start)
      if place > 0, spans[place - 1].end > span.start { return spans[place - 1].contains(span) ? .inside : .crossing }
      if place < spans.count, spans[place].start < span.end { return spans[place].contains(span) ? .inside : .crossing }
      return .free
    }

    mutating func insert(_ span: TextSpan) { spans.insert(span, at: index(after: span.start)) }

    /// The index of the first span that begins after `start`.
    private func index(after start: Int) -> Int {
      var low = 0
      var high = spans.count
      while low < high {
        let middle = (low + high) / 2
        if spans[middle].start <= start { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}
