import TestSupport
import Testing
import TextCore

@testable import Repair

/// Input that nobody writes: deep, long, broken.
///
/// The cost must grow with the length, no faster.
@Suite struct BadInputTests {
  @Test func `cost grows with the length`() {
    let pieces = [
      "(", "（", "[", "【", "?", "锛", "Ã", "&", "<", "a", "中", " ", "l(fā)", "協(xié)", "Ãƒ", "ofthe", "rn", "0",
      "\u{FFFD}", "\u{200B}", "鐨?", "锛?", "?！?", "?闭",
    ]
    for piece in pieces {
      let short = Self.time(String(repeating: piece, count: 100))
      let long = Self.time(String(repeating: piece, count: 1_000))
      #expect(long < short * 60 + .seconds(2), "\(piece): \(short), then \(long)")
    }
  }

  private static func time(_ text: String) -> Duration {
    let utf8 = Array(text.utf8)
    return ProcessorTime.spent { _ = Samples.informed.edits(in: utf8) }
  }

  @Test func `misread text without an end is read to its end`() {
    let text = String(repeating: "鏈嶅姟鍣ㄧ殑閰嶇疆鏂囦欢", count: 1_000)
    #expect(Samples.repaired(text) == String(repeating: "服务器的配置文件", count: 1_000))
  }

  @Test func `brackets 100,000 deep are no damage`() {
    for (open, close) in [("(", ")"), ("（", "）"), ("《", "》"), ("<", ">")] {
      let text = String(repeating: open, count: 100_000) + "的" + String(repeating: close, count: 100_000)
      #expect(Samples.informed.edits(in: Array(text.utf8)).isEmpty)
    }
  }

  @Test func `a text of several blocks is repaired in each, with offsets in the whole`() {
    let line = "It is donâ€™t, 中国。\n"
    let text = String(repeating: line, count: 40)
    var repairer = TextRepairer()
    repairer.longestBlock = 100
    let edits = repairer.edits(in: Array(text.utf8))
    #expect(edits.count == 40)
    let lineLength = line.utf8.count
    #expect(edits.enumerated().allSatisfy { $1.span.start == $0 * lineLength + 9 && $1.replacement == "’" })
  }
}
