import Names

/// What a Chinese term is looked up by when somebody types its reading.
struct PinyinKeys: Hashable {
  /// Letters only, without tones, `v` for `ü`: `taobaocun`.
  let flat: String
  /// The first letter of each syllable: `tbc`; nil where the syllables cannot be told apart.
  let initials: String?
  /// The tone of each syllable; nil where none is written.
  ///
  /// Empty where the syllables cannot be told apart.
  let tones: [Int?]

  /// Reads pinyin with tone marks, with tone digits, or with neither: `Táobǎo cūn`, `tao2bao3 cun1`, `taobaocun`.
  ///
  /// Nil for text without a letter of pinyin.
  init?(_ text: String) {
    if let syllables = Pinyin.syllables(in: text) {
      var letters = String.UnicodeScalarView()
      var first = String.UnicodeScalarView()
      for syllable in syllables {
        for (index, scalar) in syllable.letters.unicodeScalars.enumerated() {
          letters.append(scalar == "ü" ? "v" : scalar)
          if index == 0 { first.append(scalar) }
        }
      }
      flat = String(letters)
      initials = String(first)
      tones = syllables.map(\.tone)
    } else {
      flat = Pinyin.flat(text)
      initials = nil
      tones = []
    }
    if flat.isEmpty { return nil }
  }

  /// Whether some syllable carries a tone.
  var hasTones: Bool { tones.contains { $0 != nil && $0 != 5 } }

  /// Whether no syllable has another tone than the same one of `other`; a syllable without a tone agrees with any.
  func agrees(with other: PinyinKeys) -> Bool {
    tones.count == other.tones.count
      && zip(tones, other.tones).allSatisfy { mine, theirs in mine == nil || theirs == nil || mine == theirs }
  }
}
