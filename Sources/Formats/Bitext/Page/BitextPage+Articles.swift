import Alignment

extension BitextPage {
  /// Comparable articles: both whole, with lines between linked passages, then the links, best first.
  var articles: String {
    """
    <h2>Both articles</h2>
    <div class="articles" id="articles">
    <article lang="zh"><h3>\(escaped(name(report.chinese)))</h3>
    \(article(report.chinese, \.chinese, letter: "z", EntityMarks(entities, isChinese: true)))
    </article>
    <svg id="lines" aria-hidden="true"></svg>
    <article lang="en"><h3>\(escaped(name(report.english)))</h3>
    \(article(report.english, \.english, letter: "e", EntityMarks(entities, isChinese: false)))
    </article>
    </div>
    <h2>Linked passages, best first</h2>
    <main>
    \(report.beads.isEmpty ? "<p>No passage of one text says what a passage of the other says.</p>" : "")
    \(report.beads.enumerated().map { link($0.offset, $0.element) }.joined(separator: "\n"))
    </main>
    """
  }

  private func article(
    _ side: BitextReport.Side, _ range: KeyPath<Bead, Range<Int>>, letter: String, _ marks: EntityMarks
  ) -> String {
    var links = [[Int]](repeating: [], count: side.segments.count)
    for (number, bead) in report.beads.enumerated() {
      for index in bead[keyPath: range] { links[index].append(number) }
    }
    return side.segments.indices.map { index in
      let badges = links[index].prefix(3).map { "<a href=\"#b\($0 + 1)\">\($0 + 1)</a>" }.joined()
      let more = links[index].count > 3 ? "<i>+\(links[index].count - 3)</i>" : ""
      let kind = links[index].isEmpty ? " class=\"only\"" : ""
      return "<p id=\"\(letter)\(index)\"\(kind)>\(marked(index, side, marks)) <span>\(badges)\(more)</span></p>"
    }.joined(separator: "\n")
  }

  private func link(_ index: Int, _ bead: Bead) -> String {
    let (from, to) = (bead.chinese.lowerBound, bead.english.lowerBound)
    return """
      <section class="row link" id="b\(index + 1)" data-z="\(from)" data-e="\(to)" data-s="\(Self.rounded(bead.score))">
      <div lang="zh">\(words(report.chineseText(of: bead), bead.evidence.map(\.chinese)))</div>
      <div lang="en">\(words(report.englishText(of: bead), bead.evidence.map(\.english)))</div>
      <footer><b>\(index + 1)</b> <span>score \(BitextFormat.score(bead.score).prefix(4))</span> \
      <a href="#z\(from)">in the Chinese</a> <a href="#e\(to)">in the English</a> \(shared(bead))</footer>
      </section>
      """
  }

  /// A passage with the words that the link stands on.
  private func words(_ text: String, _ words: [String]) -> String {
    EvidenceMarks.pieces(of: text, words: words).map { piece in
      piece.evidence.map { "<mark class=\"n\" style=\"--h:\(Self.hue($0))\">\(escaped(piece.text))</mark>" }
        ?? escaped(piece.text)
    }.joined()
  }
}
