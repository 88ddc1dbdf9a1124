import ArgumentParser
import DuizhaoKit
import Terminology
import TextCore

/// What an entry is to say: the options of `glossary add` and `glossary edit`.
struct GlossaryDraftOptions: ParsableArguments {
  @Option(help: "The preferred Chinese term; Simplified or Traditional is told by its characters. May be given again.")
  var zh: [String] = []
  @Option(help: "The preferred English term.")
  var en: [String] = []
  @Option(help: "The status of the terms given with --zh and --en, where it is not preferred.")
  var status: String = AdministrativeStatus.preferred.rawValue
  @Option(help: "A good term beside the preferred one, in either language. May be given again, as may the next ones.")
  var admit: [String] = []
  @Option(help: "A term that is no longer to be used.")
  var deprecate: [String] = []
  @Option(help: "A term that a newer one has replaced.")
  var supersede: [String] = []
  @Option(help: "A wrong term: the checker reports it as an error.")
  var forbid: [String] = []
  @Option(help: "The pinyin of the preferred Chinese term.")
  var pinyin: String?
  @Option(help: "What the concept is. An empty text takes a field away, here and below.")
  var definition: String?
  @Option(help: "The subject field.")
  var subject: String?
  @Option(help: "person, place, organisation, product, term, title, event, work, policy or word.")
  var type: String?
  @Option(help: "A note.")
  var note: String?
  @Option(help: "Where the terms come from.")
  var source: String?
  @Option(help: "proposed, in_review, approved, rejected or obsolete.")
  var review: String?
  @Flag(inversion: .prefixedNo, help: "Whether the name stays as it is in translation.")
  var doNotTranslate: Bool?

  /// The draft that the options describe.
  /// - Throws: ``InputError`` for a status that we do not know.
  func draft() throws(InputError) -> EntryDraft {
    var draft = EntryDraft()
    let status = try Self.value(status, "--status") as AdministrativeStatus
    let groups = [
      ("--zh", zh, status), ("--en", en, status), ("--admit", admit, .admitted),
      ("--deprecate", deprecate, .deprecated),
      ("--supersede", supersede, .superseded), ("--forbid", forbid, .forbidden),
    ]
    for (option, texts, status) in groups {
      if texts.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
        throw InputError(path: option, .malformed("a term needs a text"))
      }
      draft.terms += texts.map { ($0, status) }
    }
    draft.pinyin = pinyin
    draft.definition = definition
    draft.subjectField = subject
    draft.type = type
    draft.note = note
    draft.source = source
    draft.doNotTranslate = doNotTranslate
    if let review { draft.review = try Self.value(review, "--review") }
    return draft
  }

  private static func value<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ option: String
  ) throws(InputError) -> Value where Value.RawValue == String {
    let known = Value.allCases.map(\.rawValue)
    guard let value = Value(rawValue: name) else { throw InputError(path: option, .unknownFormat(name, known: known)) }
    return value
  }
}
