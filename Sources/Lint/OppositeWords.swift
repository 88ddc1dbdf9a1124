/// The words of ``Opposites``: Chinese in its folded form.
enum OppositeWords {
  static let table = course + stances + outcomes + degrees + accounts + parties + kin + places + times

  private static let falling =
    "下跌 下降 下滑 回落 走低 暴跌 锐减 骤降 收跌 下调 降息 降准 减少 降低"
  private static let rising =
    "上涨 上升 攀升 走高 飙升 上扬 回升 收涨 增长 增加 上调 加息 回涨"

  /// What goes up, down, on or back.
  private static let course = [
    entry(
      rising, against: falling + " 放缓 收窄 缩小 衰退 萎缩",
      same: """
        ris rose up grow grew increas climb gain high rais hik surg soar jump rebound recover expan boost more great improv
        advanc add ahead strength swell accelerat doubl tripl multipl top record peak rall inflat positive upward tighten
        larg big strong build built extra
        """,
      opposite: "fell fall falls fallen falling declin* dropped decreas* plung* slump* tumbl* slipped shrank lower cut"),
    entry(
      falling, against: rising + " 提高 扩大 提升 反弹 升至",
      same: """
        fall fell declin drop decreas low cut reduc slump plung shrink shrank shrunk slid slip tumbl down less few small weak
        contract dip eas cool slow los narrow slash trim halv recess retreat negative minus worse off away behind sink sank
        crash thin curb cheap discount downturn erod minim limit sav mitigat free lighten scal
        """,
      opposite: "rose risen rises rising increas* grew grown climb* surg* soar* jumped raised raises hike*"),
    entry(
      "加速 加快", against: "放缓 减速 减慢 放慢",
      same: """
        accelerat fast speed sped quick rapid hast boost step expedit pick gather increas more intensif swift soon pace push
        ramp momentum
        """,
      opposite: "slowed slows slower slowdown slowing"),
    entry(
      "放缓 减速 减慢 放慢", against: "加速 加快",
      same: "slow eas decel moderat cool weak drop declin reduc less lower soft fall fell brak relax calm",
      opposite: "accelerat* faster quickened quickens quicker"),
    entry(
      "扩大", against: "缩小 收窄 缩减",
      same: """
        expan wid enlarg grow grew great larg more increas broad extend scal spread magnif amplif big ris rose up further
        escalat boost deep
        """,
      opposite: "narrowed narrows narrowing narrower shrank shrinks shrunk shrinking"),
    entry(
      "缩小 收窄", against: "扩大 扩张",
      same: """
        narrow shrink shrank shrunk reduc small clos less min diminish cut decreas bridg lower lessen declin taper scal
        contract eas
        """,
      opposite: "widened widens widening expanded expands enlarged enlarges"),
    entry(
      "削弱", against: "加强 增强",
      same: """
        weak under erod reduc sap dent blunt diminish curb hurt impair dilut cut less cripple damag lower degrad
        """,
      opposite: "strengthen* boosted boosts reinforced reinforces"),
    entry(
      "加强 增强", against: "削弱 减弱",
      same: """
        strength strong enhanc boost step intensif improv reinforc tight increas more bolster deep solid great better
        consolidat further beef fortif build built ramp promot heighten redoubl foster rais expan closer upgrad grow grew
        """,
      opposite: "weakened weakens weakening undermined undermines"),
    entry(
      "恶化", against: "改善 好转 缓解",
      same: "deterior worse aggravat exacerbat degrad declin escalat compound bad spiral sour more fail metasta",
      opposite: "improved improves improving improvement"),
    entry(
      "好转 改善", against: "恶化",
      same: "improv better up good eas recover enhanc ameliorat reform upgrad rais progress advanc fix help boost",
      opposite: "worsened worsens worsening worse deteriorated deteriorates deteriorating"),
    entry(
      "升值", against: "贬值",
      same: "appreciat rise rising rose gain grow grew up strong strength higher increas valu worth advanc",
      opposite: "depreciated depreciates depreciation devalued devaluation weakened"),
    entry(
      "贬值", against: "升值",
      same: "depreciat devalu weak fall fell los drop declin cheap down slid low sink sank less worth",
      opposite: "appreciated appreciates appreciation strengthened"),
  ]

  /// What people say to something.
  private static let stances = [
    entry(
      "支持 赞成 拥护", against: "反对 抵制",
      same: """
        support back favo endors help aid advoca sustain assist promot uphold sympath agree approv sponsor encourag subsid
        fund vote proponent champion stand
        """,
      opposite: "oppose opposes opposed opposing"),
    entry(
      "反对", against: "支持 赞成",
      same: """
        oppos against object reject resist protest dissent boycott critic anti condemn disagree disapprov hostil counter
        fight fought combat denounc challeng
        """,
      opposite: "supports supported supporting support"),
    entry(
      "禁止 严禁 禁用 禁入", against: "允许 准许 解除 取消 可以",
      same: """
        ban prohibit forbid forbad bar outlaw illegal unlawful restrict against prevent stop block refus den exclu limit curb
        avoid halt suspend embargo unless off crack disabl
        """,
      opposite: "allowed allows permitted permits suitable welcome"),
    entry(
      "允许 准许", against: "禁止",
      same:
        "allow permit let may can could enabl approv authori grant licen accept agree clear give gave consent possib free",
      opposite: "ban banned bans prohibit* forbid*"),
    entry(
      "拒绝", against: "接受 同意",
      same: """
        refus declin reject den turn unwilling reluct spurn rebuff without withh resist fail ignor object shun baulk balk
        snub defi decl
        """,
      opposite: "agreed agrees accepted accepts"),
    entry(
      "同意", against: "反对 拒绝",
      same: "agree consent approv accept allow grant back support sign assent permi deal adopt share concur echo yes",
      opposite: "opposed opposes opposing objected rejected refused"),
    entry(
      "否认", against: "承认 证实", same: "den disput reject refut dismiss contradict disclaim disown contest",
      opposite: "admitted admits acknowledged acknowledges confirmed confirms"),
    entry(
      "承认", against: "否认", same: "admit recogni acknowledg conced confess own accept grant allow affirm avow",
      opposite: "denied denies deny"),
    entry(
      "否决", against: "通过 批准", same: "veto reject vot overrul turn down defeat kill against block den quash fail",
      opposite: "approved approves passed adopted adopts"),
    entry(
      "乐观", against: "悲观", same: "optimis upbeat bullish confiden hope positiv bright good sanguine rosy cheer",
      opposite: "pessimis*"),
    entry(
      "悲观", against: "乐观", same: "pessimis gloom bearish negativ despair bleak dim hopeless sad grim downbeat dark",
      opposite: "optimis*"),
    entry(
      "有利", against: "不利 有害 弊",
      same: """
        benefi favo help conduci good advantag profit posit contribut serve interest support facilit promot improv boost
        better vantage strong bode easier allow
        """,
      opposite: "harmful detrimental unfavourable unfavorable disadvantageous"),
    entry(
      "有害", against: "有利 有益", same: "harm bad damag injur detriment hazard toxic poison evil danger noxious pernicious",
      opposite: "beneficial favourable favorable"),
    entry(
      "负面 消极", against: "正面 积极", same: "negativ advers bad harm unfav downsid passiv pessimis inact down worse",
      opposite: "positive positively favourable favorable"),
  ]

  /// How things end.
  private static let outcomes = [
    entry(
      "成功", against: "失败 未能", same: "succe manag win won achiev able triumph victor work make made",
      opposite: "failed fails failure"),
    entry(
      "失败", against: "成功", same: "fail los defeat unsuccess collaps flop setback abort miss",
      opposite: "success succeeded succeeds successful successfully"),
    entry(
      "获胜 战胜 击败 取胜", against: "失利 失败 输给 落败 不敌",
      same:
        "beat win won victor defeat over triumph ahead champion title gold success best edg down up crush conquer top",
      opposite: "lost loses losing"),
    entry(
      "失利 落败 惨败", against: "获胜 战胜 击败 取胜 胜利",
      same: """
        los lost defeat beat fell fail down out crash bow knock eliminat behind second upset setback thrash rout slump
        """,
      opposite: "won wins winning victorious victory"),
    entry(
      "释放", against: "逮捕 拘留 被捕", same: "releas free let emit discharg unleash emission relief",
      opposite: "arrested detained"),
    entry(
      "逮捕 拘捕", against: "释放 获释", same: "arrest detain catch caught custod seiz apprehend round",
      opposite: "released freed"),
    entry(
      "有罪", against: "无罪", same: "guilt convict sin crim", opposite: "innocent acquitted acquits"),
    entry(
      "无罪", against: "有罪", same: "innoc acquit clear exonerat", opposite: "guilty convicted convicts"),
    entry(
      "胜诉", against: "败诉", same: "win won victor success favo prevail", opposite: "lost loses losing"),
    entry(
      "败诉", against: "胜诉", same: "los lost fail against defeat", opposite: "won wins winning"),
    entry(
      "遇难 丧生", against: "幸存 生还 获救",
      same:
        "die dea kill fatal dy los lives life perish mortal casual victim claim toll slain murder crash wreck missing",
      opposite: "survived survives"),
    entry(
      "开幕", against: "闭幕", same: "open start beg kick launch inaugur commenc raise",
      opposite: "closed closes concluded ended"),
    entry(
      "闭幕", against: "开幕", same: "clos conclud end finish final wrap curtain", opposite: "opened opens opening began"),
    entry(
      "合法", against: "非法 违法", same: "legal legit law right valid proper", opposite: "illegal illegally unlawful"),
    entry(
      "阳性", against: "阴性", same: "positiv yang masculin male", opposite: "negative negatives"),
    entry(
      "阴性", against: "阳性", same: "negativ yin feminin female clear", opposite: "positive positives"),
  ]

  /// What is the most or least, more or less.
  private static let degrees = [
    entry(
      "最高", against: "最低",
      same: "high top tall max best peak most great supreme senior larg up heav long ceiling",
      opposite: "lowest minimum"),
    entry(
      "最低", against: "最高", same: "low min least bottom small cheap few floor basic", opposite: "highest maximum"),
    entry(
      "最大", against: "最小 最年轻",
      same: """
        larg big great max top most best high main major old elder full chief wid utmost world lead heav strong worst
        """,
      opposite: "smallest youngest minimum"),
    entry(
      "最小", against: "最大", same: "small min least young tin low few short narrow littl",
      opposite: "largest biggest oldest eldest greatest maximum"),
    entry("最年轻", against: "最年长 最老", same: "young", opposite: "oldest eldest"),
    entry("最年长 最老", against: "最年轻 最小", same: "old elde senior", opposite: "youngest"),
    entry(
      "最早", against: "最晚 最迟 最新 最近 最后", same: "earl first old begin began origin soon start dat initial",
      opposite: "latest"),
    entry("最晚 最迟", against: "最早", same: "lat last final deadline end", opposite: "earliest"),
    entry(
      "最快", against: "最慢", same: "fast quick rapid swift soon earl speed top high", opposite: "slowest"),
    entry("最慢", against: "最快", same: "slow last", opposite: "fastest quickest"),
    entry(
      "最差 最糟 最坏", against: "最好 最佳", same: "worst bad poor low least wrong terrible", opposite: "best"),
    entry(
      "大多数 大部分 多数", against: "少数 少部分 小部分", same: "most majorit many main larg much part bulk great more general",
      opposite: "minority"),
    entry(
      "少数", against: "多数 大部分", same: "few minor small handful some rare little individual", opposite: "majority"),
    entry(
      "便宜 低廉", against: "贵", same: "cheap inexpens low bargain afford reasonab less good deal cost advant favour favor",
      opposite: "expensive dearer costlier pricier"),
    entry(
      "昂贵", against: "便宜 低廉", same: "expens cost dear pric luxur high steep much valu exorb",
      opposite: "cheap cheaper inexpensive"),
    entry(
      "高于", against: "低于",
      same: """
        above over high more exceed great beyond better top surpass up outpac strong larg than ahead faster outstrip premium
        """,
      opposite: "below lower"),
    entry(
      "低于", against: "高于 超过",
      same: "below under low less few small short behind sub beneath lag fall fell trail down cheap than miss weak",
      opposite: "above higher exceeded exceeds exceeding"),
  ]

  /// Money that comes in or goes out, and goods with it.
  private static let accounts = [
    entry(
      "出口", against: "进口",
      same: "export ship abroad overseas exit outlet gate mouth sell sold out trade door way",
      opposite: "import imports imported importing entrance"),
    entry(
      "进口", against: "出口",
      same: "import inlet bring brought entry foreign buy bought entrance trade overseas intake abroad",
      opposite: "export exports exported exporting"),
    entry(
      "亏损", against: "盈利 利润 扭亏", same: "loss los deficit red negative unprofit deplet",
      opposite: "profit profits profitable"),
    entry(
      "盈利", against: "亏损", same: "profit earn gain money surplus black income return lucrativ",
      opposite: "loss losses"),
    entry(
      "顺差 盈余", against: "逆差 赤字 亏", same: "surplus positiv excess profit black", opposite: "deficit deficits"),
    entry(
      "逆差 赤字", against: "顺差 盈余", same: "deficit shortfall gap negativ red loss debt", opposite: "surplus surpluses"),
    entry(
      "支出 开支", against: "收入 入",
      same: "expen spen outlay cost pay paid disburs budget bill outgo fund money",
      opposite: "revenue revenues income incomes"),
    entry(
      "收入", against: "支出 开支 花 费",
      same:
        "income revenu earn receipt tak took sal pay paid wage gain money proceeds profit return turnover make made",
      opposite: "expenditure expenditures expenses spending"),
    entry(
      "负债", against: "资产", same: "liabilit debt owe owing indebted lever loan borrow", opposite: "asset assets"),
  ]

  /// Men and women, and the two sides of a bargain.
  private static let parties = [
    entry(
      "男子 男性 男孩", against: "女子 女性 女孩 妇女",
      same: "man men male boy gentle he his him father husband son guy masculin",
      opposite: "woman women female girl girls"),
    entry(
      "女子 女性 女孩 妇女", against: "男子 男性 男孩",
      same: "woman women female girl she her lad mother wife daughter femin", opposite: "man men male boy boys"),
    entry(
      "买方 买家 买受人 购买方", against: "卖方 卖家 出卖人 商家 供货 供应", same: "buy purchas customer client consum shopper demand bidder",
      opposite: "seller sellers vendor vendors", isFixed: true),
    entry(
      "卖方 卖家 出卖人", against: "买方 买家 买受人 购买", same: "sell vendor merchant supplier retail shop owner suppl",
      opposite: "buyer buyers purchaser purchasers", isFixed: true),
    entry(
      "雇主 用人单位", against: "雇员 员工 劳动者 职工 工人 雇工", same: "employer compan master boss firm organi unit business",
      opposite: "employee employees", isFixed: true),
    entry(
      "雇员 劳动者", against: "雇主 用人单位 企业 公司",
      same: "employee staff work personnel people labo hire hiring man men job", opposite: "employer employers",
      isFixed: true),
    entry(
      "出租人 出租方 房东", against: "承租 租客 租户 房客", same: "lessor landlo landlad owner",
      opposite: "lessee lessees tenant tenants",
      isFixed: true),
    entry(
      "承租人 承租方 租客 租户 房客", against: "出租 房东", same: "lessee tenant renter lodger occup rent",
      opposite: "lessor lessors landlord landlords", isFixed: true),
    entry(
      "债权人", against: "债务", same: "creditor lender hold claim", opposite: "debtor debtors borrower borrowers",
      isFixed: true),
    entry(
      "债务人", against: "债权", same: "debtor borrower owe obligor", opposite: "creditor creditors lender lenders",
      isFixed: true),
    entry(
      "原告", against: "被告", same: "plaintiff claimant complain accus petition prosecut su",
      opposite: "defendant defendants",
      isFixed: true),
    entry(
      "被告", against: "原告", same: "defend accused respondent", opposite: "plaintiff plaintiffs claimant claimants",
      isFixed: true),
  ]

  /// Fathers and mothers.
  private static let kin = [
    entry(
      "父亲", against: "母 妈 爸妈", same: "father dad parent pa pop patern sire he his him",
      opposite: "mother mothers mom mum",
      isFixed: true),
    entry(
      "母亲", against: "父 爸", same: "mother mom mum mam ma parent matern she her", opposite: "father fathers dad",
      isFixed: true),
    entry(
      "儿子", against: "女", same: "son boy child kid he his him offspring heir", opposite: "daughter daughters",
      isFixed: true),
    entry(
      "女儿", against: "儿子 男", same: "daughter girl child kid she her offspring", opposite: "son sons", isFixed: true),
  ]

  /// Parts of the world and sides of things.
  private static let places = [
    entry("东部 东面 东边 东侧", against: "西", same: "east", opposite: "west western"),
    entry("西部 西面 西边 西侧", against: "东", same: "west", opposite: "east eastern"),
    entry("南部 南面 南边 南侧", against: "北", same: "south", opposite: "north northern"),
    entry("北部 北面 北边 北侧", against: "南", same: "north", opposite: "south southern"),
    entry(
      "左侧 左边 左转 左拐 左岸 左手 左脚 左腿 左眼 左臂 左肩 左耳", against: "右", same: "left port", opposite: "right",
      isFixed: true),
    entry(
      "右侧 右边 右转 右拐 右岸 右手 右脚 右腿 右眼 右臂 右肩 右耳", against: "左", same: "right starboard", opposite: "left",
      isFixed: true),
    entry(
      "室内", against: "室外 户外", same: "indoor in inside within interior room hall", opposite: "outdoor outdoors",
      isFixed: true),
    entry(
      "室外 户外", against: "室内", same: "outdoor open outside out field exterior camp", opposite: "indoor indoors",
      isFixed: true),
    entry("上游", against: "下游", same: "upstream upper up head sourc", opposite: "downstream", isFixed: true),
    entry("下游", against: "上游", same: "downstream lower down below", opposite: "upstream", isFixed: true),
    entry(
      "入口", against: "出口", same: "entr gate door access mouth way in portal", opposite: "exit exits", isFixed: true),
    entry("顺时针", against: "逆时针", same: "clockwise", opposite: "anticlockwise counterclockwise", isFixed: true),
    entry("逆时针", against: "顺时针", same: "anticlock counter anti", opposite: "clockwise", isFixed: true),
  ]

  /// Times of the day and of the year.
  private static let times = [
    entry(
      "提前", against: "推迟 延期 延后 延误",
      same: "advanc earl ahead before forward prior bring brought soon pre beforehand first already within notice",
      opposite: "postponed postpones delayed delays"),
    entry(
      "推迟 延误 延期", against: "提前",
      same: "postpon delay late put defer back push off suspend exten overdue behind held slow reschedul roll renew",
      opposite: "early earlier"),
    entry(
      "上午 早上 早晨 清晨", against: "下午 晚 夜 午后 中午 傍晚", same: "morn am dawn early day break sun noon first",
      opposite: "afternoon evening tonight", isFixed: true),
    entry(
      "下午 午后", against: "上午 早 晨 晚 夜", same: "afternoon pm noon even day later dusk lunch", opposite: "morning mornings",
      isFixed: true),
    entry(
      "晚上", against: "早 晨 上午 下午 午", same: "even night dusk late tonight sunset dinner supper dark pm",
      opposite: "morning mornings afternoon", isFixed: true),
    entry(
      "午夜", against: "中午 正午", same: "midnight night twelve small early", opposite: "noon midday", isFixed: true),
    entry(
      "中午 正午", against: "午夜 半夜 夜", same: "noon midday lunch middle day twelve", opposite: "midnight", isFixed: true),
    entry(
      "饭后 餐后 术后 产后", against: "饭前 餐前 术前 产前 前后", same: "after post follow once when since later full dinner",
      opposite: "before", isFixed: true),
    entry(
      "饭前 餐前 睡前 术前 产前", against: "饭后 餐后 术后 产后 前后", same: "before prior pre ahead empty until bed ante",
      opposite: "after", isFixed: true),
    entry(
      "春季 春天", against: "夏 秋 冬", same: "spring vernal", opposite: "autumn summer winter", isFixed: true),
    entry(
      "夏季 夏天", against: "春 秋 冬", same: "summer", opposite: "autumn spring winter", isFixed: true),
    entry(
      "秋季 秋天", against: "春 夏 冬", same: "autumn fall", opposite: "spring summer winter", isFixed: true),
    entry(
      "冬季 冬天", against: "春 夏 秋", same: "winter cold", opposite: "autumn summer spring", isFixed: true),
  ]

  private static func entry(
    _ chinese: String, against: String, same: String, opposite: String, isFixed: Bool = false
  ) -> Opposites.Entry {
    func words(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\n" }.map(String.init) }
    return Opposites.Entry(
      chinese: words(chinese).map { Array($0.utf8) }, against: words(against).map { Array($0.utf8) }, same: words(same),
      opposite: words(opposite), isFixed: isFixed)
  }
}
