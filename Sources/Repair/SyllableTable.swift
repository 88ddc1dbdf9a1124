/// The syllables of Standard Chinese in pinyin.
enum SyllableTable {
  /// Whether the scalars spell one syllable, in lower case, with at most one tone mark.
  static func isSyllable(_ scalars: ArraySlice<UInt32>) -> Bool {
    guard let (base, tones) = base(of: scalars) else { return false }
    return tones <= 1 && all.contains(base)
  }

  /// Whether one of the scalars bears a tone mark.
  static func isToned(_ scalars: ArraySlice<UInt32>) -> Bool { scalars.contains { toneless[$0] != nil } }

  /// The most letters that a syllable has.
  static let maximumLength = 6

  /// Whether the scalar can be part of a syllable.
  static func isLetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar) || scalar == 0xFC || toneless[scalar] != nil
  }

  /// The syllable without its tone, with `v` for `ü`, and the number of tone marks; nil for other letters.
  private static func base(of scalars: ArraySlice<UInt32>) -> (letters: String, tones: Int)? {
    guard !scalars.isEmpty, scalars.count <= maximumLength else { return nil }
    var letters = ""
    var tones = 0
    for scalar in scalars {
      if let plain = toneless[scalar] {
        letters.unicodeScalars.append(plain)
        tones += 1
      } else if scalar == 0xFC {
        letters.append("v")
      } else if (0x61...0x7A).contains(scalar), let letter = Unicode.Scalar(scalar) {
        letters.unicodeScalars.append(letter)
      } else {
        return nil
      }
    }
    return (letters, tones)
  }

  private static let toneless: [UInt32: Unicode.Scalar] = {
    var result: [UInt32: Unicode.Scalar] = [:]
    let rows: [(plain: Unicode.Scalar, toned: String)] = [
      ("a", "āáǎàă"), ("e", "ēéěèĕ"), ("i", "īíǐìĭ"), ("o", "ōóǒòŏ"), ("u", "ūúǔùŭ"), ("v", "ǖǘǚǜ"), ("n", "ńňǹ"),
      ("m", "ḿ"),
    ]
    for row in rows { for scalar in row.toned.unicodeScalars { result[scalar.value] = row.plain } }
    return result
  }()

  private static let all: Set<String> = {
    var result: Set<String> = []
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      let initial = words[0] == "-" ? "" : String(words[0])
      for final in words.dropFirst() { result.insert(initial + final) }
    }
    return result
  }()

  /// The finals that go with each initial (`-`: none), as they are spelled, with `v` for `ü`.
  private static let table = """
    - a o e ê ai ei ao ou an en ang eng er n ng m yo
    y a e i ao ou an in ang ing o ong u ue uan un ai
    w a o ai ei an en ang eng u
    b a o i u ai ei ao ie iao an en ang eng ian in ing
    p a o i u ai ei ao ou ie iao an en ang eng ian in ing
    m a o e i u ai ei ao ou ie iao iu an en ang eng ian in ing
    f a o u ei ou an en ang eng iao
    d a e i u ai ei ao ou ia ie iao iu uo ui an en ang eng ian ing ong uan un
    t a e i u ai ei ao ou ie iao uo ui an ang eng ian ing ong uan un
    n a e i u v ve ue ai ei ao ou ie iao iu uo an en ang eng ian in iang ing ong uan un
    l a o e i u v ve ue ai ei ao ou ia ie iao iu uo an ang eng ian in iang ing ong uan un
    g a e u ai ei ao ou ua uo uai ui an en ang eng ong uan un uang
    k a e u ai ei ao ou ua uo uai ui an en ang eng ong uan un uang
    h a e u ai ei ao ou ua uo uai ui an en ang eng ong uan un uang m ng
    j i u ia ie iao iu ue ian in iang ing iong uan un
    q i u ia ie iao iu ue ian in iang ing iong uan un
    x i u ia ie iao iu ue ian in iang ing iong uan un
    zh a e i u ai ei ao ou ua uo uai ui an en ang eng ong uan un uang
    ch a e i u ai ao ou ua uo uai ui an en ang eng ong uan un uang
    sh a e i u ai ei ao ou ua uo uai ui an en ang eng uan un uang
    r e i u ao ou ua uo ui an en ang eng ong uan un
    z a e i u ai ei ao ou uo ui an en ang eng ong uan un
    c a e i u ai ei ao ou uo ui an en ang eng ong uan un
    s a e i u ai ei ao ou uo ui an en ang eng ong uan un
    """
}
