import Foundation
import Lexicon
import Names
import TestSupport
import Testing

/// Lists of names with their English spellings, where the evaluation data lies beside the checkout.
struct NameMatchingEvaluationTests {
  private struct Score {
    var right = 0
    var wrong = 0
    var total = 0
    var missed: [String] = []
    var rate: Double { Double(right) / Double(max(total, 1)) }
  }

  /// The share of names whose own English spelling scores best of the whole list, and of those where another does.
  private static func score(_ file: String) throws -> Score {
    let url = try #require(TestFolders.inEvaluation("eval/names/" + file))
    let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }.filter { $0.count == 2 }
    let readings: HanReadings = try #require(SystemReadings.compiled)
    let matcher = NameMatcher(readings: readings)
    var result = Score()
    let english = rows.map { $0[1].replacing(" aka ", with: " or ").components(separatedBy: " or ") }
    let prepared = english.flatMap { $0.map { EnglishName($0) } }
    for (index, row) in rows.enumerated() {
      var best = 0.5  // below it a match is a candidate only
      var places: [Int] = []
      let matches = matcher.scores(chinese: row[0], english: prepared)
      var next = matches.makeIterator()
      for (place, spellings) in english.enumerated() {
        let confidence = spellings.compactMap { _ in next.next()??.confidence }.max() ?? 0
        if confidence > best {
          best = confidence
          places = [place]
        } else if confidence == best, !places.isEmpty {
          places.append(place)
        }
      }
      result.total += 1
      if places == [index] {
        result.right += 1
      } else {
        let names = places.map { row[0] == rows[$0][0] ? "shared" : rows[$0][1] }
        if !places.isEmpty, !places.contains(index) { result.wrong += 1 }
        result.missed.append("\(row[0]) \(row[1]) \(names)")
      }
    }
    print("\(file): right \(result.right) of \(result.total) = \(result.rate), wrong \(result.wrong)")
    if ProcessInfo.processInfo.environment["SHOW_MISSES"] != nil { print(result.missed.joined(separator: "\n")) }
    return result
  }

  private static let hasData = TestFolders.inEvaluation("eval/names") != nil && SystemReadings.isInstalled
  private static let needs: Comment = "needs the evaluation data beside the checkout, and \(SystemReadings.absence)"

  @Test(.enabled(if: hasData, needs))
  func `names of the mainland are found by their English spelling`() throws {
    let score = try Self.score("names.cedict.cn.tsv")
    #expect(score.rate >= 0.85)
    #expect(Double(score.wrong) <= 0.003 * Double(score.total) + 1)
  }

  @Test(.enabled(if: hasData, needs))
  func `names of Taiwan are found by their English spelling`() throws {
    let score = try Self.score("names.tw.tsv")
    #expect(score.rate >= 0.84)
    #expect(score.wrong == 0)
  }

  @Test(.enabled(if: hasData, needs))
  func `names of Hong Kong are found by their English spelling`() throws {
    let score = try Self.score("names.hk.tsv")
    #expect(score.rate >= 0.9)
    #expect(score.wrong == 0)
  }

  @Test(.enabled(if: hasData, needs))
  func `foreign names are found by their sound`() throws {
    let url = try #require(TestFolders.inEvaluation("eval/names/names.cedict.foreign.tsv"))
    let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }.filter { $0.count == 2 }
    var right = 0
    let english = rows.map { TransliterationKey(english: $0[1]) }
    let reader = PinyinReader(try #require(SystemReadings.compiled))
    for (index, row) in rows.enumerated() {
      let chinese = TransliterationKey(chinese: row[0], reader: reader)
      let scores = english.map { chinese.similarity(to: $0) }
      let best = scores.max() ?? 0
      // A person may stand in the list under two spellings.
      let others = scores.indices.filter { scores[$0] == best && rows[$0][1] != row[1] }
      if best > 0, scores[index] == best, others.isEmpty { right += 1 }
    }
    print("foreign: right \(right) of \(rows.count)")
    #expect(Double(right) >= 0.8 * Double(rows.count))
  }
}
