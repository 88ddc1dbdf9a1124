extension BitextFormat {
  /// A table with a header: indices of both sides, score, both texts; in a collection also confidence and files.
  ///
  /// Tabs and line ends inside a text become spaces.
  public static let tsv = BitextFormat(
    id: "tsv", fileExtensions: ["tsv"],
    frame: { isCollection in
      ("zhIndices\tenIndices\tscore\tzh\ten\(isCollection ? "\tconfidence\tzhDocument\tenDocument" : "")\n", "")
    },
    body: { report, place in
      report.beads.map { bead in
        var fields = [
          list(bead.chinese), list(bead.english), score(bead.score), cell(report.chineseText(of: bead)),
          cell(report.englishText(of: bead)),
        ]
        if place.isCollection {
          fields += [score(bead.confidence), cell(report.chinese.path), cell(report.english.path)]
        }
        return fields.joined(separator: "\t") + "\n"
      }.joined()
    })
}
