/// How far the sounds of a Chinese transliteration are from those of a foreign name.
enum SoundDistance {
  /// 0 to 1: one less the cost of the best alignment over the weight of the longer name.
  ///
  /// A consonant weighs 1, a vowel 0.22. Costs the product of the lengths, of which at most 64 sounds count.
  static func similarity(chinese: [UInt8], english: [UInt8]) -> Double {
    let chinese = Array(chinese.prefix(64))
    let english = Array(english.prefix(64))
    let weight = max(weight(chinese), weight(english))
    guard weight > 0 else { return 0 }
    let alike = max(0, 1 - cost(chinese, english) / weight)
    // Short names agree by chance.
    return min(consonants(chinese), consonants(english)) < 2 ? alike * 0.5 : alike
  }

  private static func cost(_ a: [UInt8], _ b: [UInt8]) -> Double {
    var row = [0.0]
    row.reserveCapacity(b.count + 1)
    let added = b.indices.map { addition(b[$0], before: $0 + 1 < b.count ? b[$0 + 1] : 0) }
    for extra in added { row.append(row[row.count - 1] + extra) }
    for sound in a {
      let lost = loss(sound)
      var diagonal = row[0]
      row[0] += lost
      for (index, other) in b.enumerated() {
        let best = min(diagonal + change(sound, other), row[index + 1] + lost, row[index] + added[index])
        diagonal = row[index + 1]
        row[index + 1] = best
      }
    }
    return row[b.count]
  }

  /// The cost of a sound of the Chinese name that the other has not: Chinese puts a vowel behind every consonant.
  private static func loss(_ sound: UInt8) -> Double {
    if NameSounds.isVowel(sound) { return 0.22 }
    switch sound {
    case UInt8(ascii: "r"): return 0.3
    case UInt8(ascii: "H"): return 0.4
    default: return 1
    }
  }

  /// The cost of a sound that the Chinese name leaves out: an r or l that ends a syllable, an h, a vowel.
  private static func addition(_ sound: UInt8, before next: UInt8) -> Double {
    if NameSounds.isVowel(sound) { return 0.22 }
    switch sound {
    case UInt8(ascii: "L"): return NameSounds.isVowel(next) ? 0.9 : 0.35
    case UInt8(ascii: "H"): return 0.35
    case UInt8(ascii: "G"): return 0.8
    default: return 0.95
    }
  }

  private static func change(_ a: UInt8, _ b: UInt8) -> Double {
    if a == b { return 0 }
    if NameSounds.isVowel(a), NameSounds.isVowel(b) { return nearVowels.contains(pair(a, b)) ? 0.12 : 0.25 }
    return near[pair(a, b)] ?? 1.1
  }

  private static func pair(_ a: UInt8, _ b: UInt8) -> UInt16 { UInt16(min(a, b)) << 8 | UInt16(max(a, b)) }

  private static let nearVowels: Set<UInt16> = Set(["ei", "ou", "ae", "ao"].map { pair(of: $0) })

  /// Sounds that transliteration takes for each other, and how much that costs.
  private static let near: [UInt16: Double] = Dictionary(
    [
      ("PF", 0.5), ("FV", 0.1), ("VW", 0.1), ("FW", 0.3), ("PV", 0.4), ("PW", 0.6), ("KH", 0.4), ("KC", 0.45),
      ("CS", 0.4),
      ("CT", 0.6), ("ST", 0.6), ("MN", 0.35), ("LN", 0.7), ("JC", 0), ("GC", 0.1), ("GK", 0.1), ("JH", 0.2),
      ("Ji", 0.2),
      ("XC", 0), ("XK", 0.2), ("XS", 0.3), ("XH", 0.3), ("JS", 0.4), ("GH", 0.4), ("HS", 0.5), ("Lr", 0.05),
      ("Wu", 0.2),
      ("Wo", 0.3), ("Vu", 0.3), ("Gi", 0.3), ("HF", 0.5),
    ].map { (pair(of: $0.0), $0.1) }, uniquingKeysWith: { first, _ in first })

  private static func pair(of letters: String) -> UInt16 {
    let bytes = Array(letters.utf8)
    return pair(bytes[0], bytes[1])
  }

  private static func weight(_ sounds: [UInt8]) -> Double {
    sounds.reduce(0) { sum, sound in
      sum + (NameSounds.isVowel(sound) ? 0.22 : sound == UInt8(ascii: "r") || sound == UInt8(ascii: "H") ? 0.4 : 1)
    }
  }

  private static func consonants(_ sounds: [UInt8]) -> Int { sounds.count { !NameSounds.isVowel($0) } }
}
