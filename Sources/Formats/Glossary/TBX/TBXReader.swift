import Terminology
import TextCore

/// Reads TBX of every edition, dialect and style: `tbx` with categories as attributes or as tags, and `martif` with
/// `tig` or `ntig`.
///
/// Categories that we have no field for are kept as further fields.
struct TBXReader: XMLFormatReader {
  private let file: GlossaryFile
  private let take: EntryTaker
  private var ids: EntryIDs
  var depth = 0
  private var entry: TBXEntryDraft?
  private var capture: TBXField?
  private var captureDepth = 0
  /// What stands in the group element (`descripGrp` and the like) we are in, and how deep that is.
  private var group: (depth: Int, fields: [TBXField])?
  /// How deep the element is whose content is passed over.
  private var skipped: Int?
  /// Whether the file is one of ours, in which no text is wrapped.
  private var isOurs = false
  /// The languages that have come so far: a file has few.
  private var sections: [TBXEntryDraft.Section] = []
  /// What the elements are, by the number of their name.
  private var kinds: [Kind?] = []

  /// What an element is to us.
  private enum Kind {
    case concept, paragraph, language, term, passedOver, componentList, group, field

    init(_ name: String) {
      switch name {
      case "conceptEntry", "termEntry": self = .concept
      case "p": self = .paragraph
      case "langSec", "langSet": self = .language
      case "termSec", "tig", "ntig": self = .term
      case "termGrp": self = .passedOver
      case "termCompList": self = .componentList
      default: self = name.utf8.count > 3 && name.hasSuffix("Grp") ? .group : .field
      }
    }
  }

  init(file: GlossaryFile, take: @escaping EntryTaker) {
    self.file = file
    self.take = take
    ids = EntryIDs(of: file)
  }

  var wantsText: Bool { capture != nil }

  mutating func text(_ text: String) { capture?.text += text }

  mutating func start(_ tag: XMLTag, line: Int) throws(InputError) {
    if depth == 1 {
      guard ["tbx", "martif", "TBX"].contains(tag.name) else {
        throw file.error(.malformed("the root element is “\(tag.name)”, where TBX has “tbx” or “martif”"), line: line)
      }
      return
    }
    if capture != nil || skipped != nil { return }  // markup inside a text
    switch kind(of: tag) {
    case .concept:
      let id = tag.attribute("id").map(XMLOutput.string(ofIdentifier:)) ?? ""
      entry = TBXEntryDraft(id: id, depth: depth, line: line, remarks: file.remarks)
    case .paragraph where entry == nil: begin(TBXField(category: "p", target: nil))
    case _ where entry == nil: break
    case .language:
      let section = section(of: tag.attribute("lang") ?? "")
      entry?.begin(section)
    case .term: entry?.beginTerm()
    case .passedOver: break
    case .componentList:
      file.remarks.add(.field(tag.name), line: line)
      skipped = depth
    case .group: if group == nil { group = (depth, []) }
    case .paragraph, .field: begin(TBXField(category: Self.category(of: tag), target: tag.attribute("target")))
    }
  }

  private mutating func kind(of tag: XMLTag) -> Kind {
    while kinds.count <= tag.number { kinds.append(nil) }
    if let known = kinds[tag.number] { return known }
    let kind = Kind(tag.name)
    kinds[tag.number] = kind
    return kind
  }

  private mutating func section(of tag: String) -> TBXEntryDraft.Section {
    if let known = sections.first(where: { $0.tag == tag }) { return known }
    let section = TBXEntryDraft.Section(tag: tag)
    if sections.count < 64 { sections.append(section) }
    return section
  }

  private mutating func begin(_ field: TBXField) {
    capture = field
    captureDepth = depth
  }

  /// The data category: the element's name where categories are tags, else its type.
  private static func category(of tag: XMLTag) -> String {
    if tag.name == "term" || tag.name == "note" { return tag.name }
    let isCore = tag.namespace == nil || tag.namespace == TBXDialect.namespace
    return isCore ? tag.attribute("type") ?? tag.name : tag.name
  }

  mutating func end(line: Int) throws(InputError) {
    if skipped == depth { skipped = nil }
    if let finished = capture {
      if captureDepth == depth {
        capture = nil
        finish(finished, line: line)
      }
      return
    }
    if let finished = group, finished.depth == depth {
      group = nil
      if let main = finished.fields.first { entry?.add(main, details: Array(finished.fields.dropFirst())) }
    }
    guard let started = entry?.depth, started <= depth else { return }
    if started == depth {
      try give()
    } else {
      entry?.end(atDepth: depth, line: line)
    }
  }

  private mutating func finish(_ field: TBXField, line: Int) {
    guard entry != nil else {
      if field.text == TBXDialect.origin { isOurs = true }
      return
    }
    var field = field
    if !isOurs { field.text = WrappedText.unwrapped(field.text) }
    if field.category == "term" {
      entry?.add(term: field.text.trimmed, line: line)
    } else if group != nil {
      group?.fields.append(field)
    } else {
      entry?.add(field, details: [])
    }
  }

  private mutating func give() throws(InputError) {
    guard var draft = entry else { return }
    entry = nil
    if let finished = try ids.settledInOurLanguages(draft.finished(), line: draft.line) { try take(finished) }
  }
}
