import TextCore

/// The words of a Chinese text as far as it shows them itself: strings of two to four characters that recur, and that hold
/// together more than chance would have it.
///
/// What a text is cut into where no dictionary is there.
struct RecurringWords: TranslationSource {
  private let words: Set<[UInt8]>

  /// A string that stands in the text less often is no word.
  private static let leastCount = 3
  /// How much more often than by chance the parts of a word stand together.
  private static let leastCohesion = 8.0
  private static let greatestLength = 4
  /// So many characters of a long text show its words.
  static let greatestSample = 300_000

  /// Reads the words off the first `sample` characters of some segments.
  init(of segments: [SegmentText], sample: Int = greatestSample) {
    var counts: [[UInt8]: Int] = [:]
    var total = 0
    for segment in segments where total < sample {
      for run in Self.runs(of: segment.utf8) {
        let run = run.prefix(3 * (sample - total))
        total += run.count / 3
        for size in 1...Self.greatestLength where run.count >= 3 * size {
          for start in stride(from: run.startIndex, through: run.endIndex - 3 * size, by: 3) {
            counts[Array(run[start..<(start + 3 * size)]), default: 0] += 1
          }
        }
      }
    }
    var words: Set<[UInt8]> = []
    for (string, count) in counts where string.count >= 6 && count >= Self.leastCount {
      let isWhole = stride(from: 3, to: string.count, by: 3).allSatisfy { cut in
        let parts = Double(counts[Array(string[..<cut])] ?? 1) * Double(counts[Array(string[cut...])] ?? 1)
        return Double(count) * Double(total) / parts >= Self.leastCohesion
      }
      if isWhole { words.insert(string) }
    }
    self.words = words
  }

  var stemCount: Int { 0 }
  var entryCount: Int { 0 }

  func forEachHeadword(
    in utf8: UnsafeBufferPointer<UInt8>, at start: Int, _ body: (_ length: Int, _ entry: Int32) -> Void
  ) {
    for size in 2...Self.greatestLength where start + 3 * size <= utf8.count {
      if words.contains(Array(utf8[start..<(start + 3 * size)])) { body(3 * size, -1) }
    }
  }

  func forEachTranslation(of entry: Int32, _ body: (_ stem: Int32, _ weight: Float) -> Void) {}
  func entryCount(ofStem stem: Int32) -> Int { 0 }
  func forEachEntry(ofStem stem: Int32, _ body: (_ entry: Int32, _ share: Float) -> Void) {}
  func stemID(ofWord word: String) -> Int32? { nil }
  func stem(ofWord word: String) -> String { word }

  /// The runs of Han characters of three bytes, Simplified.
  private static func runs(of utf8: [UInt8]) -> [ArraySlice<UInt8>] {
    var runs: [ArraySlice<UInt8>] = []
    var run: [UInt8] = []
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
        let plain = Folding.simplified(scalar)
        if plain.isHan && plain < 0x10000 && plain >= 0x800 {
          run.append(contentsOf: UTF8.encode(Unicode.Scalar(plain) ?? "\u{FFFD}")!)
        } else if !run.isEmpty {
          runs.append(run[...])
          run = []
        }
        index += length
      }
    }
    if !run.isEmpty { runs.append(run[...]) }
    return runs
  }
}
