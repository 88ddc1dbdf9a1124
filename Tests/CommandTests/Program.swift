import Foundation
import TestSupport

/// The built program, with a data folder of its own.
struct Program: Sendable {
  /// What a run gave.
  struct Outcome {
    let status: Int32
    let output: String
    let error: String
  }

  let folder: TemporaryFolder
  private let data: TemporaryFolder

  /// Starts with the data that a first run makes; without them, that run is the first.
  init(isFirstRun: Bool = false) throws {
    folder = try TemporaryFolder()
    data = try TemporaryFolder()
    if !isFirstRun {
      let made = try Self.firstData.get()
      try FileManager.default.copyItem(at: made.url.appending(path: "duizhao"), to: data.url.appending(path: "duizhao"))
    }
  }

  /// What a first run leaves, made once: a debug build takes seconds for it.
  private static let firstData = Result<TemporaryFolder, any Error> {
    let program = try Program(isFirstRun: true)
    try program.folder.write("Taobao village\n", to: "a.txt")
    _ = try program.run("lint", "a.txt")
    return program.data
  }

  /// The user's database of this run.
  var database: String { data.path("duizhao/glossary.sqlite") }

  /// Runs the program and waits for it.
  func run(_ arguments: String..., input: String = "", directory: URL? = nil) throws -> Outcome {
    try run(arguments, input: Array(input.utf8), directory: directory)
  }

  /// Variables to set beside the usual ones.
  struct Environment {
    var dataHome: String?
  }

  func run(
    _ arguments: [String], input: [UInt8] = [], directory: URL? = nil,
    environment overrides: Environment = Environment(), blockLimit: Int? = nil
  ) throws -> Outcome {
    let process = Process()
    let program = try Self.executable()
    if let blockLimit {
      // No file may become larger than so many blocks of 1024 bytes.
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", "ulimit -f \(blockLimit); exec \"$0\" \"$@\"", program.path] + arguments
    } else {
      process.executableURL = program
      process.arguments = arguments
    }
    process.currentDirectoryURL = directory ?? folder.url
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_DATA_HOME"] = overrides.dataHome ?? data.url.path
    environment["XDG_CACHE_HOME"] = data.url.path + "/cache"
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process.environment = environment
    // Files instead of pipes: no run can block on a full one.
    let files = try TemporaryFolder()
    let input = try files.write(input, to: "in")
    try files.write("", to: "out")
    try files.write("", to: "err")
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: files.path("out")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: files.path("err")))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try files.bytes("out"), as: UTF8.self),
      error: String(decoding: try files.bytes("err"), as: UTF8.self))
  }

  /// The exit code of a run whose standard output nobody reads.
  func statusWithClosedPipe(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = try Self.executable()
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["XDG_DATA_HOME": data.url.path]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    try pipe.fileHandleForReading.close()
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  /// Puts a half-made database beside the place of the user's, as a process of that number would have left it.
  func leaveDraft(ofProcess process: Int) throws {
    let folder = data.url.appending(path: "duizhao")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for ending in ["tmp", "tmp-wal", "tmp-journal"] {
      try Data("half".utf8).write(to: folder.appending(path: "glossary.sqlite.\(process).\(ending)"))
    }
  }

  /// The names of the files in the data folder.
  func dataFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: data.url.appending(path: "duizhao").path).sorted()
  }

  private struct NotBuilt: Error {}

  /// The program beside the tests.
  private static func executable() throws -> URL {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") }
    let folders = [
      bundle.map { URL(filePath: $0).deletingLastPathComponent() }, TestFolders.inProject(".build/debug"),
    ]
    for folder in folders.compactMap({ $0 }) {
      for candidate in [folder, folder.deletingLastPathComponent()] {
        let url = candidate.appending(path: "duizhao")
        if FileManager.default.isExecutableFile(atPath: url.path) { return url }
      }
    }
    throw NotBuilt()
  }
}
