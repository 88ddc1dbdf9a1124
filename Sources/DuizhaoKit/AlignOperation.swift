import Formats
import TextCore

/// Aligns two files: what `duizhao align` does with a pair.
public struct AlignOperation: Sendable {
  /// How to put the texts side by side.
  public enum Mode: String, Hashable, Sendable, CaseIterable { case auto, parallel, comparable }

  public var mode: Mode
  /// Whether each line of the files is a segment.
  public var isPresegmented: Bool
  /// The encoding of the files, or nil to detect it.
  public var encoding: TextEncoding?
  /// Whether to find out what both texts name, for a page that shows it.
  public var comparesEntities = false

  public init(mode: Mode = .auto, isPresegmented: Bool = false, encoding: TextEncoding? = nil) {
    self.mode = mode
    self.isPresegmented = isPresegmented
    self.encoding = encoding
  }

  /// Reads both files, finds which one is Chinese, and puts them side by side.
  public func run(on first: String, _ second: String, in workspace: Workspace) throws -> BitextReport {
    try aligner(in: workspace).report(
      on: Files.source(at: first, encoding: encoding), Files.source(at: second, encoding: encoding))
  }

  /// What puts texts side by side, with everything it leans on opened.
  func aligner(in workspace: Workspace) throws -> PairAligner {
    PairAligner(
      mode: mode, isPresegmented: isPresegmented, repairer: workspace.repairer,
      resources: try workspace.alignmentResources(),
      recognizer: comparesEntities ? try workspace.entityRecognizer() : nil)
  }
}
