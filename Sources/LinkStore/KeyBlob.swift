import Alignment

/// The keys of a document as bytes: for each its number as the difference to the one before, its weight, its kind, and the
/// words of the document.
enum KeyBlob {
  /// A key by its number in the index.
  struct Entry: Hashable {
    var key: Int64
    var weight: Double
    var kind: Evidence.Kind
    var text: String
  }

  private static let kinds: [Evidence.Kind] = [.term, .person, .place, .organisation, .quantity, .date, .name, .word]
  /// Weights are whole multiples of this.
  private static let step = 1.0 / 8192
  /// The words of a key are cut to so many bytes.
  private static let greatestText = 100

  /// The weight as it comes back.
  static func rounded(_ weight: Double) -> Double { Double(quantized(weight)) * step }

  private static func quantized(_ weight: Double) -> UInt16 { UInt16(min(65535, max(0, (weight / step).rounded()))) }

  /// The bytes of entries that are in the order of their numbers.
  static func bytes(of entries: [Entry]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.count * 12)
    var last: Int64 = 0
    for entry in entries {
      append(UInt64(bitPattern: entry.key &- last), to: &bytes)
      last = entry.key
      let weight = quantized(entry.weight)
      bytes += [UInt8(weight & 0xFF), UInt8(weight >> 8), UInt8(kinds.firstIndex(of: entry.kind) ?? 0)]
      let text = cut(entry.text)
      append(UInt64(text.count), to: &bytes)
      bytes += text
    }
    return bytes
  }

  /// The entries that bytes hold; nil for bytes that are none.
  static func entries(in bytes: [UInt8]) -> [Entry]? {
    var result: [Entry] = []
    let isSound = forEach(in: bytes) { key, weight, kind, text in
      result.append(Entry(key: key, weight: weight, kind: kind, text: String(decoding: bytes[text], as: UTF8.self)))
    }
    return isSound ? result : nil
  }

  /// Calls `body` for each entry; says whether the bytes are sound.
  @discardableResult
  static func forEach(
    in bytes: [UInt8], _ body: (_ key: Int64, _ weight: Double, _ kind: Evidence.Kind, _ text: Range<Int>) -> Void
  ) -> Bool {
    var place = 0
    var key: Int64 = 0
    while place < bytes.count {
      guard let difference = number(in: bytes, at: &place), place + 3 <= bytes.count else { return false }
      key &+= Int64(bitPattern: difference)
      let weight = Double(UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8) * step
      let kind = Int(bytes[place + 2])
      place += 3
      guard kind < kinds.count, let length = number(in: bytes, at: &place), length <= UInt64(bytes.count - place) else {
        return false
      }
      body(key, weight, kinds[kind], place..<(place + Int(length)))
      place += Int(length)
    }
    return true
  }

  private static func cut(_ text: String) -> ArraySlice<UInt8> {
    let bytes = Array(text.utf8)
    guard bytes.count > greatestText else { return bytes[...] }
    var end = greatestText
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return bytes[..<end]
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(value & 0x7F) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  private static func number(in bytes: [UInt8], at place: inout Int) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}

/// The documents of a chunk that have a key: three bytes each, the place in the chunk and a rough weight.
enum PostingBlob {
  static let width = 3
  /// Rough weights are whole multiples of this: nothing says a thing more than eight times.
  private static let step = 8.0 / 255

  static func append(document: Int64, weight: Double, to bytes: inout [UInt8]) {
    let place = Int(document) % LinkIndexSchema.chunkSize
    bytes += [UInt8(place & 0xFF), UInt8(place >> 8), UInt8(min(255, max(1, (weight / step).rounded())))]
  }

  /// The bytes without those of one document.
  static func removing(document: Int64, from bytes: [UInt8]) -> [UInt8] {
    let place = Int(document) % LinkIndexSchema.chunkSize
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for start in stride(from: 0, to: bytes.count - bytes.count % width, by: width)
    where Int(bytes[start]) | Int(bytes[start + 1]) << 8 != place {
      result += bytes[start..<(start + width)]
    }
    return result
  }

  /// Adds `factor` times the rough weight of each document to its place in `sums`, which begins with the chunk's first.
  @inline(__always)
  static func add(_ bytes: UnsafeRawBufferPointer, times factor: Float, to sums: UnsafeMutableBufferPointer<Float>) {
    var start = 0
    while start + width <= bytes.count {
      let place = Int(bytes[start]) | Int(bytes[start + 1]) << 8
      if place < sums.count { sums[place] += factor * Float(bytes[start + 2]) * Float(step) }
      start += width
    }
  }
}
