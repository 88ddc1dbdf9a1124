import TextCore

/// A stretch of misread UTF-8, read right.
struct MisreadReading {
  /// A part of it.
  struct Part {
    let range: Range<Int>
    /// What stood here, or nil where a lost byte leaves it open.
    var scalars: [UInt32]?
  }

  /// The whole stretch, part after part.
  let range: Range<Int>
  let parts: [Part]
  /// Whether lost bytes were filled in.
  let filledIn: Bool
}

/// Reads GBK characters as the UTF-8 bytes they were: a beam search, because some bytes are lost.
struct MisreadSearch {
  private let text: ScalarText
  private let model: CharacterModel
  /// Steps that may still be made; grows with the text, so that hostile text costs no more than a fixed sum per byte.
  private var budget: Int

  /// One way to read the bytes so far.
  private struct State {
    /// The bits of a sequence that is not complete, and how many of its bytes were read.
    var value: UInt32 = 0
    var read = 0
    var last: UInt32 = 0
    var score = 0.0
    var node: Int32 = -1
    var lost = 0
  }

  /// A character of some states.
  private struct Node {
    let scalar: UInt32
    let parent: Int32
    /// The index behind the character of the text that held its last byte.
    let end: Int
    /// Whether that character held nothing of what follows.
    let isWhole: Bool
  }

  private var nodes: [Node] = []

  private static let beamWidth = 160
  /// How many states are tried with all the bytes that may be lost.
  private static let openWidth = 12
  private static let clearMargin = 0.5

  init(_ text: ScalarText) {
    self.text = text
    model = CharacterModel(text) { _ in false }
    budget = 300_000 + text.count * 100
  }

  /// The reading of the stretch that begins at `start`, or nil if it makes no sense as UTF-8.
  mutating func reading(from start: Int) -> MisreadReading? {
    nodes.removeAll(keepingCapacity: true)
    var states = [State()]
    var index = start
    while index < text.count, budget > 0, let bytes = bytes(of: text[index]) {
      let goesOn = self.bytes(of: text[index + 1])?.isEmpty == false
      let next = bytes.isEmpty ? filled(states, at: index, goesOn: goesOn) : fed(states, bytes, at: index)
      if next.isEmpty { break }
      states = next
      index += 1
      if bytes.isEmpty && !goesOn { break }  // the `?` swallowed an ASCII byte, or the end of the line
    }
    return judged(states, from: start, to: index)
  }

  /// The bytes a character stands for; none for `?`; nil if it ends the stretch.
  private func bytes(of scalar: UInt32) -> [UInt8]? {
    if scalar == 0x3F { return [] }
    if scalar == 0x20AC { return [0x80] }
    guard scalar >= 0x80, let code = GBKCode.code(of: scalar), code & 0xFF >= 0x80 else { return nil }
    return [UInt8(code >> 8), UInt8(code & 0xFF)]
  }

  // MARK: Reading on

  private mutating func fed(_ states: [State], _ bytes: [UInt8], at index: Int) -> [State] {
    let plain = states.compactMap { fed($0, bytes, at: index) }
    if !plain.isEmpty { return pruned(plain) }
    // Nothing fits: the decoder dropped a pair, or two, of the user-defined area before this character.
    var current = states
    for _ in 0..<2 {
      var widened: [State] = []
      for state in current.prefix(Self.openWidth) { appendDroppedPairs(after: state, at: index, to: &widened) }
      current = pruned(widened)
      let fitting = current.compactMap { fed($0, bytes, at: index) }
      if !fitting.isEmpty { return pruned(fitting) }
    }
    return []
  }

  private mutating func fed(_ state: State, _ bytes: [UInt8], at index: Int) -> State? {
    var state = state
    for (offset, byte) in bytes.enumerated()
    where !feed(byte, to: &state, at: index, isLast: offset == bytes.count - 1) { return nil }
    return state
  }

  /// Reads one byte; false if UTF-8 (of three bytes, as Chinese is) cannot have it here.
  private mutating func feed(_ byte: UInt8, to state: inout State, at index: Int, isLast: Bool) -> Bool {
    budget -= 1
    if state.read == 0 {
      guard (0xE2...0xEF).contains(byte) else { return false }
      state.value = UInt32(byte & 0x0F)
      state.read = 1
      return true
    }
    guard byte & 0xC0 == 0x80 else { return false }
    state.value = state.value << 6 | UInt32(byte & 0x3F)
    state.read += 1
    if state.read < 3 { return true }
    let scalar = state.value
    guard Self.isPlausible(scalar) else { return false }
    state.score += model.logProbability(of: scalar, after: state.last)
    nodes.append(Node(scalar: scalar, parent: state.node, end: index + 1, isWhole: isLast))
    state.node = Int32(nodes.count - 1)
    state.last = scalar
    state.read = 0
    state.value = 0
    return true
  }

  /// Han and the marks that go with it.
  private static func isPlausible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2010...0x2027, 0x2030...0x203E, 0x2190...0x21FF, 0x2460...0x24FF, 0x25A0...0x26FF, 0x3000...0x30FF,
      0xFF01...0xFF5E, 0xFFE5:
      true
    default: scalar.isHan
    }
  }

  /// The states after a pair that the decoder dropped: rows AA-AF with a second byte from A1.
  private mutating func appendDroppedPairs(after state: State, at index: Int, to result: inout [State]) {
    guard state.read > 0, budget > 0 else { return }
    appendPairs(after: state, at: index - 1, to: &result) { lead, trail in
      (0xAA...0xAF).contains(lead) && trail >= 0xA1 || (0xA1...0xA7).contains(lead) && trail <= 0xA0
    }
  }

  /// The states after a pair that is no character and became `?`.
  private mutating func appendLostPairs(after state: State, at index: Int, to result: inout [State]) {
    guard state.read > 0, budget > 0 else { return }
    appendPairs(after: state, at: index, to: &result) { lead, trail in
      lead >= 0xA0 && GBKCode.scalar(lead, trail) == nil
    }
  }

  /// The states after two bytes of UTF-8 that GBK has no character for.
  private mutating func appendPairs(
    after state: State, at index: Int, to result: inout [State], where isLost: (UInt8, UInt8) -> Bool
  ) {
    for lead in UInt8(0xA0)...0xBF {
      var half = state
      guard feed(lead, to: &half, at: index, isLast: true) else { continue }
      for trail in UInt8(0x80)...0xE9 where (trail <= 0xBF || trail >= 0xE3) && isLost(lead, trail) {
        var next = half
        guard feed(trail, to: &next, at: index, isLast: true) else { continue }
        next.lost += 1
        next.score -= 2
        result.append(next)
      }
    }
  }

  /// The states after `?` at `index`, which stands for the last byte of a sequence and perhaps an ASCII byte, or, with
  /// misread text behind it, for two bytes.
  private mutating func filled(_ states: [State], at index: Int, goesOn: Bool) -> [State] {
    var result: [State] = []
    if SyllableTable.begins(at: index + 1, in: text) { return [] }  // a shift, not a misreading
    if goesOn {
      for state in states.prefix(Self.openWidth) { appendLostPairs(after: state, at: index, to: &result) }
      return pruned(result)
    }
    let endsLine = text[index + 1] == 0 || text[index + 1] == 0x0A || text[index + 1] == 0x0D
    for state in states where state.read == 2 {
      for byte in UInt8(0x80)...0xBF {
        var next = state
        guard feed(byte, to: &next, at: index, isLast: true) else { continue }
        next.lost += 1
        if endsLine, Self.leadsOn(next.last) { next.score -= 3 }
        result.append(next)
      }
    }
    return pruned(result)
  }

  /// Whether lines seldom end with the mark: a comma, or an opening parenthesis.
  private static func leadsOn(_ mark: UInt32) -> Bool { mark == 0xFF0C || mark == 0xFF08 || mark == 0x3001 }

  /// The likeliest states.
  ///
  /// Of those that go on alike only the best two are kept: the answer, and a rival to measure how clear it is.
  private func pruned(_ states: [State]) -> [State] {
    if states.count <= 2 { return states }
    var alike: [UInt64: Int] = [:]
    var result: [State] = []
    for state in states.sorted(by: Self.isLikelier) {
      let key = UInt64(state.last) << 32 | UInt64(state.value) << 4 | UInt64(state.read)
      if alike[key, default: 0] >= 2 { continue }
      alike[key, default: 0] += 1
      result.append(state)
      if result.count == Self.beamWidth { break }
    }
    return result
  }

  private static func isLikelier(_ a: State, _ b: State) -> Bool { (a.score, b.node) > (b.score, a.node) }

  // MARK: Judging

  private func judged(_ states: [State], from start: Int, to end: Int) -> MisreadReading? {
    let ranked = states.sorted(by: Self.isLikelier)
    guard let best = ranked.first else { return nil }
    let path = path(of: best)
    guard isBelievable(best, path.map(\.scalar), from: start, to: end) else { return nil }
    if path.isEmpty && best.lost == 0 { return nil }
    let rivals = ranked.dropFirst().prefix { best.score - $0.score < Self.clearMargin }.map { self.path(of: $0) }
    var parts = self.parts(path, rivals: rivals, from: start, to: end)
    if text[end - 1] == 0x3F, let swallowed = Self.swallowed(before: text[end]) {
      parts[parts.count - 1].scalars?.append(swallowed)
    }
    return MisreadReading(range: start..<end, parts: parts, filledIn: best.lost > 0)
  }

  /// What stands for the ASCII character that the last `?` swallowed together with a byte.
  ///
  /// Before a word it was a space, most likely. Before a digit or a mark nobody can tell: it may have been a digit.
  private static func swallowed(before next: UInt32) -> UInt32? {
    if next.isASCIILetter { return 0x20 }
    return next > 0x20 && next < 0x7F ? 0xFFFD : nil
  }

  /// The stretch in parts: known, and open where a rival that is about as likely reads another character.
  ///
  /// Parts begin and end where a character of the text holds bytes of one part alone.
  private func parts(_ path: [Node], rivals: [[Node]], from start: Int, to end: Int) -> [MisreadReading.Part] {
    var parts: [MisreadReading.Part] = []
    var position = start
    func add(_ scalars: [UInt32]?, upTo index: Int) {
      guard index > position else {  // a character whose bytes the decoder dropped altogether
        if let scalars, !parts.isEmpty { parts[parts.count - 1].scalars? += scalars }
        return
      }
      if let last = parts.last, (last.scalars == nil) == (scalars == nil) {
        parts[parts.count - 1] = MisreadReading.Part(
          range: last.range.lowerBound..<index, scalars: scalars.map { (last.scalars ?? []) + $0 })
      } else {
        parts.append(MisreadReading.Part(range: position..<index, scalars: scalars))
      }
      position = index
    }
    var block: [Node] = []
    for node in path {
      block.append(node)
      guard node.isWhole else { continue }
      let isKnown = block.allSatisfy { isSure($0, rivals) }
      add(isKnown ? block.map(\.scalar) : nil, upTo: node.end)
      block = []
    }
    add(nil, upTo: end)
    return parts
  }

  private func isSure(_ node: Node, _ rivals: [[Node]]) -> Bool {
    rivals.allSatisfy { rival in rival.contains { $0.end == node.end && $0.scalar == node.scalar } }
  }

  private func path(of state: State) -> [Node] {
    var result: [Node] = []
    var at = state.node
    while at >= 0 {
      result.append(nodes[Int(at)])
      at = nodes[Int(at)].parent
    }
    return result.reversed()
  }

  /// Whether the reading is Chinese, and more so than the text as it stands.
  private func isBelievable(_ state: State, _ scalars: [UInt32], from start: Int, to end: Int) -> Bool {
    let han = scalars.filter(\.isHan)
    let common = han.count { CommonCharacters.contains($0) }
    let standing = (start..<end).filter { text[$0].isHan }
    let standingCommon = standing.count { CommonCharacters.contains(text[$0]) }
    let marks = scalars.count - han.count
    if scalars.count - state.lost < 2 {  // little is certain: only a very common character, alone with its `?`
      guard scalars.count == 1, text[end - 1] == 0x3F, state.lost == 1, let rank = CommonCharacters.rank(of: scalars[0])
      else { return false }
      return rank < 100 && standingCommon == 0
    }
    guard standing.count + marks >= 1, common * 4 >= han.count * 3 else { return false }
    if scalars.count <= 2 { return standingCommon == 0 && common + marks == scalars.count }
    return standingCommon * 2 < standing.count + 1
  }
}
