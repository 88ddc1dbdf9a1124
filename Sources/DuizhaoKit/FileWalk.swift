import Configuration
import Formats
import Glibc
import TextCore

/// Finds the files that paths stand for: a folder stands for the texts and tables in it.
///
/// Hidden files, files that Git ignores, and those that the configuration leaves out are passed over; links to folders
/// are not followed.
struct FileWalk {
  private var search: ConfigurationSearch
  private var ignores: [String: GitIgnore] = [:]
  private(set) var failures: [InputError] = []

  init(_ choice: ConfigurationChoice) { search = ConfigurationSearch(choice) }

  /// The files, in the order of the paths and inside a folder of the names; a file that a user names is there whatever
  /// its name is, and only once.
  /// - Throws: ``InputError`` for a broken configuration.
  mutating func files(at paths: [String]) throws(InputError) -> [String] {
    var result: [String] = []
    var seen: Set<String> = []
    for path in paths {
      let found = path != "-" && Files.isDirectory(path) ? try files(inFolder: path) : [path]
      for file in found where seen.insert(file == "-" ? file : Files.absolute(file)).inserted { result.append(file) }
    }
    return result
  }

  private mutating func files(inFolder folder: String) throws(InputError) -> [String] {
    let configuration = try search.configuration(forFolder: Files.absolute(folder))
    let names: [(name: String, isFolder: Bool)]
    do {
      names = try Files.entries(of: folder)
    } catch {
      failures.append(error)
      return []
    }
    var result: [String] = []
    for (name, isFolder) in names {
      let path = folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if isLeftOut(path, isFolder: isFolder, configuration) { continue }
      if isFolder {
        result += try files(inFolder: path)
      } else if isWanted(path, configuration) {
        result.append(path)
      }
    }
    return result
  }

  private mutating func isLeftOut(_ path: String, isFolder: Bool, _ configuration: ProjectConfiguration?) -> Bool {
    let absolute = Files.absolute(path)
    if let relative = configuration?.relativePath(of: absolute),
      configuration?.excluded.contains(where: { $0.matches(relative, isFolder: isFolder) }) == true
    {
      return true
    }
    return configuration?.respectsGitignore != false && isIgnored(absolute, isFolder: isFolder)
  }

  private func isWanted(_ path: String, _ configuration: ProjectConfiguration?) -> Bool {
    if let configuration, !configuration.included.isEmpty {
      let relative = configuration.relativePath(of: Files.absolute(path)) ?? path
      return configuration.included.contains { $0.covers(relative) }
    }
    let name = path.lowercased()
    if name.hasSuffix(".tsv") || name.hasSuffix(".csv") { return Self.isBilingualTable(path) }
    return ProseFormat.all.contains { format in format.fileExtensions.contains { name.hasSuffix(".\($0)") } }
  }

  /// Whether the header of a table has the columns that a bilingual one needs.
  private static func isBilingualTable(_ path: String) -> Bool {
    guard let start = Files.firstLine(of: path), let header = try? SourceText(path: path, bytes: start) else {
      return false
    }
    return (try? BilingualTable(header)) != nil
  }

  /// Whether the nearest `.gitignore` that speaks of a file says so.
  private mutating func isIgnored(_ path: String, isFolder: Bool) -> Bool {
    var folder = Files.folder(of: path)
    while true {
      let rules = ignores[folder] ?? GitIgnore(inFolder: folder)
      ignores[folder] = rules
      if let verdict = rules.verdict(on: path, isFolder: isFolder) { return verdict }
      if rules.isRootOfRepository || folder == "/" { return false }
      folder = Files.folder(of: folder)
    }
  }
}

/// What the `.gitignore` of one folder says, and at the root of a repository its `info/exclude`.
struct GitIgnore {
  let isRootOfRepository: Bool
  private let folder: String
  private let patterns: [PathPattern]

  init(inFolder folder: String) {
    self.folder = folder
    isRootOfRepository = Files.exists(folder + "/.git")
    let files = (isRootOfRepository ? [folder + "/.git/info/exclude"] : []) + [folder + "/.gitignore"]
    patterns = files.flatMap { path -> [PathPattern] in
      guard let bytes = try? Files.bytes(of: path) else { return [] }
      return bytes.split(separator: 0x0A).compactMap { line in
        var text = String(decoding: line, as: UTF8.self)
        while let last = text.last, last == " " || last == "\r" || last == "\t" { text.removeLast() }
        return text.hasPrefix("#") ? nil : PathPattern(text)
      }
    }
  }

  /// Whether a file is ignored; nil when no pattern speaks of it.
  func verdict(on path: String, isFolder: Bool) -> Bool? {
    guard !patterns.isEmpty else { return nil }
    let start = path.utf8.index(path.startIndex, offsetBy: folder == "/" ? 1 : folder.utf8.count + 1)
    let relative = String(path[start...])
    return patterns.last { $0.matches(relative, isFolder: isFolder) }.map { !$0.isNegated }
  }
}
