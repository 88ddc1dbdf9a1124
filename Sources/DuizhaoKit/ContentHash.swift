/// A short name for contents: two 64-bit FNV-1a hashes, one of them over the bytes in another order of bits.
///
/// Good against chance, not against somebody who wants two contents to agree.
struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  private var first: UInt64 = 0xcbf2_9ce4_8422_2325
  private var second: UInt64 = 0x6c62_272e_07bb_0142

  init() {}

  init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  /// Adds a part; where one part ends and the next begins counts.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    var count: UInt64 = 0
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
      second = (second ^ UInt64(~byte)) &* 0x9e37_79b9_7f4a_7c15
      second ^= second >> 29
      count &+= 1
    }
    first = (first ^ count) &* 0x100_0000_01b3
    second = (second &+ count) &* 0x9e37_79b9_7f4a_7c15
  }

  mutating func add(_ text: String) { add(text.utf8) }

  /// 32 hexadecimal digits.
  var description: String {
    func digits(_ value: UInt64) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }
    return digits(first) + digits(second)
  }
}
