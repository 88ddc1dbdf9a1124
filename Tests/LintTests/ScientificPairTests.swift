import Lint
import Testing

/// Numbers with units of science and technology, in sentences that say the same and in such that do not.
struct ScientificPairTests {
  private static let families = ["number", "unit", "date"]

  /// The errors and warnings of the rules about numbers in a pair.
  private func findings(_ chinese: String, _ english: String) -> [String] {
    TestResources.warnings(of: Self.families, in: chinese, english)
  }

  @Test func `nothing is found where both say the same`() {
    for (chinese, english) in Self.same { #expect(findings(chinese, english) == [], "\(english)") }
  }

  @Test func `what is another number or unit is found`() {
    for (chinese, english) in Self.other { #expect(!findings(chinese, english).isEmpty, "\(english)") }
  }

  private static let same: [(chinese: String, english: String)] = [
    ("该芯片主频为3.2GHz，功耗只有15瓦。", "The chip runs at 3.2 GHz and draws only 15 watts."),
    ("信号频率在8~12GHz之间。", "The signal lies between 8 and 12 GHz."),
    ("粒子能量达到10—100GeV。", "The particles reach energies of 10–100 GeV."),
    ("电池组电压为800伏，电流可达500安。", "The battery pack works at 800 volts and delivers up to 500 amperes."),
    ("电压800V，快充电流500A。", "The voltage is 800 V and the fast-charging current 500 A."),
    ("血压为120/80毫米汞柱。", "Blood pressure was 120/80 mmHg."),
    ("气压降到950百帕。", "The pressure fell to 950 hectopascals."),
    ("样品面积约为100cm2。", "The sample measured about 100 square centimetres."),
    ("样品面积约为100 cm²。", "The sample has an area of about 100 cm2."),
    ("下载速度达到每秒1.2吉比特。", "Download speeds reached 1.2 gigabits per second."),
    ("传输速率为9.6千比特/秒。", "The transmission rate is 9.6 kilobits per second."),
    ("网速提高到1000Mbps。", "Speeds were raised to 1,000 Mbps."),
    ("误差为十万分之一。", "The error is one part in a hundred thousand."),
    ("误差只有百万分之三。", "The error is only three parts per million."),
    ("人类基因组约有30亿个碱基对。", "The human genome has about three billion base pairs."),
    ("细胞直径约10微米，病毒约100纳米。", "Cells are about 10 micrometres across, viruses about 100 nanometres."),
    ("细胞直径约10μm。", "The cell is about 10 microns in diameter."),
    ("该星系距离地球约250万光年。", "The galaxy is about 2.5 million light years from Earth."),
    (
      "火箭推力达500吨，可将25吨载荷送入近地轨道。",
      "The rocket has 500 tonnes of thrust and can put a payload of 25 tonnes into low Earth orbit."
    ),
    ("如图2-1所示，温度随压力升高。", "As shown in Figure 2.1, temperature rises with pressure."),
    ("由式（3.2）可得上述结果。", "The above result follows from equation (3.2)."),
    ("详见第3.4节。", "See Section 3.4."),
    ("水的密度为1克/立方厘米。", "Water has a density of 1 g/cm3."),
    ("PM2.5浓度为35微克/立方米。", "The PM2.5 concentration was 35 micrograms per cubic metre."),
    ("噪声达到85分贝。", "Noise levels reached 85 decibels."),
    ("每100克含热量250千卡。", "It has 250 kilocalories per 100 grams."),
    ("发动机转速为6000转/分。", "The engine turns at 6,000 rpm."),
    ("船速为20节。", "The ship makes 20 knots."),
    ("地震震级为里氏6.8级。", "The earthquake measured 6.8 on the Richter scale."),
    ("该望远镜口径为500米。", "The telescope has an aperture of 500 metres."),
    ("反应在37℃下进行24小时。", "The reaction was run at 37 °C for 24 h."),
    ("实验重复了3次，每次30分钟。", "The experiment was repeated three times, for half an hour each."),
    ("氧气占空气的21%左右。", "Oxygen makes up about 21% of the air."),
    ("光速约为每秒30万公里。", "Light travels at about 300,000 kilometres a second."),
    ("光速约为3×10^8米/秒。", "The speed of light is about 3×10^8 m/s."),
    ("电子质量约为9.1×10⁻³¹千克。", "The electron has a mass of about 9.1×10⁻³¹ kg."),
    ("千百万人的生活因此改变。", "The lives of millions have been changed by it."),
    ("成千上万的候鸟飞来越冬。", "Tens of thousands of migratory birds come to winter here."),
    ("数以百计的志愿者参加了活动。", "Hundreds of volunteers took part."),
    ("近半数受访者表示支持。", "Nearly half of the respondents said they were in favour."),
    ("样本总数为100 000份。", "There were 100 000 samples in all."),
    ("该药剂量为每日2次，每次5毫克。", "The dose is 5 mg twice a day."),
    ("分辨率为3840×2160像素。", "The resolution is 3840 × 2160 pixels."),
    ("屏幕尺寸6.7英寸，重量198克。", "The screen measures 6.7 inches and the phone weighs 198 g."),
    ("内存16GB，存储空间1TB。", "It has 16 GB of memory and 1 TB of storage."),
    ("该公司股价上涨3.5%，报45.20港元。", "The company's shares rose 3.5% to HK$45.20."),
    ("每桶原油价格为78.5美元。", "Crude oil is at $78.50 a barrel."),
    ("年产量2000万吨，居全国第三位。", "Its annual output of 20 million tons is the third largest in the country."),
    ("水库库容为393亿立方米。", "The reservoir holds 39.3 billion cubic metres."),
    ("装机容量2250万千瓦。", "Installed capacity is 22.5 million kilowatts."),
    ("装机容量为22.5吉瓦。", "Installed capacity is 22.5 GW."),
    ("全年发电量达1118亿千瓦时。", "It generated 111.8 billion kWh over the year."),
    ("大桥全长55公里，设计时速100公里。", "The bridge is 55 km long, with a design speed of 100 km/h."),
    ("海拔8848.86米。", "It stands 8,848.86 metres above sea level."),
    ("宇宙年龄约138亿年。", "The universe is about 13.8 billion years old."),
    ("侏罗纪始于约2.01亿年前。", "The Jurassic began about 201 million years ago."),
    ("平均年龄为二十七八岁。", "Their average age is 27 or 28."),
    ("三分之二的学生来自农村。", "Two thirds of the students come from the countryside."),
    ("比去年同期增长了近两倍。", "That is nearly three times as much as in the same period last year."),
    ("产量翻了一番。", "Output doubled."),
    ("降至原来的四分之一。", "It fell to a quarter of what it had been."),
    ("每千人拥有床位6.7张。", "There are 6.7 beds per thousand people."),
    ("pH值为7.4。", "The pH is 7.4."),
    ("他跑100米用了9.83秒。", "He ran the 100 metres in 9.83 seconds."),
    ("比分为3比2。", "The score was 3–2."),
    ("以21:18、21:19获胜。", "They won 21-18, 21-19."),
    ("会议将于15日下午2时30分召开。", "The meeting will be held at 2:30 p.m. on the 15th."),
    ("该论文发表在2019年第5期。", "The paper appeared in issue 5 of 2019."),
    ("全长4.3米，轴距2.7米。", "It is 4.3 m long with a 2.7 m wheelbase."),
    ("零下40摄氏度的低温。", "Temperatures as low as minus 40 degrees Celsius."),
    ("纬度为北纬39度54分。", "It lies at latitude 39°54′ N."),
    ("磁场强度为1.5特斯拉。", "The magnetic field has a strength of 1.5 tesla."),
    ("辐射剂量为20毫西弗。", "The radiation dose was 20 millisieverts."),
    ("硬盘转速7200转。", "The hard disk spins at 7,200 rpm."),
    ("每平方公里约有150人。", "There are about 150 people per square kilometre."),
    ("一氧化碳浓度为50ppm。", "The carbon monoxide level is 50 ppm."),
    ("胆固醇不应超过5.2毫摩尔/升。", "Cholesterol should not exceed 5.2 mmol/L."),
    ("电容为100微法。", "The capacitance is 100 microfarads."),
    ("电阻为4.7千欧。", "The resistance is 4.7 kilohms."),
    ("激光功率为1拍瓦。", "The laser has a power of one petawatt."),
    ("体温38.5℃，脉搏110次/分，血压90/60mmHg。", "Temperature 38.5 °C, pulse 110 beats per minute, blood pressure 90/60 mmHg."),
    ("该药每片0.25克，一日三次，饭后服用。", "Each tablet contains 0.25 g; take three times a day after meals."),
    ("她以6比4、3比6、7比5战胜对手。", "She beat her opponent 6-4, 3-6, 7-5."),
    ("他在男子110米栏决赛中以12秒88夺冠。", "He won the men's 110 m hurdles in 12.88 seconds."),
    ("上证综指收盘上涨1.2%，报3280.5点。", "The Shanghai Composite closed 1.2% higher at 3,280.5 points."),
    (
      "央行下调存款准备金率0.5个百分点，释放长期资金约1万亿元。",
      "The central bank cut the reserve requirement ratio by half a percentage point, freeing about one trillion yuan in long-term funds."
    ),
    ("十年期国债收益率下行3个基点至2.65%。", "The ten-year government bond yield fell three basis points to 2.65%."),
    ("公司市值一度突破两千亿美元。", "The company's market value briefly passed $200 billion."),
    ("秦始皇于公元前221年统一六国。", "Qin Shi Huang unified the six states in 221 BC."),
    ("清乾隆三十五年重修。", "It was rebuilt in the 35th year of the Qianlong reign."),
    ("开放时间：9:00-17:00，周一闭馆。", "Open 9 am to 5 pm; closed on Mondays."),
    ("该校有教职工1200余人，在校生近2万人。", "The university has over 1,200 staff and nearly 20,000 students."),
    ("他身高一米八五，体重八十公斤。", "He is 1.85 metres tall and weighs 80 kilograms."),
    ("把面粉500克、水250毫升和盐5克混合，揉成面团。", "Mix 500 g flour, 250 ml water and 5 g salt into a dough."),
    ("小麦亩产达到1100斤。", "Wheat yields reached 550 kg per mu."),
    ("全镇有耕地3.6万亩。", "The town has 2,400 hectares of farmland."),
    (
      "京沪高铁全长1318公里，最快4小时18分到达。",
      "The Beijing–Shanghai high-speed railway is 1,318 km long; the fastest trains take 4 hours 18 minutes."
    ),
    (
      "依照刑法第二百六十四条的规定，判处有期徒刑三年六个月，并处罚金人民币五千元。",
      "Under Article 264 of the Criminal Law, he was sentenced to three years and six months in prison and fined 5,000 yuan."
    ),
    (
      "一季度进出口总值10.17万亿元，同比增长5%。",
      "Foreign trade was worth 10.17 trillion yuan in the first quarter, up 5% on a year earlier."
    ),
  ]

  private static let other: [(chinese: String, english: String)] = [
    ("该芯片主频为3.2GHz。", "The chip runs at 3.2 MHz."),
    ("电池组电压为800伏。", "The battery pack works at 80 volts."),
    ("电池容量为5000毫安时。", "The battery holds 500 mAh."),
    ("气压降到950百帕。", "The pressure fell to 905 hectopascals."),
    ("样品面积约为100平方厘米。", "The sample measured about 100 square metres."),
    ("下载速度达到每秒1.2吉比特。", "Download speeds reached 1.2 megabits per second."),
    ("误差为十万分之一。", "The error is one part in a million."),
    ("误差只有百万分之三。", "The error is only three parts per billion."),
    ("病毒直径约100纳米。", "Viruses are about 100 micrometres across."),
    ("噪声达到85分贝。", "Noise levels reached 58 decibels."),
    ("每100克含热量250千卡。", "It has 520 kilocalories per 100 grams."),
    ("用药剂量为5微克。", "The dose is 5 milligrams."),
    ("功率为15千瓦。", "It has a power of 15 watts."),
    ("海底压力达110兆帕。", "The pressure on the sea floor is 110 kilopascals."),
    ("首局她以21:18获胜。", "She won the first game 21-8."),
    ("会议将于15日下午2时30分召开。", "The meeting begins at 2:30 p.m. on the 16th."),
    ("网速为1000Mbps。", "Speeds are 100 Mbps."),
    ("水库库容为393亿立方米。", "The reservoir holds 3.93 billion cubic metres."),
    ("细胞直径10微米。", "The cell is 10 millimetres across."),
    ("推力达500千牛。", "It has a thrust of 50 kilonewtons."),
  ]
}
