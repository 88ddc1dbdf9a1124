import Foundation

/// Folders that tests read.
public enum TestFolders {
  /// The root of the checkout.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// A file or folder of the checkout.
  public static func inProject(_ path: String) -> URL { root.appending(path: path) }
  /// A file or folder of the evaluation data beside the checkout (or beside the folder a worktree stands in), or nil
  /// where there is none.
  public static func inEvaluation(_ path: String) -> URL? {
    let parent = root.deletingLastPathComponent()
    return [parent, parent.deletingLastPathComponent()].map { $0.appending(path: "shared").appending(path: path) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }
}
