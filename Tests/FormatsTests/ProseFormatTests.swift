import Formats
import TestSupport
import Testing
import TextCore

@Suite struct ProseFormatTests {
  private static let object = "\u{FFFC}"

  @Test func `Markdown is read as its readers see it`() {
    let table: [(markdown: String, prose: String)] = [
      ("# Title #\n\nFirst line\nsecond line.\n", "Title\nFirst line second line.\n"),
      ("中文的第一行\n第二行。\n", "中文的第一行第二行。\n"),
      ("---\ntitle: pformation\n---\nText.\n", "Text.\n"),
      ("A `pform` word and ``a ` b`` too.\n", "A \(Self.object) word and \(Self.object) too.\n"),
      ("Before\n\n```swift\nlet pform = 1\n```\n\nAfter\n", "Before\nAfter\n"),
      ("~~~\ncode\n", ""), ("Text\n\n    indented code\n", "Text\n"),
      ("- one\n- [ ] two\n  more\n1. three\n", "one\ntwo more\nthree\n"),
      ("> quoted\n> text\n", "quoted text\n"),
      ("A [link](http://x.y/a_(b) \"title\") and ![alt](i.png).\n", "A link and alt.\n"),
      ("See [the page][1] and [sic].\n\n[1]: http://x.y\n", "See the page and [sic].\n"),
      ("Text[^1] more.\n\n[^1]: The note.\n", "Text more.\nThe note.\n"),
      (
        "**Bold** and *it* and __b__ and snake_case_name, 2 * 3 * 4.\n",
        "Bold and it and b and snake_case_name, 2 * 3 * 4.\n"
      ),
      ("这是**重点**内容。\n", "这是重点内容。\n"),
      ("A ~~gone~~ word, about ~5.\n", "A gone word, about ~5.\n"),
      ("| a | b |\n|---|:-:|\n| 1 | x `|` y |\n", "a\nb\n1\nx \(Self.object) y\n"),
      ("AT&amp;T &mdash; \\*plain\\* <b>bold</b> <https://x.y>\n", "AT&T — *plain* bold \(Self.object)\n"),
      ("<!-- duizhao-ignore a: b -->\nText <!-- note --> here.\n", "Text here.\n"),
      ("<script>\nvar x\n\ny\n</script>\nText\n", "Text\n"),
      ("Costs $5 and $6. Formula $x^2$ here.\n", "Costs $5 and $6. Formula \(Self.object) here.\n"),
      ("Heading\n=======\nText\n\n***\n", "Heading\nText\n"),
      ("Use {{ name }} here\n", "Use \(Self.object) here\n"), ("line one\\\nline two\n", "line one\nline two\n"),
      ("", ""),
    ]
    for (markdown, prose) in table {
      #expect(ProseFormat.markdown.prose(MappedText(markdown)).string == prose, "\(markdown)")
    }
  }

  @Test func `HTML is read as its readers see it`() {
    let table: [(html: String, prose: String)] = [
      (
        "<html><head><title>T</title><style>p{}</style></head><body><p>One\n   two</p><p>Three</p></body></html>",
        "T\nOne two\nThree\n"
      ),
      ("<p>中文的\n 第二行</p>", "中文的第二行\n"), ("<p>A&nbsp;B &amp; C&#8212;D &lt;</p>", "A\u{A0}B & C—D <\n"),
      (
        "<p>Use <code>pform</code> and <span translate='no'>pport</span>.</p>",
        "Use \(Self.object) and \(Self.object).\n"
      ),
      (
        "<p title=\"pform > x\">Text<br>more</p><pre>code</pre><SCRIPT>if (a < b) {}</SCRIPT>x",
        "Text\nmore\nx"
      ),
      ("<ul><li>a</li><li>b</li></ul>", "a\nb\n"), ("a < b and <3 <", "a < b and <3 <"),
      ("<p>Never <code>closed<p>Next</p>", "Never \(Self.object)\nNext\n"), ("<!-- c --><p>x<!-- never", "x"),
      ("<b>wo</b>rd", "word"), ("<table><tr><td>1</td><td>2</td></tr></table>", "1\n2\n"),
    ]
    for (html, prose) in table { #expect(ProseFormat.html.prose(MappedText(html)).string == prose, "\(html)") }
  }

  @Test func `offsets lead to the bytes of the file`() throws {
    for (format, text) in [
      (ProseFormat.markdown, "# 标题\n\n> *first*\n> [a word](x) &amp; ten\n"),
      (.html, "<p>标题 <b>a</b> word&amp;<i>ten</i></p>"),
    ] {
      let prose = format.prose(MappedText(text))
      let utf8 = Array(text.utf8)
      for word in ["标题", "word", "ten"] {
        let found = try #require(prose.string.range(of: word))
        let start = prose.string.utf8.distance(from: prose.string.startIndex, to: found.lowerBound)
        let span = prose.fileSpan(of: TextSpan(start, start + word.utf8.count))
        #expect(String(decoding: utf8[span.range], as: UTF8.self) == word)
      }
    }
  }

  @Test func `plain text loses nothing but comments that speak to us`() {
    let text = "a <!-- note --> b\n<!-- duizhao-ignore number: why -->\n第二行"
    #expect(ProseFormat.plain.prose(MappedText(text)).string == "a <!-- note --> b\n\n第二行")
  }

  @Test func `the ending names the format`() {
    for (path, id) in [("a.MD", "markdown"), ("x/b.htm", "html"), ("c.txt", "plain"), ("-", "plain"), ("md", "plain")] {
      #expect(ProseFormat.format(ofPath: path).id == id)
    }
  }

  @Test func `nothing breaks the readers, and they read in linear time`() {
    let pieces = [
      "<", "!--", "-->", "[", "](", ")", "*", "_", "`", "$", "&", ";", "\n", " ", "|", "-", "村", "a", "\\", ">", "{{",
      "<p ",
    ]
    var state: UInt64 = 7
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      for format in ProseFormat.all {
        let prose = format.prose(MappedText(text))
        #expect(String(validating: prose.utf8, as: UTF8.self) != nil)
        #expect(prose.fileSpan(of: TextSpan(0, prose.utf8.count)).end <= text.utf8.count)
      }
    }
    for piece in pieces {
      let text = String(repeating: piece, count: 50_000)
      for format in ProseFormat.all { _ = format.prose(MappedText(text)) }
    }
  }
}
