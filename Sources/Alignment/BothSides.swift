import Dispatch
import Synchronization
import TextCore

/// Does the same work for the Chinese and the English text, at the same time where there are processors for it.
func onBothSides<Value: Sendable>(_ work: @Sendable (Language) -> Value) -> (chinese: Value, english: Value) {
  let values = atTheSameTime({ work(.chinese) }, { work(.english) })
  return (values.0, values.1)
}

/// Does two pieces of work, at the same time where there are processors for it.
package func atTheSameTime<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let (firstValue, secondValue) = (Found<First>(), Found<Second>())
  DispatchQueue.concurrentPerform(iterations: 2) { part in
    if part == 0 { firstValue.set(first()) } else { secondValue.set(second()) }
  }
  return (firstValue.value ?? first(), secondValue.value ?? second())
}

/// What a piece of work has found.
private final class Found<Value: Sendable>: Sendable {
  private let stored = Mutex<Value?>(nil)

  var value: Value? { stored.withLock { $0 } }

  func set(_ value: Value) { stored.withLock { $0 = value } }
}
