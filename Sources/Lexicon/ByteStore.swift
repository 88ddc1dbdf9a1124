/// Read-only bytes with an owner that keeps them alive: an array, or a mapped file.
public struct ByteStore: @unchecked Sendable {
  /// The bytes. Valid as long as the store lives; nothing writes to them.
  public let bytes: UnsafeRawBufferPointer
  private let owner: AnyObject

  /// Creates a store over memory that `owner` keeps mapped and unchanged.
  public init(unsafeBytes bytes: UnsafeRawBufferPointer, owner: AnyObject) {
    self.bytes = bytes
    self.owner = owner
  }

  /// Creates a store with a copy of the bytes, 16-byte aligned.
  public init(copying array: [UInt8]) {
    let copy = OwnedBytes(array)
    bytes = UnsafeRawBufferPointer(copy.memory)
    owner = copy
  }

  private final class OwnedBytes {
    let memory: UnsafeMutableRawBufferPointer
    init(_ array: [UInt8]) {
      memory = .allocate(byteCount: max(array.count, 1), alignment: 16)
      memory.copyBytes(from: array)
    }
    deinit { memory.deallocate() }
  }
}
