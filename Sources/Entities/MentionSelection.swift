import TextCore

/// Settles which of several overlapping mentions stand.
enum MentionSelection {
  /// Leaves the mentions by place: the longest where they overlap, of equal ones the glossary's, else the surer.
  ///
  /// With `nested`, a mention inside another is kept too unless it has the same span; mentions that overlap in part are
  /// settled either way. Costs O(n log n), and a number for each byte of a stretch where mentions overlap.
  static func settle(_ all: inout EntityMentions, nested: Bool) {
    var mentions = all.findings.filter { !$0.span.isEmpty }
    all.findings = []
    mentions.sort { $0.span.start < $1.span.start }
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
        mentions[kept] = mentions[first]
        kept += 1
      } else {
        for mention in settled(mentions[first..<last], all.details, nested: nested) {
          mentions[kept] = mention
          kept += 1
        }
      }
      first = last
    }
    mentions.removeLast(mentions.count - kept)
    all.findings = mentions
  }

  private static func settled(
    _ mentions: ArraySlice<Finding>, _ details: [FindingDetail], nested: Bool
  ) -> [Finding] {
    // A concept of the glossary goes before what else was found at its place.
    let ranked = mentions.sorted { a, b in
      let (own, other) = (a.isConcept ? 1 : 0, b.isConcept ? 1 : 0)
      let (most, least) = ((a.span.length, own, a.confidence), (b.span.length, other, b.confidence))
      if most != least { return least < most }
      func rest(_ finding: Finding) -> (Int, String, String) {
        (finding.span.start, finding.kind.rawValue, details[Int(finding.detail)].conceptID ?? "")
      }
      return rest(a) < rest(b)
    }
    // Spans come longest first, so one that overlaps an earlier one covers the owner of its first or last byte.
    let start = ranked.reduce(Int.max) { min($0, $1.span.start) }
    let end = ranked.reduce(0) { max($0, $1.span.end) }
    var owners = [Int32](repeating: -1, count: end - start)
    var kept: [Finding] = []
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

  private static func withoutDoubles(_ mentions: [Finding]) -> [Finding] {
    var seen: Set<TextSpan> = []
    return mentions.filter { seen.insert($0.span).inserted }
  }
}
