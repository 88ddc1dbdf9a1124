import Foundation
import Formats
import GlossaryStore
import Terminology
import TextCore

/// Reads a glossary file and makes its entries ready on a thread of its own, while what has been read is stored.
///
/// A file of any size keeps no more than a few thousand entries in memory.
final class GlossaryReadAhead: @unchecked Sendable {
  private static let batchSize = 256
  /// The reader waits when so many batches have not been taken.
  private static let batchLimit = 16

  /// Guards all that follows.
  private let condition = NSCondition()
  private var batches: [[IndexedEntry]] = []
  private var result: Result<[ReadingRemark], InputError>?
  private var isAbandoned = false

  /// About how many entries a file holds, by its size.
  static func expectedCount(of file: GlossaryFileSource) -> Int { file.bytes.count / 512 }

  /// Begins to read; each entry is made ready by the indexer.
  init(_ file: GlossaryFileSource, options: GlossaryReadingOptions, indexer: EntryIndexer) {
    let thread = Thread { [self] in read(file, options: options, indexer: indexer) }
    // The parser of XML goes deep.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Calls `body` with each entry in the order of the file.
  /// - Throws: ``InputError`` of the file, after the entries before the fault, or what `body` throws.
  /// - Returns: What was left out.
  func forEachEntry(_ body: (IndexedEntry) throws -> Void) throws -> [ReadingRemark] {
    defer { abandon() }
    while true {
      switch next() {
      case .batch(let batch): for entry in batch { try body(entry) }
      case .end(let result): return try result.get()
      }
    }
  }

  private enum Next {
    case batch([IndexedEntry])
    case end(Result<[ReadingRemark], InputError>)
  }

  private func next() -> Next {
    condition.lock()
    defer { condition.unlock() }
    while batches.isEmpty {
      if let result { return .end(result) }
      condition.wait()
    }
    condition.signal()
    return .batch(batches.removeFirst())
  }

  /// Tells the reader that nobody takes its entries any more.
  private func abandon() {
    condition.withLock {
      isAbandoned = true
      condition.signal()
    }
  }

  // MARK: The thread of the reader

  private func read(_ file: GlossaryFileSource, options: GlossaryReadingOptions, indexer: EntryIndexer) {
    var indexer = indexer
    var batch: [IndexedEntry] = []
    let result: Result<[ReadingRemark], InputError>
    do throws(InputError) {
      let remarks = try file.format.read(
        file.bytes, path: file.path, options: options, companions: file.companions
      ) { entry throws(InputError) in
        batch.append(indexer.indexed(entry))
        guard batch.count >= Self.batchSize else { return }
        guard hand(over: batch) else { throw InputError(path: file.path, .unreadable("nobody reads on")) }
        batch = []
        batch.reserveCapacity(Self.batchSize)
      }
      result = .success(remarks)
    } catch {
      result = .failure(error)
    }
    if !batch.isEmpty { _ = hand(over: batch) }
    condition.withLock {
      self.result = result
      condition.signal()
    }
  }

  /// Whether somebody is still there to take the batch.
  private func hand(over batch: [IndexedEntry]) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while batches.count >= Self.batchLimit, !isAbandoned { condition.wait() }
    batches.append(batch)
    condition.signal()
    return !isAbandoned
  }
}

/// A glossary file that is to be read: its bytes, what stands beside it, and its format.
struct GlossaryFileSource: Sendable {
  let path: String
  let bytes: [UInt8]
  let companions: [String: [UInt8]]
  let format: GlossaryFormat
}
