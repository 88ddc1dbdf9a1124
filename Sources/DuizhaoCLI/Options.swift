import ArgumentParser
import Configuration
import DuizhaoKit
import Formats
import Glibc
import GlossaryStore
import TextCore

/// When to use colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

/// Options that every command with output has.
struct OutputOptions: ParsableArguments {
  @Option(name: [.customShort("o"), .customLong("output")], help: "Write to this file instead of standard output.")
  var output: String?

  @Option(help: "Colour: auto, always or never. NO_COLOR is honoured.")
  var color: ColorChoice = .auto

  /// The columns of the terminal, or 100 where there is none.
  var width: Int {
    var size = winsize()
    guard output == nil, isatty(1) != 0, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 100 }
    return Int(size.ws_col)
  }

  /// Whether to colour what goes to the output.
  var usesColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      output == nil && isatty(1) != 0 && getenv("NO_COLOR") == nil
        && getenv("TERM").map { String(cString: $0) } != "dumb"
    }
  }
}

/// Options of commands that use a glossary.
struct GlossaryOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: "A glossary: a database or any file that can be imported. May be given again; the first wins.")
  var glossary: [String] = []
}

/// Options of commands that go by a configuration.
struct ConfigurationOptions: ParsableArguments {
  @Option(help: "The configuration to go by, instead of the nearest .duizhao.yml of each file.")
  var config: String?
  @Flag(help: "Go by no configuration.")
  var noConfig = false

  /// Which configuration counts.
  var choice: ConfigurationChoice { noConfig ? .none : config.map { .file($0) } ?? .nearest }

  func validate() throws {
    if noConfig, config != nil { throw ValidationError("--config and --no-config exclude each other") }
  }
}

/// Options of commands that read text.
struct InputOptions: ParsableArguments {
  @Option(
    help: "The encoding of the input: utf-8, utf-16le, utf-16be, gb18030, gbk, big5, windows-1252. Default: detected.")
  var encoding: String?

  /// The encoding asked for.
  /// - Throws: ``InputError`` for a name we do not know.
  func textEncoding() throws(InputError) -> TextEncoding? {
    guard let encoding else { return nil }
    return try Self.known(encoding, option: "--encoding")
  }

  /// The encoding with this name.
  /// - Throws: ``InputError`` for a name we do not know.
  static func known(_ name: String, option: String) throws(InputError) -> TextEncoding {
    guard let known = TextEncoding(named: name) else { throw InputError(path: option, .unknownEncoding(name)) }
    return known
  }
}

/// The variables of the environment that we read.
let processEnvironment: [String: String] = {
  var result: [String: String] = [:]
  for name in ["HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "USER", "LOGNAME"] {
    if let value = getenv(name) { result[name] = String(cString: value) }
  }
  return result
}()

/// Options of commands that change a glossary.
struct OriginOptions: ParsableArguments {
  @Option(help: "Who makes the change, for the history. Default: the name of the user.")
  var who: String?

  /// Who makes the change, and when: now.
  var origin: ChangeOrigin {
    let user = processEnvironment["USER"] ?? processEnvironment["LOGNAME"]
    return ChangeOrigin(who: who ?? user, time: Self.now())
  }

  /// The time in UTC, to the second.
  private static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    return "\(date)T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))Z"
  }
}

/// The database that a command changes, or whose history it shows.
struct DatabaseOptions: ParsableArguments {
  @Option(name: .customLong("glossary"), help: "A glossary database. Default: your own.")
  var path: String?

  /// The workspace of this process, with that database.
  var workspace: Workspace { Workspace(glossaries: path.map { [$0] } ?? []) }
}

extension Workspace {
  /// The workspace of this process.
  convenience init(_ options: GlossaryOptions? = nil, _ configuration: ConfigurationOptions? = nil) {
    self.init(glossaries: options?.glossary ?? [], configuration: configuration?.choice ?? .nearest)
  }

  /// The workspace of this process, with the glossaries at these paths.
  convenience init(glossaries: [String], configuration: ConfigurationChoice = .nearest) {
    let folder = getcwd(nil, 0)
    defer { free(folder) }
    self.init(
      data: DataFolder(environment: processEnvironment), glossaries: glossaries,
      configurationFolder: folder.map { String(cString: $0) } ?? "/", configurationChoice: configuration,
      onNotice: { Output.error("duizhao: \($0)") })
  }
}

/// The name, when it is one of those that an option knows.
/// - Throws: ``InputError`` that lists the known ones.
func checkedFormat(_ name: String, among known: [String], option: String = "--format") throws(InputError) -> String {
  if known.contains(name) { return name }
  throw InputError(path: option, .unknownFormat(name, known: known))
}
