/// Readings of the characters in general use, spread out for look-up by code point.
///
/// The tables come with the program, so names can be matched where no dictionary is installed.
enum ReadingTable {
  /// Pinyin with tone numbers, `v` for `ü`, most usual first; empty for a character that is not in the table.
  static func mandarin(_ scalar: UInt32) -> [String] { mandarinReadings[scalar] ?? [] }
  /// Jyutping without tones.
  static func cantonese(_ scalar: UInt32) -> [String] { cantoneseReadings[scalar] ?? [] }

  private static let mandarinReadings = spread(mandarinTable)
  private static let cantoneseReadings = spread(cantoneseTable)

  /// Reads `syllable` `characters` `syllable` `characters` ...
  private static func spread(_ table: String) -> [UInt32: [String]] {
    var result: [UInt32: [String]] = [:]
    result.reserveCapacity(8200)
    var syllable = ""
    var isReading = false
    for scalar in table.unicodeScalars {
      if scalar.isASCII {
        if !isReading { syllable = "" }
        isReading = true
        syllable.unicodeScalars.append(scalar)
      } else {
        isReading = false
        result[scalar.value, default: []].append(syllable)
      }
    }
    return result
  }
}
