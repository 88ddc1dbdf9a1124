import Entities
import TextCore

extension EntitiesReport {
  /// A page with the text in colours, a colour for each kind, and beside it a list of what is named.
  ///
  /// It stands by itself: no script, no font, nothing from elsewhere. The boxes above the text hide a kind; a name in the
  /// list leads to its first mention; what is known of a mention shows when it is pointed at or has the focus.
  public var html: String {
    let kinds = EntityKind.allCases.filter { kind in mentions.indices.contains { mentions.kind(at: $0) == kind } }
    return HTMLPage.text(
      title: XMLText.escaped(path), language: language.rawValue,
      style: "\(Self.style)\(kinds.map(Self.rules).joined())",
      body: """
        <header>
        <h1>\(XMLText.escaped(path))</h1>
        <fieldset><legend>What to colour</legend>\(kinds.map(toggle).joined())</fieldset>
        </header>
        <main>
        <article>\(article)</article>
        <aside>\(kinds.map(section).joined())</aside>
        </main>
        """)
  }

  private var article: String {
    var body = "<p>"
    var position = 0
    for (index, mention) in mentions.enumerated() where mention.span.start >= position {
      body += paragraphs(TextSpan(position, mention.span.start))
      let note = XMLText.escaped(note(on: mention))
      body +=
        "<mark id=\"m\(index)\" class=\"\(mention.kind.rawValue)\" tabindex=\"0\" data-note=\"\(note)\">"
        + XMLText.escaped(mention.text) + "</mark>"
      position = mention.span.end
    }
    return body + paragraphs(TextSpan(position, text.utf8.count)) + "</p>"
  }

  /// Text between mentions; a line end begins a paragraph, however many there are.
  private func paragraphs(_ span: TextSpan) -> String {
    let lines = text.string(in: span).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.count > 1 else { return XMLText.escaped(lines.first.map(String.init) ?? "") }
    let inner = lines.dropFirst().dropLast().filter { !$0.allSatisfy(\.isWhitespace) }
    let parts = [lines[0]] + inner + [lines[lines.count - 1]]
    return parts.map { XMLText.escaped(String($0)) }.joined(separator: "</p>\n<p>")
  }

  /// What is known about a mention, in a line.
  private func note(on mention: EntityMention) -> String {
    let sure = "\(Int((mention.confidence * 100).rounded()))%"
    let parts: [String?] = [
      detail(of: mention), mention.kind.rawValue,
      mention.evidence.map(\.description).joined(separator: ", "),
      sure,
    ]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func toggle(_ kind: EntityKind) -> String {
    let count = mentions.indices.count { mentions.kind(at: $0) == kind }
    return "<label class=\"\(kind.rawValue)\"><input type=\"checkbox\" id=\"show-\(kind.rawValue)\" checked>"
      + "\(Self.heading(of: kind)) <b>\(count)</b></label>"
  }

  private func section(_ kind: EntityKind) -> String {
    let rows = groups(of: kind).map { group in
      let detail = group.detail.map { "<span>\(XMLText.escaped($0))</span>" } ?? ""
      let count = group.mentions.count > 1 ? "<b>\(group.mentions.count)</b>" : ""
      let mark = group.isDoubtful ? " ?" : ""
      return "<li><a href=\"#m\(group.mentions[0])\">\(XMLText.escaped(group.name))\(mark)</a>\(count)\(detail)</li>"
    }
    let isOpen = kind == .quantity || kind == .date || kind == .term ? "" : " open"
    return
      "<details class=\"\(kind.rawValue)\"\(isOpen)><summary>\(Self.heading(of: kind)) <b>\(rows.count)</b></summary>"
      + "<ul>\(rows.joined())</ul></details>"
  }

  // MARK: Style

  /// The colours of a kind: in light, in dark.
  private static func colors(of kind: EntityKind) -> (light: String, dark: String) {
    switch kind {
    case .person: ("#ffd7d2", "#6d2c26")
    case .place: ("#cfeecb", "#23502a")
    case .organisation: ("#cfe4ff", "#1d4570")
    case .product: ("#ffe2b8", "#5f4310")
    case .term: ("#e9defc", "#44356e")
    case .title: ("#fbd7ee", "#652a55")
    case .event: ("#cdf1ee", "#18524d")
    case .work: ("#e4e9c3", "#474d1c")
    case .policy: ("#dfe3ea", "#3a4250")
    case .quantity: ("#f6edb0", "#524a12")
    case .date: ("#f3dfcb", "#57412a")
    case .word: ("#ececec", "#3c3c3c")
    }
  }

  private static func rules(_ kind: EntityKind) -> String {
    let name = kind.rawValue
    let (light, dark) = colors(of: kind)
    return ".\(name){--own:light-dark(\(light),\(dark))}"
      + "body:has(#show-\(name):not(:checked)) mark.\(name){background:none}"
  }

  private static let style = """
    :root{color-scheme:light dark;--ink:light-dark(#1c1c1e,#e9e9ea);--paper:light-dark(#fff,#141415);\
    --line:light-dark(#dcdce0,#38383c);--quiet:light-dark(#62626a,#a0a0a8)}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:72rem;padding:1rem;background:var(--paper);color:var(--ink);\
    font:1.0625rem/1.85 system-ui,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
    h1{margin:0 0 .5rem;font-size:1rem;font-weight:600;overflow-wrap:anywhere}
    fieldset{display:flex;flex-wrap:wrap;gap:.4rem;margin:0 0 1rem;padding:0;border:0}
    legend{float:left;width:100%;padding:0;color:var(--quiet);font-size:.8rem}
    label{display:inline-flex;align-items:center;gap:.3rem;padding:.1rem .6rem;border-radius:1rem;background:var(--own);\
    font-size:.85rem;cursor:pointer}
    input{margin:0;accent-color:currentColor}b{font-weight:400;color:var(--quiet);font-variant-numeric:tabular-nums}
    article p{margin:0 0 .9em;overflow-wrap:anywhere}article p:empty{display:none}
    mark{position:relative;padding:.08em .12em;border-radius:.2em;background:var(--own);color:inherit;\
    -webkit-box-decoration-break:clone;box-decoration-break:clone}
    mark:hover,mark:focus,mark:target{outline:2px solid var(--quiet);outline-offset:1px}
    mark:hover::after,mark:focus::after{content:attr(data-note);position:fixed;left:1rem;right:1rem;bottom:1rem;z-index:1;\
    margin:auto;width:fit-content;max-width:calc(100% - 2rem);padding:.5rem .9rem;border-radius:.6rem;\
    background:var(--ink);color:var(--paper);font-size:.9rem;line-height:1.4;overflow-wrap:anywhere}
    aside{font-size:.9rem;line-height:1.5}details{margin:0 0 .5rem;border-top:1px solid var(--line)}
    summary{padding:.4rem 0;cursor:pointer}summary::marker{color:var(--quiet)}
    ul{margin:0 0 .5rem;padding:0;list-style:none}li{display:flex;flex-wrap:wrap;gap:.1rem .6rem;align-items:baseline;padding:.15rem 0}
    a{padding:.05em .3em;border-radius:.2em;background:var(--own);color:inherit;text-decoration:none;overflow-wrap:anywhere}
    a:hover{text-decoration:underline}li span{flex:1;min-width:8rem;color:var(--quiet);overflow-wrap:anywhere}
    @media(min-width:60rem){main{display:grid;grid-template-columns:minmax(0,1fr) 20rem;gap:2.5rem;align-items:start}\
    aside{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto}}
    @media print{fieldset,aside{display:none}}
    """
}
