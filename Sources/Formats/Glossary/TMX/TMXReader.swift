import Terminology
import TextCore

/// Reads TMX of every version: each unit with a Chinese and an English side becomes a concept.
///
/// Properties of our own are fields again; others are kept as further fields.
struct TMXReader: XMLFormatReader {
  private let file: GlossaryFile
  private let take: EntryTaker
  private var ids: EntryIDs
  private var unit: PairDraft?
  private var variant: VariantDraft?
  private var capture: Capture?
  var depth = 0
  /// How deep the element of native code is whose content is passed over.
  private var skipped: Int?
  private var isOurs = false

  /// One language of a unit.
  private struct VariantDraft {
    let tag: String
    var text = ""
    var properties: [EntryProperty] = []
    var notes: [String] = []
  }

  private struct Capture {
    let element: String
    let type: String
    let depth: Int
    var text = ""
  }

  init(file: GlossaryFile, take: @escaping EntryTaker) {
    self.file = file
    self.take = take
    ids = EntryIDs(of: file)
  }

  var wantsText: Bool { capture != nil && skipped == nil }

  mutating func text(_ text: String) { capture?.text += text }

  mutating func start(_ tag: XMLTag, line: Int) throws(InputError) {
    if depth == 1, tag.name != "tmx" {
      throw file.error(.malformed("the root element is “\(tag.name)”, where TMX has “tmx”"), line: line)
    }
    if skipped != nil { return }
    switch tag.name {
    case "header": isOurs = tag.attribute("creationtool") == "duizhao"
    case "tu": unit = PairDraft(id: isOurs ? tag.attribute("tuid") ?? "" : "", line: line)
    case "tuv" where unit != nil: variant = VariantDraft(tag: tag.attribute("lang") ?? "")
    case "prop", "note", "seg":
      if unit != nil { capture = Capture(element: tag.name, type: tag.attribute("type") ?? "", depth: depth) }
    // Native code of the document the segment comes from.
    case "bpt", "ept", "it", "ph", "ut": skipped = depth
    default: break
    }
  }

  mutating func end(line: Int) throws(InputError) {
    if skipped == depth { skipped = nil }
    if let finished = capture, finished.depth == depth {
      capture = nil
      finish(finished)
    } else if capture == nil, depth == 4, let finished = variant {
      variant = nil
      let text = isOurs ? finished.text.trimmed : WrappedText.unwrapped(finished.text)
      unit?.add(text, tag: finished.tag, properties: finished.properties, notes: finished.notes)
    } else if capture == nil, depth == 3, let finished = unit {
      unit = nil
      if let entry = finished.entry(isOurs: isOurs, ids: &ids) { try take(entry) }
    }
  }

  private mutating func finish(_ capture: Capture) {
    let text = isOurs ? capture.text : WrappedText.unwrapped(capture.text)
    switch (capture.element, variant) {
    case ("seg", _): variant?.text = text
    case ("note", .some): variant?.notes.append(text)
    case ("note", .none): unit?.addNote(text)
    case (_, .some): variant?.properties.append(Self.property(type: capture.type, value: text))
    default: unit?.add(Self.property(type: capture.type, value: text))
    }
  }

  /// The property that a `prop` element holds: one of ours, or a further field of its type's name.
  private static func property(type: String, value: String) -> EntryProperty {
    type.hasPrefix(TMXWriter.mark)
      ? EntryProperty(String(type.dropFirst(TMXWriter.mark.count)), value)
      : .extra(ExtraField(name: type, value: value))
  }
}
