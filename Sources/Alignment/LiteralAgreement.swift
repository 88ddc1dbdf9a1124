import TextCore

/// How far the two sides of beads agree in what stands alike in both languages: figures and Latin words, and whatever else
/// is known to be named on both.
///
/// Texts that do not belong together differ in these wherever they are put side by side, however well their lengths go
/// together.
struct LiteralAgreement {
  /// What both sides of a bead have.
  private(set) var shared = 0
  /// What one side has and the other must have, were it a translation.
  private(set) var lone = 0

  /// Counts what the sides of a bead share; those of one-sided beads have nothing to agree with.
  mutating func add(_ bead: Bead, chinese: [SegmentText], english: [SegmentText]) {
    if bead.isOneSided { return }
    let named = bead.evidence.filter { $0.kind != .word }
    let chineseSide = chinese[bead.chinese].map(\.utf8)
    var here = Literals(of: chineseSide)
    var there = Literals(of: english[bead.english].map(\.utf8))
    here.remove(Literals(of: named.map { Array($0.chinese.utf8) }))
    there.remove(Literals(of: named.map { Array($0.english.utf8) }))
    shared += named.count + here.figures.intersection(there.figures).count + here.words.intersection(there.words).count
    // English words have no Latin counterpart; and figures none in digits, where the Chinese has numerals.
    lone += here.words.subtracting(there.words).count
    lone += Self.tellingCount(here.figures.subtracting(there.figures))
    if !chineseSide.contains(where: Self.hasNumeral) {
      lone += Self.tellingCount(there.figures.subtracting(here.figures))
    }
  }

  /// How many figures are of two digits or more: smaller ones are written in words, too.
  private static func tellingCount(_ figures: Set<[UInt8]>) -> Int { figures.count { $0.count > 1 } }

  private static func hasNumeral(_ utf8: [UInt8]) -> Bool {
    utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (scalar, length) = UTF8Scan.scalar(in: bytes, at: index)
        let plain = Folding.simplified(scalar)
        if SmallNumerals.digit(plain) != nil || SmallNumerals.unit(plain) != nil { return true }
        index += length
      }
      return false
    }
  }

  /// The figures and Latin words of some text.
  private struct Literals {
    /// Numbers in digits, without the commas between thousands.
    private(set) var figures: Set<[UInt8]> = []
    /// Words of two letters and more, in lower case.
    private(set) var words: Set<[UInt8]> = []

    init(of texts: [[UInt8]]) {
      for text in texts {
        var index = 0
        while index < text.count {
          if UInt32(text[index]).isASCIIDigit {
            figures.insert(Self.figure(in: text, from: &index))
          } else if UInt32(text[index]).isASCIILetter {
            let start = index
            while index < text.count, UInt32(text[index]).isASCIILetter { index += 1 }
            if index - start > 1 { words.insert(text[start..<index].map { $0 | 0x20 }) }
          } else {
            index += 1
          }
        }
      }
    }

    mutating func remove(_ known: Literals) {
      figures.subtract(known.figures)
      words.subtract(known.words)
    }

    /// The number that begins at `index`, which moves behind it.
    private static func figure(in text: [UInt8], from index: inout Int) -> [UInt8] {
      var figure: [UInt8] = []
      var hasPoint = false
      while index < text.count {
        let byte = text[index]
        let isFollowedByDigit = index + 1 < text.count && UInt32(text[index + 1]).isASCIIDigit
        if UInt32(byte).isASCIIDigit {
          figure.append(byte)
        } else if byte == 0x2E, !hasPoint, isFollowedByDigit {
          hasPoint = true
          figure.append(byte)
        } else if byte != 0x2C || hasPoint || !isFollowedByDigit {
          break
        }
        index += 1
      }
      return figure
    }
  }
}
