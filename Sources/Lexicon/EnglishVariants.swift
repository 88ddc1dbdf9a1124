/// One of the two ways in which English is spelled.
public enum EnglishSpelling: String, Hashable, Sendable, CaseIterable { case british, american }

/// Words that British and American English spell in two ways.
public enum EnglishVariants {
  /// The spelling of a word in lower case that one side of the ocean has for it; nil where the word is right there.
  ///
  /// `isWord` tells words in -ise that have a form in -ize; without it they are left alone.
  public static func spelling(
    of word: String, in variant: EnglishSpelling, isWord: ((String) -> Bool)? = nil
  ) -> String? {
    let isAmerican = variant == .american
    for (british, american) in bases[word.utf8.first ?? 0] ?? [] {
      let (wrong, right) = isAmerican ? (british, american) : (american, british)
      guard word.hasPrefix(wrong), endings.contains(String(word.dropFirst(wrong.count))) else { continue }
      return right + word.dropFirst(wrong.count)
    }
    if !isAmerican { return britishForms[word] }
    return americanForms[word] ?? onlyBritish[word] ?? isWord.flatMap { withZ(word, $0) }
  }

  /// The form in -ize of a word in -ise, where there is one.
  private static func withZ(_ word: String, _ isWord: (String) -> Bool) -> String? {
    // Most words have no “is”.
    guard word.utf8.count > 5, zip(word.utf8, word.utf8.dropFirst()).contains(where: { $0 == 0x69 && $1 == 0x73 })
    else {
      return nil
    }
    for ending in endingsWithS
    where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 2 {
      let stem = word.dropLast(ending.utf8.count)
      let other = stem + "iz" + ending.dropFirst(2)
      return isWord(stem + "ize") && isWord(String(other)) ? String(other) : nil
    }
    return nil
  }

  private static let endingsWithS = ["isations", "isation", "isers", "iser", "ising", "ised", "ises", "ise"]
  private static let endings: Set<String> = [
    "", "s", "ed", "ing", "ful", "able", "er", "ers", "less", "ly", "ite", "ites", "hood", "hoods", "ally", "al",
    "ist", "ists", "y", "ably",
  ]

  /// What both spellings of many words begin with.
  ///
  /// By their first letters, in which the two are alike.
  private static let bases: [UInt8: [(british: String, american: String)]] = {
    let our = [
      "arb", "arm", "behavi", "cand", "clam", "col", "demean", "endeav", "fav", "ferv", "flav", "harb", "hon", "hum",
      "lab", "neighb", "od", "parl", "ranc", "rig", "rum", "sav", "savi", "splend", "tum", "val", "vap", "vig",
    ]
    let pairs =
      our.map { ($0 + "our", $0 + "or") }
      + [
        ("defence", "defense"), ("offence", "offense"), ("pretence", "pretense"), ("grey", "gray"), ("plough", "plow"),
      ]
    return Dictionary(grouping: pairs) { $0.0.utf8.first ?? 0 }
  }()

  private static let britishForms = Dictionary(
    americanForms.map { ($1, $0) }.sorted { $0.1 < $1.1 }, uniquingKeysWith: { first, _ in first })

  /// American forms of British words that no rule gives.
  private static let americanForms: [String: String] = {
    var forms: [String: String] = [:]
    for stem in [
      "cent", "theat", "fib", "lit", "met", "kilomet", "centimet", "millimet", "calib", "spect", "lust", "somb",
    ] {
      forms[stem + "re"] = stem + "er"
      forms[stem + "res"] = stem + "ers"
    }
    forms["centred"] = "centered"
    for stem in [
      "travel", "cancel", "model", "label", "fuel", "signal", "channel", "level", "counsel", "marvel", "quarrel",
      "total", "rival", "tunnel",
    ] {
      for ending in ["ed", "ing", "er", "ers"] { forms[stem + "l" + ending] = stem + ending }
    }
    for stem in ["analy", "paraly", "cataly"] {
      for ending in ["e", "es", "ed", "ing"] { forms[stem + "s" + ending] = stem + "z" + ending }
    }
    // “Analyses” is the plural of “analysis” too.
    forms["analyses"] = nil
    let others = """
      aeroplane airplane aluminium aluminum catalogue catalog catalogues catalogs cosy cozy fulfil fulfill
      fulfilment fulfillment enrol enroll enrolment enrollment instalment installment jewellery jewelry
      manoeuvre maneuver manoeuvres maneuvers mould mold moulds molds paediatric pediatric sceptical skeptical sceptic skeptic sceptics skeptics skilful skillful woollen woolen
      anaesthetic anesthetic haemorrhage hemorrhage oestrogen estrogen archaeology archeology
      """.split { $0 == " " || $0 == "\n" }.map(String.init)
    for index in stride(from: 0, to: others.count - 1, by: 2) { forms[others[index]] = others[index + 1] }
    return forms
  }()

  /// British words that have an American form, which is right in Britain too: a computer has a program there.
  private static let onlyBritish: [String: String] = [
    "programme": "program", "programmes": "programs", "cheque": "check", "cheques": "checks", "tyre": "tire",
    "tyres": "tires", "kerb": "curb", "kerbs": "curbs", "licence": "license", "licences": "licenses",
    "practise": "practice", "practised": "practiced", "practising": "practicing", "ageing": "aging",
    "sulphur": "sulfur", "storey": "story", "storeys": "stories", "anaemia": "anemia", "leukaemia": "leukemia",
    "foetus": "fetus", "diarrhoea": "diarrhea", "orientated": "oriented", "whilst": "while", "amongst": "among",
  ]
}
