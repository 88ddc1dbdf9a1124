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

/// The segments of one text as bags of numbered word types, in one flat table.
struct TokenizedText: Sendable {
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

  /// The number of segments.
  var count: Int { lengths.count }

  /// Adds a segment: its words, and what is mentioned in it.
  mutating func append(_ words: [FoundToken], _ mentions: [FoundToken], length: Double, bytes: Int) {
    let start = types.count
    for token in words { add(token, start: start) }
    for token in mentions { add(token, start: start) }
    starts.append(types.count)
    totals.append(max(1, Double(words.count + mentions.count)))
    lengths.append(length)
    offsets.append(offsets[offsets.count - 1] + bytes)
  }

  /// Counts a token of the segment whose types begin at `start`.
  private mutating func add(_ token: FoundToken, start: Int) {
    let type = number(of: token)
    frequencies[Int(type)] += 1
    if places[Int(type)] >= start {
      counts[places[Int(type)]] += 1
    } else {
      places[Int(type)] = types.count
      types.append(type)
      counts.append(1)
      spans.append(token.span)
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

  /// The segment that a place in ``types`` belongs to.
  func segment(ofPlace place: Int) -> Int {
    var low = 0
    var high = count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= place { low = middle } else { high = middle - 1 }
    }
    return low
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
