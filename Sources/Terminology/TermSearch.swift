import Lexicon
import TextCore

extension TermRecognizer {
  /// Calls `body` with each place where terms stand: one pass over one text.
  @inline(__always)
  func search(_ bytes: UnsafeBufferPointer<UInt8>, nested: Bool, _ body: (TermOccurrence) -> Void) {
    if bytes.isEmpty { return }
    defer { extendLifetime(self) }  // the pointers are ours only as long as the store is
    let letters = FoldedAlphabet.unknownLatin
    let letterCount = alphabet.latinEnd &- letters
    let mask = FoldedAlphabet.codeMask
    var scanner = FoldedScanner(bytes, lookahead: trie.depth)
    defer { scanner.deallocate() }
    let candidates = UnsafeMutablePointer<(length: Int, key: Int)>.allocate(capacity: trie.depth + 1)
    defer { candidates.deallocate() }
    var position = 1
    while true {
      scanner.advance(past: position, alphabet)
      position = 1
      let codes = scanner.codes
      let limit = scanner.limit
      let notes = scanner.notes
      trie.note(codes, 1..<limit, latinEnd: alphabet.latinEnd, inWords: freeStarts.count != 0, in: notes)
      while position < limit {
        let note = notes[position]
        if note == 0 {
          position &+= 1
          continue
        }
        let code = codes[position] & mask
        var count = 0
        var next = position &+ 1
        var isStart = true
        if code &- letters >= letterCount {
          trie.forEachKey(codes + position, note: note) { length, key in
            candidates[count] = (length, key)
            count &+= 1
          }
        } else {
          isStart = (codes[position &- 1] & mask) &- letters >= letterCount
          if isFreeStart(code) {
            trie.forEachKey(codes + position) { length, key in
              candidates[count] = (length, key)
              count &+= 1
            }
          } else if isStart {
            next =
              position
              &+ trie.forEachKey(ofWord: codes + position, latinEnd: alphabet.latinEnd) { length, key in
                candidates[count] = (length, key)
                count &+= 1
              }
            if freeStarts.count != 0 { next = position &+ 1 }
          }
        }
        while count > 0 {
          count &-= 1
          let (length, key) = candidates[count]
          let end = position &+ length
          let isEnd =
            (codes[end] & mask) &- letters >= letterCount || (codes[end &- 1] & mask) &- letters >= letterCount
          let isBounded = isStart && isEnd
          if !isBounded, key < plainCount { continue }
          var changes: UInt16 = 0
          for index in position..<end { changes |= codes[index] }
          let occurrence = TermOccurrence(
            span: scanner.span(position, end), key: key, isFolded: changes & FoldedAlphabet.changed != 0,
            isBounded: isBounded)
          if key >= plainCount, !isAnyMet(at: occurrence, in: bytes) { continue }
          body(occurrence)
          if !nested {
            next = end
            break
          }
        }
        position = next
      }
      if scanner.isAtEnd { return }
    }
  }

  private func isFreeStart(_ code: UInt16) -> Bool {
    freeStarts.count != 0 && freeStarts.pointer[Int(code) >> 6] & 1 << UInt64(code & 63) != 0
  }

  /// Whether the text meets what some form of a key asks.
  private func isAnyMet(at occurrence: TermOccurrence, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let traits = KeyTraits(rawValue: traits.pointer[occurrence.key])
    if occurrence.isBounded, !traits.contains(.isConditional) { return true }
    if !occurrence.isBounded, !traits.contains(.isFree) { return false }
    return forms.range(of: occurrence.key).contains { isMet(forms.items.pointer[$0], at: occurrence, in: bytes) }
  }
}
