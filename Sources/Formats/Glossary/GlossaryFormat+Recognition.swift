extension GlossaryFormat {
  /// The format that a file is in, by what it holds: the root element of an XML file, whatever the file is called.
  ///
  /// Nil for files that are not XML, and for XML of another kind.
  public static func recognized(in bytes: [UInt8]) -> GlossaryFormat? {
    switch XMLHead.rootName(of: bytes) {
    case "tbx", "TBX", "martif": .tbx
    case "tmx": .tmx
    case "xliff": .xliff
    case "mtf": .multiTerm
    default: nil
    }
  }
}

/// The beginning of an XML file, read without a parser.
enum XMLHead {
  /// How far the root element is looked for.
  private static let limit = 1 << 16

  /// The name of the root element without prefix; nil where there is none near the beginning.
  static func rootName(of bytes: [UInt8]) -> String? {
    var head = bytes.prefix(limit)
    // In UTF-16 every other byte of a tag is zero.
    if head.prefix(4).contains(0) || head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      head = ArraySlice(head.filter { $0 != 0 })
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      head = head.dropFirst(3)
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      head = head.dropFirst(2)
    }
    while true {
      head = head.drop { isSpace($0) }
      guard head.popFirst() == UInt8(ascii: "<") else { return nil }
      if head.starts(with: "!--".utf8) {
        guard skip(&head, to: "-->") else { return nil }
      } else if head.first == UInt8(ascii: "?") {
        guard skip(&head, to: "?>") else { return nil }
      } else if head.first == UInt8(ascii: "!") {
        guard skipDeclaration(&head) else { return nil }
      } else {
        break
      }
    }
    let name = head.prefix { !isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    guard let local = name.split(separator: UInt8(ascii: ":")).last, local.count <= 64 else { return nil }
    return String(decoding: local, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Goes behind the mark; false when it does not come.
  private static func skip(_ head: inout ArraySlice<UInt8>, to mark: StaticString) -> Bool {
    let mark = Array("\(mark)".utf8)
    while !head.isEmpty {
      if head.starts(with: mark) {
        head = head.dropFirst(mark.count)
        return true
      }
      head = head.dropFirst()
    }
    return false
  }

  /// Goes behind a document type with the declarations that it may hold in brackets.
  private static func skipDeclaration(_ head: inout ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var quote: UInt8?
    while let byte = head.popFirst() {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">"):
        if depth == 0 { return true }
        depth -= 1
      default: break
      }
    }
    return false
  }
}
