/// A file format for aligned texts: one pair, or the pairs of a collection one after another.
///
/// One file of this folder = one format.
public struct BitextFormat: Sendable {
  /// The name on the command line.
  public let id: String
  /// The endings of the names of such files, without the dot.
  public let fileExtensions: [String]
  /// Whether it can hold the pairs of a collection.
  public let holdsCollections: Bool
  /// What stands before the first pair and behind the last one, in a collection or in the file of a single pair.
  private let frame: @Sendable (_ isCollection: Bool) -> (head: String, tail: String)
  private let body: @Sendable (_ report: BitextReport, _ place: Place) -> String

  /// Where in its file a pair stands.
  struct Place: Hashable, Sendable {
    /// The number of its first unit: of those that have text on both sides, counted from 1.
    var firstUnit = 1
    /// The number of the pair, counted from 1.
    var document = 1
    /// Whether there may be other pairs in the file.
    var isCollection = false
  }

  /// Every format but the one for the terminal, which needs to know the terminal.
  public static let all: [BitextFormat] = [.beads, .tsv, .jsonl, .tmx, .xliff, .html]

  /// Creates a format that holds one pair alone.
  init(id: String, fileExtensions: [String], write: @escaping @Sendable (_ report: BitextReport) -> String) {
    self.id = id
    self.fileExtensions = fileExtensions
    holdsCollections = false
    frame = { _ in ("", "") }
    body = { report, _ in write(report) }
  }

  /// Creates a format that holds collections too.
  init(
    id: String, fileExtensions: [String],
    frame: @escaping @Sendable (_ isCollection: Bool) -> (head: String, tail: String),
    body: @escaping @Sendable (_ report: BitextReport, _ place: Place) -> String
  ) {
    self.id = id
    self.fileExtensions = fileExtensions
    holdsCollections = true
    self.frame = frame
    self.body = body
  }

  /// The bytes of a file with this pair alone.
  ///
  /// The same report gives the same bytes.
  public func write(_ report: BitextReport) -> [UInt8] {
    let frame = frame(false)
    return Array((frame.head + body(report, Place()) + frame.tail).utf8)
  }

  /// The format of files with this name, by its ending.
  public static func named(by path: String) -> BitextFormat? {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.utf8.index(after: dot)...].lowercased()
    return all.first { $0.fileExtensions.contains(ending) }
  }

  /// Writes a collection, a pair at a time.
  public struct CollectionWriter: Sendable {
    private let format: BitextFormat
    private var place = Place(isCollection: true)

    public init(_ format: BitextFormat) { self.format = format }

    /// What stands before the first pair.
    public var head: [UInt8] { Array(format.frame(true).head.utf8) }
    /// What stands behind the last pair.
    public var tail: [UInt8] { Array(format.frame(true).tail.utf8) }

    /// The bytes of the next pair.
    public mutating func bytes(of report: BitextReport) -> [UInt8] {
      defer {
        place.firstUnit += report.beads.count { !$0.isOneSided }
        place.document += 1
      }
      return Array(format.body(report, place).utf8)
    }
  }
}
