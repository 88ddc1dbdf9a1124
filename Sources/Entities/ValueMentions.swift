import Names
import Quantities
import TextCore

/// The quantities and dates of a text as mentions.
///
/// A quantity is given with its measure word, as a reader sees it (30家, 第七届); what is a code rather than an amount
/// (001, a figure in an address) is left out.
struct ValueMentions {
  private let text: MappedText
  private let language: Language

  init(_ text: MappedText, language: Language) {
    self.text = text
    self.language = language
  }

  /// Adds the mentions, sorted; those that say too little to be compared (一个, some) are left out.
  ///
  /// Costs a pass over the text.
  func append(to result: inout EntityMentions) {
    QuantityRecognizer(language: language).forEachMention(in: text.utf8) { mention in
      if mention.isWeak { return }
      switch mention {
      case .quantity(let quantity): append(quantity, to: &result)
      case .date(let date): append(date, to: &result)
      }
    }
  }

  private func append(_ date: DateMention, to result: inout EntityMentions) {
    var key = date
    key.span = TextSpan(0, 0)
    let place =
      result.known.dates[key]
      ?? result.place(
        of: FindingDetail(
          value: EntityValue.text(of: date), keys: EntityValue.keys(of: date),
          evidence: date.isValid ? [.value] : [.noSuchDate]))
    result.known.dates[key] = place
    result.add(date.span, .date, confidence: date.isValid ? 0.9 : 0.5, at: place)
  }

  private func append(_ quantity: Quantity, to result: inout EntityMentions) {
    if isCode(quantity) { return }
    if let (span, year) = yearOrGeneration(quantity) {
      let value = String(year)
      result.add(span, .date, confidence: 0.75, FindingDetail(value: value, keys: [value], evidence: [.value]))
      return
    }
    let key = KnownDetails.Amount(
      lower: quantity.lower, upper: quantity.upper, unit: quantity.unit, exactness: quantity.exactness)
    let place = result.known.amounts[key] ?? result.place(of: detail(of: quantity))
    result.known.amounts[key] = place
    let span = TextSpan(quantity.span.start, endOfMeasureWord(behind: quantity))
    result.add(span, .quantity, confidence: 0.9, at: place)
  }

  private func detail(of quantity: Quantity) -> FindingDetail {
    let value = EntityValue.text(of: quantity)
    return FindingDetail(
      value: value, keys: [EntityValue.isShort(quantity) ? value : EntityValue.key(of: quantity)],
      exactness: quantity.exactness, evidence: [.value])
  }

  // MARK: Codes

  /// Whether the figures are a code: a zero before others, a figure in an address, a stock code in brackets.
  private func isCode(_ quantity: Quantity) -> Bool {
    let numeral = text.utf8[quantity.numeral.range]
    guard let first = numeral.first, (0x30...0x39).contains(first) else { return false }
    let figures = numeral.prefix { (0x30...0x39).contains($0) }
    if first == 0x30, figures.count > 1 { return true }
    let isBare = quantity.unit == .count && quantity.span == quantity.numeral && figures.count == numeral.count
    guard isBare else { return false }
    return figures.count >= 12 || figures.count == 6 && isBracketed(quantity.span) || isInAddress(quantity.span)
  }

  private func isBracketed(_ span: TextSpan) -> Bool {
    let start = text.utf8[..<span.start].suffix(3)
    return start.last == 0x28 || start.elementsEqual([0xEF, 0xBC, 0x88])
  }

  /// Whether the figures stand in an address of the web, or in a path; looks back no more than 200 bytes.
  private func isInAddress(_ span: TextSpan) -> Bool {
    var slashes = 0
    var stops = 0
    for byte in text.utf8[..<span.start].suffix(200).reversed() {
      guard byte > 0x20, byte < 0x7F else { break }
      if byte == 0x2F { slashes += 1 }
      if byte == 0x2E { stops += 1 }
    }
    return slashes > 0 && (stops > 0 || slashes > 2)
  }

  // MARK: Years

  /// A bare year before a name (2014广东省峰会), or the year a generation was born in (85后).
  private func yearOrGeneration(_ quantity: Quantity) -> (span: TextSpan, year: Int)? {
    guard language == .chinese, quantity.unit == .count, quantity.span == quantity.numeral, !quantity.isRange else {
      return nil
    }
    let next = scalar(at: quantity.span.end)
    if quantity.span.length == 4, (1900...2099).contains(quantity.lower), next.value.isHan,
      !Self.measureWords.contains(next.value), quantity.exactness == .exact, isFigures(quantity.span)
    {
      return (quantity.span, Int(quantity.lower))
    }
    // 后, but not 后来 or 后面.
    if quantity.span.length == 2, next.value == 0x540E, isFigures(quantity.span),
      !Self.afterGeneration.contains(scalar(at: quantity.span.end + next.length).value)
    {
      let year = Int(quantity.lower) + (quantity.lower < 30 ? 2000 : 1900)
      return (TextSpan(quantity.span.start, quantity.span.end + next.length), year)
    }
    return nil
  }

  private static let afterGeneration = HanSet("面来台续期方备排")

  private func isFigures(_ span: TextSpan) -> Bool { text.utf8[span.range].allSatisfy { (0x30...0x39).contains($0) } }

  // MARK: Measure words

  /// The end of the quantity with its measure word: 30|家, 第七|届.
  private func endOfMeasureWord(behind quantity: Quantity) -> Int {
    let end = quantity.span.end
    guard language == .chinese, quantity.unit == .count || quantity.unit == .ordinal,
      quantity.span.end == quantity.numeral.end
    else { return end }
    let word = scalar(at: end)
    guard Self.measureWords.contains(word.value) else { return end }
    let next = scalar(at: end + word.length).value
    // 三名 counts people, 三名单 does not.
    return Self.otherWords[word.value]?.contains(next) == true ? end : end + word.length
  }

  /// The Simplified scalar at a byte; U+0000 at the end.
  private func scalar(at byte: Int) -> (value: UInt32, length: Int) {
    guard byte < text.utf8.count else { return (0, 0) }
    let (scalar, length) = text.utf8.withUnsafeBufferPointer { UTF8Scan.scalar(in: $0, at: byte) }
    return (Folding.simplified(scalar), length)
  }

  private static let measureWords = HanSet("个名位家户种条项件份辆台所座场次届期批组套张支只头间人棵株封篇部艘架扇枚颗轮册幅排栋幢")

  /// What makes another word of a measure word.
  private static let otherWords: [UInt32: HanSet] = [
    ("个", "别体性"), ("名", "单字称义"), ("位", "于置数"), ("家", "庭族乡长电具"), ("种", "植子族"), ("条", "件例约款"), ("项", "目"),
    ("件", ""), ("份", "额"), ("台", "湾风北"), ("所", "有以在谓"), ("座", "谈"), ("场", "所地馆"), ("次", "于要数"), ("期", "间货待"),
    ("批", "发准评复"), ("组", "织成合"), ("张", "力"), ("支", "持付出撑"), ("只", "有是要能会"), ("头", "部"), ("间", "接谍"),
    ("人", "民口才物类均工力次"), ("部", "分门队长署"), ("架", "构"), ("轮", "胎船"), ("排", "名放水"), ("户", "口籍"),
  ].reduce(into: [:]) { table, entry in
    if let word = entry.0.unicodeScalars.first { table[word.value] = HanSet(entry.1) }
  }
}
