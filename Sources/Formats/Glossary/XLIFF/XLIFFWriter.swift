import Terminology

/// Writes entries as XLIFF, a unit for each concept: 2.1 with the glossary module, or 1.2 with notes.
///
/// A unit goes from one Chinese term to English ones. The other terms, and the fields that XLIFF has no place for, stand
/// in elements and attributes of our own namespace, in 1.2 in notes.
struct XLIFFWriter {
  static let namespaceText: StaticString = "urn:duizhao:glossary:1"
  static let namespace = "\(namespaceText)"
  /// What marks our own files of version 1.2.
  static let tool = "duizhao"

  private var output = XMLOutput()
  private var losses: [FormatLoss] = []
  private var conceptID = ""
  private var number = 0

  /// What a unit is made of.
  private struct Unit {
    let entry: ConceptEntry
    let source: Term
    let targets: [Term]
    let others: [Term]

    /// Nil for a concept that has no Chinese term, or nothing that could stand on the other side.
    init?(_ entry: ConceptEntry) {
      guard
        let source = entry.preferredTerm(in: .simplifiedChinese) ?? entry.preferredTerm(in: .traditionalChinese)
      else { return nil }
      self.entry = entry
      self.source = source
      let usable = entry.terms(in: .english).filter(\.isUsable)
      targets = usable
      var isLeft = true  // the source itself, once
      others = entry.terms.filter { term in
        if usable.contains(term) { return false }
        if isLeft, term == source {
          isLeft = false
          return false
        }
        return true
      }
    }
  }

  // MARK: Version 2.1

  /// A file of version 2.1 that holds the entries.
  static func file(holding entries: [ConceptEntry]) -> WrittenGlossary {
    var writer = XLIFFWriter()
    writer.output.markup(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n")
    writer.output.open(
      0, "xliff",
      [
        "xmlns": "urn:oasis:names:tc:xliff:document:2.0", "xmlns:gls": "urn:oasis:names:tc:xliff:glossary:2.0",
        "xmlns:dz": namespace, "version": "2.1", "srcLang": "zh-Hans", "trgLang": "en",
      ])
    writer.output.open(2, "file", ["id": "glossary"])
    for entry in entries { writer.write(entry) { $0.writeGlossary($1) } }
    // The grammar wants a unit.
    if writer.number == 0 {
      writer.output.markup("    <unit id=\"u0\"><segment><source/></segment></unit>\n")
      writer.losses.append(FormatLoss(conceptID: nil, .emptyGlossary))
    }
    writer.output.close(2, "file")
    writer.output.close(0, "xliff")
    return WrittenGlossary(bytes: writer.output.bytes, losses: writer.losses)
  }

  private mutating func write(_ entry: ConceptEntry, as write: (_ writer: inout XLIFFWriter, _ unit: Unit) -> Void) {
    guard let unit = Unit(entry) else {
      return losses.append(FormatLoss(conceptID: entry.id, .entryWithout(.simplifiedChinese)))
    }
    if unit.targets.isEmpty {
      return losses.append(FormatLoss(conceptID: entry.id, .entryWithout(.english)))
    }
    conceptID = entry.id
    number += 1
    output.hasRemovedCharacters = false
    write(&self, unit)
    if output.hasRemovedCharacters { losses.append(FormatLoss(conceptID: entry.id, .charactersRemoved)) }
  }

  private mutating func writeGlossary(_ unit: Unit) {
    output.open(4, "unit", ["id": "u\(number)"])
    output.open(6, "gls:glossary")
    output.open(8, "gls:glossEntry", ["ref": "#m1", "dz:concept": unit.entry.id])
    write(unit.source, as: "gls:term", language: unit.source.language == .simplifiedChinese ? nil : .traditionalChinese)
    for target in unit.targets { write(target, as: "gls:translation") }
    if let definition = unit.entry.definition {
      output.element(10, "gls:definition", ["source": unit.entry.definitionSource], definition)
    }
    for property in unit.entry.properties where property.name != "definition" {
      if property.name == "definitionSource", unit.entry.definition != nil { continue }
      keep(property.field)
      output.element(10, "dz:property", ["name": property.name], property.value)
    }
    for term in unit.others {
      keep(term.isUsable ? "further Chinese term" : "\(term.status) term")
      write(term, as: "dz:term", language: term.language)
    }
    output.close(8, "gls:glossEntry")
    output.close(6, "gls:glossary")
    output.open(6, "segment")
    write(marked: unit.source.text, as: "source")
    write(marked: unit.targets[0].text, as: "target")
    output.close(6, "segment")
    output.close(4, "unit")
  }

  private mutating func write(_ term: Term, as name: String, language: TermLanguage? = nil) {
    let isModule = name != "dz:term"
    var fields: [EntryProperty] = []
    for property in term.properties where !(isModule && property.name == "source") {
      fields.append(property)
      keep(property.field)
    }
    if term.status != .preferred { keep("status") }
    output.element(
      10, name,
      [
        "source": isModule ? term.source : nil, "dz:status": term.status.rawValue,
        "dz:language": language?.rawValue,
        "dz:fields": fields.isEmpty ? nil : EntryProperty.packed(fields.flatMap { [$0.name, $0.value] }),
      ], term.text)
  }

  private mutating func write(marked text: String, as name: String) {
    for _ in 0..<8 { output.markup(" ") }
    output.markup("<\(name)><mrk id=\"m1\" type=\"term\">")
    output.text(text)
    output.markup("</mrk></\(name)>\n")
  }

  private mutating func keep(_ field: String) {
    losses.append(FormatLoss(conceptID: conceptID, .keptInNote(field: field)))
  }

  // MARK: Version 1.2

  /// A file of version 1.2 that holds the entries.
  static func olderFile(holding entries: [ConceptEntry]) -> WrittenGlossary {
    var writer = XLIFFWriter()
    writer.output.markup(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n")
    writer.output.open(0, "xliff", ["version": "1.2", "xmlns": "urn:oasis:names:tc:xliff:document:1.2"])
    writer.output.open(
      2, "file",
      [
        "original": "glossary", "source-language": "zh-Hans", "target-language": "en", "datatype": "plaintext",
        "tool-id": tool,
      ])
    writer.output.markup("    <header><tool tool-id=\"\(tool)\" tool-name=\"\(tool)\"/></header>\n")
    writer.output.open(4, "body")
    for entry in entries { writer.write(entry) { $0.writeUnit($1) } }
    writer.output.close(4, "body")
    writer.output.close(2, "file")
    writer.output.close(0, "xliff")
    return WrittenGlossary(bytes: writer.output.bytes, losses: writer.losses)
  }

  private mutating func writeUnit(_ unit: Unit) {
    output.open(6, "trans-unit", ["id": unit.entry.id, "xml:space": "preserve"])
    output.element(
      8, "source", ["xml:lang": unit.source.language == .traditionalChinese ? "zh-Hant" : nil], unit.source.text)
    output.element(8, "target", unit.targets[0].text)
    if let note = unit.entry.note { output.element(8, "note", EntryProperty.noteText(ofRemark: note)) }
    for property in unit.entry.properties where property.name != "note" { writeNote(property) }
    writeNotes(of: unit.source, side: "source")
    writeNotes(of: unit.targets[0], side: "target")
    for term in Array(unit.targets.dropFirst()) + unit.others {
      keep(term.isUsable ? "further term" : "\(term.status) term")
      output.element(8, "note", ["from": Self.tool], EntryProperty("term", term.packed).noteText)
    }
    output.close(6, "trans-unit")
  }

  private mutating func writeNotes(of term: Term, side: String) {
    if term.status != .preferred { writeNote(EntryProperty("status", term.status.rawValue), side: side) }
    for property in term.properties { writeNote(property, side: side) }
  }

  private mutating func writeNote(_ property: EntryProperty, side: String? = nil) {
    keep(property.field)
    output.element(8, "note", ["from": Self.tool, "annotates": side], property.noteText)
  }
}
