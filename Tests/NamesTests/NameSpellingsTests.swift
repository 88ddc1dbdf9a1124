import Names
import Testing

struct NameSpellingsTests {
  private func spelling(_ name: String, _ system: NameSpellings.System) -> String? {
    NameSpellings(chinese: name, reader: SmallReadings.reader)?.spellings.first { $0.system == system }?.text
  }

  @Test
  func `a name has its spelling in each system`() {
    let cases: [(String, NameSpellings.System, String)] = [
      ("马云", .pinyin, "Mǎ Yún"), ("马云", .english, "Ma Yun"), ("马云", .givenNameFirst, "Yun Ma"),
      ("黄廉东", .initials, "Huang L. D."),
      ("蒋经国", .wadeGiles, "Chiang Ching-kuo"), ("刘德华", .hongKong, "Lau Tak-wah"), ("刘德华", .jyutping, "lau dak waa"),
      ("欧阳文山", .english, "Ouyang Wenshan"), ("歐陽文山", .givenNameFirst, "Wenshan Ouyang"),
    ]
    for (name, system, text) in cases { #expect(spelling(name, system) == text, "\(name) \(system)") }
  }

  @Test
  func `what is no Chinese name has none`() {
    for name in ["", "马", "Ma Yun", "淘宝村", "马云马云马云"] { #expect(NameSpellings(chinese: name) == nil, "\(name)") }
  }

  @Test
  func `each spelling that is written is also recognised`() {
    let matcher = NameMatcher(reader: SmallReadings.reader)
    for name in ["马云", "黄廉东", "刘德华", "蒋经国", "王国平", "陈志明", "林文山"] {
      for (system, text) in NameSpellings(chinese: name, reader: SmallReadings.reader)?.spellings ?? []
      where system != .jyutping && system != .pinyin {
        #expect(matcher.score(chinese: name, english: text) != nil, "\(name) \(text)")
      }
    }
  }

  @Test
  func `foreign names are nearest to their own transliteration`() {
    let pairs = [
      ("扎克伯格", "Mark Zuckerberg"), ("贝多芬", "Ludwig van Beethoven"), ("艾森豪威尔", "Dwight D. Eisenhower"),
      ("达尔文", "Charles Darwin"),
      ("海明威", "Ernest Hemingway"), ("阿西莫夫", "Isaac Asimov"), ("唐纳德·特朗普", "Donald Trump"), ("基辛格", "Henry Kissinger"),
    ]
    let english = pairs.map { TransliterationKey(english: $0.1) }
    for (index, pair) in pairs.enumerated() {
      let key = TransliterationKey(chinese: pair.0, reader: SmallReadings.reader)
      let scores = english.map { key.similarity(to: $0) }
      if key.similarity(to: english[index]) == 0 { continue }  // a character without a reading here
      #expect(scores.max() == scores[index], "\(pair.0)")
      #expect(english[index].similarity(to: key) == scores[index])
    }
    #expect(TransliterationKey(chinese: "").similarity(to: english[0]) == 0)
    #expect(english[0].similarity(to: english[0]) == 0)
    let long = TransliterationKey(chinese: String(repeating: "特", count: 5000))
    #expect((0...1).contains(long.similarity(to: TransliterationKey(english: String(repeating: "t", count: 5000)))))
  }
}
