import TextCore

/// UTF-8 read as Windows-1252 or Latin-1, once or several times over: `donâ€™t`, `cafÃ©`, `Ã¢â‚¬â„¢`.
///
/// Each sequence of UTF-8 is undone by itself, as often as it is one. Sequences that real text may hold by chance (`É™`,
/// `IRMÃ”`) need a neighbour that shows the same damage.
struct Mojibake: DamageMechanism {
  var signs: DamageSigns { .latinRun }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    let runs = Self.wholeRuns(in: text)
    let sequences = Self.sequences(in: text, outside: runs.map(\.range)).filter { Self.isSupported($0, in: text) }
    let isDamaged = !runs.isEmpty || sequences.contains { !$0.mayBeChance }
    var edits = runs.compactMap { Self.edit(for: $0.range, read: $0.scalars, isWhole: true, in: text) }
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
      let scalars = group.flatMap(\.scalars)
      if let edit = Self.edit(for: range, read: scalars, isWhole: false, in: text) { edits.append(edit) }
    }
    return edits.sorted { $0.span < $1.span }
  }

  /// The edit for a range whose first level was read as `values`.
  ///
  /// Under a whole run the next level is a whole run too, or another encoding.
  private static func edit(
    for range: Range<Int>, read values: [UInt32], isWhole: Bool, in text: ScalarText
  ) -> RepairEdit? {
    var values = values
    var levels = 1
    while levels < maximumLevels {
      if let whole = decoded(values[...]) {
        values = whole
      } else if isWhole {
        break
      } else {
        let inner = sequences(in: ScalarText(Array(String(scalars: values).utf8)), outside: [])
        if inner.isEmpty || inner.allSatisfy(\.mayBeChance) { break }
        values = replaced(values, by: inner)
      }
      levels += 1
    }
    let before = text.string(range)
    let after = String(scalars: values)
    // Controls come up between two levels; at the end of a few they say that this was something else.
    guard after != before, isWhole || !values.contains(where: { (0x80..<0xA0).contains($0) }) else { return nil }
    let times = levels == 1 ? "" : ", \(levels) times over"
    return RepairEdit(
      span: text.span(range), replacement: after, kind: .mojibake, confidence: 0.97,
      reason: "UTF-8 read as Windows-1252\(times): “\(before)” was “\(after)”")
  }

  private static let maximumLevels = 5

  // MARK: Runs that are UTF-8 throughout

  /// The stretches of characters that stand for bytes above 7F, where these bytes are UTF-8 from the first to the last
  /// and too many to be so by chance.
  private static func wholeRuns(in text: ScalarText) -> [(range: Range<Int>, scalars: [UInt32])] {
    var result: [(range: Range<Int>, scalars: [UInt32])] = []
    var index = 0
    while index < text.count {
      guard isHigh(text.values[index]) else {
        index += 1
        continue
      }
      let start = index
      while isHigh(text[index]) { index += 1 }
      if index - start >= 6, let scalars = decoded(text.values[start..<index]) {
        result.append((start..<index, scalars))
      }
    }
    return result
  }

  /// What scalars that stand for bytes spell in UTF-8; nil if one stands for none, or the bytes are not UTF-8.
  private static func decoded(_ values: ArraySlice<UInt32>) -> [UInt32]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count)
    for value in values {
      guard value >= 0x80, let byte = Windows1252.byte(of: value) else { return nil }
      bytes.append(byte)
    }
    guard let string = String(validating: bytes, as: UTF8.self) else { return nil }
    let scalars = string.unicodeScalars.map(\.value)
    return isOneScript(scalars) ? scalars : nil
  }

  /// Whether the scalars are letters of one block, or usual ones for the greater part.
  ///
  /// Other encodings give, where they are UTF-8 by chance, letters of many scripts.
  private static func isOneScript(_ scalars: [UInt32]) -> Bool {
    if scalars.contains(0xFFFD) { return false }
    let usual = scalars.count { isUsual($0) || $0 < 0x180 }
    if usual * 4 >= scalars.count * 3 { return true }
    return scalars.allSatisfy { $0 >> 8 == scalars[0] >> 8 }
  }

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
    var long = 0
    var index = start
    while index < end {
      if let found = Self.sequence(at: index, in: text) {
        covered += found.range.count
        if found.range.count >= 3 { long += 1 }
        index = found.range.upperBound
      } else {
        index += 1
      }
    }
    let isWeak = sequence.range.count == 2 || sequence.scalars[0].isHan && long < 3
    return isWeak ? covered == end - start : covered * 5 >= (end - start) * 3
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

  /// The sequences of UTF-8 in a text whose scalars stand for bytes, without those in `runs`.
  private static func sequences(in text: ScalarText, outside runs: [Range<Int>]) -> [Sequence] {
    var result: [Sequence] = []
    var index = 0
    var run = 0
    while index < text.count {
      if run < runs.count, runs[run].lowerBound == index {
        index = runs[run].upperBound
        run += 1
      } else if text.values[index] >= 0x80, let found = sequence(at: index, in: text) {
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
      mayBeChance: length == 2
        ? mayBeChance(lead, text[index + 1], value, followedBy: text[index + 2]) : !isUsual(value))
  }

  private static func isWhole(_ value: UInt32, length: Int) -> Bool {
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    return value >= least && Unicode.Scalar(value) != nil && value != 0xFFFD && !(0xFFFE...0xFFFF).contains(value)
  }

  /// Whether texts are full of such characters beyond the first two thousand: marks, common Han, kana, emoji.
  private static func isUsual(_ value: UInt32) -> Bool {
    switch value {
    case 0x2010...0x2027, 0x2030...0x203E, 0x20AC, 0x2116...0x2122, 0x2190...0x21FF, 0x2500...0x27BF: true
    case 0x3000...0x30FF, 0xFF01...0xFF5E, 0xFFE5, 0x1F300...0x1FAFF, 0x1E00...0x1EFF: true
    default: CommonCharacters.contains(value)
    }
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
    guard let scalar = Windows1252.scalar(of: text[index]), text[index] != 0x85, !text.isLost(near: index..<index + 1)
    else { return nil }
    return Sequence(range: index..<(index + 1), scalars: [scalar], mayBeChance: false)
  }
}
