import Lexicon
import Repair
import Synchronization
import TextCore

/// The spellings that the texts of one document have: each is made once, and looked up once.
public final class Vocabulary: Sendable {
  private struct State {
    var table = FormTable()
    /// What is known of each form that was asked for.
    var facts: [WordFacts?] = []
  }

  private let state = Mutex(State())
  private let meanings = Mutex(TermMeanings())
  /// What the repairer knows of the words of the texts before.
  let wordMemory = WordMemory()

  public init() {}

  /// What folded forms of terms may stand for; nobody else gets it meanwhile.
  func withMeanings<Result: Sendable>(_ body: (inout TermMeanings) -> sending Result) -> Result {
    meanings.withLock { body(&$0) }
  }

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

/// Vocabularies for the parts of a document that are read on several threads: each is one part's at a time, so as many
/// are made as there are threads, and what one part looked up the next ones know.
public final class VocabularyPool: Sendable {
  private let free = Mutex<[Vocabulary]>([])

  public init() {}

  /// Does the work with a vocabulary that no other thread works with.
  public func withVocabulary<Result>(_ work: (Vocabulary) throws -> Result) rethrows -> Result {
    let vocabulary = free.withLock { $0.popLast() } ?? Vocabulary()
    defer { free.withLock { $0.append(vocabulary) } }
    return try work(vocabulary)
  }
}

/// Gives each spelling a number in the vocabulary and one in the text that is read.
struct FormTable: Sendable {
  private var spellings = TextPool()
  private var forms: [WordForm] = []
  private var keyNumbers: [String: Int] = [:]
  /// For each form, the last text that had it, and its number there.
  private var places: [(text: Int, number: Int)] = []
  private var text = 0
  /// The forms of the text, in the order of their first words.
  private(set) var textForms: [WordForm] = []
  /// Room for the words of a text.
  private var room: [WordList.Place] = []
  /// Forms of at most eight letters, by their bytes: nearly all words are found with one look.
  private var short = [(spelling: UInt64, form: Int)](repeating: (0, 0), count: 1 << shortBits)
  private static let shortBits = 12

  var count: Int { forms.count }

  /// Numbers the forms from zero again.
  mutating func beginText() {
    text &+= 1
    textForms = []
  }

  /// Room for the words of a text, to be given back.
  mutating func takeRoom() -> [WordList.Place] {
    defer { room = [] }
    return room
  }

  mutating func giveBack(_ room: [WordList.Place]) {
    self.room = room
    self.room.removeAll(keepingCapacity: true)
  }

  /// The number, among the forms of the text, of the one that stands at some bytes of it.
  @inline(__always)
  mutating func form(at start: Int, length: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let form: Int
    if length <= 8, start &+ 8 <= bytes.count {
      let next = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self)
      let spelling = UInt64(littleEndian: next) & UInt64.max &>> UInt64(64 &- 8 &* length)
      let slot = Int(truncatingIfNeeded: (spelling &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 &- Self.shortBits))
      if short[slot].spelling == spelling {
        form = short[slot].form
      } else {
        form = self.form(of: UnsafeBufferPointer(rebasing: bytes[start..<start &+ length]))
        short[slot] = (spelling, form)
      }
    } else {
      form = self.form(of: UnsafeBufferPointer(rebasing: bytes[start..<start &+ length]))
    }
    if places[form].text != text {
      places[form] = (text, textForms.count)
      textForms.append(forms[form])
    }
    return places[form].number
  }

  /// The number of a spelling in the vocabulary.
  @inline(never)
  private mutating func form(of spelling: UnsafeBufferPointer<UInt8>) -> Int {
    let (form, isNew) = spellings.insert(spelling)
    if isNew { add(spelling) }
    return form
  }

  private mutating func add(_ spelling: UnsafeBufferPointer<UInt8>) {
    let key = String(decoding: spelling, as: UTF8.self).lowercased()
    let keyNumber = keyNumbers[key] ?? keyNumbers.count
    keyNumbers[key] = keyNumber
    forms.append(WordForm(spelling, key: key, number: forms.count, keyNumber: keyNumber))
    places.append((0, 0))
  }
}
