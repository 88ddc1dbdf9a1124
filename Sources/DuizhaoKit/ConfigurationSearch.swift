import Configuration
import TextCore

/// Which configuration counts.
public enum ConfigurationChoice: Hashable, Sendable {
  /// The `.duizhao.yml` of the folder of a file, or of the nearest folder above it that has one.
  case nearest
  case none
  case file(String)
}

/// Finds the configuration of a file, and reads each one once.
struct ConfigurationSearch {
  private let choice: ConfigurationChoice
  private var found: [String: ProjectConfiguration?] = [:]

  init(_ choice: ConfigurationChoice) { self.choice = choice }

  /// The configuration that counts for the files of a folder, an absolute path.
  /// - Throws: ``InputError`` with path and line for a file that is no valid configuration.
  mutating func configuration(forFolder folder: String) throws(InputError) -> ProjectConfiguration? {
    switch choice {
    case .none: return nil
    case .file(let path): return try named(path)
    case .nearest: return try nearest(to: folder)
    }
  }

  private mutating func named(_ path: String) throws(InputError) -> ProjectConfiguration? {
    if let known = found[path] { return known }
    let configuration = try Self.read(path)
    found[path] = configuration
    return configuration
  }

  private mutating func nearest(to folder: String) throws(InputError) -> ProjectConfiguration? {
    if let known = found[folder] { return known }
    let path = (folder == "/" ? "" : folder) + "/" + ProjectConfiguration.fileName
    var configuration: ProjectConfiguration?
    if Files.exists(path) {
      configuration = try Self.read(path)
    } else if folder != "/" {
      configuration = try nearest(to: Files.folder(of: folder))
    }
    found[folder] = configuration
    return configuration
  }

  private static func read(_ path: String) throws(InputError) -> ProjectConfiguration {
    let bytes = try Files.bytes(of: path)
    // An empty file is a configuration that says nothing.
    let text = bytes.isEmpty ? "" : try SourceText(path: path, bytes: bytes).text.string
    return try ProjectConfiguration(reading: text, path: path, folder: Files.folder(of: Files.absolute(path)))
  }
}
