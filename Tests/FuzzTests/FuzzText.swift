import Foundation
import TestSupport
import TextCore

/// Texts of every kind of damage, the same for the same seed.
struct FuzzText {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed) }

  /// The bytes of a text; often no valid UTF-8.
  mutating func bytes() -> [UInt8] {
    switch pick(9) {
    case 0: return random()
    case 1: return cut(sample())
    case 2: return shuffled(sample())
    case 3: return misread(sample())
    case 4: return pieces()
    case 5: return readAsGBK(sample())
    case 6: return readAsGBK(cut(inGBK(sample())))
    case 7: return run()
    default: return mixed()
    }
  }

  private mutating func pick(_ count: Int) -> Int { Int(numbers.next() % UInt64(count)) }

  private mutating func random() -> [UInt8] { (0..<pick(400)).map { _ in UInt8(truncatingIfNeeded: numbers.next()) } }

  /// A stretch of one of our own articles, damaged ones among them.
  private mutating func sample() -> [UInt8] {
    let article = Self.articles[pick(Self.articles.count)]
    let start = pick(max(article.count - 300, 1))
    return Array(article[start..<min(start + 40 + pick(400), article.count)])
  }

  /// Bytes taken out, put in and changed.
  private mutating func cut(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<(1 + pick(6)) where !bytes.isEmpty {
      let place = pick(bytes.count)
      switch pick(3) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(UInt8(truncatingIfNeeded: numbers.next()), at: place)
      default: bytes[place] = UInt8(truncatingIfNeeded: numbers.next())
      }
    }
    return bytes
  }

  /// Pieces of the text in another order, as strings so that they stay characters.
  private mutating func shuffled(_ bytes: [UInt8]) -> [UInt8] {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    for _ in 0..<8 where scalars.count > 4 {
      let (a, b) = (pick(scalars.count), pick(scalars.count))
      scalars.swapAt(a, b)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return Array(String(view).utf8)
  }

  /// Every byte taken for a character of Latin-1, once or twice.
  private mutating func misread(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...pick(2) {
      bytes = bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
    }
    return bytes
  }

  /// The characters of GBK that the bytes spell, `?` for each pair that is none.
  private func readAsGBK(_ bytes: [UInt8]) -> [UInt8] {
    var result = String.UnicodeScalarView()
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        result.append(Unicode.Scalar(bytes[index]))
        index += 1
      } else {
        let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
        let scalar = DoubleByteTable.gbk.scalar(lead: bytes[index], trail: trail) ?? 0x3F
        result.append(Unicode.Scalar(scalar) ?? "?")
        index += 2
      }
    }
    return Array(String(result).utf8)
  }

  /// A text in GBK, without the characters that it lacks.
  private func inGBK(_ utf8: [UInt8]) -> [UInt8] {
    String(decoding: utf8, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
      if scalar.isASCII { return [UInt8(scalar.value)] }
      return DoubleByteTable.gbk.code(of: scalar.value).map { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } ?? []
    }
  }

  /// One or two pieces, over and over.
  private mutating func run() -> [UInt8] {
    let piece = Self.signs[pick(Self.signs.count)] + (pick(2) == 0 ? "" : Self.signs[pick(Self.signs.count)])
    return sample() + Array(String(repeating: piece, count: 1 + pick(2_500)).utf8) + sample()
  }

  private mutating func pieces() -> [UInt8] {
    (0..<pick(60)).flatMap { _ in Array(Self.signs[pick(Self.signs.count)].utf8) }
  }

  private mutating func mixed() -> [UInt8] { sample() + pieces() + misread(sample().suffix(60)) + pieces() }

  private static let signs = [
    "?", "!", "(", ")", "(fā)", "協(xié)", "?qū)", "?/FONT>", "\u{E57A}", "€", "闭憬", "锛", "？！", "薄?", "鐨?", "??", "锟斤拷",
    "鎴戜滑", "ÖÐ", "¹ú",
    "â€™",
    "Ã¢â‚¬", "¤¤", "&nbsp;", "&amp;amp;", "&#8220;", "&#x", "< p >", "</p>", "\u{200B}", "\u{FEFF}", "\u{1}", "\u{92}",
    "\u{FFFD}",
    "ofthe", "e cient", "  rst", "govern- ment", "rnore", "pers0n", "2O19", "ﬁ", " ", "\n", "\r\n", "，", "。”", "中国",
    "的", "發", "发", "３",
    "The", "9", "3.5亿元", "2020年12月3日", "二○一二年", "1,234.5 million", "on May 3", "习近平", "Mr. Li", "50%", "[", "【", "“",
    "🙂", "𠮷", "é", "\u{301}",
  ]

  private static let articles: [[UInt8]] = {
    let corpus = TestFolders.inProject("corpus")
    let files = FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: nil)?.allObjects ?? []
    let paths = files.compactMap { $0 as? URL }.filter { $0.pathExtension == "txt" }.map(\.path).sorted()
    return paths.compactMap { FileManager.default.contents(atPath: $0).map { [UInt8]($0) } }.filter { $0.count > 400 }
  }()
}

/// Numbers that are the same on every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
