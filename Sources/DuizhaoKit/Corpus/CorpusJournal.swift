import FoundationEssentials
import Glibc
import TextCore

/// What a run over a collection has done so far, in a file: a run that was interrupted goes on from there.
///
/// One pair a line: the hash of everything its alignment depends on, a tab, the result as JSON. A line that was cut off,
/// or is damaged, is done again.
final class CorpusJournal {
  private let path: String
  private let descriptor: Int32
  private var places: [String: (offset: Int, length: Int)] = [:]
  private var end = 0

  /// Opens the journal at a path, or makes it.
  /// - Throws: ``InputError`` when it cannot be written, is another file, or another run is writing it.
  init(path: String) throws(InputError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw InputError(path: path, .unwritable(Files.reason())) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw InputError(path: path, .unwritable("another run is making this corpus"))
    }
    try index()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What has a result.
  var keys: Set<String> { Set(places.keys) }

  /// Changes when results of older releases are no longer to be used.
  static let version = 1

  /// Notes where each result stands, and cuts off a line that was not finished.
  private func index() throws(InputError) {
    let bytes = try Files.bytes(of: path)
    guard Self.isJournal(bytes) else { throw InputError(path: path, .unwritable("is no file of a run like this one")) }
    var start = 0
    while start < bytes.count, let lineEnd = bytes[start...].firstIndex(of: 0x0A) {
      if let tab = bytes[start..<lineEnd].firstIndex(of: 0x09), tab - start == Self.keyLength {
        places[String(decoding: bytes[start..<tab], as: UTF8.self)] = (tab + 1, lineEnd - tab - 1)
      }
      start = lineEnd + 1
    }
    if start < bytes.count { ftruncate(descriptor, start) }
    end = start
  }

  private static let keyLength = 32

  /// Whether a file begins as a journal does; anybody's other file is left alone.
  private static func isJournal(_ bytes: [UInt8]) -> Bool {
    let key = bytes.prefix(keyLength)
    return key.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      && (bytes.count <= keyLength || bytes[keyLength] == 0x09)
  }

  /// The result for a key, or nil where there is none that can be used.
  func pair(for key: ContentHash) -> SavedPair? {
    guard let place = places[key.description] else { return nil }
    var bytes = [UInt8](repeating: 0, count: place.length)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, place.length, off_t(place.offset)) }
    guard count == place.length else { return nil }
    return try? JSONDecoder().decode(SavedPair.self, from: Data(bytes))
  }

  /// Adds a result.
  /// - Throws: ``InputError`` when the disk is full, for example.
  func add(_ pair: SavedPair, for key: ContentHash) throws(InputError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(pair) else { return }
    let line = Array("\(key)\t".utf8) + json + [0x0A]
    lseek(descriptor, off_t(end), SEEK_SET)
    if let why = Files.writeAll(line, to: descriptor) { throw InputError(path: path, .unwritable(why)) }
    places[key.description] = (end + Self.keyLength + 1, json.count)
    end += line.count
  }
}
