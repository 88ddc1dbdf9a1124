import Lexicon
import TextCore

/// How an English spelling stands for a Chinese name.
public struct NameMatch: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Hanyu pinyin, surname first or last.
    case pinyin
    /// Wade-Giles, Tongyong or another spelling of the Mandarin reading.
    case wadeGiles
    /// A Hong Kong spelling of the Cantonese reading.
    case cantonese
    /// The whole name nearly: one syllable is spelled in a way of its own.
    case approximate
    /// The surname, and the initials of the given name.
    case initials
    /// The surname alone, with a given name of another language or none: a candidate, no match by itself.
    case surnameOnly
  }
  public var kind: Kind
  /// From 0 to 1.
  ///
  /// Above 0.5 the name itself agrees, not the surname alone.
  public var confidence: Double
}

/// Compares Chinese personal names with English spellings.
public struct NameMatcher: Sendable {
  private let reader: PinyinReader

  /// Creates a matcher; names of characters that the reader does not know are not matched.
  public init(reader: PinyinReader = PinyinReader()) { self.reader = reader }

  /// Creates a matcher that has Mandarin and Cantonese readings from the compiled ones, where there are any.
  public init(readings: HanReadings?) { self.init(reader: readings.map { PinyinReader($0) } ?? PinyinReader()) }

  /// How well the English spelling fits the Chinese name, or nil if it does not.
  ///
  /// A Western name before the surname is allowed (`Vincent CHENG Wing-shun`), so is the surname last (`Kai-Fu Lee`).
  /// Costs a few thousand byte comparisons.
  public func score(chinese: String, english: String) -> NameMatch? {
    guard let name = SpelledName(chinese: chinese, reader: reader) else { return nil }
    return score(name, EnglishName(english))
  }

  /// The match of each English spelling with the Chinese name, in the same order; nil where it does not fit.
  ///
  /// Cheaper than asking for one at a time.
  public func scores(chinese: String, english: [EnglishName]) -> [NameMatch?] {
    guard let name = SpelledName(chinese: chinese, reader: reader) else { return english.map { _ in nil } }
    return english.map { score(name, $0) }
  }

  func score(_ name: SpelledName, _ english: EnglishName) -> NameMatch? {
    var best: NameMatch?
    for place in english.words.indices {
      for width in 1...2 where place + width <= english.words.count {
        let word = english.words[place..<place + width].map(\.letters).joined()
        for system in name.systems(ofSurname: word) {
          let after = Array(english.words[(place + width)...])
          let before = Array(english.words[..<place])
          guard let found = match(name, system: system, before: before, after: after) else { continue }
          if found.confidence > best?.confidence ?? 0 { best = found }
        }
      }
    }
    return best
  }

  /// Matches the given name against what stands after the surname, or before it.
  private func match(
    _ name: SpelledName, system: SpelledName.System, before: [EnglishName.Word], after: [EnglishName.Word]
  ) -> NameMatch? {
    var best: NameMatch?
    func offer(_ kind: NameMatch.Kind, _ confidence: Double) {
      if confidence > best?.confidence ?? 0 { best = NameMatch(kind: kind, confidence: confidence) }
    }
    for isAfter in [true, false] {
      // The given name is the words next to the surname; others may be a Western name.
      let words = isAfter ? after : before
      let penalty = isAfter ? (before.isEmpty ? 0 : 0.02) : (after.isEmpty ? 0.05 : 0.1)
      guard !words.isEmpty, words.count <= 4 else { continue }
      for count in 1...words.count {
        let part = isAfter ? words.prefix(count) : words.suffix(count)
        let rest = words.count - count
        let lost = penalty + Double(rest) * 0.03
        if let (kind, confidence) = givenMatch(name, Array(part), surnameSystem: system) {
          offer(kind, confidence - lost)
        }
        if name.matchesInitials(Array(part)) { offer(.initials, 0.5 - lost) }
      }
    }
    if best == nil {
      guard before.count + after.count <= 2 else { return nil }
      // A whole other Chinese given name speaks against the surname.
      let others = before + after
      if others.contains(where: { $0.isHyphenated }) { return nil }
      offer(.surnameOnly, before.isEmpty && after.isEmpty ? 0.35 : before.isEmpty ? 0.2 : 0.3)
      if system == .alias { best?.confidence -= 0.02 }
    }
    return best
  }

  private func givenMatch(
    _ name: SpelledName, _ part: [EnglishName.Word], surnameSystem: SpelledName.System
  ) -> (NameMatch.Kind, Double)? {
    let pieces = part.flatMap(\.pieces)
    var best: (NameMatch.Kind, Double)?
    for system in SpelledName.System.ofGivenNames where name.given(pieces, isSpelledIn: system) {
      let agrees = system == surnameSystem
      let (kind, confidence): (NameMatch.Kind, Double) =
        switch system {
        case .pinyin: (.pinyin, agrees ? 1 : 0.88)
        case .wadeGiles: (.wadeGiles, agrees ? 0.95 : 0.85)
        case .cantonese: (.cantonese, agrees || surnameSystem == .alias ? 0.93 : 0.75)
        default: (.wadeGiles, 0.82)
        }
      if confidence > best?.1 ?? 0 { best = (kind, confidence) }
    }
    if best == nil, name.givenNearly(pieces) { best = (.approximate, 0.6) }
    return best
  }
}
