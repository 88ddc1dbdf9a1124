import CBundled
import Formats
import GlossaryStore
import Terminology
import TextCore

/// The glossary that ships inside the program.
public enum CuratedGlossary {
  /// The name under which it stands in the user's database.
  public static let info = GlossaryInfo(
    name: "duizhao", rank: 100, kind: .project, licence: "Apache-2.0", version: fingerprint, source: "duizhao")

  /// Its files, in the order of their names.
  public static var files: [(name: String, bytes: [UInt8])] {
    var count = 0
    guard let first = dz_bundled_glossary(&count) else { return [] }
    return UnsafeBufferPointer(start: first, count: count).map { file in
      (String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.length)))
    }
  }

  /// Its concepts, in the order of the files.
  /// - Throws: ``InputError`` when a file breaks its format, which a test rules out.
  public static func entries() throws(InputError) -> [ConceptEntry] {
    var result: [ConceptEntry] = []
    for file in files { result += try GlossaryFormat.csv.entries(in: file.bytes, path: "glossary/" + file.name) }
    return result
  }

  /// A short value that changes when any of the files changes: FNV-1a over words of eight bytes.
  ///
  /// Every look-up asks for it, so it must not take longer than the look-up.
  static let fingerprint: String = {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var count = 0
    guard let first = dz_bundled_glossary(&count) else { return "0" }
    for file in UnsafeBufferPointer(start: first, count: count) {
      let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.length)
      let words = bytes.count / 8
      for word in 0..<words {
        hash = (hash ^ bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)) &* 0x100_0000_01b3
        hash ^= hash >> 32  // a product carries upwards alone
      }
      for byte in bytes[(words * 8)...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return String(hash, radix: 16)
  }()
}
