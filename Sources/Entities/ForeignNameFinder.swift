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
      guard isDot(text.scalars[index]) else {
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
      if index - start >= 1, end - index >= 2, end - start >= 4, isInsideSentence(start, text) {
        result.append(start..<end)
      }
      index = max(end, index + 1)
    }
    return result
  }

  private static func isDot(_ scalar: UInt32) -> Bool {
    scalar == 0xB7 || scalar == 0x2022 || scalar == 0x30FB || scalar == 0x2027
  }

  /// A dot at the beginning of a line is a bullet.
  private static func isInsideSentence(_ start: Int, _ text: HanText) -> Bool { !isDot(text.scalar(start - 1)) }

  /// Characters that spell foreign names.
  private static let transliterating = HanSet(
    """
    阿埃艾爱安昂奥巴白拜班邦包保堡鲍北贝本比彼边别宾波伯勃博卜布采查察昌彻茨次达大代戴丹当道德登邓狄迪蒂第丁东杜度顿多厄恩儿尔耳\
    法凡范菲费芬丰冯佛夫弗福富盖甘冈高戈哥格葛根贡古瓜圭郭果哈海汉罕豪赫黑亨洪侯胡华怀惠霍基吉季加佳贾简姜杰金京久居喀卡凯坎康考\
    柯科可克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷蕾冷黎里理丽利莉立列烈林琳留刘龙隆娄卢鲁路露伦罗洛律马玛迈麦曼芒毛茅梅门蒙孟米密苗敏\
    明缪摩莫墨默姆木穆拿娜纳乃奈南瑙内嫩能尼妮年涅宁牛纽农努诺欧帕派潘庞佩彭皮匹平泼珀普齐奇契钱乔切钦琴青琼丘屈让热仁日荣茹儒\
    瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申生圣施什石史士舒朔丝司斯松苏孙索塔台太泰坦汤唐陶特腾提惕田铁廷通图土托瓦外万旺威韦维伟魏温文\
    翁沃乌武伍西希锡席夏相香肖谢辛欣兴休雄许逊雅亚延扬杨耶叶伊依易意因印英尤约宰赞早泽曾扎詹章珍芝治朱卓孜宗佐丕琪笛翰恺弥肯玻杠娅\
    洲伽姬薇蓓芙萝梵珊黛茜妲赫伽迦耐蔻娥婕玮弥
    """)
}
