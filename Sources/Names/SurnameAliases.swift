/// English spellings of surnames that no rule gives: of Hokkien, Hakka, Teochew and Korean readings, and settled habits.
enum SurnameAliases {
  static func spellings(of surname: String) -> [String] { table[surname] ?? [] }

  private static let lines = """
    李 lee rhee yi|王 wong ong heng wang|陈 chan tan chin chen ting tran chern|黄 wong ng ooi hwang oei hoang
    |林 lam lim lin ling im|吴 ng wu goh go woo oh ngo|张 cheung chang teo chong jang teoh|刘 lau liu low yu lew liew
    |杨 yeung yang yeo young yong|郑 cheng tay tee chung jung zheng|蔡 choi tsai chua choy chai tsoi|许 hui hsu koh khaw heo
    |谢 tse hsieh chia cheah tsieh|郭 kwok kuo quek kuok kwek kuoh kwak|何 ho hoe|洪 hung ang hong|曾 tsang tseng chan zeng
    |周 chow chou chew chau joo zhou|罗 law lo loh na|叶 yip yeh yap ip|苏 so su soh soo|江 kong chiang kang|游 yu yau you yow
    |余 yu yee eu yue|高 ko kao gao koh go|徐 tsui hsu chui seo suh xu zee|孙 sun suen soon sng son|胡 hu wu woo oh ho
    |朱 chu choo chue ju|沈 shen sum sim shum shim|马 ma beh mah|宋 sung soong song|邓 tang teng deng|冯 fung feng foong pang
    |韩 hon han|彭 pang peng phang|萧 siu hsiao siew siow shiu|肖 siu hsiao xiao|潘 poon pan phua pun|梁 leung liang leong neo
    |金 kam chin kim king|文 man wen moon|崔 choi tsui choe chui|安 on an ahn|朴 park piao pak|辜 koo ku|丁 ting ding
    |赵 chao chiu zhao cho jo|卢 lo lu roh loo|汤 tong tang|谭 tam tan|谈 tam|董 tung tong|唐 tong tang|田 tin tien|方 fong fang
    |石 shek shih sek|任 yam jen yum ren|邱 yau chiu khoo koo|丘 yau chiu khoo|温 wan wen oon|袁 yuen yuan won|阮 yuen nguyen juan
    |姚 yiu yao yeow|蒋 tseung chiang cheung|蒙 mung|陆 luk lu look|欧 au ou|区 au ou|欧阳 auyeung ouyang auyong owyang
    |司徒 szeto situ szetu|诸葛 chukot chuko zhuge|上官 sheungkwun shangkuan|尤 yau yu|柯 o ko quah|颜 ngan yen gan
    |施 sze shih see|翁 yung weng ong|戴 tai dai|陶 to tao|魏 ngai wei|白 pak pai baek bai|申 san shin|全 chuen jeon chun
    |池 chi ji|尹 wan yin yoon yun|柳 lau liu ryu yoo|南 nam|严 yim yen eom|康 hong kang|庄 chong chuang chng|侯 hau hou
    |伍 ng wu|甄 yan yen|甘 kam kan|岑 shum shen|霍 fok huo|骆 lok lo|邝 kwong kuang|麦 mak mai|莫 mok mo|倪 ngai ni
    |凌 ling|劳 lo lao|包 pao bau|龙 lung|古 koo ku|容 yung|关 kwan kuan|雷 lui lei louie|简 kan chien|翟 chak chai|尧 yiu
    |连 lin lien|贺 ho|顾 koo ku|俞 yu yue|单 sin shin|邢 ying|夏 ha hsia|薛 sit hsueh|钟 chung jong|焦 tsiu chiao|费 fai fei|屈 wat chu
    |项 hong hsiang|章 cheung chang|廖 liu liao|程 ching cheng|饶 yiu jao|邵 shiu shao|史 sze shih|秦 chun chin|韦 wai wei
    """

  private static let table: [String: [String]] = {
    var result: [String: [String]] = [:]
    for entry in lines.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let parts = entry.split(separator: " ").map(String.init)
      guard let surname = parts.first else { continue }
      result[surname, default: []] += parts.dropFirst()
    }
    return result
  }()
}
