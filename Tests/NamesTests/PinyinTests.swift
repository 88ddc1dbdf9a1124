import Lexicon
import Names
import TestSupport
import Testing

struct PinyinTests {
  @Test
  func `words are cut into syllables`() {
    let cases: [(String, String)] = [
      ("taobaocun", "tao bao cun"), ("Táobǎocūn", "táo bǎo cūn"), ("tao2bao3cun1", "táo bǎo cūn"),
      ("Xi'an", "xi an"), ("xian", "xian"), ("Xī'ān", "xī ān"), ("fangan", "fan gan"), ("fāng'àn", "fāng àn"),
      ("lvxing", "lü xing"), ("lu:4 xing2", "lǜ xíng"), ("nǚ'ér", "nǚ ér"), ("nv3er2", "nǚ ér"), ("zhuang", "zhuang"),
      ("Zhōngguó", "zhōng guó"), ("Chongqing", "chong qing"), ("huangliandong", "huang lian dong"),
      ("zhe5", "zhe"), ("xi’an", "xi an"), ("Lüliang", "lü liang"), ("ma\u{304}", "mā"), ("nu\u{308}\u{30C}", "nǚ"),
      ("Ji-nan", "ji nan"), ("pīngpāngqiú", "pīng pāng qiú"), ("quan guo", "quan guo"),
    ]
    for (text, expected) in cases {
      #expect(Pinyin.syllables(in: text)?.map(\.marked).joined(separator: " ") == expected, "\(text)")
    }
  }

  @Test
  func `what is no pinyin gives nothing`() {
    for text in ["transforming", "hello", "", "42", "淘宝", "xyz", "tao9", "café au lait", "v", "ü"] {
      #expect(Pinyin.syllables(in: text) == nil, "\(text)")
    }
  }

  @Test
  func `an ambiguous word has all its cuts`() {
    let cuts = Pinyin.readings(of: "xian").map { $0.map(\.letters).joined(separator: " ") }
    #expect(cuts == ["xian", "xi an"])
    #expect(Pinyin.readings(of: "fangan").map(\.count) == [2, 2])
  }

  @Test
  func `tone marks and numbers turn into each other`() {
    let cases = [
      ("Tao2bao3 cun1", "Táobǎo cūn"), ("lv4", "lǜ"), ("Zhong1guo2", "Zhōngguó"), ("gui4zhou1", "guìzhōu"),
      ("liu2", "liú"),
      ("de5", "de"), ("nothing 4 here", "nothing 4 here"),
    ]
    for (numbered, marked) in cases { #expect(Pinyin.marked(fromNumbered: numbered) == marked) }
    #expect(Pinyin.numbered(fromMarked: "Táobǎo cūn") == "tao2 bao3 cun1")
    #expect(Pinyin.numbered(fromMarked: "transformation") == nil)
  }

  @Test
  func `flat letters and initials serve as keys`() {
    #expect(Pinyin.flat("Táobǎo Cūn") == "taobaocun")
    #expect(Pinyin.flat("lǜsè") == "lvse")
    #expect(Pinyin.flat("lu:4") == "lv")
    #expect(Pinyin.flat("Xi’an") == "xian")
    #expect(Pinyin.initials("taobaocun") == "tbc")
    #expect(Pinyin.initials("world") == nil)
  }

  @Test
  func `joined syllables get an apostrophe where it is needed`() throws {
    let syllables = try #require(Pinyin.syllables(in: "Xi'an"))
    #expect(Pinyin.joined(syllables) == "xi'an")
    #expect(
      Pinyin.joined([PinyinSyllable(letters: "tian", tone: 1), PinyinSyllable(letters: "an", tone: 1)]) == "tiān'ān")
  }

  @Test
  func `any text is read without a crash, and pieces add up`() {
    var generator = SeededGenerator(seed: 7)
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzüǖǚāēō'- 1234567890淘宝🙂\u{301}\u{308}:".unicodeScalars)
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...24, using: &generator) { text.append(alphabet.randomElement(using: &generator)!) }
      let string = String(text)
      if let syllables = Pinyin.syllables(in: string) {
        #expect(
          Pinyin.flat(string) == syllables.map(\.flat).joined() || string.contains(where: \.isNumber), "\(string)")
      }
      _ = Pinyin.marked(fromNumbered: string)
      _ = PinyinReader().pinyin(of: string)
      _ = Transliteration.skeleton(ofEnglish: string)
    }
  }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 33
  }
}
