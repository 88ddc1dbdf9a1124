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
    var marks: OpenMarks
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
  /// By how much the last character, half of which is lost, must be likelier than any other one; and the same where what
  /// stood behind it is lost, too.
  private static let marginOfLast = 1.0
  private static let marginBesideLoss = 2.5

  init(text: ScalarText, model: CharacterModel, context: RepairContext) {
    self.text = text
    self.model = model
    self.context = context
    budget = 300_000 + text.count * 120
  }

  /// The likeliest reading of a shifted stretch that begins with the `?` at `start`, behind the open `marks`, or nil if
  /// the text as it stands is about as likely.
  mutating func reading(from start: Int, within marks: OpenMarks) -> ShiftReading? {
    guard budget > 0 else { return nil }
    nodes.removeAll(keepingCapacity: true)
    var index = start + 1
    var states: [State]
    let before = text[start - 1]
    if let close = PinyinAnnotation.closingParenthesis(after: index, in: text) {
      states = straddled(after: before, within: marks, by: text.string(index..<close))
      index = close + 1
    } else {
      states = Self.states(pending: Self.leadsOfMarks, after: before, within: marks)
    }
    // The likelihood of the text as it stands, up to `index`.
    var standing = model.logProbability(of: text.values[start..<index], after: before, next: 0)
    var closed: [Closed] = []
    while index < text.count, index - start < Self.longestRun, text[index] != 0x0A, !states.isEmpty, budget > 0 {
      budget -= states.count
      let end = close(states, at: index, standing: standing, into: &closed)
      states = pruned(following(states, at: index))
      standing += model.logProbability(of: text[index], after: text[index - 1])
      index += 1
      if end == nil && states.isEmpty { break }
    }
    return best(of: closed, from: start)
  }

  private static let leads: [UInt8] = Array(0x81...0xFE)

  /// The bytes that full-width marks begin with: it is these that lose their first byte when no reading is put in.
  private static let leadsOfMarks: [UInt8] = [0xA1, 0xA3]

  // MARK: Beginning

  /// The states behind an annotation that was put between the bytes of two characters: the byte it tore off completes,
  /// with the last byte of the character before, a character with that reading.
  private func straddled(after before: UInt32, within marks: OpenMarks, by syllable: String) -> [State] {
    guard let code = GBKCode.code(of: before) ?? GBKCode.fullWidthCode(of: before), code & 0xFF >= 0x81 else {
      return Self.states(pending: Self.leads, after: before, within: marks)
    }
    var states: [State] = []
    for byte in Self.leads {
      guard let character = GBKCode.scalar(UInt8(code & 0xFF), byte), character.isHan,
        !GBKCode.isGB2312(character), isReading(syllable, of: character)
      else { continue }
      let isKnown = context.annotated[character] == syllable
      states.append(State(pending: byte, last: before, marks: marks, score: isKnown ? 3 : 0, node: -1))
    }
    return states.isEmpty ? Self.states(pending: Self.leads, after: before, within: marks) : states
  }

  private static func states(pending: [UInt8], after before: UInt32, within marks: OpenMarks) -> [State] {
    pending.map { State(pending: $0, last: before, marks: marks, score: 0, node: -1) }
  }

  /// Whether a page that was annotated has the character with this reading; without a table of readings, whether it may
  /// be annotated at all.
  private func isReading(_ syllable: String, of character: UInt32) -> Bool {
    if let known = context.annotated[character] { return known == syllable }
    guard let readings = context.readings?(character), !readings.isEmpty else {
      return Folding.simplified(character) != character
    }
    return readings.contains(syllable)
  }

  // MARK: Going on

  private mutating func following(_ states: [State], at index: Int) -> [State] {
    switch text[index] {
    case 0x3F where model.usesHalfWidthMarks: overLostPair(states, at: index) + extended(states, by: 0x3F)  // ？, too
    case 0x3F: overLostPair(states, at: index)
    case 0x20: states.filter { Self.leadsOfMarks.contains($0.pending) }  // another mark was torn here, at its seam
    default: extended(states, by: text[index])
    }
  }

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
    // The byte that is guessed makes the next character too, and that one tells more than the first.
    var found: [(state: Int, character: UInt32, lead: UInt8, promise: Double)] = []
    for (number, state) in states.prefix(Self.openWidth).enumerated() {
      budget -= Self.lostPairs.count
      for (trail, lead) in Self.lostPairs {
        guard let character = GBKCode.scalar(state.pending, trail), Self.isUsual(character),
          let following = GBKCode.scalar(lead, UInt8(next >> 8))
        else { continue }
        let promise =
          state.score + model.logProbability(of: character, after: state.last)
          + model.logProbability(of: following, after: character)
        found.append((number, character, lead, promise))
      }
    }
    found.sort { ($0.promise, $1.state, $1.character) > ($1.promise, $0.state, $0.character) }
    return found.prefix(Self.beamWidth).map { candidate in
      var open = advanced(states[candidate.state], by: candidate.character, pending: candidate.lead)
      open.score += Self.costOfLostPair
      return open
    }
  }

  private static let openWidth = 6
  private static let costOfLostPair = -4.0

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
    var next = state
    next.pending = pending
    next.last = shown
    next.score += model.logProbability(of: shown, after: state.last) + state.marks.fitness(of: shown, after: state.last)
    next.marks.read(shown)
    next.node = Int32(nodes.count - 1)
    return next
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
      } else if model.separatesScripts, CharacterModel.isKeptApart(text[end]) {
        rest = 0x20  // this page has a space wherever Latin follows Han
      } else if !endsLine(at: end), !(model.usesHalfWidthMarks && text[end] == 0x2C) {
        rest = 0xFFFD  // what the `?` swallowed, a digit most likely: never to be left out in silence
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
    if scalar == 0x3F { closeOverLostPair(states, at: index, standing: standing, into: &closed) }
    for (rank, state) in states.enumerated() {
      let isLost = scalar == 0x3F && rank < Self.openWidth
      close(
        state, with: seconds, rest: rest, syllable: syllable, isLost: isLost, end: end, standing: whole, into: &closed)
    }
    return end
  }

  /// Closes states over a `?` for the second byte of one character and the first of the next, where the next one ends the
  /// stretch: its second byte is an ASCII letter (`工?h` for 工黨), or went with the line end (`提??` for 提供。).
  private mutating func closeOverLostPair(
    _ states: [State], at index: Int, standing: Double, into closed: inout [Closed]
  ) {
    let next = text[index + 1]
    let seconds: [UInt8]
    if (0x40...0x7E).contains(next) {
      seconds = [UInt8(next)]
    } else if next == 0x3F, endsLine(at: index + 2) {
      seconds = Self.secondsOfMarks
    } else {
      return
    }
    let end = index + 2
    let whole = standing + model.logProbability(of: text.values[index..<end], after: text[index - 1], next: text[end])
    for state in states.prefix(Self.openWidth) {
      budget -= Self.lostPairs.count
      for (trail, lead) in Self.lostPairs where next != 0x3F || Self.leadsOfMarks.contains(lead) {
        guard let character = GBKCode.scalar(state.pending, trail), Self.isUsual(character) else { continue }
        for second in seconds {
          guard let last = GBKCode.scalar(lead, second), Self.isUsual(last) else { continue }
          var open = advanced(advanced(state, by: character, pending: lead), by: last, pending: 0)
          open.score += Self.costOfLostPair
          closeState(open, end: end, standing: whole, into: &closed)
        }
      }
    }
  }

  /// The second bytes of `！，：；？`, `、。…` and the quotation marks.
  private static let secondsOfMarks: [UInt8] = Array(0xA1...0xBF)

  private func endsLine(at index: Int) -> Bool { text[index] == 0 || text[index] == 0x0A || text[index] == 0x0D }

  /// Closes one state with each of some bytes; where the byte is lost, a longer word tells which it was: 马拉松.
  private mutating func close(
    _ state: State, with seconds: [UInt8], rest: UInt32?, syllable: String?, isLost: Bool, end: Int, standing: Double,
    into closed: inout [Closed]
  ) {
    let head = isLost ? lastTwo(of: state) : []
    for second in seconds {
      guard let character = GBKCode.scalar(state.pending, second) else { continue }
      if let syllable, !isReading(syllable, of: character) { continue }
      var last = advanced(state, by: character, pending: 0)
      if head.count == 2, CommonCharacters.contains(character) {
        last.score += model.bonus(forWord: head + [character])
      }
      if rest == 0xFFFD {
        nodes.append((0xFFFD, last.node))
        last.node = Int32(nodes.count - 1)
        last.score += model.logProbability(of: 0x30, after: last.last)
        last.last = 0x30
      } else if let rest {
        last = advanced(last, by: rest, pending: 0)
      }
      closeState(last, end: end, standing: standing, into: &closed)
    }
  }

  /// How far is looked for the end of what a reading leaves open, in scalars.
  private static let reach = 300

  /// How likely it is that brackets are open before the rest of the line, which would have to close them.
  private func fitness(of marks: OpenMarks, beforeRestAt end: Int) -> Double {
    guard marks.hasOpenBracket else { return 0 }
    var marks = marks
    var index = end
    while index < end + Self.reach, !endsLine(at: index) {
      marks.read(text[index])
      index += 1
    }
    return index < end + Self.reach ? marks.fitnessOfLineEnd : 0
  }

  /// Takes note of a state whose last character is read, with what follows it in the text.
  private func closeState(_ state: State, end: Int, standing: Double, into closed: inout [Closed]) {
    var score = state.score + model.logProbability(of: text[end] == 0 ? 0x0A : text[end], after: state.last)
    score += endsLine(at: end) ? state.marks.fitnessOfLineEnd : fitness(of: state.marks, beforeRestAt: end)
    closed.append(Closed(end: end, node: state.node, gain: score - standing))
  }

  /// The last two characters of a state, where both are Han.
  private func lastTwo(of state: State) -> [UInt32] {
    guard state.node >= 0, nodes[Int(state.node)].parent >= 0 else { return [] }
    let last = nodes[Int(state.node)]
    let before = nodes[Int(last.parent)].scalar
    return before.isHan && last.scalar.isHan ? [before, last.scalar] : []
  }

  private static let seconds: [UInt8] = (0x40...0xFE).filter { $0 != 0x7F }.map { UInt8($0) }

  /// The index behind `/FONT>` and the like at `index`: the `<` went with the byte before it.
  private func tagRest(at index: Int) -> Int? {
    guard text[index] == 0x2F, let end = MarkupTags.endOfName(at: index + 1, in: text), text[end] == 0x3E else {
      return nil
    }
    return end + 1
  }

  // MARK: Choosing

  private func best(of closed: [Closed], from start: Int) -> ShiftReading? {
    guard let best = closed.max(by: { ($0.gain, $1.end) < ($1.gain, $0.end) }), best.gain >= Self.leastGain else {
      return nil
    }
    var scalars = scalars(of: best.node)
    let open = scalars.last == 0xFFFD || scalars.last == 0x20 ? 2 : 1
    let margin = scalars.last == 0xFFFD ? Self.marginBesideLoss : Self.marginOfLast
    var isClear = true
    var losesLast = false
    for rival in closed where rival.node != best.node && best.gain - rival.gain < margin {
      if rival.end == best.end, self.scalars(of: rival.node).dropLast(open) == scalars.dropLast(open) {
        losesLast = losesLast || scalars.count > open
      } else if best.gain - rival.gain < Self.clearMargin {
        isClear = false
      }
    }
    if losesLast { scalars[scalars.count - open] = 0x3F }
    return ShiftReading(
      range: start..<best.end, scalars: scalars, gain: best.gain, isClear: isClear, losesLast: losesLast)
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
