import Names
import TextCore

/// Finds Chinese personal names: a surname, one or two more characters, and a reason to believe it.
///
/// A name is established once by its surroundings (a title before it, a verb of saying behind it, a byline, a list of
/// names) and then found wherever it is repeated. Its length is settled by what follows it here and elsewhere in the
/// text. Costs a few passes over the text.
struct ChinesePersonFinder {
  /// A name found: its scalars in the text, and why.
  struct Found {
    var range: Range<Int>
    var evidence: EntityEvidence
    var confidence: Double
  }

  private let text: HanText
  private let isWord: (Range<Int>) -> Bool
  private let isTaken: (Range<Int>) -> Bool
  /// What the whole text says about possible names, once it is asked.
  private lazy var statistics = FollowerStatistics(text: text)

  /// Creates a finder.
  ///
  /// `isWord` says whether a dictionary has these scalars as a common word, `isTaken` whether the glossary has them as
  /// something other than a person.
  init(
    text: HanText, isWord: @escaping (Range<Int>) -> Bool, isTaken: @escaping (Range<Int>) -> Bool
  ) {
    self.text = text
    self.isWord = isWord
    self.isTaken = isTaken
  }

  /// The names of the text.
  ///
  /// `known` are names that the glossary found, `established` ones that another part of the document established, with
  /// their confidence.
  mutating func names(known: [Range<Int>], established: [[UInt32]: Double] = [:]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < text.count {
      if text.traits(at: index).contains(.surname), let name = name(at: index) {
        found.append(name)
        index = name.range.upperBound
      } else {
        index += 1
      }
    }
    found += bylines()
    found += listed(beside: found.map(\.range) + known)
    return found + repeated(found, established: established)
  }

  // MARK: Evidence

  private mutating func name(at index: Int) -> Found? {
    if ChineseWords.titles.length(in: text, before: index) > 0 {
      guard let range = bestRange(at: index, need: 2) else { return nil }
      return Found(range: range, evidence: .title(title(before: index)), confidence: 0.9)
    }
    if ChineseWords.roles.length(in: text, before: index) > 0 {
      guard let range = bestRange(at: index, need: 2.5) else { return nil }
      return Found(range: range, evidence: .title(title(before: index)), confidence: 0.85)
    }
    guard startsPhrase(index), !ChineseWords.doubtfulSurnames.contains(text.scalar(index)) else { return nil }
    guard let range = bestRange(at: index, need: 3), !isStem(at: index) else { return nil }
    if ChineseWords.sayVerbs.length(in: text, at: range.upperBound) >= 2
      || text.scalar(range.upperBound) == 0x8BF4 || text.scalar(range.upperBound) == 0x79F0  // 说 称
    {
      return Found(range: range, evidence: .verbOfSaying, confidence: 0.75)
    }
    if ChineseWords.addresses.length(in: text, at: range.upperBound) > 0 {
      return Found(range: range, evidence: .title("先生"), confidence: 0.75)
    }
    let titleLength = ChineseWords.titles.length(in: text, at: range.upperBound)
    // 张桂梅校长; of two characters it may be a company: 华为总裁.
    if titleLength > 1, range.count > 2 {
      let title = text.string(range.upperBound..<range.upperBound + titleLength)
      return Found(range: range, evidence: .title(title), confidence: 0.75)
    }
    return nil
  }

  private func title(before index: Int) -> String {
    let length = max(
      ChineseWords.titles.length(in: text, before: index), ChineseWords.roles.length(in: text, before: index))
    return text.string(index - length..<index)
  }

  /// Whether a phrase begins here: the text before is no Han character, or one after which a name often stands.
  private func startsPhrase(_ index: Int) -> Bool {
    let before = text.scalar(index - 1)
    return !before.isHan || Self.openers.contains(before)
  }

  private static let openers = HanSet("和与及对向由据让请找见问像是")

  // MARK: Length

  /// The range of the best name that begins here, if it is better than `need`.
  private mutating func bestRange(at index: Int, need: Double) -> Range<Int>? {
    let surname = Surnames.isCompound(text.scalar(index), text.scalar(index + 1)) ? 2 : 1
    var best: (range: Range<Int>, score: Double)?
    for given in 1...2 {
      let range = index..<index + surname + given
      guard let score = score(range, surname: surname) else { continue }
      if score > best?.score ?? -1 { best = (range, score) }
    }
    guard let best, best.score >= need else { return nil }
    return best.range
  }

  /// How much speaks for a name of exactly these scalars; nil where it cannot be one.
  private mutating func score(_ range: Range<Int>, surname: Int) -> Double? {
    guard range.upperBound <= text.count else { return nil }
    let given = range.lowerBound + surname..<range.upperBound
    for index in given {
      guard text.isHan(index), !ChineseWords.neverInNames.contains(text.scalar(index)) else { return nil }
    }
    if isTaken(range) || isTitle(at: given.lowerBound) { return nil }
    let boundary = boundary(after: range.upperBound)
    if surname == 1 {
      if isStem(at: range.lowerBound) {
        let first = text.scalar(range.lowerBound)
        let need = ChineseWords.doubtfulSurnames.contains(first) ? 2.5 : 2
        // 于 is a preposition nine times in ten.
        if given.count == 1 || boundary < need || first == 0x4E8E { return nil }
      }
      if given.count == 1, isWord(range) { return nil }
      if given.count == 2, isWord(range.lowerBound..<range.lowerBound + 2), boundary < 3 { return nil }
    }
    var score = boundary
    let usual = given.count { ChineseWords.usualInNames.contains(text.scalar($0)) }
    score += usual == given.count ? 1 : usual == 0 ? -0.5 : 0.25
    if given.count == 2, isWord(given) { score -= 0.5 }
    // The last character together with the next one is a word: 马云|抛出, not 马云抛.
    if given.count == 2, text.isHan(range.upperBound), isFollower(at: range.upperBound - 1, length: 2) { score -= 2.5 }
    return score + statistics.preference(for: range)
  }

  /// How well a name can end here: 3 before punctuation, a verb of saying or a title, 2 before a function word.
  private func boundary(after end: Int) -> Double {
    guard text.isHan(end) else { return 3 }
    if ChineseWords.sayVerbs.length(in: text, at: end) >= 2 { return 3 }
    if ChineseWords.sayVerbs.length(in: text, at: end) == 1, !text.isHan(end + 1) { return 3 }
    if ChineseWords.addresses.length(in: text, at: end) > 0 { return 2.5 }
    if ChineseWords.followers.length(in: text, at: end) > 0 { return 2.5 }
    if ChineseWords.titles.length(in: text, at: end) > 0 { return 2 }
    if ChineseWords.followingCharacters.contains(text.scalar(end)) { return 2 }
    return 0
  }

  /// Whether a usual word begins here, such as 高度.
  private func isStem(at index: Int) -> Bool { SurnameWords.isWord(text.scalar(index), text.scalar(index + 1)) }

  /// Whether a title begins here: 梅首相 is a surname and a title.
  private func isTitle(at index: Int) -> Bool {
    ChineseWords.titles.length(in: text, at: index) > 1 || ChineseWords.roles.length(in: text, at: index) > 1
      || ChineseWords.addresses.length(in: text, at: index) > 1
  }

  private func isFollower(at index: Int, length: Int) -> Bool {
    ChineseWords.sayVerbs.length(in: text, at: index) >= length
      || ChineseWords.followers.length(in: text, at: index) >= length
      || isWord(index..<min(text.count, index + length))
  }

  // MARK: Bylines and lists

  /// Names in lines that hold names and little else, at the head and the foot: `刘倩 吴伟洪 南方都市报`,
  /// `责任编辑:钱艳红`.
  private mutating func bylines() -> [Found] {
    var result: [Found] = []
    for line in Bylines(text: text).candidates {
      guard let score = score(line.range, surname: Surnames.length(in: text.scalars[line.range])) else {
        continue
      }
      if score >= (line.isLabelled ? 2 : 3.5) {
        result.append(Found(range: line.range, evidence: .byline, confidence: line.isLabelled ? 0.9 : 0.75))
      }
    }
    return result
  }

  /// Names joined to known ones by 、 or 和: 胡春华、朱小丹.
  private mutating func listed(beside names: [Range<Int>]) -> [Found] {
    var result: [Found] = []
    var queue = names.sorted { $0.lowerBound < $1.lowerBound }
    var seen = Set(queue.map(\.lowerBound))
    while let name = queue.popLast() {
      let next = name.upperBound
      guard Self.joiners.contains(text.scalar(next)) else { continue }
      let start = next + 1
      guard !seen.contains(start), Surnames.length(in: text.scalars[min(start, text.count)...].prefix(3)) > 0,
        let range = bestRange(at: start, need: 3)
      else { continue }
      seen.insert(start)
      result.append(Found(range: range, evidence: .listOfNames, confidence: 0.7))
      queue.append(range)
    }
    return result
  }

  private static let joiners: Set<UInt32> = [0x3001, 0x548C, 0x4E0E, 0x53CA]  // 、和与及

  // MARK: Repetition

  /// Other places where an established name stands.
  private func repeated(_ found: [Found], established: [[UInt32]: Double]) -> [Found] {
    var names = established
    for name in found {
      names[Array(text.scalars[name.range]), default: 0] = max(
        name.confidence, names[Array(text.scalars[name.range])] ?? 0)
    }
    var byFirst: [UInt32: [(name: [UInt32], confidence: Double)]] = [:]
    for (name, confidence) in names where (2...4).contains(name.count) {
      byFirst[name[0], default: []].append((name, confidence))
    }
    if byFirst.isEmpty { return [] }
    for first in Array(byFirst.keys) { byFirst[first]?.sort { $0.name.count > $1.name.count } }
    let firsts = HanSet(byFirst.keys)
    var result: [Found] = []
    var index = 0
    while index < text.count {
      var step = 1
      let first = text.scalars[index]
      if firsts.contains(first), let (name, confidence) = byFirst[first]?.first(where: { text.has($0.name, at: index) })
      {
        let range = index..<index + name.count
        // A name of two characters may be the beginning of other words, or of a longer name.
        if name.count > 2 || isTaken(range) || !text.isHan(index + 2) || !isWord(index..<min(index + 3, text.count)) {
          result.append(Found(range: range, evidence: .repeated, confidence: confidence * 0.95))
          step = name.count
        }
      }
      index += step
    }
    return result
  }
}
