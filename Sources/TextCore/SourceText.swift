import CICU

/// A text file: its bytes as they are on disk, the encoding, and the text they spell.
public struct SourceText: Sendable {
  /// The path as the user gave it.
  public let path: String
  /// The bytes on disk, byte order mark included.
  public let bytes: [UInt8]
  public let encoding: TextEncoding
  /// How many bytes of byte order mark stand before the text.
  public let byteOrderMarkLength: Int
  /// The decoded text, line ends as they are; its offsets lead back to ``bytes``.
  public let text: MappedText

  /// Decodes the bytes of a file.
  ///
  /// Without an `encoding` it is detected: a byte order mark, valid UTF-8, UTF-16 by its zero bytes, else ICU's guess
  /// among GB18030 and Big5.
  /// - Throws: ``InputError`` for bytes that are not text, or not text in the encoding asked for.
  public init(path: String, bytes: [UInt8], encoding requested: TextEncoding? = nil) throws(InputError) {
    self.path = path
    self.bytes = bytes
    let mark = Self.byteOrderMark(of: bytes)
    let known = requested ?? mark?.encoding
    if let known { encoding = known } else { encoding = try Self.detectedEncoding(of: bytes, path: path) }
    byteOrderMarkLength = mark?.encoding == encoding ? mark?.length ?? 0 : 0
    if known == nil, encoding == .utf8 {  // found to be valid when it was detected
      text = MappedText(utf8: bytes, origin: OffsetMap(identity: bytes.count))
    } else {
      text = try Self.decoded(bytes, skipping: byteOrderMarkLength, as: encoding, path: path)
    }
    if Self.holdsZero(text.utf8) { throw InputError(path: path, .notText) }
  }

  /// Creates a source from text that is no file.
  public init(path: String, text: String) {
    self.path = path
    self.text = MappedText(text)
    bytes = self.text.utf8
    encoding = .utf8
    byteOrderMarkLength = 0
  }

  /// The bytes that `utf8` has on disk in this file's encoding, byte order mark included, or in another one.
  ///
  /// In another encoding there is a byte order mark only where UTF-16 needs it.
  /// - Throws: ``InputError`` when the encoding lacks a character.
  public func encoded(_ utf8: [UInt8], as other: TextEncoding? = nil) throws(InputError) -> [UInt8] {
    let target = other ?? encoding
    let mark = target == encoding ? Array(bytes[..<byteOrderMarkLength]) : target.byteOrderMark
    if target == .utf8 { return mark.isEmpty ? utf8 : mark + utf8 }
    let units = Array(String(decoding: utf8, as: UTF8.self).utf16)
    var result = [UInt8](repeating: 0, count: units.count * 4 + 16)
    var bad: Int64 = -1
    let written = dz_encode(target.icuName, units, Int64(units.count), &result, Int64(result.count), &bad)
    guard bad < 0, written >= 0 else {
      let character = bad >= 0 && Int(bad) < units.count ? String(decoding: [units[Int(bad)]], as: UTF16.self) : "?"
      throw InputError(path: path, .unencodable(encoding: target.rawValue, character: character))
    }
    return mark + result[..<Int(written)]
  }

  /// Whether a byte is zero, by words of eight.
  private static func holdsZero(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in
      var index = 0
      while index + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
        index += 8
      }
      return raw[index...].contains(0)
    }
  }

  // MARK: Detection

  private static func byteOrderMark(of bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    return nil
  }

  private static func detectedEncoding(of bytes: [UInt8], path: String) throws(InputError) -> TextEncoding {
    let sample = bytes.prefix(1 << 16)
    let zeros = sample.indices.filter { sample[$0] == 0 }
    if !zeros.isEmpty {
      let odd = zeros.count { $0 % 2 == 1 }
      if bytes.count % 2 == 0, sample.count >= 4, zeros.count >= sample.count / 8 {
        if odd == zeros.count { return .utf16LittleEndian }
        if odd == 0 { return .utf16BigEndian }
      }
      throw InputError(path: path, .notText)
    }
    guard let invalid = firstInvalidUTF8(in: bytes) else { return .utf8 }
    let controls = sample.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C }
    if controls * 50 > sample.count { throw InputError(path: path, .notText) }
    // A file that is UTF-8 but for a few broken bytes is broken UTF-8, not another encoding.
    if isMostlyUTF8(bytes) {
      throw InputError(
        path: path, line: line(of: invalid, in: bytes), .invalidBytes(encoding: "UTF-8", offset: invalid))
    }
    if let guess = icuGuess(bytes) { return guess }
    throw InputError(path: path, line: line(of: invalid, in: bytes), .invalidBytes(encoding: "UTF-8", offset: invalid))
  }

  /// The 1-based line of a byte offset.
  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
  }

  private static func icuGuess(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = Array(bytes.prefix(1 << 14))
    var best: (encoding: TextEncoding, confidence: Int32)?
    for rank in Int32(0)..<6 {
      var name = [CChar](repeating: 0, count: 32)
      let confidence = dz_detect(sample, Int32(sample.count), &name, rank)
      if confidence < 0 { break }
      let label = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard let encoding = TextEncoding(named: label), encoding == .gb18030 || encoding == .big5 else { continue }
      if (try? decoded(bytes, skipping: 0, as: encoding, path: "")) == nil { continue }
      if best == nil || confidence > best!.confidence { best = (encoding, confidence) }
    }
    return best?.encoding
  }

  /// The offset of the first byte that breaks UTF-8, or nil.
  static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    do {
      return try bytes.withUnsafeBufferPointer { buffer throws(UTF8.ValidationError) in
        _ = try UTF8Span(validating: buffer.span)
        return nil
      }
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Whether nine in ten of the bytes above ASCII belong to well-formed UTF-8.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var index = 0
    let end = min(bytes.count, 1 << 20)
    while index < end {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
      if length > 0, lead < 0xF5, index + length <= bytes.count,
        bytes[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        good += length
        index += length
      } else {
        bad += 1
        index += 1
      }
    }
    return good > 9 * bad
  }

  // MARK: Decoding

  private static func decoded(
    _ bytes: [UInt8], skipping mark: Int, as encoding: TextEncoding, path: String
  ) throws(InputError) -> MappedText {
    if encoding == .utf8 {
      if let invalid = firstInvalidUTF8(in: bytes) {
        throw InputError(
          path: path, line: line(of: invalid, in: bytes), .invalidBytes(encoding: "UTF-8", offset: invalid))
      }
      if mark == 0 { return MappedText(utf8: bytes, origin: OffsetMap(identity: bytes.count)) }
      var map = OffsetMap()
      map.skip(source: mark)
      map.append(derived: 1, source: 1, count: bytes.count - mark)
      return MappedText(utf8: Array(bytes[mark...]), origin: map)
    }
    let length = bytes.count - mark
    var units = [UInt16](repeating: 0, count: length + 16)
    var offsets = [Int32](repeating: 0, count: length + 16)
    var invalid: Int64 = -1
    let written = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map {
        dz_decode(encoding.icuName, $0 + mark, Int64(length), &units, &offsets, Int64(units.count), &invalid)
      } ?? 0
    }
    guard written >= 0, invalid < 0 else {
      let offset = mark + Int(max(invalid, 0))
      throw InputError(
        path: path, line: line(of: min(offset, bytes.count), in: bytes),
        .invalidBytes(encoding: encoding.rawValue, offset: offset))
    }
    return mapped(units[..<Int(written)], offsets: offsets, length: length, mark: mark)
  }

  /// The text that UTF-16 units spell, each knowing the byte it was decoded from.
  private static func mapped(_ units: ArraySlice<UInt16>, offsets: [Int32], length: Int, mark: Int) -> MappedText {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(units.count * 3)
    var map = OffsetMap()
    map.skip(source: mark)
    var index = 0
    while index < units.count {
      let isPair = UTF16.isLeadSurrogate(units[index]) && index + 1 < units.count
      let next = index + (isPair ? 2 : 1)
      let scalar =
        isPair
        ? 0x10000 + (UInt32(units[index]) - 0xD800) << 10 + (UInt32(units[index + 1]) - 0xDC00) : UInt32(units[index])
      let before = utf8.count
      utf8.append(contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")!)
      let from = Int(offsets[index])
      var to = length
      var following = next
      while following < units.count {  // several units may come from one sequence of bytes
        if Int(offsets[following]) > from {
          to = Int(offsets[following])
          break
        }
        following += 1
      }
      let shared = next < units.count && Int(offsets[next]) == from
      map.append(derived: utf8.count - before, source: shared ? 0 : to - from)
      index = next
    }
    return MappedText(utf8: utf8, origin: map)
  }
}
