import TextCore

/// Repairs made one after another, told as repairs of the first text.
enum EditComposition {
  /// The edits that lead from the original to what `later`, edits of the text after `earlier`, leave.
  ///
  /// Both lists must be sorted and without overlap; so is the result. Edits that meet become one.
  static func composed(_ earlier: [RepairEdit], then later: [RepairEdit]) -> [RepairEdit] {
    if earlier.isEmpty || later.isEmpty { return earlier + later }
    var result: [RepairEdit] = []
    var next = 0
    var shift = 0  // original offset minus middle offset, after the edits before `next`
    for edit in later {
      while next < earlier.count, isBefore(earlier[next], edit.span, shift: shift) {
        shift += growth(of: earlier[next])
        result.append(earlier[next])
        next += 1
      }
      var merged = edit
      var end = edit.span.end
      merged.span = edit.span.shifted(by: shift)
      var isFirst = true
      while next < earlier.count, earlier[next].span.start - shift < end {
        let inner = earlier[next]
        let middle = TextSpan(
          inner.span.start - shift, inner.span.start - shift + inner.replacement.utf8.count)
        let head = isFirst ? cut(inner.replacement, upTo: edit.span.start - middle.start) : ""
        let tail = cut(inner.replacement, from: edit.span.end - middle.start)
        if isFirst && middle.start < edit.span.start { merged.span.start = inner.span.start }
        merged.replacement = head + merged.replacement + tail
        end = max(end, middle.end)
        shift += growth(of: inner)
        absorb(inner, into: &merged)
        isFirst = false
        next += 1
      }
      merged.span.end = end + shift
      result.append(merged)
    }
    return result + earlier[next...]
  }

  /// The text after the edits.
  static func applied(_ edits: [RepairEdit], to utf8: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var position = 0
    for edit in edits {
      result.append(contentsOf: utf8[position..<edit.span.start])
      result.append(contentsOf: edit.replacement.utf8)
      position = edit.span.end
    }
    result.append(contentsOf: utf8[position...])
    return result
  }

  /// Findings of the text after `edits`, at their place in the original.
  ///
  /// Those that lie in repaired text are left out.
  static func original(_ findings: [RepairEdit], after edits: [RepairEdit]) -> [RepairEdit] {
    var result: [RepairEdit] = []
    var next = 0
    var shift = 0
    for finding in findings {
      while next < edits.count, isBefore(edits[next], finding.span, shift: shift) {
        shift += growth(of: edits[next])
        next += 1
      }
      if next < edits.count, edits[next].span.start - shift < finding.span.end { continue }
      var moved = finding
      moved.span = finding.span.shifted(by: shift)
      result.append(moved)
    }
    return result
  }

  /// Whether what the edit left ends at or before the span, both in the text after the edit.
  private static func isBefore(_ edit: RepairEdit, _ span: TextSpan, shift: Int) -> Bool {
    edit.span.start - shift + edit.replacement.utf8.count <= span.start
  }

  /// How many bytes of the original the edit took more than it gave.
  private static func growth(of edit: RepairEdit) -> Int { edit.span.length - edit.replacement.utf8.count }

  private static func cut(_ text: String, upTo length: Int) -> String {
    length <= 0 ? "" : String(decoding: text.utf8.prefix(length), as: UTF8.self)
  }

  private static func cut(_ text: String, from start: Int) -> String {
    String(decoding: text.utf8.dropFirst(max(start, 0)), as: UTF8.self)
  }

  /// A merged edit is of the deeper kind, as sure as the less sure part, and gives both reasons.
  private static func absorb(_ inner: RepairEdit, into merged: inout RepairEdit) {
    if merged.kind == .pinyinResidue || merged.kind == .controlCharacter { merged.kind = inner.kind }
    merged.confidence = min(merged.confidence, inner.confidence)
    if !merged.reason.contains(inner.reason) { merged.reason = inner.reason + "; then " + merged.reason }
  }
}
