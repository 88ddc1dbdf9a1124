import Names
import TextCore

/// Finds foreign names in Chinese transliteration that have a dot: 马克·扎克伯格.
enum ForeignNameFinder {
  /// The scalars of each name.
  ///
  /// Costs one pass.
  static func names(in text: HanText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < text.count {
      guard text.traits(at: index).contains(.dot) else {
        index += 1
        continue
      }
      var start = index
      while start > 0, index - start < 7, transliterating.contains(text.scalars[start - 1]) { start -= 1 }
      var end = index + 1
      while end < text.count, end - index < 24, transliterating.contains(text.scalars[end]) || isDot(text.scalars[end])
      {
        end += 1
      }
      while end > index + 1, isDot(text.scalars[end - 1]) { end -= 1 }
      start = afterTitle(start..<index, in: text)
      end = beforeTitle(index + 1..<end, in: text)
      if index - start >= 1, end - index >= 2, end - start >= 4, !isDot(text.scalar(start - 1)) {
        result.append(start..<end)
      }
      index = max(end, index + 1)
    }
    return result
  }

  /// Whether every character of a name of three or more is one that spells foreign names.
  static func isTransliteration(_ name: String) -> Bool {
    let scalars = name.unicodeScalars.map { Folding.simplified($0.value) }
    return scalars.count >= 3 && scalars.allSatisfy { transliterating.contains($0) }
  }

  /// `·`, `•`, `・` and `‧`.
  static let dots: [UInt32] = [0xB7, 0x2022, 0x30FB, 0x2027]

  private static func isDot(_ scalar: UInt32) -> Bool { dots.contains(scalar) }

  /// Where the first part of the name begins: behind a title or another word that is no part of it.
  private static func afterTitle(_ part: Range<Int>, in text: HanText) -> Int {
    for start in part.reversed() {
      let title = max(
        ChineseWords.titles.length(in: text, before: start), ChineseWords.roles.length(in: text, before: start),
        leading.length(in: text, before: start))
      if title > 0 { return start }
    }
    return part.lowerBound
  }

  /// Where the last part of the name ends: before a title or a verb whose first character could spell a name.
  private static func beforeTitle(_ part: Range<Int>, in text: HanText) -> Int {
    for end in part.dropFirst() {
      if ChineseWords.titles.length(in: text, at: end) > 1 || ChineseWords.roles.length(in: text, at: end) > 1
        || ChineseWords.sayVerbs.length(in: text, at: end) > 1 || ChineseWords.followers.length(in: text, at: end) > 1
      {
        return end
      }
    }
    if let last = part.last, part.count > 2, trailing.contains(text.scalar(last)) { return last }
    return part.upperBound
  }

  /// Characters that are an adverb or a verb rather than the end of a name.
  private static let trailing = HanSet("曾提因")

  /// Words that stand before names and end in a character that also spells them.
  private static let leading = HanWords(
    "邻居 组合 主角 女主角 男主角 特使 国王 女王 总理 前总统 候选人 大帝 科学家 队长 外祖父 祖父 被告 来自 包括 以及 护士 人士 骑士 爵士 战士 男爵 伯爵 公爵 英雄")

  /// Characters that spell foreign names.
  private static let transliterating = HanSet(
    """
    阿埃艾爱安昂奥巴白拜班邦包保堡鲍北贝本比彼边别宾波伯勃博卜布采查察昌彻茨次达大代戴丹当道德登邓狄迪蒂第丁东杜度顿多厄恩儿尔耳\
    法凡范菲费芬丰冯佛夫弗福富盖甘冈高戈哥格葛根贡古瓜圭郭果哈海汉罕豪赫黑亨洪侯胡华怀惠霍基吉季加佳贾简姜杰金京久居喀卡凯坎康考\
    柯科可克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷蕾冷黎里理丽利莉立列烈林琳留刘龙隆娄卢鲁路露伦罗洛律马玛迈麦曼芒毛茅梅门蒙孟米密苗敏\
    明缪摩莫墨默姆木穆拿娜纳乃奈南瑙内嫩能尼妮年涅宁牛纽农努诺欧帕派潘庞佩彭皮匹平泼珀普齐奇契钱乔切钦琴青琼丘屈让热仁日荣茹儒\
    瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申生圣施什石史士舒朔丝司斯松苏孙索塔台太泰坦汤唐陶特腾提惕田铁廷通图土托瓦外万旺威韦维伟魏温文\
    翁沃乌武伍西希锡席夏相香肖谢辛欣兴休雄许逊雅亚延扬杨耶叶伊依易意因印英尤约宰赞早泽曾扎詹章珍芝治朱卓孜宗佐丕琪笛翰恺弥肯玻杠娅\
    洲伽姬薇蓓芙萝梵珊黛茜妲赫伽迦耐蔻娥婕玮弥迭兹历姆得乃思廉灵歇毕津迺
    """)
}
