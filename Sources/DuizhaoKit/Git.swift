import Glibc
import TextCore

/// What Git says of a working tree.
enum Git {
  /// The lines that differ from a revision, file by file.
  struct Changes {
    /// 1-based lines by absolute path; files that Git does not know yet are all new.
    fileprivate(set) var lines: [String: [ClosedRange<Int>]] = [:]

    /// Whether anything in a file differs.
    func touch(_ path: String) -> Bool { lines[path] != nil }

    /// Whether a line of a file differs.
    func contain(_ line: Int, of path: String) -> Bool { lines[path]?.contains { $0.contains(line) } ?? false }
  }

  /// What differs between a revision and the files on disk, in the repository of a folder.
  /// - Throws: ``InputError`` where there is no repository, no such revision, or no Git.
  static func changes(since revision: String, inRepositoryOf folder: String) throws(InputError) -> Changes {
    func failure(_ what: String) -> InputError { InputError(path: "--changed \(revision)", .malformed(what)) }
    guard let top = output(["-C", folder, "rev-parse", "--show-toplevel"]) else {
      throw failure("\(folder) is in no Git repository, or there is no Git")
    }
    let root = line(top)
    guard !revision.hasPrefix("-"),
      output(["-C", root, "rev-parse", "--verify", "--quiet", "\(revision)^{commit}"]) != nil
    else { throw failure("there is no such revision") }
    let options = ["--no-color", "--no-ext-diff", "--no-renames", "--no-prefix", "-U0"]
    guard let diff = output(["-C", root, "-c", "core.quotePath=false", "diff"] + options + [revision, "--"]),
      let others = output(["-C", root, "ls-files", "-z", "--others", "--exclude-standard"])
    else { throw failure("Git could not compare the files") }
    var changes = Changes()
    read(diff, root: root, into: &changes)
    for name in others.split(separator: 0) {
      changes.lines[root + "/" + String(decoding: name, as: UTF8.self)] = [1...Int.max]
    }
    return changes
  }

  private static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Reads the headers of a diff without context: `+++ path`, `@@ -1,2 +3,4 @@`; the lines of the files, which may look
  /// like headers, are counted off.
  static func read(_ diff: [UInt8], root: String, into changes: inout Changes) {
    var path: String?
    var rest = 0
    for line in diff.split(separator: 0x0A) {
      if rest > 0, line.first == UInt8(ascii: "-") || line.first == UInt8(ascii: "+") {
        rest -= 1
      } else if line.starts(with: "+++ ".utf8) {
        let name = String(decoding: line.dropFirst(4).prefix { $0 != 0x09 }, as: UTF8.self)
        path = name == "/dev/null" ? nil : root + "/" + name
      } else if line.starts(with: "@@ ".utf8), let old = range(in: line, after: "-"),
        let new = range(in: line, after: "+")
      {
        rest = old.count + new.count
        guard let path else { continue }
        changes.lines[path, default: []] += new.count > 0 ? [new.start...(new.start + new.count - 1)] : []
      }
    }
  }

  /// `3,4` after a sign in the header of a hunk; no count is a count of one.
  private static func range(in header: ArraySlice<UInt8>, after sign: Unicode.Scalar) -> (start: Int, count: Int)? {
    guard let sign = header.firstIndex(of: UInt8(ascii: sign)) else { return nil }
    let numbers = header[(sign + 1)...].prefix { $0 != 0x20 }.split(separator: UInt8(ascii: ","))
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    return numbers.first.map { ($0, numbers.count > 1 ? numbers[1] : 1) }
  }

  /// What Git prints, or nil when it fails or is not there.
  private static func output(_ arguments: [String]) -> [UInt8]? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    var process: pid_t = 0
    var words: [UnsafeMutablePointer<CChar>?] = (["git"] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let names: [String] = ["PATH", "HOME"]
    let settings = names.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
    var variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
    defer { for variable in variables { free(variable) } }
    let code = posix_spawnp(&process, "git", &actions, nil, &words, &variables)
    close(ends[1])
    guard code == 0 else { return nil }
    let bytes = try? Files.readAll(descriptor: ends[0], path: "git", sizeHint: 1 << 16)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? bytes : nil
  }
}
