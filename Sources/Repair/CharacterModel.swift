import TextCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How likely a character is after another, by what the document itself uses and by what Chinese uses in general.
///
/// All ASCII digits are one character here.
struct CharacterModel {
  private var pairs: PairCounts
  /// By scalar, of the basic plane.
  private var counts = [Int32](repeating: 0, count: 0x10000)
  private var total = 0.0
  private var traditional = 0
  private var simplified = 0
  private let words: WordPairs
  /// Whether the text writes `,` where Chinese has `，`.
  private(set) var usesHalfWidthMarks = false
  /// Whether the text keeps Han and what is ASCII apart with a space: `在 3 月`.
  private(set) var separatesScripts = false

  /// Knows no text yet.
  init(pairs words: WordPairs) {
    self.words = words
    pairs = PairCounts()
  }

  /// Learns from the text, leaving out what `isTrusted` does not trust.
  init(_ text: ScalarText, pairs words: WordPairs, isTrusted: (Int) -> Bool) {
    self.words = words
    // Of long texts every sixth pair or so is new.
    pairs = PairCounts(expecting: text.count / 8)
    var halfWidth = 0
    var fullWidth = 0
    var spaced = 0
    var unspaced = 0
    var before: UInt32?
    for index in 0..<text.count {
      let scalar = Self.known(text.values[index])
      guard isTrusted(index), scalar <= 0xFFFF else {
        before = nil
        continue
      }
      count(scalar, after: before)
      if scalar == 0x2C, let before, before.isHan { halfWidth += 1 }
      if scalar == 0xFF0C { fullWidth += 1 }
      if let before, before.isHan {
        if scalar == 0x20, Self.isKeptApart(text[index + 1]) { spaced += 1 }
        if Self.isKeptApart(scalar) { unspaced += 1 }
      }
      before = scalar
    }
    usesHalfWidthMarks = halfWidth > fullWidth
    separatesScripts = spaced >= 4 && spaced > 8 * unspaced
  }

  /// Whether a text that keeps scripts apart has a space between a Han character and this one.
  static func isKeptApart(_ scalar: UInt32) -> Bool {
    scalar.isASCIILetter || scalar.isASCIIDigit || scalar == 0x28 || scalar == 0x40  // ( and @
  }

  /// Learns from text that was read right.
  mutating func learn(_ scalars: [UInt32]) {
    var before: UInt32?
    for scalar in scalars where scalar <= 0xFFFF {
      count(Self.known(scalar), after: before)
      before = Self.known(scalar)
    }
  }

  private mutating func count(_ scalar: UInt32, after before: UInt32?) {
    counts[Int(scalar)] += 1
    total += 1
    if let before { pairs.add(scalar, after: before) }
    guard scalar.isHan else { return }
    if Folding.simplified(scalar) != scalar { traditional += 1 }
    if HanScript.table.isSimplifiedOnly(scalar) { simplified += 1 }
  }

  private static func known(_ scalar: UInt32) -> UInt32 { scalar.isASCIIDigit ? 0x30 : scalar }

  private var isTraditional: Bool { traditional > simplified }

  /// The logarithm of the probability of `scalar` after `before` (zero: the beginning or the end of the text).
  func logProbability(of scalar: UInt32, after before: UInt32) -> Double {
    let scalar = Self.known(scalar)
    let before = Self.known(before)
    let seen = Double(count(of: before))
    var pair = seen == 0 ? 0 : Double(pairs.count(of: scalar, after: before))
    if before.isHan {
      if scalar.isHan {
        pair += Self.wordWeight * (Self.areNumerals(before, scalar) ? 1 : words.weight(of: before, scalar))
      } else if Self.goTogether(before, scalar) {
        pair += Self.wordWeight
      }
    } else if Self.goTogether(before, scalar) {
      pair += Self.wordWeight
    }
    return log((pair + 8 * probability(of: scalar)) / (seen + 8 + Self.wordWeight))
  }

  /// Whether a figure and what it counts, or a unit and the next figure, stand side by side: 五百, 千五.
  private static func areNumerals(_ first: UInt32, _ second: UInt32) -> Bool {
    isFigure(first) && isUnit(second) || isUnit(first) && (isFigure(second) || isUnit(second))
  }

  private static func isFigure(_ scalar: UInt32) -> Bool {
    switch scalar {
    // 一二三四五六七八九两兩
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x4E24, 0x5169: true
    default: false
    }
  }

  private static func isUnit(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5341, 0x767E, 0x5343, 0x4E07, 0x842C, 0x4EBF, 0x5104: true  // 十百千万萬亿億
    default: false
    }
  }

  /// Whether the character, a mark or a digit, often follows the one before.
  private static func goTogether(_ before: UInt32, _ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30 where before.isHan: leadsFigures(before)
    case 0xFF1F: endsQuestion(before)
    case 0x0A: endsSentence(before) || before == 0xFF1A || before == 0xFF1B
    case 0x201D, 0x300D: endsSentence(before) && before != scalar
    case 0x201C, 0x300C: before == 0x0A || before == 0xFF1A || before == 0xFF0C
    case 0x2014, 0x2026: before == scalar
    default: before == 0x30 && followsFigures(scalar)
    }
  }

  /// Whether a question often ends with the character.
  static func endsQuestion(_ scalar: UInt32) -> Bool {
    scalar == 0x5417 || scalar == 0x55CE || scalar == 0x5462  // 吗嗎呢
  }

  /// Whether a figure often follows the character: 约30, 第3, 超过5.
  private static func leadsFigures(_ scalar: UInt32) -> Bool {
    switch scalar {
    // 约約第近超过過达達到至从從由于於在为為共有年月
    case 0x7EA6, 0x7D04, 0x7B2C, 0x8FD1, 0x8D85, 0x8FC7, 0x904E, 0x8FBE, 0x9054, 0x5230, 0x81F3, 0x4ECE, 0x5F9E, 0x7531,
      0x4E8E, 0x65BC, 0x5728, 0x4E3A, 0x70BA, 0x5171, 0x6709, 0x5E74, 0x6708:
      true
    default: false
    }
  }

  /// Whether the character counts or measures what a figure before it says, or is a further digit of it.
  static func followsFigures(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39: true
    // 年月日时分秒点岁
    case 0x5E74, 0x6708, 0x65E5, 0x65F6, 0x6642, 0x5206, 0x79D2, 0x70B9, 0x9EDE, 0x5C81, 0x6B72: true
    // 万亿千百元个人名天
    case 0x4E07, 0x842C, 0x4EBF, 0x5104, 0x5343, 0x767E, 0x5143, 0x4E2A, 0x500B, 0x4EBA, 0x540D, 0x5929: true
    default: false
    }
  }

  private func count(of scalar: UInt32) -> Int32 { scalar <= 0xFFFF ? counts[Int(scalar)] : 0 }

  private static func endsSentence(_ mark: UInt32) -> Bool {
    mark == 0x3002 || mark == 0xFF01 || mark == 0xFF1F || mark == 0x2026 || mark == 0x201D || mark == 0x300D
  }

  /// What speaks for some characters because they are a word of the dictionary, in natural logarithms.
  func bonus(forWord scalars: [UInt32]) -> Double { words.isWord(scalars) ? Self.longWordBonus : 0 }

  private static let longWordBonus = 2.5

  /// The sum over a sequence, the step to `next` included.
  func logProbability(of scalars: some Sequence<UInt32>, after before: UInt32, next: UInt32) -> Double {
    var sum = 0.0
    var last = before
    for scalar in scalars {
      sum += logProbability(of: scalar, after: last)
      last = scalar
    }
    return sum + logProbability(of: next == 0 ? 0x0A : next, after: last)
  }

  /// The probability of a character by itself: its count in the document, smoothed by its general frequency.
  private func probability(of scalar: UInt32) -> Double {
    (Double(count(of: scalar)) + Self.priorWeight * prior(of: scalar)) / (total + Self.priorWeight)
  }

  /// The general frequency of a character.
  ///
  /// Zipf's law over the ranks of the common ones, and rough figures for the rest.
  private func prior(of scalar: UInt32) -> Double {
    if scalar.isHan {
      guard let rank = CommonCharacters.rank(of: scalar) else { return 4e-7 }
      let share = 0.14 / Double(rank + 8)
      if isTraditional { return HanScript.table.isSimplifiedOnly(scalar) ? share * 0.05 : share }
      // A Traditional character has the rank of its Simplified form, but a text not known to be Traditional has it less.
      return Folding.simplified(scalar) == scalar ? share : share * (simplified > 4 * traditional ? 0.02 : 0.05)
    }
    switch scalar {
    case 0xFF0C, 0x2C, 0x3002: return 0.03
    case 0x0A, 0x0D: return 0.005
    case 0xFF1A, 0x3A: return 0.008
    case 0x201C, 0x201D, 0x3001, 0xFF1F, 0xFF01: return 0.004
    case 0xFF08, 0xFF09, 0xFF1B: return 0.001
    case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return 0.0006
    case 0x21...0x7E, 0x3008...0x3011, 0x2014, 0x2018, 0x2019, 0xB7, 0x2026: return 0.0004
    case 0xFF00...0xFF5E: return 2e-5
    case 0xE000...0xF8FF: return 1e-9
    default: return 4e-7
    }
  }

  private static let priorWeight = 1500.0

  /// How often a pair of ``CommonWords`` counts as seen.
  private static let wordWeight = 0.7
}
