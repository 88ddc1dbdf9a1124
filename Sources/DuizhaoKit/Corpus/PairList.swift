import TextCore

/// A list of pairs: two paths a line with a tab between, relative to the folder of the list.
///
/// Empty lines and lines that begin with `#` are passed over. `-` is standard input; its paths are relative to the
/// working folder.
public enum PairList {
  /// The pairs that a list names.
  /// - Throws: ``InputError`` with the line for one that does not hold two paths, or a pair that was named before.
  public static func pairs(at path: String) throws(InputError) -> DocumentPairs {
    let source = try Files.source(at: path)
    let folder = path.contains("/") ? String(path[...path.lastIndex(of: "/")!]) : ""
    let lines = LineIndex(source.text.utf8)
    var pairs: [DocumentPair] = []
    var firstLines: [DocumentPair: Int] = [:]
    for number in 1...lines.count {
      let line = String(decoding: source.text.utf8[lines.span(ofLine: number).range], as: UTF8.self)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 2, !cells[0].isEmpty, !cells[1].isEmpty else {
        throw InputError(path: path, line: number, .malformed("two paths with a tab between were expected"))
      }
      let names = cells.prefix(2).map { $0.hasPrefix("/") ? String($0) : folder + $0 }
      let pair = DocumentPair(names[0], names[1])
      if let first = firstLines[pair] {
        throw InputError(path: path, line: number, .duplicateID("\(cells[0])\t\(cells[1])", firstLine: first))
      }
      firstLines[pair] = number
      pairs.append(pair)
    }
    return DocumentPairs(pairs: pairs)
  }
}
