import Lexicon
import TextCore

/// How the commonest characters of names are read, known without installed data.
///
/// Made once from ``mandarinNameTable`` and ``cantoneseNameTable``.
enum NameReadings {
  /// The Mandarin readings of a folded character, the one it has in names first; empty for one that is not in the table.
  static func mandarin(_ scalar: UInt32) -> [PinyinSyllable] { mandarinReadings[scalar] ?? [] }
  /// The Cantonese readings of a folded character in Jyutping without tones; empty for one that is not in the table.
  static func cantonese(_ scalar: UInt32) -> [String] { cantoneseReadings[scalar] ?? [] }

  private static let mandarinReadings: [UInt32: [PinyinSyllable]] = {
    var usual: [UInt32: [PinyinSyllable]] = [:]
    var seldom: [(scalar: UInt32, reading: PinyinSyllable)] = []
    for line in lines(of: mandarinNameTable) {
      var tone = 0
      var isBracketed = false
      for scalar in line.characters {
        switch scalar {
        case "1"..."4": tone = Int(scalar.value - 0x30)
        case "(", ")": isBracketed = scalar == "("
        default:
          let folded = Folding.simplified(scalar.value)
          let reading = PinyinSyllable(letters: Pinyin.canonicalLetters(line.syllable), tone: tone)
          if isBracketed {
            seldom.append((folded, reading))
          } else {
            usual[folded, default: []].append(reading)
          }
        }
      }
    }
    for (scalar, reading) in seldom { usual[scalar, default: []].append(reading) }
    return usual
  }()

  private static let cantoneseReadings: [UInt32: [String]] = {
    var result: [UInt32: [String]] = [:]
    for line in lines(of: cantoneseNameTable) {
      for scalar in line.characters { result[Folding.simplified(scalar.value), default: []].append(line.syllable) }
    }
    return result
  }()

  /// The lines of a table: a syllable, a space, and what is read so.
  private static func lines(of table: String) -> [(syllable: String, characters: Substring.UnicodeScalarView)] {
    table.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), parts[1].unicodeScalars) : nil
    }
  }
}
