import Testing

@testable import Lexicon

struct DoubleArrayTrieTests {
  @Test func `finds all keys that a text begins with`() throws {
    let keys = ["淘", "淘宝", "淘宝村", "城市", "a", "ab", "abc", "é", "🙂", "淘宝a", "0"]
    let trie = try trie(of: keys.map { Array($0.utf8) })
    var found: [String] = []
    Array("淘宝村a".utf8).withUnsafeBufferPointer { bytes in
      trie.forEachMatch(in: bytes, at: 0) { found.append(keys[Int($1)]) }
    }
    #expect(found == ["淘", "淘宝", "淘宝村"])
    for (index, key) in keys.enumerated() { #expect(trie.value(of: key) == Int32(index)) }
    for absent in ["", "宝", "淘宝村民", "b", "abcd", "城", "\0", "🙃", "00"] { #expect(trie.value(of: absent) == nil) }
  }

  @Test func `takes the longest keys from left to right`() throws {
    let trie = try trie(of: ["中国", "中国人民", "人民", "民"].map { Array($0.utf8) })
    var found: [[Int]] = []
    Array("在中国人民民中".utf8).withUnsafeBufferPointer { bytes in
      trie.forEachLongestMatch(in: bytes) { found.append([$0, $1, Int($2)]) }
    }
    #expect(found == [[3, 12, 1], [15, 3, 3]])
  }

  @Test func `leaves out empty keys and keeps the first of equal ones`() throws {
    let compiled = DoubleArrayTrie.compiled(from: [([], 1), ([0x61], 2), ([0x61], 3), ([0x61, 0], 4)])
    let trie = try DoubleArrayTrie(store: ByteStore(copying: compiled))
    #expect(trie.value(of: "a") == 2)
    #expect(trie.value(of: "") == nil)
    #expect(trie.value(of: "a\0") == nil)
    let empty = try DoubleArrayTrie(store: ByteStore(copying: DoubleArrayTrie.compiled(from: [])))
    for text in ["", "a", "淘宝", "\0"] { #expect(empty.value(of: text) == nil) }
  }

  @Test func `agrees with a slow obvious dictionary`() throws {
    var generator = SeededGenerator(seed: 2026)
    let alphabets: [[[UInt8]]] = [
      ["a", "b", "c"].map { Array($0.utf8) },
      ["淘", "宝", "村", "城", "市", "a", " ", "é", "🙂", "𠮷"].map { Array($0.utf8) },
      (0x4E00..<0x4F00).map { Array(String(Unicode.Scalar($0)!).utf8) },
      (0..<256).map { [UInt8($0)] },
      [0xE6, 0xB7, 0x98, 0x80, 0xC3, 0x61].map { [$0] },
    ]
    for (round, alphabet) in (0..<60).map({ ($0, alphabets[$0 % alphabets.count]) }) {
      var dictionary: [[UInt8]: Int32] = [:]
      for value in 0..<Int32([3, 30, 600][round % 3]) {
        let key = word(from: alphabet, maxLength: 5, &generator)
        if !key.isEmpty, !key.contains(0), dictionary[key] == nil { dictionary[key] = value }
      }
      let keys = dictionary.sorted { $0.value < $1.value }.map { (key: $0.key, value: $0.value) }
      let trie = try DoubleArrayTrie(store: ByteStore(copying: DoubleArrayTrie.compiled(from: keys)))
      for (key, value) in keys { #expect(trie.value(of: key) == value) }
      let text = word(from: alphabet, maxLength: 200, &generator)
      for start in text.indices {
        var expected: [[Int]] = []
        for length in 1...min(25, text.count - start) {
          if let value = dictionary[Array(text[start..<(start + length)])] { expected.append([length, Int(value)]) }
        }
        var found: [[Int]] = []
        text.withUnsafeBufferPointer { trie.forEachMatch(in: $0, at: start) { found.append([$0, Int($1)]) } }
        #expect(found == expected, "round \(round), at \(start) of \(text)")
      }
    }
  }

  @Test func `damaged data give an error or a defined answer`() {
    let keys = ["淘宝", "淘宝村", "a", "ab", "城市大脑"].enumerated().map { (Array($1.utf8), Int32($0)) }
    // The table of first characters alone has 256 KiB: keys that are no UTF-8 do without it.
    let small = DoubleArrayTrie.compiled(from: keys + [([0xFF], 9)])
    let text = Array("在淘宝村ab城市大脑\u{FFFD}".utf8)
    func use(_ store: ByteStore) throws(LexiconError) {
      let trie = try DoubleArrayTrie(store: store)
      text.withUnsafeBufferPointer { bytes in
        for start in -1...bytes.count { trie.forEachMatch(in: bytes, at: start) { _, _ in } }
      }
    }
    checkDamage(small, use: use)
    let whole = DoubleArrayTrie.compiled(from: keys)
    for word in stride(from: 0, to: whole.count - 4, by: 1_021) {
      var copy = whole
      for offset in 0..<4 { copy[word + offset] = 0x7F }
      try? use(ByteStore(copying: copy))
    }
  }

  private func word(from alphabet: [[UInt8]], maxLength: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 1...maxLength, using: &generator)).flatMap { _ in alphabet.randomElement(using: &generator)! }
  }

  private func trie(of keys: [[UInt8]]) throws -> DoubleArrayTrie {
    try DoubleArrayTrie(
      store: ByteStore(copying: DoubleArrayTrie.compiled(from: keys.enumerated().map { ($1, Int32($0)) })))
  }
}
