import Alignment

extension BitextFormat {
  /// XLIFF 2.1: a file for each pair, a unit for each bead, with its score and confidence as metadata.
  ///
  /// A bead without a Chinese side is left out, one without an English side has no target. A file needs a unit or a group:
  /// a single pair without any unit has an empty group, one of a collection is left out whole.
  public static let xliff = BitextFormat(
    id: "xliff", fileExtensions: ["xlf", "xliff"],
    frame: { _ in
      let head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1" srcLang="zh" trgLang="en">

        """
      return (head, "</xliff>\n")
    },
    body: { report, place in
      let units = report.beads.enumerated().filter { !$0.element.chinese.isEmpty }
      if units.isEmpty, place.isCollection { return "" }
      return """
          <file id="f\(place.document)" original="\(XMLText.escaped(report.chinese.path))">
            <mda:metadata><mda:metaGroup category="duizhao"><mda:meta type="en-document">\(XMLText.escaped(report.english.path))</mda:meta></mda:metaGroup></mda:metadata>
        \(units.isEmpty ? "    <group id=\"g1\"/>\n" : units.map { unit($0.element, number: $0.offset + 1, in: report) }.joined())  </file>

        """
    })

  private static func unit(_ bead: Bead, number: Int, in report: BitextReport) -> String {
    let target = "\n        <target>\(XMLText.escaped(report.englishText(of: bead)))</target>"
    return """
          <unit id="u\(number)">
            <mda:metadata><mda:metaGroup category="duizhao"><mda:meta type="bead">\(place(of: bead))</mda:meta><mda:meta type="score">\(score(bead.score))</mda:meta><mda:meta type="confidence">\(score(bead.confidence))</mda:meta></mda:metaGroup></mda:metadata>
            <segment>
              <source>\(XMLText.escaped(report.chineseText(of: bead)))</source>\(bead.english.isEmpty ? "" : target)
            </segment>
          </unit>

      """
  }
}
