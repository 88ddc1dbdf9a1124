import Terminology
import TextCore

extension GlossaryFormat {
  /// An array of objects, one a line, with every field of ``ConceptEntry``.
  ///
  /// Loses nothing.
  public static let json = GlossaryFormat(
    id: "json", summary: "JSON array, one concept a line", fileExtensions: ["json"],
    reader: { file throws(InputError) in
      let text = try file.text()
      var reader = JSONReader(text[...], path: file.path)
      var entries = JSONEntryReader(file: file)
      for (value, line) in try reader.elements() { try entries.read(value, line: line) }
      return try entries.finish()
    },
    writer: { entries in
      var bytes = Array("[\n".utf8)
      for (index, entry) in entries.enumerated() {
        bytes.append(contentsOf: JSONEntry.value(of: entry).compact.utf8)
        bytes.append(contentsOf: (index + 1 < entries.count ? ",\n" : "\n").utf8)
      }
      return WrittenGlossary(bytes: bytes + Array("]\n".utf8))
    })
}
