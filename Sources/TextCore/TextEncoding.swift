/// An encoding we read and write.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case gb18030 = "gb18030"
  case gbk = "gbk"
  case big5 = "big5"
  case windows1252 = "windows-1252"

  /// Creates the encoding that people call `name`, in any case: `UTF8`, `gb2312`, `Big5-HKSCS` and the like.
  public init?(named name: String) {
    switch name.lowercased().replacing("_", with: "-") {
    case "utf-8", "utf8", "ascii", "us-ascii": self = .utf8
    case "utf-16", "utf16", "utf-16le", "utf16le", "ucs-2": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    case "gb18030", "gb-18030": self = .gb18030
    case "gbk", "cp936", "gb2312", "gb-2312", "windows-936", "x-gbk": self = .gbk
    case "big5", "big5-hkscs", "cp950", "big-5", "windows-950": self = .big5
    case "windows-1252", "cp1252", "latin1", "latin-1", "iso-8859-1": self = .windows1252
    default: return nil
    }
  }

  /// The name under which ICU knows it.
  var icuName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "gb18030"
    case .gbk: "windows-936-2000"
    case .big5: "Big5-HKSCS"
    case .windows1252: "windows-1252"
    }
  }

  /// The mark without which readers do not know the encoding; empty where it is not usual.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    default: []
    }
  }

  /// Every name, for messages.
  static var allNames: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
