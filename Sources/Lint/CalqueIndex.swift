import Lexicon
import Terminology
import TextCore

/// Chinese terms taken apart into words of the dictionary, found by what translates their first two parts: what a
/// rendering word by word is made of.
///
/// Compiled data, read where they lie.
public final class CalqueIndex: Sendable {
  /// One way to take a term apart.
  struct Composition: Sendable {
    let concept: Int
    /// How many characters the term has.
    let length: Int
    /// The parts, in order, by their numbers in the index.
    let parts: [Int]
  }

  static let kind = "calques"
  static let version: UInt32 = 1

  private let concepts: StoredArray<UInt32>
  private let lengths: StoredArray<UInt8>
  private let parts: StoredLists<Int32>
  private let entries: StoredArray<Int32>
  /// The stems that translate each part, sorted.
  private let glosses: StoredLists<Int32>
  /// The compositions, by the stems that translate their first part, and their second.
  private let byFirst: StoredLists<Int32>
  private let bySecond: StoredLists<Int32>

  /// Opens compiled data.
  /// - Throws: ``LexiconError``: `stale` when they were made from something else than `identity` says.
  public init(store: ByteStore, identity: [UInt8]) throws(LexiconError) {
    let reader = try CompiledDataReader(store, kind: Self.kind, version: Self.version, sectionCount: 12)
    guard reader.store(0).bytes.elementsEqual(identity) else { throw .stale }
    concepts = try reader.numbers(1)
    lengths = try reader.numbers(2)
    parts = try reader.lists(3)
    entries = try reader.numbers(5)
    glosses = try reader.lists(6)
    byFirst = try reader.lists(8)
    bySecond = try reader.lists(10)
    guard lengths.count == concepts.count, parts.count == concepts.count else { throw .malformedSection(2) }
    guard glosses.count == entries.count else { throw .malformedSection(6) }
  }

  /// Whether a word translates the first part of a term.
  func begins(with stem: BilingualLexicon.StemID) -> Bool { !byFirst.range(of: Int(stem)).isEmpty }

  /// Whether a word translates the second part of a term.
  func continues(with stem: BilingualLexicon.StemID) -> Bool { !bySecond.range(of: Int(stem)).isEmpty }

  /// Calls `body` with the numbers of the compositions whose first two parts two words translate, in the order of the
  /// glossary, until it gives false.
  ///
  /// Costs the number of compositions that one of the words translates a part of.
  func forEachComposition(
    of first: BilingualLexicon.StemID, _ second: BilingualLexicon.StemID, _ body: (_ number: Int) -> Bool
  ) {
    let (a, b) = (byFirst[Int(first)], bySecond[Int(second)])
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] < b[j] {
        i &+= 1
      } else if a[i] > b[j] {
        j &+= 1
      } else {
        if a[i] >= 0, Int(a[i]) < concepts.count, !body(Int(a[i])) { return }
        i &+= 1
        j &+= 1
      }
    }
  }

  /// A composition by its number.
  func composition(_ number: Int) -> Composition {
    Composition(
      concept: Int(concepts[number]), length: Int(lengths[number]), parts: parts[number].map { Int($0) })
  }

  /// Whether a stem translates a part by itself.
  ///
  /// Costs O(log glosses).
  func isGloss(_ stem: BilingualLexicon.StemID, ofPart part: Int) -> Bool {
    let stems = glosses[part]
    var (low, high) = (0, stems.count)
    while low < high {
      let middle = (low + high) / 2
      if stems[middle] < stem { low = middle + 1 } else { high = middle }
    }
    return low < stems.count && stems[low] == stem
  }

  /// The word of the dictionary that a part is.
  func entry(ofPart part: Int) -> BilingualLexicon.EntryID? {
    part >= 0 && part < entries.count ? entries[part] : nil
  }
}
