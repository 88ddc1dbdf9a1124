import Lexicon

/// Romanisations of Standard Chinese beside Hanyu pinyin, as they are found in names: Wade-Giles without its marks
/// (Taiwan's usual spelling), Tongyong pinyin, and habits that belong to no system.
enum WadeGiles {
  /// The Wade-Giles spelling of a pinyin syllable without apostrophe and diacritics: `qian` to `chien`.
  ///
  /// The rules are those of the Wade-Giles tables; `uo` keeps its `u` only after `k`, `h`, `sh` where the tables have
  /// it.
  static func spelling(of syllable: PinyinSyllable) -> String {
    let letters = syllable.flat
    if let whole = wholes[letters] { return whole }
    let initial = syllable.initial
    var final = syllable.final.replacing("ü", with: "u")
    switch final {
    case "ian": final = "ien"
    case "ie": final = "ieh"
    case "ue": final = "ueh"
    case "ong": final = "ung"
    case "iong": final = "iung"
    case "uo" where !["g", "k", "h", "sh"].contains(initial): final = "o"
    case "e" where ["g", "k", "h"].contains(initial): final = "o"
    case "ui" where ["g", "k"].contains(initial): final = "uei"
    default: break
    }
    return (initials[initial] ?? initial) + final
  }

  /// Spellings that people in Taiwan use for the syllable beside Wade-Giles: Tongyong pinyin and older habits.
  static func variants(of syllable: PinyinSyllable) -> Set<String> {
    let initial = syllable.initial
    let final = syllable.final.replacing("ü", with: "u")
    var result = Set(habits[syllable.flat] ?? [])
    result.insert(tongyong(initial: initial, final: final))
    let wade = spelling(of: syllable)
    if final.hasPrefix("ua") || final.hasPrefix("uo") {  // Hwa, Kwang
      result.insert((initials[initial] ?? initial) + "w" + final.dropFirst())
    }
    if wade.hasPrefix("j") { result.insert("r" + wade.dropFirst()) }
    if wade.hasPrefix("ts") { result.insert("tz" + wade.dropFirst(2)) }
    return result
  }

  private static func tongyong(initial: String, final: String) -> String {
    var head = initial
    var tail = final
    switch initial {
    case "zh":
      head = "jh"
      if final == "i" { tail = "ih" }
    case "q": head = "c"
    case "x": head = "s"
    case "ch", "sh", "r", "z", "c", "s": if final == "i" { tail = "ih" }
    case "f" where final == "eng": tail = "ong"
    case "w" where final == "en": tail = "un"
    case "w" where final == "eng": tail = "ong"
    default: break
    }
    if ["j", "q", "x"].contains(initial), final.hasPrefix("u") { tail = "yu" + final.dropFirst() }
    if final == "iu" { tail = "iou" }
    if final == "ui" { tail = "uei" }
    return head + tail
  }

  private static let initials = [
    "b": "p", "p": "p", "d": "t", "t": "t", "g": "k", "k": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "ch": "ch",
    "r": "j", "z": "ts", "c": "ts",
  ]

  private static let wholes = [
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "ssu", "yi": "i",
    "you": "yu", "yan": "yen", "ye": "yeh", "yong": "yung", "yue": "yueh", "er": "erh", "e": "o", "ju": "chu",
    "yai": "yai", "shei": "shei",
  ]

  private static let habits: [String: [String]] = [
    "si": ["szu", "sze", "su", "ssu", "shih"], "zi": ["tze", "tzyy", "tsu", "tz"], "ci": ["tze", "tsu", "tz"],
    "yi": ["yi", "yih", "ee"], "zhi": ["chi", "jr", "jyh"], "shi": ["shi", "shyh", "shih"], "chi": ["chi", "chih"],
    "zhe": ["cher", "jer", "jeh", "che"], "che": ["cher"], "she": ["sher", "sheh"], "de": ["teh", "der", "te"],
    "ze": ["tser"], "ke": ["ker"], "ge": ["ko", "ker"], "er": ["erh", "el"], "ping": ["pyng", "pin"], "bing": ["pin"],
    "xin": ["hsing", "shin", "shing"], "xing": ["hsin", "shing", "shin"], "jing": ["chin"], "jin": ["ching", "jinn"],
    "qing": ["chin", "ching"], "yin": ["ying", "in"], "ying": ["yin", "ing"], "lin": ["ling"], "ling": ["lin"],
    "min": ["ming"], "ming": ["min"], "xiu": ["hsiou", "shiu", "shiou"], "xi": ["hsi", "shi", "shih"],
    "xiao": ["shiao"], "xia": ["shia"], "xian": ["shian", "hsien", "shien"], "xiang": ["shiang"], "xiong": ["shiung"],
    "xue": ["hsueh", "shueh"], "xu": ["shu", "sheu"], "xuan": ["shuan"], "xun": ["shun", "hsun"],
    "yu": ["yue", "yuh", "yeu"], "yuan": ["yuan", "yuen"], "wei": ["wei", "way"], "wen": ["wen", "uen"],
    "kai": ["kae"], "zheng": ["jeng", "cheng"], "zhen": ["jen", "chen", "chin"], "zhong": ["jong", "chong", "tsung"],
    "zhao": ["jaw"], "jun": ["chun", "jiun", "juin"], "rui": ["jui", "ray", "rey"], "ren": ["jen", "ren"],
    "rong": ["jung", "yung"], "ru": ["ju", "ru"], "you": ["yu", "you", "yo", "yow"], "guo": ["kuo", "kwo"],
    "hua": ["hwa"], "huai": ["hwai"], "huang": ["hwang"], "huan": ["hwan"], "hui": ["hui", "huey", "hwei"],
    "zu": ["tsu"], "feng": ["fong"], "bo": ["po", "bor"], "mei": ["may"], "tai": ["tai", "tay"],
    "kun": ["kun", "kuen"],
    "gui": ["kuei", "kwei", "gwei"], "qi": ["chi", "chyi"], "yao": ["yau"],
  ]
}
