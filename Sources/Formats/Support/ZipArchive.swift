import CZip
import Glibc
import TextCore

/// A zip container in memory, for reading: a workbook, a document, a dictionary.
///
/// Files from strangers are safe: what is unpacked is counted, and a part or a container that unpacks to more than the
/// limit is an error, whatever its directory says.
final class ZipArchive {
  /// The most bytes that the parts of one container may unpack to.
  static let limit = 1 << 28
  /// How many bytes one packed byte may stand for, once a part is larger than ``ratioApplies``: text packs to a tenth, and
  /// the most repetitive sheet to a hundredth.
  private static let ratioLimit = 300
  private static let ratioApplies = 1 << 24

  private let path: String
  private let archive: OpaquePointer
  private let copy: UnsafeMutableRawPointer
  private let limit: Int
  private var left: Int

  /// Opens a container.
  /// - Throws: ``InputError`` for bytes that are none, or one that is cut off.
  init(_ bytes: [UInt8], path: String, limit: Int = ZipArchive.limit) throws(InputError) {
    if bytes.isEmpty { throw InputError(path: path, .emptyFile) }
    self.path = path
    self.limit = limit
    left = limit
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
    bytes.withUnsafeBytes { memory.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let source = zip_source_buffer_create(memory, zip_uint64_t(bytes.count), 0, &error)
    guard let source, let opened = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      let why = String(cString: zip_error_strerror(&error))
      if let source { zip_source_free(source) }
      memory.deallocate()
      throw InputError(path: path, .malformed("the zip container cannot be opened (\(why)); is the file whole?"))
    }
    archive = opened
    copy = memory
  }

  deinit {
    zip_discard(archive)
    copy.deallocate()
  }

  /// The names of the parts, in the order of the container.
  var names: [String] {
    (0..<zip_get_num_entries(archive, 0)).compactMap { index in
      zip_get_name(archive, zip_uint64_t(index), 0).map { String(cString: $0) }
    }
  }

  /// The bytes of a part; nil when there is none of that name.
  /// - Throws: ``InputError`` for a part that is damaged, encrypted, or larger than the limit.
  func contents(of name: String) throws(InputError) -> [UInt8]? {
    let index = zip_name_locate(archive, name, 0)
    guard index >= 0 else { return nil }
    let packed = packedSize(of: zip_uint64_t(index))
    guard let part = zip_fopen(archive, name, 0) else { throw damaged(name) }
    defer { zip_fclose(part) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_fread(part, &buffer, zip_uint64_t(buffer.count))
      if count == 0 { return result }
      if count < 0 { throw damaged(name) }
      left -= Int(count)
      if left < 0 {
        throw InputError(path: path, .malformed("the zip container unpacks to more than \(limit >> 20) MiB"))
      }
      result.append(contentsOf: buffer[..<Int(count)])
      if result.count > Self.ratioApplies, result.count / Self.ratioLimit > packed {
        throw InputError(
          path: path, .malformed("the part “\(name)” is packed as no document is: \(packed) bytes unpack to millions"))
      }
    }
  }

  /// How many bytes a part takes in the container.
  private func packedSize(of index: zip_uint64_t) -> Int {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, index, 0, &status) == 0 else { return 0 }
    return Int(clamping: status.comp_size)
  }

  private func damaged(_ name: String) -> InputError {
    let why = zip_strerror(archive).map { String(cString: $0) } ?? "unknown error"
    return InputError(path: path, .malformed("the part “\(name)” of the zip container cannot be read (\(why))"))
  }
}

/// Zip containers in memory, for writing: the same parts give the same bytes.
enum ZipWriter {
  /// The container that holds the parts in their order, all of them of 1 January 1980.
  ///
  /// Nil when libzip has no memory left.
  static func container(of parts: [(name: String, bytes: [UInt8])]) -> [UInt8]? {
    guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { return nil }
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, Int32(ZIP_CREATE | ZIP_TRUNCATE), nil) else { return nil }
    for part in parts {
      let copy = malloc(max(part.bytes.count, 1))
      guard let copy else { return nil }
      part.bytes.withUnsafeBytes { bytes in
        if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
      }
      // libzip frees the copy.
      let source = zip_source_buffer(archive, copy, zip_uint64_t(part.bytes.count), 1)
      let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
      guard index >= 0 else { return nil }
      zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_DEFLATE, 9)
      zip_file_set_dostime(archive, zip_uint64_t(index), 0, 1 << 5 | 1, 0)
    }
    guard zip_close(archive) == 0 else { return nil }
    return bytes(of: target)
  }

  private static func bytes(of source: OpaquePointer) -> [UInt8]? {
    guard zip_source_open(source) == 0 else { return nil }
    defer { zip_source_close(source) }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_source_stat(source, &status) == 0 else { return nil }
    var result = [UInt8](repeating: 0, count: Int(status.size))
    let count = zip_source_read(source, &result, status.size)
    return count == zip_int64_t(status.size) ? result : nil
  }
}

/// A file that gzip or dictzip made, of one member or several one after another.
enum Gzip {
  /// The bytes that are packed in it.
  /// - Throws: ``InputError`` for a file that is damaged, or unpacks to more than ``ZipArchive/limit``.
  static func unpacked(_ bytes: [UInt8], path: String) throws(InputError) -> [UInt8] {
    var stream = z_stream()
    // 32: a header of gzip or zlib.
    guard inflateInit2_(&stream, 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw InputError(path: path, .malformed("zlib could not be started"))
    }
    defer { inflateEnd(&stream) }
    var input = bytes
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let status = input.withUnsafeMutableBufferPointer { input -> Int32 in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      var status = Z_OK
      while status == Z_OK, result.count <= ZipArchive.limit {
        let room = buffer.count
        status = buffer.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(room)
          return inflate(&stream, Z_NO_FLUSH)
        }
        result.append(contentsOf: buffer[..<(room - Int(stream.avail_out))])
        if status == Z_STREAM_END, stream.avail_in > 1, stream.next_in[0] == 0x1F, stream.next_in[1] == 0x8B {
          status = inflateReset(&stream)
        }
      }
      return status
    }
    if result.count > ZipArchive.limit {
      throw InputError(path: path, .malformed("the file unpacks to more than \(ZipArchive.limit >> 20) MiB"))
    }
    guard status == Z_STREAM_END else {
      throw InputError(path: path, .malformed("the packed file is damaged or cut off"))
    }
    return result
  }
}
