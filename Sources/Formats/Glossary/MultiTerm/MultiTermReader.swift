import Terminology
import TextCore

/// Reads MultiTerm XML, whose fields every termbase names as it likes: the usual names are understood, the others kept as
/// further fields.
struct MultiTermReader: XMLFormatReader {
  private let file: GlossaryFile
  private let take: EntryTaker
  private var ids: EntryIDs
  var depth = 0
  private var entry: MultiTermDraft?
  private var capture: MultiTermField?
  private var captureDepth = 0
  /// The field of a group with the fields that are nested in it.
  private var group: (depth: Int, fields: [MultiTermField])?

  init(file: GlossaryFile, take: @escaping EntryTaker) {
    self.file = file
    self.take = take
    ids = EntryIDs(of: file)
  }

  var wantsText: Bool { capture != nil }

  mutating func text(_ text: String) { capture?.text += text }

  mutating func start(_ tag: XMLTag, line: Int) throws(InputError) {
    if depth == 1, tag.name != "mtf" {
      throw file.error(.malformed("the root element is “\(tag.name)”, where MultiTerm XML has “mtf”"), line: line)
    }
    if capture != nil { return }  // markup inside a text
    switch tag.name {
    case "conceptGrp": entry = MultiTermDraft(line: line, depth: depth, remarks: file.remarks)
    case _ where entry == nil: break
    case "language": entry?.begin(language: tag.attribute("lang") ?? tag.attribute("type") ?? "")
    case "termGrp": entry?.beginTerm()
    case "languageGrp": break
    case "descripGrp", "transacGrp": if group == nil { group = (depth, []) }
    case "concept", "term", "descrip", "transac", "date":
      capture = MultiTermField(element: tag.name, type: tag.attribute("type") ?? "")
      captureDepth = depth
    default: break
    }
  }

  mutating func end(line: Int) throws(InputError) {
    if let finished = capture {
      if captureDepth == depth {
        capture = nil
        finish(finished)
      }
      return
    }
    if let finished = group, finished.depth == depth {
      group = nil
      if let main = finished.fields.first { entry?.add(main, details: Array(finished.fields.dropFirst())) }
    }
    guard let started = entry?.depth else { return }
    if started == depth {
      try give()
    } else {
      entry?.end(atDepth: depth, line: line)
    }
  }

  private mutating func finish(_ field: MultiTermField) {
    var field = field
    // MultiTerm wraps before a linked text only; a file of ours is not wrapped at all.
    if entry?.isOurs != true { field.text = WrappedText.unwrapped(field.text) }
    switch field.element {
    case "concept": entry?.number = field.text.trimmed
    case "term": entry?.setTerm(field.text.trimmed)
    default:
      if group != nil { group?.fields.append(field) } else { entry?.add(field, details: []) }
    }
  }

  private mutating func give() throws(InputError) {
    guard var draft = entry else { return }
    entry = nil
    if let finished = try ids.settledInOurLanguages(draft.finished(), line: draft.line) { try take(finished) }
  }
}

/// A field of MultiTerm with its value.
struct MultiTermField {
  /// `descrip`, `transac` and the like.
  let element: String
  let type: String
  var text = ""

  /// What a field of this name usually means.
  var meaning: Meaning? {
    let name = String(
      decoding: type.lowercased().utf8.filter { $0 >= 0x80 || (0x61...0x7A).contains($0) }, as: UTF8.self)
    return Self.meanings[name]
  }

  enum Meaning: Hashable, Sendable {
    case subjectField, definition, definitionSource, note, source, context, contextSource, status, partOfSpeech, gender
    case termType, region, pinyin, project, customer, page, picture
  }

  private static let meanings: [String: Meaning] = [
    "subject": .subjectField, "subjectfield": .subjectField, "domain": .subjectField, "definition": .definition,
    "dsource": .definitionSource, "sourced": .definitionSource, "definitionsource": .definitionSource,
    "sourceofdefinition": .definitionSource, "note": .note, "notes": .note, "comment": .note, "comments": .note,
    "remark": .note, "source": .source, "context": .context, "example": .context, "csource": .contextSource,
    "contextsource": .contextSource, "sourceofcontext": .contextSource, "status": .status, "termstatus": .status,
    "statusterm": .status, "usagestatus": .status, "administrativestatus": .status, "partofspeech": .partOfSpeech,
    "pos": .partOfSpeech, "wordclass": .partOfSpeech, "gender": .gender, "grammaticalgender": .gender,
    "termtype": .termType, "region": .region, "geographicalusage": .region, "pinyin": .pinyin, "reading": .pinyin,
    "project": .project, "customer": .customer, "client": .customer, "url": .page, "link": .page, "website": .page,
    "graphic": .picture, "image": .picture, "picture": .picture,
  ]
}
