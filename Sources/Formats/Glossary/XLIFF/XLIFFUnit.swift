import Terminology

/// The text of an element of a unit while it comes in.
struct XLIFFCapture {
  let element: String
  let isOurs: Bool
  /// The language that the element names.
  let language: String?
  /// Where the text comes from, in the glossary module.
  let source: String?
  /// Which side of the unit a note speaks of.
  let side: String?
  /// Our attributes: the name of a property, the status and the fields of a term.
  let name: String?
  let status: String?
  let fields: String?
  let depth: Int
  var text = ""
  /// The marked terms that are not yet at their end: where each begins in the text.
  var openMarks: [(id: String, start: Int, depth: Int)] = []
  private(set) var marks: [(id: String, text: String)] = []

  init(_ tag: XMLTag, depth: Int) {
    element = tag.name
    isOurs = tag.namespace == XLIFFWriter.namespace
    language =
      tag.attribute("language", namespace: XLIFFWriter.namespaceText)
      ?? tag.attribute("lang", namespace: "http://www.w3.org/XML/1998/namespace")
    source = tag.attribute("source")
    side = tag.attribute("annotates") ?? tag.attribute("appliesTo")
    name = tag.attribute("name")
    status = tag.attribute("status", namespace: XLIFFWriter.namespaceText)
    fields = tag.attribute("fields", namespace: XLIFFWriter.namespaceText)
    self.depth = depth
  }

  mutating func closeMark() {
    guard let mark = openMarks.popLast() else { return }
    let text = String(decoding: self.text.utf8.dropFirst(mark.start), as: UTF8.self)
    marks.append((mark.id, WrappedText.unwrapped(text)))
  }

  /// Our properties of a term of the glossary module.
  var properties: [EntryProperty] {
    var list: [EntryProperty] = []
    if let source { list.append(EntryProperty("source", source)) }
    if let status { list.append(EntryProperty("status", status)) }
    let parts = fields.map { EntryProperty.unpacked($0, count: 0) } ?? []
    var index = 0
    while index + 1 < parts.count {
      list.append(EntryProperty(parts[index] ?? "", parts[index + 1] ?? ""))
      index += 2
    }
    return list
  }
}

/// An entry of the glossary module.
struct XLIFFGlossEntry {
  let id: String
  var parts: [XLIFFCapture] = []

  init(id: String) { self.id = id }
}

/// A unit: a text and its translation, with notes and perhaps a glossary.
struct XLIFFUnit {
  private let id: String
  let line: Int
  let depth: Int
  var glossary: [XLIFFGlossEntry] = []
  private var source: XLIFFSide = .init()
  private var target: XLIFFSide = .init()
  private var notes: [XLIFFCapture] = []

  /// All segments of one language.
  private struct XLIFFSide {
    var language: String?
    var text = ""
    var marks: [(id: String, text: String)] = []
  }

  init(id: String, line: Int, depth: Int) {
    self.id = id
    self.line = line
    self.depth = depth
  }

  mutating func add(_ capture: XLIFFCapture, isOurs: Bool) {
    switch capture.element {
    case "source": Self.add(capture, to: &source)
    case "target": Self.add(capture, to: &target)
    case "note": notes.append(capture)
    default: if !glossary.isEmpty { glossary[glossary.count - 1].parts.append(capture) }
    }
  }

  private static func add(_ capture: XLIFFCapture, to side: inout XLIFFSide) {
    side.language = capture.language ?? side.language
    side.text += capture.text
    side.marks += capture.marks
  }

  /// What the unit says of terms: its glossary, else the terms that are marked in the source and, under the same id, in
  /// the target.
  ///
  /// `lonely` tells how many are marked in the source alone, beside others that have their counterpart.
  func terms(
    languages: (source: String, target: String), isOurs: Bool
  ) -> (drafts: [PairDraft], lonely: Int) {
    if !glossary.isEmpty { return (glossary.map { draft(of: $0, languages: languages, isOurs: isOurs) }, 0) }
    let counterparts = Dictionary(target.marks.map { ($0.id, $0.text) }) { first, _ in first }
    var drafts: [PairDraft] = []
    for mark in source.marks {
      guard let counterpart = counterparts[mark.id] else { continue }
      var draft = PairDraft(id: "", line: line)
      draft.add(mark.text, tag: source.language ?? languages.source)
      draft.add(counterpart, tag: target.language ?? languages.target)
      drafts.append(draft)
    }
    return (drafts, drafts.isEmpty ? 0 : source.marks.count - drafts.count)
  }

  private func draft(
    of entry: XLIFFGlossEntry, languages: (source: String, target: String), isOurs: Bool
  ) -> PairDraft {
    var draft = PairDraft(id: isOurs ? entry.id : "", line: line)
    for part in entry.parts {
      let text = isOurs ? part.text : WrappedText.unwrapped(part.text)
      switch (part.element, part.isOurs) {
      case ("term", _): draft.add(text, tag: part.language ?? languages.source, properties: part.properties)
      case ("translation", _): draft.add(text, tag: part.language ?? languages.target, properties: part.properties)
      case ("definition", _):
        draft.add(EntryProperty("definition", text))
        if let source = part.source { draft.add(EntryProperty("definitionSource", source)) }
      case ("property", true): draft.add(EntryProperty(part.name ?? "", text))
      default: break
      }
    }
    return draft
  }

  /// The unit as a whole.
  func segment(languages: (source: String, target: String), isOurs: Bool) -> PairDraft {
    func cleaned(_ text: String) -> String { isOurs ? text : WrappedText.unwrapped(text) }
    var draft = PairDraft(id: isOurs ? id : "", line: line)
    var properties: [String: [EntryProperty]] = [:]
    var remarks: [String] = []
    for note in notes {
      if isOurs, let side = note.side, side != "general", let property = EntryProperty(noteText: note.text) {
        properties[side, default: []].append(property)
      } else {
        remarks.append(cleaned(note.text))
      }
    }
    draft.add(
      cleaned(source.text), tag: source.language ?? languages.source, properties: properties["source"] ?? [])
    draft.add(
      cleaned(target.text), tag: target.language ?? languages.target, properties: properties["target"] ?? [])
    for remark in remarks { draft.addNote(remark) }
    return draft
  }
}
