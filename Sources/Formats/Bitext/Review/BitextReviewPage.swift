extension BitextReview {
  /// The review as a page that needs nothing beside itself.
  public var html: String {
    HTMLPage.text(
      title: "Beads to check", style: "\(PageStyle.base)\(Self.style)",
      body: """
        <header>
        <h1>Beads to check</h1>
        <p>\(items.count) of \(beadCount), the weakest first.</p>
        </header>
        <main>
        \(items.enumerated().map { row($0.offset + 1, $0.element) }.joined(separator: "\n"))
        </main>
        """)
  }

  private func row(_ number: Int, _ item: Item) -> String {
    """
    <section id="b\(number)">
    <h2><label><input type="checkbox"> \(number)</label> <span>\(XMLText.escaped(item.reason))</span></h2>
    <div class="pair">
    <div lang="zh">\(side(item.chinese))</div>
    <div lang="en">\(side(item.english))</div>
    </div>
    </section>
    """
  }

  private func side(_ side: Item.Side) -> String {
    let text = side.text.isEmpty ? "<em>nothing</em>" : XMLText.escaped(side.text)
    func context(_ text: String) -> String { text.isEmpty ? "" : "<p class=\"context\">\(XMLText.escaped(text))</p>" }
    return context(side.before) + "<p class=\"text\">\(text)</p>" + context(side.after)
      + "<p class=\"place\">\(XMLText.escaped("\(side.path):\(side.line)"))</p>"
  }

  private static let style = """
    section{border-top:1px solid var(--line);padding:.8rem 0 1.2rem}
    h2{font-size:1rem;font-weight:400;margin:0 0 .6rem;display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline}
    h2 label{font-weight:700;cursor:pointer}h2 span{color:var(--warn)}
    .pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.4rem 2rem}
    p{margin:0;overflow-wrap:anywhere}.context{color:var(--quiet);font-size:.88rem}
    .text{margin:.3rem 0;padding-left:.7rem;border-left:3px solid var(--warn)}.text em{color:var(--quiet)}
    .place{color:var(--quiet);font-size:.75rem;font-family:ui-monospace,monospace}
    section:has(:checked){opacity:.45}
    @media(max-width:44rem){.pair{grid-template-columns:1fr;gap:1rem}}
    """
}
