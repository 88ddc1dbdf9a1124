/// How Hong Kong's registers spell Cantonese names.
///
/// There is no standard: a syllable has several usual spellings.
enum Cantonese {
  /// The spellings of a Jyutping syllable without tone, lower case.
  ///
  /// Made by rule from its initial and final.
  static func spellings(ofJyutping syllable: String) -> Set<String> {
    if let whole = wholes[syllable] { return Set(whole) }
    let initial = initialNames.first { syllable.hasPrefix($0) } ?? ""
    let final = String(syllable.dropFirst(initial.count))
    guard let tails = finals[final] else { return [] }
    var result: Set<String> = []
    for head in initials[initial] ?? [initial] {
      for tail in tails { result.insert(head == "y" && tail.hasPrefix("y") ? tail : head + tail) }
    }
    if initial == "j", final.hasPrefix("i"), final != "ing", final != "ik" {  // Ip, Yip; Im, Yim
      for tail in tails { result.insert(tail) }
    }
    return result
  }

  /// The spelling that names most often have; the letters of the syllable themselves for one that is not known.
  static func usualSpelling(ofJyutping syllable: String) -> String {
    if let whole = wholes[syllable]?.first { return whole }
    let initial = initialNames.first { syllable.hasPrefix($0) } ?? ""
    guard let tail = finals[String(syllable.dropFirst(initial.count))]?.first else { return syllable }
    return (initials[initial]?.first ?? initial) + tail
  }

  private static let initialNames = [
    "gw", "kw", "ng", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "z", "c", "s", "j", "w",
  ]

  private static let initials: [String: [String]] = [
    "b": ["p", "b"], "p": ["p"], "d": ["t", "d"], "g": ["k", "g"], "gw": ["kw", "gw"], "kw": ["kw"],
    "z": ["ch", "ts", "j", "tz"], "c": ["ch", "ts"], "s": ["s", "sh"], "j": ["y"], "ng": ["ng", ""], "": ["", "ng"],
  ]

  private static let finals: [String: [String]] = [
    "a": ["a", "ah"], "aa": ["a", "ah", "ar"], "aai": ["ai"], "aau": ["au", "aau"], "aam": ["am", "aam"],
    "aan": ["an", "aan"],
    "aang": ["ang", "aang"], "aap": ["ap", "aap"], "aat": ["at", "aat"], "aak": ["ak", "aak"], "ai": ["ai", "y", "ay"],
    "au": ["au", "ow"], "am": ["am", "um"], "an": ["an", "un"], "ang": ["ang", "eng", "ung"], "ap": ["ap", "up"],
    "at": ["at", "ut"], "ak": ["ak", "uk"], "e": ["e", "eh"], "ei": ["ei", "i", "ay", "ee", "y", "ey"], "eu": ["eu"],
    "eng": ["eng", "ing"], "ek": ["ek", "ik", "eck"], "i": ["i", "ee", "ze", "e"], "iu": ["iu", "ew"],
    "im": ["im"], "in": ["in"], "ing": ["ing"], "ip": ["ip"], "it": ["it"], "ik": ["ik", "ick"],
    "o": ["o", "or", "aw", "oh"], "oi": ["oi", "oy"], "ou": ["o", "ou", "oo"], "on": ["on"], "ong": ["ong"],
    "ot": ["ot"], "ok": ["ok", "oc"], "u": ["u", "oo"], "ui": ["ui"], "un": ["un", "oon"], "ung": ["ung"],
    "ut": ["ut", "oot"], "uk": ["uk", "ook"], "oe": ["eu", "oe"], "oeng": ["eung", "eong"], "oek": ["euk", "eok"],
    "eoi": ["ui"], "eon": ["un", "eun"], "eot": ["ut", "eut"], "yu": ["yu", "ue", "u", "yue"],
    "yun": ["uen", "un", "yuen"], "yut": ["uet", "ut", "yuet"],
  ]

  private static let wholes: [String: [String]] = [
    "m": ["ng", "m"], "ng": ["ng"], "jyu": ["yu", "yue", "yee", "u"], "jyun": ["yuen", "yun"], "jyut": ["yuet", "yut"],
    "ji": ["yi", "yee", "ye", "i"], "ze": ["che", "tse", "je"], "ce": ["che", "tse"],
    "si": ["sze", "si", "see", "szeto", "sz", "shi"],
    "zi": ["chi", "tsz", "tze", "tse", "che", "ji", "chee"], "ci": ["chi", "tsz", "tze", "tse", "chee", "che"],
    "ceoi": ["tsui", "chui"], "zeoi": ["tsui", "chui", "jui"], "seoi": ["sui", "shui"],
    "joeng": ["yeung", "yong", "young"],
    "gwok": ["kwok", "kwock", "kok"], "hou": ["ho"], "gou": ["ko", "go"], "gam": ["kam", "gum", "kum"],
    "jau": ["yau", "yow"], "jiu": ["yiu", "yue"], "jam": ["yam", "yum"], "jan": ["yan", "yun", "ian"],
    "wan": ["wan", "van"], "waa": ["wah", "wa", "war"],
    "zan": ["chun", "chan", "tsun", "tsan", "jun", "jan", "tzun", "tzan"],
    "wai": ["wai"], "wong": ["wong"], "wing": ["wing"], "jing": ["ying"], "jung": ["yung"], "juk": ["yuk"],
    "sek": ["shek", "sek"], "sik": ["sik", "shik"], "sing": ["sing", "shing"], "seng": ["sing", "shing", "seng"],
    "hoi": ["hoi"], "hang": ["hang"], "haang": ["hang"], "hok": ["hok"], "hin": ["hin"],
  ]
}
