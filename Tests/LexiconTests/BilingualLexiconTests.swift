import TextCore
import Testing

@testable import Lexicon

struct BilingualLexiconTests {
  private static let source = """
    # CC-CEDICT
    #! version=1
    #! entries=23
    #! license=https://example.org/licence
    #! date=2025-10-02T08:06:08Z
    淘寶 淘宝 [Tao2 bao3] /Taobao Marketplace (Chinese website)/
    淘寶村 淘宝村 [Tao2 bao3 cun1] /Taobao village/
    村 村 [cun1] /village/hamlet/
    雲 云 [Yun2] /surname Yun/abbr. for Yunnan Province 雲南省|云南省[Yun2 nan2 Sheng3]/
    雲 云 [yun2] /cloud/CL:朵[duo3]/
    行 行 [hang2] /row; line/
    行 行 [xing2] /to walk; to go/
    研究 研究 [yan2 jiu1] /research; a study/
    研究生 研究生 [yan2 jiu1 sheng1] /graduate student/
    生命 生命 [sheng1 ming4] /life/
    命 命 [ming4] /life/fate/
    起源 起源 [qi3 yuan2] /origin/
    烏魯木齊 乌鲁木齐 [Wu1 lu3 mu4 qi2] /Ürümqi, capital of Xinjiang/
    國 国 [guo2] /country/
    國家 国家 [guo2 jia1] /country; nation; state/
    國家安全 国家安全 [guo2 jia1 an1 quan2] /national security/
    國家公園 国家公园 [guo2 jia1 gong1 yuan2] /national park/
    國家主席 国家主席 [guo2 jia1 zhu3 xi2] /president of a state/
    家的 家的 [jia1 de5] /wife (colloquial)/
    T恤 T恤 [T xu4] /T-shirt/
    的 的 [de5] /of; ~'s (possessive particle)/
    稲 稲 [dao4] /variant of 稻[dao4]/
    不到長城非好漢 不到长城非好汉 [bu4 dao4 Chang2 cheng2 fei1 hao3 han4] /lit. until you reach the Great Wall, you're not a proper person; fig. to get over difficulties before reaching the goal/
    """

  private func lexicon() throws -> BilingualLexicon {
    let file = try CEDICTFile(Array(Self.source.utf8))
    return try BilingualLexicon(store: ByteStore(copying: BilingualLexicon.compiled(from: file.entries)))
  }

  private func senses(_ word: String, _ lexicon: BilingualLexicon) -> [String: Float] {
    guard let entry = lexicon.entry(of: word) else { return [:] }
    return Dictionary(uniqueKeysWithValues: lexicon.senses(of: entry).map { (lexicon.stem($0.stem), $0.weight) })
  }

  @Test func `glosses become weighted stems`() throws {
    let lexicon = try lexicon()
    #expect(senses("淘宝", lexicon) == ["taobao": 0.5, "marketplac": 0.5])
    #expect(senses("淘寶村", lexicon) == ["taobao": 0.5, "villag": 0.5])
    #expect(senses("云", lexicon) == ["yun": 1, "yunnan": 0.5, "provinc": 0.5, "cloud": 1].merging([:]) { $1 })
    #expect(senses("行", lexicon) == ["row": 1, "line": 1, "walk": 1, "go": 1])
    #expect(senses("乌鲁木齐", lexicon) == ["urumqi": 1, "capit": 0.5, "xinjiang": 0.5])
    #expect(senses("稲", lexicon).isEmpty)
    let entry = try #require(lexicon.entry(of: "行"))
    #expect(lexicon.pinyin(of: entry) == ["hang2", "xing2"])
    #expect(lexicon.headword(of: entry) == "行")
    #expect(lexicon.entry(of: "淘宝网") == nil)
  }

  @Test func `the entries of a stem are found, with its share in each`() throws {
    let lexicon = try lexicon()
    func entries(_ word: String) throws -> [String: Float] {
      let stem = try #require(lexicon.stemID(of: word))
      var found: [String: Float] = [:]
      var last: Int32 = -1
      lexicon.forEachEntry(of: stem) { entry, share in
        #expect(entry > last)
        last = entry
        found[lexicon.headword(of: entry)] = share
      }
      #expect(found.count == lexicon.entryCount(of: stem))
      return found
    }
    #expect(try entries("villages") == ["淘宝村": 0.5, "村": 0.5])
    #expect(try entries("life") == ["生命": 1, "命": 0.5])
    #expect(try entries("row") == ["行": 0.25])
  }

  @Test func `stems are found from any form`() throws {
    let lexicon = try lexicon()
    let village = try #require(lexicon.stemID(of: "village"))
    for form in ["villages", "Villages", "VILLAGE", "village's"] { #expect(lexicon.stemID(of: form) == village) }
    let stem = EnglishStemmer.stem(utf8: "villages".utf8)
    #expect(lexicon.stemID(ofPlain: Array("villages".utf8), stem: stem) == village)
    #expect(lexicon.stemID(of: "Ürümqi") != nil && lexicon.stemID(of: "Ürümqi") == lexicon.stemID(of: "Urumqi"))
    #expect(lexicon.stemID(of: "metropolis") == nil && lexicon.stemID(of: "") == nil)
    #expect((0..<Int32(lexicon.stemCount)).allSatisfy { !lexicon.stem($0).isEmpty })
  }

  @Test func `British words have the stems of American glosses`() throws {
    let source = """
      顏色 颜色 [yan2 se4] /color/
      中心 中心 [zhong1 xin1] /center/heart/
      中央 中央 [zhong1 yang1] /center/
      場 场 [chang3] /centre (as in shopping centre)/
      文明 文明 [wen2 ming2] /civilization/
      承諾 承诺 [cheng2 nuo4] /promise/
      """
    let file = try CEDICTFile(Array(source.utf8))
    let lexicon = try BilingualLexicon(store: ByteStore(copying: BilingualLexicon.compiled(from: file.entries)))
    for (british, american) in [("colours", "color"), ("civilisations", "civilization"), ("centre", "center")] {
      let id = try #require(lexicon.stemID(of: american))
      #expect(lexicon.stemID(of: british) == id, "\(british)")
    }
    #expect(lexicon.stemID(of: "promise") != nil && lexicon.stemID(of: "harbour") == nil)
  }

  @Test func `names are known by their pinyin`() throws {
    let lexicon = try lexicon()
    let cases: [(word: String, isName: Bool, canBeName: Bool)] = [
      ("淘宝", true, true), ("云", false, true), ("村", false, false), ("T恤", true, true),
    ]
    for (word, isName, canBeName) in cases {
      let entry = try #require(lexicon.entry(of: word))
      #expect(lexicon.isName(entry) == isName && lexicon.canBeName(entry) == canBeName, "\(word)")
    }
    #expect(!lexicon.isName(-1) && !lexicon.isName(9_999))
  }

  @Test func `text is cut into the fewest words`() throws {
    let lexicon = try lexicon()
    let cases: [(text: String, words: [String])] = [
      ("研究生命起源", ["研究", "生命", "起源"]), ("研究生的命", ["研究生", "的", "命"]), ("淘寶村，雲。", ["淘宝村", "云"]),
      ("买T恤 iPhone 3.5元", ["买*", "t恤", "iphone*", "3.5*", "元*"]), ("don't e-commerce", ["don't*", "e-commerce*"]),
      ("不到长城非好汉", ["不到长城非好汉"]), ("国家的命", ["国家", "的", "命"]), ("", []), ("，。！", []), ("AT恤", ["at*", "恤*"]),
      ("𠮷村", ["𠮷*", "村"]),
    ]
    for (text, expected) in cases {
      let folded = Folding.folded(Array(text.utf8)).utf8
      let words = lexicon.words(in: folded).map {
        String(decoding: folded[$0.range], as: UTF8.self) + ($0.entry == nil ? "*" : "")
      }
      #expect(words == expected, "\(text)")
    }
  }

  @Test func `broken UTF-8 is cut without a crash`() throws {
    let lexicon = try lexicon()
    var generator = SeededGenerator(seed: 3)
    let bytes: [UInt8] = [0xE6, 0xB7, 0x98, 0x80, 0xF0, 0xC3, 0x61, 0x20, 0x2E, 0x39, 0xFF, 0]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in bytes.randomElement(using: &generator)! }
      let words = lexicon.words(in: text)
      #expect(words.allSatisfy { $0.range.upperBound <= text.count })
    }
  }

  @Test func `the head of the file is kept`() throws {
    let file = try CEDICTFile(Array(Self.source.utf8))
    #expect(file.entries.count == file.declaredEntryCount)
    #expect(file.date == "2025-10-02T08:06:08Z")
    #expect(file.license == "https://example.org/licence")
    let line = file.entries[0]
    #expect(
      line
        == CEDICTLine(
          traditional: "淘寶", simplified: "淘宝", pinyin: "Tao2 bao3", senses: ["Taobao Marketplace (Chinese website)"]))
    #expect(line.isName)
  }

  @Test func `bad lines are named`() {
    let cases: [(line: String, fault: LexiconError.LineFault)] = [
      ("淘寶", .missingHeadwords), ("淘寶 ", .missingHeadwords), (" 淘宝 [a1] /b/", .missingHeadwords),
      ("淘寶 淘宝 /Taobao/", .missingPinyin), ("淘寶 淘宝 [Tao2 /Taobao/", .missingPinyin),
      ("淘寶 淘宝 [Tao2 bao3] Taobao", .missingSenses), ("淘寶 淘宝 [Tao2 bao3] /", .missingSenses),
    ]
    for (line, fault) in cases {
      #expect(throws: LexiconError.malformedLine(3, fault), "\(line)") {
        try CEDICTFile(Array("#\n村 村 [cun1] /village/\r\n\(line)\n".utf8))
      }
    }
    #expect(throws: LexiconError.noEntries) { try CEDICTFile(Array("# nothing\n".utf8)) }
  }

  @Test func `damaged data give an error or a defined answer`() throws {
    let entries = try CEDICTFile(Array(Self.source.utf8)).entries
    let blob = try BilingualLexicon.compiled(from: entries)
    let text = Folding.folded(Array("研究生命起源淘宝村T恤".utf8)).utf8
    var generator = SeededGenerator(seed: 23)
    for round in 0..<100 {
      var copy = blob
      if round % 3 == 0 { copy.removeLast(Int.random(in: 1...copy.count, using: &generator)) }
      // Most of the data is a table of first characters; damage the head and the tail, where the rest is.
      for _ in 0..<6 where !copy.isEmpty {
        let offset = Int.random(in: 0..<min(copy.count, 6_000), using: &generator)
        copy[Bool.random(using: &generator) ? offset : copy.count - 1 - offset] ^=
          1 << UInt8.random(in: 0..<8, using: &generator)
      }
      guard let lexicon = try? BilingualLexicon(store: ByteStore(copying: copy)) else { continue }
      for word in lexicon.words(in: text) {
        guard let entry = word.entry else { continue }
        _ = (lexicon.senses(of: entry), lexicon.pinyin(of: entry), lexicon.headword(of: entry), lexicon.isName(entry))
      }
      _ = lexicon.stemID(of: "villages").map { lexicon.stem($0) }
    }
  }
}
