import TextCore

/// Terms to look up, one a line.
public enum LookupInput {
  /// The queries of a text: its lines without space at their ends, empty ones left out.
  ///
  /// A text whose lines are UTF-8, but for a few, is read line by line: what is broken becomes U+FFFD, and `onNotice` is
  /// told where. Any other encoding is detected for the text as a whole.
  /// - Throws: ``InputError`` for an empty text, and one in no encoding we know.
  public static func queries(
    in bytes: [UInt8], path: String, onNotice: (String) -> Void
  ) throws(InputError) -> [String] {
    if bytes.isEmpty { throw InputError(path: path, .emptyFile) }
    let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A }
    let broken = lines.indices.filter { String(validating: lines[$0], as: UTF8.self) == nil }
    let isMostlyUTF8 = zip(lines.indices, lines).contains { index, line in
      line.contains { $0 >= 0x80 } && !broken.contains(index)
    }
    if broken.isEmpty || (isMostlyUTF8 && !bytes.contains(0)) {
      for index in broken {
        onNotice("\(path):\(index + 1): warning: not valid UTF-8; read with � for the broken bytes")
      }
      return lines.flatMap { queries(in: String(decoding: $0, as: UTF8.self)) }
    }
    return queries(in: try SourceText(path: path, bytes: bytes).text.string)
  }

  private static func queries(in text: String) -> [String] {
    text.unicodeScalars.split(whereSeparator: endsLine).compactMap { line in
      let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
      guard let first = line.firstIndex(where: { !isBlank($0) }), let last = line.lastIndex(where: { !isBlank($0) })
      else { return nil }
      return String(line[first...last])
    }
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
