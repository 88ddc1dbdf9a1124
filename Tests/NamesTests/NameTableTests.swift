import Lexicon
import TestSupport
import Testing
import TextCore

@testable import Names

struct NameTableTests {
  @Test
  func `every entry of the list of words with own readings can be read`() {
    #expect(PinyinOverrides.unreadableEntries == [])
  }

  @Test
  func `every character of the table of Mandarin readings stands once and with syllables of pinyin`() {
    var usual: Set<Unicode.Scalar> = []
    for line in mandarinNameTable.split(separator: "\n") {
      let parts = line.split(separator: " ")
      #expect(parts.count == 2 && Pinyin.isSyllable(String(parts[0])), "\(line)")
      #expect(parts.last?.first.map { "1234".contains($0) } == true, "\(line)")
      var isBracketed = false
      for scalar in parts[1].unicodeScalars {
        if scalar == "(" || scalar == ")" { isBracketed = scalar == "(" }
        guard scalar.value.isHan else { continue }
        if !isBracketed { #expect(usual.insert(scalar).inserted, "\(scalar) stands twice") }
      }
    }
    for scalar in usual {
      let readings = NameReadings.mandarin(Folding.simplified(scalar.value))
      #expect((1...3).contains(readings.count) && Set(readings).count == readings.count, "\(scalar) \(readings)")
    }
  }

  @Test
  func `every surname has a reading in the table`() {
    for scalar in UInt32(0x4E00)...0x9FFF where Surnames.isSurname(scalar) {
      #expect(!NameReadings.mandarin(Folding.simplified(scalar)).isEmpty, "\(Unicode.Scalar(scalar)!)")
    }
  }

  @Test
  func `every syllable of the table of Cantonese readings has a spelling`() {
    for line in cantoneseNameTable.split(separator: "\n") {
      let parts = line.split(separator: " ")
      #expect(parts.count == 2 && !Cantonese.spellings(ofJyutping: String(parts[0])).isEmpty, "\(line)")
    }
  }

  @Test(.enabled(if: SystemReadings.isInstalled, "\(SystemReadings.absence)"))
  func `the tables agree with Unihan`() throws {
    let unihan = try #require(SystemReadings.compiled)
    var strange: [String] = []
    for scalar in UInt32(0x4E00)...0x9FFF {
      for reading in NameReadings.mandarin(scalar) where !unihan.syllables(of: scalar).contains(reading) {
        strange.append("\(Unicode.Scalar(scalar)!) \(reading)")
      }
      let jyutping = Set(unihan.cantonese(of: scalar).map { $0.dropLast() })
      for reading in NameReadings.cantonese(scalar) where !jyutping.contains(reading[...]) {
        strange.append("\(Unicode.Scalar(scalar)!) \(reading)")
      }
    }
    // Surnames with a reading of their own in Cantonese, and the usual spelling of a given name.
    #expect(strange == ["区 au", "单 sin", "菁 cing"])
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
