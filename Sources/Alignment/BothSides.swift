import Dispatch
import Synchronization
import TextCore

/// Does the same work for the Chinese and the English text, at the same time where there are processors for it.
func onBothSides<Value: Sendable>(_ work: @Sendable (Language) -> Value) -> (chinese: Value, english: Value) {
  let found = Mutex<[Language: Value]>([:])
  DispatchQueue.concurrentPerform(iterations: 2) { side in
    let language: Language = side == 0 ? .chinese : .english
    let value = work(language)
    found.withLock { $0[language] = value }
  }
  let values = found.withLock { $0 }
  return (values[.chinese] ?? work(.chinese), values[.english] ?? work(.english))
}
