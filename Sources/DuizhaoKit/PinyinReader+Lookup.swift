import GlossaryStore
import Lexicon
import Names
import TextCore

extension PinyinReader {
  /// The reading without tones, with a space on both sides of each syllable, and what is not Han as it is; nil when a
  /// character cannot be read.
  fileprivate func spacedLetters(of chinese: String) -> String? {
    var result = String.UnicodeScalarView()
    for (scalar, syllable) in zip(chinese.unicodeScalars, syllables(of: chinese)) {
      if let syllable {
        result.append(" ")
        result.append(contentsOf: syllable.letters.unicodeScalars)
        result.append(" ")
      } else if scalar.value.isHan {
        return nil
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The ways in which a Chinese text may be read, in pinyin with tones, the likeliest first: at most eight.
  ///
  /// After the likeliest reading of the whole those in which one character is read otherwise. What is not Han is left
  /// out; empty when a character has no known reading.
  func likelyReadings(of chinese: String) -> [String] {
    let scalars = Array(chinese.unicodeScalars)
    var syllables: [PinyinSyllable] = []
    var choices: [[PinyinSyllable]] = []
    for (scalar, syllable) in zip(scalars, self.syllables(of: chinese)) where scalar.value.isHan {
      guard let syllable else { return [] }
      syllables.append(syllable)
      choices.append(readings(of: scalar.value).filter { $0.letters != syllable.letters })
    }
    var result = [syllables]
    for (index, others) in choices.enumerated() {
      for other in others where result.count < 8 {
        var reading = syllables
        reading[index] = other
        result.append(reading)
      }
    }
    return result.filter { !$0.isEmpty }.map { $0.map(\.marked).joined(separator: " ") }
  }
}

extension Workspace {
  /// The reading under which a term without pinyin of its own is looked up; nil when a character cannot be read.
  var writtenPinyin: TermReading {
    let reader = pinyinReader
    return { reader.spacedLetters(of: $0) }
  }

  /// How Chinese is read aloud in look-up; the data is opened when the first reading is asked for.
  var lookupReadings: LookupReadings {
    LookupReadings(
      ofText: { self.pinyinReader.likelyReadings(of: $0) }, ofCharacter: { self.pinyinReader.readings(of: $0) })
  }
}
