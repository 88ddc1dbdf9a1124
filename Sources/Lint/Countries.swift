import TextCore

/// Countries by their names in both languages.
enum Countries {
  /// A country, with all that may name it.
  struct Country: Sendable {
    /// Its Chinese names, folded, the usual one first.
    let names: [[UInt8]]
    /// Characters that stand for it in words such as 中美, or whole words for its parts.
    let signs: [[UInt8]]
    /// English words in lower case that say it: the country, its people, their language.
    let english: Set<String>
    /// English words that show that it is meant, too: its capital and its parts.
    let parts: Set<String>
  }

  /// The countries that a folded Chinese text names in full, by their numbers.
  static func named(in folded: [UInt8]) -> [Int: TextSpan] {
    var result: [Int: TextSpan] = [:]
    var index = 0
    while index + 6 <= folded.count {
      guard folded[index] >= 0xE4, let (name, number) = name(at: index, in: folded) else {
        index += folded[index] < 0xE0 ? 1 : 3
        continue
      }
      if let number { result[number] = result[number] ?? TextSpan(index, index + name.count) }
      index += name.count
    }
    return result
  }

  /// Whether a folded Chinese text may mean a country: by its name or a sign of it.
  static func mayName(_ number: Int, _ folded: [UInt8]) -> Bool {
    table[number].names.contains { folded.firstRange(of: $0) != nil }
      || table[number].signs.contains { folded.firstRange(of: $0) != nil }
  }

  /// The country that an English word in lower case says; nil for none.
  static func country(of word: String) -> Int? { countries[word] }

  /// The longest name at an index; with no number where it belongs to no country of the table.
  private static func name(at index: Int, in folded: [UInt8]) -> (name: [UInt8], number: Int?)? {
    if let other = others.first(where: { folded[index...].starts(with: $0) }) { return (other, nil) }
    for (number, country) in table.enumerated() {
      if let name = country.names.first(where: { folded[index...].starts(with: $0) }) { return (name, number) }
    }
    return nil
  }

  /// Names that begin like that of a country.
  private static let others = ["印度尼西亚", "印度洋", "印度教", "南苏丹", "几内亚比绍", "法国梧桐", "日本海"].map { Array($0.utf8) }

  private static let countries: [String: Int] = {
    var result: [String: Int] = [:]
    for (number, country) in table.enumerated() { for word in country.english { result[word] = number } }
    return result
  }()

  /// Names, signs, English words, parts; of names that are other words too in English (Turkey, Jordan) none.
  static let table: [Country] = """
    中国|中 华 国内 我国 全国 国家 本国 大陆|china chinese|beijing mainland prc shanghai
    美国|美|america american americans usa|us u washington
    法国|法 巴黎|france french frenchman frenchmen|paris parisian
    德国|德 柏林|germany german germans|berlin
    英国|英 苏格兰 威尔士 北爱 伦敦|britain british briton britons uk|england english london scotland scottish wales welsh kingdom westminster
    意大利|意 罗马|italy italian italians|rome roman
    西班牙|西 马德里|spain spanish spaniard spaniards|madrid catalan catalonia
    葡萄牙|葡|portugal portuguese|lisbon
    荷兰|荷|netherlands dutch|holland hague amsterdam
    比利时|比|belgium belgian belgians|brussels
    瑞士|瑞|switzerland swiss|geneva bern zurich
    瑞典|瑞|sweden swedish swede swedes|stockholm
    挪威|挪|norway norwegian norwegians|oslo
    丹麦|丹|denmark danish|copenhagen dane danes
    芬兰|芬|finland finnish|helsinki finn finns
    波兰|波|poland poles|warsaw polish pole
    奥地利|奥|austria austrian austrians|vienna
    匈牙利|匈|hungary hungarian hungarians|budapest
    希腊|希|greece greek greeks|athens
    俄罗斯 俄国|俄 莫斯科|russia russian russians|moscow kremlin
    乌克兰|乌|ukraine ukrainian ukrainians|kyiv kiev
    日本|日 东京|japan japanese|tokyo
    韩国 南韩 朝鲜 北韩|韩 朝 首尔 平壤|korea korean koreans|seoul pyongyang
    印度|印|india|indian indians delhi
    巴基斯坦|巴|pakistan pakistani pakistanis|islamabad
    越南|越|vietnam vietnamese|hanoi
    泰国|泰|thailand thai thais|bangkok
    缅甸|缅|myanmar burma burmese|yangon
    菲律宾|菲|philippines philippine filipino filipinos|manila
    马来西亚|马 大马|malaysia malaysian malaysians|
    新加坡|新 星|singapore singaporean singaporeans|
    印度尼西亚 印尼|印|indonesia indonesian indonesians|jakarta
    澳大利亚 澳洲|澳|australia australian australians|canberra sydney
    新西兰|新|zealand|wellington zealander zealanders
    加拿大|加|canada canadian canadians|ottawa toronto
    墨西哥|墨|mexico mexican mexicans|
    巴西|巴|brazil brazilian brazilians|
    阿根廷|阿|argentina argentine argentinian|buenos
    智利|智|chile chilean chileans|santiago
    古巴|古|cuba cuban cubans|havana
    伊朗|伊|iran iranian iranians|tehran
    伊拉克|伊|iraq iraqi iraqis|baghdad
    以色列|以|israel israeli israelis|jerusalem tel
    沙特 沙特阿拉伯|沙|saudi saudis|riyadh
    叙利亚|叙|syria syrian syrians|damascus
    阿富汗|阿|afghanistan afghan afghans|kabul
    埃及|埃|egypt egyptian egyptians|cairo
    肯尼亚|肯|kenya kenyan kenyans|nairobi
    尼日利亚|尼|nigeria nigerian nigerians|
    埃塞俄比亚|埃|ethiopia ethiopian ethiopians|addis
    南非|南|africa|african africans pretoria johannesburg
    """.split(separator: "\n").map { row in
      let parts = row.split(separator: "|", omittingEmptySubsequences: false).map { part in
        part.split(separator: " ").map(String.init)
      }
      return Country(
        names: parts[0].map { Array($0.utf8) }, signs: parts[1].map { Array($0.utf8) }, english: Set(parts[2]),
        parts: Set(parts[3]))
    }
}
