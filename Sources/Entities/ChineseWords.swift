import TextCore

/// Word lists by which Chinese names are recognised.
enum ChineseWords {
  // MARK: Titles

  private static let offices = """
    书记 省长 市长 县长 区长 镇长 乡长 村长 州长 部长 厅长 局长 处长 科长 司长 署长 会长 社长 院长 校长 所长 站长 组长 队长 \
    主任 主席 总理 总统 总裁 总经理 经理 董事长 行长 理事长 秘书长 委员长 检察长 常委 总监 总编辑 总编 首相 大使 总领事 司令员 司令 \
    政委 总书记 专员 盟长 旗长 台长 馆长 厂长
    """
  private static let ranks = "副 原 前 代 常务副 执行 名誉 总 高级副 联席 首席"
  private static let committees = "省委 市委 县委 区委 党委 州委 镇委 村支部 党支部 党组 支部 工委 自治区党委 纪委"
  private static let others = """
    首席执行官 首席技术官 首席财务官 首席运营官 首席信息官 首席科学家 首席经济学家 首席人才官 首席风险官 首席战略官 首席代表 \
    执行官 运营官 技术官 财务官 董事局主席 董事会主席 董事长兼总经理 执行董事 独立董事 董事 总经理助理 县委常委 市委常委 省委常委 \
    国家主席 国务委员 政治局委员 政治局常委 人大代表 政协委员 联合创始人 创始人 行政长官 特首 议长 副议长
    """

  /// Titles of office, the ones that are mentioned for their own sake: 省委书记, 副厅长, 首席技术官.
  static let titles: HanWords = {
    func scalars(_ list: String) -> [[UInt32]] {
      list.split { $0 == " " || $0 == "\n" }.map { $0.unicodeScalars.map(\.value) }
    }
    var words = scalars(others)
    for office in scalars(offices) {
      words.append(office)
      for rank in scalars(ranks) { words.append(rank + office) }
    }
    for committee in scalars(committees) {
      for office in ["书记", "副书记", "常委", "委员", "秘书长", "办公室主任", "宣传部部长", "组织部部长"] {
        words.append(committee + office.unicodeScalars.map(\.value))
      }
    }
    return HanWords(words)
  }()

  /// What people are called by beside their office: a name may follow.
  static let roles = HanWords(
    """
    记者 特派记者 见习记者 实习记者 本报记者 编辑 主编 责任编辑 责编 通讯员 摄影 作者 撰文 翻译 校对 审核 内容审核 值班编辑 实习生 \
    教授 副教授 研究员 副研究员 讲师 博士 院士 专家 学者 分析师 发言人 新闻发言人 负责人 创办人 老板 店主 合伙人 村民 农民 网友 \
    医生 律师 法官 导演 演员 歌手 作家 诗人 画家 设计师 工程师 企业家 科学家 经济学家 历史学家 冠军 选手 球员 教练 队员 将军 \
    上将 中将 少将 大校 老师 校友 同学 同志 先生 女士 主持人 志愿者 市民 居民 妻子 丈夫 儿子 女儿 父亲 母亲 弟弟 哥哥 姐姐 妹妹 \
    店长 主管 干部 党员 代表 委员 议员 理事 顾问 助理 秘书 合伙人 大使 歌星 影星 嘉宾 选手 青年 小伙 老人 患者 学生 驻村干部
    """)

  /// What follows a name as a form of address or title: 马云先生.
  static let addresses = HanWords("先生 女士 小姐 同志 老师 教授 博士 院士 同学 将军 一家 夫妇 父子 兄弟 姐妹 本人 一行 等人 夫人")

  /// Labels of a byline, before a colon or a name.
  static let bylineLabels = HanWords(
    "记者 编辑 责任编辑 责编 作者 通讯员 摄影 文 图 审核 内容审核 总编辑 主编 校对 撰文 翻译 监制 值班编辑 实习生 来源记者 本报记者 特派记者")

  // MARK: What follows a name

  /// Verbs of saying.
  static let sayVerbs = HanWords(
    """
    说 表示 指出 强调 介绍 告诉 认为 透露 回答 回应 坦言 直言 称 说道 写道 谈到 谈及 提到 感慨 感叹 呼吁 建议 解释 补充道 补充说 \
    介绍说 表示说 回忆 回忆说 笑着说 坦承 承认 否认 宣布 证实 分析 分析称 认为说 描述 直说 问道 问 提问 反问 发问 指 相信 预计 预测 \
    坚称 重申 声明 宣称 告知 总结 总结道 评价 希望 致辞 致词 发言 讲话 演讲 发表
    """)

  /// Other words that often follow a name.
  static let followers = HanWords(
    """
    出席 参加 主持 会见 会面 到访 访问 考察 视察 调研 签署 签约 见证 抛出 带队 带领 率领 前往 抵达 来到 现身 出现 走在 走进 担任 \
    当选 出任 就任 卸任 辞职 获得 荣获 接受 撰写 提出 感谢 首先 分别 一行 先生 女士 同志 老师 教授 博士 等人 初次 约见 两次 回去 \
    牵线 亲自 就曾 迎来 近来 带着 带了 团队 朋友圈 刷屏 效应 造访 此次 当天 昨天 昨日 今天 目前 曾经 已经 正在 开始 随后 同时 还说 \
    也说 则说 认真 高兴 一直 最近 至今 出生 毕业 任职 上任 拿出 给予 简明 直接 直谈 夫妇 父子 本人 个人 自己 去世 逝世 被捕 落马 \
    周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 \
    同意 决定 要求 对话 参观 陪同 携手 联合 领导 负责 主导 创办 创立 成立 推出 打造 发布 启动 展示 当年 再次 首次 第一次 喊话 做客 \
    旗下 的确 果然 为何 怎么 如何 是否 有意 力邀 邀请 答应 谈合作 谈判
    """)

  /// Characters that begin another word after a name.
  static let followingCharacters = HanSet("在和与及对的则将也等于是并曾向从到来去已又就都为会率说称以被把让同由带走受了不还却只所之跟给有要能可没或而当使用至")

  // MARK: Characters of names

  /// Characters that given names do not hold, as good as never.
  static let neverInNames = HanSet(
    """
    的了是在和与等有不我这个们就也说称对将被到及或把让向其该此他她它你您两几得着过给还又都并但且者员省市县区镇村乡局厅部委吗呢吧啊\
    很最更再才只没无能可要想去来出进会里内外前后下们些么每各种样次位名项元亿月号第所以从因由比那做作使用看问谈讲开展期点\
    表示指称述告诉认当已曾该某怎何谁哪却则虽若即仅均皆另间至跟随同按据经应需须
    """)

  /// Usual characters of given names.
  static let usualInNames = HanSet(
    """
    伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华国建文志海林玉红梅春云飞鹏辉波斌宇浩凯健俊帆雪琳婷慧颖倩雯洁莹晶莉萍燕\
    玲鑫龙峰成东亮永生福德荣新庆祥贵宝金良忠宏旭晨阳阿佳欣怡思雨梓涵子轩博然宁安康乐天心悦可馨瑶蕾薇菲岩松柏柳廉念月瑞艳少\
    兵芹钱伦仁义礼智信孝诚恒昌盛兴旺达发财光耀炳灿焕煌坚毅武威震雷霆鸣凤凰鹤鸿鹰麟麒虎彪豹骏驰翔腾跃升起立树根本源泉江河湖泽润泓\
    清淑贞珍珠琴琪瑛瑜璐璇珊琼碧翠黛青蓝紫素白黑丹朱彤霏霜露冰寒秋冬夏季正中央南北西川山岳岭崇高远广大小胜利功勋绩业继承\
    绍先祖宗显学士贤才俊彦哲睿敬恭谦让和睦友朋谊恩惠慈善爱民众维卫保守定邦治世昊昕晓晖曦曙晗晋晟景晴智暖时昌易晏殊群启向汉\
    钧铭锋锐钢铁锦钟鉴银铜钦键镇长家富裕丰硕壮雄豪权柱栋梁材森桐枫楠榕樱桃桢杏李莲荷菊芝蓉芬芸苗茂萌葵蓓芙蔚莎娅妮娇娥婵媛\
    媚嫣婉姗姝妍如好嘉吉祯祺禄寿禧全元一三四五六七八九十千万亿为民以之若有方圆益谋伯仲叔季甫卿君侯王侠亦也尔奇异希望冀企\
    艺术诗词书画韵律歌舞曼美嫦娴雅静恬淡宜适逸超凡越过迈进步前程鼎基石磐砥砺练习培育植栽耘耕沛霖涛澜潮浪涌汐洪波沁渊溪涓洛\
    渝湘沪津京冀晋豫鲁苏皖浙闽赣粤桂琼黔滇川陕甘肃宁疆藏港澳台毓钰珏玮珂琦瑾璋璞理瑄致远行知新民德尚璟灏皓翰墨淳朴实真直纯\
    挺拔刚毅果敢勉励勤劳奋进向前宪法章典范式则礼仪崔莺葆葳蕤惟唯均匀衡权载舟航帆楫济渡航仪亨通达观览察详究竟研析庚申寅卯辰巳午
    """)

  /// Surnames that are more often words of their own; they need better evidence.
  static let doubtfulSurnames = HanSet("于向和时由后那都车水方高任万余何成常安金白全单关应原班相查边师计通国区位言植满闻相信来双占次文武江石田古农商公党花华连")

  /// Characters that are surnames in a byline alone; anywhere else they are prepositions, conjunctions and the like.
  static let seldomSurnames = HanSet("和向时由后但那都来双国从同则即因")
}
