import TextCore

/// A stretch of misread UTF-8, read right.
struct MisreadReading {
  /// A part of it.
  struct Part {
    let range: Range<Int>
    /// What stood here, or nil where a lost byte leaves it open.
    var scalars: [UInt32]?
    /// Whether every byte of it is there.
    var isWhole: Bool
  }

  /// The whole stretch, part after part.
  let range: Range<Int>
  let parts: [Part]
  /// The last character of the likeliest reading.
  let last: UInt32
  /// How many characters were read.
  let count: Int
  /// Whether lost bytes were filled in.
  let filledIn: Bool
}

/// Reads GBK characters as the UTF-8 bytes they were: a beam search, because some bytes are lost.
struct MisreadSearch {
  private let text: ScalarText
  private let model: CharacterModel
  /// Whether the text is known to be full of such damage: then short stretches are part of it.
  private let isExpected: Bool
  /// Steps that may still be made; grows with the text, so that hostile text costs no more than a fixed sum per byte.
  private var budget: Int

  /// One way to read the bytes so far.
  private struct State {
    var sequence = UTF8Sequence()
    var last: UInt32 = 0
    var score = 0.0
    var node: Int32 = -1
    var lost = 0
    /// How many pairs were put in where the text shows nothing.
    var dropped = 0
    /// Whether a byte of the sequence that is not complete was filled in.
    var isFilling = false
  }

  /// A character of some states.
  private struct Node {
    let scalar: UInt32
    let parent: Int32
    /// The index behind the character of the text that held its last byte.
    let end: Int
    /// Whether that character held nothing of what follows.
    let closes: Bool
    let isFilledIn: Bool
  }

  private var nodes: [Node] = []

  private static let beamWidth = 120
  /// How many states are tried with all the bytes that may be lost.
  private static let openWidth = 12
  private static let clearMargin = 0.6
  private static let longestStretch = 2000

  init(_ text: ScalarText, model: CharacterModel, isExpected: Bool) {
    self.text = text
    self.model = model
    self.isExpected = isExpected
    budget = 100_000 + text.count * 60
  }

  /// The reading of the stretch that begins at `start`, or nil if it makes no sense as UTF-8.
  ///
  /// `before` is the character before it, read right.
  mutating func reading(from start: Int, after before: UInt32) -> MisreadReading? {
    nodes.removeAll(keepingCapacity: true)
    var states = [State(last: before)]
    var earlier: [State] = []
    var index = start
    while index < text.count, budget > 0, let bytes = MisreadBytes(text[index]) {
      // A longer stretch is read in parts, cut between two characters.
      if index - start >= Self.longestStretch, states[0].sequence.isEmpty { break }
      let next: [State]
      if case .lost = bytes {
        if PinyinAnnotation.continues(at: index + 1, in: text) { break }  // a shift, not a misreading
        next = filled(states, at: index)
      } else {
        next = fed(states, bytes, at: index, from: start, earlier: earlier)
      }
      if next.isEmpty { break }
      earlier = states
      states = next
      index += 1
    }
    return judged(states, from: start, to: index)
  }

  // MARK: Reading on

  private mutating func fed(
    _ states: [State], _ bytes: MisreadBytes, at index: Int, from start: Int, earlier: [State]
  ) -> [State] {
    let plain = states.compactMap { fed($0, bytes, at: index) }
    // At the beginning of a stretch that is no misreading, nothing fits either.
    if !plain.isEmpty || index - start < 3 && !isExpected { return pruned(plain) }
    // Nothing fits: the decoder dropped a pair, or two, of the user-defined area before this character, or one before
    // the last.
    var result = fed(withDroppedPairs(states, before: index), bytes, at: index)
    if result.isEmpty, let last = MisreadBytes(text[index - 1]), last != .lost {
      result = fed(fed(withDroppedPairs(earlier, before: index - 1), last, at: index - 1), bytes, at: index)
    }
    if result.isEmpty {
      let two = withDroppedPairs(pruned(withDroppedPairs(states, before: index)), before: index)
      result = fed(two, bytes, at: index)
    }
    return pruned(result)
  }

  private mutating func fed(_ states: [State], _ bytes: MisreadBytes, at index: Int) -> [State] {
    states.compactMap { fed($0, bytes, at: index) }
  }

  private mutating func fed(_ state: State, _ bytes: MisreadBytes, at index: Int) -> State? {
    var state = state
    switch bytes {
    case .lost: return nil
    case .one(let byte): return feed(byte, to: &state, at: index, closes: true) ? state : nil
    case .pair(let lead, let trail):
      let isRead = feed(lead, to: &state, at: index, closes: false) && feed(trail, to: &state, at: index, closes: true)
      return isRead ? state : nil
    case .closing(let lead, let ascii):
      guard feed(lead, to: &state, at: index, closes: false), state.sequence.isComplete else { return nil }
      append(ascii, to: &state, at: index, closes: true)
      return state
    }
  }

  /// Reads one byte; false if UTF-8 cannot have it here.
  private mutating func feed(_ byte: UInt8, to state: inout State, at index: Int, closes: Bool) -> Bool {
    budget -= 1
    guard state.sequence.append(byte) else { return false }
    guard state.sequence.isComplete else { return true }
    let scalar = state.sequence.value
    guard Self.isPlausible(scalar, isFilledIn: state.isFilling) else { return false }
    append(scalar, to: &state, at: index, closes: closes)
    return true
  }

  private mutating func append(_ scalar: UInt32, to state: inout State, at index: Int, closes: Bool) {
    if scalar != 0xFFFD { state.score += model.logProbability(of: scalar, after: state.last) }
    nodes.append(
      Node(scalar: scalar, parent: state.node, end: index + 1, closes: closes, isFilledIn: state.isFilling))
    state.node = Int32(nodes.count - 1)
    state.last = scalar
    state.sequence = UTF8Sequence()
    state.isFilling = false
  }

  /// Han and the marks that go with it; where every byte is there, anything that texts have.
  private static func isPlausible(_ scalar: UInt32, isFilledIn: Bool) -> Bool {
    switch scalar {
    case 0x2010...0x2027, 0x2030...0x203E, 0x3001...0x3002, 0x3008...0x3011, 0xFF01...0xFF5E, 0xFFE5: true
    case 0xA0...0x17F, 0x2100...0x22FF, 0x2460...0x27BF, 0x3000...0x30FF, 0x1F300...0x1FAFF: !isFilledIn
    default: scalar.isHan && (!isFilledIn || CommonCharacters.contains(scalar))
    }
  }

  // MARK: Lost bytes

  /// The states after a pair of the user-defined area that the decoder dropped before `index`.
  private mutating func withDroppedPairs(_ states: [State], before index: Int) -> [State] {
    var result: [State] = []
    for state in states.prefix(Self.openWidth) {
      appendPairs(Self.droppedPairs, after: state, at: index - 1, to: &result)
    }
    for place in result.indices { result[place].dropped += 1 }
    return result
  }

  /// The states after two bytes of UTF-8 that left no character.
  private mutating func appendPairs(
    _ pairs: [(lead: UInt8, trail: UInt8)], after state: State, at index: Int, to result: inout [State]
  ) {
    guard !state.sequence.isEmpty, budget > 0 else { return }
    budget -= pairs.count
    for pair in pairs {
      var next = state
      next.isFilling = true
      guard feed(pair.lead, to: &next, at: index, closes: true) else { continue }
      next.isFilling = true
      guard feed(pair.trail, to: &next, at: index, closes: true) else { continue }
      if !next.sequence.isEmpty { next.isFilling = true }
      next.lost += 1
      next.score -= 2
      result.append(next)
    }
  }

  /// The pairs inside UTF-8 of Chinese that decoders show as `?`, and those that they show as private-use characters.
  private static let lostPairs = pairs(where: GBKCode.isNoCharacter)
  private static let droppedPairs = pairs(where: GBKCode.isUserDefined)

  private static func pairs(where isOne: (UInt8, UInt8) -> Bool) -> [(lead: UInt8, trail: UInt8)] {
    (UInt8(0xA0)...0xBF).flatMap { lead in
      (UInt8(0x80)...0xE9).filter { ($0 <= 0xBF || $0 >= 0xE3) && isOne(lead, $0) }.map { (lead, $0) }
    }
  }

  /// The states after `?` at `index`: the last byte of a sequence together with an ASCII byte behind it, or, with misread
  /// text behind it, two bytes.
  private mutating func filled(_ states: [State], at index: Int) -> [State] {
    var result: [State] = []
    let next = text[index + 1]
    let endsLine = next == 0 || next == 0x0A || next == 0x0D
    if let following = MisreadBytes(next), following != .lost {
      for state in states.prefix(Self.openWidth) {
        appendPairs(Self.lostPairs, after: state, at: index, to: &result)
      }
    }
    for state in states.filter({ $0.sequence.missing == 1 }).prefix(Self.openWidth) {
      for byte in UInt8(0x80)...0xBF {
        var filled = state
        filled.isFilling = true
        guard feed(byte, to: &filled, at: index, closes: endsLine) else { continue }
        filled.lost += 1
        if endsLine {
          if Self.leadsOn(filled.last) { filled.score -= 3 }
        } else {
          swallow(before: next, to: &filled, at: index)
        }
        result.append(filled)
      }
    }
    return pruned(result)
  }

  /// Adds what stands for the ASCII character that a `?` swallowed together with a byte.
  ///
  /// Before a word it was a space, most likely. Else nobody can tell, and it may have been a digit.
  private mutating func swallow(before next: UInt32, to state: inout State, at index: Int) {
    if next.isASCIILetter { return append(0x20, to: &state, at: index, closes: true) }
    state.score += model.logProbability(of: 0x30, after: state.last)
    append(0xFFFD, to: &state, at: index, closes: true)
    state.last = 0x30
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
      let key = UInt64(state.last) << 32 | UInt64(state.sequence.value) << 4 | UInt64(state.sequence.missing)
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
    let next = text[end]
    let ranked = states.map { state in
      var state = state
      // What follows says something about the last character, unless it is damaged too.
      if next == 0 || next == 0x0A || next.isASCIIDigit {
        state.score += model.logProbability(of: next == 0 ? 0x0A : next, after: state.last)
      }
      return state
    }.sorted(by: Self.isLikelier)
    guard let best = ranked.first else { return nil }
    let path = path(of: best)
    let read = path.map(\.scalar).filter { $0 >= 0x80 && $0 != 0xFFFD }
    guard isBelievable(best, read, from: start, to: end) else { return nil }
    if path.isEmpty && best.lost == 0 { return nil }
    let margin = best.dropped > 0 ? 2 * Self.clearMargin : Self.clearMargin
    let rivals = ranked.dropFirst().prefix { best.score - $0.score < margin }.map { self.path(of: $0) }
    return MisreadReading(
      range: start..<end, parts: parts(path, rivals: rivals, from: start, to: end), last: best.last, count: path.count,
      filledIn: best.lost > 0)
  }

  /// The stretch in parts: known, and open where a rival that is about as likely reads another character.
  ///
  /// Parts begin and end where a character of the text holds bytes of one part alone.
  private func parts(_ path: [Node], rivals: [[Node]], from start: Int, to end: Int) -> [MisreadReading.Part] {
    let rivalNodes = rivals.map { rival in
      Dictionary(rival.map { ($0.end, $0.scalar) }, uniquingKeysWith: { $0 &* 31 &+ $1 })
    }
    let own = Dictionary(path.map { ($0.end, $0.scalar) }, uniquingKeysWith: { $0 &* 31 &+ $1 })
    var parts: [MisreadReading.Part] = []
    var position = start
    func add(_ block: [Node], _ isKnown: Bool, upTo index: Int) {
      let scalars = isKnown ? block.map(\.scalar) : nil
      guard index > position else {  // a character whose bytes the decoder dropped altogether
        if let scalars, !parts.isEmpty { parts[parts.count - 1].scalars? += scalars }
        return
      }
      let isWhole = isKnown && !block.contains(where: \.isFilledIn)
      if let last = parts.last, (last.scalars == nil) == !isKnown, last.isWhole == isWhole {
        parts[parts.count - 1] = MisreadReading.Part(
          range: last.range.lowerBound..<index, scalars: scalars.map { (last.scalars ?? []) + $0 }, isWhole: isWhole)
      } else {
        parts.append(MisreadReading.Part(range: position..<index, scalars: scalars, isWhole: isWhole))
      }
      position = index
    }
    var block: [Node] = []
    for node in path {
      block.append(node)
      guard node.closes else { continue }
      let isKnown = block.allSatisfy { node in rivalNodes.allSatisfy { $0[node.end] == own[node.end] } }
      add(block, isKnown, upTo: node.end)
      block = []
    }
    add([], false, upTo: end)
    return parts
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
    if isExpected { return common * 4 >= han.count * 3 && (scalars.count - state.lost > 0 || text[end - 1] == 0x3F) }
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
