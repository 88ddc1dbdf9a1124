import Quantities
import TextCore

/// The numbers and dates of a pair that do not fit, each with what stands in its place.
struct NumberComparison {
  /// A number or date of the Chinese text and the one that stands in its place in the English.
  struct Conflict {
    let chinese: Mention
    let english: Mention
    let comparison: QuantityComparison
  }

  let conflicts: [Conflict]
  /// Numbers and dates that both texts say.
  let agreeing: [(chinese: Mention, english: Mention)]
  /// Numbers and dates of the Chinese text that nothing in the English stands for.
  let missing: [Mention]
  /// Numbers and dates of the English text that the Chinese does not have.
  let added: [Mention]

  init(_ pair: TextPair) {
    let chinese = pair.chinese.text.mentions.filter { !pair.chinese.text.isSkipped($0.span) }
    let english = pair.english.text.mentions.filter { !pair.english.text.isSkipped($0.span) }
    if chinese.isEmpty && english.isEmpty {
      (conflicts, agreeing, missing, added) = ([], [], [], [])
      return
    }
    let pairing = MentionPairing(source: chinese, target: english)
    agreeing = pairing.agreeing.map { (chinese[$0.source], english[$0.target]) }
    conflicts = pairing.conflicts.map {
      Conflict(chinese: chinese[$0.source], english: english[$0.target], comparison: $0.comparison)
    }
    let (taken, used) = (Set(pairing.conflicts.map(\.source)), Set(pairing.conflicts.map(\.target)))
    missing = pairing.missing.filter { !taken.contains($0) }.map { chinese[$0] }
    added = pairing.added.filter { !used.contains($0) }.map { english[$0] }
  }
}

/// Numbers as messages say them.
enum NumberText {
  /// The value in English words and figures: `48 billion`, `3.5 to 4`.
  static func value(of quantity: Quantity) -> String {
    let isShare = quantity.unit == .percent  // 5‰ is half a percent
    let low = EnglishNumberFormatter.short(isShare ? quantity.lower : quantity.writtenLower)
    let high = EnglishNumberFormatter.short(isShare ? quantity.upper : quantity.writtenUpper)
    let text = quantity.isRange ? low + " to " + high : low
    switch quantity.unit {
    case .percent: return text + " percent"
    case .ordinal: return "number " + text
    default: return text
    }
  }

  /// How much too large or small a number is: `ten times less`, `10,000 times more`.
  static func factor(_ exponent: Int) -> String {
    let count = abs(exponent)
    var power = 1.0
    for _ in 0..<min(count, 30) { power *= 10 }
    let times = count == 1 ? "ten" : count == 2 ? "a hundred" : EnglishNumberFormatter.plain(power)
    return "\(times) times \(exponent < 0 ? "less" : "more")"
  }
}
