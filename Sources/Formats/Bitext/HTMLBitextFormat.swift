import Alignment

extension BitextFormat {
  /// A page with both texts side by side, the words they share in one colour, and a dot plot.
  ///
  /// It needs nothing beside itself, fits phone and desk, and follows the reader's light or dark setting.
  public static let html = BitextFormat(id: "html") { HTMLBitextPage(report: $0).text }
}

/// The page, a part at a time.
private struct HTMLBitextPage {
  let report: BitextReport

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(report.chinese.path)) · \(escaped(report.english.path))</title>
    <style>\(Self.style)</style>
    </head>
    <body>
    <header>
    <h1>\(report.isComparable ? "Comparable passages" : "Alignment")</h1>
    <p>\(escaped(summary))</p>
    </header>
    \(plot)
    <main>
    <div class="row names"><div lang="zh">\(escaped(report.chinese.path))</div><div lang="en">\(escaped(report.english.path))</div></div>
    \(report.beads.enumerated().map { row($0.offset, $0.element) }.joined(separator: "\n"))
    </main>
    \(report.isComparable ? articles : "")
    </body>
    </html>

    """
  }

  private var summary: String {
    let sizes = "\(report.chinese.segments.count) Chinese segments, \(report.english.segments.count) English segments"
    let reason = report.modeReason.map { " (\($0))" } ?? ""
    if report.isComparable { return "\(sizes), \(report.beads.count) linked passages, best first\(reason)." }
    let left = report.beads.count { $0.english.isEmpty }
    let added = report.beads.count { $0.chinese.isEmpty }
    return "\(sizes), \(report.beads.count) beads; \(left) left out of the English, \(added) added to it\(reason)."
  }

  private func row(_ index: Int, _ bead: Bead) -> String {
    let shape = "\(bead.chinese.count)-\(bead.english.count)"
    let kind = bead.isOneSided ? " alone" : bead.score < 0.2 ? " weak" : ""
    let evidence = Array(EvidenceMarks.telling(bead.evidence).prefix(10))
    let chips = evidence.enumerated().map { number, evidence in
      "<span class=\"c\(number % 8)\" title=\"\(evidence.kind.rawValue)\">\(escaped(evidence.chinese)) = \(escaped(evidence.english))</span>"
    }
    return """
      <section class="row\(kind)" id="b\(index + 1)">
      <div class="zh" lang="zh">\(side(report.chineseText(of: bead), evidence.map(\.chinese)))</div>
      <div class="en" lang="en">\(side(report.englishText(of: bead), evidence.map(\.english)))</div>
      <footer><b>\(index + 1)</b> <span>\(shape)</span> <span>score \(BitextFormat.score(bead.score).prefix(4))</span> \(chips.joined(separator: " "))</footer>
      </section>
      """
  }

  private func side(_ text: String, _ words: [String]) -> String {
    if text.isEmpty { return "<em>nothing</em>" }
    return EvidenceMarks.pieces(of: text, words: words).map { piece in
      piece.evidence.map { "<mark class=\"c\($0 % 8)\">\(escaped(piece.text))</mark>" } ?? escaped(piece.text)
    }.joined()
  }

  /// Both articles whole, each linked passage with the number of its link.
  private var articles: String {
    """
    <h2>Both articles</h2>
    <div class="row whole">
    <div lang="zh">\(article(report.chinese, \.chinese))</div>
    <div lang="en">\(article(report.english, \.english))</div>
    </div>
    """
  }

  private func article(_ side: BitextReport.Side, _ indices: KeyPath<Bead, Range<Int>>) -> String {
    side.segments.enumerated().map { index, text in
      let links = report.beads.indices.filter { report.beads[$0][keyPath: indices].contains(index) }
      let badges = links.map { "<a href=\"#b\($0 + 1)\">\($0 + 1)</a>" }.joined(separator: " ")
      return "<p\(links.isEmpty ? " class=\"only\"" : "")>\(escaped(text)) \(badges)</p>"
    }.joined(separator: "\n")
  }

  /// The segments of the Chinese text from left to right, those of the English one from top to bottom.
  private var plot: String {
    let (width, height) = (report.chinese.segments.count, report.english.segments.count)
    guard width > 0, height > 0, width <= 5000, height <= 5000 else { return "" }
    let marks = report.beads.enumerated().compactMap { index, bead -> String? in
      guard !bead.isOneSided else { return nil }
      return
        "<a href=\"#b\(index + 1)\"><rect x=\"\(bead.chinese.lowerBound)\" y=\"\(bead.english.lowerBound)\" width=\"\(bead.chinese.count)\" height=\"\(bead.english.count)\"><title>\(index + 1)</title></rect></a>"
    }
    return """
      <figure><svg viewBox="0 0 \(width) \(height)" preserveAspectRatio="none" role="img" aria-label="dot plot of the alignment">
      \(marks.joined())
      </svg><figcaption>Chinese from left to right, English from top to bottom</figcaption></figure>
      """
  }

  private func escaped(_ text: String) -> String { XMLText.escaped(text) }

  private static let style = """
    :root{color-scheme:light dark;--line:#d8d8d8;--dim:#6b6b6b;--paper:#fff;--ink:#1a1a1a;--weak:#fff7e0;--alone:#f3f3f3;\
    --c0:#cfe8ff;--c1:#ffe2b8;--c2:#d9f2cf;--c3:#f3d3f0;--c4:#ffd2d2;--c5:#d3f1ee;--c6:#e6dcff;--c7:#ece7b1}
    @media(prefers-color-scheme:dark){:root{--line:#3a3a3a;--dim:#a0a0a0;--paper:#161616;--ink:#e8e8e8;--weak:#2e2814;\
    --alone:#202020;--c0:#16425f;--c1:#5c4012;--c2:#2b4f1f;--c3:#572853;--c4:#632626;--c5:#1d504b;--c6:#403067;--c7:#4d4813}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--paper);color:var(--ink);\
    font:16px/1.6 system-ui,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
    h1{font-size:1.3rem;margin:0}header p{margin:.2rem 0 1rem;color:var(--dim)}h2{font-size:1.1rem;margin-top:2rem}
    .row{display:grid;grid-template-columns:1fr 1fr;gap:.2rem 1.5rem;border-top:1px solid var(--line);padding:.6rem .4rem}
    .names{color:var(--dim);font-size:.85rem;border:0;overflow-wrap:anywhere}
    .weak{background:var(--weak)}.alone{background:var(--alone)}.alone em{color:var(--dim)}
    .row:target{outline:2px solid #3b82f6}
    section footer{grid-column:1/-1;color:var(--dim);font-size:.8rem;display:flex;flex-wrap:wrap;gap:.2rem .5rem}
    footer span[class]{border-radius:.3rem;padding:0 .35rem;color:var(--ink)}
    mark{color:inherit;border-radius:.2rem;padding:0 .1rem}
    .c0{background:var(--c0)}.c1{background:var(--c1)}.c2{background:var(--c2)}.c3{background:var(--c3)}\
    .c4{background:var(--c4)}.c5{background:var(--c5)}.c6{background:var(--c6)}.c7{background:var(--c7)}
    .whole p{margin:.3rem 0}.whole .only{color:var(--dim)}.whole a{font-size:.75rem;text-decoration:none;\
    background:var(--c0);color:inherit;border-radius:.6rem;padding:0 .4rem}
    figure{margin:0 0 1rem;width:9rem}svg{width:9rem;height:9rem;border:1px solid var(--line);display:block}
    rect{fill:#3b82f6}figcaption{font-size:.7rem;color:var(--dim)}
    @media(max-width:40rem){.row{grid-template-columns:1fr}.names div:last-child{display:none}.en{padding-left:.8rem;border-left:3px solid var(--line)}}
    """
}
