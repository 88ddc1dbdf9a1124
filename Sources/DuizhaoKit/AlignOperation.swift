import Alignment
import Formats
import TextCore

/// Aligns two files: what `duizhao align` does.
public struct AlignOperation {
  /// How to put the texts side by side.
  public enum Mode: String, Hashable, Sendable, CaseIterable { case auto, parallel, comparable }

  public var mode: Mode
  /// Whether each line of the files is a segment.
  public var isPresegmented: Bool
  /// The encoding of the files, or nil to detect it.
  public var encoding: TextEncoding?

  public init(mode: Mode = .auto, isPresegmented: Bool = false, encoding: TextEncoding? = nil) {
    self.mode = mode
    self.isPresegmented = isPresegmented
    self.encoding = encoding
  }

  /// Reads both files, finds which one is Chinese, and puts them side by side.
  public func run(on first: String, _ second: String, in workspace: Workspace) throws -> BitextReport {
    let sources = try [first, second].map { try Files.source(at: $0, encoding: encoding) }
    let texts = try sources.map { source throws(InputError) -> PreparedText in
      try PreparedText(source, isPresegmented: isPresegmented, repairer: workspace.repairer)
    }
    return try run(on: texts[0], texts[1], with: workspace.alignmentResources())
  }

  /// Puts two texts side by side, whichever of them is Chinese.
  /// - Throws: ``InputError`` for two texts of one language.
  func run(
    on first: PreparedText, _ second: PreparedText, with resources: AlignmentResources
  ) throws(InputError) -> BitextReport {
    let (chinese, english) = try sides([first, second])
    let zh = SegmentText.segments(chinese.segments, of: chinese.text)
    let en = SegmentText.segments(english.segments, of: english.text)
    var isComparable = mode == .comparable
    var reason: String?
    var beads = isComparable ? [] : ParallelAligner().beads(chinese: zh, english: en, resources: resources)
    if mode == .auto {
      let decision = AlignmentMode.decided(
        beads: beads, chinese: zh, english: en, hasDictionary: resources.dictionary != nil)
      isComparable = decision.mode == .comparable
      reason = decision.reason
    }
    if isComparable { beads = PassageLinker(resources: resources).links(chinese: zh, english: en) }
    return BitextReport(
      chinese: side(chinese), english: side(english), beads: beads, isComparable: isComparable, modeReason: reason)
  }

  private func sides(_ texts: [PreparedText]) throws(InputError) -> (chinese: PreparedText, english: PreparedText) {
    switch (texts[0].language, texts[1].language) {
    case (.chinese, .english): return (texts[0], texts[1])
    case (.english, .chinese): return (texts[1], texts[0])
    case (.chinese, .chinese):
      throw InputError(
        path: texts[1].source.path, .malformed("is Chinese, like \(texts[0].source.path); one text must be English"))
    case (.english, .english):
      throw InputError(
        path: texts[1].source.path, .malformed("is English, like \(texts[0].source.path); one text must be Chinese"))
    }
  }

  private func side(_ text: PreparedText) -> BitextReport.Side {
    BitextReport.Side(
      path: text.source.path, segments: text.segments.map(text.string(of:)),
      fileSpans: text.segments.map(text.fileSpan(of:)))
  }
}
