import Alignment

/// The weakest beads of one pair or of a collection, for somebody who checks them: the least sure first.
public struct BitextReview: Sendable {
  /// A bead to check.
  public struct Item: Hashable, Sendable {
    /// One side of it.
    public struct Side: Hashable, Sendable {
      public var path: String
      /// The 1-based line of the file; for an empty side that of the segment which follows.
      public var line: Int
      public var text: String
      /// The text of the beads before and behind, empty at the ends and between linked passages.
      public var before: String
      public var after: String
    }
    public var bead: Bead
    public var chinese: Side
    public var english: Side
    public var doubts: [BeadDoubt]
    /// How sure the bead is, or how strong the link: what the list is sorted by.
    public var strength: Double
    /// The number of the pair, and that of the bead in it: beads that are equally weak go in this order.
    var document: Int
    var number: Int
  }

  /// The weakest beads, weakest first.
  public private(set) var items: [Item] = []
  /// How many beads were looked at.
  public private(set) var beadCount = 0
  private let limit: Int
  private var documents = 0

  /// Creates a review of at most `limit` beads.
  public init(limit: Int) { self.limit = max(0, limit) }

  /// Looks at the beads of one more pair.
  public mutating func add(_ report: BitextReport) {
    documents += 1
    beadCount += report.beads.count
    for index in report.beads.indices { consider(index, report) }
    shorten()
  }

  private mutating func consider(_ index: Int, _ report: BitextReport) {
    let bead = report.beads[index]
    items.append(
      Item(
        bead: bead, chinese: Self.side(index, report, report.chinese, \.chinese, report.chineseText),
        english: Self.side(index, report, report.english, \.english, report.englishText),
        doubts: BeadDoubt.doubts(about: bead, in: report),
        strength: report.isComparable ? bead.score : bead.confidence, document: documents, number: index))
    if items.count - 1000 > limit { shorten() }
  }

  private mutating func shorten() {
    items.sort { ($0.strength, $0.document, $0.number) < ($1.strength, $1.document, $1.number) }
    items.removeLast(max(0, items.count - limit))
  }

  private static func side(
    _ index: Int, _ report: BitextReport, _ side: BitextReport.Side, _ range: KeyPath<Bead, Range<Int>>,
    _ text: (Bead) -> String
  ) -> Item.Side {
    let first = report.beads[index][keyPath: range].lowerBound
    let line = side.lines.isEmpty ? 1 : side.lines[min(first, side.lines.count - 1)]
    func neighbour(_ other: Int) -> String {
      !report.isComparable && report.beads.indices.contains(other) ? text(report.beads[other]) : ""
    }
    return Item.Side(
      path: side.path, line: line, text: text(report.beads[index]), before: neighbour(index - 1),
      after: neighbour(index + 1))
  }
}
