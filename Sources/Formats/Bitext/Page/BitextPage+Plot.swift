import Alignment

extension BitextPage {
  /// The greatest number of segments of a text that is plotted.
  private static let greatestPlot = 20_000

  /// The segments of the Chinese text from left to right, those of the English one from top to bottom.
  var plot: String {
    let (width, height) = (report.chinese.segments.count, report.english.segments.count)
    guard width > 0, height > 0, max(width, height) <= Self.greatestPlot else { return "" }
    // A dot stays visible however long the texts are.
    let least = (x: Double(width) / 120, y: Double(height) / 120)
    let strongest = report.beads.map(\.score).max() ?? 1
    let dots = report.beads.enumerated().compactMap { index, bead -> String? in
      guard !bead.isOneSided else { return nil }
      let strength = report.isComparable ? bead.score / max(strongest, 0.001) : max(0.25, bead.confidence)
      let place =
        "x=\"\(bead.chinese.lowerBound)\" y=\"\(bead.english.lowerBound)\" "
        + "width=\"\(Self.rounded(max(least.x, Double(bead.chinese.count))))\" "
        + "height=\"\(Self.rounded(max(least.y, Double(bead.english.count))))\""
      let weak = !report.isComparable && Self.isDoubtful(bead) ? " class=\"weak\"" : ""
      return "<a href=\"#b\(index + 1)\"><rect \(place) opacity=\"\(Self.rounded(0.2 + 0.8 * strength))\"\(weak)/></a>"
    }
    return """
      <figure>
      <svg viewBox="0 0 \(width) \(height)" preserveAspectRatio="none" role="img" aria-label="dot plot of the alignment">
      \(dots.joined())
      </svg>
      <figcaption>Chinese from left to right, English from top to bottom</figcaption>
      </figure>
      """
  }

  /// A number with two decimals.
  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
