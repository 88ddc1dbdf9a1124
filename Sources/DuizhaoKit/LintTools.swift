import Alignment
import Configuration
import Lint
import Repair
import Synchronization
import TextCore

/// What checking leans on besides the text; opened when the first file needs it, which one in the cache does not.
///
/// Several threads may ask at once. The workspaces of a run share data, so none of them is used by two threads at a time:
/// all tools of a run have one lock.
final class LintTools: @unchecked Sendable {
  /// The lock of a run.
  final class Lock: Sendable {
    let mutex = Mutex(())
  }

  private let workspace: Workspace
  private let lock: Lock
  private var context: LintContext?
  private var resources: AlignmentResources?

  init(_ workspace: Workspace, lock: Lock) {
    self.workspace = workspace
    self.lock = lock
  }

  /// Word lists, glossary, dictionary, and what repairs texts.
  func opened() throws -> (context: LintContext, repairer: TextRepairer) {
    try lock.mutex.withLock { _ in
      let opened = try self.context ?? workspace.lintContext()
      self.context = opened
      return (opened, workspace.repairer)
    }
  }

  /// What alignment leans on.
  func alignmentResources() throws -> AlignmentResources {
    try lock.mutex.withLock { _ in
      let opened = try self.resources ?? workspace.alignmentResources()
      self.resources = opened
      return opened
    }
  }

  /// What the findings depend on besides the texts and the configuration; nil where something of it has no state.
  func identity() -> [UInt8]? {
    lock.mutex.withLock { _ in
      guard let glossary = CompiledGlossaryCache(workspace).identity() else { return nil }
      let data = workspace.data
      let states = [data.words, data.readings, data.lexicon, "/proc/self/exe"].map {
        FileState($0)?.description ?? "none"
      }
      return glossary + Array("\n\(states.joined(separator: "\n"))".utf8)
    }
  }
}
