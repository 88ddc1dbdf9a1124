import Terminology
import TextCore

/// What somebody wants an entry to say: the part of it that `duizhao glossary add` and `edit` name.
///
/// Nil and empty lists leave alone what is there; an empty text takes a field away.
public struct EntryDraft: Hashable, Sendable {
  /// Terms that get a status; in the order in which they are to stand.
  public var terms: [(text: String, status: AdministrativeStatus)] {
    get { termTexts.indices.map { (termTexts[$0], termStatuses[$0]) } }
    set {
      termTexts = newValue.map(\.text)
      termStatuses = newValue.map(\.status)
    }
  }
  /// Terms that go.
  public var dropped: [String] = []
  /// The pinyin of the preferred Chinese term.
  public var pinyin: String?
  public var definition: String?
  public var subjectField: String?
  public var type: String?
  public var note: String?
  public var source: String?
  public var doNotTranslate: Bool?
  public var review: ReviewStatus?
  private var termTexts: [String] = []
  private var termStatuses: [AdministrativeStatus] = []

  public init() {}

  /// Makes an entry say what the draft does.
  ///
  /// A term that becomes the preferred one of its language makes the others that were preferred admitted ones.
  /// - Throws: ``InputError`` for a term to drop that is not there, and for pinyin without a Chinese term.
  public func apply(to entry: inout ConceptEntry) throws(InputError) {
    for (text, status) in terms { Self.put(text, status, in: &entry) }
    for text in dropped {
      guard entry.terms.contains(where: { $0.text == text }) else {
        throw InputError(path: "--drop", .malformed("“\(text)” is no term of “\(entry.id)”"))
      }
      entry.terms.removeAll { $0.text == text }
    }
    if let pinyin {
      guard let index = entry.terms.firstIndex(where: { $0.language.isChinese && $0.status == .preferred }) else {
        throw InputError(path: "--pinyin", .malformed("“\(entry.id)” has no preferred Chinese term"))
      }
      entry.terms[index].pinyin = Self.field(pinyin)
    }
    if let definition { entry.definition = Self.field(definition) }
    if let subjectField { entry.subjectField = Self.field(subjectField) }
    if let type { entry.type = Self.field(type) }
    if let note { entry.note = Self.field(note) }
    if let source { entry.source = Self.field(source) }
    if let doNotTranslate { entry.doNotTranslate = doNotTranslate }
    if let review { entry.review = review }
  }

  private static func put(_ text: String, _ status: AdministrativeStatus, in entry: inout ConceptEntry) {
    let language = TermLanguage(ofText: text)
    if status == .preferred {
      for index in entry.terms.indices
      where entry.terms[index].language == language && entry.terms[index].status == .preferred {
        entry.terms[index].status = .admitted
      }
    }
    if let index = entry.terms.firstIndex(where: { $0.text == text }) {
      entry.terms[index].status = status
    } else {
      entry.terms.append(Term(language: language, text: text, status: status))
    }
  }

  private static func field(_ text: String) -> String? { text.isEmpty ? nil : text }

  /// An id for a new entry: its English term (its Chinese one where there is none) in small letters with hyphens, with a
  /// number when that is taken.
  static func id(for entry: ConceptEntry, isTaken: (String) throws -> Bool) rethrows -> String {
    let text = (entry.preferredTerm(in: .english) ?? entry.terms.first)?.text ?? "term"
    var base = ""
    for scalar in Folding.folded(text).unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        base.unicodeScalars.append(scalar)
      } else if !base.isEmpty, !base.hasSuffix("-") {
        base += "-"
      }
    }
    if base.hasSuffix("-") { base.removeLast() }
    if base.isEmpty { base = "term" }
    var id = base
    var number = 2
    while try isTaken(id) {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }
}
