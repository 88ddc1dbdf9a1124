import Entities
import Quantities
import Terminology
import TextCore
import Testing

/// How quantities and dates are written, and what stands beside them.
struct EntityValueTests {
  private func mentions(_ text: String, _ language: Language) -> [EntityMention] {
    Array(EntityRecognizer().values(in: MappedText(text), language: language))
  }

  @Test func `quantities are given exactly`() {
    let cases: [(String, Language, [String])] = [
      ("共有123,456人。", .chinese, ["count:123456"]), ("1.25 亿人", .chinese, ["count:125000000"]),
      ("123,456,789 people", .english, ["count:123456789"]), ("4.35公里", .chinese, ["length:4350"]),
      ("0.1米到0.3米", .chinese, ["length:0.1..0.3"]), ("3到5天", .chinese, ["duration:259200..432000"]),
      ("a third of them", .english, ["percent:33.3333333333333"]), ("增长39.5%", .chinese, ["percent:39.5"]),
      ("$1.5-2 million", .english, ["USD:1500000..2000000"]), ("零下12.5℃", .chinese, ["temperature:-12.5"]),
      ("二十万亿元", .chinese, ["CNY:20000000000000"]),
    ]
    for (text, language, values) in cases { #expect(mentions(text, language).map(\.value) == values, "\(text)") }
  }

  @Test func `numbers that no integer or no Double holds have a defined value`() {
    let large = mentions("9223372036854775808亿元", .chinese)
    #expect(large.count == 1 && large[0].value?.hasPrefix("CNY:9.2233720368547") == true)
    let long = String(repeating: "9", count: 400)
    #expect(mentions("$\(long) million", .english).map(\.value) == ["USD:1.7976931348623157e+308"])
  }

  @Test func `exactness is told apart from the value`() {
    let cases: [(String, Language, Exactness)] = [
      ("近4000家", .chinese, .about), ("超过30%", .chinese, .moreThan), ("at least 10bn yuan", .english, .atLeast),
      ("fewer than 3 million", .english, .lessThan), ("3 million people", .english, .exact),
    ]
    for (text, language, exactness) in cases {
      #expect(mentions(text, language).map(\.exactness) == [exactness], "\(text)")
    }
  }

  @Test func `dates show both ends, times and parts`() {
    let cases: [(String, Language, String)] = [
      ("2014年11月24日", .chinese, "2014-11-24"), ("3月5日至15日", .chinese, "--03-05..--03-15"),
      ("from 1 to October", .english, "--01..--10"), ("2013年至2015年", .chinese, "2013..2015"),
      ("下午3点30分", .chinese, "T15:30"), ("at 7.55pm", .english, "T19:55"),
      ("2021年3月5日上午9时", .chinese, "2021-03-05T09:00"), ("2018年第三季度", .chinese, "2018 q3"),
      ("20世纪80年代末", .chinese, "1980s late"), ("去年下半年", .chinese, "year-1 h2"),
      ("2020年11月22日（星期日）", .chinese, "2020-11-22 weekday7"),
    ]
    for (text, language, value) in cases { #expect(mentions(text, language).map(\.value) == [value], "\(text)") }
  }

  @Test func `a date that does not exist is said to be none`() {
    for (text, language) in [("2月30日", Language.chinese), ("13月5日", .chinese), ("February 30, 2021", .english)] {
      let found = mentions(text, language)
      #expect(found.count == 1 && found[0].evidence == [.noSuchDate] && found[0].confidence < 0.6, "\(text)")
    }
    #expect(mentions("2020年2月29日", .chinese).map(\.evidence) == [[.value]])
    #expect(mentions("2021年2月29日", .chinese).map(\.evidence) == [[.noSuchDate]])
  }

  @Test func `what is compared between languages stays rounded`() {
    func keys(_ text: String, _ language: Language) -> [EntityKey] {
      EntityKey.keys(in: mentions(text, language))
    }
    #expect(keys("24,100家", .chinese) == keys("24.1 thousand", .english))
    #expect(keys("26.2英里", .chinese) == keys("42.16 km", .english))
    #expect(keys("2013年至2015年", .chinese) == keys("2013 to 2015", .english))
  }
}
