/// Countries, and the cities of the world that the news name, in both languages.
///
/// Written by hand after the usage of both languages' news. An entry is the Chinese names, `=`, the English names, those
/// of one language apart by `/`, the usual one first, `_` for a space. A Chinese name behind `*` is another word too
/// and counts only with its suffix (市, 省). English names are written as they stand in a text; Chinese ones Simplified.
let gazetteerWorld = """
  美国/美利坚合众国=United_States/United_States_of_America/USA/US/America 英国/联合王国=United_Kingdom/UK/Britain/Great_Britain
  英格兰=England 苏格兰=Scotland 威尔士=Wales 北爱尔兰=Northern_Ireland 爱尔兰=Ireland 法国=France 德国=Germany 意大利/义大利=Italy
  西班牙=Spain 葡萄牙=Portugal 荷兰=Netherlands/Holland 比利时=Belgium 卢森堡=Luxembourg 瑞士=Switzerland 奥地利=Austria
  瑞典=Sweden 挪威=Norway 丹麦=Denmark 芬兰=Finland 冰岛=Iceland 波兰=Poland 捷克=Czech_Republic/Czechia 斯洛伐克=Slovakia
  匈牙利=Hungary 罗马尼亚=Romania 保加利亚=Bulgaria 希腊=Greece 塞尔维亚=Serbia 克罗地亚=Croatia 斯洛文尼亚=Slovenia
  波斯尼亚/波黑=Bosnia_and_Herzegovina/Bosnia 黑山共和国=Montenegro 科索沃=Kosovo 阿尔巴尼亚=Albania 马其顿/北马其顿=North_Macedonia/Macedonia
  摩尔多瓦=Moldova 乌克兰=Ukraine 白俄罗斯=Belarus 立陶宛=Lithuania 拉脱维亚=Latvia 爱沙尼亚=Estonia 俄罗斯=Russia 苏联=Soviet_Union
  马耳他=Malta 塞浦路斯=Cyprus 摩纳哥=Monaco 梵蒂冈=Vatican 列支敦士登=Liechtenstein 安道尔=Andorra 格鲁吉亚=Georgia
  亚美尼亚=Armenia 阿塞拜疆/亚塞拜然=Azerbaijan 土耳其=Turkey/Türkiye 叙利亚=Syria 黎巴嫩=Lebanon 以色列=Israel 巴勒斯坦=Palestine
  约旦=Jordan 伊拉克=Iraq 伊朗=Iran 科威特=Kuwait 沙特阿拉伯/沙特/沙乌地阿拉伯=Saudi_Arabia 巴林=Bahrain 卡塔尔/卡达=Qatar
  阿联酋/阿拉伯联合酋长国=United_Arab_Emirates/UAE 阿曼=Oman 也门/叶门=Yemen 阿富汗=Afghanistan 巴基斯坦=Pakistan 印度=India
  尼泊尔=Nepal 不丹=Bhutan 孟加拉国/孟加拉=Bangladesh 斯里兰卡=Sri_Lanka 马尔代夫/马尔地夫=Maldives 哈萨克斯坦/哈萨克=Kazakhstan
  乌兹别克斯坦=Uzbekistan 吉尔吉斯斯坦=Kyrgyzstan 塔吉克斯坦=Tajikistan 土库曼斯坦=Turkmenistan 蒙古国=Mongolia 朝鲜/北韩=North_Korea/DPRK
  韩国/南韩=South_Korea/Republic_of_Korea 日本=Japan 越南=Vietnam 老挝/寮国=Laos 柬埔寨=Cambodia 泰国=Thailand 缅甸=Myanmar/Burma
  马来西亚=Malaysia 新加坡=Singapore 印度尼西亚/印尼=Indonesia 菲律宾=Philippines 文莱/汶莱=Brunei 东帝汶=East_Timor/Timor-Leste
  澳大利亚/澳洲=Australia 新西兰/纽西兰=New_Zealand 巴布亚新几内亚=Papua_New_Guinea 斐济/斐济群岛=Fiji 所罗门群岛=Solomon_Islands
  萨摩亚=Samoa 汤加=Tonga 瓦努阿图=Vanuatu 密克罗尼西亚=Micronesia 帕劳=Palau 加拿大=Canada 墨西哥=Mexico 危地马拉/瓜地马拉=Guatemala
  伯利兹=Belize 洪都拉斯=Honduras 萨尔瓦多=El_Salvador 尼加拉瓜=Nicaragua 哥斯达黎加=Costa_Rica 巴拿马=Panama 古巴=Cuba 海地=Haiti
  牙买加=Jamaica 多米尼加=Dominican_Republic 波多黎各=Puerto_Rico 巴哈马=Bahamas 哥伦比亚=Colombia 委内瑞拉=Venezuela
  圭亚那=Guyana 苏里南=Suriname 厄瓜多尔/厄瓜多=Ecuador 秘鲁=Peru 玻利维亚=Bolivia 巴西=Brazil 巴拉圭=Paraguay 乌拉圭=Uruguay
  阿根廷=Argentina 智利=Chile 埃及=Egypt 利比亚=Libya 突尼斯=Tunisia 阿尔及利亚=Algeria 摩洛哥=Morocco 苏丹=Sudan 南苏丹=South_Sudan
  埃塞俄比亚/衣索比亚=Ethiopia 厄立特里亚=Eritrea 吉布提=Djibouti 索马里/索马利亚=Somalia 肯尼亚/肯亚=Kenya 乌干达=Uganda
  坦桑尼亚/坦尚尼亚=Tanzania 卢旺达/卢安达=Rwanda 布隆迪=Burundi 刚果民主共和国/刚果金/刚果=Democratic_Republic_of_the_Congo/DR_Congo/Congo
  喀麦隆=Cameroon 加蓬=Gabon 中非共和国=Central_African_Republic 乍得=Chad 尼日尔=Niger 尼日利亚/奈及利亚=Nigeria 贝宁=Benin 多哥=Togo
  加纳/迦纳=Ghana 科特迪瓦=Ivory_Coast 利比里亚=Liberia 塞拉利昂=Sierra_Leone 几内亚=Guinea 塞内加尔=Senegal 冈比亚=Gambia 马里共和国=Mali
  布基纳法索=Burkina_Faso 毛里塔尼亚=Mauritania 安哥拉=Angola 赞比亚=Zambia 津巴布韦/辛巴威=Zimbabwe 马拉维=Malawi 莫桑比克/莫三比克=Mozambique
  博茨瓦纳=Botswana 纳米比亚=Namibia 南非=South_Africa 莱索托=Lesotho 马达加斯加=Madagascar 毛里求斯/模里西斯=Mauritius 塞舌尔=Seychelles
  欧洲=Europe 亚洲=Asia 非洲=Africa 北美洲/北美=North_America 南美洲/南美=South_America 拉丁美洲/拉美=Latin_America 大洋洲=Oceania
  南极洲=Antarctica 中东=Middle_East 东南亚=Southeast_Asia 东亚=East_Asia 南亚=South_Asia 中亚=Central_Asia 东欧=Eastern_Europe 西欧=Western_Europe
  太平洋=Pacific_Ocean/Pacific 大西洋=Atlantic_Ocean/Atlantic 印度洋=Indian_Ocean 地中海=Mediterranean 南海=South_China_Sea 东海=East_China_Sea
  伦敦=London 曼彻斯特=Manchester 利物浦=Liverpool 伯明翰=Birmingham 爱丁堡=Edinburgh 格拉斯哥=Glasgow 剑桥=Cambridge 牛津=Oxford
  都柏林=Dublin 巴黎=Paris 里昂=Lyon 马赛=Marseille 柏林=Berlin 慕尼黑=Munich 法兰克福=Frankfurt 汉堡=Hamburg 科隆=Cologne 罗马=Rome
  米兰=Milan 威尼斯=Venice 佛罗伦萨=Florence 那不勒斯=Naples 都灵=Turin 马德里=Madrid 巴塞罗那/巴塞隆纳=Barcelona 里斯本=Lisbon
  阿姆斯特丹=Amsterdam 海牙=The_Hague 鹿特丹=Rotterdam 布鲁塞尔=Brussels 日内瓦=Geneva 苏黎世=Zurich 达沃斯=Davos 维也纳=Vienna
  斯德哥尔摩=Stockholm 奥斯陆=Oslo 哥本哈根=Copenhagen 赫尔辛基=Helsinki 华沙=Warsaw 布拉格=Prague 布达佩斯=Budapest 雅典=Athens
  莫斯科=Moscow 圣彼得堡=St._Petersburg 基辅=Kyiv/Kiev 明斯克=Minsk 伊斯坦布尔/伊斯坦堡=Istanbul 安卡拉=Ankara 大马士革=Damascus
  贝鲁特=Beirut 耶路撒冷=Jerusalem 特拉维夫=Tel_Aviv 加沙=Gaza 巴格达=Baghdad 德黑兰=Tehran 利雅得=Riyadh 迪拜/杜拜=Dubai
  阿布扎比=Abu_Dhabi 多哈=Doha 喀布尔=Kabul 伊斯兰堡=Islamabad 卡拉奇=Karachi 新德里=New_Delhi 孟买=Mumbai 班加罗尔=Bangalore 加尔各答=Kolkata
  达卡=Dhaka 加德满都=Kathmandu 科伦坡=Colombo 东京=Tokyo 大阪=Osaka 京都=Kyoto 横滨=Yokohama 名古屋=Nagoya 福冈=Fukuoka 札幌=Sapporo
  广岛=Hiroshima 长崎=Nagasaki 冲绳=Okinawa 北海道=Hokkaido 首尔=Seoul 釜山=Busan 仁川=Incheon 平壤=Pyongyang 乌兰巴托=Ulan_Bator
  河内=Hanoi 胡志明市=Ho_Chi_Minh_City 金边=Phnom_Penh 曼谷=Bangkok 清迈=Chiang_Mai 仰光=Yangon 内比都=Naypyidaw 吉隆坡=Kuala_Lumpur
  槟城=Penang 雅加达=Jakarta 巴厘岛=Bali 马尼拉=Manila 悉尼/雪梨=Sydney 墨尔本/墨尔本市=Melbourne 堪培拉=Canberra 布里斯班=Brisbane
  珀斯=Perth 奥克兰=Auckland 惠灵顿=Wellington 华盛顿=Washington/Washington_D.C. 纽约=New_York/New_York_City 洛杉矶=Los_Angeles 旧金山/三藩市=San_Francisco
  芝加哥=Chicago 波士顿=Boston 西雅图=Seattle 休斯敦/休斯顿=Houston 达拉斯=Dallas 费城=Philadelphia 底特律=Detroit 拉斯维加斯=Las_Vegas
  迈阿密=Miami 亚特兰大=Atlanta 丹佛=Denver 圣迭戈/圣地亚哥=San_Diego 硅谷=Silicon_Valley 华尔街=Wall_Street 好莱坞=Hollywood 夏威夷=Hawaii
  加利福尼亚/加州=California 得克萨斯/得州=Texas 佛罗里达=Florida 阿拉斯加=Alaska 密歇根=Michigan 宾夕法尼亚=Pennsylvania 弗吉尼亚=Virginia
  俄亥俄=Ohio 亚利桑那=Arizona 伊利诺伊=Illinois 田纳西=Tennessee 北卡罗来纳=North_Carolina 南卡罗来纳=South_Carolina 新泽西=New_Jersey
  内华达=Nevada 科罗拉多=Colorado 犹他=Utah 俄勒冈=Oregon 马里兰=Maryland 马萨诸塞/麻省=Massachusetts 康涅狄格=Connecticut 缅因州=Maine
  佛蒙特=Vermont 新罕布什尔=New_Hampshire 罗得岛=Rhode_Island 特拉华=Delaware 肯塔基=Kentucky 路易斯安那=Louisiana 密西西比=Mississippi
  亚拉巴马/阿拉巴马=Alabama 阿肯色=Arkansas 密苏里=Missouri 艾奥瓦/爱荷华=Iowa 明尼苏达=Minnesota 威斯康星=Wisconsin 印第安纳=Indiana
  堪萨斯=Kansas 内布拉斯加=Nebraska 北达科他=North_Dakota 南达科他=South_Dakota 蒙大拿=Montana 怀俄明=Wyoming 爱达荷=Idaho
  新墨西哥州=New_Mexico 俄克拉何马/奥克拉荷马=Oklahoma 西弗吉尼亚=West_Virginia
  多伦多=Toronto 温哥华=Vancouver 蒙特利尔=Montreal 渥太华=Ottawa 墨西哥城=Mexico_City 哈瓦那=Havana 波哥大=Bogota 加拉加斯=Caracas
  利马=Lima 圣保罗=Sao_Paulo 里约热内卢=Rio_de_Janeiro 巴西利亚=Brasilia 布宜诺斯艾利斯=Buenos_Aires 开罗=Cairo 的黎波里=Tripoli
  内罗毕=Nairobi 拉各斯=Lagos 亚的斯亚贝巴=Addis_Ababa 约翰内斯堡=Johannesburg 开普敦=Cape_Town 比勒陀利亚=Pretoria
  """
