import Testing
import TextCore

@testable import Repair

/// Marks of GBK that were torn between two pieces of a page, so that every byte behind them is read one place off.
struct OrphanedMarkTests {
  /// GBK text that was decoded in pieces: `|` stands between the two bytes of the mark before it.
  private static func torn(_ text: String) -> String {
    var bytes: [UInt8] = []
    var cuts: Set<Int> = []
    for scalar in text.unicodeScalars {
      if scalar == "|" {
        cuts.insert(bytes.count - 1)
      } else if let code = scalar.value < 0x80 ? nil : GBKCode.code(of: scalar.value) {
        bytes += [UInt8(code >> 8), UInt8(code & 0xFF)]
      } else {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      }
    }
    return decoded(bytes, cuts: cuts)
  }

  /// As Windows decodes code page 936: a pair that is no character, or half of one, becomes `?`.
  private static func decoded(_ bytes: [UInt8], cuts: Set<Int>) -> String {
    var scalars: [UInt32] = []
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        scalars.append(UInt32(lead))
        index += 1
      } else if index + 1 == bytes.count || cuts.contains(index + 1) {
        scalars.append(0x3F)
        index += 1
      } else {
        let trail = bytes[index + 1]
        scalars.append(GBKCode.scalar(lead, trail) ?? userDefined(lead, trail) ?? 0x3F)
        if trail == 0x0A { scalars.append(0x0A) }
        index += 2
      }
    }
    return String(scalars: scalars)
  }

  private static func userDefined(_ lead: UInt8, _ trail: UInt8) -> UInt32? {
    GBKCode.isUserDefined(lead, trail) ? userDefined[UInt16(lead) << 8 | UInt16(trail)] : nil
  }

  private static let userDefined = Dictionary(
    (UInt32(0xE000)...0xE765).compactMap { scalar in GBKCode.code(of: scalar).map { ($0, scalar) } },
    uniquingKeysWith: { first, _ in first })

  /// Clean lines of our own around the torn ones, as a page has them.
  private static let page = """
    城北的旧书市场每到周末就挤满了人。
    “我在这儿摆了二十年摊，”老周说，“什么书都卖过。”
    他的摊位上有小说、地图、旧杂志，还有几本发黄的家谱。
    今年，市场搬进了新楼。“租金涨了，可是不怕下雨了！”他笑着说。
    管理处的负责人表示，新楼的摊位目前已租出九成。
    “以后还要办读书会。”她补充道，“请作家来和读者见面。”

    """

  @Test func `what is all there is read again`() {
    let lines = [
      "他说，|市场的摊位今年都租出去了。", "“|我们在新楼办读书会。", "今年的租金涨了，他说：“以后还要涨。|”",
      "管理处的负责人说：“读者都来了，|大家很高兴。”", "“什么书都有……|”", "他问老周：“你的摊位在新楼吗？|”",
      "走到一半，|他停下来往里看了一眼。",  // 里 and 看 make 锟, which is no lost character here
      "（市场的摊位，|今年都租出去了。）",
      "负责人表示，|摊位由新楼统一提供。",  // the bytes between 供 and 。 are no character
    ]
    for line in lines {
      let sound = String(line.unicodeScalars.filter { $0 != "|" }.map(Character.init))
      let damaged = Self.torn(line + "\n")
      #expect(damaged != sound + "\n")
      #expect(Samples.repaired(Self.page + damaged) == Self.page + sound + "\n", "\(damaged)")
    }
  }

  @Test func `bytes that are no character together are read on both sides`() {
    let page = """
      城北的舊書市場每到週末就擠滿了人，工人和農民都來。
      「我在這兒擺了二十年攤，」老周說，「什麼書都賣過。」
      他的攤位上有小說、地圖、舊雜誌，還有幾本發黃的家譜。
      今年，市場搬進了新樓。據說租金漲了，可是他笑著說不怕。
      管理處的負責人表示，工黨的黨員準備在新樓辦讀書會，為大家服務。

      """
    for line in ["他說，|不論他們是否為工黨成員，都來了。", "上星期一他前往白宮，|據報他準備辭去職務。"] {
      let sound = line.replacing("|", with: "") + "\n"
      #expect(Samples.repaired(page + Self.torn(line + "\n")) == page + sound)
    }
  }

  @Test func `a page that keeps scripts apart lost a space where another lost a digit`() {
    let page = Self.page.replacing("二十", with: " 20 ").replacing("九成", with: " 9 成") + "他来自 Anhe 的村里，有 3 个孩子。\n"
    let line = "老周表示，|来自 Tonghe 的读者已有 6 个。\n"
    #expect(Samples.repaired(page + Self.torn(line)) == page + line.replacing("|", with: ""))
  }

  @Test func `a digit that went with half a character is marked, and so is the character`() {
    let damaged = Self.torn("市场里，|新楼的摊位共有7个人看守。\n")
    let repaired = Samples.repaired(Self.page + damaged)
    #expect(repaired.contains("市场里，新楼的摊位共"))
    #expect(repaired.contains("\u{FFFD}个人看守。"), "\(repaired.suffix(30))")
  }

  @Test func `two question marks where a mark and a digit stood are reported`() {
    let damaged = Self.torn("他说，|市场的摊位今年都租出去了。\n搬进新楼的人，|6月来了。\n")
    let edits = Samples.plain.edits(in: MappedText(Self.page + damaged))
    #expect(edits.contains { !$0.isRecoverable && $0.kind == .gbkShift })
    let alone = Samples.plain.edits(in: MappedText(Self.page + Self.torn("订单受到影响，|2月份少了六成。\n")))
    #expect(alone.map(\.isRecoverable) == [false])
    for text in ["什么??你说", "好吗??3月见"] { #expect(Samples.plain.edits(in: MappedText(Self.page + text)).isEmpty) }
  }

  @Test func `question marks that people wrote stay`() {
    for text in ["你来吗?！", "真的?!我不信", "什么??你说", "好吗?OK", "怎么办?A计划", "你去吗？?", "他问:在哪儿?俊男说。"] {
      #expect(Samples.repaired(Self.page + text + "\n") == Self.page + text + "\n", "\(text)")
    }
  }

  @Test func `marks open and close`() {
    var marks = OpenMarks()
    for scalar in "他说：“看《红楼梦".unicodeScalars { marks.read(scalar.value) }
    #expect(marks.fitness(of: 0x300B, after: 0x3002) > marks.fitness(of: 0x201D, after: 0x3002))
    marks.read(0x300B)
    #expect(marks.fitness(of: 0x201D, after: 0x3002) > 0 && marks.fitness(of: 0x201C, after: 0x3002) < 0)
    marks.read(0x201D)
    #expect(marks == OpenMarks() && marks.fitness(of: 0x201D, after: 0x3002) < 0)
    for _ in 0..<100_000 { marks.read(0x300A) }
    for _ in 0..<100_000 { marks.read(0x300B) }
    #expect(marks == OpenMarks())
  }
}
