import Lexicon
import TextCore

/// The name of a Chinese person: surname and given name in Chinese characters, and how they are read.
public struct PersonName: Hashable, Sendable {
  /// One or two characters, Simplified.
  public let surname: String
  /// One or two characters, seldom three, Simplified.
  public let given: String
  /// The reading of the surname.
  public let surnameSyllables: [PinyinSyllable]
  /// The reading of the given name.
  public let givenSyllables: [PinyinSyllable]

  /// Splits a Chinese name of two to five characters.
  ///
  /// Nil for text that does not begin with a surname, or holds anything but Han characters whose reading is known.
  public init?(chinese: String, reader: PinyinReader = PinyinReader()) {
    let scalars = chinese.unicodeScalars.map { Folding.simplified($0.value) }
    guard (2...5).contains(scalars.count), scalars.allSatisfy(\.isHan) else { return nil }
    let cut = Surnames.length(in: scalars)
    guard cut > 0, scalars.count - cut <= 3 else { return nil }
    let syllables = reader.syllables(of: chinese, as: .personName).compactMap(\.self)
    guard syllables.count == scalars.count else { return nil }
    surname = Self.string(scalars[..<cut])
    given = Self.string(scalars[cut...])
    surnameSyllables = Array(syllables[..<cut])
    givenSyllables = Array(syllables[cut...])
  }

  /// The name with tone marks, as the Chinese standard GB/T 28039 writes it: `Mǎ Yún`, `Ōuyáng Xiū`.
  public var pinyin: String {
    Self.capitalised(Pinyin.joined(surnameSyllables)) + " " + Self.capitalised(Pinyin.joined(givenSyllables))
  }

  /// The name as English text has it: `Huang Liandong`, `Li Xi'an`; `ü` stays.
  public var english: String {
    Self.capitalised(Pinyin.joined(surnameSyllables, marked: false)) + " "
      + Self.capitalised(Pinyin.joined(givenSyllables, marked: false))
  }

  /// What the Chinese and the English spelling of one name share: `huang liandong`.
  public var key: String { surnameSyllables.map(\.flat).joined() + " " + givenSyllables.map(\.flat).joined() }

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func string(_ scalars: ArraySlice<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(view)
  }
}
