import TextCore

/// Chinese words that hold the characters of numerals and count nothing.
enum ChineseGuards {
  /// The index after the word that stands at `index`, or nil.
  static func end(in text: FoldedText, at index: Int) -> Int? {
    guard let match = table.match(in: text, at: index) else { return nil }
    // 突破千万 counts, 千万不要 does not.
    if case .anythingCounted = match.value, text.at(index - 1).isAmong("破过达近超逾上约") { return nil }
    return match.value.isNumber(before: text.at(match.end)) ? nil : match.end
  }

  /// What makes a number of the word after all: `千万元` and `十分钟` are numbers, `千万不要` and `十分重要` are not.
  private enum Exception {
    case none
    case anythingCounted
    /// `三公里`.
    case metric
    /// `四平方米`.
    case square

    func isNumber(before next: UInt32) -> Bool {
      switch self {
      case .none: false
      case .anythingCounted: ChineseGuards.counted.contains(next)
      case .metric: next.isAmong("里斤尺分顷升釐厘")
      case .square: next.isAmong("方")
      }
    }
  }

  private static let counted = HanSet("元美港欧日英人个只家户名位吨亩斤公平米里千万亿多余年岁辆台件份册之钟种条张次块级倍以")

  /// Every character that a word of the table begins with.
  static var firstScalars: some Sequence<UInt32> { table.firstScalars }

  private static let table = WordTable<Exception>([
    (
      """
      一带一路 一些 一下 一下子 一定 一旦 一直 一样 一般 一切 一致 一律 一再 一向 一度 一时 一旁 一番 一贯 一边 一方面 一方 \
      一系列 一部分 一体 一体化 一流 一线 一手 一心 一生 一身 一路 一路上 一口气 一举 一跃 一概 一同 一齐 一道 一共 一连 一味 \
      一经 一如 一如既往 一代 一行 一点点 一丝 一会儿 一言 一味 一视同仁 一目了然 一应俱全 一见钟情 一塌糊涂 一无所有 一成不变 一帆风顺 \
      一国两制 一心一意 一五一十 一清二楚 一二三产业 一刀切 一把手 一揽子 一站式 一家人 一条龙 一窝蜂 一席之地 一臂之力 一本正经 一落千丈 \
      一年一度 一年四季 一日游 一卡通 一键 一来 一来二去 一不小心 一半以上 一天到晚 一大早 一早 一夜之间 \
      统一 万一 唯一 惟一 单一 同一 不一 之一 任一 逐一 专一 合一 三合一 二合一 五合一 如一 划一 归一 始终如一 \
      进一步 更进一步 另一 另一方面 每一 某一 \
      三农 三峡 三亚 三明 三星 三沙 三国 三维 三维码 三甲 三角 三角形 三角洲 三角地 长三角 珠三角 三九 三轮 三轮车 三思 三番五次 三番两次 三三两两 三心二意 三言两语 \
      三门峡 三里屯 三元桥 三元区 三元里 三元牛奶 三元食品 三元乳业 三元正极 三元材料 三元锂 三元催化 三联 三菱 三井 三洋 三水 三原 三江 三江源 三文鱼 三明治 三五成群 三令五申 三通一平 三来一补 三顾茅庐 三包 再三 三缺一 三公经费 \
      四川 四川省 四季 四肢 四周 四面 四面八方 四处 四方 四会 四书 四书五经 四合院 四通八达 四分五裂 四大皆空 四环 \
      五金 五官 五星 五星级 五星红旗 五环 五行 五岳 五谷 五谷杂粮 五粮液 五颜六色 五湖四海 五花八门 五彩 五彩缤纷 五味 五指山 五台山 五道口 五保 五保户 五四运动 五四 五矿 五常 五莲 五一节 五险一金 \
      六安 六盘水 六合 六神 六朝 七夕 七里河 七台河 七上八下 七嘴八舌 七匹狼 七星 七喜 \
      八卦 八达岭 八宝 八宝山 八宝粥 八路军 八仙 八面玲珑 八角 九江 九寨沟 九龙 九龙坡 九龙湖 九牛一毛 九华山 九州 九州通 九泉 九鼎 九阳 \
      十堰 十足 十字 十字路口 十字架 十全十美 十有八九 十万火急 十里堡 十三陵 十里洋场 十渡 百姓 百货 百度 百科 百科全书 百合 百花 百花齐放 百家争鸣 百分比 百分率 百分数 百分制 百色 百灵 百般 百无聊赖 百折不挠 百年大计 百事 百胜 百思不得其解 百利 百叶 百草 百世 百强 百大 百老汇 百慕大 百威 百丽 百联 百家乐 百战百胜 百里 百态 百川 \
      千方百计 千家万户 千里 千里马 千禧 千岛湖 千古 千秋 千变万化 千军万马 千篇一律 千钧一发 千山万水 千载难逢 千辛万苦 千言万语 千丝万缕 千差万别 千瓦 千克 千米 千卡 千伏 千兆 千兆网 秋千 千叶 千金 千灯 \
      万物 万众 万众一心 万科 万达 万里长城 万里长征 万里 万州 万宁 万象 万家 万家灯火 万年青 万宝 万通 万向 万豪 万事 万事达 万事达卡 万能 万岁 万无一失 万般 万圣节 万隆 万国 万县 万博 万维网 万人空巷 万水千山 万有引力 万全 万华 万荣 万载 万安 万盛 \
      亿万 亿万富翁 亿万富豪 亿阳 亿达 亿邦 亿利 \
      二维码 二手 二手车 二手房 二手货 二胡 二氧化碳 二氧化硫 二战 一战 二线 三线 二线城市 三线城市 一线城市 四线城市 二环 三环 二郎 二流 二者 二人转 二次元 二进制 二代 二话 二把手 二元 二元论 二甲双胍 \
      两会 两岸 两侧 两旁 两面 两性 两极 两难 两江 两江新区 两广 两湖 两院院士 两者 两口子 两手 两栖 两头 两回事 两全其美 两弹一星 斤两 \
      二七区 二七广场 二七 九三学社 十三行 九一八 八一 七一 六一 三八妇女节 三一五 五四青年节 半导体 半岛 半径 半成品 半球 半决赛 半场 半壁 半壁江山 半天 半夜 半信半疑 半途 半途而废 半边天 半自动 \
      几乎 几何 几率 几内亚 数字 数据 数码 数量 数学 数目 数额 数控 数值 数位 数以 \
      陆续 陆地 陆军 陆路 陆上 陆海 陆家嘴 陆丰 陆川 大陆 内陆 登陆 着陆 伍兹 队伍 入伍 退伍 拾取 收拾 百胜 叁 贰 \
      亿元 万元户 万元 零售 零售业 零售商 零部件 零件 零食 零碎 零星 零工 零配件 零和 零散 零头 零钱 零距离 凋零 飘零 孤零零 归零 清零 零容忍 \
      兆丰 吉兆 预兆 征兆 千兆 一一 一一对应 不二 周期 周边 周围 周年庆 周到 周密 周转 周遭 周游 \
      阿里巴巴十八罗汉 十八罗汉 百万富翁 百万富豪 千万富翁 万千 成千上万 成百上千 成千成万 数不胜数 数一数二 举一反三 独一无二 接二连三 朝三暮四 丢三落四 五十步笑百步 乱七八糟 横七竖八 颠三倒四 不三不四 \
      低三下四 张三 李四 王五 王二 挂一漏万 以一当十 一心二用 说一不二 略知一二 一万年太久 三十六计 七十二变 二十四节气 十二生肖
      """.replacing("\n", with: " "), .none
    ),
    ("十分 万分 千万 百万庄 亿万 十一五 十二五 十三五 十四五 十五五", .anythingCounted),
    ("三公", .metric), ("四平", .square),
  ])
}
