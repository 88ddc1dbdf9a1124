/// Where the program keeps what belongs to the user: the glossary and the compiled language data.
public struct DataFolder: Hashable, Sendable {
  /// The folder's path.
  public let path: String

  /// Creates the folder at a path.
  ///
  /// It is made when the first file is written.
  public init(path: String) { self.path = path }

  /// The folder that the environment names: `$XDG_DATA_HOME/duizhao`, else `~/.local/share/duizhao`.
  public init(environment: [String: String]) {
    if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") {
      path = base + "/duizhao"
    } else {
      path = (environment["HOME"] ?? "/tmp") + "/.local/share/duizhao"
    }
  }

  /// The user's glossary.
  public var glossary: String { path + "/glossary.sqlite" }
  /// The compiled English words.
  public var words: String { path + "/words.bin" }
  /// The compiled Han readings.
  public var readings: String { path + "/readings.bin" }
  /// The compiled Chinese-English lexicon.
  public var lexicon: String { path + "/lexicon.bin" }
  /// Glossaries compiled for finding their terms in texts; whatever is in it can be made again.
  public var compiledGlossaries: String { path + "/compiled" }
}

/// Where the program keeps what it can make again at any time.
public enum CacheFolder {
  /// The folder of the checker's findings: below `$XDG_CACHE_HOME/duizhao`, else `~/.cache/duizhao`; nil where neither is
  /// known.
  public static func ofFindings(environment: [String: String]) -> String? {
    if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") { return base + "/duizhao/lint" }
    return environment["HOME"].map { $0 + "/.cache/duizhao/lint" }
  }
}
