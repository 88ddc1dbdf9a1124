import Repair
import TextCore

/// Repairers with the few readings and words that the samples need.
enum Samples {
  static let plain = TextRepairer()
  static let informed = TextRepairer(
    readings: { readings[$0] ?? [] }, isEnglishWord: { words.contains($0.lowercased()) })

  private static let readings: [UInt32: [String]] = {
    let list: [(String, [String])] = [
      ("戰", ["zhàn"]), ("協", ["xié"]), ("議", ["yì"]), ("農", ["nóng"]), ("務", ["wù"]), ("計", ["jì"]),
      ("數", ["shù", "shǔ"]), ("據", ["jù"]), ("個", ["gè"]), ("會", ["huì", "kuài"]), ("業", ["yè"]), ("發", ["fā"]),
      ("團", ["tuán"]), ("將", ["jiāng"]), ("曾", ["zēng", "céng"]), ("引", ["yǐn"]), ("申", ["shēn"]), ("为", ["wéi"]),
    ]
    return Dictionary(uniqueKeysWithValues: list.map { ($0.0.unicodeScalars.first!.value, $0.1) })
  }()

  private static let words: Set<String> = Set(
    """
    a an the of to in and for is it can more efficient effective significant different government come income file
    offer off office policy people need plan be most this one pre post war reports or long term very first field
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  static func repaired(_ text: String, by repairer: TextRepairer = informed) -> String {
    repairer.repaired(MappedText(text)).text.string
  }
}

/// Numbers that are the same on every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
