/// Word lists by which English names are recognised.
enum EnglishWords {
  private static func set(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// Forms of address; a full stop may follow.
  static let addresses = set("mr mrs ms miss dr prof sir madam mme rev gen col capt sgt lt gov sen rep")

  /// The last word of a title that stands before a name.
  static let titles = set(
    """
    governor mayor chairman chairwoman chairperson chair president premier minister secretary director ceo cto cfo coo executive chief \
    officer manager professor doctor researcher reporter journalist correspondent editor analyst economist ambassador consul commissioner \
    magistrate chancellor senator congressman congresswoman representative delegate spokesman spokeswoman spokesperson founder \
    co-founder cofounder entrepreneur scientist academician colonel major captain judge justice lawyer coach author writer \
    leader deputy queen prince princess pope emperor
    """)

  /// Titles of office that are mentioned for their own sake, in lower case, words apart.
  static let officeTitles: [String: [[String]]] = Dictionary(
    grouping: [
      "general manager", "deputy general manager", "chief executive officer", "chief executive",
      "chief technology officer",
      "chief financial officer", "chief operating officer", "vice president", "senior vice president",
      "executive vice president",
      "vice chairman", "executive chairman", "chairman of the board", "chairman of the board of directors",
      "chairman of the group's board of directors", "board chairman", "deputy director", "deputy director-general",
      "director-general",
      "deputy governor", "vice governor", "deputy mayor", "vice mayor", "party secretary", "deputy party secretary",
      "provincial party secretary", "municipal party secretary", "county party secretary",
      "secretary of the provincial party committee",
      "secretary of the municipal party committee", "secretary of the county party committee", "county magistrate",
      "deputy county magistrate",
      "prime minister", "deputy prime minister", "vice premier", "foreign minister", "secretary-general",
      "deputy secretary-general",
      "general secretary", "editor-in-chief", "managing director", "executive director", "chief representative",
      "chief scientist",
      "chief economist",
    ].map { $0.split(separator: " ").map(String.init) }, by: { $0[0] })

  /// Verbs of saying, behind a name.
  static let sayVerbs = set(
    """
    said says told added noted stressed announced explained argued believes thinks pointed emphasized emphasised stated replied asked \
    answered claimed insisted warned admitted recalled remarked commented suggested declared wrote vowed pledged urged
    """)

  /// Other words that often stand behind the name of a person.
  static let followers = set(
    """
    has had was is will also led met visited attended arrived once who whose joined became founded resigned won made came went took gave \
    signed spoke delivered himself herself used described called expressed hopes hoped wants wanted
    """)

  /// Given names that English speakers, and Chinese with English names, often bear.
  static let givenNames = set(
    """
    jack joe joseph daniel david michael john james robert william richard thomas charles christopher matthew anthony mark donald steven paul \
    andrew kenneth george joshua kevin brian edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin \
    scott brandon benjamin samuel gregory alexander patrick frank raymond dennis jerry tyler aaron jose adam nathan henry zachary douglas \
    peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan \
    billy bruce gabriel logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene mary \
    patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle \
    carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy angela shirley anna brenda pamela nicole emma \
    samantha katherine christine debra rachel carolyn janet catherine maria heather diane olivia julie joyce victoria ruth virginia lauren \
    kelly christina joan evelyn judith andrea hannah jacqueline martha gloria teresa ann sara madison kathryn janice jean abigail alice julia \
    grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori lucy maggie \
    simon martin neil ian colin graham trevor nigel keith tony tom tim jim bill bob ben dan sam steve mike nick chris alex max leo oscar felix \
    hugo victor ivan igor vladimir sergei dmitry boris angela emmanuel francois jacques pierre claude hans klaus jurgen carlos luis pedro \
    antonio francisco mohammed muhammad ali ahmed abdul hassan barack hillary bernie elon jeff sundar satya mukesh masayoshi shinzo narendra \
    eddie andy jackie jet bruce tony stanley wendy vivian fiona eason winnie carrie vanessa lucy jane eva ella ada iris ivy joey jay johnny \
    tommy jimmy danny kenny ricky wilson nelson edwin edmund edgar clement cyrus dominic derek desmond ernest gordon
    """)

  /// English words that are pinyin too: no name by themselves.
  static let pinyinWords = set(
    """
    long man men pan sun song can ban den fan gang he hang lie ran rang sang tan tang tong wan yang you she me bin ben pin pen pang ping pie \
    die dying dang dong ding dance gong gun gut hen hong hun hung hush jun june king lung lin line long love lu lunge mao mine mu mug nan nun pa \
    pi sha shan shun shut sing so sue sui sure ta ten to tin ton tu wen win wu xi yin yo a an ai ao e en er bang bing bun chin china chi chair \
    change chang chic come fen feng fin fun gu ha hua hue huge hu in jam ji la lan lao lei li lo ma mi na ne ni nu o ou po pu qi ru se si su te ti wo ya \
    zen beijing nanjing
    """)

  /// Places, and other names of two words, that read like a person's.
  static let placesLikeNames = set(
    "hongkong meizhou kunlun wutai wuyi huangshan huanghe taishan tongzhi xian guanyin laozi")

  /// Capitalised words before a name that are no part of it.
  static let leadingWords = set(
    """
    the a an in on at of for and but or as when while with by from to after before since according this that these those his her their its our \
    my your he she they we it i if although because why how what where who which there here then thus meanwhile however also both former \
    new vice deputy first second third last next all some many most more other such no not only even just under over into about between during \
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
    """)

  /// Words that end the names of places.
  static let placeSuffixes = set(
    "county city province village town township district prefecture region autonomous island islands peninsula river lake mountain road street avenue port bay harbor harbour"
  )

  /// Words that end the names of organisations.
  static let organisationSuffixes = set(
    """
    group university college institute company corporation corp inc ltd limited committee commission bureau department ministry bank association \
    society federation foundation agency administration academy hospital school court council congress party union newspaper daily times news \
    post press museum library center centre office holdings technologies technology network airlines
    """)

  /// Words before `of` that begin the names of organisations.
  static let organisationHeads = set(
    "ministry department university bank bureau institute academy college office commission administration association chamber board"
  )
}
