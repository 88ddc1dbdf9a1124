import Testing

@testable import Lexicon

struct DoubleArrayTrieTests {
  @Test func `finds all keys that a text begins with`() throws {
    let keys = ["淘", "淘宝", "淘宝村", "城市", "a", "ab", "abc", "é", "🙂", "淘宝a"]
    let trie = try trie(of: keys)
    let text = Array("淘宝村a".utf8)
    var found: [String] = []
    text.withUnsafeBufferPointer { bytes in trie.forEachMatch(in: bytes, at: 0) { found.append(keys[Int($1)]) } }
    #expect(found == ["淘", "淘宝", "淘宝村"])
    for (index, key) in keys.enumerated() { #expect(trie.value(of: key) == Int32(index)) }
    for absent in ["", "宝", "淘宝村民", "b", "abcd", "城", "\0", "🙃"] { #expect(trie.value(of: absent) == nil) }
  }

  private func trie(of keys: [String]) throws -> DoubleArrayTrie {
    try DoubleArrayTrie(
      store: ByteStore(copying: DoubleArrayTrie.compiled(from: keys.enumerated().map { (Array($1.utf8), Int32($0)) })))
  }
}
