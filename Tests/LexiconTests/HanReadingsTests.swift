import Testing

@testable import Lexicon

struct HanReadingsTests {
  private static let unihan = """
    # Unihan_Readings.txt
    U+4E91\tkCantonese\twan4
    U+4E91\tkMandarin\tyún
    U+5355\tkHanyuPinlu\tdān(603)
    U+5355\tkMandarin\tdān
    U+5355\tkTGHZ2013\t036.140:chán 064.090:dān 325.010:shàn
    U+5355\tkXHC1983\t0117.100:chán 0207.100:dān 0999.090:shàn
    U+4E86\tkDefinition\tto finish; particle of completed action
    U+4E86\tkHanyuPinlu\tle(30101) liǎo(654) liào(19)
    U+4E86\tkHanyuPinyin\t10048.060:liǎo,le,liào
    U+4E86\tkMandarin\tle
    U+7EFF\tkMandarin\tlǜ
    U+9646\tkMandarin\tlù
    U+5362\tkMandarin\tlú
    U+5497\tkCantonese\tgo3 go2 Go 7 go9 gö3 gooooooo3
    U+20000\tkMandarin\thē
    """

  private func readings() throws -> HanReadings {
    try HanReadings(store: ByteStore(copying: HanReadings.compiled(unihan: Array(Self.unihan.utf8))))
  }

  private func scalar(_ text: Unicode.Scalar) -> UInt32 { text.value }

  @Test func `the most usual reading stands first`() throws {
    let readings = try readings()
    #expect(readings.readings(of: scalar("了")) == ["le", "liǎo", "liào"])
    #expect(readings.readings(of: scalar("单")) == ["dān", "chán", "shàn"])
    #expect(readings.readings(of: 0x20000) == ["hē"])
    #expect(readings.readings(of: scalar("淘")).isEmpty)
    #expect(readings.readings(of: 0x41).isEmpty)
  }

  @Test func `a Traditional character has the readings of its Simplified form`() throws {
    let readings = try readings()
    #expect(readings.readings(of: scalar("雲")) == ["yún"])
    #expect(readings.isReading("yun", of: scalar("雲")))
  }

  @Test func `Cantonese readings stand in the order of the source`() throws {
    let readings = try readings()
    #expect(readings.cantonese(of: scalar("咗")) == ["go3", "go2"])
    #expect(readings.cantonese(of: scalar("云")) == ["wan4"])
    #expect(readings.cantonese(of: scalar("雲")) == ["wan4"])
    #expect(readings.cantonese(of: scalar("单")).isEmpty)
    #expect(readings.readings(of: scalar("咗")).isEmpty)
    #expect(readings.count == 7)
  }

  @Test func `data of another version are refused`() throws {
    var bytes = try HanReadings.compiled(unihan: Array(Self.unihan.utf8))
    bytes[16] = 1
    #expect(throws: LexiconError.unsupportedVersion(found: 1, expected: HanReadings.version)) {
      try HanReadings(store: ByteStore(copying: bytes))
    }
  }

  @Test func `tones may be written in many ways or not at all`() throws {
    let readings = try readings()
    for pinyin in ["dān", "dan1", "Dan", "DAN", "da\u{304}n", "shan4", "shàn", "Chán"] {
      #expect(readings.isReading(pinyin, of: scalar("单")), "\(pinyin)")
    }
    for pinyin in ["dàn", "dan4", "din", "", "d n", "单"] {
      #expect(!readings.isReading(pinyin, of: scalar("单")), "\(pinyin)")
    }
    #expect(readings.isReading("dàn", of: scalar("单"), ignoringTones: true))
    for pinyin in ["lǜ", "lv4", "lu:4", "lü", "lü4", "lu\u{308}\u{300}"] {
      #expect(readings.isReading(pinyin, of: scalar("绿")), "\(pinyin)")
    }
    #expect(!readings.isReading("lu", of: scalar("绿")))
    #expect(readings.isReading("lu", of: scalar("绿"), ignoringTones: true))
    #expect(readings.isReading("le5", of: scalar("了")) && readings.isReading("le", of: scalar("了")))
  }

  @Test func `finds characters by reading`() throws {
    let readings = try readings()
    #expect(readings.scalars(withReading: "lu") == [scalar("卢"), scalar("陆")])
    #expect(readings.scalars(withReading: "lú") == [scalar("卢")])
    #expect(readings.scalars(withReading: "lü") == [scalar("绿")])
    #expect(readings.scalars(withReading: "liao") == [scalar("了")])
    #expect(readings.scalars(withReading: "zzz").isEmpty && readings.scalars(withReading: "").isEmpty)
    #expect(
      readings.isSyllable("chan") && readings.isSyllable("chán") && !readings.isSyllable("chān")
        && !readings.isSyllable("xyz"))
  }

  @Test func `bad lines are named`() {
    for (text, fault) in [
      ("U+4E91 kMandarin yún", LexiconError.LineFault.notUnihan), ("4E91\tkMandarin\tyún", .notUnihan),
      ("U+XYZ\tkMandarin\tyún", .badCodePoint), ("U+D800\tkMandarin\tyún", .badCodePoint),
      ("U+110000\tkMandarin\tyún", .badCodePoint),
    ] {
      #expect(throws: LexiconError.malformedLine(2, fault)) {
        try HanReadings.compiled(unihan: Array("#\n\(text)\n".utf8))
      }
    }
    #expect(throws: LexiconError.noEntries) { try HanReadings.compiled(unihan: []) }
  }

  @Test func `damaged data give an error or a defined answer`() throws {
    checkDamage(try HanReadings.compiled(unihan: Array(Self.unihan.utf8))) { store throws(LexiconError) in
      let readings = try HanReadings(store: store)
      for scalar in [0x4E86, 0x5355, 0x20000, 0x4E91, 0x5497, 0] as [UInt32] {
        _ = (readings.readings(of: scalar), readings.cantonese(of: scalar))
      }
      _ = (readings.scalars(withReading: "lu"), readings.isSyllable("dan"))
    }
  }
}

struct PinyinSyllableTests {
  @Test func `syllables are read and written`() {
    let cases: [(text: String, marked: String, numbered: String, ascii: String)] = [
      ("zhan4", "zhàn", "zhan4", "zhan"), ("lu:4", "lǜ", "lu:4", "lu"), ("lv3", "lǚ", "lu:3", "lu"),
      ("nu:e4", "nüè", "nu:e4", "nue"), ("liu2", "liú", "liu2", "liu"), ("gui4", "guì", "gui4", "gui"),
      ("dou1", "dōu", "dou1", "dou"), ("xue2", "xué", "xue2", "xue"), ("de5", "de", "de5", "de"),
      ("ma", "ma", "ma", "ma"),
      ("Zhōng", "zhōng", "zhong1", "zhong"), ("r5", "r", "r5", "r"), ("ng4", "ǹg", "ng4", "ng"), ("m2", "ḿ", "m2", "m"),
      ("ê4", "ề", "ê4", "e"), ("Ā", "ā", "a1", "a"), ("xiong2", "xióng", "xiong2", "xiong"), ("ĕr", "ěr", "er3", "er"),
    ]
    for (text, marked, numbered, ascii) in cases {
      let syllable = PinyinSyllable(text)
      #expect(syllable?.marked == marked, "\(text)")
      #expect(syllable?.numbered == numbered, "\(text)")
      #expect(syllable?.ascii == ascii, "\(text)")
      #expect(syllable.flatMap { PinyinSyllable($0.numbered) } == syllable, "\(text)")
    }
    for bad in ["", "4", "zh n", "淘", "a-b", ":", "é\u{308}"] { #expect(PinyinSyllable(bad) == nil, "\(bad)") }
  }
}
