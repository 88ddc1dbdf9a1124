import Alignment
import Formats
import GlossaryStore
import Terminology

/// Keeps in your database where aligned texts show the concepts of the glossary in use: what `duizhao align --record`
/// does.
///
/// A bead counts when it is sure and a concept stands on both of its sides, under names that may be used.
public struct EvidenceRecording {
  /// Beads that are less sure tell nothing.
  private static let leastConfidence = 0.8
  /// Evidence that is kept in memory at most; more of it makes several changes of the history.
  private static let capacity = 100_000

  private let workspace: Workspace
  private let glossary: CompiledGlossary
  private let origin: ChangeOrigin
  private var evidence: [TermEvidence] = []
  private var documents: [String] = []
  /// What has been kept so far.
  public private(set) var report = EvidenceReport()

  /// - Parameter origin: Who aligns, and when, for the history.
  public init(by origin: ChangeOrigin, in workspace: Workspace) throws {
    self.workspace = workspace
    self.origin = origin
    glossary = try workspace.glossary()
  }

  /// Takes in two aligned texts.
  public mutating func add(_ report: BitextReport) throws {
    let found = Self.evidence(in: report, glossary: glossary)
    if found.isEmpty { return }
    evidence += found
    documents.append("\(report.chinese.path), \(report.english.path)")
    if evidence.count >= Self.capacity { try finish() }
  }

  /// Writes what was taken in, as one change.
  public mutating func finish() throws {
    if evidence.isEmpty { return }
    var origin = origin
    origin.note = documents.count == 1 ? documents[0] : "\(documents.count) pairs of texts"
    let store = try workspace.editableStore()
    defer { store.close() }
    let written = try store.record(evidence, by: origin)
    report.added += written.added
    report.known += written.known
    report.change = written.change ?? report.change
    evidence.removeAll()
    documents.removeAll()
  }

  /// The concepts that stand on both sides of the sure beads of two texts, once for each bead, in reading order.
  static func evidence(in report: BitextReport, glossary: CompiledGlossary) -> [TermEvidence] {
    var result: [TermEvidence] = []
    for bead in report.beads where !bead.isOneSided && bead.confidence >= leastConfidence {
      let (chinese, english) = (report.chineseText(of: bead), report.englishText(of: bead))
      let translations = Dictionary(
        names(in: english, isChinese: false, glossary).map { ($0.concept, $0.name) },
        uniquingKeysWith: { first, _ in first })
      var seen: Set<ConceptEntry.ID> = []
      for (concept, name) in names(in: chinese, isChinese: true, glossary) where seen.insert(concept).inserted {
        guard let translation = translations[concept] else { continue }
        result.append(
          TermEvidence(
            conceptID: concept, chinese: name, english: translation, chineseText: chinese, englishText: english,
            chineseDocument: report.chinese.path, englishDocument: report.english.path,
            chineseLine: report.chinese.line(of: bead.chinese), englishLine: report.english.line(of: bead.english),
            score: bead.score))
      }
    }
    return result
  }

  /// The concepts that a text names by terms to use, with the words it has for them.
  private static func names(
    in text: String, isChinese: Bool, _ glossary: CompiledGlossary
  ) -> [(concept: ConceptEntry.ID, name: String)] {
    let utf8 = Array(text.utf8)
    return glossary.recognizer.matches(in: utf8).compactMap { match in
      guard match.language.isChinese == isChinese else { return nil }
      let concept = glossary.concepts[match.concept]
      let status = concept.terms[match.term].status
      guard status.isUsable else { return nil }
      return (concept.id, String(decoding: utf8[match.span.range], as: UTF8.self))
    }
  }
}

extension BitextReport.Side {
  /// The line on which the first segment begins; 0 where it is not known.
  fileprivate func line(of segments: Range<Int>) -> Int {
    lines.indices.contains(segments.lowerBound) ? lines[segments.lowerBound] : 0
  }
}

extension ExportOperation {
  /// Gives the concepts that were seen in aligned texts their best sentences as contexts of their first Chinese term, and
  /// how often they were seen as a further field.
  func addEvidence(to entries: inout [ConceptEntry], in workspace: Workspace) throws {
    let stores = try workspace.stores()
    for index in entries.indices {
      guard let term = entries[index].terms.firstIndex(where: \.language.isChinese) else { continue }
      for store in stores {
        guard let seen = try store.evidence(for: entries[index].id, limit: examples) else { continue }
        entries[index].extra.append(ExtraField(name: "seen", value: String(seen.count)))
        entries[index].terms[term].contexts += seen.examples.map {
          UsageContext(text: $0.chineseText, translation: $0.englishText, source: $0.chinesePlace)
        }
        break
      }
    }
  }
}

extension TermEvidence {
  /// Where the Chinese side stands: `a.zh.txt:12`.
  public var chinesePlace: String { chineseLine > 0 ? "\(chineseDocument):\(chineseLine)" : chineseDocument }
}
