import Alignment
import Entities
import Glibc
import Lexicon
import Terminology

/// The compiled data of a folder that `duizhao setup` filled, as far as they are there.
struct LabData {
  private let folder: String
  init(folder: String) { self.folder = folder }

  func resources(dictionary: Bool, mentions: Bool) -> AlignmentResources {
    let lexicon = Self.mapped(folder + "/lexicon.bin").flatMap { try? BilingualLexicon(store: $0) }
    var source: (any MentionSource)?
    if mentions {
      let words = Self.mapped(folder + "/words.bin").flatMap { try? EnglishWordList(store: $0) }
      let readings = Self.mapped(folder + "/readings.bin").flatMap { try? HanReadings(store: $0) }
      let glossary = Self.mapped(folder + "/compiled/user.bin").flatMap { store in
        try? CompiledGlossary(store: store, identity: Self.identity(of: store))
      }
      source = RecognizedMentions(
        recognizer: EntityRecognizer(
          glossary: glossary, readings: readings, lexicon: dictionary ? lexicon : nil, englishWords: words))
    }
    return AlignmentResources(dictionary: dictionary ? lexicon : nil, mentions: source)
  }

  /// What a compiled glossary says it was made from: its first section.
  private static func identity(of store: ByteStore) -> [UInt8] {
    let offset = Int(store.bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
    let length = Int(store.bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self))
    return Array(store.bytes[offset..<(offset + length)])
  }

  private static func mapped(_ path: String) -> ByteStore? {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
    let length = Int(status.st_size)
    guard let address = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
      return nil
    }
    return ByteStore(unsafeBytes: UnsafeRawBufferPointer(start: address, count: length), owner: Forever())
  }

  private final class Forever {}
}
