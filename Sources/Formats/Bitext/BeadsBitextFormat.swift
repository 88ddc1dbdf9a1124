extension BitextFormat {
  /// One bead a line, `[0,1]:[0]`: indices of the Chinese segments, then of the English ones.
  public static let beads = BitextFormat(id: "beads", fileExtensions: ["beads"]) { report in
    report.beads.map { "\(place(of: $0))\n" }.joined()
  }
}
