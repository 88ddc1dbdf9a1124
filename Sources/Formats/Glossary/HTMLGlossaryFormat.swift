import Names
import Terminology

extension GlossaryFormat {
  /// A bilingual glossary as a page to read and print, sorted by pinyin (or by English when it translates from English),
  /// with an index of the other language.
  ///
  /// It needs nothing beside itself, fits phone, desk and paper, and follows the reader's light or dark setting.
  public static let html = GlossaryFormat(
    id: "html", summary: "page to read and print", fileExtensions: ["html", "htm"],
    optionsWriter: { entries, options in GlossaryPage(entries: entries, options: options).file })
}

/// The page, a part at a time.
private struct GlossaryPage {
  /// An entry under its letter.
  private struct Item {
    let entry: ConceptEntry
    let place: String
    /// The letter it stands under; `#` for what has none.
    let letter: String
    let key: [String]
  }

  private let options: GlossaryWritingOptions
  private let items: [Item]
  private let losses: [FormatLoss]

  init(entries: [ConceptEntry], options: GlossaryWritingOptions) {
    self.options = options
    var losses: [FormatLoss] = []
    var items: [Item] = []
    for (number, entry) in entries.enumerated() {
      losses += EntryPart.losses(of: entry, keeping: Self.kept, options: options)
      if entry.terms.contains(where: { $0.contexts.count > Self.contextLimit }) {
        losses.append(.init(conceptID: entry.id, .dropped(field: "contexts beyond the second")))
      }
      let key = Self.key(of: entry, by: options.source)
      items.append(Item(entry: entry, place: "e\(number + 1)", letter: Self.letter(of: key[0]), key: key))
    }
    self.losses = losses
    self.items = items.sorted {
      ($0.letter == "#" ? 1 : 0, $0.key[0], $0.key[1], $0.entry.id)
        < ($1.letter == "#" ? 1 : 0, $1.key[0], $1.key[1], $1.entry.id)
    }
  }

  /// How many sentences of a term are shown.
  private static let contextLimit = 2

  private static let kept: Set<EntryPart> = [
    .subjectField, .definition, .languageDefinitions, .note, .source, .doNotTranslate, .pinyin, .partOfSpeech, .region,
    .termNote, .contexts, .admittedTargets, .avoidedTerms, .otherLanguages,
  ]

  /// What an entry is sorted by: the letters of its pinyin or English, then the term itself.
  private static func key(of entry: ConceptEntry, by language: TermLanguage) -> [String] {
    let term = entry.terms(in: language).first ?? entry.terms.first { $0.language.isChinese == language.isChinese }
    guard let term else { return ["", ""] }
    let reading =
      language.isChinese
      ? Pinyin.flat(term.pinyin ?? entry.terms.first { $0.pinyin != nil }?.pinyin ?? latin(term.text))
      : latin(term.text)
    return [reading, term.text]
  }

  private static func latin(_ text: String) -> String {
    String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0.isASCII && $0 != "-" && $0 != "'" }))
  }

  private static func letter(of key: String) -> String {
    guard let first = key.utf8.first(where: { $0 != 0x20 }), first &- 0x61 < 26 else { return "#" }
    return String(Unicode.Scalar(first - 0x20))
  }

  var file: WrittenGlossary {
    let text = HTMLPage.text(
      title: escaped(options.title), style: Self.style,
      body: """
        <header>
        <h1>\(escaped(options.title))</h1>
        <p>\(summary)</p>
        </header>
        <nav aria-label="Letters">\(letters.map { "<a href=\"#l-\(Self.anchor($0))\">\($0)</a>" }.joined(separator: " "))\
        <a class="to-index" href="#index">\(options.source.isChinese ? "English index" : "中文索引")</a></nav>
        <main>
        \(letters.map(section).joined(separator: "\n"))
        </main>
        \(index)
        """)
    return WrittenGlossary(bytes: Array(text.utf8), losses: losses)
  }

  private var summary: String {
    let order = options.source.isChinese ? "sorted by pinyin" : "sorted by English"
    return "\(items.count) \(items.count == 1 ? "concept" : "concepts"), \(order)"
  }

  private var letters: [String] {
    var letters: [String] = []
    for item in items where letters.last != item.letter { letters.append(item.letter) }
    return letters
  }

  private static func anchor(_ letter: String) -> String { letter == "#" ? "other" : letter }

  private func section(_ letter: String) -> String {
    """
    <section aria-labelledby="l-\(Self.anchor(letter))">
    <h2 id="l-\(Self.anchor(letter))">\(letter)</h2>
    \(items.filter { $0.letter == letter }.map(article).joined(separator: "\n"))
    </section>
    """
  }

  // MARK: An entry

  private func article(_ item: Item) -> String {
    let entry = item.entry
    let chinese =
      "<div class=\"zh\">\(headword(.simplifiedChinese, of: entry))\(headword(.traditionalChinese, of: entry))</div>"
    let english = "<div class=\"en\">\(headword(.english, of: entry))</div>"
    let remarks = remarks(of: entry).joined()
    return """
      <article id="\(item.place)">
      \(options.source.isChinese ? chinese + "\n" + english : english + "\n" + chinese)
      \(remarks.isEmpty ? "" : "<div class=\"more\">\(remarks)</div>")
      </article>
      """
  }

  private func headword(_ language: TermLanguage, of entry: ConceptEntry) -> String {
    let terms = entry.terms(in: language)
    let best = terms.filter { $0.status == .preferred }
    let also = terms.filter { $0.status == .admitted }
    let avoided = terms.filter { !$0.isUsable }
    var html = ""
    // A Traditional form that is the Simplified one says nothing new.
    for term in best
    where language != .traditionalChinese || !entry.terms(in: .simplifiedChinese).map(\.text).contains(term.text) {
      let kind = language == .traditionalChinese ? "term hant" : "term"
      html += "<p class=\"\(kind)\"><b lang=\"\(language.rawValue)\">\(escaped(term.text))</b>\(details(of: term))</p>"
    }
    if !also.isEmpty { html += "<p class=\"also\" lang=\"\(language.rawValue)\">\(list(also))</p>" }
    if !avoided.isEmpty {
      let words = avoided.map { "<del>\(escaped($0.text))</del>" }.joined(separator: ", ")
      html += "<p class=\"avoid\"><span>not</span> <span lang=\"\(language.rawValue)\">\(words)</span></p>"
    }
    return html
  }

  private func list(_ terms: [Term]) -> String {
    terms.map { escaped($0.text) + ($0.region.map { " <small>\(escaped($0))</small>" } ?? "") }.joined(separator: "; ")
  }

  private func details(of term: Term) -> String {
    var html = ""
    if let pinyin = term.pinyin { html += " <i lang=\"zh-Latn-pinyin\">\(escaped(pinyin))</i>" }
    if term.language != .traditionalChinese, let part = term.partOfSpeech { html += " <small>\(escaped(part))</small>" }
    if let region = term.region { html += " <small>\(escaped(region))</small>" }
    return html
  }

  private func remarks(of entry: ConceptEntry) -> [String] {
    var html: [String] = []
    if let definition = entry.definition { html.append("<p>\(lines(definition))</p>") }
    for definition in entry.languageDefinitions {
      html.append("<p lang=\"\(definition.language.rawValue)\">\(lines(definition.text))</p>")
    }
    for term in entry.terms {
      for context in term.contexts.prefix(Self.contextLimit) {
        let translation = context.translation.map { "<br>\(lines($0))" } ?? ""
        html.append("<blockquote>\(lines(context.text))\(translation)</blockquote>")
      }
      if let note = term.note { html.append("<p class=\"note\"><b>\(escaped(term.text)):</b> \(lines(note))</p>") }
    }
    if let note = entry.note { html.append("<p class=\"note\">\(lines(note))</p>") }
    var tags: [String] = []
    if entry.doNotTranslate { tags.append("do not translate") }
    tags += [entry.subjectField, entry.source].compactMap { $0 }
    if !tags.isEmpty {
      html.append("<p class=\"tags\">\(tags.map { "<span>\(escaped($0))</span>" }.joined(separator: " "))</p>")
    }
    return html
  }

  // MARK: The index of the other language

  private var index: String {
    var words: [(key: String, text: String, place: String, number: Int)] = []
    let language = options.source.isChinese ? TermLanguage.english : .simplifiedChinese
    for (number, item) in items.enumerated() {
      for term in item.entry.terms(in: language) where term.isUsable {
        let key = language == .english ? Self.latin(term.text) : Self.key(of: item.entry, by: .simplifiedChinese)[0]
        words.append((key, term.text, item.place, number))
      }
    }
    words.sort { ($0.key, $0.text, $0.number) < ($1.key, $1.text, $1.number) }
    // On paper a link leads nowhere: the word that the entry stands under is said.
    let links = words.map { word in
      let head = items[word.number].key[1]
      return "<li><a href=\"#\(word.place)\">\(escaped(word.text)) <span>\(escaped(head))</span></a></li>"
    }
    return """
      <aside id="index" lang="\(language.rawValue)">
      <h2>\(language == .english ? "English index" : "中文索引")</h2>
      <ul>
      \(links.joined(separator: "\n"))
      </ul>
      </aside>
      """
  }

  private func lines(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map {
      escaped(String($0))
    }
    .joined(separator: "<br>")
  }

  private func escaped(_ text: String) -> String { XMLText.escaped(text) }

  private static let style = """
    :root{color-scheme:light dark;--ink:#1c1c1e;--dim:#66666e;--line:#e3e3e6;--paper:#fff;--accent:#9c2f2f;--tint:#f6f4f1;--no:#b3261e}
    @media(prefers-color-scheme:dark){:root{--ink:#e9e9ec;--dim:#a2a2aa;--line:#34343a;--paper:#151517;--accent:#f0a29a;--tint:#212124;--no:#ff8a80}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:62rem;padding:1.5rem 1.25rem 4rem;background:var(--paper);color:var(--ink);\
    font:16px/1.55 system-ui,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
    [lang|=zh-Hant],[lang=zh-Hant]{font-family:system-ui,"Noto Sans","Noto Sans CJK TC","PingFang TC","Microsoft JhengHei",sans-serif}
    h1{font-size:1.9rem;line-height:1.2;margin:0}header p{margin:.3rem 0 1rem;color:var(--dim)}
    nav{position:sticky;top:0;background:var(--paper);border-bottom:1px solid var(--line);padding:.5rem 0;display:flex;\
    flex-wrap:wrap;gap:.15rem .2rem;z-index:1}
    nav a{color:var(--accent);text-decoration:none;min-width:1.7rem;padding:.1rem .3rem;text-align:center;border-radius:.3rem}
    nav a:hover,nav a:focus-visible{background:var(--tint)}nav .to-index{margin-left:auto}
    h2{font-size:1.35rem;color:var(--accent);margin:1.8rem 0 .4rem;scroll-margin-top:6rem}
    article{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:.1rem 1.75rem;padding:.7rem .5rem;\
    border-top:1px solid var(--line);scroll-margin-top:6rem}
    article:target{background:var(--tint);border-radius:.4rem}
    p{margin:0}.term b{font-size:1.1rem;font-weight:600}.zh .term b{font-size:1.25rem}
    .hant{color:var(--dim)}.zh .hant b{font-weight:400;font-size:1.05rem}
    i{color:var(--dim);font-style:normal;font-size:.9rem}small{color:var(--dim);font-size:.75rem;white-space:nowrap}
    .also{color:var(--dim)}.avoid{font-size:.9rem;color:var(--dim)}.avoid>span:first-child{color:var(--no);font-weight:600}
    del{text-decoration-color:var(--no)}
    .more{grid-column:1/-1;font-size:.92rem;margin-top:.25rem;max-width:46rem}.more p+p{margin-top:.2rem}
    .note{color:var(--dim)}blockquote{margin:.3rem 0;padding-left:.7rem;border-left:3px solid var(--line)}
    .tags{display:flex;flex-wrap:wrap;gap:.2rem .4rem;margin-top:.3rem}
    .tags span{font-size:.75rem;color:var(--dim);background:var(--tint);border-radius:.7rem;padding:0 .55rem}
    aside{border-top:2px solid var(--line);margin-top:2.5rem}
    aside ul{list-style:none;margin:0;padding:0;columns:16rem;column-gap:1.75rem;font-size:.92rem}
    aside li{break-inside:avoid;padding:.08rem 0 .08rem 1rem;text-indent:-1rem}aside a{color:inherit;text-decoration:none}aside span{color:var(--dim)}
    aside a:hover,aside a:focus-visible{color:var(--accent);text-decoration:underline}
    @media(max-width:38rem){article{grid-template-columns:minmax(0,1fr);gap:.1rem}body{padding:1rem .9rem 3rem}h1{font-size:1.5rem}\
    nav .to-index{margin-left:0}}
    @media print{@page{margin:16mm 14mm}:root{--ink:#000;--dim:#444;--line:#bbb;--paper:#fff;--accent:#000;--tint:#fff;--no:#000}\
    html{font-size:8pt}body{font-size:1rem;line-height:1.4;padding:0;max-width:none}nav{display:none}article{break-inside:avoid;padding:.25rem 0}\
    h2{break-after:avoid;margin:.8rem 0 .2rem}aside{break-before:page}aside ul{columns:4;font-size:.85rem}\
    .tags{display:inline-flex;margin:0}.tags span{padding:0 .3rem}}
    """
}
