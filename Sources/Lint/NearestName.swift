/// Finds what a misspelt name may have meant.
public enum NearestName {
  /// The name that begins like this one, else the one with the fewest letters to change.
  ///
  /// Nil when there are none. Costs the product of the lengths for each name.
  public static func nearest(to name: String, among names: [String]) -> String? {
    names.filter { $0.hasPrefix(name) }.min() ?? names.min { (distance($0, name), $0) < (distance($1, name), $1) }
  }

  /// The names with the nearest one in front, for messages: `“selct” (did you mean “select”?)`.
  public static func hint(for name: String, among names: [String]) -> String {
    nearest(to: name, among: names).map { "; did you mean “\($0)”?" } ?? ""
  }

  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.utf8.prefix(100)), Array(b.utf8))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let cost = a[i] == b[j] ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }
}
