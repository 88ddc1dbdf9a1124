/// Colour for a terminal, or plain text for a pipe.
public struct TerminalStyle: Hashable, Sendable {
  /// Whether to write the codes that colour a terminal.
  public var usesColor: Bool

  /// Creates the style.
  public init(usesColor: Bool) { self.usesColor = usesColor }

  private static let palette = [36, 33, 35, 32, 34, 31, 96, 93]

  /// Text in the colour with this number, 0 or above; numbers beyond the palette begin again.
  public func color(_ number: Int, _ text: String) -> String { code(Self.palette[number % Self.palette.count], text) }
  /// Text as this style writes what is bold, faint, or of one colour.
  public func bold(_ text: String) -> String { code(1, text) }
  public func dim(_ text: String) -> String { code(2, text) }
  public func red(_ text: String) -> String { code(31, text) }
  public func green(_ text: String) -> String { code(32, text) }
  public func yellow(_ text: String) -> String { code(33, text) }
  public func cyan(_ text: String) -> String { code(36, text) }

  private func code(_ number: Int, _ text: String) -> String {
    usesColor ? "\u{1B}[\(number)m\(text)\u{1B}[0m" : text
  }

  /// The text in lines of at most `width` columns, broken at spaces and between wide characters; a longer word has a line
  /// of its own.
  ///
  /// A line neither begins with a closing mark nor ends with an opening one.
  public static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for unit in units(of: text) {
      let columns = self.width(of: unit.text)
      let space = unit.followsSpace && !current.isEmpty ? 1 : 0
      if !current.isEmpty, used + space + columns > width {
        lines.append(current)
        current = unit.text
        used = columns
      } else {
        current += (space == 1 ? " " : "") + unit.text
        used += space + columns
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }

  /// A stretch of text that stays on one line.
  private struct Unit {
    var text: String
    var followsSpace: Bool
  }

  private static func units(of text: String) -> [Unit] {
    var units: [Unit] = []
    var followsSpace = false
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == " " {
        followsSpace = true
        continue
      }
      let isOfWord = width(of: scalar) < 2 && width(of: last) < 2
      if !units.isEmpty, !followsSpace, isOfWord || isClosing(scalar) || isOpening(last) {
        units[units.count - 1].text.unicodeScalars.append(scalar)
      } else {
        units.append(Unit(text: String(scalar), followsSpace: followsSpace))
      }
      last = scalar
      followsSpace = false
    }
    return units
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    "，。、；：！？）》〉」』】”’…—·,.;:!?)]%".unicodeScalars.contains(scalar)
  }
  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool { "（《〈「『【“‘".unicodeScalars.contains(scalar) }

  /// How many columns a text takes on a terminal: wide characters (Han, kana, full-width forms, most emoji) take two,
  /// combining marks and zero-width characters none.
  public static func width(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// How many columns a scalar takes on a terminal.
  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x300...0x36F, 0x200B...0x200F, 0x2060...0x2064, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFEFF, 0x1F3FB...0x1F3FF:
      0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F3FA, 0x1F400...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
