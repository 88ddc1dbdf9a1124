import Lexicon
import TextCore

/// Reads Chinese text aloud: pinyin for words and names.
///
/// It knows the readings of the characters in general use by itself; a dictionary adds the rare ones. Words in which a
/// character has another reading come from a list of our own, and surnames have their own readings where the text is
/// a person's name. Not ICU's transliterator: that one is slow to open and wrong in 重庆, 厦门, 六安 or 银行行长.
public struct PinyinReader: Sendable {
  /// How the text is meant.
  public enum Use: Hashable, Sendable {
    /// A word, a phrase or running text.
    case words
    /// The whole name of a Chinese person, surname first.
    case personName
  }

  /// Gives the toned pinyin of a character, the most usual first; empty for an unknown one.
  public typealias Readings = @Sendable (_ scalar: UInt32) -> [String]

  private let dictionary: Readings?

  /// Creates a reader that asks `dictionary` for the characters it does not know itself.
  public init(dictionary: Readings? = nil) { self.dictionary = dictionary }

  /// Creates a reader that asks the compiled readings for the characters it does not know itself.
  public init(_ dictionary: HanReadings) { self.init { dictionary.readings(of: $0) } }

  /// The readings of one character out of context, the most usual first; empty for an unknown one.
  public func readings(of scalar: UInt32) -> [PinyinSyllable] {
    let folded = Folding.simplified(scalar)
    let own = ReadingTable.mandarin(folded)
    let written = own.isEmpty ? dictionary?(scalar) ?? [] : own
    return written.compactMap { PinyinSyllable($0) }
  }

  /// A syllable for each Unicode scalar of the text; nil for what is no Han character or has no known reading.
  ///
  /// Costs one pass.
  public func syllables(of chinese: some StringProtocol, as use: Use = .words) -> [PinyinSyllable?] {
    let scalars = String(chinese).unicodeScalars.map { Folding.simplified($0.value) }
    var result = [PinyinSyllable?](repeating: nil, count: scalars.count)
    var index = 0
    while index < scalars.count {
      if let word = word(in: scalars, at: index) {
        for (offset, syllable) in word.syllables.enumerated() { result[index + offset] = syllable }
        index += word.scalars.count
      } else {
        if scalars[index].isHan { result[index] = usualReading(of: scalars[index], asHead: index > 0 && use == .words) }
        index += 1
      }
    }
    if use == .personName { readSurname(of: scalars, into: &result) }
    return result
  }

  /// The text in pinyin with tone marks.
  ///
  /// Han characters that stand together are joined; a person's name is two capitalised words: `Mǎ Yún`. What is not Han
  /// stays as it is.
  public func pinyin(of chinese: some StringProtocol, as use: Use = .words) -> String {
    let scalars = Array(String(chinese).unicodeScalars)
    let syllables = syllables(of: chinese, as: use)
    if use == .personName, let name = PersonName(chinese: String(chinese), reader: self) { return name.pinyin }
    var result = ""
    var run: [PinyinSyllable] = []
    for (scalar, syllable) in zip(scalars, syllables) {
      if let syllable {
        run.append(syllable)
        continue
      }
      result += Pinyin.joined(run)
      run = []
      result.unicodeScalars.append(scalar)
    }
    return result + Pinyin.joined(run)
  }

  /// The letters of the reading, `v` for `ü`, without tones or separators: `taobaocun`.
  ///
  /// Other characters are dropped, ASCII letters and digits kept in lower case.
  public func flatPinyin(of chinese: some StringProtocol, as use: Use = .words) -> String {
    var result = ""
    for (scalar, syllable) in zip(String(chinese).unicodeScalars, syllables(of: chinese, as: use)) {
      if let syllable {
        result += syllable.flat
      } else if scalar.value.isASCIILetter || scalar.value.isASCIIDigit {
        result += scalar.properties.lowercaseMapping
      }
    }
    return result
  }

  /// The first letter of each syllable: `tbc`.
  public func initials(of chinese: some StringProtocol, as use: Use = .words) -> String {
    String(syllables(of: chinese, as: use).compactMap { $0?.flat.first })
  }

  private func word(in scalars: [UInt32], at index: Int) -> PinyinOverrides.Word? {
    PinyinOverrides.words(beginningWith: scalars[index]).first { word in
      index + word.scalars.count <= scalars.count
        && scalars[index..<index + word.scalars.count].elementsEqual(word.scalars)
    }
  }

  private func usualReading(of scalar: UInt32, asHead: Bool) -> PinyinSyllable? {
    switch scalar {
    case 0x957F where !asHead: PinyinSyllable(letters: "chang", tone: 2)  // 长 before a word is long, after one a head
    case 0x7684: PinyinSyllable(letters: "de", tone: 5)  // 的
    case 0x4E86: PinyinSyllable(letters: "le", tone: 5)  // 了
    case 0x7740: PinyinSyllable(letters: "zhe", tone: 5)  // 着
    default: readings(of: scalar).first
    }
  }

  private func readSurname(of scalars: [UInt32], into syllables: inout [PinyinSyllable?]) {
    switch Surnames.length(in: scalars) {
    case 2:
      guard let both = Surnames.compoundReading(scalars[0], scalars[1]) else { return }
      syllables[0] = PinyinSyllable(both.0)
      syllables[1] = PinyinSyllable(both.1)
    case 1:
      if let own = Surnames.reading(scalars[0]).flatMap({ PinyinSyllable($0) }) { syllables[0] = own }
    default: return
    }
  }
}
