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
  private let style: StyleGuide
  private let lock: Lock
  /// What the steps of a check are measured with, if they are.
  let timings: StepTimings?
  // Each is asked for under the lock, and made once.
  private lazy var context = Result {
    var context = try workspace.lintContext()
    context.style = style
    context.timer = timings
    return context
  }
  private lazy var resources = Result { try workspace.alignmentResources() }
  private lazy var state = (try? workspace.dataState()).flatMap { data -> String? in
    data.map { "\($0)\n\(FileState("/proc/self/exe")?.description ?? "none")" }
  }

  /// `workspace` and `style` are those of one configuration.
  init(_ workspace: Workspace, style: StyleGuide, lock: Lock, timings: StepTimings?) {
    self.workspace = workspace
    self.style = style
    self.lock = lock
    self.timings = timings
  }

  /// Word lists, glossary, dictionary, and what repairs texts.
  func opened() throws -> (context: LintContext, repairer: TextRepairer) {
    try lock.mutex.withLock { _ in (try context.get(), workspace.repairer) }
  }

  /// What alignment leans on.
  func alignmentResources() throws -> AlignmentResources { try lock.mutex.withLock { _ in try resources.get() } }

  /// What the findings depend on besides the texts and the configuration; nil where something of it has no state.
  func identity() -> String? { lock.mutex.withLock { _ in state } }
}
