import ArgumentParser
import DuizhaoKit
import Formats

/// Keeping evidence from an alignment: the `--record` of `duizhao align`.
struct EvidenceOptions: ParsableArguments {
  @Flag(
    help: "Keep in your glossary where sure beads show its concepts in use: lookup tells it, export --examples too.")
  var record = false
  @OptionGroup var origin: OriginOptions

  /// What keeps the evidence; nil where none is asked for.
  func recorder(in workspace: Workspace) throws -> EvidenceRecorder? {
    record ? EvidenceRecorder(try EvidenceRecording(by: origin.origin, in: workspace)) : nil
  }
}

/// Keeps evidence and says at the end how much.
final class EvidenceRecorder {
  private var recording: EvidenceRecording

  init(_ recording: EvidenceRecording) { self.recording = recording }

  func add(_ report: BitextReport) throws { try recording.add(report) }

  func finish() throws {
    try recording.finish()
    let report = recording.report
    let change = report.change.map { ", change \($0)" } ?? ""
    Output.error("duizhao: evidence recorded: \(report.added) new, \(report.known) known already\(change)")
  }
}
