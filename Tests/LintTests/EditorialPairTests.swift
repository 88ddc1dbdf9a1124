import Lint
import Testing

/// Sentences of many fields, from recipes to contracts, that say the same and that do not.
struct EditorialPairTests {
  private static let families = ["number", "unit", "date", "negation", "name"]

  /// The errors and warnings of the rules about what is said in a pair.
  private func findings(_ chinese: String, _ english: String) -> [String] {
    TestResources.warnings(of: Self.families, in: chinese, english)
  }

  @Test func `nothing is found where both say the same`() {
    for (chinese, english) in Self.same { #expect(findings(chinese, english) == [], "\(english)") }
  }

  @Test func `what says something else is found`() {
    for (chinese, english) in Self.other { #expect(!findings(chinese, english).isEmpty, "\(english)") }
  }

  private static let same: [(chinese: String, english: String)] = [
    ("门诊时间为周一至周五上午八点至十一点半，下午一点半至五点。", "Outpatient hours are Monday to Friday, 8 to 11:30 a.m. and 1:30 to 5 p.m."),
    ("开幕式将于今晚八时举行。", "The opening ceremony will take place at 8 tonight."),
    ("她九点差一刻到了办公室。", "She got to the office at a quarter to nine."),
    ("农历八月十五是中秋节。", "Mid-Autumn Festival falls on the 15th day of the eighth lunar month."),
    ("千里之行，始于足下。", "A journey of a thousand miles begins with a single step."),
    ("飞流直下三千尺。", "Three thousand feet the torrent falls."),
    ("一斤猪肉涨到二十八块五。", "Pork has gone up to 57 yuan a kilogram."),
    ("他们以0.1秒之差屈居亚军。", "They had to settle for silver, a tenth of a second behind."),
    ("新生儿死亡率由22.8‰下降到3.1‰。", "Neonatal mortality fell from 22.8 to 3.1 per thousand."),
    ("捐款不超过$200 000。", "The gift is an amount not exceeding $200,000."),
    ("血压不应高于140/90毫米汞柱。", "Blood pressure should not exceed 140/90 mmHg."),
    ("每班不超过三十五人。", "No class has more than 35 pupils."),
    ("该药餐前半小时服用，每日一次。", "Take once a day, half an hour before meals."),
    ("上午的比赛因雨推迟到晚上举行。", "Rain pushed the morning match back to the evening."),
    ("右边的房间一直空着。", "The room to the right has stood empty."),
    ("他把左手插进口袋，转身离开了。", "He slipped his left hand into his pocket, turned and left."),
    ("冬天来了，春天还会远吗？", "If winter comes, can spring be far behind?"),
    ("公司上周宣布，下月起停售燃油车。", "The company announced last week that it would stop selling petrol cars from next month."),
    ("去年这个时候，他还在工地上搬砖。", "This time last year he was still carrying bricks on a building site."),
    (
      "如买方未在约定期限内付款，卖方有权解除合同。",
      "If the buyer fails to pay within the agreed time, the seller may terminate the contract."
    ),
    ("未经甲方书面同意，乙方不得转让本合同。", "Party B shall not assign this contract without the written consent of Party A."),
    ("全年贸易顺差扩大至5877亿元。", "The trade surplus widened to 587.7 billion yuan for the year."),
    ("他的母亲是小学教师，父亲在他出生前就去世了。", "His mother taught at a primary school; his father had died before he was born."),
    ("检测结果为阴性者方可入场。", "Only those who test negative may enter."),
    ("双方未披露交易金额。", "The two sides did not disclose the value of the deal."),
    ("该计划缺乏依据。", "There is little basis for the plan."),
    ("中国和印度是邻国。", "India and China are neighbours."),
    ("德国车企加大在华投资。", "German carmakers are investing more in China."),
    ("英国和法国签署了协议。", "London and Paris signed the agreement."),
    ("请勿靠近。", "Please stand clear."),
    ("宣传工作无论在质或量方面，都与去年相似。", "In quality and quantity, the publicity work was much like last year's."),
    ("你听明白了没有？", "Did you take in what I said just now?"),
    ("他赢了十几两银子。", "He won a dozen taels."),
    ("他体重六十公斤。", "He weighs about 130 pounds."),
    ("请勿将本产品置于儿童可触及之处。", "Keep this product out of the reach of children."),
  ]

  private static let other: [(chinese: String, english: String)] = [
    ("他向灾区捐款五十万港元。", "He donated 500,000 yuan to the disaster area."),
    ("首饰拍出了三百万欧元。", "The jewellery sold for 3 million pounds at auction."),
    ("样本总数为100 000份。", "There were 10 000 samples in all."),
    ("鸡蛋三个打散，加少许盐。", "Beat two eggs with a pinch of salt."),
    ("本品每日三次，每次两片。", "Take two tablets twice a day."),
    ("她在比赛中获得第二名。", "She came third in the race."),
    ("她九点差一刻到了办公室。", "She got to the office at a quarter past nine."),
    ("密码至少需要8个字符。", "The password must be no more than 8 characters."),
    ("礼品不得超过二百元。", "The gift must be at least 200 yuan."),
    ("会议将于下周举行。", "The meeting will be held last week."),
    ("他昨天抵达北京。", "He will arrive in Beijing tomorrow."),
    ("该校将于明年春季开学。", "The school will open next year, in autumn."),
    ("台风将于9月3日下午登陆。", "The typhoon will make landfall on the morning of September 3."),
    ("最后一班渡轮午夜开出。", "The last ferry leaves at noon."),
    ("该药应在饭后服用。", "The medicine should be taken before meals."),
    ("她是该公司最年轻的经理。", "She is the company's oldest manager."),
    ("法院判处他有罪。", "The court found him innocent."),
    ("左转后直行两百米。", "Turn right and go straight for 200 metres."),
    ("贸易逆差扩大。", "The trade surplus widened."),
    ("检测结果为阴性。", "The test was positive."),
    ("買方應在三日內付款。", "The seller shall pay within three days."),
    ("甲方应向乙方支付预付款。", "Party B shall make an advance payment to Party A."),
    ("未经甲方书面同意，乙方不得转让本合同。", "Party A shall not assign this contract without the written consent of Party B."),
    ("双方未披露交易金额。", "The two sides disclosed the value of the deal."),
    ("该计划缺乏依据。", "There is a good basis for the plan."),
    ("英国和法国签署了协议。", "Britain and Germany signed the agreement."),
    ("泰国总理访问新加坡。", "The Vietnamese prime minister visited Singapore."),
    ("未成年人不得入内。", "Minors may enter."),
    ("尚无证据表明二者有关。", "There is evidence that the two are linked."),
    ("他住在第十二层。", "He lives on the second floor."),
    ("航班延误两小时。", "The flight was two hours early."),
    ("小区南面是公园。", "To the north of the estate is a park."),
    ("切勿用湿手触摸插头。", "Touch the plug with wet hands."),
    ("学校不会停课。", "The school will halt its classes."),
  ]
}
