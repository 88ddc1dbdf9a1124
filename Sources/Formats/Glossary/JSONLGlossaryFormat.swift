import Terminology
import TextCore

extension GlossaryFormat {
  /// An object a line, the same as in ``json``.
  ///
  /// Loses nothing.
  public static let jsonl = GlossaryFormat(
    id: "jsonl", summary: "JSON Lines, one concept a line", fileExtensions: ["jsonl", "ndjson"],
    reader: { file throws(InputError) in
      if file.bytes.isEmpty { return [] }  // no line, no concept
      var entries = JSONEntryReader(file: file)
      var line = 0
      for slice in try file.text().split(separator: 0x0A, omittingEmptySubsequences: false) {
        line += 1
        if slice.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        var reader = JSONReader(slice, path: file.path, line: line)
        try entries.read(try reader.document(), line: line)
      }
      return try entries.finish()
    },
    writer: { entries in
      var bytes: [UInt8] = []
      for entry in entries {
        bytes.append(contentsOf: JSONEntry.value(of: entry).compact.utf8)
        bytes.append(0x0A)
      }
      return WrittenGlossary(bytes: bytes)
    })
}
