import Terminology

/// Writes entries as TMX 1.4b: a unit for each concept, a variant for each term that may be used.
///
/// Other programs take every variant for a translation, so terms that are not to be used go into properties.
struct TMXWriter {
  /// What the types of our properties begin with.
  static let mark = "x-duizhao-"

  private var output = XMLOutput()
  private var losses: [FormatLoss] = []
  private var conceptID = ""

  /// The file that holds the entries.
  static func file(holding entries: [ConceptEntry]) -> WrittenGlossary {
    var writer = TMXWriter()
    writer.output.markup(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE tmx SYSTEM "tmx14.dtd">
      <tmx version="1.4">
        <header creationtool="duizhao" creationtoolversion="1" segtype="phrase" o-tmf="duizhao" adminlang="en" \
      srclang="*all*" datatype="plaintext"/>
        <body>

      """)
    for entry in entries { writer.write(entry) }
    writer.output.markup("  </body>\n</tmx>\n")
    return WrittenGlossary(bytes: writer.output.bytes, losses: writer.losses)
  }

  private mutating func write(_ entry: ConceptEntry) {
    conceptID = entry.id
    let usable = entry.terms.filter(\.isUsable)
    if usable.isEmpty { return losses.append(FormatLoss(conceptID: entry.id, .entryWithout(.english))) }
    output.hasRemovedCharacters = false
    defer { if output.hasRemovedCharacters { losses.append(FormatLoss(conceptID: entry.id, .charactersRemoved)) } }
    output.open(4, "tu", ["tuid": entry.id])
    for property in entry.properties {
      if property.name == "note" {
        output.element(6, "note", EntryProperty.noteText(ofRemark: property.value))
      } else {
        keep(6, property)
      }
    }
    for term in entry.terms where !term.isUsable {
      property(6, "term", term.packed)
      losses.append(FormatLoss(conceptID: entry.id, .keptInNote(field: "\(term.status.rawValue) term")))
    }
    for language in TermLanguage.allCases {
      var isFirst = true
      for status in [AdministrativeStatus.preferred, .admitted] {
        for term in usable where term.language == language && term.status == status {
          write(term, isFirst: isFirst)
          isFirst = false
        }
      }
    }
    output.close(4, "tu")
  }

  private mutating func write(_ term: Term, isFirst: Bool) {
    output.open(6, "tuv", ["xml:lang": term.language.rawValue])
    // The first one of a language is taken to be preferred, the others admitted.
    if term.status != (isFirst ? .preferred : .admitted) { keep(8, EntryProperty("status", term.status.rawValue)) }
    for property in term.properties { keep(8, property) }
    output.element(8, "seg", term.text)
    output.close(6, "tuv")
  }

  private mutating func keep(_ indent: Int, _ property: EntryProperty) {
    self.property(indent, property.name, property.value)
    losses.append(FormatLoss(conceptID: conceptID, .keptInNote(field: property.field)))
  }

  private mutating func property(_ indent: Int, _ name: String, _ value: String) {
    output.element(indent, "prop", ["type": Self.mark + name], value)
  }
}
