/// What a glossary database knows about one of its glossaries.
public struct GlossaryInfo: Hashable, Sendable, Codable {
  /// What a glossary is for.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
    /// Terms that somebody decided on.
    case project
    /// A dictionary to fall back on.
    case reference
    /// Terms that must not be used.
    case forbidden
    /// Names of people, places and organisations.
    case names
  }

  /// Unique in its database.
  public var name: String
  /// The place in the order of priority: the lowest rank wins.
  public var rank: Int
  public var kind: Kind
  public var licence: String?
  public var version: String?
  /// Where the data comes from, by name.
  public var source: String?

  public init(
    name: String, rank: Int = 100, kind: Kind = .project, licence: String? = nil, version: String? = nil,
    source: String? = nil
  ) {
    self.name = name
    self.rank = rank
    self.kind = kind
    self.licence = licence
    self.version = version
    self.source = source
  }

  /// A UUID made from the name alone (version 8 of RFC 9562), so that two builds of a database are the same.
  public var uuid: String { NamedUUID.string(for: "duizhao glossary \(name)") }
}

/// UUIDs that are made from a name, never from chance.
enum NamedUUID {
  static func string(for name: String) -> String {
    var digits = Array((hex(fnv1a(name.utf8)) + hex(fnv1a(name.utf8.reversed()))).utf8)
    digits[12] = UInt8(ascii: "8")
    digits[16] = UInt8(ascii: "a")
    var result = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { result += "-" }
      result.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return result
  }

  /// The FNV-1a hash of the bytes, 64 bits.
  private static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
