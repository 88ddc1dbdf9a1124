import Dispatch

/// A value that is made on another thread while this one goes on.
final class Ahead<Value: Sendable>: @unchecked Sendable {
  /// Guards the result: it is read after the group is left, and written before.
  private let group = DispatchGroup()
  private var result: Value?

  /// Begins to make the value.
  init(_ make: @escaping @Sendable () -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) { self.result = make() }
  }

  /// The value, once it is made.
  var value: Value {
    group.wait()
    guard let result else { preconditionFailure("the group is left when the value is made") }
    return result
  }
}
