import Repair
import Testing
import TextCore

/// Text, and what each mechanism made of it.
@Suite struct DamagingTests {
  @Test func `each kind of damage is undone`() {
    let cases: [(damaged: String, sound: String, kind: RepairEdit.Kind)] = [
      // Readings behind characters that a converter made.
      (
        "兩地簽了戰(zhàn)略協(xié)議(yì),農(nóng)村的業(yè)務(wù)也在內。", "兩地簽了戰略協議,農村的業務也在內。",
        .pinyinResidue
      ),
      ("工業(yè)園", "工業園", .pinyinResidue),
      // One encoding read as another.
      ("ÖÐ¹ú±ê×¼", "中国标准", .gbkAsLatin1), ("¤¤¤å´ú¸Õ", "中文測試", .big5AsLatin1),
      ("鏈嶅姟鍣ㄧ殑閰嶇疆鏂囦欢", "服务器的配置文件", .utf8AsGBK),
      ("æˆ‘ä»¬", "我们", .mojibake), ("donâ€™t", "don’t", .mojibake), ("cafÃ© noir", "café noir", .mojibake),
      ("8ÃƒÂ¢Ã¢â€šÂ¬Ã¢â‚¬Å“10", "8–10", .mojibake), ("it\u{92}s", "it’s", .mojibake),
      ("Ã¥Â®â€°Ã¦Â²Â³Ã¥Â¼â‚¬", "安河开", .mojibake), ("褰撳湴鐨凣DP澧為€熸彁楂?", "当地的GDP增速提高", .utf8AsGBK),
      // Remnants of markup.
      ("创新&#8220;交易&#8221;模式", "创新“交易”模式", .entity), ("a&nbsp;b", "a b", .entity), ("AT&amp;T", "AT&T", .entity),
      ("fish &amp;amp; chips", "fish & chips", .entity), ("&Nbsp The plan", "  The plan", .entity),
      ("他说。/FONT>", "他说。", .htmlRemnant), ("他说。&lt;br /&gt;又说。", "他说。又说。", .entity),
      ("The end.&amp;lt;/p&amp;gt;", "The end.", .entity), ("&#147;Yes&#148;", "“Yes”", .entity),
      // Invisible characters.
      ("中\u{200B}国", "中国", .controlCharacter), ("pol\u{AD}icy", "policy", .controlCharacter),
      ("a\u{1}b", "ab", .controlCharacter),
      // English.
      ("more e cient", "more efficient", .lostLigature), ("a di↵erent plan", "a different plan", .lostLigature),
      ("the ﬁle", "the file", .lostLigature), ("the govern- ment", "the government", .lineHyphen),
      (
        "a di erent, more e cient, signi cant plan in the  eld",
        "a different, more efficient, significant plan in the field", .lostLigature
      ),
    ]
    for (damaged, sound, kind) in cases {
      let result = Samples.informed.repaired(MappedText(damaged))
      #expect(result.text.string == sound)
      #expect(
        result.edits.filter(\.isApplied).allSatisfy { $0.kind == kind }, "\(damaged): \(result.edits.map(\.kind))")
    }
  }

  @Test func `sound text comes out byte for byte`() {
    let texts = [
      "", "?", "(", "&", "a &lt; b", "写 &lt;br&gt; 来换行", "你好吗?他问。", "你去吗?我不知道ABC", "引(yǐn)申(shēn)为(wéi)",
      "曾(zēng)国藩是湖南人。", "曾(zēng)國藩",
      "他说:“好。”!", "AT&T; R&D", "a < b > c", "if a <b> c </b>&nbsp;", "Spaß“ und groß“", "IRMÃ” disse", "CAFÉ™",
      "naïve café",
      "烫烫烫的手", "ＡＢＣ，１２３", "pre- and post-war", "the long- term", "Ärger über Öl", "👩‍👩‍👧 می‌خواهم", "東(ひがし)", "函數f(a)與g(b)",
      "第(di)一", "他在想(xiǎng)什么", "line one\r\nline two\ttab\u{C}", "https://a.b/c>?d=中&e=f", "蓬佩奥、瓟瓞绵绵",
    ]
    for text in texts {
      #expect(Samples.repaired(text) == text)
      #expect(Samples.repaired(text, by: Samples.plain) == text)
    }
  }

  @Test func `damage that cannot be undone is reported and stays`() {
    let cases: [(text: String, kind: RepairEdit.Kind)] = [
      ("版本锟斤拷完", .replacementCharacter), ("烫烫烫烫烫", .replacementCharacter),
      ("a\u{FFFD}\u{FFFD}b", .replacementCharacter),
    ]
    for (text, kind) in cases {
      let result = Samples.informed.repaired(MappedText(text))
      #expect(result.text.string == text)
      #expect(result.edits.map(\.kind) == [kind])
      #expect(result.edits.allSatisfy { !$0.isRecoverable && $0.replacement.isEmpty })
    }
    // An apostrophe can be guessed, and two words parted, but not unasked.
    let guesses = [
      ("it\u{FFFD}s", "'"), ("itï¿½s", "'"), ("most ofthe people", "of the"), ("rnore people", "more"),
      ("a p0licy", "policy"),
      ("in 2O19,", "2019"), ("人口３２万", "32"), ("我们说这个经济体会议發", "发"), ("\u{F0B7} 第一", "•"),
      ("a dierent plan", "different"),
    ]
    for (text, guess) in guesses {
      let result = Samples.informed.repaired(MappedText(text))
      #expect(result.text.string == text)
      #expect(result.edits.map(\.replacement) == [guess])
    }
  }
}
