import TextCore

/// What a word means to the reader of numbers and dates.
enum EnglishWord: Sendable {
  /// `one` to `nineteen`, `zero`.
  case small(Double)
  /// `twenty` to `ninety`.
  case tens(Double)
  case hundred
  /// `thousand`, `million`, `bn`; short forms count only behind figures.
  case magnitude(Double, isShort: Bool)
  case dozen
  /// `first`, `twentieth`; the larger ones are also denominators.
  case ordinal(Double)
  case half
  case quarter
  /// `st`, `nd`, `rd`, `th` behind figures.
  case ordinalSuffix
  case article
  case and, or, to, of, point, from, between, by, than, the, per, cent
  case percent
  case month(Int, isAbbreviation: Bool, isCommonWord: Bool)
  case weekday(Int, isAbbreviation: Bool)
  /// `about`, `over`, `nearly`; some want a partner word: `more than`, `at least`.
  case hedge(Exactness)
  case more, less, fewer, least, most, at, up, no, not, asWord, many, much, close, early, mid, late
  case several, couple, few
  /// `thirties`: ten years of a century or of a life.
  case decade(Double)
  /// `twice`, `double`.
  case times(Double)
  /// `hundreds`, `thousands`, `millions`: only the order of magnitude.
  case plural(Double)
  case am, pm, noon, midnight, oclock
  case relative(Int)
  case day(DateMention.Step, Int)
  case step(DateMention.Step)
  case centuryWord, decadeWord
  case odd, plus
  /// `s` behind figures: `1990s`.
  case letterS
  case inWord, outWord
  /// The part of `one part in a thousand`.
  case partWord
  case offWord
  case bce, ce

  /// Whether a number or a date can begin with the word.
  var mayBegin: Bool {
    switch self {
    case .small, .tens, .ordinal, .half, .quarter, .article, .month, .weekday, .early, .mid, .late, .several, .decade,
      .times, .plural, .noon, .midnight, .relative, .day:
      true
    default: false
    }
  }
}

/// Which words a list holds, by their first two letters and their length: a look that nearly all others fail.
struct WordShapes: Sendable {
  private var bits = [UInt64](repeating: 0, count: (1 << 14) / 64)

  /// A number below 16,384; words of more than fifteen letters share those of shorter ones.
  static func shape(_ first: UInt8, _ second: UInt8, length: Int) -> Int {
    Int(first & 0x1F) << 9 | Int(second & 0x1F) << 4 | length & 15
  }

  mutating func insert(_ word: some Collection<UInt8>) {
    guard let first = word.first else { return }
    let shape = Self.shape(first, word.dropFirst().first ?? 0, length: word.count)
    bits[shape >> 6] |= 1 << UInt64(shape & 63)
  }

  func contains(_ first: UInt8, _ second: UInt8, length: Int) -> Bool {
    let shape = Self.shape(first, second, length: length)
    return bits[shape >> 6] & 1 << UInt64(shape & 63) != 0
  }
}

/// The words of English that numbers and dates are made of.
enum EnglishVocabulary {
  /// What a word of ASCII letters means, whatever its case, or nil.
  static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> EnglishWord? {
    guard range.count <= 15 else { return nil }
    let second = range.count > 1 ? bytes[range.lowerBound + 1] : 0
    let shape = WordShapes.shape(bytes[range.lowerBound], second, length: range.count)
    let (first, last) = (table.starts[shape], table.starts[shape + 1])
    if first == last { return nil }
    let name = PackedWord(bytes, TextSpan(range.lowerBound, range.upperBound))
    for index in Int(first)..<Int(last) where table.words[index].name == name { return table.words[index].word }
    return nil
  }

  /// The words by their first two letters and their length, and where those of each shape begin.
  private static let table: (words: [(name: PackedWord, word: EnglishWord)], starts: [UInt16]) = {
    let shapes = entries.map { entry in
      let letters = Array(entry.name.utf8)
      return WordShapes.shape(letters[0], letters.count > 1 ? letters[1] : 0, length: letters.count)
    }
    // Of two entries of one name the later one counts.
    let order = entries.indices.sorted { (shapes[$0], -$0) < (shapes[$1], -$1) }
    var starts = [UInt16](repeating: 0, count: (1 << 14) + 1)
    for shape in shapes { starts[shape + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    return (order.map { (PackedWord(entries[$0].name), entries[$0].word) }, starts)
  }()

  private static let entries: [(name: String, word: EnglishWord)] = {
    var words: [(name: String, word: EnglishWord)] = []
    func add(_ word: EnglishWord, _ names: String) {
      for name in names.split(separator: " ") { words.append((String(name), word)) }
    }
    func addRow(_ names: String, from first: Int, _ make: (Double) -> EnglishWord) {
      for (index, name) in names.split(separator: " ").enumerated() {
        words.append((String(name), make(Double(first + index))))
      }
    }
    addRow(
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
      from: 0, EnglishWord.small)
    addRow(
      "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
      from: 1, EnglishWord.ordinal)
    addRow("twenty thirty forty fifty sixty seventy eighty ninety", from: 2) { .tens($0 * 10) }
    addRow("thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", from: 3) {
      .ordinal($0 * 10)
    }
    addRow("twenties thirties forties fifties sixties seventies eighties nineties", from: 2) { .decade($0 * 10) }
    add(.small(40), "fourty")
    add(.ordinal(1000), "thousandth")
    add(.hundred, "hundred")
    add(.magnitude(1e3, isShort: false), "thousand")
    add(.magnitude(1e6, isShort: false), "million")
    add(.magnitude(1e9, isShort: false), "billion")
    add(.magnitude(1e12, isShort: false), "trillion")
    add(.magnitude(1e15, isShort: false), "quadrillion")
    add(.magnitude(1e3, isShort: true), "k")
    add(.magnitude(1e6, isShort: true), "m mn mln mil")
    add(.magnitude(1e9, isShort: true), "b bn bln")
    add(.magnitude(1e12, isShort: true), "tn trn")
    add(.plural(20), "dozens scores")
    add(.plural(10), "tens")
    add(.plural(100), "hundreds")
    add(.plural(1e3), "thousands")
    add(.plural(1e6), "millions")
    add(.plural(1e9), "billions")
    add(.plural(1e12), "trillions")
    add(.dozen, "dozen")
    add(.half, "half halves")
    add(.quarter, "quarter quarters")
    add(.ordinal(3), "thirds")
    add(.ordinal(5), "fifths")
    add(.ordinal(6), "sixths")
    add(.ordinal(7), "sevenths")
    add(.ordinal(8), "eighths")
    add(.ordinal(9), "ninths")
    add(.ordinal(10), "tenths")
    add(.ordinal(100), "hundredths")
    add(.ordinalSuffix, "st nd rd th")
    add(.article, "a an")
    addCalendar(add)
    addGrammar(add)
    return words
  }()

  private static func addCalendar(_ add: (EnglishWord, String) -> Void) {
    let months = "january february march april may june july august september october november december"
    for (index, name) in months.split(separator: " ").enumerated() {
      let isCommonWord = name == "may" || name == "march" || name == "august"
      add(.month(index + 1, isAbbreviation: false, isCommonWord: isCommonWord), String(name))
      if name.count > 3 {
        add(.month(index + 1, isAbbreviation: true, isCommonWord: name == "march"), String(name.prefix(3)))
      }
    }
    add(.month(9, isAbbreviation: true, isCommonWord: false), "sept")
    let days = "monday tuesday wednesday thursday friday saturday sunday"
    for (index, name) in days.split(separator: " ").enumerated() {
      add(.weekday(index + 1, isAbbreviation: false), "\(name) \(name)s")
      let isWord = name == "sunday" || name == "saturday" || name == "wednesday"
      if !isWord { add(.weekday(index + 1, isAbbreviation: true), String(name.prefix(3))) }
    }
    add(.weekday(2, isAbbreviation: true), "tues")
    add(.weekday(4, isAbbreviation: true), "thurs thur")
    add(.am, "am")
    add(.pm, "pm")
    add(.noon, "noon midday")
    add(.midnight, "midnight")
    add(.oclock, "o")
    add(.relative(-1), "last previous past")
    add(.relative(0), "this")
    add(.relative(1), "next coming")
    add(.day(.day, -1), "yesterday")
    add(.day(.day, 0), "today tonight")
    add(.day(.day, 1), "tomorrow")
    add(.step(.year), "year")
    add(.step(.month), "month")
    add(.step(.week), "week")
    add(.centuryWord, "century")
    add(.decadeWord, "decade")
    add(.early, "early")
    add(.mid, "mid middle")
    add(.late, "late end")
    add(.bce, "bc bce")
    add(.ce, "ad ce")
  }

  private static func addGrammar(_ add: (EnglishWord, String) -> Void) {
    add(.and, "and")
    add(.or, "or")
    add(.to, "to through until till")
    add(.of, "of")
    add(.point, "point")
    add(.from, "from")
    add(.between, "between")
    add(.by, "by")
    add(.than, "than")
    add(.the, "the")
    add(.per, "per")
    add(.cent, "cent")
    add(.percent, "percent pct")
    add(.hedge(.about), "about around approximately roughly nearly almost approx circa some estimated approaching")
    add(.hedge(.moreThan), "over above exceed exceeding exceeded exceeds surpassing surpassed topping topped")
    add(.hedge(.lessThan), "under below")
    add(.hedge(.atMost), "maximum")
    add(.hedge(.atLeast), "minimum")
    add(.more, "more greater higher better longer larger bigger")
    add(.less, "less lower shorter smaller cheaper")
    add(.fewer, "fewer")
    add(.least, "least")
    add(.most, "most")
    add(.at, "at")
    add(.up, "up")
    add(.no, "no")
    add(.not, "not")
    add(.asWord, "as")
    add(.many, "many")
    add(.much, "much")
    add(.close, "close")
    add(.several, "several")
    add(.couple, "couple")
    add(.few, "few")
    add(.times(2), "twice double doubled doubles doubling twofold")
    add(.times(3), "triple tripled triples tripling thrice treble trebled threefold")
    add(.times(4), "quadruple quadrupled fourfold")
    add(.times(5), "quintupled fivefold")
    add(.times(6), "sixfold")
    add(.times(7), "sevenfold")
    add(.times(8), "eightfold")
    add(.times(10), "tenfold")
    add(.odd, "odd")
    add(.plus, "plus")
    add(.letterS, "s")
    add(.inWord, "in")
    add(.outWord, "out")
    add(.partWord, "part parts")
    add(.offWord, "off")
  }
}
