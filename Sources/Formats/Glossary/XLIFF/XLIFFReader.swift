import Terminology
import TextCore

/// Reads XLIFF 1.0 to 2.2 as a glossary.
///
/// What a file offers best is taken: the entries of the glossary module, terms marked in source and target, else the
/// whole units with their notes.
struct XLIFFReader: XMLFormatReader {
  private let file: GlossaryFile
  private let take: EntryTaker
  private var ids: EntryIDs
  var depth = 0
  /// How deep the element is whose content is passed over.
  private var skipped: Int?
  private var languages = (source: "", target: "")
  private var unit: XLIFFUnit?
  private var capture: XLIFFCapture?
  private var terms: [PairDraft] = []
  private var segments: [(draft: PairDraft, line: Int)] = []
  private var isOurs = false

  init(file: GlossaryFile, take: @escaping EntryTaker) {
    self.file = file
    self.take = take
    ids = EntryIDs(of: file)
  }

  var wantsText: Bool { capture != nil && skipped == nil }

  mutating func text(_ text: String) { capture?.text += text }

  mutating func start(_ tag: XMLTag, line: Int) throws(InputError) {
    if depth == 1 {
      guard tag.name == "xliff" else {
        throw file.error(.malformed("the root element is “\(tag.name)”, where XLIFF has “xliff”"), line: line)
      }
      languages = (tag.attribute("srcLang") ?? "", tag.attribute("trgLang") ?? "")
      return
    }
    if skipped != nil { return }
    if Self.isPassedOver(tag) {
      skipped = depth
    } else if capture != nil {
      startInline(tag)
    } else {
      startElement(tag, line: line)
    }
  }

  /// Elements whose texts are not those of the unit: proposals, native code, and extensions of other programs.
  private static func isPassedOver(_ tag: XMLTag) -> Bool {
    switch tag.name {
    case "matches", "alt-trans", "bin-unit", "originalData", "seg-source", "bpt", "ept", "it", "changeTrack":
      return true
    case "ph": return true
    default:
      guard let namespace = tag.namespace else { return false }
      return !namespace.hasPrefix("urn:oasis:names:tc:xliff:") && namespace != XLIFFWriter.namespace
    }
  }

  private mutating func startElement(_ tag: XMLTag, line: Int) {
    switch tag.name {
    case "file":
      if let source = tag.attribute("source-language") { languages.source = source }
      if let target = tag.attribute("target-language") { languages.target = target }
    case "tool": if tag.attribute("tool-id") == XLIFFWriter.tool { isOurs = true }
    case "unit", "trans-unit": unit = XLIFFUnit(id: tag.attribute("id") ?? "", line: line, depth: depth)
    case "glossEntry":
      let concept = tag.attribute("concept", namespace: XLIFFWriter.namespaceText)
      if concept != nil { isOurs = true }
      unit?.glossary.append(XLIFFGlossEntry(id: concept ?? ""))
    case "source", "target", "note", "term", "translation", "definition", "property":
      if unit == nil { break }
      capture = XLIFFCapture(tag, depth: depth)
    default: break
    }
  }

  private mutating func startInline(_ tag: XMLTag) {
    switch tag.name {
    case "mrk":
      if ["term", "x-term"].contains(tag.attribute("type") ?? tag.attribute("mtype") ?? "") {
        let id = tag.attribute("id") ?? tag.attribute("mid") ?? ""
        let start = capture?.text.utf8.count ?? 0
        capture?.openMarks.append((id: id, start: start, depth: depth))
      }
    case "cp":
      if let scalar = tag.attribute("hex").flatMap({ UInt32($0, radix: 16) }).flatMap(Unicode.Scalar.init),
        scalar.value > 0
      {
        capture?.text.unicodeScalars.append(scalar)
      }
    default: break
    }
  }

  mutating func end(line: Int) {
    if let level = skipped {
      if level == depth { skipped = nil }
      return
    }
    if let mark = capture?.openMarks.last, mark.depth == depth {
      capture?.closeMark()
    } else if let finished = capture, finished.depth == depth {
      capture = nil
      unit?.add(finished, isOurs: isOurs)
    } else if capture == nil, let finished = unit, finished.depth == depth {
      finish(finished)
    }
  }

  private mutating func finish(_ finished: XLIFFUnit) {
    unit = nil
    let (found, lonely) = finished.terms(languages: languages, isOurs: isOurs)
    terms += found
    for _ in 0..<lonely { file.remarks.add(.unitWithoutPair, line: finished.line) }
    if found.isEmpty {
      segments.append((finished.segment(languages: languages, isOurs: isOurs), finished.line))
    }
  }

  mutating func finish() throws(InputError) {
    let drafts = terms.isEmpty ? segments.map(\.draft) : terms
    for draft in drafts {
      if let entry = draft.entry(isOurs: isOurs, ids: &ids) { try take(entry) }
    }
    if !terms.isEmpty { for segment in segments { file.remarks.add(.segmentBesideTerms, line: segment.line) } }
  }
}
