/// Read-only bytes with an owner that keeps them alive: an array, or a mapped file.
public struct ByteStore: @unchecked Sendable {
  /// The bytes.
  ///
  /// Valid as long as the store lives; nothing writes to them.
  public let bytes: UnsafeRawBufferPointer
  private let owner: AnyObject

  /// Creates a store over memory that `owner` keeps mapped and unchanged.
  public init(unsafeBytes bytes: UnsafeRawBufferPointer, owner: AnyObject) {
    self.bytes = bytes
    self.owner = owner
  }

  /// Creates a store with a copy of the bytes, 16-byte aligned.
  public init(copying array: [UInt8]) {
    let copy = OwnedBytes(count: array.count)
    copy.memory.copyBytes(from: array)
    bytes = UnsafeRawBufferPointer(rebasing: copy.memory[..<array.count])
    owner = copy
  }

  /// The part of the store that `range` covers.
  ///
  /// It shares the memory. The range must lie in the store.
  package func part(_ range: Range<Int>) -> ByteStore {
    ByteStore(unsafeBytes: UnsafeRawBufferPointer(rebasing: bytes[range]), owner: owner)
  }

  /// The store itself where its first byte is 8-byte aligned, as in every mapped file, or an aligned copy.
  var aligned: ByteStore {
    guard let base = bytes.baseAddress, UInt(bitPattern: base) % 8 != 0 else { return self }
    let copy = OwnedBytes(count: bytes.count)
    copy.memory.copyMemory(from: bytes)
    return ByteStore(unsafeBytes: UnsafeRawBufferPointer(rebasing: copy.memory[..<bytes.count]), owner: copy)
  }

  private final class OwnedBytes {
    let memory: UnsafeMutableRawBufferPointer
    init(count: Int) { memory = .allocate(byteCount: max(count, 1), alignment: 16) }
    deinit { memory.deallocate() }
  }
}
