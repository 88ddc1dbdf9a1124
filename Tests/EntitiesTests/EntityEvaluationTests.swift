import Entities
import Foundation
import Lexicon
import TestSupport
import TextCore
import Testing

/// Precision and recall on labelled articles, where the evaluation data lies beside the checkout.
struct EntityEvaluationTests {
  private struct Label: Decodable {
    var doc: String
    var type: String
    var start: Int
    var end: Int
    var surface: String
    var nested: Bool
  }

  private struct Counts {
    var found = 0
    var right = 0
    var labels = 0
    var hit = 0
    /// Mentions that share a label's kind and part of its bytes, and labels that have such a mention.
    var near = 0
    var nearHit = 0
    var looselyRight: Double { Double(near) / Double(max(found, 1)) }
    var looselyHit: Double { Double(nearHit) / Double(max(labels, 1)) }
    var precision: Double { Double(right) / Double(max(found, 1)) }
    var recall: Double { Double(hit) / Double(max(labels, 1)) }
    static func += (a: inout Counts, b: Counts) {
      a = Counts(
        found: a.found + b.found, right: a.right + b.right, labels: a.labels + b.labels, hit: a.hit + b.hit,
        near: a.near + b.near, nearHit: a.nearHit + b.nearHit)
    }
  }

  private static let hasData =
    TestFolders.inEvaluation("eval/seeds/seeds.entities.jsonl") != nil && SystemReadings.isInstalled
  private static let needs: Comment = "needs the evaluation data beside the checkout, and \(SystemReadings.absence)"

  /// The kinds that are counted together.
  private static func group(_ type: String) -> String {
    switch type {
    case "person", "place", "title": type
    case "org", "organisation", "product": "organisation"
    case "amount", "percent", "date", "duration", "time", "ordinal", "measure", "cohort", "quantity": "value"
    default: "term"
    }
  }

  /// The text without residue of pinyin: `(zhàn)` behind a Han character.
  private static func cleaned(_ text: MappedText) throws -> MappedText {
    let pattern = try Regex("\\p{Han}\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\\)")
    let string = text.string
    return text.applying(
      string.matches(of: pattern).map { match in
        let start = string.utf8.distance(from: string.startIndex, to: match.range.lowerBound)
        let match = string[match.range]
        let han = String(match.prefix(1)).utf8.count
        return TextEdit(span: TextSpan(start + han, start + match.utf8.count), replacement: "")
      })
  }

  @Test(.enabled(if: hasData, needs))
  func `mentions of labelled articles are found`() throws {
    let labelsURL = try #require(TestFolders.inEvaluation("eval/seeds/seeds.entities.jsonl"))
    let labels = try String(contentsOf: labelsURL, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Label.self, from: Data($0.utf8))
    }
    let readings: HanReadings = try #require(SystemReadings.compiled)
    let recogniser = EntityRecognizer(
      terms: CuratedGlossary.terms, concepts: CuratedGlossary.concepts, readings: readings)
    let isVerbose = ProcessInfo.processInfo.environment["SHOW_MISSES"] != nil
    var totals: [String: Counts] = [:]
    for (doc, gold) in Dictionary(grouping: labels, by: \.doc).sorted(by: { $0.key < $1.key }) {
      let url = try #require(TestFolders.inEvaluation("seeds/" + doc))
      let text = try SourceText(path: doc, bytes: Array(Data(contentsOf: url))).text
      let scalars = Array(text.string.unicodeScalars)
      var offsets = [0]
      for scalar in scalars { offsets.append(offsets.last! + String(scalar).utf8.count) }
      let clean = try Self.cleaned(text)
      let language = try #require(Language.dominant(in: clean.utf8))
      let mentions = recogniser.mentions(in: clean, language: language)
      let spans = gold.map { (span: TextSpan(offsets[$0.start], offsets[$0.end]), label: $0) }
      var wrong: [String] = []
      for mention in mentions where mention.kind != .word {
        let group = Self.group(mention.kind.rawValue)
        let span = clean.fileSpan(of: mention.span)
        let isRight = spans.contains { $0.span == span && Self.group($0.label.type) == group }
        totals[group, default: Counts()].found += 1
        if isRight { totals[group, default: Counts()].right += 1 }
        if spans.contains(where: { $0.span.overlaps(span) && Self.group($0.label.type) == group }) {
          totals[group, default: Counts()].near += 1
        }
        let overlap = spans.first { $0.span.overlaps(span) }
        if !isRight {
          wrong.append("\(group): \(mention.text) [\(overlap.map { $0.label.type + " " + $0.label.surface } ?? "-")]")
        }
      }
      var missed: [String] = []
      for (span, label) in spans where !label.nested {
        let group = Self.group(label.type)
        totals[group, default: Counts()].labels += 1
        if mentions.contains(where: {
          clean.fileSpan(of: $0.span).overlaps(span) && Self.group($0.kind.rawValue) == group
        }) {
          totals[group, default: Counts()].nearHit += 1
        }
        if mentions.contains(where: { clean.fileSpan(of: $0.span) == span && Self.group($0.kind.rawValue) == group }) {
          totals[group, default: Counts()].hit += 1
        } else {
          missed.append("\(group): \(label.surface)")
        }
      }
      if isVerbose {
        print(
          doc, "\nWRONG", wrong.sorted().joined(separator: " | "), "\nMISSED", missed.sorted().joined(separator: " | "))
      }
    }
    var names = Counts()
    var all = Counts()
    for (group, counts) in totals.sorted(by: { $0.key < $1.key }) {
      print(
        "\(group): precision \(counts.precision) of \(counts.found), recall \(counts.recall) of \(counts.labels); overlapping \(counts.looselyRight), \(counts.looselyHit)"
      )
      all += counts
      if ["person", "place", "organisation", "title"].contains(group) { names += counts }
    }
    print(
      "names: precision \(names.precision), recall \(names.recall); overlapping \(names.looselyRight), \(names.looselyHit); all: \(all.precision), \(all.recall)"
    )
    // Organisations and terms are labelled by other rules than the glossary's (微信, 阿里), so people and places count.
    let people = try #require(totals["person"])
    let places = try #require(totals["place"])
    #expect(people.precision >= 0.95 && people.recall >= 0.95)
    #expect(places.looselyRight >= 0.95 && places.looselyHit >= 0.9)
    #expect(names.recall >= 0.8)
  }
}
