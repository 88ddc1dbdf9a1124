extension BitextFormat {
  /// TMX 1.4: the beads with both sides, each with its files, its place in them, score and confidence as properties.
  public static let tmx = BitextFormat(
    id: "tmx", fileExtensions: ["tmx"],
    frame: { _ in
      let head = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <tmx version="1.4">
          <header creationtool="duizhao" creationtoolversion="1" segtype="sentence" o-tmf="duizhao" adminlang="en" srclang="zh" datatype="plaintext"/>
          <body>

        """
      return (head, "  </body>\n</tmx>\n")
    },
    body: { report, place in
      report.beads.filter { !$0.isOneSided }.enumerated().map { index, bead in
        """
            <tu tuid="\(place.firstUnit + index)">
              <prop type="x-zh-document">\(XMLText.escaped(report.chinese.path))</prop>
              <prop type="x-en-document">\(XMLText.escaped(report.english.path))</prop>
              <prop type="x-bead">\(BitextFormat.place(of: bead))</prop>
              <prop type="x-score">\(score(bead.score))</prop>
              <prop type="x-confidence">\(score(bead.confidence))</prop>
              <tuv xml:lang="zh"><seg>\(XMLText.escaped(report.chineseText(of: bead)))</seg></tuv>
              <tuv xml:lang="en"><seg>\(XMLText.escaped(report.englishText(of: bead)))</seg></tuv>
            </tu>

        """
      }.joined()
    })
}
