import TextCore

/// The difference of two texts as a patch.
public enum UnifiedDiff {
  /// A unified diff with three lines of context, as `diff -u` and `git` write it; empty when the texts are equal.
  ///
  /// `edits` lead from `before` to the new text: sorted, apart, offsets in `before`. Costs the length of the text.
  /// `heading` tells what stands behind the line numbers of a hunk, whose bytes of `before` it is given; programs that
  /// apply patches pass it over.
  public static func text(
    path: String, before: [UInt8], edits: [TextEdit], heading: (_ hunk: TextSpan) -> String = { _ in "" }
  ) -> String {
    let changes = changes(in: before, edits: edits)
    guard !changes.isEmpty else { return "" }
    var result = "--- \(path)\n+++ \(path)\n"
    let lines = lines(of: before)
    var shift = 0
    var index = 0
    while index < changes.count {
      var last = index
      while last + 1 < changes.count, changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * context {
        last += 1
      }
      result += hunk(changes[index...last], lines: lines, shift: &shift, heading: heading)
      index = last + 1
    }
    return result
  }

  private static let context = 3

  /// Whole lines that are replaced.
  private struct Change {
    var old: Range<Int>
    var new: [ArraySlice<UInt8>]
  }

  private static func changes(in before: [UInt8], edits: [TextEdit]) -> [Change] {
    let starts = lineStarts(of: before)
    var changes: [(range: Range<Int>, edits: [TextEdit])] = []
    for edit in edits {
      let first = line(of: edit.span.start, starts)
      let last = max(first, line(of: max(edit.span.start, edit.span.end - 1), starts))
      // An edit that takes a line end away joins the line with the next one.
      let end =
        edit.span.end > 0 && edit.span.end <= before.count && edit.span.length > 0 && before[edit.span.end - 1] == 0x0A
        ? min(last + 2, starts.count) : last + 1
      if let previous = changes.last, first < previous.range.upperBound {
        changes[changes.count - 1].range = previous.range.lowerBound..<max(previous.range.upperBound, end)
        changes[changes.count - 1].edits.append(edit)
      } else {
        changes.append((first..<end, [edit]))
      }
    }
    return changes.compactMap { range, edits in
      let span = starts[range.lowerBound]..<(range.upperBound < starts.count ? starts[range.upperBound] : before.count)
      var bytes: [UInt8] = []
      var position = span.lowerBound
      for edit in edits {
        bytes += before[position..<edit.span.start]
        bytes += edit.replacement.utf8
        position = edit.span.end
      }
      bytes += before[position..<max(position, span.upperBound)]
      return bytes.elementsEqual(before[span]) ? nil : Change(old: range, new: lines(of: bytes))
    }
  }

  private static func hunk(
    _ changes: ArraySlice<Change>, lines: [ArraySlice<UInt8>], shift: inout Int, heading: (TextSpan) -> String
  ) -> String {
    let start = max(0, changes.first!.old.lowerBound - context)
    let end = min(lines.count, changes.last!.old.upperBound + context)
    var body = ""
    var line = start
    var added = 0
    for change in changes {
      while line < change.old.lowerBound {
        body += row(" ", lines[line])
        line += 1
      }
      for index in change.old where index < lines.count { body += row("-", lines[index]) }
      for new in change.new { body += row("+", new) }
      added += change.new.count - change.old.clamped(to: 0..<lines.count).count
      line = change.old.upperBound
    }
    while line < end {
      body += row(" ", lines[line])
      line += 1
    }
    let title = start < end ? heading(TextSpan(lines[start].startIndex, lines[end - 1].endIndex)) : ""
    let header =
      "@@ -\(range(start, end - start)) +\(range(start + shift, end - start + added)) @@"
      + (title.isEmpty ? "\n" : " \(title)\n")
    shift += added
    return header + body
  }

  private static func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  private static func row(_ mark: String, _ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line, as: UTF8.self)
    return line.last == 0x0A ? mark + text : mark + text + "\n\\ No newline at end of file\n"
  }

  private static func lineStarts(of utf8: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in utf8.enumerated() where byte == 0x0A && index + 1 < utf8.count { starts.append(index + 1) }
    return starts
  }

  /// The lines with their line ends.
  private static func lines(of utf8: [UInt8]) -> [ArraySlice<UInt8>] {
    if utf8.isEmpty { return [] }
    let starts = lineStarts(of: utf8)
    return starts.indices.map { utf8[starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : utf8.count)] }
  }

  private static func line(of offset: Int, _ starts: [Int]) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
