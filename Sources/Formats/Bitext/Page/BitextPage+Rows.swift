import Alignment

extension BitextPage {
  /// A translation: its beads from beginning to end.
  var rows: String {
    let marks = (chinese: EntityMarks(entities, isChinese: true), english: EntityMarks(entities, isChinese: false))
    return """
      <main>
      <div class="row names"><div lang="zh">\(escaped(name(report.chinese)))</div><div lang="en">\(escaped(name(report.english)))</div></div>
      \(report.beads.enumerated().map { row($0.offset, $0.element, marks) }.joined(separator: "\n"))
      </main>
      """
  }

  private func row(_ index: Int, _ bead: Bead, _ marks: (chinese: EntityMarks, english: EntityMarks)) -> String {
    let kind = bead.isOneSided ? " alone" : Self.isDoubtful(bead) ? " weak" : ""
    let chinese = bead.chinese.map { marked($0, report.chinese, marks.chinese) }.joined()
    let english = bead.english.map { marked($0, report.english, marks.english) }.joined(separator: " ")
    let sure = bead.isOneSided ? "" : " <span>\(Self.percent(bead.confidence)) sure</span>"
    return """
      <section class="row\(kind)" id="b\(index + 1)">
      <div lang="zh">\(chinese.isEmpty ? "<em>left out of the Chinese</em>" : chinese)</div>
      <div lang="en">\(english.isEmpty ? "<em>left out of the English</em>" : english)</div>
      <footer><b>\(index + 1)</b> <span>\(bead.chinese.count)–\(bead.english.count)</span>\(sure) \(shared(bead))</footer>
      </section>
      """
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// The words that both sides of a bead or link have, in a line that opens.
  func shared(_ bead: Bead) -> String {
    let evidence = EvidenceMarks.telling(bead.evidence).prefix(10)
    if evidence.isEmpty { return "" }
    let pairs = evidence.map {
      "<span><span lang=\"zh\">\(escaped($0.chinese))</span> \(escaped($0.english))</span>"
    }
    return "<details><summary>\(evidence.count) in common</summary>\(pairs.joined(separator: " "))</details>"
  }
}
