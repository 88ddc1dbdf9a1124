import Lexicon

/// Counts for which rewrites unknown words speak.
///
/// A word speaks for hundreds of rewrites, nearly all of which no other word speaks for. So a first round counts hashes
/// only, and a second one spells out the rewrites that several words agree on.
struct SubstitutionVotes {
  typealias Pair = SubstitutionInference.Pair
  let words: EnglishWordList

  /// The rewrites that two words at least speak for, each with the words and what they become.
  ///
  /// Costs, for each word, the number of known words that share its beginning or end.
  func votes(of types: [String]) -> [Pair: [String: String]] {
    let tokens = types.map { Array($0.utf8) }
    var table = HashCounts()
    for (number, token) in tokens.enumerated() {
      forEachRewrite(of: token) { hash, _, _, _ in table.count(hash, by: Int32(number)) }
    }
    var votes: [Pair: [String: String]] = [:]
    for (type, token) in zip(types, tokens) {
      forEachRewrite(of: token) { hash, garbled, word, original in
        guard table.isShared(hash) else { return }
        let letters = words.bytes(at: word)
        let pair = Pair(
          garbled: String(decoding: token[garbled], as: UTF8.self),
          original: String(decoding: letters[original], as: UTF8.self))
        if votes[pair]?[type] == nil { votes[pair, default: [:]][type] = String(decoding: letters, as: UTF8.self) }
      }
    }
    return votes.filter { $0.value.count > 1 }
  }

  /// Calls `body` for every rewrite that makes the token a known word: its hash, the bytes of the token that were
  /// replaced, the index of the known word, and the bytes of it that stood there before.
  private func forEachRewrite(
    of token: [UInt8], _ body: (_ hash: UInt64, _ garbled: Range<Int>, _ word: Int, _ original: Range<Int>) -> Void
  ) {
    guard token.count >= 3, token.count <= 40, token.allSatisfy({ $0 < 0x80 }) else { return }
    let symbols = token.indices.filter { !Characters.isLetter(token[$0]) }
    if let first = symbols.first, let last = symbols.last {
      // The replaced part holds all symbols and nothing else.
      if last - first < 4 { forEachWord(around: first..<(last + 1), of: token, hasSymbol: true, body) }
      return
    }
    // What was lost at the end leaves nothing behind it.
    for start in 0...token.count {
      for length in 0...4 where start + length <= token.count {
        forEachWord(around: start..<(start + length), of: token, hasSymbol: false, body)
      }
    }
  }

  private func forEachWord(
    around garbled: Range<Int>, of token: [UInt8], hasSymbol: Bool,
    _ body: (_ hash: UInt64, _ garbled: Range<Int>, _ word: Int, _ original: Range<Int>) -> Void
  ) {
    let (before, after) = (Array(token[..<garbled.lowerBound]), Array(token[garbled.upperBound...]))
    let kept = before.count + after.count
    guard kept >= (garbled.count > 2 ? 4 : 3) || hasSymbol, max(before.count, after.count) >= (hasSymbol ? 2 : 3) else {
      return
    }
    let prefixed = before.isEmpty ? 0..<words.count : words.indices(withPrefix: before)
    let suffixed = after.isEmpty ? 0..<words.count : words.reversedRange(withSuffix: after)
    let usesPrefix = prefixed.count <= suffixed.count
    for place in usesPrefix ? prefixed : suffixed {
      let index = usesPrefix ? place : words.index(inReversedOrder: place)
      let letters = words.bytes(at: index)
      let length = letters.count - kept
      guard length >= (garbled.isEmpty ? 2 : 1), length <= 7 else { continue }
      guard usesPrefix ? letters.suffix(after.count).elementsEqual(after) : letters.starts(with: before) else {
        continue
      }
      let original = before.count..<(before.count + length)
      // The shortest way to say a rewrite: nothing equal at its ends.
      if let first = garbled.first, token[first] == letters[original.lowerBound] { continue }
      if let last = garbled.last, token[last] == letters[original.upperBound - 1] { continue }
      guard let hash = Self.hash(token[garbled], letters[original]) else { continue }
      body(hash, garbled, index, original)
    }
  }

  /// FNV-1a over both parts; nil when the second one is not all letters.
  private static func hash(_ garbled: ArraySlice<UInt8>, _ original: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in garbled { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ 0x1F) &* 0x100_0000_01B3
    for byte in original {
      guard Characters.isLetter(byte) else { return nil }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}

/// Which hashes more than one voter gave.
private struct HashCounts {
  private var keys: [UInt64] = Array(repeating: 0, count: 1 << 12)
  /// The first voter, or -1 when there were several.
  private var voters: [Int32] = Array(repeating: 0, count: 1 << 12)
  private var used = 0

  mutating func count(_ hash: UInt64, by voter: Int32) {
    let slot = slot(of: hash)
    if keys[slot] == 0 {
      keys[slot] = hash | 1
      voters[slot] = voter
      used += 1
      if used * 2 > keys.count { grow() }
    } else if voters[slot] != voter {
      voters[slot] = -1
    }
  }

  func isShared(_ hash: UInt64) -> Bool {
    let slot = slot(of: hash)
    return keys[slot] != 0 && voters[slot] < 0
  }

  private func slot(of hash: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while keys[slot] != 0, keys[slot] != hash | 1 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldVoters) = (keys, voters)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    voters = Array(repeating: 0, count: oldKeys.count * 2)
    for (key, voter) in zip(oldKeys, oldVoters) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      voters[slot] = voter
    }
  }
}
