import Terminology
import TextCore

/// Reads TBX of every edition and style: `tbx` with categories as attributes or as tags, and `martif` with `tig` or
/// `ntig`.
///
/// Categories of other dialects than TBX-Basic become further fields.
struct TBXReader {
  private let file: GlossaryFile
  private var ids: EntryIDs
  private(set) var entries: [ConceptEntry] = []
  private var depth = 0
  private var entry: TBXEntryDraft?
  private var capture: Capture?
  /// The main category of the group element (`descripGrp` and the like) we are in, and where that began.
  private var group: (depth: Int, category: String?)?

  /// A data category whose text is being collected.
  private struct Capture {
    let category: String
    let target: String?
    let depth: Int
    let line: Int
    var text = ""
  }

  private init(file: GlossaryFile) {
    self.file = file
    ids = EntryIDs(path: file.path)
  }

  /// The entries of the file.
  static func entries(in file: GlossaryFile) throws(InputError) -> [ConceptEntry] {
    var reader = TBXReader(file: file)
    try XMLReader.read(file.bytes, path: file.path) { event, line throws(InputError) in
      switch event {
      case .start(let tag): try reader.start(tag, line: line)
      case .text(let text): reader.capture?.text += text
      case .end: try reader.end(line: line)
      }
    }
    return reader.entries
  }

  private mutating func start(_ tag: XMLReader.Tag, line: Int) throws(InputError) {
    depth += 1
    if depth == 1 {
      guard ["tbx", "martif", "TBX"].contains(tag.name) else {
        throw file.error(.malformed("the root element is “\(tag.name)”, where TBX has “tbx” or “martif”"), line: line)
      }
      return
    }
    switch tag.name {
    case "conceptEntry", "termEntry":
      entry = TBXEntryDraft(
        id: tag.attribute("id").map(XMLOutput.string(ofIdentifier:)) ?? "", depth: depth, line: line)
    case _ where entry == nil || capture != nil: break  // the header, or markup inside a text
    case "langSec", "langSet": entry?.begin(language: tag.attribute("lang") ?? "")
    case "termSec", "tig", "ntig": entry?.beginTerm()
    case "termGrp": break
    case _ where tag.name.hasSuffix("Grp"): group = (depth, nil)
    default:
      capture = Capture(category: Self.category(of: tag), target: tag.attribute("target"), depth: depth, line: line)
    }
  }

  /// The data category: the element's name where categories are tags, else its type.
  private static func category(of tag: XMLReader.Tag) -> String {
    let isCore = tag.namespace == nil || tag.namespace == TBXDialect.namespace
    return isCore ? tag.attribute("type") ?? tag.name : tag.name
  }

  private mutating func end(line: Int) throws(InputError) {
    defer { depth -= 1 }
    if let finished = capture, finished.depth == depth {
      capture = nil
      try finish(finished)
    }
    if let group, group.depth == depth { self.group = nil }
    guard let draft = entry, draft.depth <= depth else { return }
    if draft.depth == depth {
      entry = nil
      try append(draft)
    } else if capture == nil {
      try entry?.end(atDepth: depth, line: line, file: file)
    }
  }

  private mutating func finish(_ capture: Capture) throws(InputError) {
    var text = capture.text
    if text.first?.isNewline ?? false || text.last?.isNewline ?? false { text = text.trimmed }
    if let target = capture.target, !target.isEmpty { text = text.isEmpty ? target : "\(text) (\(target))" }
    var category = capture.category
    if let main = group?.category {
      category = category == "note" ? category : "\(main).\(category)"
    } else if group != nil {
      group?.category = category
    }
    if category == "term" {
      if text.trimmed.isEmpty { throw file.error(.missingValue(column: "term"), line: capture.line) }
      entry?.add(term: text.trimmed)
    } else if !text.isEmpty {
      entry?.add(category, text)
    }
  }

  private mutating func append(_ draft: TBXEntryDraft) throws(InputError) {
    let finished = draft.finished
    if finished.id.isEmpty {
      if let identified = ids.identified(finished, line: draft.line) { entries.append(identified) }
    } else {
      try ids.claim(finished.id, line: draft.line)
      entries.append(finished)
    }
  }
}
