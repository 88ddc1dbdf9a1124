import Terminology

/// Gives the reading of a Chinese term that brings none, in pinyin with or without tones; nil where it cannot be read.
///
/// The term is looked up by it. It is not stored as the term's pinyin. Quickest with a space between syllables, which
/// are remembered one by one.
public typealias TermReading = @Sendable (_ chinese: String) -> String?

/// An entry with what its terms are looked up by, ready to be stored.
public struct IndexedEntry: Sendable {
  /// The entry as it was given.
  public let entry: ConceptEntry
  /// The entry with no term twice: what is stored where there is none of its id.
  let single: ConceptEntry
  /// The keys of the terms of the single entry, in their order.
  let keys: [IndexKeys.Keys]
  /// Why the entry cannot be stored; nil when it can.
  let reasonToReject: ImportRejection.Reason?
}

/// Makes the keys that terms are looked up by; it belongs to the store whose ``GlossaryStore/entryIndexer`` it is.
///
/// Needs no database, so that entries can be made ready on another thread than the one that stores them. Remembers the
/// words it met, up to a bound.
public struct EntryIndexer: Sendable {
  private var keys: IndexKeys

  init(pinyinOf: TermReading?) { keys = IndexKeys(pinyinOf: pinyinOf) }

  /// The entry with its keys.
  public mutating func indexed(_ entry: ConceptEntry) -> IndexedEntry {
    if let reason = entry.reasonToReject {
      return IndexedEntry(entry: entry, single: entry, keys: [], reasonToReject: reason)
    }
    let single = EntryMerge.withoutRepeatedTerms(entry)
    return IndexedEntry(entry: entry, single: single, keys: keys(ofTermsOf: single), reasonToReject: nil)
  }

  /// The keys of the terms of an entry, in their order.
  mutating func keys(ofTermsOf entry: ConceptEntry) -> [IndexKeys.Keys] {
    entry.terms.map { keys.keys(of: $0) }
  }
}
