import Terminology
import TextCore

/// Gives entries their ids while a file is read: sees to it that none is used twice, and makes ids for entries that
/// bring none, from their terms alone, so that the same file always gives the same ids.
struct EntryIDs {
  private let file: GlossaryFile
  private var lines: [String: Int] = [:]
  /// What the entries without an id say: each comes once.
  private var unnamed: Set<ConceptEntry> = []
  /// How many ids were made from the same terms, where it is more than one.
  private var counts: [String: Int] = [:]

  init(of file: GlossaryFile) { self.file = file }

  /// Where the reader of the file notes what it leaves out.
  var remarks: ReadingRemarks { file.remarks }

  /// Notes an id that the file gives.
  /// - Throws: ``InputError`` when an entry before has it.
  mutating func claim(_ id: String, line: Int?) throws(InputError) {
    if let first = lines.updateValue(line ?? 1, forKey: id) {
      lines[id] = first
      throw file.error(.duplicateID(id, firstLine: first), line: line)
    }
  }

  /// The entry, which has no id, with one made from its terms; nil when it says the same as an entry before: that is
  /// told.
  mutating func identified(_ entry: ConceptEntry, prefix: String = "", line: Int? = nil) -> ConceptEntry? {
    guard unnamed.insert(entry).inserted else {
      file.remarks.add(.repeatedConcept, line: line)
      return nil
    }
    let base = prefix + Self.derivedID(of: entry)
    var id = base
    var number = counts[base] ?? 1
    while lines[id] != nil {
      number += 1
      id = "\(base)-\(number)"
    }
    if number > 1 { counts[base] = number }
    lines[id] = line ?? 1
    var result = entry
    result.id = id
    return result
  }

  /// The entry under its own id, or under one made from its terms; nil for one without id that says the same as an entry
  /// before: that is told.
  /// - Throws: ``InputError`` when an entry before has its id.
  mutating func settled(_ entry: ConceptEntry, line: Int) throws(InputError) -> ConceptEntry? {
    if entry.id.isEmpty { return identified(entry, line: line) }
    try claim(entry.id, line: line)
    return entry
  }

  /// The same for a concept of which the terms in other languages are left out; nil when no term is left: that is told.
  mutating func settledInOurLanguages(_ entry: ConceptEntry, line: Int) throws(InputError) -> ConceptEntry? {
    if !entry.terms.isEmpty { return try settled(entry, line: line) }
    if !entry.id.isEmpty { try claim(entry.id, line: line) }
    file.remarks.add(.conceptInOtherLanguages, line: line)
    return nil
  }

  /// The English headword in small letters with hyphens, and eight hexadecimal digits that stand for all terms:
  /// `taobao-village-1c9f03ab`.
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
