import Names
import Testing

struct PinyinReaderTests {
  private let reader = SmallReadings.reader

  @Test
  func `words with a reading of their own are read right`() {
    let cases = [
      ("重庆", "chóngqìng"), ("长沙", "chángshā"), ("厦门", "xiàmén"), ("六安", "lù'ān"), ("蚌埠", "bèngbù"), ("东莞", "dōngguǎn"),
      ("台州", "tāizhōu"), ("银行行长", "yínhánghángzhǎng"), ("长大", "zhǎngdà"), ("长江", "chángjiāng"), ("市长", "shìzhǎng"),
      ("淘宝村", "táobǎocūn"), ("廣東省", "guǎngdōngshěng"), ("解放", "jiěfàng"), ("音乐", "yīnyuè"), ("快乐", "kuàilè"),
      ("觉得", "juéde"), ("地方", "dìfāng"), ("效率", "xiàolǜ"), ("着力", "zhuólì"), ("都市", "dūshì"), ("重要", "zhòngyào"),
      ("县长研修班", "xiànzhǎngyánxiūbān"), ("阿里巴巴", "ālǐbābā"),
    ]
    for (chinese, pinyin) in cases { #expect(reader.pinyin(of: chinese) == pinyin, "\(chinese)") }
  }

  @Test
  func `names of people are read as names`() {
    let cases = [
      ("马云", "Mǎ Yún"), ("单田芳", "Shàn Tiánfāng"), ("曾国藩", "Zēng Guófān"), ("仇英", "Qiú Yīng"), ("任正非", "Rén Zhèngfēi"),
      ("解晓东", "Xiè Xiǎodōng"), ("区伯", "Ōu Bó"), ("尉迟恭", "Yùchí Gōng"), ("万俟卨", "Mòqí Xiè"), ("朴正恩", "Piáo Zhèng'ēn"),
      ("查良镛", "Zhā Liángyōng"), ("盖叫天", "Gě Jiàotiān"), ("欧阳修", "Ōuyáng Xiū"), ("歐陽脩", "Ōuyáng Xiū"), ("吕布", "Lǚ Bù"),
      ("謝長廷", "Xiè Chángtíng"), ("黄廉东", "Huáng Liándōng"), ("薄熙来", "Bó Xīlái"),
      ("郭嵩焘", "Guō Sōngtāo"), ("米芾", "Mǐ Fú"), ("陈省身", "Chén Xǐngshēn"),
    ]
    for (chinese, pinyin) in cases { #expect(reader.pinyin(of: chinese, as: .personName) == pinyin, "\(chinese)") }
  }

  @Test
  func `flat pinyin and initials keep Latin letters and digits`() {
    #expect(reader.flatPinyin(of: "淘宝村") == "taobaocun")
    #expect(reader.flatPinyin(of: "5G网络") == "5gwangluo")
    #expect(reader.initials(of: "阿里巴巴") == "albb")
    #expect(reader.pinyin(of: "绿色, OK") == "lǜsè, OK")
  }

  @Test
  func `a dictionary gives the readings of other characters, and further ones`() {
    let reader = PinyinReader { $0 == 0x20000 ? ["hē"] : ["de", "zhèn", "mǎ"] }
    #expect(reader.pinyin(of: "\u{20000}") == "hē")
    #expect(reader.pinyin(of: "马") == "mǎ")
    #expect(reader.readings(of: 0x9A6C).map(\.marked) == ["mǎ", "zhèn"])
    #expect(reader.readings(of: 0x99AC).map(\.marked) == ["mǎ", "zhèn"])
    #expect(PinyinReader { _ in ["de"] }.pinyin(of: "啶") == "de")
    #expect(PinyinReader().readings(of: 0x5576).isEmpty)
    #expect(PinyinReader().canRead("马云 5G") && !PinyinReader().canRead("马啶"))
  }

  @Test
  func `words and names read a character in different ways`() {
    let cases = [
      ("曾任", "céngrèn"), ("都江堰", "dūjiāngyàn"), ("干部", "gànbù"), ("少儿", "shǎo'ér"), ("长三角", "chángsānjiǎo"),
    ]
    for (chinese, pinyin) in cases { #expect(reader.pinyin(of: chinese) == pinyin, "\(chinese)") }
    #expect(reader.pinyin(of: "汪曾祺", as: .personName) == "Wāng Zēngqí")
    #expect(reader.pinyin(of: "刘少奇", as: .personName) == "Liú Shàoqí")
  }
}
