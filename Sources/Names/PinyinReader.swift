import Lexicon
import TextCore

/// Reads Chinese text aloud: pinyin for words and names.
///
/// By itself it knows the readings of the commonest characters of names; compiled readings add all others. Words in which
/// a character has another reading come from a list of our own, and surnames have their own readings where the text is a
/// person's name. Not ICU's transliterator: that one is slow to open and wrong in 重庆, 厦门, 六安 or 银行行长.
public struct PinyinReader: Sendable {
  /// How the text is meant.
  public enum Use: Hashable, Sendable {
    /// A word, a phrase or running text.
    case words
    /// The whole name of a Chinese person, surname first.
    case personName
  }

  /// Gives the readings of a character, the most usual first; empty for an unknown one.
  public typealias Readings = @Sendable (_ scalar: UInt32) -> [String]

  private let mandarin: Readings?
  private let cantonese: Readings?

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - dictionary: gives toned pinyin where the reader's own table does not reach; nil for none.
  ///   - cantonese: gives Jyutping, likewise.
  public init(dictionary: Readings? = nil, cantonese: Readings? = nil) {
    mandarin = dictionary
    self.cantonese = cantonese
  }

  /// Creates a reader that has Mandarin and Cantonese readings from the compiled ones.
  public init(_ dictionary: HanReadings) {
    self.init(dictionary: { dictionary.readings(of: $0) }, cantonese: { dictionary.cantonese(of: $0) })
  }

  /// The readings of one character out of context, at most three, the one it has in names or else the most usual first;
  /// empty for an unknown one.
  public func readings(of scalar: UInt32) -> [PinyinSyllable] {
    var result = NameReadings.mandarin(Folding.simplified(scalar))
    for reading in foundReadings(of: scalar) where !result.contains(reading) { result.append(reading) }
    return Array(result.prefix(3))
  }

  /// The Cantonese readings of one character in Jyutping without tones, at most two; empty for an unknown one.
  func cantoneseReadings(of scalar: UInt32) -> [String] {
    var result = NameReadings.cantonese(Folding.simplified(scalar))
    for syllable in cantonese?(scalar) ?? [] {
      let letters = String(syllable.prefix { !$0.isNumber })
      if !result.contains(letters) { result.append(letters) }
    }
    return Array(result.prefix(2))
  }

  /// The readings that the dictionary gives; neutral ones only for want of others, since no name has them.
  private func foundReadings(of scalar: UInt32) -> [PinyinSyllable] {
    let found = (mandarin?(scalar) ?? []).compactMap { PinyinSyllable($0) }
    let full = found.filter { (1...4).contains($0.tone) }
    return full.isEmpty ? found : full
  }

  /// The first of ``readings(of:)``, found without asking for the others.
  private func firstReading(of scalar: UInt32) -> PinyinSyllable? {
    NameReadings.mandarin(Folding.simplified(scalar)).first ?? foundReadings(of: scalar).first
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
        if scalars[index].isHan { result[index] = usualReading(of: scalars[index], as: use, isFirst: index == 0) }
        index += 1
      }
    }
    if use == .personName { readSurname(of: scalars, into: &result) }
    return result
  }

  /// Whether every Han character of the text has a known reading.
  public func canRead(_ chinese: some StringProtocol) -> Bool {
    zip(String(chinese).unicodeScalars, syllables(of: chinese)).allSatisfy { !$0.value.isHan || $1 != nil }
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
  /// Other characters, and those of unknown reading, are dropped, ASCII letters and digits kept in lower case.
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

  private func usualReading(of scalar: UInt32, as use: Use, isFirst: Bool) -> PinyinSyllable? {
    if use == .words, let own = readingInWords(of: scalar, isFirst: isFirst) { return own }
    return switch scalar {
    case 0x7684: PinyinSyllable(letters: "de", tone: 5)  // 的
    case 0x4E86: PinyinSyllable(letters: "le", tone: 5)  // 了
    case 0x7740: PinyinSyllable(letters: "zhe", tone: 5)  // 着
    default: firstReading(of: scalar)
    }
  }

  /// The usual reading in words of a character that has another one in names.
  private func readingInWords(of scalar: UInt32, isFirst: Bool) -> PinyinSyllable? {
    switch scalar {
    case 0x957F where !isFirst: PinyinSyllable(letters: "zhang", tone: 3)  // 长 before a word is long, after one a head
    case 0x5C11: PinyinSyllable(letters: "shao", tone: 3)  // 少
    case 0x5E72: PinyinSyllable(letters: "gan", tone: 4)  // 干
    case 0x66FE: PinyinSyllable(letters: "ceng", tone: 2)  // 曾
    case 0x90FD: PinyinSyllable(letters: "dou", tone: 1)  // 都
    default: nil
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
