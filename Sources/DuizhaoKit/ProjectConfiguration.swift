import TextCore
import Yams

/// What the nearest `.duizhao.yml` says.
public struct ProjectConfiguration: Hashable, Sendable {
  /// Where the file is.
  public let path: String
  /// Glossaries of the project, first wins; paths are relative to the file's folder.
  public let glossaries: [String]

  private static let fileName = ".duizhao.yml"
  private static let knownKeys = ["glossary"]

  /// The configuration in `folder` or the nearest folder above it that has one.
  ///
  /// `folder` is an absolute path.
  /// - Throws: ``InputError`` with path and line for a file that is no valid configuration.
  public static func nearest(to folder: String) throws(InputError) -> ProjectConfiguration? {
    var current = folder
    while true {
      let path = (current == "/" ? "" : current) + "/" + fileName
      if Files.exists(path) { return try ProjectConfiguration(reading: path, folder: current) }
      guard current != "/", let slash = current.lastIndex(of: "/") else { return nil }
      current = slash == current.startIndex ? "/" : String(current[..<slash])
    }
  }

  private init(reading path: String, folder: String) throws(InputError) {
    let text = try Files.source(at: path).text.string
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw InputError(path: path, line: Self.line(of: error), .malformed("is not valid YAML"))
    }
    var glossaries: [String] = []
    if let root {
      guard let mapping = root.mapping else {
        throw InputError(path: path, line: root.mark?.line, .malformed("a mapping of settings was expected"))
      }
      for (key, value) in mapping {
        guard let name = key.string, Self.knownKeys.contains(name) else {
          throw InputError(
            path: path, line: key.mark?.line,
            .malformed("“\(key.string ?? "?")” is not a setting we know (\(Self.knownKeys.joined(separator: ", ")))"))
        }
        let values = value.sequence.map { $0.compactMap(\.string) } ?? value.string.map { [$0] }
        guard let values, !values.isEmpty else {
          throw InputError(path: path, line: value.mark?.line, .malformed("“\(name)” needs a path or a list of paths"))
        }
        glossaries += values.map { $0.hasPrefix("/") ? $0 : (folder == "/" ? "" : folder) + "/" + $0 }
      }
    }
    self.path = path
    self.glossaries = glossaries
  }

  private static func line(of error: any Error) -> Int? {
    guard let error = error as? YamlError else { return nil }
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): return mark.line
    default: return nil
    }
  }
}
