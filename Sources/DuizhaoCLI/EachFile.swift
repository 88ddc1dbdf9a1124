import TextCore

/// Does something with each of the files that a user named; those that cannot be used are said, and the rest go on.
///
/// - Returns: whether all of them could be used.
func forEachFile(_ paths: [String], _ body: (String) throws -> Void) rethrows -> Bool {
  var isWhole = true
  for path in paths {
    do {
      try body(path)
    } catch let error as InputError where paths.count > 1 {
      Output.error(error.description)
      isWhole = false
    }
  }
  return isWhole
}
