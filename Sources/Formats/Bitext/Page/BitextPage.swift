import Alignment

/// The page of an alignment, for somebody who compares both texts.
struct BitextPage {
  let report: BitextReport
  /// The entities that both texts or one of them name; empty where nobody looked for them.
  let entities: [EntityComparison.Entity]

  init(_ report: BitextReport) {
    self.report = report
    entities = report.entities?.entities ?? []
  }

  var text: String {
    HTMLPage.text(
      title: "\(escaped(name(report.chinese))) · \(escaped(name(report.english)))",
      style: "\(PageStyle.base)\(Self.style)",
      body: """
        <header>
        <h1>\(report.isComparable ? "Comparable articles" : "Translation")</h1>
        <p><span lang="zh">\(escaped(report.chinese.path))</span> · <span lang="en">\(escaped(report.english.path))</span></p>
        </header>
        <div class="overview">
        \(counts)
        \(plot)
        </div>
        \(differences)
        \(report.isComparable ? articles : rows)
        <script>\(Self.script)</script>
        """)
  }

  /// The last part of a path.
  func name(_ side: BitextReport.Side) -> String { side.path.split(separator: "/").last.map(String.init) ?? side.path }

  func escaped(_ text: String) -> String { XMLText.escaped(text) }

  // MARK: Counts

  private var counts: String {
    let beads = report.beads
    var figures = [
      ("\(report.chinese.segments.count)", "Chinese segments"),
      ("\(report.english.segments.count)", "English segments"),
    ]
    if report.isComparable {
      figures.append(("\(beads.count)", "linked passages"))
      figures.append(("\(Self.covered(beads.map(\.chinese)))", "Chinese segments in a link"))
      figures.append(("\(Self.covered(beads.map(\.english)))", "English segments in a link"))
    } else {
      figures.append(("\(beads.count)", "beads"))
      figures.append(("\(beads.count { $0.english.isEmpty })", "left out of the English"))
      figures.append(("\(beads.count { $0.chinese.isEmpty })", "added to the English"))
      figures.append(("\(beads.count { Self.isDoubtful($0) })", "to be checked"))
    }
    let items = figures.map { "<div><dt>\($0.1)</dt><dd>\($0.0)</dd></div>" }.joined()
    let reason = report.modeReason.map { reason in
      "<p>Taken for \(report.isComparable ? "comparable articles" : "a translation"): \(escaped(reason)).</p>"
    }
    return "<div><dl>\(items)</dl>\(reason ?? "")</div>"
  }

  private static func covered(_ ranges: [Range<Int>]) -> Int { Set(ranges.joined()).count }

  /// Whether somebody should look at a bead.
  static func isDoubtful(_ bead: Bead) -> Bool { !bead.isOneSided && bead.confidence < 0.5 }
}
