extension BitextFormat {
  /// One bead a line, `[0,1]:[0]`: indices of the Chinese segments, then of the English ones.
  public static let beads = BitextFormat(id: "beads") { report in
    report.beads.map { "[\(list($0.chinese))]:[\(list($0.english))]\n" }.joined()
  }

  static func list(_ indices: Range<Int>) -> String { indices.map(String.init).joined(separator: ",") }
}
