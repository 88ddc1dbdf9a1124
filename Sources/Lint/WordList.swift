import TextCore

/// The words of one text, in order; each spelling is kept once.
///
/// A word is a run of Latin letters. Rules that look for certain words ask ``indices(where:)``, which asks once for each
/// spelling, not once for each word.
public struct WordList: RandomAccessCollection, Sendable {
  /// A word by where it stands and how it is spelled: texts have millions.
  struct Place: Sendable {
    let start: UInt32
    /// The form, doubled; one more for a part of code.
    private let marked: UInt32

    @inline(__always)
    init(start: Int, form: Int, isPartOfCode: Bool) {
      self.start = UInt32(truncatingIfNeeded: start)
      marked = UInt32(truncatingIfNeeded: form) &<< 1 | (isPartOfCode ? 1 : 0)
    }

    @inline(__always) var form: Int { Int(marked &>> 1) }
    var isPartOfCode: Bool { marked & 1 == 1 }
  }

  private let places: [Place]
  /// The words, in order, that some group has.
  private let wanted: [UInt32]
  private let groups: WordGroups
  /// The spellings of the text, in the order of their first words.
  public let forms: [WordForm]

  /// The words of valid UTF-8, of which the first four gigabytes are read; spellings that the vocabulary has are not
  /// made again.
  ///
  /// Costs one pass.
  public init(of utf8: [UInt8], vocabulary: Vocabulary = Vocabulary()) {
    let (places, forms) = utf8.withUnsafeBufferPointer { whole in
      let bytes = UnsafeBufferPointer(rebasing: whole.prefix(Int(UInt32.max)))
      return vocabulary.withTable { table in
        table.beginText()
        if bytes.count > Self.longestCopied {
          var places: [Place] = []
          places.reserveCapacity(bytes.count / 5)
          Self.read(bytes, &table, &places)
          return (places, table.textForms)
        }
        // Of short texts there are many: their words are kept without room for more.
        var places = table.takeRoom()
        Self.read(bytes, &table, &places)
        defer { table.giveBack(places) }
        return (places.withUnsafeBufferPointer { Array($0) }, table.textForms)
      }
    }
    (self.places, self.forms) = (places, forms)
    groups = forms.reduce(into: []) { $0.formUnion($1.groups) }
    let isWanted = forms.map { !$0.groups.isEmpty }
    var wanted: [UInt32] = []
    if !groups.isEmpty {
      for (index, place) in places.enumerated() where isWanted[place.form] { wanted.append(UInt32(index)) }
    }
    self.wanted = wanted
  }

  /// The words of longer texts are not copied.
  private static let longestCopied = 1 << 14

  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ table: inout FormTable, _ places: inout [Place]
  ) {
    var index = 0
    while index < bytes.count {
      if !isLetter(bytes, index) {
        index &+= 1
        continue
      }
      let start = index
      while index < bytes.count, isLetter(bytes, index) {
        if bytes[index] >= 0x80, index + 1 < bytes.count { index &+= 1 }
        index &+= 1
      }
      let form = table.form(at: start, length: index - start, in: bytes)
      places.append(
        Place(start: start, form: form, isPartOfCode: touchesCode(bytes, TextSpan(start, index))))
    }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { places.count }
  public subscript(index: Int) -> Word {
    let place = places[index]
    return Word(span: span(at: index), form: forms[place.form], isPartOfCode: place.isPartOfCode)
  }

  /// Where a word stands.
  func span(at index: Int) -> TextSpan {
    let place = places[index]
    return TextSpan(Int(place.start), Int(place.start) + forms[place.form].length)
  }

  /// The spelling of a word, as an index into ``forms``.
  func form(at index: Int) -> Int { places[index].form }

  /// The groups that a word belongs to.
  func groups(at index: Int) -> WordGroups { forms[places[index].form].groups }

  /// The words that belong to a group.
  ///
  /// Costs a look at each word that belongs to any, none where no word belongs to this one.
  func indices(of group: WordGroup) -> [Int] {
    let group = WordGroups(group)
    guard groups.contains(group) else { return [] }
    var found: [Int] = []
    for index in wanted where forms[places[Int(index)].form].groups.contains(group) { found.append(Int(index)) }
    return found
  }

  /// The words whose spelling is wanted; `isWanted` is asked once for each spelling.
  ///
  /// Costs a look at each word.
  func indices(where isWanted: (WordForm) -> Bool) -> [Int] {
    indices(ofForms: forms.map(isWanted))
  }

  /// The words whose spellings are chosen; there is a choice for each of ``forms``.
  ///
  /// Costs a look at each word, none where no spelling is chosen.
  func indices(ofForms isChosen: [Bool]) -> [Int] {
    guard isChosen.contains(true) else { return [] }
    return isChosen.withUnsafeBufferPointer { isChosen in
      places.withUnsafeBufferPointer { places in
        places.indices.filter { isChosen[places[$0].form] }
      }
    }
  }

  /// The words, but the first, that are spelled like the one before them, capitals aside.
  func repeats() -> [Int] {
    let keys = forms.map(\.keyNumber)
    return places.indices.dropFirst().filter { index in
      keys[places[index].form] == keys[places[index - 1].form]
    }
  }

  /// The spelling of a word, without a copy of the whole list.
  func key(at index: Int) -> String { forms[places[index].form].key }

  /// How often each spelling stands in the text.
  func formCounts() -> [Int] {
    var counts = [Int](repeating: 0, count: forms.count)
    for place in places { counts[place.form] += 1 }
    return counts
  }

  /// How often each word stands in the text, capitals aside; by ``WordForm/keyNumber``.
  func keyCounts() -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for (form, count) in zip(forms, formCounts()) { counts[form.keyNumber, default: 0] += count }
    return counts
  }

  // MARK: Letters

  /// Whether the byte at `index` begins a Latin letter: ASCII, or U+00C0 to U+024F.
  @inline(__always)
  private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 }
    if byte == 0xC3 { return index + 1 < bytes.count && bytes[index + 1] != 0x97 && bytes[index + 1] != 0xB7 }
    return byte >= 0xC4 && byte <= 0xC8 || byte == 0xC9 && index + 1 < bytes.count && bytes[index + 1] <= 0x8F
  }

  /// Whether a word is a part of code: what touches it, or a dot with letters on both sides.
  @inline(__always)
  private static func touchesCode(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> Bool {
    let before = span.start > 0 ? bytes[span.start - 1] : 0x20
    let after = span.end < bytes.count ? bytes[span.end] : 0x20
    if isCodeByte(before) || isCodeByte(after) { return true }
    return (before == 0x2E || after == 0x2E) && isPartOfAddress(bytes, span)
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x5F, 0x40, 0x5C, 0x2F, 0x60, 0x23: true  // digits _ @ \ / ` #
    default: false
    }
  }

  /// Whether the word is a part of `www.example.com`: a dot with letters on both sides touches it.
  private static func isPartOfAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ span: TextSpan) -> Bool {
    guard span.length > 1 else { return false }
    if span.end + 1 < bytes.count, bytes[span.end] == 0x2E, Characters.isLetter(bytes[span.end + 1]) { return true }
    return span.start > 1 && bytes[span.start - 1] == 0x2E && Characters.isLetter(bytes[span.start - 2])
      && (span.start < 3 || Characters.isLetter(bytes[span.start - 3]))
  }
}
