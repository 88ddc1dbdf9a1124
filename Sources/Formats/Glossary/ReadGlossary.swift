import Terminology

/// What a glossary file holds, as far as we have a place for it.
public struct ReadGlossary: Hashable, Sendable {
  /// In the order of the file.
  public var entries: [ConceptEntry]
  /// What was left out or read as something else, each kind once, in the order of the first ones.
  public var remarks: [ReadingRemark]
}

/// Something that was left out or changed while a file was read, and how often that happened.
public struct ReadingRemark: Hashable, Sendable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    /// Terms in a language that is neither Chinese nor English.
    case termLanguage(tag: String)
    /// A concept without Chinese and English terms.
    case conceptInOtherLanguages
    /// A unit of two languages, of which only one is ours.
    case unitWithoutPair
    /// A segment of running text in a file that has terms of its own.
    case segmentBesideTerms
    /// A term without text.
    case emptyTerm
    /// A concept that says the same as one before.
    case repeatedConcept
    /// A field that a concept can have only once, or that belongs to another language; left out.
    case field(String)
    /// A table of a document, or a sheet of a workbook, beside the one that was read.
    case otherTable(String)
    /// A column that the user named and the table has not.
    case unknownColumn(String)
  }

  public let reason: Reason
  public internal(set) var count: Int
  /// The 1-based line of the first one, where the file has lines.
  public let firstLine: Int?

  /// What happened, how often, and where first: `terms in “de” left out: 12 times, first in line 40`.
  public var description: String {
    let place = firstLine.map { count == 1 ? "in line \($0)" : "first in line \($0)" }
    let times = count == 1 ? nil : "\(count) times"
    let rest = [times, place].compactMap { $0 }.joined(separator: ", ")
    return rest.isEmpty ? explanation : "\(explanation): \(rest)"
  }

  private var explanation: String {
    switch reason {
    case .termLanguage(let tag): "terms in “\(tag)” left out"
    case .conceptInOtherLanguages: "concepts left out that have neither Chinese nor English terms"
    case .unitWithoutPair: "units left out that are not in Chinese and English"
    case .segmentBesideTerms: "segments of running text left out: the file has terms of its own"
    case .emptyTerm: "terms without text left out"
    case .repeatedConcept: "concepts left out that repeat one before"
    case .field(let name): "“\(name)” left out"
    case .otherTable(let name): "\(name) left out: one table is read"
    case .unknownColumn(let name): "the table has no column “\(name)”, which was named"
    }
  }
}

/// Collects what a reader leaves out; one of each kind is kept, so that a large file does not make a large report.
final class ReadingRemarks {
  private(set) var all: [ReadingRemark] = []
  private var places: [ReadingRemark.Reason: Int] = [:]

  /// Notes that something happened once more.
  func add(_ reason: ReadingRemark.Reason, line: Int? = nil) {
    if let place = places[reason] {
      all[place].count += 1
    } else {
      places[reason] = all.count
      all.append(ReadingRemark(reason: reason, count: 1, firstLine: line))
    }
  }
}
