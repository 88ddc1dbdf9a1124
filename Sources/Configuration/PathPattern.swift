/// A pattern of paths with the meaning that `.gitignore` gives it.
///
/// `*` and `?` stay within a name, `**` spans folders, `[a-z]` is a choice; a pattern with a slash before its end begins
/// at the folder that it is written in, another one at any folder below; a slash at the end asks for a folder.
public struct PathPattern: Hashable, Sendable {
  /// What the user wrote.
  public let text: String
  /// Whether the pattern takes back what earlier ones said (`!` before it).
  public let isNegated: Bool
  private let isForFolders: Bool
  /// The names between the slashes; `**` spans any number of folders.
  private let names: [[UInt8]]

  /// Creates a pattern; nil for one that says nothing.
  public init?(_ text: String) {
    self.text = text
    var bytes = Array(text.utf8)
    isNegated = bytes.first == UInt8(ascii: "!")
    if isNegated { bytes.removeFirst() }
    isForFolders = bytes.last == UInt8(ascii: "/")
    if isForFolders { bytes.removeLast() }
    var parts = bytes.split(separator: UInt8(ascii: "/")).map(Array.init)
    while parts.first == [UInt8(ascii: ".")] { parts.removeFirst() }
    if parts.isEmpty { return nil }
    if !bytes.contains(UInt8(ascii: "/")) { parts.insert(Self.anyFolders, at: 0) }
    names = parts
  }

  private static let anyFolders = Array("**".utf8)

  /// Whether the pattern fits a path, relative to the pattern's folder.
  ///
  /// Costs the product of both lengths at most.
  public func matches(_ path: String, isFolder: Bool = false) -> Bool {
    if isForFolders, !isFolder { return false }
    return matches(Self.components(of: path)[...])
  }

  /// Whether the pattern fits a file or any folder that it lies in.
  public func covers(_ path: String) -> Bool {
    let components = Self.components(of: path)
    guard !components.isEmpty else { return false }
    for count in 1...components.count where count < components.count || !isForFolders {
      if matches(components[..<count]) { return true }
    }
    return false
  }

  private static func components(of path: String) -> [[UInt8]] {
    path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init).filter { $0 != [UInt8(ascii: ".")] }
  }

  /// Matches name by name: `reached` are the patterns that the path so far may stand before.
  private func matches(_ path: ArraySlice<[UInt8]>) -> Bool {
    var reached = Set([0])
    func spread(_ states: Set<Int>) -> Set<Int> {
      var result = states
      for var state in states {
        while state < names.count, names[state] == Self.anyFolders, state + 1 < names.count {
          state += 1
          result.insert(state)
        }
      }
      return result
    }
    reached = spread(reached)
    for name in path {
      var next = Set<Int>()
      for state in reached where state < names.count {
        if names[state] == Self.anyFolders { next.insert(state + 1 == names.count ? state + 1 : state) }
        if names[state] == Self.anyFolders, state + 1 == names.count { next.insert(state) }
        if names[state] != Self.anyFolders, Self.fits(names[state], name) { next.insert(state + 1) }
      }
      if next.isEmpty { return false }
      reached = spread(next)
    }
    return reached.contains(names.count)
  }

  /// Whether a pattern without slashes fits a name; of several `*` only the last one is ever tried again.
  private static func fits(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var (p, n) = (0, 0)
    var retry: (p: Int, n: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        retry = (p + 1, n)
        p += 1
      } else if let (nextP, nextN) = step(pattern, p, name, n) {
        (p, n) = (nextP, nextN)
      } else if let (back, at) = retry {
        let next = at + scalarLength(name, at)
        retry = (back, next)
        (p, n) = (back, next)
      } else {
        return false
      }
    }
    while p < pattern.count, pattern[p] == UInt8(ascii: "*") { p += 1 }
    return p == pattern.count
  }

  /// Where pattern and name go on after one character that fits, or nil.
  private static func step(_ pattern: [UInt8], _ p: Int, _ name: [UInt8], _ n: Int) -> (Int, Int)? {
    guard p < pattern.count else { return nil }
    switch pattern[p] {
    case UInt8(ascii: "?"): return (p + 1, n + scalarLength(name, n))
    case UInt8(ascii: "["):
      guard let end = pattern[(p + 1)...].dropFirst().firstIndex(of: UInt8(ascii: "]")) else { break }
      let length = scalarLength(name, n)
      let character = scalars(name[n..<(n + length)])
      return isChosen(character, by: scalars(pattern[(p + 1)..<end])[...]) ? (end + 1, n + length) : nil
    case UInt8(ascii: "\\") where p + 1 < pattern.count:
      return pattern[p + 1] == name[n] ? (p + 2, n + 1) : nil
    default: break
    }
    return pattern[p] == name[n] ? (p + 1, n + 1) : nil
  }

  private static func scalars(_ utf8: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    Array(String(decoding: utf8, as: UTF8.self).unicodeScalars)
  }

  private static func isChosen(_ character: [Unicode.Scalar], by choice: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let character = character.first else { return false }
    var choice = choice
    let isNegated = choice.first == "!" || choice.first == "^"
    if isNegated { choice.removeFirst() }
    var isFound = false
    var index = choice.startIndex
    while index < choice.endIndex {
      if index + 2 < choice.endIndex, choice[index + 1] == "-" {
        isFound = isFound || choice[index] <= character && character <= choice[index + 2]
        index += 3
      } else {
        isFound = isFound || choice[index] == character
        index += 1
      }
    }
    return isFound != isNegated
  }

  private static func scalarLength(_ utf8: [UInt8], _ index: Int) -> Int {
    var end = index + 1
    while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
    return end - index
  }
}
