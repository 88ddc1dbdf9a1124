import GRDB

/// A number that stands for all that was ever written into a glossary: it changes with every write, and two databases of
/// one history have the same.
///
/// Not for safety against forgery: a chain of multiplications over what is bound to statements.
final class DataStamp {
  private(set) var value: UInt64
  private var first: UInt64 = 0

  /// Whether something was written since.
  var isTouched: Bool { value != first }

  /// Goes on from the version that a glossary has.
  init(after version: String) {
    value = 0x9E37_79B9_7F4A_7C15
    mix(version)
    first = value
  }

  /// The stamp as it is stored: 16 hexadecimal digits.
  var version: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  func mix(number: Int64) { mix(word: UInt64(bitPattern: number)) }

  func mix(_ text: String) {
    var text = text
    text.withUTF8 { mix($0) }
  }

  /// Takes in bytes, eight at a time, and their number.
  func mix(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset &+ 8 <= raw.count {
      mix(word: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest << 8 | UInt64(raw[offset])
      offset &+= 1
    }
    mix(word: rest)
    mix(word: UInt64(raw.count) | 1 << 63)
  }

  private func mix(word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    value = product.high ^ product.low &+ 0xE703_7ED1_A0B4_28DB
  }
}

extension GlossaryStore {
  /// A short text that changes whenever something in the glossaries changes, for files made from them to be kept by.
  ///
  /// Costs one query over a table of a few rows.
  /// - Parameter kinds: The kinds of glossary that count.
  public func dataVersion(
    of kinds: Set<GlossaryInfo.Kind> = Set(GlossaryInfo.Kind.allCases)
  ) throws(StoreError) -> String {
    try reading { database in
      let stamp = DataStamp(after: "")
      let rows = try Row.fetchAll(
        database, sql: "SELECT name, rank, kind, data_version FROM glossary ORDER BY rank, name")
      for row in rows where GlossaryInfo.Kind(rawValue: row[2]).map(kinds.contains) ?? true {
        stamp.mix(row[0] as String)
        stamp.mix(number: row[1])
        stamp.mix(row[3] as String)
      }
      return stamp.version
    }
  }
}
