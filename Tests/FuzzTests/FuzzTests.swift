import Entities
import Foundation
import Quantities
import Repair
import Terminology
import TestSupport
import TextCore
import Testing

/// Texts that nobody wrote, put through everything that reads text.
///
/// A few hundred in the suite; `tools/fuzz` goes on for as long as it is told.
@Suite struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment

  @Test func `whatever comes, offsets lie on characters and nothing breaks`() {
    let seconds = Self.environment["DUIZHAO_FUZZ_SECONDS"].flatMap(Double.init)
    let first = Self.environment["DUIZHAO_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
    let clock = ContinuousClock()
    let end = seconds.map { clock.now + .seconds($0) }
    var seed = first
    while end.map({ clock.now < $0 }) ?? (seed < first + 60) {
      var text = FuzzText(seed: seed)
      Self.check(text.bytes(), seed: seed)
      seed += 1
    }
    if seconds != nil { print("fuzz: seeds \(first) to \(seed - 1)") }
  }

  private static func check(_ bytes: [UInt8], seed: UInt64) {
    checkDecoding(bytes, seed: seed)
    let text = MappedText(String(decoding: bytes, as: UTF8.self))
    checkRepair(text, seed: seed)
    for language in [Language.chinese, .english] {
      checkSpans(Segmenter(language: language).segments(of: text).map(\.span), text, "segments", seed)
      checkSpans(QuantityRecognizer(language: language).mentions(in: text).map(\.span), text, "quantities", seed)
      checkSpans(EntityRecognizer().mentions(in: text, language: language).map(\.span), text, "entities", seed)
    }
    checkSpans(terms.matches(in: text).map(\.span), text, "terms", seed)
  }

  /// A file is text or a reasoned error.
  private static func checkDecoding(_ bytes: [UInt8], seed: UInt64) {
    for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
      guard let source = try? SourceText(path: "fuzz", bytes: bytes, encoding: encoding) else { continue }
      #expect(String(validating: source.text.utf8, as: UTF8.self) != nil, "seed \(seed)")
      let whole = source.text.fileSpan(of: TextSpan(0, source.text.utf8.count))
      #expect(whole.start >= 0 && whole.end <= bytes.count, "seed \(seed)")
    }
  }

  private static func checkRepair(_ text: MappedText, seed: UInt64) {
    for repairer in [plain, informed] {
      let (repaired, edits) = repairer.repaired(text)
      checkSpans(edits.map(\.span), text, "repairs", seed)
      let again = repairer.repaired(repaired)
      #expect(again.text.utf8 == repaired.utf8, "a second repair changed something: seed \(seed)")
    }
  }

  /// Sorted, in the text, and on the boundaries of characters.
  private static func checkSpans(_ spans: [TextSpan], _ text: MappedText, _ what: String, _ seed: UInt64) {
    var position = 0
    for span in spans {
      let isSound = span.start >= position && span.start <= span.end && span.end <= text.utf8.count
      guard isSound, isBoundary(span.start, text.utf8), isBoundary(span.end, text.utf8) else {
        Issue.record("\(what): \(span) of \(text.utf8.count), seed \(seed)")
        return
      }
      position = span.start
    }
  }

  private static func isBoundary(_ offset: Int, _ utf8: [UInt8]) -> Bool {
    offset == utf8.count || utf8[offset] & 0xC0 != 0x80
  }

  private static let plain = TextRepairer()
  private static let informed = TextRepairer(
    readings: { [0x5354: ["xié"], 0x767C: ["fā"], 0x6230: ["zhàn"]][$0] ?? [] },
    isEnglishWord: { words.contains($0.lowercased()) })

  /// The words of our own English articles.
  private static let words: Set<String> = {
    var result: Set<String> = ["more", "person", "first", "efficient", "government", "of", "the", "different"]
    let folder = TestFolders.inProject("corpus/parallel")
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
      let text =
        (try? String(contentsOf: folder.appending(path: name).appending(path: "en.txt"), encoding: .utf8)) ?? ""
      for word in text.split(whereSeparator: { !$0.isLetter }) { result.insert(word.lowercased()) }
    }
    return result
  }()

  private static let terms = TermRecognizer(patterns: [
    .init("中国", language: .simplifiedChinese, concept: 0, term: 0),
    .init("电子商务", language: .simplifiedChinese, concept: 1, term: 0),
    .init("協議", language: .simplifiedChinese, concept: 2, term: 0),
    .init("government", language: .english, concept: 3, term: 0),
    .init("village shop", language: .english, concept: 4, term: 0),
  ])
}
