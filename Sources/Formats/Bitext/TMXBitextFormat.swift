extension BitextFormat {
  /// TMX 1.4: the beads with both sides, each with its place and score as properties.
  public static let tmx = BitextFormat(id: "tmx") { report in
    var result = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE tmx SYSTEM "tmx14.dtd">
      <tmx version="1.4">
        <header creationtool="duizhao" creationtoolversion="1" segtype="sentence" o-tmf="duizhao" adminlang="en" srclang="zh" datatype="plaintext"/>
        <body>

      """
    for (index, bead) in report.beads.enumerated() where !bead.chinese.isEmpty && !bead.english.isEmpty {
      result += """
            <tu tuid="\(index + 1)">
              <prop type="x-zh-document">\(XMLText.escaped(report.chinese.path))</prop>
              <prop type="x-en-document">\(XMLText.escaped(report.english.path))</prop>
              <prop type="x-bead">[\(list(bead.chinese))]:[\(list(bead.english))]</prop>
              <prop type="x-score">\(score(bead.score))</prop>
              <tuv xml:lang="zh"><seg>\(XMLText.escaped(report.chineseText(of: bead)))</seg></tuv>
              <tuv xml:lang="en"><seg>\(XMLText.escaped(report.englishText(of: bead)))</seg></tuv>
            </tu>

        """
    }
    return result + "  </body>\n</tmx>\n"
  }
}
