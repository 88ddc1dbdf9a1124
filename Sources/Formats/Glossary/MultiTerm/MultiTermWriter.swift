import Terminology
import TextCore

/// Writes entries as MultiTerm XML: every field under a name of its own, in UTF-16 with a byte order mark as MultiTerm
/// does.
struct MultiTermWriter {
  /// The field that holds our id, for which MultiTerm has but numbers.
  static let idField = "Entry ID"

  private var output = XMLOutput()
  private var losses: [FormatLoss] = []

  /// The file that holds the entries.
  static func file(holding entries: [ConceptEntry]) -> WrittenGlossary {
    var writer = MultiTermWriter()
    writer.output.markup("<?xml version='1.0' encoding='UTF-16'?>\n<mtf>\n")
    for (index, entry) in entries.enumerated() { writer.write(entry, number: index + 1) }
    writer.output.markup("</mtf>\n")
    var bytes: [UInt8] = [0xFF, 0xFE]
    bytes.reserveCapacity(writer.output.bytes.count * 2)
    for unit in String(decoding: writer.output.bytes, as: UTF8.self).utf16 {
      bytes.append(UInt8(truncatingIfNeeded: unit))
      bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
    }
    return WrittenGlossary(bytes: bytes, losses: writer.losses)
  }

  private mutating func write(_ entry: ConceptEntry, number: Int) {
    if entry.terms.isEmpty { return losses.append(FormatLoss(conceptID: entry.id, .entryWithout(.simplifiedChinese))) }
    output.hasRemovedCharacters = false
    output.open(1, "conceptGrp")
    output.element(2, "concept", String(number))
    field(2, Self.idField, entry.id)
    var definitions = entry.languageDefinitions[...]
    for property in entry.properties {
      // Definitions of a language stand with it, if it has terms.
      if property.name == "languageDefinition", let item = definitions.popFirst(),
        entry.terms.contains(where: { $0.language == item.language })
      {
        continue
      }
      field(2, Self.name(of: property), property.value)
    }
    for language in TermLanguage.allCases {
      let terms = entry.terms.filter { $0.language == language }
      if terms.isEmpty { continue }
      output.open(2, "languageGrp")
      output.open(3, "language", ["lang": Self.tag(of: language), "type": Self.name(of: language)], isEmpty: true)
      for definition in entry.languageDefinitions where definition.language == language {
        field(3, "Definition", definition.text, details: [("Source", definition.source)])
      }
      for term in terms {
        output.open(3, "termGrp")
        output.element(4, "term", term.text)
        field(4, Self.name(of: EntryProperty("status", "")), term.status.rawValue)
        var contexts = term.contexts[...]
        for property in term.properties {
          if property.name == "context", let context = contexts.popFirst() {
            let details = [("Translation", context.translation), ("Source", context.source)]
            field(4, "Context", context.text, details: details)
          } else {
            field(4, Self.name(of: property), property.value)
          }
        }
        output.close(3, "termGrp")
      }
      output.close(2, "languageGrp")
    }
    output.close(1, "conceptGrp")
    if output.hasRemovedCharacters { losses.append(FormatLoss(conceptID: entry.id, .charactersRemoved)) }
  }

  private mutating func field(
    _ indent: Int, _ name: String, _ value: String, details: [(name: String, value: String?)] = []
  ) {
    output.open(indent, "descripGrp")
    output.element(indent + 1, "descrip", ["type": name], value)
    for (name, value) in details { if let value { field(indent + 1, name, value) } }
    output.close(indent, "descripGrp")
  }

  private static func tag(of language: TermLanguage) -> String {
    switch language {
    case .simplifiedChinese: "ZH-CN"
    case .traditionalChinese: "ZH-TW"
    case .english: "EN"
    }
  }

  private static func name(of language: TermLanguage) -> String {
    switch language {
    case .simplifiedChinese: "Chinese (Simplified)"
    case .traditionalChinese: "Chinese (Traditional)"
    case .english: "English"
    }
  }

  // MARK: Names of fields

  private static let names: [(property: String, field: String)] = [
    ("subjectField", "Subject"), ("definition", "Definition"), ("definitionSource", "Definition source"),
    ("languageDefinition", "Definition (language)"), ("source", "Source"), ("customer", "Customer"),
    ("project", "Project"), ("relation", "Relation"), ("reference", "Reference"), ("note", "Note"),
    ("type", "Entry type"), ("doNotTranslate", "Do not translate"), ("review", "Review"), ("status", "Status"),
    ("pos", "Part of speech"), ("pinyin", "Pinyin"), ("region", "Region"), ("termType", "Term type"),
    ("gender", "Gender"), ("caseRule", "Case rule"), ("matchRule", "Match rule"), ("context", "Context"),
  ]

  /// The name of the field that holds a property; further fields keep theirs, if it means nothing else.
  private static func name(of property: EntryProperty) -> String {
    if let known = names.first(where: { $0.property == property.name }) { return known.field }
    guard let extra = property.extraName else { return property.name }
    return names.contains { $0.field == extra } || extra == idField || extra.hasPrefix("extra:") ? property.name : extra
  }

  /// The property that a field of ours holds.
  static func property(of field: MultiTermField) -> EntryProperty? {
    if let known = names.first(where: { $0.field == field.type }) { return EntryProperty(known.property, field.text) }
    if field.type.hasPrefix("extra:") { return EntryProperty(field.type, field.text) }
    return .extra(ExtraField(name: field.type, value: field.text))
  }
}
