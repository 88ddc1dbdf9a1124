/// A page of the near misses of a large import: many keys with their texts, packed into one row.
///
/// The bytes: how many, in four; the keys in rising order, eight each; where the text of each ends, four each; the texts
/// in UTF-8. Numbers are little-endian. A row costs SQLite ten times what a text in a block does.
enum NearMissBlock {
  static let table = "CREATE TABLE near_miss_block(first INTEGER PRIMARY KEY, data BLOB NOT NULL)"

  /// About what fits into one page of the database.
  private static let size = 3900

  /// Packs texts that come in the order of their keys.
  struct Builder {
    private var keys: [Int64] = []
    private var ends: [UInt32] = []
    private var texts: [UInt8] = []

    /// The first key, once there is one.
    var first: Int64? { keys.first }

    /// Whether the block should be written before a text of that key comes; all texts of a key are in one block.
    func isFull(before key: Int64) -> Bool {
      keys.last != key && keys.count * 12 + texts.count >= NearMissBlock.size
    }

    mutating func add(_ key: Int64, _ text: some Sequence<UInt8>) {
      keys.append(key)
      texts.append(contentsOf: text)
      ends.append(UInt32(truncatingIfNeeded: texts.count))
    }

    /// The bytes of the block, after which the next one begins.
    mutating func finish() -> [UInt8] {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(4 + keys.count * 12 + texts.count)
      func append<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
      }
      append(UInt32(truncatingIfNeeded: keys.count))
      for key in keys { append(key) }
      for end in ends { append(end) }
      bytes.append(contentsOf: texts)
      keys.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      texts.removeAll(keepingCapacity: true)
      return bytes
    }
  }

  /// Calls `body` with each text under a key, until it returns false; bytes that are no block have none.
  static func forEachText(
    under key: Int64, in block: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>) throws -> Bool
  ) rethrows {
    guard block.count >= 4 else { return }
    let count = Int(UInt32(littleEndian: block.loadUnaligned(as: UInt32.self)))
    let texts = 4 + count * 12
    guard texts <= block.count else { return }
    func storedKey(_ index: Int) -> Int64 {
      Int64(littleEndian: block.loadUnaligned(fromByteOffset: 4 + index * 8, as: Int64.self))
    }
    func end(of index: Int) -> Int {
      if index < 0 { return 0 }
      return Int(
        UInt32(littleEndian: block.loadUnaligned(fromByteOffset: 4 + count * 8 + index * 4, as: UInt32.self)))
    }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if storedKey(middle) < key { low = middle + 1 } else { high = middle }
    }
    while low < count, storedKey(low) == key {
      let (from, to) = (texts + end(of: low - 1), texts + end(of: low))
      guard from <= to, to <= block.count else { return }
      if try !body(UnsafeRawBufferPointer(rebasing: block[from..<to]).bindMemory(to: UInt8.self)) { return }
      low += 1
    }
  }
}
