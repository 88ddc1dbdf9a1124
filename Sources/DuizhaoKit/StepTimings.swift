import Glibc
import Lint
import Synchronization

/// What the steps of the checks took of the processor's time, summed up over all files.
///
/// A step within another one counts for itself alone. One thread at a time is measured.
public final class StepTimings: StepTimer {
  /// What a step took, and how often it was done.
  public struct Total: Sendable {
    public let step: String
    public fileprivate(set) var duration: Duration
    public fileprivate(set) var count: Int
  }

  private struct State {
    var totals: [String: Total] = [:]
    /// How long the steps within each step that is being done took so far.
    var inner: [Duration] = []
  }

  private let state = Mutex(State())

  public init() {}

  public func measure<Result>(_ step: String, _ work: () throws -> Result) rethrows -> Result {
    state.withLock { $0.inner.append(.zero) }
    let start = Self.now
    defer { note(step, Self.now - start) }
    return try work()
  }

  /// The time that this thread has used.
  private static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private func note(_ step: String, _ duration: Duration) {
    state.withLock { state in
      let inner = state.inner.removeLast()
      state.totals[step, default: Total(step: step, duration: .zero, count: 0)].duration += duration - inner
      state.totals[step]?.count += 1
      if let outer = state.inner.indices.last { state.inner[outer] += duration }
    }
  }

  /// The steps, the longest first.
  public var totals: [Total] {
    state.withLock { $0.totals.values.sorted { ($1.duration, $0.step) < ($0.duration, $1.step) } }
  }
}
