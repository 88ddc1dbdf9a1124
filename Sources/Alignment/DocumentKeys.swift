import Entities
import TextCore

/// A key of a document in a form that can be kept and compared later.
public struct DocumentKey: Hashable, Sendable {
  /// Names the key: equal for equal keys, as long as the dictionary and the glossary are the same.
  ///
  /// A hash: two keys of a collection agree by chance about never.
  public var name: Int64
  /// How much the document says it, damped; rarity is not in it.
  public var weight: Double
  public var kind: Evidence.Kind
  /// The words of the document where it says it first.
  public var text: String

  public init(name: Int64, weight: Double, kind: Evidence.Kind, text: String) {
    self.name = name
    self.weight = weight
    self.kind = kind
    self.text = text
  }

  /// What a key tells by how many of the documents of each language have it: 0 for one that a language does not have.
  public static func rarity(chinese: Int, of chineseCount: Int, english: Int, of englishCount: Int) -> Double {
    KeyVectors.rarity((chinese, chineseCount), (english, englishCount))
  }
}

/// Finds the keys by which ``DocumentLinker`` compares documents, one document at a time.
public struct DocumentKeyExtractor: Sendable {
  private let extractor: KeyExtractor

  public init(resources: AlignmentResources) { extractor = KeyExtractor(resources: resources) }

  /// The keys of a document, each once, in the order of their names.
  public func keys(of document: LinkDocument) -> [DocumentKey] {
    var weights: [SharedKey: Double] = [:]
    var keys: [DocumentKey] = []
    var places: [SharedKey: Int] = [:]
    for segment in document.segments {
      for mention in extractor.keys(of: segment, language: document.language) {
        weights[mention.key, default: 0] += mention.weight
        if places[mention.key] != nil { continue }
        places[mention.key] = keys.count
        let text = String(decoding: segment.utf8[mention.span.range], as: UTF8.self)
        keys.append(DocumentKey(name: mention.key.name, weight: 0, kind: mention.kind, text: text))
      }
    }
    for (key, place) in places { keys[place].weight = KeyVectors.damped(weights[key] ?? 0) }
    return keys.sorted { $0.name < $1.name }
  }
}

extension SharedKey {
  /// A number for the key that is the same on every run (FNV-1a over its kind and what it holds).
  fileprivate var name: Int64 {
    let text =
      switch self {
      case .stem(let number): "s\(number)"
      case .latin(let word): "l\(word)"
      case .number(let value): "n\(value)"
      case .entity(.concept(let value)): "c\(value)"
      case .entity(.person(let value)): "p\(value)"
      case .entity(.name(let value)): "N\(value)"
      case .entity(.skeleton(let value)): "k\(value)"
      case .entity(.quantity(let value)): "q\(value)"
      case .entity(.date(let value)): "d\(value)"
      case .entity(.latin(let value)): "L\(value)"
      }
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return Int64(bitPattern: hash)
  }
}
