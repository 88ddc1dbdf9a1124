/// The common head of all compiled files, and how their sections are written.
///
/// A file is: `DUIZHAO` and a zero byte; eight letters that name its kind; version and number of sections (32 bits
/// each); offset and length of each section (64 bits each); the sections, each at a multiple of 8. Little-endian.
package struct CompiledDataWriter {
  static let magic: [UInt8] = Array("DUIZHAO\0".utf8)
  private let kind: String
  private let version: UInt32
  private var sections: [[UInt8]] = []

  package init(kind: String, version: UInt32) {
    self.kind = kind
    self.version = version
  }

  package mutating func append(_ section: [UInt8]) { sections.append(section) }

  package mutating func append<Number: BitwiseCopyable>(numbers: [Number]) {
    sections.append(numbers.withUnsafeBytes { Array($0) })
  }

  /// Appends two sections: where each string begins (and the last one ends), and the bytes of all strings.
  package mutating func append(strings: some Sequence<some Sequence<UInt8>>) {
    var starts: [UInt32] = [0]
    var bytes: [UInt8] = []
    for string in strings {
      bytes.append(contentsOf: string)
      starts.append(UInt32(bytes.count))
    }
    append(numbers: starts)
    append(bytes)
  }

  /// Appends two sections: where each list begins (and the last one ends), and the items of all lists.
  package mutating func append<Number: BitwiseCopyable>(lists: some Sequence<[Number]>) {
    var starts: [UInt32] = [0]
    var items: [Number] = []
    for list in lists {
      items.append(contentsOf: list)
      starts.append(UInt32(items.count))
    }
    append(numbers: starts)
    append(numbers: items)
  }

  package func bytes() -> [UInt8] {
    var result = Self.magic
    result.append(contentsOf: CompiledDataReader.kindBytes(kind))
    append(version, to: &result)
    append(UInt32(sections.count), to: &result)
    var offset = result.count + 16 * sections.count
    for section in sections {
      offset = (offset + 7) & ~7
      append(UInt64(offset), to: &result)
      append(UInt64(section.count), to: &result)
      offset += section.count
    }
    for section in sections {
      while result.count % 8 != 0 { result.append(0) }
      result.append(contentsOf: section)
    }
    return result
  }

  private func append<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// The sections of a compiled file, their bounds checked once when it is opened.
///
/// Costs O(sections).
package struct CompiledDataReader {
  private let store: ByteStore
  private let sections: [Range<Int>]

  static func kindBytes(_ kind: String) -> [UInt8] {
    Array((Array(kind.utf8) + [UInt8](repeating: 0, count: 8)).prefix(8))
  }

  package init(_ store: ByteStore, kind: String, version: UInt32, sectionCount: Int) throws(LexiconError) {
    let store = store.aligned
    let bytes = store.bytes
    guard bytes.count >= 24 else { throw .truncated }
    guard bytes[0..<8].elementsEqual(CompiledDataWriter.magic), bytes[8..<16].elementsEqual(Self.kindBytes(kind)) else {
      throw .foreignData(expected: kind)
    }
    let found = bytes.load(fromByteOffset: 16, as: UInt32.self)
    guard found == version else { throw .unsupportedVersion(found: found, expected: version) }
    guard bytes.load(fromByteOffset: 20, as: UInt32.self) == UInt32(sectionCount) else {
      throw .foreignData(expected: kind)
    }
    guard bytes.count >= 24 + 16 * sectionCount else { throw .truncated }
    var sections: [Range<Int>] = []
    for index in 0..<sectionCount {
      let offset = bytes.load(fromByteOffset: 24 + 16 * index, as: UInt64.self)
      let length = bytes.load(fromByteOffset: 32 + 16 * index, as: UInt64.self)
      guard offset <= UInt64(bytes.count), length <= UInt64(bytes.count) - offset else { throw .truncated }
      guard offset % 8 == 0 else { throw .malformedSection(index) }
      sections.append(Int(offset)..<Int(offset + length))
    }
    self.store = store
    self.sections = sections
  }

  package func numbers<Number: BitwiseCopyable>(_ section: Int, as type: Number.Type = Number.self) throws(LexiconError)
    -> StoredArray<Number>
  {
    let range = sections[section]
    guard range.count % MemoryLayout<Number>.stride == 0 else { throw .malformedSection(section) }
    return StoredArray(store.part(range))
  }

  /// The strings that two sections hold, beginning with this one.
  package func strings(_ section: Int) throws(LexiconError) -> StoredLists<UInt8> { try lists(section) }

  /// The lists that two sections hold, beginning with this one.
  package func lists<Number: BitwiseCopyable>(_ section: Int) throws(LexiconError) -> StoredLists<Number> {
    let starts: StoredArray<UInt32> = try numbers(section)
    guard starts.count > 0 else { throw .malformedSection(section) }
    return StoredLists(starts: starts, items: try numbers(section + 1))
  }

  package func store(_ section: Int) -> ByteStore { store.part(sections[section]) }
}

/// Numbers in compiled data.
///
/// Reading outside the bounds gives nil or stops, never another section.
@usableFromInline package struct StoredArray<Number: BitwiseCopyable>: @unchecked Sendable {
  @usableFromInline package let pointer: UnsafePointer<Number>
  @usableFromInline package let count: Int
  private let store: ByteStore

  /// The store must be aligned for `Number` and hold a whole count of them.
  init(_ store: ByteStore) {
    self.store = store
    let count = store.bytes.count / MemoryLayout<Number>.stride
    if let base = store.bytes.baseAddress, count > 0 {
      pointer = base.assumingMemoryBound(to: Number.self)
      self.count = count
    } else {
      pointer = UnsafePointer(bitPattern: 16)!
      self.count = 0
    }
  }

  @inlinable package subscript(index: Int) -> Number {
    precondition(index >= 0 && index < count, "outside the stored array")
    return pointer[index]
  }

  @inlinable package var buffer: UnsafeBufferPointer<Number> { UnsafeBufferPointer(start: pointer, count: count) }
}

/// Lists, or strings, of different lengths in compiled data.
///
/// Damaged bounds give shorter lists, never a crash.
@usableFromInline package struct StoredLists<Number: BitwiseCopyable>: Sendable {
  @usableFromInline package let starts: StoredArray<UInt32>
  @usableFromInline package let items: StoredArray<Number>

  @inlinable package var count: Int { starts.count - 1 }

  /// The bounds of a list in ``items``; empty for an index that is none.
  @inlinable package func range(of index: Int) -> Range<Int> {
    guard index >= 0, index < count else { return 0..<0 }
    let start = min(Int(starts[index]), items.count)
    return start..<min(max(Int(starts[index + 1]), start), items.count)
  }

  @inlinable package subscript(index: Int) -> UnsafeBufferPointer<Number> {
    UnsafeBufferPointer(rebasing: items.buffer[range(of: index)])
  }
}

extension StoredLists<UInt8> {
  package func string(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }
}
