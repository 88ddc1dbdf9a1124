import TextCore

/// Chinese words and the English that says the opposite of them: 上涨 and “fell”, 禁止 and “allowed”.
///
/// Words of one sense only; the lists of what renders them are wide, those of the opposite narrow.
struct Opposites: Sendable {
  /// A few of the entries, by their places.
  typealias Entries = UInt64

  /// One thing that Chinese words say.
  struct Entry: Sendable {
    /// What the Chinese has.
    let chinese: [[UInt8]]
    /// Chinese words that say the opposite: where they stand too, nothing is told.
    let against: [[UInt8]]
    /// What English words begin with that say the same, or something near it.
    fileprivate let same: [String]
    /// English words that say the opposite; those that end in `*` are what words begin with.
    fileprivate let opposite: [String]
  }

  /// Which entries an English word in lower case says, and of which it says the opposite.
  static func entries(of word: String) -> (same: Entries, opposite: Entries) {
    var word = word
    return word.withUTF8 { bytes in
      var (same, opposite): (Entries, Entries) = (0, 0)
      guard bytes.count >= 2, let patterns = patterns[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] else { return (0, 0) }
      for pattern in patterns where pattern.isMet(by: bytes) {
        same |= pattern.same
        opposite |= pattern.opposite
      }
      return (same, opposite)
    }
  }

  /// What English words are, or begin with, and the entries that say so.
  private struct Pattern: Sendable {
    let letters: [UInt8]
    let isWhole: Bool
    var same: Entries = 0
    var opposite: Entries = 0

    func isMet(by word: UnsafeBufferPointer<UInt8>) -> Bool {
      guard isWhole ? word.count == letters.count : word.count >= letters.count else { return false }
      return letters.indices.allSatisfy { word[$0] == letters[$0] }
    }
  }

  /// All patterns by their first two letters.
  private static let patterns: [UInt16: [Pattern]] = {
    var patterns: [UInt16: [Pattern]] = [:]
    func add(_ pattern: Pattern) {
      precondition(pattern.letters.count >= 2, "a pattern of one letter")
      patterns[UInt16(pattern.letters[0]) << 8 | UInt16(pattern.letters[1]), default: []].append(pattern)
    }
    for (place, entry) in table.enumerated() {
      let bit: Entries = 1 << Entries(place)
      for word in entry.same { add(Pattern(letters: Array(word.utf8), isWhole: false, same: bit)) }
      for word in entry.opposite {
        let letters = Array(word.utf8)
        add(
          word.last == "*"
            ? Pattern(letters: letters.dropLast(), isWhole: false, opposite: bit)
            : Pattern(letters: letters, isWhole: true, opposite: bit))
      }
    }
    return patterns
  }()

  /// Where a text has the first of the Chinese words of an entry and none that says the opposite; nil where it has not.
  static func place(of number: Int, in utf8: [UInt8]) -> TextSpan? {
    let entry = table[number]
    guard let span = first(of: entry.chinese, in: utf8), first(of: entry.against, in: utf8) == nil else { return nil }
    return span
  }

  static var count: Int { table.count }

  /// The first place of one of the words, which all have two characters; what is a part of 负增长 or 东南部 is none.
  private static func first(of words: [[UInt8]], in utf8: [UInt8]) -> TextSpan? {
    var index = 0
    while index + 6 <= utf8.count {
      if utf8[index] >= 0xE4, words.contains(where: { utf8[index..<index + 6].elementsEqual($0) }),
        !(index >= 3 && turning.contains { utf8[index - 3..<index].elementsEqual($0) })
      {
        return TextSpan(index, index + 6)
      }
      index += utf8[index] < 0xE0 ? 1 : 3
    }
    return nil
  }

  /// Characters before a word with which it says something else.
  private static let turning = "负負难難防东西南北中東".map { Array(String($0).utf8) }

  private static let rising = "上涨 上升 攀升 走高 飙升 上扬 回升 收涨 增长 上调 加息 上漲 飆升 回漲 增長 上調"
  private static let falling =
    "下跌 下降 下滑 回落 走低 暴跌 锐减 骤降 收跌 下调 降息 降准 减少 降低 銳減 驟降 下調 減少"
  private static let sinking = "fall fell declin drop decreas low cut reduc slump plung shrink shrank shrunk slid slip"
  private static let table: [Entry] = [
    entry(
      rising, against: falling + " 放缓 放緩 收窄 缩小 衰退 萎缩",
      same: """
        ris rose up grow grew increas climb gain high rais hik surg soar jump rebound recover expan boost more great improv
        advanc add ahead strength swell accelerat doubl tripl multipl top record peak rall inflat positive upward tighten
        larg big strong build built extra
        """,
      opposite: "fell fall falls fallen falling declin* dropped decreas* plung* slump* tumbl* slipped shrank lower cut"),
    entry(
      falling, against: rising + " 提高 增加 扩大 提升 擴大 反弹 升至",
      same: sinking + """
         tumbl down less few small weak contract dip eas cool slow los narrow slash trim halv recess retreat negative
        minus worse off away behind sink sank crash thin curb cheap discount downturn erod minim limit sav mitigat free
        lighten scal
        """,
      opposite: "rose risen rises rising increas* grew grown climb* surg* soar* jumped raised raises hike*"),
    entry(
      "支持 赞成 拥护 贊成 擁護", against: "反对 反對 抵制",
      same: """
        support back favo endors help aid advoca sustain assist promot uphold sympath agree approv sponsor encourag subsid
        fund vote pro champion stand
        """,
      opposite: "oppose opposes opposed opposing"),
    entry(
      "反对 反對", against: "支持 赞成 贊成",
      same: """
        oppos against object reject resist protest dissent boycott critic anti condemn disagree disapprov hostil counter
        fight fought combat denounc challeng
        """,
      opposite: "supports supported supporting support"),
    entry(
      "禁止 严禁 嚴禁", against: "允许 允許 准许 解除 取消 可以",
      same: """
        ban prohibit forbid forbad bar outlaw illegal unlawful restrict against prevent stop block refus den exclu limit curb
        avoid halt suspend embargo unless off crack
        """,
      opposite: "allowed allows permitted permits"),
    entry(
      "允许 允許 准许 准許", against: "禁止 严禁 嚴禁",
      same:
        "allow permit let may can could enabl approv authori grant licen accept agree clear give gave consent possib free",
      opposite: "ban banned bans prohibit* forbid*"),
    entry(
      "拒绝 拒絕", against: "接受 同意",
      same: """
        refus declin reject den turn unwilling reluct spurn rebuff without withh resist fail ignor object shun baulk balk
        snub defi decl
        """,
      opposite: "agreed agrees accepted accepts"),
    entry(
      "出口", against: "进口 進口",
      same: "export ship abroad overseas exit outlet gate mouth sell sold out trade door way",
      opposite: "import imports imported importing"),
    entry(
      "进口 進口", against: "出口",
      same: "import inlet bring brought entry foreign buy bought entrance trade overseas intake abroad",
      opposite: "export exports exported exporting"),
    entry(
      "亏损 虧損", against: "盈利 利润 利潤 扭亏", same: "loss los deficit red negative unprofit deplet",
      opposite: "profit profits profitable"),
    entry(
      "盈利", against: "亏损 虧損", same: "profit earn gain money surplus black income return lucrativ",
      opposite: "loss losses"),
    entry(
      "成功", against: "失败 失敗 未能", same: "succe manag win won achiev able triumph victor work make made",
      opposite: "failed fails failure"),
    entry(
      "失败 失敗", against: "成功", same: "fail los defeat unsuccess collaps flop setback abort miss",
      opposite: "success succeeded succeeds successful successfully"),
    entry("东部 東部", against: "西部", same: "east", opposite: "west western"),
    entry("西部", against: "东部 東部", same: "west", opposite: "east eastern"),
    entry("南部", against: "北部", same: "south", opposite: "north northern"),
    entry("北部", against: "南部", same: "north", opposite: "south southern"),
    entry(
      "获胜 战胜 击败 獲勝 戰勝 擊敗", against: "失利 失败 输给 失敗",
      same:
        "beat win won victor defeat over triumph ahead champion title gold success best edg down up crush conquer top",
      opposite: "lost loses losing"),
    entry(
      "男子 男性 男孩", against: "女子 女性 女孩 妇女",
      same: "man men male boy gentle he his him father husband son guy masculin",
      opposite: "woman women female girl girls"),
    entry(
      "女子 女性 女孩 妇女 婦女", against: "男子 男性 男孩",
      same: "woman women female girl she her lad mother wife daughter femin", opposite: "man men male boy boys"),
    entry(
      "最高", against: "最低",
      same: "high top tall max best peak most record great supreme senior larg up heav long ceiling",
      opposite: "lowest minimum"),
    entry(
      "最低", against: "最高", same: "low min least bottom small cheap few floor basic", opposite: "highest maximum"),
    entry(
      "否认 否認", against: "承认 承認 证实", same: "den disput reject refut dismiss contradict disclaim disown contest",
      opposite: "admitted admits acknowledged acknowledges confirmed confirms"),
    entry(
      "承认 承認", against: "否认 否認",
      same: "admit recogni acknowledg conced confess own accept grant allow affirm avow", opposite: "denied denies deny"
    ),
    entry(
      "释放 釋放", against: "逮捕 拘留 被捕", same: "releas free let emit discharg unleash emission relief",
      opposite: "arrested detained"),
    entry(
      "逮捕 拘捕", against: "释放 釋放 获释", same: "arrest detain catch caught custod seiz apprehend round",
      opposite: "released freed"),
  ]

  private static func entry(_ chinese: String, against: String, same: String, opposite: String) -> Entry {
    func words(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\n" }.map(String.init) }
    return Entry(
      chinese: words(chinese).map { Array($0.utf8) }, against: words(against).map { Array($0.utf8) }, same: words(same),
      opposite: words(opposite))
  }
}
