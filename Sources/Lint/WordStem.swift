import Lexicon

/// The stem of an English word, with its first letters in one number: most stems are told apart by a look at that.
struct WordStem: Sendable {
  let text: String
  /// The first eight bytes, the first one highest; zeros behind a shorter stem.
  private let start: UInt64

  /// `text` is the stem itself.
  init(_ text: String) {
    self.text = text
    start = Self.start(of: text)
  }

  init(of word: some StringProtocol) { self.init(EnglishStemmer.stem(word)) }

  func isSame(as other: WordStem) -> Bool { start == other.start && text == other.text }

  /// What words of one family begin with.
  struct Root: Sendable {
    private let text: String
    private let start: UInt64
    private let mask: UInt64

    init(_ text: String) {
      self.text = text
      start = WordStem.start(of: text)
      mask = text.utf8.count >= 8 ? .max : ~(UInt64.max >> (8 * UInt64(text.utf8.count)))
    }

    /// Whether a stem begins like this.
    func begins(_ stem: WordStem) -> Bool {
      stem.start & mask == start && (mask != .max || stem.text.utf8.starts(with: text.utf8))
    }
  }

  private static func start(of text: String) -> UInt64 {
    var (start, place): (UInt64, UInt64) = (0, 64)
    for byte in text.utf8.prefix(8) {
      place -= 8
      start |= UInt64(byte) << place
    }
    return start
  }
}
