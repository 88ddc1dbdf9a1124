import Formats
import Glibc
import Lint

/// Keeps the findings of files that have not changed.
///
/// An entry is named after all that its findings depend on; whatever is in the folder can be made again.
struct LintCache: Sendable {
  /// `$XDG_CACHE_HOME/duizhao/lint`.
  private let folder: String
  /// Entries that nobody asked for in so many seconds are removed.
  private static let longestUnused = 30 * 24 * 3600

  init(folder: String) { self.folder = folder }

  func findings(named name: String) -> [Finding]? {
    guard let bytes = try? Files.bytes(of: path(name)), let findings = StoredFindings.decoded(bytes) else { return nil }
    return findings
  }

  /// A failure to write costs only the time of checking again.
  func keep(_ findings: [Finding], as name: String) {
    guard (try? Files.makeDirectory(folder + "/" + name.prefix(2))) != nil else { return }
    try? Files.write(StoredFindings.encoded(findings), to: path(name))
  }

  /// Removes what has not been written anew for a month, once a day.
  func clearOld() {
    let stamp = folder + "/cleared"
    let now = time(nil)
    var status = stat()
    if stat(stamp, &status) == 0, now - status.st_mtim.tv_sec < 24 * 3600 { return }
    guard Files.exists(folder) else { return }
    try? Files.write([], to: stamp)
    for (name, isFolder) in (try? Files.entries(of: folder)) ?? [] where isFolder {
      for (entry, _) in (try? Files.entries(of: folder + "/" + name)) ?? [] {
        let path = folder + "/" + name + "/" + entry
        if stat(path, &status) == 0, now - status.st_mtim.tv_sec > Self.longestUnused { Files.remove(path) }
      }
    }
  }

  private func path(_ name: String) -> String { "\(folder)/\(name.prefix(2))/\(name)" }
}
