import Names
import Testing

struct NameMatcherTests {
  private let matcher = NameMatcher(readings: SmallReadings.compiled)

  @Test
  func `spellings of a name are told apart by kind`() {
    let cases: [(String, String, NameMatch.Kind)] = [
      ("黄廉东", "Huang Liandong", .pinyin), ("黄廉东", "Liandong Huang", .pinyin), ("黃廉東", "HUANG Lian-dong", .pinyin),
      ("黄廉东", "Huang Lian Dong", .pinyin), ("李西安", "Li Xi'an", .pinyin), ("吕布", "Lü Bu", .pinyin),
      ("吕布", "Lyu Bu", .pinyin),
      ("蔡崇信", "Tsai Chung-hsin", .wadeGiles), ("蔣經國", "Chiang Ching-kuo", .wadeGiles),
      ("謝長廷", "Frank Chang-ting Hsieh", .wadeGiles),
      ("陳水扁", "Chen Shui-bian", .pinyin), ("李鴻章", "Li Hung-chang", .wadeGiles),
      ("梁振英", "LEUNG Chun-ying", .cantonese), ("曾荫权", "Donald TSANG Yam-kuen", .cantonese),
      ("周潤發", "Chow Yun-fat", .cantonese),
      ("丁肇中", "Samuel C. C. Ting", .initials), ("刘德华", "Andy Lau", .surnameOnly), ("张勇", "Daniel Zhang", .surnameOnly),
      ("王金平", "Wang Jin-pyng", .wadeGiles), ("欧阳娜娜", "Ouyang Nana", .pinyin), ("歐陽震華", "Bobby Au-yeung", .surnameOnly),
    ]
    for (chinese, english, kind) in cases {
      #expect(matcher.score(chinese: chinese, english: english)?.kind == kind, "\(chinese) \(english)")
    }
  }

  @Test
  func `without compiled readings names of common characters match, others do not`() {
    let alone = NameMatcher()
    for (chinese, english) in [
      ("黄廉东", "Huang Liandong"), ("蔡崇信", "Tsai Chung-hsin"), ("刘德华", "Lau Tak-wah"), ("曾荫权", "Tsang Yam-kuen"),
    ] {
      let match = alone.score(chinese: chinese, english: english)
      #expect(match != nil && match!.confidence > 0.7, "\(chinese) \(english)")
    }
    #expect(alone.score(chinese: "陳水扁", english: "Chen Shui-bian")?.kind != .pinyin)
    #expect(NameMatcher(readings: nil).score(chinese: "陳水扁", english: "Chen Shui-bian")?.kind != .pinyin)
    #expect(PersonName(chinese: "陳水扁") == nil)
    #expect(PersonName(chinese: "陳水扁", reader: SmallReadings.reader)?.key == "chen shuibian")
  }

  @Test
  func `compiled readings serve both languages of reading`() {
    for (chinese, english, kind) in [
      ("马黛扁", "Ma Daibian", NameMatch.Kind.pinyin), ("马黛扁", "Ma Doi-bin", .cantonese),
      ("馬黛扁", "MA Doi-pin", .cantonese),
    ] {
      #expect(matcher.score(chinese: chinese, english: english)?.kind == kind, "\(english)")
    }
    #expect(NameMatcher().score(chinese: "马黛扁", english: "Ma Doi-bin")?.kind != .cantonese)
  }

  @Test
  func `other people do not match`() {
    for (chinese, english) in [
      ("黄廉东", "Hu Chunhua"), ("马云", "Li Xiaopeng"), ("刘德华", "Liu Xiang-jun"), ("王菲", "John Smith"),
      ("淘宝村", "Taobao Village"),
      ("马云", ""), ("", "Ma Yun"), ("马", "Ma"), ("张勇", "Zhang Yimou"),
    ] {
      let match = matcher.score(chinese: chinese, english: english)
      #expect(match == nil || match!.confidence < 0.5, "\(chinese) \(english)")
    }
  }

  @Test
  func `the surest match of a list is the right one`() {
    let english = ["Zhang Yong", "Zhang Yang", "Chang Yung", "Yong Zhang", "Daniel Zhang"]
    let scores = matcher.scores(chinese: "张勇", english: english.map { EnglishName($0) }).map { $0?.confidence ?? 0 }
    #expect(scores.firstIndex(of: scores.max()!) == 0)
    #expect(scores[2] > scores[4])
    #expect(scores[1] < 0.5)
  }

  @Test
  func `a name has a key that its English spelling shares`() throws {
    let name = try #require(PersonName(chinese: "黃廉東"))
    #expect(name.key == "huang liandong")
    #expect(name.english == "Huang Liandong")
    #expect(name.surname == "黄")
    #expect(PersonName(chinese: "淘宝") == nil)
    #expect(PersonName(chinese: "Ma Yun") == nil)
    #expect(PersonName(chinese: "") == nil)
  }

  @Test
  func `foreign names have alike skeletons`() {
    let cases = [
      ("特朗普", "Trump"), ("默克尔", "Merkel"), ("希拉里", "Hillary"), ("奥巴马", "Obama"), ("米克尔森", "Mickelson"),
      ("卡瓦诺", "Kavanaugh"),
      ("利文斯顿", "Livingston"), ("戈登", "Gordon"), ("马斯克", "Musk"), ("基辛格", "Kissinger"), ("扎克伯格", "Zuckerberg"),
    ]
    for (chinese, english) in cases {
      let own = Transliteration.similarity(chinese: chinese, english: english)
      let others = cases.filter { $0.1 != english }.map { Transliteration.similarity(chinese: chinese, english: $0.1) }
      #expect(own > others.max() ?? 0, "\(chinese) \(english) \(own)")
    }
    #expect(Transliteration.skeletons(ofChinese: "abc").isEmpty)
    #expect(Transliteration.skeleton(ofEnglish: "淘宝") == "")
  }
}
