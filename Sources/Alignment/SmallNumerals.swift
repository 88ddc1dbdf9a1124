/// Numbers as they stand in running text: enough to see that 三十五 and thirty-five are the same.
enum SmallNumerals {
  /// The value of a Chinese numeral character: a digit, or nil.
  static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x96F6, 0x3007, 0x25CB: 0
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  /// The factor of 十, 百, 千, 万, 亿, or nil.
  static func unit(_ scalar: UInt32) -> Double? {
    switch scalar {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1000
    case 0x4E07: 10_000
    case 0x4EBF: 100_000_000
    default: nil
    }
  }

  /// The value of a run of numeral characters.
  static func value(_ scalars: ArraySlice<UInt32>) -> Double {
    if scalars.count > 1, scalars.allSatisfy({ digit($0) != nil }) {
      return scalars.reduce(0) { $0 * 10 + Double(digit($1) ?? 0) }
    }
    var total = 0.0
    var section = 0.0
    var current = 0.0
    for scalar in scalars {
      if let digit = digit(scalar) {
        current = Double(digit)
      } else if let unit = unit(scalar) {
        if unit < 10_000 {
          section += max(current, 1) * unit
          current = 0
        } else {
          total = unit > 10_000 ? (total + section + current) * unit : total + (section + current) * unit
          section = 0
          current = 0
        }
      }
    }
    return total + section + current
  }

  /// The value of an English number word or ordinal in lower case, or nil.
  static func value(ofWord word: String) -> Double? { words[word] }

  /// The factor of hundred, thousand and so on, or nil.
  static func multiplier(ofWord word: String) -> Double? { multipliers[word] }

  private static let multipliers: [String: Double] = [
    "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1e12,
  ]
  private static let words: [String: Double] = {
    let cardinals = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let ordinals = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
      "twentieth",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var table: [String: Double] = [:]
    for (value, word) in cardinals.enumerated() { table[word] = Double(value) }
    for (index, word) in ordinals.enumerated() { table[word] = Double(index + 1) }
    for (index, word) in tens.enumerated() { table[word] = Double(20 + 10 * index) }
    return table
  }()
}
