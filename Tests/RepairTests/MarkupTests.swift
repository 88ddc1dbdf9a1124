import Testing

/// Character references and remnants of tags where the text also has whole tags.
@Suite struct MarkupTests {
  private static let prose = String(repeating: "城北的旧书市场每到周末就挤满了人，摊位上什么书都有。", count: 20) + "\n"

  @Test func `a stray tag does not make a document of plain text`() {
    for stray in ["</p>", "<br>", "<b>"] {
      let text = "他说：&ldquo;好&rdquo;。\n" + Self.prose + Self.prose + "书市关门了。" + stray + "\n"
      #expect(Samples.repaired(text).hasPrefix("他说：“好”。\n"), "\(stray)")
      #expect(Samples.repaired("他说。/FONT>\n" + Self.prose + stray).hasPrefix("他说。\n"), "\(stray)")
    }
    let pair = Self.prose + "他说&nbsp;好。\n" + Self.prose + "<b>书市</b>关门了。\n" + Self.prose
    #expect(Samples.repaired(pair).contains("他说 好"))
  }

  @Test func `mark-up keeps its references`() {
    let texts = [
      "<!DOCTYPE html>\n" + Self.prose + "a&nbsp;b", "<!-- list -->\n" + Self.prose + "a&nbsp;b",
      "<html>" + Self.prose + Self.prose + Self.prose + "&ldquo;", "a <br/> b&nbsp;c",
      "<i>" + Self.prose + "a&nbsp;b</i>",
      "<img src=\"a.png\">\n" + Self.prose + "a&nbsp;b", "x</p>\n&nbsp;\n",
    ]
    for text in texts { #expect(Samples.repaired(text) == text) }
  }
}
