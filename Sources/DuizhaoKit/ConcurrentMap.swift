import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of a function for each element, in the order of the elements; at most `jobs` of them at once.
  func concurrentMap<Output: Sendable>(jobs: Int, _ transform: @Sendable (Element) -> Output) -> [Output] {
    guard jobs > 1, count > 1 else { return map(transform) }
    let next = Atomic<Int>(0)
    let results = Mutex<[Output?]>(Array<Output?>(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: Swift.min(jobs, count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let output = transform(self[index])
        results.withLock { $0[index] = output }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
