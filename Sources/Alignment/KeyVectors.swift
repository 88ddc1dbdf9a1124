import Glibc
import TextCore

/// The texts of both languages as weighted vectors over the keys that both languages use.
struct KeyVectors {
  /// A key of one text and its weight.
  struct Entry {
    var key: Int32
    var weight: Double
    /// Where the key's weightiest mention stands in its segment.
    var span = TextSpan(0, 0)
  }

  /// The vectors, sorted by key.
  private(set) var chinese: [[Entry]] = []
  private(set) var english: [[Entry]] = []
  /// The keys, by number.
  private(set) var keys: [SharedKey] = []

  /// How the weights of a key within one text become one.
  enum Damping {
    /// The sum, damped: long texts say a thing many times.
    case logarithm
    /// The greatest: short texts.
    case greatest
  }

  /// Weighs each text's keys by how rare they are in both languages.
  init(chinese texts: [[KeyMention]], english others: [[KeyMention]], damping: Damping) {
    var numbers: [SharedKey: Int32] = [:]
    let left = Self.gathered(texts, &numbers, damping)
    let right = Self.gathered(others, &numbers, damping)
    keys = [SharedKey](repeating: .stem(-1), count: numbers.count)
    for (key, number) in numbers { keys[Int(number)] = key }
    let frequencies = (Self.frequencies(left, keys.count), Self.frequencies(right, keys.count))
    let rarities = keys.indices.map { key in
      Self.rarity((frequencies.0[key], texts.count), (frequencies.1[key], others.count))
    }
    chinese = left.map { Self.weighted($0, rarities, damping) }
    english = right.map { Self.weighted($0, rarities, damping) }
  }

  private static func gathered(
    _ texts: [[KeyMention]], _ numbers: inout [SharedKey: Int32], _ damping: Damping
  ) -> [[Entry]] {
    texts.map { mentions in
      var entries: [Entry] = []
      entries.reserveCapacity(mentions.count)
      for mention in mentions {
        let next = Int32(numbers.count)
        let number = numbers[mention.key] ?? next
        if number == next { numbers[mention.key] = next }
        entries.append(Entry(key: number, weight: mention.weight, span: mention.span))
      }
      entries.sort { ($0.key, $0.weight, $1.span.start) < ($1.key, $1.weight, $0.span.start) }
      var merged: [Entry] = []
      for entry in entries {
        if let last = merged.indices.last, merged[last].key == entry.key {
          merged[last].weight = damping == .greatest ? entry.weight : merged[last].weight + entry.weight
          merged[last].span = entry.span
        } else {
          merged.append(entry)
        }
      }
      return merged
    }
  }

  private static func frequencies(_ vectors: [[Entry]], _ count: Int) -> [Int] {
    var result = [Int](repeating: 0, count: count)
    for vector in vectors {
      for entry in vector { result[Int(entry.key)] += 1 }
    }
    return result
  }

  private static func weighted(_ vector: [Entry], _ rarities: [Double], _ damping: Damping) -> [Entry] {
    vector.compactMap { entry in
      let rarity = rarities[Int(entry.key)]
      if rarity == 0 { return nil }
      let weight = damping == .greatest ? entry.weight : damped(entry.weight)
      return Entry(key: entry.key, weight: weight * rarity, span: entry.span)
    }
  }

  /// A sum of weights, damped.
  static func damped(_ sum: Double) -> Double { (1 + log(1 + sum)) * min(1, sum) }

  /// What a key tells by how many of the texts of each language have it.
  static func rarity(_ chinese: (having: Int, of: Int), _ english: (having: Int, of: Int)) -> Double {
    if chinese.having == 0 || english.having == 0 { return 0 }
    let first = log((Double(chinese.of) + 1) / (Double(chinese.having) + 0.5))
    let second = log((Double(english.of) + 1) / (Double(english.having) + 0.5))
    return max(0, (first + second) / 2)
  }

  /// The squared length of a vector.
  static func squaredLength(_ vector: [Entry]) -> Double { vector.reduce(0) { $0 + $1.weight * $1.weight } }

  /// The keys that two vectors share, with the product of their weights and their spans in the left text.
  static func shared(_ left: [Entry], _ right: [Entry]) -> [Entry] {
    var result: [Entry] = []
    var (first, second) = (0, 0)
    while first < left.count && second < right.count {
      if left[first].key < right[second].key {
        first += 1
      } else if left[first].key > right[second].key {
        second += 1
      } else {
        result.append(
          Entry(
            key: left[first].key, weight: left[first].weight * right[second].weight, span: left[first].span))
        first += 1
        second += 1
      }
    }
    return result
  }
}
