import Foundation

/// Work on many things at a time whose results come back in the order of the things.
///
/// What comes out does not depend on the number of threads. No thread runs far ahead of the results that were taken, so
/// the memory in use does not grow with the number of things.
final class OrderedWork<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  private let inputs: [Input]
  private let jobs: Int
  private let work: @Sendable (Input) -> Output
  /// Guards what follows.
  private let condition = NSCondition()
  private var results: [Int: Output] = [:]
  private var next = 0
  private var taken = 0
  private var running = 0
  private var isStopped = false

  init(_ inputs: [Input], jobs: Int, work: @escaping @Sendable (Input) -> Output) {
    self.inputs = inputs
    self.jobs = max(1, min(jobs, inputs.count))
    self.work = work
  }

  /// Does the work and hands over each result, in order, on the calling thread; a single job is done there, too.
  ///
  /// Ends when everything is done, or with what `body` throws; no thread is at work any more then.
  func forEachResult(_ body: (_ index: Int, _ output: Output) throws -> Void) rethrows {
    if jobs == 1 {
      for (index, input) in inputs.enumerated() { try body(index, work(input)) }
      return
    }
    running = jobs
    for _ in 0..<jobs {
      let thread = Thread { self.runWorker() }
      thread.stackSize = 8 << 20
      thread.start()
    }
    defer { stop() }
    for index in inputs.indices { try body(index, result(index)) }
  }

  private func result(_ index: Int) -> Output {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let output = results.removeValue(forKey: index) {
        taken = index + 1
        condition.broadcast()
        return output
      }
      condition.wait()
    }
  }

  private func runWorker() {
    while let index = claim() {
      let output = work(inputs[index])
      condition.lock()
      results[index] = output
      condition.broadcast()
      condition.unlock()
    }
  }

  /// The index of something that is to be done, or nil when there is nothing more.
  private func claim() -> Int? {
    condition.lock()
    defer { condition.unlock() }
    while !isStopped, next < inputs.count, next >= taken + 4 * jobs { condition.wait() }
    guard !isStopped, next < inputs.count else {
      running -= 1
      condition.broadcast()
      return nil
    }
    defer { next += 1 }
    return next
  }

  private func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    while running > 0 { condition.wait() }
    condition.unlock()
  }
}
