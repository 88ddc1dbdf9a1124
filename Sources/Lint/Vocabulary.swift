import Lexicon
import Synchronization

/// The spellings that the texts of one document have: each is made once, and looked up once.
public final class Vocabulary: Sendable {
  private struct State {
    var table = FormTable()
    /// What is known of each form that was asked for.
    var facts: [WordFacts?] = []
  }

  private let state = Mutex(State())

  public init() {}

  func withTable<Result: Sendable>(_ body: (inout FormTable) -> sending Result) -> Result {
    state.withLock { body(&$0.table) }
  }

  /// What is known of forms of this vocabulary, each of which `look` is asked for the first time.
  func facts(of forms: [WordForm], _ look: (WordForm) -> WordFacts) -> [WordFacts] {
    state.withLock { state in
      if state.facts.count < state.table.count {
        state.facts.append(contentsOf: repeatElement(nil, count: state.table.count - state.facts.count))
      }
      return forms.map { form in
        if let facts = state.facts[form.number] { return facts }
        let facts = look(form)
        state.facts[form.number] = facts
        return facts
      }
    }
  }
}

/// Gives each spelling a number in the vocabulary and one in the text that is read.
struct FormTable: Sendable {
  private var forms: [WordForm] = []
  private var hashes: [UInt64] = []
  private var keyNumbers: [String: Int] = [:]
  /// The spellings, one behind the other, and where each ends.
  private var letters: [UInt8] = []
  private var ends: [Int] = []
  /// The number of a form plus one; zero is free.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)
  /// For each form, the last text that had it, and its number there.
  private var places: [(text: Int, number: Int)] = []
  private var text = 0
  /// The forms of the text, in the order of their first words.
  private(set) var textForms: [WordForm] = []

  var count: Int { forms.count }

  /// FNV-1a.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  @inline(__always)
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Numbers the forms from zero again.
  mutating func beginText() {
    text &+= 1
    textForms = []
  }

  /// The number of a spelling among those of the text.
  @inline(__always)
  mutating func form(of spelling: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let form = number(of: spelling, hash)
    if places[form].text != text {
      places[form] = (text, textForms.count)
      textForms.append(forms[form])
    }
    return places[form].number
  }

  @inline(__always)
  private mutating func number(of spelling: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    var slot = Self.slot(hash, in: slots.count)
    while slots[slot] != 0 {
      let form = Int(slots[slot]) - 1
      if hashes[form] == hash, isSame(spelling, form) { return form }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(forms.count + 1)
    add(spelling, hash)
    return forms.count - 1
  }

  @inline(__always)
  private func isSame(_ spelling: UnsafeBufferPointer<UInt8>, _ form: Int) -> Bool {
    let start = form == 0 ? 0 : ends[form - 1]
    guard ends[form] - start == spelling.count else { return false }
    var index = 0
    while index < spelling.count {
      if spelling[index] != letters[start &+ index] { return false }
      index &+= 1
    }
    return true
  }

  private mutating func add(_ spelling: UnsafeBufferPointer<UInt8>, _ hash: UInt64) {
    let key = String(decoding: spelling, as: UTF8.self).lowercased()
    let keyNumber = keyNumbers[key] ?? keyNumbers.count
    keyNumbers[key] = keyNumber
    forms.append(WordForm(spelling, key: key, number: forms.count, keyNumber: keyNumber))
    letters.append(contentsOf: spelling)
    ends.append(letters.count)
    hashes.append(hash)
    places.append((0, 0))
    if forms.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (form, hash) in hashes.enumerated() {
      var slot = Self.slot(hash, in: slots.count)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(form + 1)
    }
  }

  @inline(__always)
  private static func slot(_ hash: UInt64, in count: Int) -> Int {
    Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(count - 1))
  }
}
