import Names
import TextCore

/// Finds Chinese places and organisations by the words that end their names: 惠民县, 浙江工商大学.
///
/// Chinese does not mark where such a name begins, so a name is only taken where something else ends right before it:
/// punctuation, a place of the glossary, a preposition. What is missed here is for the glossary.
struct ChinesePlaceFinder {
  struct Found {
    var range: Range<Int>
    var kind: EntityKind
    var suffix: String
    var confidence: Double
  }

  let text: HanText
  /// Where other names begin and end.
  let marks: NameMarks
  /// Whether a dictionary has the scalars as a common word.
  let isWord: (Range<Int>) -> Bool

  /// The names by place.
  ///
  /// Costs a pass over the text.
  func names() -> [Found] {
    var result: [Found] = []
    var index = 0
    while index < text.count {
      let traits = text.traits(at: index)
      var found = traits.contains(.organisation) ? organisation(endingFrom: index) : nil
      if found == nil, traits.contains(.place) { found = place(endingAt: index) }
      if let found {
        result.append(found)
        index = found.range.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  // MARK: Places

  private func place(endingAt index: Int) -> Found? {
    guard !Self.placeContinuations.contains(text.scalar(index + 1)) else { return nil }
    // 乡 is more often home than a township.
    if text.scalar(index) == 0x4E61, !marks.isEnd(index - 2), !marks.isEnd(index - 3) { return nil }
    for length in [2, 3] {
      let start = index - length
      // 仅|杭州|市: a known name begins behind the first character.
      if length == 3, Self.neverFirst.contains(text.scalar(start)) || marks.isStart(start + 1) { continue }
      guard start >= 0, canBeName(start..<index), beginsName(at: start) else { continue }
      if Self.commonPlaceWords.length(in: text, before: index) > 0 || isWord(start..<index) { return nil }
      if length == 3, isWord(start..<start + 2) || isWord(start + 1..<index) { continue }
      return Found(
        range: start..<index + 1, kind: .place, suffix: text.string(index..<index + 1),
        confidence: marks.isEnd(start) ? 0.8 : 0.65)
    }
    return nil
  }

  private func canBeName(_ range: Range<Int>) -> Bool {
    range.allSatisfy { text.isHan($0) && !Self.neverInPlaces.contains(text.scalar($0)) }
  }

  /// Whether a name can begin at the index: something else ends there.
  private func beginsName(at start: Int) -> Bool {
    if start == 0 || !text.isHan(start - 1) || marks.isEnd(start) { return true }
    return Self.openers.contains(text.scalar(start - 1)) || Self.openingWords.length(in: text, before: start) > 0
  }

  private static let neverFirst = HanSet("据达抵往至去到自称让叫问请距离送")
  static let placeSuffixes = HanSet("市县镇乡村")
  private static let placeContinuations = HanSet("长委场民域级份值城村庄镇政区直道内外里上中下人干淘办电企")
  private static let openers = HanSet("在于到从和与及是至赴往由为对向省市县区州抵经近离")
  private static let openingWords = HanWords("来自 位于 抵达 前往 到访 走进 落户 入驻 考察 包括 例如 比如 以及 来到 分别在 举办地")
  private static let neverInPlaces = HanSet(
    """
    的了在和与及全各本该我每某两几多此这那其一二三四五六七八九十百千个些们你他她它所为是有被把将对从到于由省市县区镇乡村新老旧大小好\
    整进出去来等上下前后内外里中农城超股都空亿万元年月日
    """)
  /// Words before a suffix that make a kind of place, not a name.
  private static let commonPlaceWords = HanWords(
    """
    贫困 示范 试点 先行 重点 发达 沿海 内陆 直辖 省会 地级 县级 中心 主要 有关 相关 外地 周边 邻近 自治 特色 淘宝 电商 脱贫 强 旅游 \
    古 文明 美丽 边境 产业 智慧 数字 国际 现代 海滨 港口 工业 花园 卫星 兄弟 其他 所有 许多 不少 部分 当地 本地 首批 首个 友好 国家 \
    历史 文化 名 创新 宜居 森林 生态 康养 移民 棚户 行政 自然 专业 亿元 百强 千强 示范性 经济 人口 山区 革命 老区 民族 牧业 建制 自然 空心
    """)

  // MARK: Organisations

  private func organisation(endingFrom index: Int) -> Found? {
    let suffix = Self.organisationSuffixes.length(in: text, at: index)
    guard suffix > 0 else { return nil }
    let end = index + suffix
    if marks.isEnd(end) { return nil }  // the glossary has it, and knows where it begins
    if let office = office(endingAt: end, suffix: index) { return office }
    if Self.organisationContinuations.contains(text.scalar(end)) { return nil }
    let nameEnd = beforeBrackets(at: index)
    var start = nameEnd
    while start > 0, nameEnd - start < 14, text.isHan(start - 1), !Self.stops.contains(text.scalar(start - 1)) {
      start -= 1
    }
    guard start == 0 || !text.isHan(start - 1) || Self.stops.contains(text.scalar(start - 1)) else { return nil }
    start = afterOpeningWord(from: start, to: nameEnd)
    let name = start..<nameEnd
    guard name.count >= 2, !Self.generic.contains(text.scalar(start)), !name.contains(where: marks.isPerson) else {
      return nil
    }
    // Without a term of the glossary in front only a short name without a verb is believed.
    let isPlaced = marks.isStart(start)
    guard isPlaced || name.count <= 8 && !hasVerb(name) else { return nil }
    if name.count <= 3, isWord(name) { return nil }
    if Self.commonOrganisations.length(in: text, before: nameEnd) == name.count { return nil }
    return Found(
      range: start..<end, kind: .organisation, suffix: text.string(index..<end), confidence: isPlaced ? 0.75 : 0.6)
  }

  /// Whether a name has a character that names do not have but in the words for what companies do.
  private func hasVerb(_ name: Range<Int>) -> Bool {
    var index = name.lowerBound
    while index < name.upperBound {
      let trade = Self.trades.length(in: text, at: index)
      if trade == 0, Self.neverInOrganisations.contains(text.scalar(index)) { return true }
      index += max(trade, 1)
    }
    return false
  }

  private static let trades = HanWords("控股 发展 开发 进出口 出版 出租 再生 快运 快递 快餐 整形")

  /// The index of the bracket around a region in the name of a company, 安河（上海）|有限公司, or `index` where there is none.
  private func beforeBrackets(at index: Int) -> Int {
    guard text.scalar(index - 1) == 0x29 else { return index }
    var open = index - 2
    while index - open < 8, text.isHan(open) { open -= 1 }
    return text.scalar(open) == 0x28 && index - open >= 4 ? open : index
  }

  /// 省发改委, 市商务局: an office that leaves out the name of its region.
  private func office(endingAt end: Int, suffix: Int) -> Found? {
    let level = suffix - 1
    guard Self.offices.contains(text.scalar(end - 1)), Self.levels.contains(text.scalar(level)),
      !text.isHan(level - 1) || marks.isEnd(level) || Self.stops.contains(text.scalar(level - 1))
    else { return nil }
    return Found(range: level..<end, kind: .organisation, suffix: text.string(suffix..<end), confidence: 0.7)
  }

  private static let levels = HanSet("省市县区州")
  private static let offices = HanSet("委局厅")

  /// Skips a verb that a name stands after, or what the company is: 加入|阿里巴巴公司, 玻璃制造商|安河公司.
  private func afterOpeningWord(from start: Int, to end: Int) -> Int {
    var result = start
    for index in start..<end {
      let length = Self.openingVerbs.length(in: text, at: index)
      if length > 0, index + length <= end { result = index + length }
    }
    return result
  }

  static let organisationSuffixes = HanWords(
    """
    有限责任公司 股份有限公司 有限公司 集团公司 集团 大学 学院 研究院 研究所 研究中心 委员会 协会 商会 基金会 联合会 银行 医院 日报 晚报 \
    时报 周报 电视台 广播电台 出版社 通讯社 杂志社 博物馆 图书馆 法院 检察院 税务局 公安局 教育局 统计局 环保局 农业局 商务局 文旅局 \
    卫生局 财政局 商务厅 教育厅 财政厅 公安厅 农业厅 交通厅 科技厅 农业农村厅 文化厅 商务部 外交部 教育部 财政部 公安部 国防部 农业部 \
    科技部 卫生部 交通部 农业农村部 工信部 发改委 国资委 卫健委 证监会 银监会 工信委 经信委 农工委 住建局 工信厅 工信局 卫健局 人社厅 人社局 市场监管局 农业农村局 扶贫办 金融办 发改局
    """)
  private static let organisationContinuations = HanSet("生人员长化家")
  private static let stops = HanSet("的了在和与及是由从对向为被把将等到于其该这那让据称说后前时并而或但也都就给给以经随受请同个家所名位年月日")
  private static let neverInOrganisations = HanSet(
    "叫抬去告诉使没有要陷入考只跟会则此如不地把给让着过得很都又再想能可应需已正曾还上下往送转来出进做看因指控开发快速整挂刚努次星期周")
  private static let generic = HanSet("多各全每某两几一二三四五六七八九十本我你他她大小新老旧此")
  private static let openingVerbs = HanWords(
    """
    加入 成立 签约 签署 来自 创办 创立 出任 担任 参加 访问 考察 走进 联合 携手 投资 收购 毕业 就读 就职 邀请 通过 根据 关于 作为 包括 以及 出席 任职 现任 曾任 抵达 主办 承办 举办 介绍 例如 比如 厌恶 等待 儿子 女儿 \
    制造商 生产商 供应商 运营商 开发商 经销商 零售商 服务商 承包商 巨头 龙头
    """)
  private static let commonOrganisations = HanWords(
    "科技 投资 上市 企业 民营 国有 外资 物流 电商 互联网 大型 知名 相关 有关 股份 子 分 母 商业 政策 人民 中级 高级 最高 地方 综合 附属 中心 社区 专业 重点 普通 著名 行业 国际 农业 职业 技术 高等 独立 专门 常务 管理 组织 筹备 学术 工作"
  )
}
