import TextCore

/// A text as an array of scalars, Han ones Simplified, each knowing the byte where it begins.
struct HanText {
  /// The scalars; Traditional characters are replaced by Simplified ones, full-width ASCII by ASCII.
  let scalars: [UInt32]
  /// The first byte of each scalar, and the length of the text at the end.
  let offsets: [Int]

  init(_ text: MappedText) {
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(text.utf8.count / 2)
    offsets.reserveCapacity(text.utf8.count / 2)
    text.utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
        scalars.append((0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : Folding.simplified(scalar))
        offsets.append(index)
        index += length
      }
    }
    offsets.append(text.utf8.count)
    self.scalars = scalars
    self.offsets = offsets
  }

  var count: Int { scalars.count }

  /// The bytes of a range of scalars.
  func span(_ range: Range<Int>) -> TextSpan { TextSpan(offsets[range.lowerBound], offsets[range.upperBound]) }

  /// The scalar at an index, or U+0000 outside the text.
  func scalar(_ index: Int) -> UInt32 { index >= 0 && index < scalars.count ? scalars[index] : 0 }

  func isHan(_ index: Int) -> Bool { scalar(index).isHan }

  /// The scalars of a range as a string.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars[range] { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(view)
  }

  /// The index of the scalar that begins at or after a byte.
  func index(ofByte byte: Int) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A set of words of Han characters, asked for the longest one at a place.
struct HanWords: Sendable {
  private let byFirst: [UInt32: [[UInt32]]]
  /// The words that end in a character, for looking backwards.
  private let byLast: [UInt32: [[UInt32]]]

  /// Creates the set of the words of a list, spaces and line breaks between them.
  init(_ list: String) {
    self.init(list.split { $0 == " " || $0 == "\n" }.map { $0.unicodeScalars.map(\.value) })
  }

  init(_ words: [[UInt32]]) {
    var byFirst: [UInt32: [[UInt32]]] = [:]
    var byLast: [UInt32: [[UInt32]]] = [:]
    for word in words {
      guard let first = word.first, let last = word.last else { continue }
      byFirst[first, default: []].append(word)
      byLast[last, default: []].append(word)
    }
    self.byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
    self.byLast = byLast.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// The length of the longest word that begins at `index`; 0 for none.
  func length(in text: HanText, at index: Int) -> Int {
    byFirst[text.scalar(index)]?.first { word in
      index + word.count <= text.count && text.scalars[index..<index + word.count].elementsEqual(word)
    }?.count ?? 0
  }

  /// The length of the longest word that ends right before `end`; 0 for none.
  func length(in text: HanText, before end: Int) -> Int {
    byLast[text.scalar(end - 1)]?.first { word in
      end - word.count >= 0 && text.scalars[end - word.count..<end].elementsEqual(word)
    }?.count ?? 0
  }
}

/// A set of Han characters.
struct HanSet: Sendable {
  private let members: Set<UInt32>
  init(_ characters: String) { members = Set(characters.unicodeScalars.map(\.value).filter { $0 > 0x20 }) }
  func contains(_ scalar: UInt32) -> Bool { members.contains(scalar) }
}
