import Foundation
import Lexicon

/// The Han readings of the system's copy of Unihan, compiled once for all tests.
public enum SystemReadings {
  private static let file = "/usr/share/unicode/Unihan_Readings.txt"

  /// Whether the file is there, packed or not.
  public static let isInstalled = [file, file + ".bz2"].contains { FileManager.default.fileExists(atPath: $0) }

  /// The reason to give where it is not.
  public static let absence = "needs \(file) or \(file).bz2 (package unicode-data)"

  /// The readings, or nil where the file is not there or cannot be unpacked.
  public static let compiled: HanReadings? = {
    guard let text = FileManager.default.contents(atPath: file) ?? unpacked(file + ".bz2"),
      let bytes = try? HanReadings.compiled(unihan: Array(text))
    else { return nil }
    return try? HanReadings(store: ByteStore(copying: bytes))
  }()

  private static func unpacked(_ path: String) -> Data? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["bzcat", path]
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil, let data = try? output.fileHandleForReading.readToEnd() else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }
}
