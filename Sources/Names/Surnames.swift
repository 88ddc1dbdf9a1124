import Lexicon
import TextCore

/// Chinese surnames, in Simplified characters: fold the text before asking.
public enum Surnames {
  /// Whether one character is a surname.
  public static func isSurname(_ scalar: UInt32) -> Bool { members.contains(scalar) }

  /// Whether one character is among the hundred most usual surnames.
  public static func isCommon(_ scalar: UInt32) -> Bool { common.contains(scalar) }

  /// Whether two characters are a compound surname, such as 欧阳.
  public static func isCompound(_ first: UInt32, _ second: UInt32) -> Bool {
    compoundStarts.contains(first) && compoundReadings[Pair(first: first, second: second)] != nil
  }

  /// How many characters the surname of a name has: 2 for a compound one, 1, or 0 where the name begins with none.
  public static func length(in name: ArraySlice<UInt32>) -> Int {
    guard let first = name.first else { return 0 }
    if name.count > 2, isCompound(first, name[name.startIndex + 1]) { return 2 }
    return isSurname(first) ? 1 : 0
  }

  /// How many characters the surname of a name has, as for a part of a text.
  public static func length(in name: [UInt32]) -> Int { length(in: name[...]) }

  /// Whether flat pinyin (`ma`, `ouyang`) is the reading of a surname.
  public static func isPinyinOfSurname(_ flat: String) -> Bool { surnamePinyin.contains(flat) }

  /// The readings of all surnames in flat pinyin, in no order.
  package static var allPinyin: some Sequence<String> { surnamePinyin }

  /// The reading of a surname where it is not that of the character in other words: 单 `shan4`.
  static func reading(_ scalar: UInt32) -> String? { readings[scalar] }

  /// The reading of a compound surname, both syllables: `yu4 chi2`.
  static func compoundReading(_ first: UInt32, _ second: UInt32) -> (String, String)? {
    guard let both = compoundReadings[Pair(first: first, second: second)] else { return nil }
    return both
  }

  /// The surnames, the most usual hundred first and in the order of their bearers.
  private static let singles = """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆\
    范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤\
    温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申殷詹欧耿关兰焦俞左柳甘祝包宁尚符舒阮纪柯梅童凌毕单季裴霍涂成苗谷曲盛翁\
    冉骆蓝路游靳辛管柴蒙鲍华喻祁房蒲滕萧屈饶解牟艾尤阳时穆农司古吉缪简车项连芦麦褚娄窦戚岑党宫景卜费冷晏席卫米柏宗瞿桂\
    全苟闵佟应臧边卞姬邬和师仇栾丘隋商刁沙荣巫郎桑寇甄丛仲虞敖巩明佘池查麻苑迟邝官封谈鞠匡惠荆乐冀胥郁南班储芮原栗燕楚鄢劳\
    谌奚皮粟冼蔺楼盘满闻位厉仝区伊肇花句朴阎傅兆言竺植闾幸揭禹桓盖荀羊於濮扈支逄咸籍赖宿怀莘勾乌东弓牧隗山车侯宓蓬\
    逯索糜干茅钮诸洪计强贲邴富井汲仉屠窦步都郗赫昝糜松但贡印洑卓蔚晁勾敬雍璩濮寿通扈宦慎戈终暨衡耿广东欧殳沃利越夔隆师巩\
    厍晁勾敖融訾阚那空毋乜养须丰巢蒯相后红竺权逯盍益公仉督练洪琚由来仁绳昌丹宣双信占次阴仙多忻檀忽苍邸朗冒智税候回战相勤初亢辜薄
    """

  /// Surnames that are read in a way of their own.
  private static let ownReadings = """
    单shan4曾zeng1仇qiu2任ren2解xie4区ou1朴piao2查zha1盖ge3种chong2缪miao4翟zhai2葛ge3尉wei4宁ning4乐yue4员yun4华hua4\
    纪ji3祭zhai4秘bi4折she2黑he4车che1石shi2柏bai3卜bu3谌chen2洗xian3冼xian3逄pang2乜nie4覃qin2长chang2俞yu2干gan1\
    应ying1洪hong2沈shen3过guo1哈ha3令ling2召shao4眭sui1教jiao4朝chao2都du1行xing2牟mou4句gou1那na1\
    缴jiao3曲qu1相xiang4隗wei3於yu1佴nai4臧zang1贾jia3燕yan1重chong2降jiang4占zhan1鲍bao4无wu2薄bo2
    """

  private static let compounds = """
    欧阳ou1yang2 司马si1ma3 诸葛zhu1ge3 上官shang4guan1 司徒si1tu2 东方dong1fang1 夏侯xia4hou2 皇甫huang2fu3 尉迟yu4chi2 \
    公孙gong1sun1 慕容mu4rong2 令狐ling2hu2 宇文yu3wen2 长孙zhang3sun1 司空si1kong1 万俟mo4qi2 独孤du2gu1 南宫nan2gong1 \
    端木duan1mu4 轩辕xuan1yuan2 西门xi1men2 百里bai3li3 呼延hu1yan2 东郭dong1guo1 公冶gong1ye3 宗政zong1zheng4 \
    濮阳pu2yang2 淳于chun2yu2 单于chan2yu2 太史tai4shi3 申屠shen1tu2 仲孙zhong4sun1 钟离zhong1li2 澹台tan2tai2 \
    赫连he4lian2 闻人wen2ren2 拓跋tuo4ba2 第五di4wu3 完颜wan2yan2 纳兰na4lan2 公羊gong1yang2 鲜于xian1yu2 闾丘lv2qiu1 \
    亓官qi2guan1 司寇si1kou4 叶赫ye4he4 那拉na4la1 耶律ye1lv4 贺兰he4lan2 左丘zuo3qiu1 东里dong1li3 南门nan2men2
    """

  private struct Pair: Hashable {
    var first: UInt32
    var second: UInt32
  }

  private static let rank: [UInt32: Int] = {
    var result: [UInt32: Int] = [:]
    for scalar in singles.unicodeScalars where scalar.value.isHan && result[scalar.value] == nil {
      result[scalar.value] = result.count
    }
    return result
  }()

  /// The characters that are surnames by themselves.
  package static let members = HanSet(rank.keys)
  private static let common = HanSet(rank.lazy.filter { $0.value < 100 }.map(\.key))
  private static let compoundStarts = HanSet(compoundReadings.keys.lazy.map(\.first))

  private static let readings: [UInt32: String] = {
    var result: [UInt32: String] = [:]
    var current: UInt32?
    for scalar in ownReadings.unicodeScalars {
      if scalar.value.isHan {
        current = scalar.value
        result[scalar.value] = ""
      } else if let current, !scalar.properties.isWhitespace {
        result[current]?.unicodeScalars.append(scalar)
      }
    }
    return result
  }()

  private static let compoundReadings: [Pair: (String, String)] = {
    var result: [Pair: (String, String)] = [:]
    for entry in compounds.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let scalars = Array(entry.unicodeScalars)
      guard scalars.count > 2, let syllables = Pinyin.syllables(in: String(entry.dropFirst(2))), syllables.count == 2
      else { continue }
      result[Pair(first: scalars[0].value, second: scalars[1].value)] = (syllables[0].numbered, syllables[1].numbered)
    }
    return result
  }()

  private static let surnamePinyin: Set<String> = {
    var result: Set<String> = []
    for scalar in rank.keys {
      if let own = readings[scalar] {
        result.insert(Pinyin.flat(own))
      } else if let usual = NameReadings.mandarin(scalar).first {
        result.insert(usual.flat)
      }
    }
    for both in compoundReadings.values { result.insert(Pinyin.flat(both.0) + Pinyin.flat(both.1)) }
    result.formUnion(["lu", "lyu"])  // 吕 without its dots
    return result
  }()
}
