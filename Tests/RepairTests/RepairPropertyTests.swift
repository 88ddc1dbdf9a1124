import TestSupport
import Testing
import TextCore

@testable import Repair

@Suite struct RepairPropertyTests {
  /// What damage is made of, so that random texts hit every mechanism.
  private static let pieces = [
    "?", "!", "(", ")", "(fā)", "(xié)", "協(xié)", "業(yè)", "戰(zhàn)", "議(yì)", "?qū)", "?/FONT>", "\u{E57A}",
    "\u{E0FA}", "€", "闭憬", "卑⒗",
    "l(fā)", "鐨?", "锛", "锟斤拷", "鎴戜滑", "ÖÐ", "¹ú", "â€™", "Ã©", "Ã¢â€šÂ¬", "¤¤", "&nbsp;", "&amp;", "&#8220;", "&#x",
    "< p >", "</p>",
    "\u{200B}", "\u{FEFF}", "\u{1}", "\u{92}", "\u{FFFD}", "ï¿½", "ofthe", "e cient", "govern- ment", "di↵erent", "ﬁ",
    "rnore", "p0licy", "2O19", "  eld", "dierent", "Ã¥Â®â€°", "３", "鍣?", "發",
    " ", "\n", "，", "。”",
    "中国", "的", "a", "The", "9", "🙂", "𠮷", "é", "ß“",
  ]

  private static func text(seed: UInt64) -> String {
    var numbers = SeededNumbers(seed)
    var result = ""
    for _ in 0..<Int.random(in: 1...60, using: &numbers) {
      if Int.random(in: 0..<6, using: &numbers) == 0 {
        let value = UInt32.random(in: 1...0x9FFF, using: &numbers)
        result.unicodeScalars.append(Unicode.Scalar(value) ?? "x")
      } else {
        result += pieces.randomElement(using: &numbers)!
      }
    }
    return result
  }

  @Test func `edits are sorted, apart and on scalar boundaries, and a second repair changes nothing`() {
    for seed in UInt64(1)...200 {
      let text = MappedText(Self.text(seed: seed))
      let (repaired, edits) = Samples.informed.repaired(text)
      var position = 0
      for edit in edits {
        #expect(edit.span.start >= position && edit.span.end <= text.utf8.count, "seed \(seed)")
        #expect(
          Self.isBoundary(edit.span.start, text.utf8) && Self.isBoundary(edit.span.end, text.utf8), "seed \(seed)")
        #expect(edit.isRecoverable || edit.replacement.isEmpty, "seed \(seed)")
        position = edit.span.end
      }
      let again = Samples.informed.repaired(repaired).text.string
      #expect(again == repaired.string, "seed \(seed)")
      #expect(Samples.informed.repairedText(text) == repaired, "seed \(seed)")
    }
  }

  @Test func `repairs that come to no end are only proposed`() {
    let text = MappedText("It is donâ€™t, and 中\u{200B}国。")
    var repairer = Samples.plain
    #expect(repairer.repaired(text).text.string == "It is don’t, and 中国。")
    repairer.maximumRounds = 1  // the second one would see that all is done
    let (unchanged, edits) = repairer.repaired(text)
    #expect(unchanged.string == text.string)
    #expect(edits.map(\.isSafe) == [false, false] && edits.map(\.replacement) == ["’", ""])
  }

  @Test func `long texts of one sign stay quick`() {
    for piece in ["?啊", "?qū)", "锛", "Ã", "&amp;", "(fā)", "協(xié)", "e cient ", "鎴?", "?!", "é€"] {
      let text = MappedText(String(repeating: piece, count: 400))
      let time = ProcessorTime.spent { _ = Samples.informed.edits(in: text) }
      #expect(time < .seconds(60), "\(piece): \(time)")
    }
  }

  private static func isBoundary(_ offset: Int, _ utf8: [UInt8]) -> Bool {
    offset == utf8.count || utf8[offset] & 0xC0 != 0x80
  }
}
