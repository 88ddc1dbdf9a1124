import Alignment
import TextCore

/// Two texts and the beads or links between them, ready to be written in a bitext format.
public struct BitextReport: Hashable, Sendable {
  /// One of the two texts.
  public struct Side: Hashable, Sendable {
    /// The path as the user gave it.
    public var path: String
    /// The segments in reading order, repaired.
    public var segments: [String]
    /// Where each segment stands in the file on disk, damage included.
    public var fileSpans: [TextSpan]
    /// The 1-based line of the file on which each segment begins.
    public var lines: [Int]

    public init(path: String, segments: [String], fileSpans: [TextSpan], lines: [Int]) {
      self.path = path
      self.segments = segments
      self.fileSpans = fileSpans
      self.lines = lines
    }
  }

  public var chinese: Side
  public var english: Side
  /// Parallel: every segment in one bead, in order.
  ///
  /// Comparable: the linked passages alone, best first.
  public var beads: [Bead]
  public var isComparable: Bool
  /// Why the texts were taken for parallel or comparable ones; nil when the user said so.
  public var modeReason: String?
  /// What both texts name; nil where nobody looked.
  public var entities: EntityComparison?

  public init(chinese: Side, english: Side, beads: [Bead], isComparable: Bool, modeReason: String? = nil) {
    self.chinese = chinese
    self.english = english
    self.beads = beads
    self.isComparable = isComparable
    self.modeReason = modeReason
  }

  /// The Chinese text of a bead.
  public func chineseText(of bead: Bead) -> String { chinese.segments[bead.chinese].joined() }
  /// The English text of a bead.
  public func englishText(of bead: Bead) -> String { english.segments[bead.english].joined(separator: " ") }
}
