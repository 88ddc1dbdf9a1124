import Lint
import TextCore

extension ReportFormat {
  /// A page for editors: the text with what is flagged marked, the findings in the margin, the other text of a pair beside
  /// it, and how many there are.
  ///
  /// It needs nothing beside itself, fits phone and desk, and follows the reader's light or dark setting.
  public static let html = ReportFormat(id: "html") { report, _ in HTMLReportPage(report).text }
}

/// The page, a part at a time.
private struct HTMLReportPage {
  private let report: LintReport

  init(_ report: LintReport) { self.report = report }

  var text: String {
    HTMLPage.text(
      title: "Findings", style: Self.style,
      body: """
        <header>
        <h1>Findings</h1>
        <p>\(summary)</p>
        \(rules)
        </header>
        <main>
        \(report.files.enumerated().map { file($0.offset, $0.element) }.joined(separator: "\n"))
        </main>
        """)
  }

  private var summary: String {
    let counts = report.counts.map { count in
      "<b class=\"\(count.severity.rawValue)\">\(count.count)</b> \(count.severity.noun(count.count))"
    }
    let files = Set(report.files.map(\.path)).count
    return counts.joined(separator: ", ") + " in \(files) \(files == 1 ? "file" : "files")"
  }

  /// How many findings each rule has, most first.
  private var rules: String {
    var counts: [String: Int] = [:]
    for finding in report.files.flatMap(\.findings) { counts[finding.rule, default: 0] += 1 }
    if counts.isEmpty { return "" }
    let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "<li><code>\(escaped($0.key))</code> \($0.value)</li>" }
    return "<details><summary>By rule</summary><ul>\(rows.joined())</ul></details>"
  }

  private func file(_ number: Int, _ file: ReportedFile) -> String {
    let places = file.places
    let found = blocks(of: places, in: file).joined(separator: "\n")
    let body = places.isEmpty ? "<p class=\"none\">Nothing was found.</p>" : found
    return """
      <section>
      <h2 id="f\(number + 1)">\(escaped(file.path)) <small>\(places.count)</small></h2>
      \(body)
      </section>
      """
  }

  // MARK: Lines and rows

  /// The lines of the text, or the rows of the table, in order; stretches without findings are folded.
  private func blocks(of places: [ReportedPlace], in file: ReportedFile) -> [String] {
    if file.rows.isEmpty { return lines(of: places, in: file.text) }
    var groups: [(id: String, places: [ReportedPlace])] = []
    for place in places {
      let id = place.finding.segment ?? ""
      if groups.last?.id != id { groups.append((id, [])) }
      groups[groups.count - 1].places.append(place)
    }
    return groups.map { id, places in
      let row = file.rows[id]
      let target = marked(row?.target ?? [], spans: spans(of: places.map(\.finding)) { $0 != .source })
      let source = marked(row?.source ?? [], spans: spans(of: places.map(\.finding)) { $0 == .source })
      return block(
        label: id, text: "<div>\(target)</div><div class=\"other\">\(source)</div>", places, hasBothTexts: true)
    }
  }

  /// What is flagged in the text of one side of a row, and what findings in the other text point to in it.
  private func spans(
    of findings: [Finding], _ isHere: (Side?) -> Bool
  ) -> [(span: TextSpan, severity: Severity)] {
    findings.flatMap { finding in
      isHere(finding.side)
        ? [(finding.decodedSpan, finding.severity)]
        : (finding.counterpart?.marks ?? []).map { ($0, finding.severity) }
    }
  }

  private func lines(of places: [ReportedPlace], in text: [UInt8]) -> [String] {
    let index = LineIndex(text)
    var result: [String] = []
    var quiet: [String] = []
    func fold() {
      let isLong = quiet.count > 3
      let body = quiet.joined(separator: "\n")
      if !quiet.isEmpty {
        result.append(
          isLong
            ? "<details class=\"quiet\"><summary>\(quiet.count) paragraphs without findings</summary>\(body)</details>"
            : body)
      }
      quiet = []
    }
    var byLine: [Int: [ReportedPlace]] = [:]
    for place in places { byLine[place.line, default: []].append(place) }
    for line in 1...index.count {
      let span = index.span(ofLine: line)
      let found = byLine[line] ?? []
      if found.isEmpty, text[span.range].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      let content = marked(Array(text[span.range]), found, from: span.start)
      if found.isEmpty {
        quiet.append(block(label: "\(line)", text: content, []))
      } else {
        fold()
        result.append(block(label: "\(line)", text: content, found))
      }
    }
    fold()
    return result
  }

  /// A stretch of text with its notes, which say the other text of a pair where it does not stand there already.
  private func block(label: String, text: String, _ places: [ReportedPlace], hasBothTexts: Bool = false) -> String {
    """
    <article\(places.isEmpty ? " class=\"plain\"" : "")><div class="text"><span class="line">\(escaped(label))</span>\(text)</div>\
    <aside>\(places.map { note($0, hasBothTexts: hasBothTexts) }.joined())</aside></article>
    """
  }

  private func note(_ place: ReportedPlace, hasBothTexts: Bool) -> String {
    let finding = place.finding
    let suggestions = finding.suggestions.map { $0.isEmpty ? "<ins>delete</ins>" : "<ins>\(shown($0))</ins>" }
    let instead = suggestions.isEmpty ? "" : "<p>\(suggestions.joined(separator: " or "))</p>"
    let other = (hasBothTexts ? nil : finding.counterpart).map { counterpart in
      let marks = counterpart.marks.map { ($0, finding.severity) }
      return "<p class=\"other\">\(marked(Array(counterpart.text.utf8), spans: marks))</p>"
    }
    return """
      <div class="note \(finding.severity.rawValue)"><p>\(shown(finding.message))</p>\(instead)\(other ?? "")\
      <code>\(escaped(finding.rule))</code></div>
      """
  }

  // MARK: Marks

  private func marked(_ text: [UInt8], _ places: [ReportedPlace], from start: Int = 0) -> String {
    marked(
      text,
      spans: places.map { place in
        let span = place.finding.decodedSpan
        return (TextSpan(max(0, span.start - start), max(0, span.end - start)), place.finding.severity)
      })
  }

  /// A text with some stretches marked; of two that overlap, the second one goes on where the first one ends.
  private func marked(_ text: [UInt8], spans: [(span: TextSpan, severity: Severity)]) -> String {
    var result = ""
    var position = 0
    for (span, severity) in spans.sorted(by: { ($0.span, $1.severity) < ($1.span, $0.severity) }) {
      let start = max(position, min(span.start, text.count))
      let end = max(start, min(span.end, text.count))
      if end == start, !(span.isEmpty && start >= position) { continue }
      result += shown(text[position..<start])
      result += "<mark class=\"\(severity.rawValue)\">\(shown(text[start..<end]))</mark>"
      position = end
    }
    return result + shown(text[position...])
  }

  private func shown(_ bytes: ArraySlice<UInt8>) -> String { shown(String(decoding: bytes, as: UTF8.self)) }
  /// The text as it can stand on the page; control characters are made visible.
  private func shown(_ text: String) -> String { escaped(TextReport.visible(text)) }
  private func escaped(_ text: String) -> String { XMLText.escaped(text) }

  private static let style = """
    :root{color-scheme:light dark;--line:#dcdcdc;--dim:#666;--paper:#fff;--ink:#1a1a1a;--card:#fafafa;\
    --error:#ffd3d3;--warning:#ffe9b0;--info:#d5e8ff;--errorink:#b3261e;--warningink:#8a5a00;--infoink:#1b5fae}
    @media(prefers-color-scheme:dark){:root{--line:#383838;--dim:#a2a2a2;--paper:#161616;--ink:#e8e8e8;--card:#1f1f1f;\
    --error:#6a2323;--warning:#5c4510;--info:#1d4468;--errorink:#ff9d96;--warningink:#f0c060;--infoink:#8fc2ff}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--paper);color:var(--ink);\
    font:16px/1.65 system-ui,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
    h1{font-size:1.4rem;margin:0}h2{font-size:1.05rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}
    h2 small{color:var(--dim);font-weight:400}header p{margin:.2rem 0}details{color:var(--dim);font-size:.9rem}
    ul{columns:18rem;margin:.4rem 0;padding-left:1.2rem}code{font-size:.8rem;color:var(--dim)}
    article{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 1.5rem;padding:.35rem 0}
    .text{position:relative;padding-left:2.8rem;overflow-wrap:anywhere;white-space:pre-wrap}
    .line{position:absolute;left:0;width:2.3rem;text-align:right;color:var(--dim);font-size:.75rem;\
    overflow:hidden;text-overflow:ellipsis}
    .plain .text{color:var(--dim)}.quiet{margin:.3rem 0 .3rem 2.8rem}.quiet .text{padding-left:0}.quiet .line{display:none}
    .other{color:var(--dim);margin-top:.3rem}
    aside{display:flex;flex-direction:column;gap:.4rem}
    .note{background:var(--card);border-left:4px solid var(--line);border-radius:.3rem;padding:.35rem .7rem;font-size:.88rem;\
    overflow-wrap:anywhere}
    .note p{margin:.1rem 0}ins{text-decoration:none;font-weight:600}
    .note.error{border-color:var(--errorink)}.note.warning{border-color:var(--warningink)}.note.info{border-color:var(--infoink)}
    b.error{color:var(--errorink)}b.warning{color:var(--warningink)}b.info{color:var(--infoink)}
    mark{color:inherit;border-radius:.2rem;padding:0 .1rem}
    mark.error{background:var(--error)}mark.warning{background:var(--warning)}mark.info{background:var(--info)}
    mark:empty{padding:0 .15rem}
    .none{color:var(--dim)}
    @media(max-width:45rem){article{grid-template-columns:1fr}aside{padding-left:2.8rem;margin-top:.3rem}}
    @media print{.quiet{display:none}.note{break-inside:avoid}}
    """
}
