import Entities
import TextCore

/// What a word of a text means to the aligner: words with equal keys are one type.
enum TokenKey: Hashable, Sendable {
  /// A Chinese headword or an English stem.
  case word(String)
  /// A number by its value.
  case number(Double)
  /// A punctuation mark that both languages use alike; see ``PunctuationMark``.
  case mark(PunctuationMark)
  /// A term, a name, a quantity or a date.
  case entity(EntityKey)
}

/// A token found in a segment.
struct FoundToken: Sendable {
  var key: TokenKey
  /// The bytes in the segment.
  var span: TextSpan
  /// The dictionary entry of a Chinese word, or the dictionary's number of an English stem; -1 for none.
  var entry: Int32 = -1
}

/// What takes the tokens of a segment, one after the other.
protocol TokenSink {
  mutating func add(_ token: FoundToken)

  /// Takes the headword of a dictionary entry of a Chinese text; `word` gives its letters, which are asked for where the
  /// entry does not say enough.
  mutating func add(headword entry: Int32, at span: TextSpan, _ word: () -> String)
}

extension Array: TokenSink where Element == FoundToken {
  mutating func add(_ token: FoundToken) { append(token) }

  mutating func add(headword entry: Int32, at span: TextSpan, _ word: () -> String) {
    append(FoundToken(key: .word(word()), span: span, entry: entry))
  }
}

/// The segments of one text as bags of numbered word types, in one flat table.
struct TokenizedText: Sendable, TokenSink {
  /// Where each segment's types begin in ``types``; one more than there are segments.
  private(set) var starts: [Int] = [0]
  private(set) var types: [Int32] = []
  private(set) var counts: [Float] = []
  /// Where the type first stands in its segment.
  private(set) var spans: [TextSpan] = []
  /// The number of tokens of each segment, at least 1.
  private(set) var totals: [Double] = []
  /// The length of each segment, see ``ParallelAligner/chineseLength(of:)`` and ``ParallelAligner/englishLength(of:)``.
  private(set) var lengths: [Double] = []
  /// Where each segment begins, in bytes of the segments one after the other; one more than there are segments.
  private(set) var offsets: [Int] = [0]
  /// The key of each type.
  private(set) var keys: [TokenKey] = []
  private(set) var entries: [Int32] = []
  /// How often each type stands in the text.
  private(set) var frequencies: [Double] = []
  private var numbers: [TokenKey: Int32] = [:]
  /// For each dictionary entry its first type, or -1: most words are found without looking at their letters.
  private var typesOfEntries: [Int32] = []
  private var places: [Int] = []
  /// The number of tokens of the segment that is being read.
  private var tokenCount = 0

  /// The number of segments.
  var count: Int { lengths.count }

  /// Adds a segment: the words that `read` adds, and what is mentioned in it.
  mutating func append(
    _ mentions: [FoundToken], length: Double, bytes: Int, reading read: (_ words: inout TokenizedText) -> Void
  ) {
    tokenCount = 0
    read(&self)
    for token in mentions { add(token) }
    starts.append(types.count)
    totals.append(max(1, Double(tokenCount)))
    lengths.append(length)
    offsets.append(offsets[offsets.count - 1] + bytes)
  }

  /// Adds a token to the segment at hand.
  mutating func add(_ token: FoundToken) { count(number(of: token), at: token.span) }

  /// Adds a word to the segment at hand.
  mutating func add(headword entry: Int32, at span: TextSpan, _ word: () -> String) {
    if Int(entry) < typesOfEntries.count, typesOfEntries[Int(entry)] >= 0 {
      count(typesOfEntries[Int(entry)], at: span)
    } else {
      add(FoundToken(key: .word(word()), span: span, entry: entry))
    }
  }

  /// Counts a type in the segment at hand.
  private mutating func count(_ type: Int32, at span: TextSpan) {
    tokenCount += 1
    frequencies[Int(type)] += 1
    if places[Int(type)] >= starts[starts.count - 1] {
      counts[places[Int(type)]] += 1
    } else {
      places[Int(type)] = types.count
      types.append(type)
      counts.append(1)
      spans.append(span)
    }
  }

  /// The text without the words of other types; numbers and frequencies of types stay.
  func keeping(_ isKept: [Bool]) -> TokenizedText {
    var result = self
    result.starts = [0]
    result.types = []
    result.counts = []
    result.spans = []
    result.totals = []
    for segment in 0..<count {
      var total = 0.0
      for place in starts[segment]..<starts[segment + 1] where isKept[Int(types[place])] {
        result.types.append(types[place])
        result.counts.append(counts[place])
        result.spans.append(spans[place])
        total += Double(counts[place])
      }
      result.starts.append(result.types.count)
      result.totals.append(max(1, total))
    }
    return result
  }

  /// The number of a key that occurs, or nil.
  func type(of key: TokenKey) -> Int32? { numbers[key] }

  private mutating func number(of token: FoundToken) -> Int32 {
    let entry = Int(token.entry)
    if entry >= 0, entry < typesOfEntries.count {
      let known = typesOfEntries[entry]
      // English words with different stems may share an entry.
      if known >= 0, keys[Int(known)] == token.key { return known }
    }
    if let known = numbers[token.key] { return known }
    let number = Int32(keys.count)
    numbers[token.key] = number
    keys.append(token.key)
    entries.append(token.entry)
    frequencies.append(0)
    places.append(-1)
    if entry >= 0 {
      if entry >= typesOfEntries.count {
        let size = max(entry + 1, 2 * typesOfEntries.count)
        typesOfEntries.append(contentsOf: repeatElement(-1, count: size - typesOfEntries.count))
      }
      if typesOfEntries[entry] < 0 { typesOfEntries[entry] = number }
    }
    return number
  }
}
