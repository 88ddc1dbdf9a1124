import Testing
import TextCore

@testable import Quantities

/// Numbers and dates of a pair that took each other's place.
struct SwappedMentionTests {
  private func conflicts(_ chinese: String, _ english: String) -> [String] {
    let source = QuantityRecognizer(language: .chinese).mentions(in: Array(chinese.utf8))
    let target = QuantityRecognizer(language: .english).mentions(in: Array(english.utf8))
    return MentionPairing(source: source, target: target).conflicts.map { pair in
      let (a, b) = (source[pair.source].span.range, target[pair.target].span.range)
      return String(decoding: Array(chinese.utf8)[a], as: UTF8.self) + "/"
        + String(decoding: Array(english.utf8)[b], as: UTF8.self)
    }
  }

  @Test func `a date that is said again in another month or day is told`() {
    let cases: [(chinese: String, english: String, expected: [String])] = [
      ("7月份增长2%，七月的情况与六月相似。", "Sales rose 2% in July, and September was like June.", ["七月/September"]),
      (
        "周日晚间和周一早间有雨，周一晚间和周二雨更大。", "Rain comes late Sunday and early Monday, more late Tuesday and Tuesday.",
        ["周一/Tuesday"]
      ),
      ("6 月份在新加坡会谈。", "They met in Singapore in August.", ["6 月份/August"]),
      ("十一月份很重要。", "All is at stake in March.", ["十一月份/March"]),
      ("他7月来过，7月又走了。", "He came in July and left again.", []),
      ("他周一来，周二走。", "He came on Monday and left on Tuesday; on Monday it rained.", []),
    ]
    for (chinese, english, expected) in cases { #expect(conflicts(chinese, english) == expected, "\(english)") }
  }

  @Test func `an age is compared with a bare number, and with other stretches of time`() {
    let cases: [(chinese: String, english: String, expected: [String])] = [
      ("他享年40岁，2011年去世。", "He died in 2011 aged 50.", ["40岁/50"]),
      ("54 岁的他正在准备。", "He, 64, was preparing.", ["54 岁/64"]),
      ("他时年 20 岁。", "He was 20 months old.", ["20 岁/20 months"]),
      ("54 岁的他正在准备。", "He, 54, was preparing.", []),
    ]
    for (chinese, english, expected) in cases { #expect(conflicts(chinese, english) == expected, "\(english)") }
  }

  @Test func `a speed may be written with a stroke`() {
    #expect(conflicts("风速达到85英里每小时。", "Winds of 85 km/h came.") == ["85英里每小时/85 km/h"])
    #expect(conflicts("风速达到85公里每小时。", "Winds of 85 km/h came.").isEmpty)
  }
}
