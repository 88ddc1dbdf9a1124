import TextCore

/// Words and characters that go with Chinese numbers.
enum ChineseQuantities {
  /// Whether the character counts things: 个, 人, 家.
  static func isClassifier(_ scalar: UInt32) -> Bool { classifiers.contains(scalar) }

  /// `两年一度` is `biennial`.
  static let onceEvery = "一度".unicodeScalars.map(\.value)
  static let anHour = "每小时".unicodeScalars.map(\.value)
  static let speed = "时速".unicodeScalars.map(\.value)

  private static let classifiers = HanSet(
    "个人名位家户只辆台件份册种条张次级间所座套项部村县省市场轮局支队架艘幅首篇棵株头匹批届期届代组对双门类款处起国州区镇乡街岁等宗层句段道枚颗粒块片本盘瓶杯桶箱包袋把根分回遍趟声顿口世")
}

extension ChineseScanner {
  /// The quantity that begins at `index` with a figure, a sign or 第, and the index after it.
  func quantity(at index: Int) -> (Quantity, end: Int)? {
    switch text.at(index) {
    case 0x7B2C: return ordinal(at: index)
    case 0x534A: return half(at: index)
    case 0x7FFB: return doubling(at: index)
    default: break
    }
    if let result = currency(at: index) ?? belowZero(at: index) ?? decadeOfLife(at: index) { return result }
    guard canBegin(at: index), let numeral = ChineseNumeral.parse(text, at: index) else { return nil }
    return share(numeral, at: index) ?? measured(numeral, at: index, prefix: nil, start: index)
  }

  /// Money whose sign stands in front: `¥300`, `人民币5亿元`, `US$ 3.5`.
  func currency(at index: Int) -> (Quantity, end: Int)? {
    guard let sign = CurrencySigns.table.match(in: text, at: index) else { return nil }
    if text.at(index).isASCIILetter, text.at(index - 1).isASCIILetter { return nil }
    var position = sign.end
    if text.at(position) == 0x20 { position += 1 }
    if let hedge = ChineseHedges.before.match(in: text, at: position) { position = hedge.end }
    guard text.at(position).isASCIIDigit || (text.at(index) >= 0x4E00 && ChineseNumeral.isPart(text.at(position))),
      let numeral = ChineseNumeral.parse(text, at: position)
    else { return nil }
    return measured(numeral, at: position, prefix: sign.value, start: index)
  }

  /// Whether a numeral may begin here: a bare 陆 or 伍 is a name, figures behind a Latin letter are part of a code.
  func canBegin(at index: Int) -> Bool {
    let scalar = text.at(index)
    if scalar.isASCIIDigit { return !text.at(index - 1).isASCIILetter }
    let next = text.at(index + 1)
    switch scalar {
    case 0x9646, 0x4F0D, 0x62FE, 0x58F9, 0x8D30, 0x53C1, 0x8086:  // 陆 伍 拾 壹 贰 叁 肆
      return ChineseNumeral.isPart(next)
    case 0x4E24 where text.at(index - 1) == 0x65A4: return false  // 斤两
    case 0x5146: return false  // 兆
    case 0x96F6, 0x3007: return ChineseNumeral.isPart(next) || next == 0x70B9 || next == 0x5206
    default: return ChineseNumeral.isPart(scalar) || scalar == 0x51E0 || scalar == 0x6570
    }
  }

  // MARK: Numbers of a special shape

  /// `零下5摄氏度`, `负二十度`.
  func belowZero(at index: Int) -> (Quantity, end: Int)? {
    let first = text.at(index)
    let start = first == 0x8D1F ? index + 1 : index + 2
    guard first == 0x8D1F || first == 0x96F6 && text.at(index + 1) == 0x4E0B,
      let numeral = ChineseNumeral.parse(text, at: start),
      let (quantity, end) = measured(numeral, at: start, prefix: nil, start: index),
      quantity.unit == .temperature || quantity.unit == .angle
    else { return nil }
    var negative = quantity
    (negative.lower, negative.upper) = (-quantity.upper, -quantity.lower)
    negative.unit = .temperature  // 零下5度
    return warming(negative, end: end) ?? (negative, end)
  }

  /// `零下25度到15度`: both are below zero, for nobody counts from cold to warm across it without saying so.
  private func warming(_ cold: Quantity, end: Int) -> (Quantity, end: Int)? {
    guard !cold.isRange, let mark = rangeMark(at: end),
      let second = ChineseNumeral.parse(text, at: skipSpace(mark + 1)),
      second.exactness == .exact, let (entry, unitEnd) = unit(at: second.end, numeral: second),
      entry.unit == .temperature || entry.unit == .angle
    else { return nil }
    let warmer = -(second.upper * entry.scale + entry.zero)
    guard warmer > cold.upper else { return nil }
    var both = cold
    both.upper = warmer
    both.span = TextSpan(cold.span.start, text.span(unitEnd, unitEnd).start)
    both.numeral = TextSpan(cold.numeral.start, text.span(second.end, second.end).start)
    return (both, unitEnd)
  }

  /// `第七`, `第27届`.
  func ordinal(at index: Int) -> (Quantity, end: Int)? {
    guard let numeral = ChineseNumeral.parse(text, at: index + 1), numeral.exactness == .exact else { return nil }
    let isWeak = numeral.upper <= 3 && !numeral.hasFigures
    return (
      Quantity(
        span: text.span(index, numeral.end), numeral: text.span(index + 1, numeral.end), lower: numeral.lower,
        upper: numeral.upper, unit: .ordinal, isWeak: isWeak), numeral.end
    )
  }

  /// `半年`, `半斤`, `半数`, `半个小时`.
  ///
  /// Always weak: English has too many ways to say it.
  func half(at index: Int) -> (Quantity, end: Int)? {
    var end = index + 1
    if let entry = ChineseUnits.table.match(in: text, at: end),
      entry.value.unit.isHalved
    {
      let value = entry.value.scale / 2
      return (
        Quantity(
          span: text.span(index, entry.end), numeral: text.span(index, index + 1), lower: value, upper: value,
          unit: entry.value.unit, scale: entry.value.scale, isWeak: true), entry.end
      )
    }
    guard text.at(end) == 0x6570 || text.at(index - 1) == 0x8FC7 else { return nil }  // 半数 过半
    if text.at(end) == 0x6570 { end += 1 }
    return (
      Quantity(
        span: text.span(index, end), numeral: text.span(index, index + 1), lower: 50, upper: 50, unit: .percent,
        isWeak: true), end
    )
  }

  /// `七旬` is in one's seventies; 上旬 and 三旬 of a month are none.
  private func decadeOfLife(at index: Int) -> (Quantity, end: Int)? {
    guard text.at(index + 1) == 0x65EC, let tens = ChineseNumeral.figure(text.at(index)), tens >= 5 else { return nil }
    return (
      Quantity(
        span: text.span(index, index + 2), numeral: text.span(index, index + 1), lower: tens * 10, upper: tens * 10 + 9,
        unit: .age), index + 2
    )
  }

  /// `翻两番` is four times as much, `翻番` and `翻一番` twice.
  func doubling(at index: Int) -> (Quantity, end: Int)? {
    var times = 1.0
    var end = index + 1
    if text.at(end) == 0x4E86 { end += 1 }  // 了
    if let numeral = ChineseNumeral.parse(text, at: end), numeral.upper <= 10 {
      times = numeral.upper
      end = numeral.end
    }
    guard text.at(end) == 0x756A || (text.at(end) == 0x500D && times == 1) else { return nil }
    var value = 1.0
    for _ in 0..<Int(times) { value *= 2 }
    return (
      Quantity(
        span: text.span(index, end + 1), numeral: text.span(index, end), lower: value, upper: value, unit: .multiple,
        isWeak: value <= 2), end + 1
    )
  }

  /// Marks between the bounds of a range: `-`, `~`, `–`, `—`, 至, 到, 或.
  static func isRangeMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x7E, 0x2013, 0x2014, 0x301C, 0x81F3, 0x5230, 0x6216, 0xFF5E, 0x2212: true
    default: false
    }
  }

  // MARK: Numbers with a unit

  /// A numeral with the second bound, the unit and the hedges that belong to it.
  func measured(_ first: ChineseNumeral, at index: Int, prefix: CurrencyCode?, start: Int) -> (Quantity, end: Int)? {
    var (lower, upper, exactness, end) = (first.lower, first.upper, first.exactness, first.end)
    var (hasFigures, isVague, isBare) = (first.hasFigures, first.isVague, first.isBareUnit)
    let between = ChineseUnits.table.match(in: text, at: skipSpace(end))
    if exactness == .exact, let mark = rangeMark(at: end) ?? between.flatMap({ rangeMark(at: $0.end) }) {
      let isDirect = rangeMark(at: end) != nil
      if let second = secondBound(of: first, at: skipSpace(mark + 1), unit: isDirect ? nil : between?.value) {
        // `3-5亿` shares its magnitude, `5000到1万` does not.
        let shares =
          isDirect && first.magnitude == 1 && second.magnitude > 1
          && lower < second.upper / second.magnitude
        if shares { lower *= second.magnitude }
        (upper, end) = (second.upper, second.end)
        hasFigures = hasFigures || second.hasFigures
        isVague = isVague || second.isVague
        isBare = false
        if second.exactness != .exact { exactness = second.exactness }
      }
    }
    let numeralEnd = end
    var halfStep: Double?
    var entry = UnitEntry(.count)
    if let (unit, unitEnd) = unit(at: end, numeral: first) {
      entry = unit
      end = unitEnd
    } else if let (unit, unitEnd) = idiomaticUnit(at: end, numeral: first) {
      entry = unit
      end = unitEnd
    }
    if let prefix, entry.unit == .count || entry.unit == .currency("CNY") || entry.unit == .currency(prefix) {
      entry = UnitEntry(.currency(prefix), entry.scale)
    }
    if entry.unit == .count, isCode(from: index, to: end) { return nil }
    if entry.unit == .percent, entry.scale != 1, entry.scale != 0.1 {  // 三成 is 30 per cent
      (lower, upper, entry.scale) = (lower * entry.scale, upper * entry.scale, 1)
      halfStep = 5
    }
    if entry.unit == .discount { (lower, upper) = Self.discount(lower, upper) }
    var quantity = Quantity(
      span: text.span(start, end), numeral: text.span(index, numeralEnd), lower: lower * entry.scale + entry.zero,
      upper: upper * entry.scale + entry.zero, exactness: exactness, unit: entry.unit, scale: entry.scale,
      isUnitAmbiguous: entry.isAmbiguous)
    quantity.zero = entry.zero
    addHalf(to: &quantity, &end, entry, step: halfStep ?? entry.scale / 2)
    addSmallerUnits(to: &quantity, &end, entry)
    addHundredths(to: &quantity, &end)
    let written = quantity.writtenUpper
    quantity.isWeak =
      isBare || (isVague && !hasFigures && upper < 100)
      || (!hasFigures && (written <= 3 && Self.isWeakUnit(entry.unit) || written <= 1))
      || (entry.unit == .duration && text.has(ChineseQuantities.onceEvery, at: end))
      || (!hasFigures && upper < 10 && entry.unit == .count && !ChineseQuantities.isClassifier(text.at(numeralEnd)))
    return hedged(quantity, start: start, end: end)
  }

  static func isWeakUnit(_ unit: UnitClass) -> Bool {
    unit == .count || unit == .ordinal || unit == .multiple || unit == .angle
  }

  /// `八折` and `85折` take 20 and 15 per cent off.
  static func discount(_ lower: Double, _ upper: Double) -> (Double, Double) {
    let (most, least) = (100 - (lower > 10 ? lower : lower * 10), 100 - (upper > 10 ? upper : upper * 10))
    return (min(most, least), max(most, least))
  }

  func skipSpace(_ index: Int) -> Int { text.at(index) == 0x20 ? index + 1 : index }

  /// The index of the range mark at `index` or behind a space there, or nil.
  func rangeMark(at index: Int) -> Int? {
    let position = skipSpace(index)
    guard Self.isRangeMark(text.at(position)) else { return nil }
    // `2 - 4` and `2 至 4`, but not `2 -4`.
    return position > index && text.at(position) == 0x2D && text.at(position + 1) != 0x20 ? nil : position
  }

  /// The upper bound of a range that stands at `position`.
  func secondBound(of first: ChineseNumeral, at position: Int, unit: UnitEntry?) -> ChineseNumeral? {
    guard text.at(position).isASCIIDigit || ChineseNumeral.isPart(text.at(position)), !first.isBareUnit,
      ChineseGuards.end(in: text, at: position) == nil,
      let second = ChineseNumeral.parse(text, at: position), text.at(second.end) != 0x5206
    else { return nil }
    if let unit {  // `50万元至60万元`: both in one unit
      guard let other = ChineseUnits.table.match(in: text, at: second.end), other.value == unit else { return nil }
    }
    if text.at(second.end).isASCIILetter, ChineseUnits.table.match(in: text, at: second.end) == nil { return nil }
    let isCode = text.at(second.end) == 0x2D && text.at(second.end + 1).isASCIIDigit
    let least = first.magnitude == 1 && second.magnitude > 1 ? min(first.lower, second.upper) : first.lower
    return !isCode && second.upper > least && first.positionalFigures < 3 ? second : nil
  }

  /// Whether figures are part of a code: `400-800-1234`, `1.2.3`, `5G`.
  func isCode(from start: Int, to end: Int) -> Bool {
    guard text.at(start).isASCIIDigit else { return false }
    let next = text.at(end)
    if next.isASCIILetter { return true }
    if next == 0x2E || next == 0x2D { return text.at(end + 1).isASCIIDigit && text.at(start - 1) == next }
    return false
  }

  /// The unit at `index`, behind a space, a 多, or a 个半.
  func unit(at index: Int, numeral: ChineseNumeral) -> (UnitEntry, end: Int)? {
    var position = index
    if text.at(position) == 0x20 { position += 1 }
    if text.at(position) == 0x4E2A, text.at(position + 1) == 0x534A || text.at(position + 1) == 0x591A {  // 个半 个多
      if text.at(position + 2) == 0x6708 { return (UnitEntry(.duration, TimeSpan.month), position) }
      guard let match = ChineseUnits.table.match(in: text, at: position + 2) else { return nil }
      return match.value.unit == .duration ? (match.value, position) : nil
    }
    guard var match = ChineseUnits.table.match(in: text, at: position) else { return nil }
    if match.value.unit == .length, isSpeed(numeral, unitEnd: match.end) {
      match.value = UnitEntry(.speed, match.value.scale / 1_000)
    }
    if text.at(position).isASCIILetter, text.at(match.end).isASCIILetter || position > index + 1 { return nil }
    // 5V5 counts no volts.
    if text.at(position).isASCIILetter, match.end == position + 1, text.at(match.end).isASCIIDigit { return nil }
    return isUnit(from: position, to: match.end, match.value) ? (match.value, match.end) : nil
  }

  /// Whether a length is one an hour: `每小时85英里`, `时速 300 公里`, `85英里的时速`.
  func isSpeed(_ numeral: ChineseNumeral, unitEnd: Int) -> Bool {
    if text.has(ChineseQuantities.anHour, at: unitEnd) || text.has(ChineseQuantities.speed, at: unitEnd + 1) {
      return true
    }
    var before = numeral.start
    if text.at(before - 1) == 0x20 { before -= 1 }
    if let hedge = ChineseHedges.before.match(in: text, before: before, floor: floor) { before = hedge.start }
    if text.at(before - 1) == 0x4E3A || text.at(before - 1) == 0x8FBE { before -= 1 }  // 为 达
    return text.has(ChineseQuantities.anHour, before: before, floor: floor)
      || text.has(ChineseQuantities.speed, before: before, floor: floor)
  }

  /// Whether the word is a unit here and not the beginning of another word: 米 in `三米高`, not in `米饭`.
  func isUnit(from start: Int, to end: Int, _ entry: UnitEntry) -> Bool {
    let next = text.at(end)
    if end == start + 2 { return !ChineseUnits.isOtherWord(text.at(start + 1), before: next) }
    guard end == start + 1 else { return true }
    switch text.at(start) {
    case 0x4F0F: return !next.isAmong("击尔笔羲特牛兵案法天")  // 伏
    case 0x5143: return !next.isAmong("旦宵帅老首素件")  // 元
    case 0x5468: return !next.isAmong("边围岁期年转密到")  // 周
    case 0x5E74: return !next.isAmong("级代货糕轻龄薪")  // 年
    case 0x5929: return !next.isAmong("然才气猫安津河山津鹅")  // 天
    case 0x91CC: return !next.isAmong("面程昂约斯弄根")  // 里
    case 0x7C73: return !next.isAmong("饭粉其线")  // 米
    case 0x514B: return !next.isAmong("隆拉里服")  // 克
    case 0x5EA6: return !next.isAmong("假过")  // 度
    case 0x5757: return !next.isAmong("头链")  // 块
    case 0x4E08: return !next.isAmong("夫人母量")  // 丈
    case 0x4E24: return !next.isAmong("步口点样下手眼边侧")  // 两
    case 0x89D2: return !next.isAmong("度落色")  // 角
    case 0x5E73: return next != 0x5747  // 平均
    default: return true
    }
  }

  /// 成 and 折, which stand for tenths: `三成`, `八折`.
  func idiomaticUnit(at index: Int, numeral: ChineseNumeral) -> (UnitEntry, end: Int)? {
    guard numeral.upper > 0, numeral.upper <= 10 || (text.at(index) == 0x6298 && numeral.upper < 100) else {
      return nil
    }
    let next = text.at(index + 1)
    switch text.at(index) {
    case 0x6210:  // 成
      guard !next.isAmong("员立功年为本果效都交长分熟人品语绩就份套批") else { return nil }
      return (UnitEntry(.percent, 10), index + 1)
    case 0x6298:  // 折
      guard !next.isAmong("叠断磨合腾射返旧回线") else { return nil }
      return (UnitEntry(.discount), index + 1)
    default:
      return nil
    }
  }

  /// `1米75`, `3块5`, `三元五角`: what follows the unit counts in tenths of it.
  func addSmallerUnits(to quantity: inout Quantity, _ end: inout Int, _ entry: UnitEntry) {
    guard !quantity.isRange, quantity.exactness == .exact, entry.scale == 1 else { return }
    let isMetre = entry.unit == .length && text.at(end - 1) == 0x7C73
    let isYuan = entry.unit == .currency("CNY") && (text.at(end - 1) == 0x5143 || text.at(end - 1) == 0x5757)
    guard isMetre || isYuan else { return }
    var value = 0.0
    var index = end
    if isYuan {
      for (unit, place) in [([0x89D2, 0x6BDB], 0.1), ([0x5206], 0.01)] as [([UInt32], Double)] {
        guard let figure = figure(at: index), unit.contains(text.at(index + 1)) else { continue }
        value += figure * place
        index += 2
      }
    }
    if index == end, isMetre || text.at(end - 1) == 0x5757 {
      var place = 0.1
      while index < end + 2, let figure = figure(at: index) {
        value += figure * place
        place /= 10
        index += 1
      }
      // 3米2人, 3块10元: what follows is counted by itself.
      let next = text.at(index)
      if ChineseNumeral.isPart(next) || next.isASCIIDigit || next.isASCIILetter || next == 0x2E
        || ChineseQuantities.isClassifier(next) || ChineseUnits.table.match(in: text, at: index) != nil
      {
        return
      }
    }
    if index == end { return }
    quantity.lower += value
    quantity.upper += value
    end = index
    quantity.span = TextSpan(quantity.span.start, text.span(end, end).start)
  }

  /// `12秒88`: what stands behind the seconds of a race are hundredths.
  private func addHundredths(to quantity: inout Quantity, _ end: inout Int) {
    guard quantity.unit == .duration, quantity.scale == 1, !quantity.isRange, text.at(end - 1) == 0x79D2,
      let tenth = arabicFigure(at: end), let hundredth = arabicFigure(at: end + 1), !text.at(end + 2).isASCIIDigit,
      ChineseUnits.table.match(in: text, at: end + 2) == nil, !ChineseQuantities.isClassifier(text.at(end + 2))
    else { return }
    quantity.lower += (tenth * 10 + hundredth) / 100
    quantity.upper = quantity.lower
    end += 2
    quantity.span = TextSpan(quantity.span.start, text.span(end, end).start)
  }

  private func arabicFigure(at index: Int) -> Double? {
    text.at(index).isASCIIDigit ? Double(text.at(index) - 0x30) : nil
  }

  /// The value of a figure from 0 to 9, Arabic or Chinese.
  private func figure(at index: Int) -> Double? {
    let scalar = text.at(index)
    if scalar.isASCIIDigit { return Double(scalar - 0x30) }
    return ChineseNumeral.figure(scalar)
  }

  /// `两年半`, `三个半小时`, `三成半`: half a unit more.
  func addHalf(to quantity: inout Quantity, _ end: inout Int, _ entry: UnitEntry, step: Double) {
    var added = 0.0
    let isHalf = text.at(end + 1) == 0x534A
    if text.at(end) == 0x4E2A, entry.unit == .duration, isHalf || text.at(end + 1) == 0x591A,
      let unitEnd = text.at(end + 2) == 0x6708 ? end + 3 : ChineseUnits.table.match(in: text, at: end + 2)?.end
    {  // 个半小时 个多月
      added = isHalf ? step : 0
      if added == 0 {
        quantity.exactness = .moreThan
        quantity.upper += entry.scale
      }
      end = unitEnd
    } else if text.at(end) == 0x534A,
      [.duration, .age, .percent, .multiple].contains(entry.unit),
      text.at(end + 1) != 0x6570, ChineseUnits.table.match(in: text, at: end + 1) == nil
    {
      added = step
      end += 1
    } else if entry.unit == .percent, text.at(end - 1) == 0x6210, let tenth = ChineseNumeral.figure(text.at(end)),
      tenth > 0, !ChineseNumeral.isPart(text.at(end + 1)), !ChineseQuantities.isClassifier(text.at(end + 1)),
      ChineseUnits.table.match(in: text, at: end + 1) == nil
    {  // 两成五
      added = tenth
      end += 1
    }
    quantity.lower += added
    quantity.upper += added
    quantity.span = TextSpan(quantity.span.start, text.span(end, end).start)
  }
}
