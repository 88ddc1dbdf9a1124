import Alignment

/// The page of `duizhao link`: what goes with what, how well, by which shared keys, and what stayed alone.
///
/// It needs nothing beside itself, fits phone and desk, and follows the reader's light or dark setting.
struct LinkPage {
  private let report: LinkReport
  /// The documents that no link names.
  private let alone: (chinese: [String], english: [String])

  init(_ report: LinkReport) {
    self.report = report
    let links = report.chinese + report.english
    let linked = (chinese: Set(links.map(\.chineseID)), english: Set(links.map(\.englishID)))
    alone = (
      report.names.chinese.filter { !linked.chinese.contains($0) },
      report.names.english.filter { !linked.english.contains($0) }
    )
  }

  var text: String {
    HTMLPage.text(
      title: "Linked documents", style: "\(PageStyle.base)\(Self.style)",
      body: """
        <header>
        <h1>Linked documents</h1>
        <p>\(summary)</p>
        </header>
        <main>
        \(cards(report.chinese, isByEnglish: false))\(cards(report.english, isByEnglish: true))
        </main>
        \(lonely)
        """)
  }

  private var summary: String {
    let asked = [(report.chinese, false), (report.english, true)].reduce(0) {
      $0 + LinkReport.groups($1.0, isByEnglish: $1.1).count
    }
    if asked == 0 { return "No document shares anything with another." }
    let names = report.names
    if names.chinese.isEmpty && names.english.isEmpty { return "\(asked) with a partner." }
    return "\(names.chinese.count) Chinese and \(names.english.count) English documents: \(asked) with a partner, "
      + "\(alone.chinese.count + alone.english.count) alone."
  }

  // MARK: Links

  private func cards(_ links: [DocumentLink], isByEnglish: Bool) -> String {
    LinkReport.groups(links, isByEnglish: isByEnglish).map { asked, links in
      let sides = isByEnglish ? ("en", "zh") : ("zh", "en")
      return """
        <section>
        <h2 lang="\(sides.0)">\(XMLText.escaped(asked))</h2>
        <ol>\(links.map { item($0, isByEnglish ? $0.chineseID : $0.englishID, sides.1) }.joined())</ol>
        </section>

        """
    }.joined()
  }

  private func item(_ link: DocumentLink, _ answer: String, _ language: String) -> String {
    let share = Int((min(1, max(0, link.score)) * 100).rounded())
    let score = BitextFormat.score(link.score)
    return """
      <li><div><a lang="\(language)">\(XMLText.escaped(answer))</a>\
      <span class="score"><i style="width:\(share)%"></i></span><b>\(score)</b></div>\
      <p>\(link.evidence.map(Self.chip).joined(separator: " "))</p></li>
      """
  }

  /// A shared key: the words of both sides, in the colour of its kind.
  private static func chip(_ evidence: Evidence) -> String {
    let kind = evidence.kind.rawValue
    let english =
      evidence.english == evidence.chinese ? "" : " <span lang=\"en\">\(XMLText.escaped(evidence.english))</span>"
    return "<span class=\"key \(kind)\" title=\"\(kind)\"><span lang=\"zh\">\(XMLText.escaped(evidence.chinese))</span>"
      + english + "</span>"
  }

  // MARK: Documents alone

  private var lonely: String {
    let lists = [("Chinese", "zh", alone.chinese), ("English", "en", alone.english)].filter { !$0.2.isEmpty }
    if lists.isEmpty { return "" }
    let parts = lists.map { name, code, documents in
      let items = documents.map { "<li lang=\"\(code)\">\(XMLText.escaped($0))</li>" }.joined()
      return "<div><h3>\(name) (\(documents.count))</h3><ul>\(items)</ul></div>"
    }
    return "<aside><h2>Alone</h2><div class=\"lists\">\(parts.joined())</div></aside>"
  }

  private static let style = """
    h2{font-size:1rem;margin:0;overflow-wrap:anywhere}h3{font-size:.8rem;font-weight:600;color:var(--quiet);margin:0 0 .3rem}
    section{border-top:1px solid var(--line);padding:.7rem 0;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2.6fr);gap:.3rem 2rem}
    ol,ul{list-style:none;margin:0;padding:0}li{overflow-wrap:anywhere}ol li+li{margin-top:.7rem}
    ol div{display:flex;gap:.3rem .8rem;align-items:center}ol a{flex:1;min-width:0}
    ol b{font-weight:400;font-size:.85rem;color:var(--quiet);font-variant-numeric:tabular-nums}
    .score{flex:none;width:6rem;height:.4rem;border-radius:.2rem;background:var(--band);overflow:hidden}
    .score i{display:block;height:100%;background:var(--link)}
    ol p{margin:.2rem 0 0;display:flex;flex-wrap:wrap;gap:.25rem .4rem;font-size:.82rem;line-height:1.45}
    .key{--h:220;padding:.05em .5em;border-radius:.8em;background:light-dark(hsl(var(--h) 60% 92%),hsl(var(--h) 30% 24%))}
    .key span+span{color:var(--quiet)}
    .term{--h:265}.person{--h:5}.place{--h:115}.organisation{--h:212}.quantity{--h:52}.date{--h:28}.name{--h:320}
    .word{background:var(--band)}
    aside{border-top:1px solid var(--line);padding:.9rem 0}
    .lists{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem 2rem;margin-top:.5rem;font-size:.9rem}
    @media(max-width:44rem){section{grid-template-columns:minmax(0,1fr)}.score{width:3.5rem}}
    @media print{section{break-inside:avoid}}
    """
}
