import TextCore

/// How a number is hedged by the words around it.
enum ChineseHedges {
  /// Words before a number.
  static let before = WordTable<Exactness>([
    ("约 大约 约为 约有 大概 近 将近 接近 差不多 几近 约合 约达 约占 估计 ~", .about),
    ("超 超过 超出 逾 超越 突破 高于 大于 多于 不止 过 > 超逾 破", .moreThan),
    ("至少 不低于 不少于 不小于 起码 最少 ≥ 不下", .atLeast), (withVerbs("至少 起码 最少"), .atLeast),
    ("最多 至多 不超过 不高于 不多于 不大于 ≤", .atMost), (withVerbs("最多 至多"), .atMost),
    ("不足 不到 低于 少于 小于 未满 < 不满 未达 未到", .lessThan),
  ])
  /// A few hedges with what may stand between them and a number: 至少需要8个.
  private static func withVerbs(_ hedges: String) -> String {
    hedges.split(separator: " ").flatMap { hedge in
      ["需要", "需", "要", "有", "为", "可", "能", "可以", "达", "达到", "用", "花"].map { hedge + $0 }
    }.joined(separator: " ")
  }

  /// Words behind a number and its unit.
  static let after = WordTable<Exactness>([
    ("左右 上下 前后 许", .about), ("以上 及以上 或以上 之多 起", .atLeast), ("多 余 开外 出头", .moreThan),
    ("以下 以内 之内 及以下", .atMost),
  ])
}

extension ChineseScanner {
  /// The quantity with the words around it that say how exactly it is meant.
  func hedged(_ quantity: Quantity, start: Int, end: Int) -> (Quantity, end: Int) {
    var quantity = quantity
    var (start, end) = (start, end)
    if let hedge = ChineseHedges.before.match(in: text, before: start, floor: floor), !isPartOfWord(hedge.start) {
      quantity.exactness = hedge.value
      start = hedge.start
      if let denial = denial(before: start), let denied = hedge.value.denied {
        quantity.exactness = denied
        start = denial
      }
      if quantity.writtenUpper >= 100 { quantity.isWeak = false }
    } else if text.at(start - 1) == 0x4E0A,
      let unit = ChineseNumeral.unit(text.at(start)) ?? ChineseNumeral.bigUnit(text.at(start)),
      unit >= 100, start - 1 >= floor
    {
      quantity.exactness = .moreThan  // 上百 上万
      quantity.isWeak = false
      start -= 1
    }
    let isCounted = quantity.unit == .count && ChineseQuantities.isClassifier(text.at(end))
    if isCounted, let hedge = ChineseHedges.after.match(in: text, at: end + 1), hedge.end > end + 2 {
      quantity.exactness = hedge.value  // 30人左右
      end = hedge.end
    } else if let hedge = ChineseHedges.after.match(in: text, at: end), !isOtherWord(at: end) {
      if quantity.exactness == .exact || hedge.value != .about { quantity.exactness = hedge.value }
      end = hedge.end
    }
    quantity.span = text.span(start, end)
    return (quantity, end)
  }

  /// Where a denial begins that ends before `index`: 不得 in 不得超过, 未 in 未超过.
  private func denial(before index: Int) -> Int? {
    guard index - 1 >= floor else { return nil }
    switch text.at(index - 1) {
    case 0x672A: return text.at(index - 2).isAmong("尚并") && index - 2 >= floor ? index - 2 : index - 1  // 未
    case 0x6CA1: return index - 1  // 没
    case 0x6709: return index - 2 >= floor && text.at(index - 2) == 0x6CA1 ? index - 2 : nil  // 没有
    default:
      guard index - 2 >= floor, text.at(index - 2) == 0x4E0D, text.at(index - 1).isAmong("得应能会可宜要许该") else {
        return nil
      }
      return index - 2
    }
  }

  /// Whether the hedge at `index` ends another word: 近 in 最近, 过 in 通过, 约 in 节约.
  func isPartOfWord(_ index: Int) -> Bool {
    let before = text.at(index - 1)
    switch text.at(index) {
    case 0x8FD1: return before.isAmong("最附靠临亲远邻")  // 近
    case 0x8FC7: return before.isAmong("通经透不度难越穿渡")  // 过
    case 0x7EA6: return before.isAmong("节合签条纽制违预大契")  // 约
    case 0x8D85: return before.isAmong("英中西意")  // 超: leagues
    case 0x7834: return before.isAmong("打突攻侦")  // 破
    default: return false
    }
  }

  /// Whether a word that begins like a hedge stands at `index`: 多 in 多样, 起 in 起来, 许 in 许多.
  func isOtherWord(at index: Int) -> Bool {
    let next = text.at(index + 1)
    switch text.at(index) {
    case 0x591A: return next.isAmong("样元种次数久媒哈方边么少")
    case 0x8D77: return text.at(index - 1) != 0x5143 || next == 0x6765  // only 元起
    case 0x8BB8: return next.isAmong("多可昌")
    case 0x4F59: return next.isAmong("下额")
    default: return false
    }
  }
}
