import DuizhaoKit
import Formats
import GlossaryStore

/// What an import did, for people and for programs.
struct ImportReportView {
  let result: ImportOperation.Result
  let isDryRun: Bool

  private var path: String { result.path }
  private var report: ImportReport { result.report }

  var text: String {
    var text =
      "\(path): \(report.added) added, \(report.updated) updated, \(report.skipped) skipped, "
      + "\(report.conflicts.count) conflicts\(isDryRun ? " (nothing was written)" : "")\n"
    for change in report.changes { text += GlossaryChangeReport.text(change.before, change.after, format: "text") }
    for conflict in report.conflicts {
      text +=
        conflict.isStoredKept
        ? "  \(conflict.conceptID): \(conflict.field) stays “\(conflict.stored)”, not “\(conflict.imported)”\n"
        : "  \(conflict.conceptID): \(conflict.field) was “\(conflict.stored)”, is now “\(conflict.imported)”\n"
    }
    for entry in report.ambiguous {
      text += "  \(entry.conceptID): could be \(entry.candidates.joined(separator: " or ")), added as a new concept\n"
    }
    for entry in report.rejected { text += "  \(entry.conceptID): \(Self.reason(entry.reason)), left out\n" }
    for remark in result.remarks { text += "  \(remark)\n" }
    return text
  }

  var json: JSONValue {
    .object([
      "path": .string(path),
      "isDryRun": .bool(isDryRun),
      "added": .integer(report.added),
      "updated": .integer(report.updated),
      "skipped": .integer(report.skipped),
      "change": report.change.map { .integer(Int($0)) },
      "conflicts": .array(
        report.conflicts.map {
          .object([
            "conceptID": .string($0.conceptID), "field": .string($0.field), "stored": .string($0.stored),
            "imported": .string($0.imported), "isStoredKept": .bool($0.isStoredKept),
          ])
        }),
      "ambiguous": .array(
        report.ambiguous.map {
          .object([
            "conceptID": .string($0.conceptID), "candidates": .array($0.candidates.map { .string($0) }),
          ])
        }),
      "rejected": .array(
        report.rejected.map {
          .object(["conceptID": .string($0.conceptID), "reason": .string(Self.reason($0.reason))])
        }),
      "remarks": .array(result.remarks.map { .string("\($0)") }),
      "changes": .array(report.changes.map { GlossaryChangeReport.json($0.before, $0.after) }),
    ])
  }

  private static func reason(_ reason: ImportRejection.Reason) -> String {
    switch reason {
    case .noTerm: "has no term"
    case .nullCharacter: "has U+0000 in its text"
    }
  }
}
