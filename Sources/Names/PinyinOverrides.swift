import Lexicon
import TextCore

/// Words and names in which a character has another reading than its most usual one.
enum PinyinOverrides {
  /// The words that begin with a character, the longest first, with a reading for each of their characters.
  static func words(beginningWith scalar: UInt32) -> [Word] { index[scalar] ?? [] }

  struct Word: Sendable {
    let scalars: [UInt32]
    let syllables: [PinyinSyllable]

    init(_ scalars: [UInt32], _ syllables: [PinyinSyllable]) {
      self.scalars = scalars
      self.syllables = syllables
    }
  }

  /// Each entry is a word and its syllables with tone numbers.
  private static let table = """
    重庆chong2qing4 长沙chang2sha1 厦门xia4men2 六安lu4an1 蚌埠beng4bu4 东莞dong1guan3 台州tai1zhou1 台山tai2shan1
    大埔da4bu4 东阿dong1e1 洪洞hong2tong2 单县shan4xian4 解州xie4zhou1 番禺pan1yu2 丽水li2shui3 乐清yue4qing1
    乐亭lao4ting2 莘县shen1xian4 莘庄xin1zhuang1 郴州chen1zhou1 泸州lu2zhou1 泌阳bi4yang2 涡阳guo1yang2 亳州bo2zhou1
    儋州dan1zhou1 朝阳chao2yang2 长春chang2chun1 长江chang2jiang1 长城chang2cheng2 长治chang2zhi4 长三角chang2san1jiao3
    长安chang2an1 长乐chang2le4 长兴chang2xing1 长汀chang2ting1 长垣chang2yuan2 天长tian1chang2 西藏xi1zang4
    大城dai4cheng2 铅山yan2shan1 歙县she4xian4 黟县yi1xian4 枞阳zong1yang2 滑县hua2xian4 浚县xun4xian4 尉氏wei4shi4
    林芝lin2zhi1 喀什ka1shi2 哈尔滨ha1er3bin1 齐齐哈尔qi2qi2ha1er3 呼和浩特hu1he2hao4te4 乌鲁木齐wu1lu3mu4qi2
    秘鲁bi4lu3 柏林bo2lin2 新加坡xin1jia1po1 阿里a1li3 阿里巴巴a1li3ba1ba1 高丽gao1li2 朝鲜chao2xian3 吐蕃tu3bo1
    吐鲁番tu3lu3fan1 百色bai3se4 会稽kuai4ji1 会计kuai4ji4 会昌hui4chang1 珲春hun2chun1 荥阳xing2yang2 荥经ying2jing1
    任丘ren2qiu1 任县ren2xian4 任城ren2cheng2 蓟县ji4xian4 盱眙xu1yi2 邗江han2jiang1 鄞州yin2zhou1 嵊州sheng4zhou1
    瓯海ou1hai3 睢县sui1xian4 勐海meng3hai3 耒阳lei3yang2 汨罗mi4luo2 邛崃qiong2lai2 犍为qian2wei2 珙县gong3xian4
    筠连jun1lian2 中牟zhong1mu4 牟平mu4ping2 桦甸hua4dian4 井陉jing3xing2 蔚县yu4xian4 阜城fu4cheng2 曲阜qu1fu4
    无为wu2wei2 巴塘ba1tang2 大理da4li3 会理hui4li3 隰县xi2xian4 兴宁xing1ning2 惠来hui4lai2 普宁pu3ning2 济南ji3nan2
    济宁ji3ning2 济源ji3yuan2 兴国xing1guo2 兴安xing1an1 兴化xing1hua4 宜兴yi2xing1 嘉兴jia1xing1 绍兴shao4xing1
    大兴da4xing1 兴业xing1ye4 复兴fu4xing1 振兴zhen4xing1 新兴xin1xing1 兴起xing1qi3 兴建xing1jian4 兴旺xing1wang4
    高兴gao1xing4 兴趣xing4qu4 尽兴jin4xing4 反省fan3xing3 陈省身chen2xing3shen1
    行长hang2zhang3 银行yin2hang2 行业hang2ye4 同行tong2hang2 行情hang2qing2 商行shang1hang2 央行yang1hang2
    分行fen1hang2 支行zhi1hang2 总行zong3hang2 建行jian4hang2 农行nong2hang2 工行gong1hang2 排行pai2hang2
    排行榜pai2hang2bang3 内行nei4hang2 外行wai4hang2 投行tou2hang2 行列hang2lie4 各行各业ge4hang2ge4ye4 一行yi1xing2
    长大zhang3da4 成长cheng2zhang3 增长zeng1zhang3 生长sheng1zhang3 长老zhang3lao3 长辈zhang3bei4 长官zhang3guan1
    长子zhang3zi3 首长shou3zhang3 家长jia1zhang3 校长xiao4zhang3 院长yuan4zhang3 部长bu4zhang3 省长sheng3zhang3
    市长shi4zhang3 县长xian4zhang3 区长qu1zhang3 镇长zhen4zhang3 乡长xiang1zhang3 村长cun1zhang3 州长zhou1zhang3
    厅长ting1zhang3 局长ju2zhang3 处长chu4zhang3 科长ke1zhang3 司长si1zhang3 署长shu3zhang3 会长hui4zhang3
    社长she4zhang3 所长suo3zhang3 站长zhan4zhang3 组长zu3zhang3 队长dui4zhang3 班长ban1zhang3 船长chuan2zhang3
    秘书长mi4shu1zhang3 董事长dong3shi4zhang3 理事长li3shi4zhang3 董事局dong3shi4ju2 团长tuan2zhang3 军长jun1zhang3
    连长lian2zhang3 酋长qiu2zhang3 助长zhu4zhang3 滋长zi1zhang3 长期chang2qi1 长远chang2yuan3 长度chang2du4
    专长zhuan1chang2 特长te4chang2 擅长shan4chang2 延长yan2chang2 长久chang2jiu3 漫长man4chang2 身长shen1chang2
    重新chong2xin1 重复chong2fu4 重建chong2jian4 重组chong2zu3 重阳chong2yang2 重叠chong2die2 重申chong2shen1
    重返chong2fan3 重启chong2qi3 重逢chong2feng2 双重shuang1chong2 多重duo1chong2 重重chong2chong2 重生chong2sheng1
    音乐yin1yue4 乐器yue4qi4 乐队yue4dui4 乐团yue4tuan2 民乐min2yue4 乐曲yue4qu3 快乐kuai4le4 乐园le4yuan2
    会议hui4yi4 数据shu4ju4 数字shu4zi4 数学shu4xue2 数量shu4liang4 数码shu4ma3 岁数sui4shu5 无数wu2shu4
    调查diao4cha2 调研diao4yan2 调动diao4dong4 调度diao4du4 强调qiang2diao4 格调ge2diao4 声调sheng1diao4
    协调xie2tiao2 调整tiao2zheng3 调解tiao2jie3 调节tiao2jie2 空调kong1tiao2 调控tiao2kong4
    朝代chao2dai4 朝廷chao2ting2 王朝wang2chao2 朝向chao2xiang4 今朝jin1zhao1 朝气zhao1qi4
    传说chuan2shuo1 传统chuan2tong3 传播chuan2bo1 传记zhuan4ji4 自传zi4zhuan4 宣传xuan1chuan2
    处理chu3li3 处于chu3yu2 处罚chu3fa2 处分chu3fen4 相处xiang1chu3 办事处ban4shi4chu4 好处hao3chu4 到处dao4chu4
    藏族zang4zu2 宝藏bao3zang4 收藏shou1cang2 隐藏yin3cang2 储藏chu3cang2
    了解liao3jie3 了不起liao3bu5qi3 受不了shou4bu5liao3 为了wei4le5 除了chu2le5 了然liao3ran2 一目了然yi1mu4liao3ran2
    得到de2dao4 取得qu3de2 获得huo4de2 得出de2chu1 赢得ying2de2 觉得jue2de5 记得ji4de5 值得zhi2de5 必得bi4dei3
    使得shi3de5 显得xian3de5 懂得dong3de5 难得nan2de2 所得suo3de2 得意de2yi4 总得zong3dei3 非得fei1dei3
    地方di4fang1 土地tu3di4 地区di4qu1 当地dang1di4 各地ge4di4 基地ji1di4 地点di4dian3 地址di4zhi3 地理di4li3
    地球di4qiu2 地铁di4tie3 地位di4wei4 工地gong1di4 地图di4tu2 外地wai4di4 内地nei4di4 本地ben3di4 地产di4chan3
    着力zhuo2li4 着手zhuo2shou3 着重zhuo2zhong4 着眼zhuo2yan3 着急zhao2ji2 沿着yan2zhe5 随着sui2zhe5 着陆zhuo2lu4
    穿着chuan1zhuo2 睡着shui4zhao2 执着zhi2zhuo2 显著xian3zhu4 着装zhuo2zhuang1
    都市du1shi4 首都shou3du1 成都cheng2du1 都城du1cheng2 古都gu3du1 南都nan2du1 都江堰du1jiang1yan4
    还是hai2shi4 还有hai2you3 归还gui1huan2 偿还chang2huan2 还款huan2kuan3 还债huan2zhai4
    应该ying1gai1 应当ying1dang1 响应xiang3ying4 应用ying4yong4 反应fan3ying4 供应gong1ying4 适应shi4ying4
    应对ying4dui4 供给gong1ji3 给予ji3yu3 提供ti2gong1 供应链gong1ying4lian4 参与can1yu4 与会yu4hui4
    为什么wei4shen2me5 因为yin1wei4 为此wei4ci3 成为cheng2wei2 作为zuo4wei2 认为ren4wei2 行为xing2wei2
    角色jue2se4 主角zhu3jue2 配角pei4jue2 角度jiao3du4 睡觉shui4jiao4 感觉gan3jue2 便宜pian2yi5 方便fang1bian4
    背景bei4jing3 背包bei1bao1 差别cha1bie2 差距cha1ju4 出差chu1chai1 参差cen1ci1 人参ren2shen1 参加can1jia1
    创新chuang4xin1 创伤chuang1shang1 模式mo2shi4 模样mu2yang4 模具mu2ju4 规模gui1mo2 尽管jin3guan3 尽量jin3liang4
    尽快jin3kuai4 曾经ceng2jing1 未曾wei4ceng2 几乎ji1hu1 茶几cha2ji1 禁止jin4zhi3 不禁bu4jin1 降低jiang4di1
    投降tou2xiang2 看守kan1shou3 看护kan1hu4 分量fen4liang4 部分bu4fen5 成分cheng2fen4 身份shen1fen4 分子fen4zi3
    积分ji1fen1 中奖zhong4jiang3 命中ming4zhong4 看中kan4zhong4 中标zhong4biao1 种植zhong4zhi2 种田zhong4tian2
    接种jie1zhong4 种类zhong3lei4 率领shuai4ling3 效率xiao4lv4 利率li4lv4 汇率hui4lv4 税率shui4lv4 比率bi3lv4
    概率gai4lv4 频率pin2lv4 占比zhan4bi3 占领zhan4ling3 厂长chang3zhang3 总量zong3liang4 质量zhi4liang4 测量ce4liang2
    衡量heng2liang2 大夫dai4fu5 大王da4wang2 转型zhuan3xing2 转变zhuan3bian4 转动zhuan4dong4 转移zhuan3yi2
    假期jia4qi1 放假fang4jia4 假日jia4ri4 请假qing3jia4 难民nan4min2 灾难zai1nan4 爱好ai4hao4 好奇hao4qi2
    血液xue4ye4 流血liu2xue4 似乎si4hu1 似的shi4de5 校对jiao4dui4 学校xue2xiao4 夹克jia2ke4 卡车ka3che1 关卡guan1qia3
    薄弱bo2ruo4 落后luo4hou4 落实luo4shi2 丢三落四diu1san1la4si4 没收mo4shou1 没落mo4luo4 埋怨man2yuan4
    宁可ning4ke3 宁愿ning4yuan4 强迫qiang3po4 勉强mian3qiang3 倔强jue2jiang4 曲折qu1zhe2 歌曲ge1qu3 弯曲wan1qu1
    塞外sai4wai4 阻塞zu3se4 瓶颈ping2jing3 什么shen2me5 识别shi2bie2 标识biao1zhi4 标识符biao1shi2fu2 石油shi2you2
    万石wan4dan4 提防di1fang2 挑战tiao3zhan4 挑选tiao1xuan3 吓唬xia4hu5 恐吓kong3he4 相机xiang4ji1 照相zhao4xiang4
    首相shou3xiang4 丞相cheng2xiang4 真相zhen1xiang4 相信xiang1xin4 削减xue1jian3 剥削bo1xue1 要求yao1qiu2 要素yao4su4
    炸弹zha4dan4 炸鸡zha2ji1 弹性tan2xing4 子弹zi3dan4 症结zheng1jie2 症状zheng4zhuang4 正月zheng1yue4 只有zhi3you3
    船只chuan2zhi1 钻石zuan4shi2 钻研zuan1yan2 作坊zuo1fang5 淘宝tao2bao3 蚂蚁ma3yi3 蚂蚁金服ma3yi3jin1fu2
    钉钉ding1ding1 长株潭chang2zhu1tan2 贾平凹jia3ping2wa1 倪柝声ni2tuo4sheng1 秦桧qin2hui4 吐谷浑tu3yu4hun2
    李悝li3kui1 郦食其li4yi4ji1 单雄信shan4xiong2xin4 万俟卨mo4qi2xie4 任达华ren4da2hua2 华佗hua4tuo2 盖叫天gai4jiao4tian1
    """

  private static let index: [UInt32: [Word]] = {
    var result: [UInt32: [Word]] = [:]
    for entry in Array(table.utf8).split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      let word = entry.prefix { $0 > 0x7F }
      let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map { Folding.simplified($0.value) }
      let syllables = syllables(in: entry[word.endIndex...])
      if syllables.count == scalars.count { result[scalars[0], default: []].append(Word(scalars, syllables)) }
    }
    for (key, words) in result { result[key] = words.sorted { $0.scalars.count > $1.scalars.count } }
    return result
  }()

  /// The syllables of an entry, each of which ends with its tone.
  private static func syllables(in letters: ArraySlice<UInt8>) -> [PinyinSyllable] {
    var result: [PinyinSyllable] = []
    var start = letters.startIndex
    for index in letters.indices where UInt32(letters[index]).isASCIIDigit {
      if let syllable = PinyinSyllable(String(decoding: letters[start...index], as: UTF8.self)) {
        result.append(syllable)
      }
      start = index + 1
    }
    return result
  }

  /// Entries of the table that are not in the index, or not as pinyin is read elsewhere: a test keeps this empty.
  static var unreadableEntries: [String] {
    table.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init).filter { entry in
      let word = entry.unicodeScalars.map { Folding.simplified($0.value) }.prefix { $0 > 0x7F }
      let syllables = Pinyin.syllables(in: String(entry.unicodeScalars.drop { $0.value > 0x7F }))
      return !words(beginningWith: word.first ?? 0).contains { $0.scalars == Array(word) && $0.syllables == syllables }
    }
  }
}
