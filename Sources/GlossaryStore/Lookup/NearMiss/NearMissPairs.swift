import GRDB
import TextCore

/// What terms are looked up by, as the database has it: folded Chinese terms, words of English ones, readings.
struct NearMissTexts: Sendable {
  fileprivate var han: TextPool
  fileprivate var words: TextPool
  fileprivate var readings: TextPool

  /// The columns of a row that ``add(_:)`` reads: whether the term is English, its folded text, its reading.
  static let columns = "language = 'en', folded, pinyin_flat"

  /// No texts yet, with room for those of all terms of a database.
  init(expectingTermsOf database: Database) throws {
    let count = try Int.fetchOne(database, sql: "SELECT max(id) FROM term") ?? 0
    han = TextPool(expecting: count / 2)
    words = TextPool(expecting: count / 2)
    readings = TextPool(expecting: count / 4)
  }

  /// Reads the texts of all terms.
  ///
  /// One walk over the terms, in their order.
  init(in database: Database) throws {
    try self.init(expectingTermsOf: database)
    let terms = try HotStatement("SELECT \(Self.columns) FROM term", in: database)
    try terms.forEachRow([]) { row in
      add(row)
      return true
    }
  }

  /// Adds the texts of a term: a row that begins with ``columns``.
  mutating func add(_ row: HotStatement.Row) {
    guard row.integer(0) == 0 else { return addWords(of: row.utf8(1)) }
    _ = han.insert(row.utf8(1))
    let reading = row.utf8(2)
    if !reading.isEmpty { _ = readings.insert(reading) }
  }

  private mutating func addWords(of folded: UnsafeBufferPointer<UInt8>) {
    if folded.contains(where: { $0 >= 0x80 }) {
      for word in EnglishWords.words(of: String(decoding: folded, as: UTF8.self)) {
        var word = String(word)
        word.withUTF8 { _ = words.insert($0) }
      }
      return
    }
    var start = 0
    for index in 0...folded.count {
      if index < folded.count, UInt32(folded[index]).isASCIILetter || UInt32(folded[index]).isASCIIDigit { continue }
      if index > start { _ = words.insert(UnsafeBufferPointer(rebasing: folded[start..<index])) }
      start = index + 1
    }
  }
}

/// The texts of all terms with the keys they are stored under: what the blocks of near misses are made of.
struct NearMissPairs {
  private let pools: [TextPool]
  /// The keys, each with a text: the number of its pool in the two lowest bits, its own number above.
  private var pairs: [Pair] = []

  private struct Pair {
    var key: Int64
    var text: UInt32
  }

  /// Makes the keys of all texts.
  init(_ texts: NearMissTexts) {
    pools = [texts.han, texts.words, texts.readings]
    pairs.reserveCapacity(texts.han.count * 4 + texts.words.count * 3 + texts.readings.count * 2)
    add(0) { NearMissKeys.keys(ofHan: $0) }
    add(1) { NearMissKeys.stored(word: $0) }
    add(2) { NearMissKeys.stored(reading: $0) }
    sort()
  }

  private mutating func add(_ pool: Int, _ keys: ([UInt32]) -> [Int64]) {
    for number in 0..<pools[pool].count {
      let text = UInt32(truncatingIfNeeded: number) << 2 | UInt32(pool)
      let scalars = String(decoding: pools[pool][number], as: UTF8.self).unicodeScalars.map(\.value)
      for key in keys(scalars) { pairs.append(Pair(key: key, text: text)) }
    }
  }

  /// Sorts the pairs by their keys, those of a key in the order of their texts: by sixteen bits at a time, from the
  /// lowest, as keys have 47.
  private mutating func sort() {
    var other = pairs
    for shift in [0, 16, 32] as [Int64] {
      var places = [Int](repeating: 0, count: 1 << 16)
      for pair in pairs { places[Int(pair.key >> shift & 0xFFFF)] += 1 }
      var place = 0
      for digit in places.indices { (places[digit], place) = (place, place + places[digit]) }
      for pair in pairs {
        let digit = Int(pair.key >> shift & 0xFFFF)
        other[places[digit]] = pair
        places[digit] += 1
      }
      swap(&pairs, &other)
    }
  }

  /// The blocks in rising order, each with its first key.
  func blocks() -> [(first: Int64, block: [UInt8])] {
    var result: [(first: Int64, block: [UInt8])] = []
    var builder = NearMissBlock.Builder()
    for pair in pairs {
      if builder.isFull(before: pair.key), let first = builder.first { result.append((first, builder.finish())) }
      builder.add(pair.key, pools[Int(pair.text & 3)][Int(pair.text >> 2)])
    }
    if let first = builder.first { result.append((first, builder.finish())) }
    return result
  }
}
