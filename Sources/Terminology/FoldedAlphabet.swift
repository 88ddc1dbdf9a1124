import Lexicon
import TextCore

/// The characters that terms are written in, numbered; folding and numbering are one look in a table.
///
/// Letters and digits of Latin script come first, so that one comparison tells whether a word goes on. The commonest
/// characters have the smallest codes, which keeps what is read often close together.
struct FoldedAlphabet: Sendable {
  /// What has no code of its own: no term goes across it.
  static let unknown: UInt16 = 0
  /// A run of white space inside a paragraph.
  static let space: UInt16 = 1
  /// Stands in the table alone: a line end, which counts as a space or, twice, as the end of a paragraph.
  static let lineEnd: UInt16 = 2
  /// Stands in the table alone: a scalar that must be folded with those around it, or into several.
  static let complex: UInt16 = 3
  /// A Latin letter or digit of no term.
  static let unknownLatin: UInt16 = 4
  static let firstLetter: UInt16 = 5
  /// Set beside a code when folding has changed the scalar.
  static let changed: UInt16 = 0x8000
  static let codeMask: UInt16 = 0x7FFF
  static let greatestCount = 0x7FFE

  /// The code of each scalar of the basic plane as texts write it, with ``changed``.
  let table: StoredArray<UInt16>
  /// The folded scalars that have codes, sorted, and their codes.
  private let letters: StoredArray<UInt32>
  private let codes: StoredArray<UInt16>
  /// The number of codes; each code is less.
  let count: Int
  /// Codes from ``unknownLatin`` up to this one are of letters and digits.
  let latinEnd: UInt16

  /// Opens the three sections that begin with `section`; each code in them is checked.
  init(_ reader: CompiledDataReader, section: Int, count: Int, latinEnd: Int) throws(LexiconError) {
    table = try reader.numbers(section)
    letters = try reader.numbers(section + 1)
    codes = try reader.numbers(section + 2)
    guard table.count == 0x10000, count <= Self.greatestCount, latinEnd >= Self.firstLetter, latinEnd <= count else {
      throw .malformedSection(section)
    }
    guard letters.count == codes.count else { throw .malformedSection(section + 1) }
    self.count = count
    self.latinEnd = UInt16(latinEnd)
    let limit = UInt16(count)
    if table.buffer.contains(where: { $0 & Self.codeMask >= limit }) { throw .malformedSection(section) }
    if codes.buffer.contains(where: { $0 >= limit || $0 < Self.firstLetter && $0 != Self.space }) {
      throw .malformedSection(section + 2)
    }
  }

  /// The code of a scalar that is folded already; white space gives ``space`` or ``lineEnd``.
  func code(ofFolded scalar: UInt32) -> UInt16 {
    if scalar <= 0x20 { return scalar == 0x0A ? Self.lineEnd : Self.space }
    let letters = letters.buffer
    var low = 0
    var high = letters.count
    while low < high {
      let middle = (low + high) / 2
      if letters[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    if low < letters.count, letters[low] == scalar { return codes[low] }
    return Self.isLatin(scalar) ? Self.unknownLatin : Self.unknown
  }

  /// Whether a folded scalar is a letter or digit that words and numbers are made of: ASCII, and U+00C0 to U+027F.
  static func isLatin(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? scalar.isASCIILetter || scalar.isASCIIDigit : (0xC0..<0x280).contains(scalar)
  }
}

/// Numbers the characters of terms.
struct FoldedAlphabetBuilder {
  private let codes: [UInt32: UInt16]
  let count: Int
  let latinEnd: Int

  /// Numbers the scalars of folded keys.
  ///
  /// Of more than 32,000 different scalars the rarest get no code.
  init(_ keys: [[UInt32]]) {
    var frequencies: [UInt32: Int] = [:]
    for key in keys { for scalar in key where scalar > 0x20 { frequencies[scalar, default: 0] += 1 } }
    func ranked(_ isWanted: (UInt32) -> Bool) -> [UInt32] {
      frequencies.filter { isWanted($0.key) }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
    let latin = ranked(FoldedAlphabet.isLatin)
    let others = ranked { !FoldedAlphabet.isLatin($0) }
    var codes: [UInt32: UInt16] = [0x20: FoldedAlphabet.space]
    var next = FoldedAlphabet.firstLetter
    for scalar in latin + others where Int(next) < FoldedAlphabet.greatestCount {
      codes[scalar] = next
      next += 1
    }
    self.codes = codes
    count = Int(next)
    latinEnd = Int(FoldedAlphabet.firstLetter) + latin.count
  }

  /// The codes of a folded key; nil when a scalar has none.
  func codes(of key: [UInt32]) -> [UInt16]? {
    var result: [UInt16] = []
    result.reserveCapacity(key.count)
    for scalar in key {
      guard let code = codes[scalar] else { return nil }
      result.append(code)
    }
    return result
  }

  /// Appends three sections.
  ///
  /// A small alphabet, made for one use, leaves the rarer scalars to be folded as they come.
  func append(to writer: inout CompiledDataWriter) {
    var codeOfFolded = [UInt16](repeating: FoldedAlphabet.unknown, count: 0x10000)
    for latin in 0..<0x280 where FoldedAlphabet.isLatin(UInt32(latin)) {
      codeOfFolded[latin] = FoldedAlphabet.unknownLatin
    }
    for white in 0...0x20 { codeOfFolded[white] = FoldedAlphabet.space }
    codeOfFolded[0x0A] = FoldedAlphabet.lineEnd
    for (scalar, code) in codes where scalar <= 0xFFFF { codeOfFolded[Int(scalar)] = code }
    var table = [UInt16](repeating: FoldedAlphabet.complex, count: 0x10000)
    for range in count > 2000 ? Self.allScalars : Self.commonScalars {
      for scalar in range {
        guard let folded = Folding.foldedScalar(scalar), folded <= 0xFFFF else { continue }
        let isSame = folded == scalar && scalar >= 0x20
        table[Int(scalar)] = codeOfFolded[Int(folded)] | (isSame ? 0 : FoldedAlphabet.changed)
      }
    }
    writer.append(numbers: table)
    let sorted = codes.sorted { $0.key < $1.key }
    writer.append(numbers: sorted.map(\.key))
    writer.append(numbers: sorted.map(\.value))
  }

  // MARK: Folding of single scalars

  private static let allScalars: [Range<UInt32>] = [0..<0x10000]

  /// What articles are full of.
  private static let commonScalars: [Range<UInt32>] = [
    0..<0x180, 0x2000..<0x2070, 0x3000..<0x3040, 0x4E00..<0xA000, 0xFF00..<0xFF60,
  ]
}
