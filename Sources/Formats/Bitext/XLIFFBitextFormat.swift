extension BitextFormat {
  /// XLIFF 2.1: one unit a bead; a bead without a Chinese side is left out, one without an English side has no target.
  public static let xliff = BitextFormat(id: "xliff") { report in
    var result = """
      <?xml version="1.0" encoding="UTF-8"?>
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh" trgLang="en">
        <file id="f1" original="\(XMLText.escaped(report.chinese.path))">

      """
    for (index, bead) in report.beads.enumerated() where !bead.chinese.isEmpty {
      let source = XMLText.escaped(report.chineseText(of: bead))
      let target = XMLText.escaped(report.englishText(of: bead))
      result += """
            <unit id="u\(index + 1)">
              <segment>
                <source>\(source)</source>\(bead.english.isEmpty ? "" : "\n          <target>\(target)</target>")
              </segment>
            </unit>

        """
    }
    return result + "  </file>\n</xliff>\n"
  }
}
