import Alignment
import TextCore

/// A reason to look at a bead again.
public enum BeadDoubt: Hashable, Sendable {
  /// Other bounds are nearly as likely, or likelier; how sure these are, 0 to 1.
  case unsureBounds(Double)
  /// Hardly a word of one side finds a counterpart on the other; the share that does, 0 to 1.
  case fewSharedWords(Double)
  /// One side is much longer than such texts are; how many times as long as is usual, above 1.
  case longChinese(Double)
  case longEnglish(Double)
  /// The English has nothing for it.
  case leftOut
  /// The Chinese has nothing for it.
  case added
  /// Several segments on both sides.
  case manyToMany

  /// How many English letters and spaces go with a Chinese character in translations, as news and fiction have it.
  static let usualRatio = 3.3
  /// Lengths that differ more often than this from the usual ratio are told.
  static let tellingRatio = 1.8
  static let tellingShare = 0.25
  static let tellingConfidence = 0.9

  /// The reasons to look at a bead of a report, the gravest first.
  static func doubts(about bead: Bead, in report: BitextReport) -> [BeadDoubt] {
    if bead.english.isEmpty { return [.leftOut] }
    if bead.chinese.isEmpty { return [.added] }
    var result: [BeadDoubt] = []
    if !report.isComparable, bead.confidence < tellingConfidence { result.append(.unsureBounds(bead.confidence)) }
    if bead.score < tellingShare { result.append(.fewSharedWords(bead.score)) }
    let ratio = lengthRatio(chinese: report.chineseText(of: bead), english: report.englishText(of: bead))
    if !report.isComparable {
      if ratio > tellingRatio { result.append(.longEnglish(ratio)) }
      if ratio < 1 / tellingRatio { result.append(.longChinese(1 / ratio)) }
      if bead.chinese.count > 1, bead.english.count > 1 { result.append(.manyToMany) }
    }
    return result
  }

  /// How many times as long as usual the English is beside the Chinese; short texts, which say little, count as usual.
  public static func lengthRatio(chinese: String, english: String) -> Double {
    let chineseLength = Double(chinese.utf8.count { $0 > 0x20 }) / 3
    let englishLength = Double(english.utf8.count { $0 & 0xC0 != 0x80 })
    return (englishLength + 20) / (chineseLength * usualRatio + 20)
  }

  /// The reason in words.
  public var explanation: String {
    switch self {
    case .unsureBounds(let confidence): "bounds are \(Self.percent(confidence)) sure"
    case .fewSharedWords(let share): "\(Self.percent(share)) of the words find a counterpart"
    case .longChinese(let times): "the Chinese is \(Self.times(times)) as long as usual"
    case .longEnglish(let times): "the English is \(Self.times(times)) as long as usual"
    case .leftOut: "left out of the English"
    case .added: "added to the English"
    case .manyToMany: "several segments on both sides"
    }
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
  private static func times(_ value: Double) -> String { "\(Double(Int((value * 10).rounded())) / 10) times" }
}
