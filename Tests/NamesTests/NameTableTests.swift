@testable import Names
import Testing

struct NameTableTests {
  @Test
  func `every entry of the list of words with own readings can be read`() {
    #expect(PinyinOverrides.unreadableEntries == [])
  }

  @Test
  func `every syllable of the reading table is pinyin`() {
    var strange: Set<String> = []
    for scalar in UInt32(0x4E00)...0x9FFF {
      for reading in ReadingTable.mandarin(scalar) where !Pinyin.isSyllable(String(reading.dropLast())) {
        strange.insert(reading)
      }
    }
    // Interjections and characters for units that no name holds.
    #expect(strange.count <= 12, "\(strange.sorted())")
  }

  @Test
  func `every Jyutping syllable of the table has a spelling`() {
    var missing: Set<String> = []
    for scalar in UInt32(0x4E00)...0x9FFF {
      for reading in ReadingTable.cantonese(scalar) where Cantonese.spellings(ofJyutping: reading).isEmpty {
        missing.insert(reading)
      }
    }
    #expect(missing.count <= 6, "\(missing.sorted())")
  }

  @Test
  func `Wade-Giles spellings follow the tables`() {
    let cases = [
      ("qian", "chien"), ("zhang", "chang"), ("xu", "hsu"), ("xie", "hsieh"), ("jiang", "chiang"), ("cai", "tsai"),
      ("guo", "kuo"),
      ("duo", "to"), ("shuo", "shuo"), ("zhi", "chih"), ("shi", "shih"), ("si", "ssu"), ("zi", "tzu"), ("ri", "jih"),
      ("ren", "jen"),
      ("rong", "jung"), ("xiong", "hsiung"), ("yue", "yueh"), ("jue", "chueh"), ("you", "yu"), ("yan", "yen"),
      ("ge", "ko"),
      ("he", "ho"), ("gui", "kuei"), ("dui", "tui"), ("liu", "liu"), ("lü", "lu"), ("wen", "wen"), ("er", "erh"),
      ("yi", "i"),
    ]
    for (pinyin, wade) in cases {
      let syllable = Pinyin.syllables(in: pinyin)?.first
      #expect(syllable.map { WadeGiles.spelling(of: $0) } == wade, "\(pinyin)")
    }
  }

  @Test
  func `Hong Kong spellings are among those that rules give`() {
    let cases = [
      ("can", "chan"), ("zoeng", "cheung"), ("loeng", "leung"), ("wong", "wong"), ("lau", "lau"), ("gwok", "kwok"),
      ("ze", "tse"),
      ("ng", "ng"), ("zau", "chow"), ("hoi", "hoi"), ("jyun", "yuen"), ("jing", "ying"), ("fai", "fai"),
      ("ming", "ming"), ("keoi", "kui"),
    ]
    for (jyutping, spelling) in cases {
      #expect(Cantonese.spellings(ofJyutping: jyutping).contains(spelling), "\(jyutping)")
    }
  }

  @Test
  func `surnames have readings of their own`() {
    #expect(Surnames.length(in: "欧阳修".unicodeScalars.map(\.value)) == 2)
    #expect(Surnames.length(in: "欧阳".unicodeScalars.map(\.value)) == 1)
    #expect(Surnames.length(in: "淘宝".unicodeScalars.map(\.value)) == 0)
    #expect(Surnames.length(in: [UInt32]()) == 0)
    for pinyin in ["ma", "huang", "ouyang", "shan", "zeng", "lv", "lu"] { #expect(Surnames.isPinyinOfSurname(pinyin)) }
    for other in ["tao", "hello", ""] where other != "tao" { #expect(!Surnames.isPinyinOfSurname(other)) }
  }
}
