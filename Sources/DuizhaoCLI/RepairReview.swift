import DuizhaoKit
import Formats
import Repair
import TextCore

/// Repairs for a person to look at: each in its line, what was there and what takes its place, the reason, and a legend.
struct RepairReview {
  private let usesColor: Bool
  private var made = 0
  private var proposed = 0
  private var lost = 0

  init(usesColor: Bool) { self.usesColor = usesColor }

  /// The repairs of one file.
  mutating func report(on repaired: RepairedText) -> String {
    let utf8 = repaired.source.text.utf8
    let lines = LineIndex(utf8)
    var result = ""
    for edit in repaired.edits {
      count(edit)
      let before = String(decoding: utf8[edit.span.range], as: UTF8.self)
      let place = "\(repaired.source.path):\(lines.line(of: edit.span.start))"
      let sureness = edit.isRecoverable ? " \(Int((edit.confidence * 100).rounded()))%" : ""
      result += painted(place, "1") + "  " + edit.kind.rawValue + sureness + state(of: edit) + "\n  "
      result +=
        context(before: edit.span.start, in: utf8) + change(before, edit) + context(after: edit.span.end, in: utf8)
      result += "\n  " + painted(edit.reason, "2") + "\n"
    }
    return result
  }

  /// What the marks mean, and how much there was.
  func legend() -> String {
    if made + proposed + lost == 0 { return "nothing to repair\n" }
    var parts = ["\(made) made: \(taken("before"))\(put("after"))"]
    if proposed > 0 {
      parts.append("\(proposed) only proposed, --apply KIND makes them: \(painted("~before~>after~", "33"))")
    }
    if lost > 0 { parts.append("\(lost) lost for good: \(painted("!before!", "35"))") }
    return parts.joined(separator: "\n") + "\n"
  }

  private mutating func count(_ edit: RepairEdit) {
    if edit.isApplied { made += 1 } else if edit.isRecoverable { proposed += 1 } else { lost += 1 }
  }

  private func state(of edit: RepairEdit) -> String {
    edit.isApplied ? "" : edit.isRecoverable ? painted("  proposed", "33") : painted("  cannot be recovered", "35")
  }

  private func change(_ before: String, _ edit: RepairEdit) -> String {
    let before = Self.shown(before)
    if edit.isApplied { return taken(before) + (edit.replacement.isEmpty ? "" : put(Self.shown(edit.replacement))) }
    if edit.isRecoverable { return painted("~\(before)~>\(Self.shown(edit.replacement))~", "33") }
    return painted("!\(before)!", "35")
  }

  private func taken(_ text: String) -> String { usesColor ? painted(text, "31;9") : "[-\(text)-]" }

  private func put(_ text: String) -> String { usesColor ? painted(text, "32") : "{+\(text)+}" }

  private func painted(_ text: String, _ style: String) -> String {
    usesColor ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }

  // MARK: Context

  private static let contextLength = 48

  /// The end of the line before an offset.
  private func context(before offset: Int, in utf8: [UInt8]) -> String {
    var start = offset
    while start > 0, offset - start < Self.contextLength, utf8[start - 1] != 0x0A { start -= 1 }
    while start < offset, utf8[start] & 0xC0 == 0x80 { start += 1 }
    return Self.shown(String(decoding: utf8[start..<offset], as: UTF8.self))
  }

  /// The beginning of the line behind an offset.
  private func context(after offset: Int, in utf8: [UInt8]) -> String {
    var end = offset
    while end < utf8.count, end - offset < Self.contextLength, utf8[end] != 0x0A { end += 1 }
    while end > offset, end < utf8.count, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    return Self.shown(String(decoding: utf8[offset..<end], as: UTF8.self))
  }

  /// Text that a terminal shows as it is: controls and invisible characters by their number.
  private static func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result += "⏎"
      case 0x00..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xE000...0xF8FF:
        result += "<" + String(scalar.value, radix: 16, uppercase: true) + ">"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
