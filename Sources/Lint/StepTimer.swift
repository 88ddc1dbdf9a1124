/// Measures the steps of a check; whoever has a clock makes one.
public protocol StepTimer: AnyObject, Sendable {
  /// Does the work, and notes what it took under the name of the step; steps may have steps within them.
  func measure<Result>(_ step: String, _ work: () throws -> Result) rethrows -> Result
}

extension (any StepTimer)? {
  /// Does the work, and measures it where there is something to measure with.
  public func measure<Result>(_ step: String, _ work: () throws -> Result) rethrows -> Result {
    guard let timer = self else { return try work() }
    return try timer.measure(step, work)
  }
}
