import TextCore

/// UTF-8 read as Windows-1252 or Latin-1, once or several times over: `donâ€™t`, `cafÃ©`, `Ã¢â‚¬â„¢`.
///
/// Each sequence of UTF-8 is undone by itself, as often as it is one. Sequences that real text may hold by chance (`É™`,
/// `IRMÃ”`) need a neighbour that shows the same damage.
struct Mojibake: DamageMechanism {
  var signs: DamageSigns { .latinRun }

  func edits(in text: ScalarText, context: inout RepairContext) -> [RepairEdit] {
    let sequences = Self.sequences(in: text).filter { Self.isSupported($0, in: text) }
    let isDamaged = sequences.contains { !$0.mayBeChance }
    var edits: [RepairEdit] = []
    var index = 0
    while index < sequences.count {
      var next = index + 1  // neighbours without a gap are told as one
      while next < sequences.count, sequences[next].range.lowerBound == sequences[next - 1].range.upperBound {
        next += 1
      }
      let group = sequences[index..<next].filter { isDamaged || !$0.mayBeChance }
      index = next
      guard let first = group.first, let last = group.last else { continue }
      let range = first.range.lowerBound..<last.range.upperBound
      if let edit = edit(for: range, of: Array(group), in: text) { edits.append(edit) }
    }
    return edits
  }

  private func edit(for range: Range<Int>, of group: [Sequence], in text: ScalarText) -> RepairEdit? {
    var values = group.flatMap(\.scalars)
    var levels = 1
    while levels < Self.maximumLevels {
      let inner = Self.sequences(in: ScalarText(Array(String(scalars: values).utf8)))
      if inner.isEmpty || inner.allSatisfy(\.mayBeChance) { break }
      values = Self.replaced(values, by: inner)
      levels += 1
    }
    let before = text.string(range)
    let after = String(scalars: values)
    guard after != before else { return nil }
    let times = levels == 1 ? "" : ", \(levels) times over"
    return RepairEdit(
      span: text.span(range), replacement: after, kind: .mojibake, confidence: 0.97,
      reason: "UTF-8 read as Windows-1252\(times): “\(before)” was “\(after)”")
  }

  private static let maximumLevels = 4

  private static func replaced(_ values: [UInt32], by sequences: [Sequence]) -> [UInt32] {
    var result: [UInt32] = []
    var position = 0
    for sequence in sequences {
      result += values[position..<sequence.range.lowerBound] + sequence.scalars
      position = sequence.range.upperBound
    }
    return result + values[position...]
  }

  /// Whether most of the run that the sequence stands in is misread UTF-8.
  ///
  /// If not, it is another encoding, which has such sequences by chance.
  private static func isSupported(_ sequence: Sequence, in text: ScalarText) -> Bool {
    var start = sequence.range.lowerBound
    while sequence.range.lowerBound - start < 24, isHigh(text[start - 1]) { start -= 1 }
    var end = sequence.range.upperBound
    while end - sequence.range.upperBound < 24, isHigh(text[end]) { end += 1 }
    var covered = 0
    var index = start
    while index < end {
      if let found = Self.sequence(at: index, in: text) {
        covered += found.range.count
        index = found.range.upperBound
      } else {
        index += 1
      }
    }
    return sequence.range.count == 2 ? covered == end - start : covered * 5 >= (end - start) * 3
  }

  private static func isHigh(_ scalar: UInt32) -> Bool { scalar >= 0x80 && Windows1252.byte(of: scalar) != nil }

  /// Whether the scalars outside ASCII of a range are sequences of UTF-8 through and through.
  static func isMisreadUTF8(_ text: ScalarText, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] < 0x80 {
        index += 1
      } else if let found = sequence(at: index, in: text), found.range.count > 1 {
        index = found.range.upperBound
      } else {
        return false
      }
    }
    return true
  }

  // MARK: Sequences

  /// One misread character.
  private struct Sequence {
    let range: Range<Int>
    let scalars: [UInt32]
    /// Whether real text may hold it by chance.
    let mayBeChance: Bool
  }

  /// The sequences of UTF-8 in a text whose scalars stand for bytes.
  private static func sequences(in text: ScalarText) -> [Sequence] {
    var result: [Sequence] = []
    var index = 0
    while index < text.count {
      if text.values[index] >= 0x80, let found = sequence(at: index, in: text) {
        result.append(found)
        index = found.range.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  private static func sequence(at index: Int, in text: ScalarText) -> Sequence? {
    let first = text[index]
    guard let lead = Windows1252.byte(of: first), lead >= 0xC2, lead <= 0xF4 else {
      return strayControl(at: index, in: text)
    }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      guard let byte = Windows1252.byte(of: text[index + offset]), byte & 0xC0 == 0x80 else {
        return lostQuote(at: index, read: offset, in: text)
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard isWhole(value, length: length) else { return nil }
    return Sequence(
      range: index..<(index + length), scalars: [value],
      mayBeChance: length == 2 && mayBeChance(lead, text[index + 1], value, followedBy: text[index + 2]))
  }

  private static func isWhole(_ value: UInt32, length: Int) -> Bool {
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    return value >= least && Unicode.Scalar(value) != nil && value != 0xFFFD && !(0x80..<0xA0).contains(value)
      && !(0xFFFE...0xFFFF).contains(value)
  }

  /// Two bytes: a capital letter and a mark behind it may be what the writer meant.
  ///
  /// `Ã` and `Â` with a sign of Latin-1 are not; with a quotation mark or dash they are only where a letter follows.
  private static func mayBeChance(_ lead: UInt8, _ second: UInt32, _ value: UInt32, followedBy next: UInt32) -> Bool {
    if lead > 0xC5 { return true }
    let isMark = second > 0xFF || second == 0xAB || second == 0xBB || second == 0xA0
    if lead == 0xC2 { return second > 0xBF }
    if lead == 0xC3 { return isMark && !next.isASCIILetter }
    return second > 0xFF && !next.isASCIILetter
  }

  /// `â€` alone: the third byte of ” (9D) is none of Windows-1252, and some decoders drop it.
  private static func lostQuote(at index: Int, read: Int, in text: ScalarText) -> Sequence? {
    guard read == 2, text[index] == 0xE2, text[index + 1] == 0x20AC else { return nil }
    return Sequence(range: index..<(index + 2), scalars: [0x201D], mayBeChance: true)
  }

  /// A C1 control where Windows-1252 has a mark: `it\u{92}s`.
  private static func strayControl(at index: Int, in text: ScalarText) -> Sequence? {
    guard let scalar = Windows1252.scalar(of: text[index]), text[index] != 0x85 else { return nil }
    return Sequence(range: index..<(index + 1), scalars: [scalar], mayBeChance: false)
  }
}
