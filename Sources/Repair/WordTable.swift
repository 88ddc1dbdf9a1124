/// The English word list, asked about stretches of bytes.
struct WordTable: Sendable {
  /// Whether the bytes are an English word, in any case.
  let test: @Sendable (UnsafeBufferPointer<UInt8>) -> Bool

  init(_ test: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool) { self.test = test }

  func contains(_ word: ArraySlice<UInt8>) -> Bool { word.withUnsafeBufferPointer { test($0) } }

  func contains(_ word: [UInt8]) -> Bool { word.withUnsafeBufferPointer { test($0) } }

  /// Whether three parts together are a word of at most 64 letters.
  func contains(
    _ head: UnsafeBufferPointer<UInt8>, _ middle: UnsafeBufferPointer<UInt8>, _ tail: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let count = head.count + middle.count + tail.count
    guard count <= 64 else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { word in
      var end = 0
      func append(_ part: UnsafeBufferPointer<UInt8>) {
        for byte in part {
          word[end] = byte
          end += 1
        }
      }
      append(head)
      append(middle)
      append(tail)
      return test(UnsafeBufferPointer(rebasing: word[..<end]))
    }
  }
}

/// Reads the words of a text one after another: runs of ASCII letters that stand free.
struct WordScan {
  struct Word: Equatable {
    let range: Range<Int>
    /// Whether the word is not part of something longer: no digit, `_`, `.`, `@`, `/`, `-` or letter beyond ASCII beside.
    let isFree: Bool

    var count: Int { range.count }
  }

  /// More letters than a word has that is worth a search.
  static let longestWord = 24

  private let utf8: [UInt8]
  private var index = 0

  init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  /// The next word, or nil at the end.
  mutating func next() -> Word? {
    utf8.withUnsafeBufferPointer { Self.word(from: &index, in: $0) }
  }

  /// The next word from `index`, which moves behind it, or nil at the end.
  @inline(__always)
  static func word(from index: inout Int, in bytes: UnsafeBufferPointer<UInt8>) -> Word? {
    while index < bytes.count, !isLetter(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    let start = index
    while index < bytes.count, isLetter(bytes[index]) { index += 1 }
    let before = start > 0 ? bytes[start - 1] : 0x20
    let after = index < bytes.count ? bytes[index] : 0x20
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    let isInside = ties(before) || ties(after) && !(after == 0x2E && !isLetter(next))
    return Word(range: start..<index, isFree: !isInside)
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether the byte is a letter or a digit.
  static func isPart(_ byte: UInt8) -> Bool { isLetter(byte) || byte &- 0x30 < 10 }

  /// Whether the byte makes one thing of the letters on its two sides.
  static func ties(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x5F, 0x2E, 0x40, 0x2F, 0x5C, 0x2D, 0x27, 0x60, 0x23, 0x24, 0x26, 0x3D, 0x7E: true
    default: byte >= 0x80
    }
  }
}
