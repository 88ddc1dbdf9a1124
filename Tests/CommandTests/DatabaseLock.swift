import Glibc

/// A lock on a database as another program would hold it: SQLite's own lock bytes, taken for writing.
final class DatabaseLock {
  private let descriptor: Int32

  private struct CannotLock: Error {}

  init(path: String) throws {
    descriptor = open(path, O_RDWR)
    // Bytes 0x40000000 and the 511 after it: pending, reserved and shared lock of SQLite's file format.
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0000
    lock.l_len = 512
    guard descriptor >= 0, fcntl(descriptor, F_SETLK, &lock) == 0 else { throw CannotLock() }
  }

  func release() { close(descriptor) }
}
