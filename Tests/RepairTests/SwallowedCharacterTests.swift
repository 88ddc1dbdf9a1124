import Foundation
import TestSupport
import TextCore
import Testing

@testable import Repair

/// A `?` of misread UTF-8 swallowed a byte and the ASCII character behind it.
struct SwallowedCharacterTests {
  @Test func `a digit that nobody can know is marked, not left out`() throws {
    let url = TestFolders.inProject("corpus/damaged/qingxi-kiwifruit.mojibake.zh.txt")
    let damaged = try String(contentsOf: url, encoding: .utf8)
    let repaired = TextRepairer().repaired(MappedText(damaged)).text.string
    // Where the clean text has 已有30多年, the 3 is gone from the file.
    #expect(repaired.contains("已有\u{FFFD}0多年"))
    #expect(repaired.contains("面积\u{FFFD}.8万亩"))
    // 产量约4.2万吨: many characters fit the two bytes that are left of 约, but a figure follows.
    #expect(repaired.contains("产量约\u{FFFD}.2万吨"))
    #expect(!repaired.contains("已有0多年") && !repaired.contains("已有 0多年"))
  }

  @Test func `neither is one that a shift swallowed`() throws {
    let url = TestFolders.inProject("corpus/damaged/liuquan-village-shops.pinyin.zh.txt")
    let damaged = try String(contentsOf: url, encoding: .utf8)
    let repaired = TextRepairer().repaired(MappedText(damaged)).text.string
    // 當天的300多單 in the clean text: 的 lost a half and the 3 is gone, and neither is made up.
    #expect(repaired.contains("當天?\u{FFFD}00多單"))
  }
}
