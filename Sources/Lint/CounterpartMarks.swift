import TextCore

/// What a message names, to be marked in the text that a finding was compared with.
struct CounterpartMarks {
  /// The figures and the Chinese of the message, and what it quotes, the longest first.
  private let words: [ArraySlice<UInt8>]

  init(of message: String) {
    let utf8 = Array(message.utf8)
    let quoted = Self.pieces(of: utf8[...], betweenMarks: { $0 == 0x201C }).dropFirst()
      .compactMap { Self.pieces(of: $0, betweenMarks: { $0 == 0x201D }).first }
    let telling = Self.pieces(of: utf8[...], betweenMarks: Self.isSeparator).filter { word in
      Self.hasFigureOrHan(word) || quoted.contains(word)
    }
    words = (quoted + telling).sorted { $0.count > $1.count }
  }

  /// Where a text has the first of the words that it has.
  func spans(in utf8: [UInt8]) -> [TextSpan] {
    for word in words {
      if let start = Self.position(of: word, in: utf8) { return [TextSpan(start, start + word.count)] }
    }
    return []
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3D: true  // ( ) , : ; =
    case 0x201C, 0x201D, 0xFF08, 0xFF09, 0xFF0C: true  // “ ” （ ） ，
    default: false
    }
  }

  private static func hasFigureOrHan(_ word: ArraySlice<UInt8>) -> Bool {
    var isFound = false
    forEachScalar(of: word) { _, scalar, _ in
      if (0x30...0x39).contains(scalar) || (0x4E00...0x9FFF).contains(scalar) { isFound = true }
    }
    return isFound
  }

  /// The stretches between separators that are not empty.
  private static func pieces(
    of utf8: ArraySlice<UInt8>, betweenMarks isSeparator: (UInt32) -> Bool
  ) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = utf8.startIndex
    forEachScalar(of: utf8) { index, scalar, length in
      guard isSeparator(scalar) else { return }
      if start < index { result.append(utf8[start..<index]) }
      start = index + length
    }
    if start < utf8.endIndex { result.append(utf8[start...]) }
    return result
  }

  private static func forEachScalar(
    of utf8: ArraySlice<UInt8>, _ body: (_ index: Int, _ scalar: UInt32, _ length: Int) -> Void
  ) {
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
        body(utf8.startIndex + index, scalar, length)
        index += length
      }
    }
  }

  private static func position(of word: ArraySlice<UInt8>, in utf8: [UInt8]) -> Int? {
    guard let first = word.first, utf8.count >= word.count else { return nil }
    return (0...(utf8.count - word.count)).first { start in
      utf8[start] == first && utf8[start..<(start + word.count)].elementsEqual(word)
    }
  }
}
