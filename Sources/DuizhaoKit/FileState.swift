import Glibc

/// What tells whether a file is still the one it was: a value that differs whenever its content may.
struct FileState: Hashable, CustomStringConvertible {
  let description: String

  /// The state of the file at a path; nil when there is none, or what is there is no file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let time = status.st_mtim
    description = "\(status.st_dev):\(status.st_ino):\(status.st_size):\(time.tv_sec).\(time.tv_nsec)"
  }

  /// The state of an SQLite database: that of its file, and of the log beside it, where changes go first.
  static func ofDatabase(_ path: String) -> String? {
    guard let file = FileState(path) else { return nil }
    return "\(file) \(["-wal", "-journal"].map { FileState(path + $0)?.description ?? "-" }.joined(separator: " "))"
  }
}
