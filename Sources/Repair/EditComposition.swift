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
    var following = 0
    while following < later.count {
      while next < earlier.count, isBefore(earlier[next], later[following].span, shift: shift) {
        shift += growth(of: earlier[next])
        result.append(earlier[next])
        next += 1
      }
      var cluster = EditCluster(later[following], shift: shift)
      following += 1
      while true {
        if next < earlier.count, earlier[next].span.start - shift < cluster.end {
          cluster.absorb(earlier[next], at: earlier[next].span.start - shift)
          shift += growth(of: earlier[next])
          next += 1
        } else if following < later.count, later[following].span.start < cluster.end {
          cluster.join(later[following])
          following += 1
        } else {
          break
        }
      }
      result.append(cluster.edit(shift: shift))
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
}

/// Edits of two rounds that touch the same text, on their way to become one.
///
/// Offsets are those of the text between the rounds.
private struct EditCluster {
  private var merged: RepairEdit
  private var later: [RepairEdit]
  private var inner: [(start: Int, replacement: [UInt8])] = []
  private var start: Int
  private(set) var end: Int
  /// The original offset minus the middle one, before the cluster.
  private let shiftBefore: Int

  init(_ edit: RepairEdit, shift: Int) {
    merged = edit
    later = [edit]
    start = edit.span.start
    end = edit.span.end
    shiftBefore = shift
  }

  /// Takes in an edit of the first round, whose replacement begins at `position`.
  ///
  /// The whole is of the deeper kind, as sure as the less sure part, and gives both reasons.
  mutating func absorb(_ edit: RepairEdit, at position: Int) {
    start = min(start, position)
    end = max(end, position + edit.replacement.utf8.count)
    inner.append((position, Array(edit.replacement.utf8)))
    if merged.kind == .pinyinResidue || merged.kind == .controlCharacter { merged.kind = edit.kind }
    merged.confidence = min(merged.confidence, edit.confidence)
    if !merged.reason.contains(edit.reason), merged.reason.utf8.count < Self.longestReason {
      merged.reason = edit.reason + "; then " + merged.reason
    }
  }

  /// Takes in one more edit of the second round.
  mutating func join(_ edit: RepairEdit) {
    later.append(edit)
    end = max(end, edit.span.end)
    merged.confidence = min(merged.confidence, edit.confidence)
    if !merged.reason.contains(edit.reason), merged.reason.utf8.count < Self.longestReason {
      merged.reason += "; " + edit.reason
    }
  }

  /// Reasons of many parts say enough with the first ones.
  private static let longestReason = 600

  /// The whole, in offsets of the original; `shift` is the original offset minus the middle one, behind the cluster.
  func edit(shift: Int) -> RepairEdit {
    var middle = [UInt8](repeating: 0, count: end - start)  // only what the first round wrote is ever read
    for part in inner {
      middle.replaceSubrange(
        (part.start - start)..<(part.start - start + part.replacement.count), with: part.replacement)
    }
    var bytes: [UInt8] = []
    var position = start
    for edit in later {
      bytes += middle[(position - start)..<(edit.span.start - start)]
      bytes += Array(edit.replacement.utf8)
      position = edit.span.end
    }
    bytes += middle[(position - start)...]
    var result = merged
    result.span = TextSpan(start + shiftBefore, end + shift)
    result.replacement = String(decoding: bytes, as: UTF8.self)
    return result
  }
}
