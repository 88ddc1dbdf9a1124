/// How the path of a translation follows from the path of its original: `{name}.zh.md` and `{name}.en.md`.
public struct PairPattern: Hashable, Sendable {
  public let source: String
  public let target: String
  private let pieces: [Piece]
  private let sourcePieces: [Piece]

  private enum Piece: Hashable, Sendable {
    case text(String)
    /// A part that both paths share, slashes included.
    case part(String)
  }

  /// Creates a pattern; nil when a pattern has no `{part}`, two beside each other, or the source has one that the target
  /// has not.
  public init?(source: String, target: String) {
    guard let sourcePieces = Self.pieces(of: source), let pieces = Self.pieces(of: target),
      Self.parts(of: sourcePieces).isSubset(of: Self.parts(of: pieces)), source != target
    else { return nil }
    self.source = source
    self.target = target
    self.pieces = pieces
    self.sourcePieces = sourcePieces
  }

  /// The path of the original of a file, both relative to the folder of the configuration; nil for a file that the
  /// pattern does not fit.
  public func source(ofTarget path: String) -> String? {
    var parts: [String: String] = [:]
    guard Self.match(path[...], pieces[...], &parts) else { return nil }
    return sourcePieces.map { piece in
      switch piece {
      case .text(let text): text
      case .part(let name): parts[name] ?? ""
      }
    }.joined()
  }

  private static func pieces(of pattern: String) -> [Piece]? {
    var pieces: [Piece] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      if case .part = pieces.last { return nil }
      pieces.append(.part(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return parts(of: pieces).isEmpty || pieces.count > 9 ? nil : pieces
  }

  private static func parts(of pieces: [Piece]) -> Set<String> {
    Set(pieces.compactMap { if case .part(let name) = $0 { name } else { nil } })
  }

  /// Fits pieces to a path; each part is as short as can be and not empty.
  private static func match(_ path: Substring, _ pieces: ArraySlice<Piece>, _ parts: inout [String: String]) -> Bool {
    guard let piece = pieces.first else { return path.isEmpty }
    let rest = pieces.dropFirst()
    switch piece {
    case .text(let text):
      return path.hasPrefix(text) && match(path.dropFirst(text.count), rest, &parts)
    case .part(let name):
      if let known = parts[name] {
        return path.hasPrefix(known) && match(path.dropFirst(known.count), rest, &parts)
      }
      var end = path.startIndex
      while end < path.endIndex {
        end = path.index(after: end)
        parts[name] = String(path[..<end])
        if match(path[end...], rest, &parts) { return true }
      }
      parts[name] = nil
      return false
    }
  }
}
