import Terminology
import Testing

@testable import GlossaryStore

struct IndexKeysTests {
  private static let texts = [
    "淘宝村", "馬雲", "  Taobao\t Village \n", "ＫＦＣ", "C++", "a·b", "the village", "The", "to plan", "an", "e\u{301}tudes",
    "village\u{301}s", "中国\u{3000}特色", "Ünïcode Ｗord", "1688网站", "网站1688 x", "𠀀𠀁", "", " ", "🙂村", "\u{301}",
    "strategies'",
    "universities and villages", "don't", "A-B_c", "`quoted`", "“quoted”", "\r\n", "x\r\ny", "ß", "İ", "ﬁ",
  ]
  private static let readings = [
    nil, "Táobǎo cūn", "tao2bao3 cun1", "taobaocun", "Xī'ān", "nǚ xìng", "nu:3 xing4", "lü", "Kě-dé-jī", "A B C", "xyz",
    "tao 2", "bǎo ， cūn", "，", "", " ", "\u{301}bao", "r5", "Mǎ·Yún", "yī èr sān", "C D guāng pán", "aàq hao",
  ]

  @Test func `quick keys are the keys that look-up has`() {
    var quick = IndexKeys()
    for language in TermLanguage.allCases {
      for text in Self.texts {
        for reading in Self.readings where reading == nil || language.isChinese {
          let term = Term(language: language, text: text, pinyin: reading)
          for _ in 0..<2 {  // made, and remembered
            let keys = quick.keys(of: term)
            let folded = SearchKeys.folded(text)
            #expect(String(decoding: keys.folded, as: UTF8.self) == folded, "\(term)")
            let english = language.isChinese ? nil : EnglishKey.key(ofFolded: folded)
            #expect(keys.english.map { String(decoding: $0, as: UTF8.self) } == english, "\(term)")
            let pinyin = language.isChinese ? reading.flatMap { PinyinKeys($0) } : nil
            #expect(keys.flat == pinyin?.flat, "\(term)")
            #expect(keys.initials == pinyin?.initials, "\(term)")
            #expect(
              String(decoding: keys.folded.withUnsafeBufferPointer(IndexKeys.characters), as: UTF8.self)
                == SearchKeys.characters(of: folded), "\(term)")
          }
        }
      }
    }
  }
}
