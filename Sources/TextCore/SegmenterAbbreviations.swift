/// A word of at most fifteen ASCII bytes in lower case, packed for look-up.
package struct PackedWord: Hashable, Sendable {
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0

  /// Packs the bytes of a span; longer words are cut, and so may collide only with other long words.
  @inlinable
  package init(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) {
    for index in span.start..<min(span.end, span.start + 16) { append(bytes[index]) }
  }

  package init(_ string: String) {
    for byte in string.utf8.prefix(16) { append(byte) }
  }

  @inlinable
  package static func == (a: PackedWord, b: PackedWord) -> Bool { a.low == b.low && a.high == b.high }

  @inlinable
  mutating func append(_ byte: UInt8) {
    let byte = byte &- 0x41 < 26 ? byte | 0x20 : byte
    high = high << 8 | low >> 56
    low = low << 8 | UInt64(byte)
  }
}

/// What English writes with a full stop that ends no sentence, and the words around it that tell.
struct EnglishAbbreviations: Sendable {
  enum Kind {
    /// Before a name or an example: never the end.
    case title
    /// Before a number only: `No. 5`.
    case beforeNumber
    case month
    /// May stand before a name: `Wall St. Bank`, `St. Paul`.
    case street
    case organisation
    /// `U.S.`, `D.C.`.
    case place
    /// `a.m.`
    case clock
    /// `etc.`
    case closing
  }

  static let shared = EnglishAbbreviations()

  private let kinds: [PackedWord: Kind]
  private let openers: Set<PackedWord>
  private let speech: Set<PackedWord>
  private let clockFollowers: Set<PackedWord>
  private let headingWords: Set<PackedWord>

  func kind(of word: PackedWord, length: Int) -> Kind? { length > 15 ? nil : kinds[word] }

  /// Whether the word is one that opens sentences and hardly ever names.
  func opensSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> Bool {
    openers.contains(PackedWord(bytes, span))
  }

  func isSpeech(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> Bool {
    speech.contains(PackedWord(bytes, span))
  }

  func followsClock(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> Bool {
    clockFollowers.contains(PackedWord(bytes, span))
  }

  func isHeadingWord(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> Bool {
    headingWords.contains(PackedWord(bytes, span))
  }

  private init() {
    func words(_ string: String) -> [PackedWord] { string.split(separator: " ").map { PackedWord(String($0)) } }
    var kinds: [PackedWord: Kind] = [:]
    func add(_ kind: Kind, _ string: String) { for word in words(string) { kinds[word] = kind } }
    add(
      .title,
      """
      mr mrs ms dr prof gen sen rep reps sens gov lt col sgt capt cpt rev hon fr messrs mme mlle maj cmdr adm pres \
      supt det insp amb atty mt ft vs v e.g eg i.e ie cf viz al ca approx dept univ assn bros ph.d m.d ald
      """)
    add(.beforeNumber, "no nos vol vols pp p fig figs art sec ch para ser op eq ver cl nr cap paras arts secs eqs")
    headingWords = Set(words("figure table fig tab section chapter part box article rule step note appendix"))
    add(.month, "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat")
    add(.street, "st ave blvd rd hwy")
    add(.organisation, "inc co ltd corp plc llc jr sr esq cos s.a s.p.a n.v a.g")
    add(
      .place, "u.s u.k u.n e.u d.c l.a u.s.a u.s.s.r p.r.c r.o.c n.y calif conn mass fla wash pa va md ph.d m.a b.a m.p"
    )
    add(.clock, "a.m p.m am pm")
    add(.closing, "etc")
    self.kinds = kinds
    openers = Set(
      words(
        """
        the a an this that these those he she it they we you i his her its their our my your there here in on at but \
        and or so if as for from to with when while where what who why how after before since although though \
        because however then now yet still also not no nor one some many most all both each several according \
        meanwhile moreover furthermore during under over by about between among until once despite last next
        """))
    speech = Set(
      words(
        """
        said says say asked asks replied cried shouted added adds told answered wrote writes tweeted exclaimed \
        whispered declared continued wondered demanded yelled called screamed responded remarked joked
        """))
    clockFollowers = Set(
      words(
        """
        et est edt pt pst pdt ct cst cdt mt gmt utc bst hkt monday tuesday wednesday thursday friday saturday sunday \
        january february march april may june july august september october november december eastern pacific \
        central local beijing
        """))
  }
}
