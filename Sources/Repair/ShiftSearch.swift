import TextCore

/// A stretch of shifted text, read right.
struct ShiftReading {
  let range: Range<Int>
  let scalars: [UInt32]
  /// By how much it is likelier than the text as it stands, in natural logarithms.
  let gain: Double
  /// Whether no other reading comes near.
  let isClear: Bool
  /// Whether the last character is open and stays `?`: several are about as likely, and they differ in it alone.
  let losesLast: Bool
}

/// Looks for the likeliest reading of a stretch of shifted GBK: a beam search over the bytes that the decoder lost.
struct ShiftSearch {
  private let text: ScalarText
  private let model: CharacterModel
  private let context: RepairContext
  /// Steps that may still be made; grows with the text, so that hostile text costs no more than a fixed sum per byte.
  private var budget: Int

  /// One way to read the bytes so far: whole characters, and the first byte of the next.
  private struct State {
    var pending: UInt8
    var last: UInt32
    var score: Double
    var node: Int32
  }

  /// The characters of all states, each leading back to the one before it.
  private var nodes: [(scalar: UInt32, parent: Int32)] = []

  /// A state whose stretch is complete.
  private struct Closed {
    let end: Int
    let node: Int32
    let gain: Double
  }

  private static let beamWidth = 24
  static let longestRun = 160
  private static let leastGain = 5.0
  private static let clearMargin = 0.4

  init(text: ScalarText, model: CharacterModel, context: RepairContext) {
    self.text = text
    self.model = model
    self.context = context
    budget = 300_000 + text.count * 120
  }

  /// The likeliest reading of a shifted stretch that begins with the `?` at `start`, or nil if the text as it stands is
  /// about as likely.
  mutating func reading(from start: Int) -> ShiftReading? {
    guard budget > 0 else { return nil }
    nodes.removeAll(keepingCapacity: true)
    var index = start + 1
    var states: [State]
    let before = text[start - 1]
    if let close = PinyinAnnotation.closingParenthesis(after: index, in: text) {
      states = straddled(after: before, by: text.string(index..<close))
      index = close + 1
    } else {
      states = Self.leads.map { State(pending: $0, last: before, score: Self.isOfMark($0) ? 0 : -3, node: -1) }
    }
    // The likelihood of the text as it stands, up to `index`.
    var standing = model.logProbability(of: text.values[start..<index], after: before, next: 0)
    var closed: [Closed] = []
    while index < text.count, index - start < Self.longestRun, text[index] != 0x0A, !states.isEmpty, budget > 0 {
      budget -= states.count
      let end = close(states, at: index, standing: standing, into: &closed)
      let goesOn = text[index] == 0x3F ? overLostPair(states, at: index) : extended(states, by: text[index])
      states = pruned(goesOn)
      standing += model.logProbability(of: text[index], after: text[index - 1])
      index += 1
      if end == nil && states.isEmpty { break }
    }
    return best(of: closed, from: start)
  }

  /// Whether full-width marks begin with the byte: it is these that lose their first byte when no reading is put in.
  private static func isOfMark(_ lead: UInt8) -> Bool { lead == 0xA1 || lead == 0xA3 }

  private static let leads: [UInt8] = Array(0x81...0xFE)

  // MARK: Beginning

  /// The states behind an annotation that was put between the bytes of two characters: the byte it tore off completes,
  /// with the last byte of the character before, a character with that reading.
  private func straddled(after before: UInt32, by syllable: String) -> [State] {
    guard let code = GBKCode.code(of: before) ?? GBKCode.fullWidthCode(of: before), code & 0xFF >= 0x81 else {
      return Self.leads.map { State(pending: $0, last: before, score: 0, node: -1) }
    }
    var states: [State] = []
    for byte in Self.leads {
      guard let character = GBKCode.scalar(UInt8(code & 0xFF), byte), character.isHan,
        !GBKCode.isGB2312(character), isReading(syllable, of: character)
      else { continue }
      let isKnown = context.annotated[character] == syllable
      states.append(State(pending: byte, last: before, score: isKnown ? 3 : 0, node: -1))
    }
    return states.isEmpty ? Self.leads.map { State(pending: $0, last: before, score: 0, node: -1) } : states
  }

  private func isReading(_ syllable: String, of character: UInt32) -> Bool {
    if let known = context.annotated[character] { return known == syllable }
    guard let readings = context.readings?(character), !readings.isEmpty else {
      return Folding.simplified(character) != character
    }
    return readings.contains(syllable)
  }

  // MARK: Going on

  /// The states after one more character of the shifted text.
  private mutating func extended(_ states: [State], by scalar: UInt32) -> [State] {
    var result: [State] = []
    guard let code = GBKCode.code(of: scalar) ?? GBKCode.fullWidthCode(of: scalar) else { return [] }
    let lead = UInt8(code >> 8)
    let trail = UInt8(code & 0xFF)
    guard trail >= 0x81 else { return [] }
    for state in states {
      guard let character = GBKCode.scalar(state.pending, lead) else { continue }
      result.append(advanced(state, by: character, pending: trail))
    }
    return result
  }

  /// The states after a `?` inside the stretch: the second byte of one character and the first of the next, which
  /// together are no character.
  private mutating func overLostPair(_ states: [State], at index: Int) -> [State] {
    guard let next = GBKCode.code(of: text[index + 1]), next & 0xFF >= 0x81 else { return [] }
    var result: [State] = []
    for state in states.prefix(Self.openWidth) {
      budget -= Self.lostPairs.count
      for (trail, lead) in Self.lostPairs {
        guard let character = GBKCode.scalar(state.pending, trail), Self.isUsual(character) else { continue }
        var open = advanced(state, by: character, pending: lead)
        open.score -= 1
        result.append(open)
      }
    }
    return result
  }

  private static let openWidth = 6

  /// The byte pairs that are no character, as a lost pair inside a stretch is.
  private static let lostPairs: [(trail: UInt8, lead: UInt8)] = (UInt8(0x81)...0xFE).flatMap { trail in
    leads.filter { GBKCode.isNoCharacter(trail, $0) }.map { (trail, $0) }
  }

  private static func isUsual(_ character: UInt32) -> Bool {
    CommonCharacters.contains(character) || (0xFF01...0xFF1F).contains(character)
      || (0x3001...0x3011).contains(character)
      || (0x2014...0x201D).contains(character)
  }

  private mutating func advanced(_ state: State, by character: UInt32, pending: UInt8) -> State {
    let shown = shown(character)
    nodes.append((shown, state.node))
    return State(
      pending: pending, last: shown, score: state.score + model.logProbability(of: shown, after: state.last),
      node: Int32(nodes.count - 1))
  }

  /// The likeliest states, in a fixed order.
  private func pruned(_ states: [State]) -> [State] {
    if states.count <= Self.beamWidth { return states }
    return Array(states.sorted { ($0.score, $1.node) > ($1.score, $0.node) }.prefix(Self.beamWidth))
  }

  /// A mark as the page writes it.
  private func shown(_ character: UInt32) -> UInt32 {
    guard model.usesHalfWidthMarks, (0xFF01...0xFF1F).contains(character),
      GBKCode.fullWidthCode(of: character - 0xFEE0) != nil
    else { return character }
    return character - 0xFEE0
  }

  // MARK: Ending

  /// Closes the states that the character at `index` may complete: an ASCII second byte, `€` for 80, or `?` for a
  /// second byte that went together with an ASCII byte after it.
  ///
  /// Gives the index behind it.
  private mutating func close(
    _ states: [State], at index: Int, standing: Double, into closed: inout [Closed]
  ) -> Int? {
    let scalar = text[index]
    var end = index + 1
    var seconds: [UInt8] = []
    var syllable: String?
    var rest: UInt32?
    if scalar == 0x3F {
      seconds = Self.seconds
      if let tag = tagRest(at: end) {
        end = tag
      } else if let close = PinyinAnnotation.closingParenthesis(after: end, in: text) {
        syllable = text.string(end..<close)
        end = close + 1
      } else if text[end].isASCIIDigit || text[end] == 0x2E || text[end] == 0x25 {
        rest = 0xFFFD  // what the `?` swallowed may have been a digit: never to be left out in silence
      }
    } else if (0x40...0x7E).contains(scalar) {
      seconds = [UInt8(scalar)]
    } else if scalar == 0x20AC {
      seconds = [0x80]
    } else if let code = GBKCode.code(of: scalar), code & 0xFF < 0x7F {
      seconds = [UInt8(code >> 8)]
      rest = UInt32(code & 0xFF)
    } else {
      return nil
    }
    let whole = standing + model.logProbability(of: text.values[index..<end], after: text[index - 1], next: text[end])
    budget -= states.count * seconds.count
    for state in states {
      close(state, with: seconds, rest: rest, syllable: syllable, end: end, standing: whole, into: &closed)
    }
    return end
  }

  private mutating func close(
    _ state: State, with seconds: [UInt8], rest: UInt32?, syllable: String?, end: Int, standing: Double,
    into closed: inout [Closed]
  ) {
    for second in seconds {
      guard let character = GBKCode.scalar(state.pending, second) else { continue }
      if let syllable, !isAnnotated(character, with: syllable) { continue }
      var node = state.node
      var last = state.last
      var score = state.score
      for scalar in [shown(character), rest].compactMap({ $0 }) {
        if scalar != 0xFFFD { score += model.logProbability(of: scalar, after: last) }
        nodes.append((scalar, node))
        node = Int32(nodes.count - 1)
        last = scalar
      }
      score += model.logProbability(of: text[end] == 0 ? 0x0A : text[end], after: last)
      closed.append(Closed(end: end, node: node, gain: score - standing))
    }
  }

  private func isAnnotated(_ character: UInt32, with syllable: String) -> Bool {
    if let known = context.annotated[character] { return known == syllable }
    guard let readings = context.readings?(character), !readings.isEmpty else {
      return character.isHan && !GBKCode.isGB2312(character)
    }
    return readings.contains(syllable)
  }

  private static let seconds: [UInt8] = (0x40...0xFE).filter { $0 != 0x7F }.map { UInt8($0) }

  /// The index behind `/FONT>` and the like at `index`: the `<` went with the byte before it.
  private func tagRest(at index: Int) -> Int? {
    guard text[index] == 0x2F else { return nil }
    var end = index + 1
    while end - index < 12, text[end].isASCIILetter || text[end].isASCIIDigit { end += 1 }
    return end > index + 1 && text[end] == 0x3E ? end + 1 : nil
  }

  // MARK: Choosing

  private func best(of closed: [Closed], from start: Int) -> ShiftReading? {
    guard let best = closed.max(by: { ($0.gain, $1.end) < ($1.gain, $0.end) }), best.gain >= Self.leastGain else {
      return nil
    }
    var scalars = scalars(of: best.node)
    let rivals = closed.filter { $0.node != best.node && best.gain - $0.gain < Self.clearMargin }
    let open = scalars.last == 0xFFFD ? 2 : 1
    let losesLast =
      !rivals.isEmpty && scalars.count > open
      && rivals.allSatisfy { $0.end == best.end && self.scalars(of: $0.node).dropLast(open) == scalars.dropLast(open) }
    if losesLast { scalars[scalars.count - open] = 0x3F }
    return ShiftReading(
      range: start..<best.end, scalars: scalars, gain: best.gain, isClear: rivals.isEmpty || losesLast,
      losesLast: losesLast)
  }

  private func scalars(of node: Int32) -> [UInt32] {
    var result: [UInt32] = []
    var at = node
    while at >= 0 {
      result.append(nodes[Int(at)].scalar)
      at = nodes[Int(at)].parent
    }
    return result.reversed()
  }
}
