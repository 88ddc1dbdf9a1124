import Lexicon
import TextCore

/// A Chinese name with the English spellings of its characters in every system.
struct SpelledName: Sendable {
  enum System: Hashable, Sendable {
    case pinyin, wadeGiles, cantonese, alias
    /// Any mixture of the Mandarin spellings, and of Cantonese ones.
    case mixedMandarin
    static let ofGivenNames: [System] = [.pinyin, .wadeGiles, .cantonese, .mixedMandarin]
  }

  /// The spellings of one character.
  struct Spellings: Sendable {
    var pinyin: Set<String> = []
    var wadeGiles: Set<String> = []
    var variants: Set<String> = []
    var cantonese: Set<String> = []

    func contains(_ letters: String, in system: System) -> Bool {
      switch system {
      case .pinyin: pinyin.contains(letters)
      case .wadeGiles: wadeGiles.contains(letters)
      case .cantonese: cantonese.contains(letters)
      case .mixedMandarin: pinyin.contains(letters) || wadeGiles.contains(letters) || variants.contains(letters)
      case .alias: false
      }
    }

    func spellings(in system: System) -> Set<String> {
      switch system {
      case .pinyin: pinyin
      case .wadeGiles: wadeGiles
      case .cantonese: cantonese
      case .mixedMandarin: pinyin.union(wadeGiles).union(variants)
      case .alias: []
      }
    }

    func contains(_ letters: String) -> Bool {
      contains(letters, in: .mixedMandarin) || cantonese.contains(letters)
    }

    var all: Set<String> { pinyin.union(wadeGiles).union(variants).union(cantonese) }
  }

  private let given: [Spellings]
  /// The systems in which a spelling of the surname is one.
  private let surnames: [String: [System]]

  init?(chinese: String, reader: PinyinReader) {
    let scalars = chinese.unicodeScalars.map { Folding.simplified($0.value) }
    guard (2...5).contains(scalars.count), scalars.allSatisfy(\.isHan) else { return nil }
    let cut = Surnames.length(in: scalars)
    guard cut > 0 else { return nil }
    let usual = reader.syllables(of: chinese, as: .personName)
    let surname = (0..<cut).map { Self.spellings(of: scalars[$0], usual: usual[$0], others: false, reader: reader) }
    given = (cut..<scalars.count).map {
      Self.spellings(of: scalars[$0], usual: usual[$0], others: true, reader: reader)
    }
    let written = String(String.UnicodeScalarView(scalars[..<cut].compactMap { Unicode.Scalar($0) }))
    surnames = Self.surnames(surname, aliases: SurnameAliases.spellings(of: written))
  }

  private static func surnames(_ characters: [Spellings], aliases: [String]) -> [String: [System]] {
    var result: [String: [System]] = [:]
    for system in [System.pinyin, .wadeGiles, .cantonese] {
      for spelling in joined(characters.map { $0.spellings(in: system) }) {
        result[spelling, default: []].append(system)
      }
    }
    for spelling in joined(characters.map { $0.spellings(in: .mixedMandarin) }) where result[spelling] == nil {
      result[spelling] = [.mixedMandarin]
    }
    for alias in Set(aliases) { result[alias, default: []].append(.alias) }
    return result
  }

  /// Every way to write one spelling of each character behind the other.
  private static func joined(_ characters: [Set<String>]) -> Set<String> {
    characters.reduce([""]) { starts, spellings in
      Set(starts.flatMap { start in spellings.map { start + $0 } })
    }
  }

  /// The systems in which `letters` spells the surname.
  func systems(ofSurname letters: String) -> [System] { surnames[letters] ?? [] }

  /// Whether the pieces (`chia`, `lung`) or their joined letters spell the given name in one system.
  ///
  /// Pieces that the writer kept apart must agree with the characters.
  func given(_ pieces: [String], isSpelledIn system: System) -> Bool {
    if pieces.count > 1, pieces.count == given.count {
      return zip(pieces, given).allSatisfy { $1.contains($0, in: system) }
    }
    guard pieces.count == 1 else { return false }
    return isSpelled(given[...], pieces[0][...], system)
  }

  /// Whether all characters but one are spelled by a system, and that one by nearly its spelling.
  func givenNearly(_ pieces: [String]) -> Bool {
    guard given.count == 2 else { return false }
    if pieces.count == 2 {
      return given[0].contains(pieces[0]) && isNear(pieces[1], given[1])
        || given[1].contains(pieces[1]) && isNear(pieces[0], given[0])
    }
    guard pieces.count == 1, pieces[0].count >= 5 else { return false }
    let letters = pieces[0]
    for first in given[0].all where letters.hasPrefix(first) && letters.count - first.count >= 3 {
      if isNear(String(letters.dropFirst(first.count)), given[1]) { return true }
    }
    for second in given[1].all where letters.hasSuffix(second) && letters.count - second.count >= 3 {
      if isNear(String(letters.dropLast(second.count)), given[0]) { return true }
    }
    return false
  }

  /// Whether single letters are the initials of the given name: `C` and `C` those of Chao-chung.
  func matchesInitials(_ words: [EnglishName.Word]) -> Bool {
    let letters = words.flatMap(\.pieces)
    guard letters.allSatisfy({ $0.count == 1 }) else { return false }
    if letters.count == given.count {
      return zip(letters, given).allSatisfy { letter, spellings in spellings.all.contains { $0.hasPrefix(letter) } }
    }
    return letters.count == 1 && given.first?.all.contains { $0.hasPrefix(letters[0]) } == true
  }

  private func isNear(_ letters: String, _ spellings: Spellings) -> Bool {
    letters.count >= 2
      && spellings.all.contains { spelling in
        spelling.count >= 2 && spelling.first == letters.first && isAtMostOneLetterOff(letters, spelling)
      }
  }

  private func isSpelled(_ characters: ArraySlice<Spellings>, _ letters: Substring, _ system: System) -> Bool {
    guard let first = characters.first else { return letters.isEmpty }
    let rest = characters.dropFirst()
    for length in stride(from: min(letters.count, 7), through: 1, by: -1) {
      if first.contains(String(letters.prefix(length)), in: system), isSpelled(rest, letters.dropFirst(length), system)
      {
        return true
      }
    }
    return false
  }

  /// The spellings of a character: of its usual reading, and where asked for, of its other ones too.
  private static func spellings(
    of scalar: UInt32, usual: PinyinSyllable?, others: Bool, reader: PinyinReader
  ) -> Spellings {
    var result = Spellings()
    var readings = usual.map { [$0] } ?? []
    for reading in others ? reader.readings(of: scalar) : []
    where !readings.contains(where: { $0.letters == reading.letters }) {
      readings.append(reading)
    }
    for reading in readings {
      result.pinyin.formUnion(pinyinSpellings(of: reading))
      result.wadeGiles.insert(WadeGiles.spelling(of: reading))
      result.variants.formUnion(WadeGiles.variants(of: reading))
    }
    for reading in reader.cantoneseReadings(of: scalar) {
      result.cantonese.formUnion(Cantonese.spellings(ofJyutping: reading))
    }
    return result
  }

  /// `lü`, without its dots `lu`, and as passports have it `lyu`.
  private static func pinyinSpellings(of syllable: PinyinSyllable) -> [String] {
    guard syllable.letters.contains("ü") else { return [syllable.letters] }
    return ["u", "v", "yu"].map { syllable.letters.replacing("ü", with: $0) }
  }
}

/// Whether two words differ by one letter: wrong, missing or too many.
private func isAtMostOneLetterOff(_ a: String, _ b: String) -> Bool {
  let a = Array(a.utf8)
  let b = Array(b.utf8)
  if abs(a.count - b.count) > 1 { return false }
  var start = 0
  while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
  var end = 0
  while end < a.count - start, end < b.count - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
  return max(a.count, b.count) - start - end <= 1
}
