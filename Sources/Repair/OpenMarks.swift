import TextCore

/// The quotation marks and brackets that are open at a place of a text: what a lost mark may be.
struct OpenMarks: Hashable, Sendable {
  /// The number of each open pair, four bits each, the innermost lowest; the eighth and deeper are forgotten.
  private var open: UInt32 = 0

  /// Takes note of one character of the text.
  @inline(__always)
  mutating func read(_ scalar: UInt32) {
    // Nearly all characters are letters.
    if scalar &- 0x3012 < 0xFF08 - 0x3012 || scalar > 0xFF09 { return }
    switch Self.role(of: scalar) {
    case .opens(let pair): open = open << 4 | pair
    case .closes(let pair):
      if let depth = depth(of: pair) { open >>= 4 * UInt32(depth + 1) }
    case .none: break
    }
  }

  /// How much likelier or less likely, in natural logarithms, a mark is here than elsewhere.
  func fitness(of scalar: UInt32, after before: UInt32) -> Double {
    switch Self.role(of: scalar) {
    case .opens(let pair): depth(of: pair) == nil ? 0 : -4
    case .closes(let pair): open & 15 != pair ? -4 : before.isHan ? 0 : 2
    case .none: Self.isPause(scalar) && Self.isStop(before) ? -4 : 0
    }
  }

  /// How much less likely it is that the line ends here than any other one.
  ///
  /// Speech may go on in the next line, what stands in brackets does not.
  var fitnessOfLineEnd: Double { hasOpenBracket ? -4 : open == 0 ? 0 : -1.5 }

  /// Whether what is open innermost is a bracket and not speech.
  var hasOpenBracket: Bool { open != 0 && open & 15 != Self.doubleQuotes }

  private static func isPause(_ scalar: UInt32) -> Bool { [0x2C, 0xFF0C, 0x3001, 0xFF1A, 0xFF1B].contains(scalar) }

  private static func isStop(_ scalar: UInt32) -> Bool { isPause(scalar) || [0x3002, 0xFF01, 0xFF1F].contains(scalar) }

  /// How many pairs deep an open one lies, or nil if it is not open.
  private func depth(of pair: UInt32) -> Int? { (0..<8).first { open >> (4 * UInt32($0)) & 15 == pair } }

  private static let doubleQuotes: UInt32 = 1

  private enum Role { case opens(UInt32), closes(UInt32), none }

  private static func role(of scalar: UInt32) -> Role {
    switch scalar {
    case 0x201C: .opens(doubleQuotes)  // “
    case 0x201D: .closes(doubleQuotes)
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010: .opens((scalar - 0x3008) / 2 + 2)  // 〈《「『【
    case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011: .closes((scalar - 0x3009) / 2 + 2)
    case 0xFF08, 0x28: .opens(7)
    case 0xFF09, 0x29: .closes(7)
    default: .none
    }
  }
}
