import Synchronization

/// A value that is made when it is first asked for, and kept: what several rules ask of one text or pair.
struct Memo<Value: Sendable>: ~Copyable, Sendable {
  private let kept = Mutex<Value?>(nil)

  /// The value; `make` is called the first time.
  ///
  /// Where two ask at once, both may make it; they make the same.
  func value(_ make: () -> Value) -> Value {
    if let value = kept.withLock({ $0 }) { return value }
    let value = make()
    kept.withLock { $0 = value }
    return value
  }

  /// Lets go of the value; it is made again when it is asked for again.
  func forget() { kept.withLock { $0 = nil } }
}
