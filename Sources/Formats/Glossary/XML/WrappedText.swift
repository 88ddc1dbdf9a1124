/// Text that a program has wrapped and indented along with its tags.
enum WrappedText {
  /// The text in the lines it was meant to have: a line end before an indented line becomes a space, and there is no
  /// white space at the ends.
  static func unwrapped(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return text }
    if first > 0x20, last > 0x20, !text.contains(byte: 0x0A) { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == 0x0A else {
        result.append(bytes[index])
        index = bytes.index(after: index)
        continue
      }
      var next = bytes.index(after: index)
      let isIndented = next < bytes.endIndex && (bytes[next] == 0x20 || bytes[next] == 0x09)
      if isIndented {
        while next < bytes.endIndex, bytes[next] == 0x20 || bytes[next] == 0x09 { next = bytes.index(after: next) }
        while let before = result.last, before == 0x20 || before == 0x09 { result.removeLast() }
        result.append(next < bytes.endIndex && bytes[next] == 0x0A ? 0x0A : 0x20)
        if next < bytes.endIndex && bytes[next] == 0x0A { next = bytes.index(after: next) }
      } else {
        result.append(0x0A)
      }
      index = next
    }
    return String(decoding: result, as: UTF8.self).trimmed
  }
}
