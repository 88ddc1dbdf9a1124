import Terminology
import TextCore

/// Gives entries their ids while a file is read: sees to it that none is used twice, and makes ids for entries that
/// bring none, from their terms alone, so that the same file always gives the same ids.
struct EntryIDs {
  private let path: String
  private var lines: [String: Int] = [:]
  private var derived: [String: ConceptEntry] = [:]

  init(path: String) { self.path = path }

  /// Notes an id that the file gives.
  /// - Throws: ``InputError`` when an entry before has it.
  mutating func claim(_ id: String, line: Int?) throws(InputError) {
    if let first = lines.updateValue(line ?? 1, forKey: id) {
      lines[id] = first
      throw InputError(path: path, line: line, .duplicateID(id, firstLine: first))
    }
  }

  /// The entry with an id made from its terms; nil when it says the same as an entry before.
  mutating func identified(_ entry: ConceptEntry, prefix: String = "", line: Int? = nil) -> ConceptEntry? {
    let base = prefix + Self.derivedID(of: entry)
    var id = base
    var number = 1
    while lines[id] != nil {
      if var same = derived[id] {
        same.id = entry.id
        if same == entry { return nil }
      }
      number += 1
      id = "\(base)-\(number)"
    }
    var result = entry
    result.id = id
    lines[id] = line ?? 1
    derived[id] = result
    return result
  }

  /// A concept of a file as it goes on: under its own id, or under one made from its terms.
  ///
  /// Nil for one that has no terms of ours, or says the same as one before: that is told.
  /// - Throws: ``InputError`` when an entry before has its id.
  mutating func settled(_ entry: ConceptEntry, line: Int, remarks: ReadingRemarks) throws(InputError) -> ConceptEntry? {
    if !entry.id.isEmpty { try claim(entry.id, line: line) }
    if entry.terms.isEmpty {
      remarks.add(.conceptInOtherLanguages, line: line)
      return nil
    }
    if !entry.id.isEmpty { return entry }
    let identified = identified(entry, line: line)
    if identified == nil { remarks.add(.repeatedConcept, line: line) }
    return identified
  }

  /// The English headword in small letters with hyphens, and eight hexadecimal digits that stand for all preferred and
  /// admitted terms: `taobao-village-1c9f03ab`.
  private static func derivedID(of entry: ConceptEntry) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for term in entry.terms {
      for part in [term.language.rawValue, term.text] {
        for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ 0xFF) &* 0x100_0000_01b3
      }
    }
    let folded = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    let digits = String(folded, radix: 16)
    let mark = String(repeating: "0", count: 8 - digits.count) + digits
    let headword = entry.preferredTerm(in: .english)?.text ?? ""
    var slug: [UInt8] = []
    for byte in headword.utf8.prefix(48) {
      switch byte {
      case 0x41...0x5A: slug.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: slug.append(byte)
      default: if let last = slug.last, last != 0x2D { slug.append(0x2D) }
      }
    }
    if slug.last == 0x2D { slug.removeLast() }
    if slug.first.map({ UInt32($0).isASCIIDigit }) ?? true { slug.insert(contentsOf: "c-".utf8, at: 0) }
    if slug.last != 0x2D { slug.append(0x2D) }
    return String(decoding: slug, as: UTF8.self) + mark
  }
}
