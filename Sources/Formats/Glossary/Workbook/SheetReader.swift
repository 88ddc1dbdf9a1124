import TextCore

/// Reads the rows of one sheet.
struct SheetReader {
  /// The most cells of a sheet, empty ones between others included.
  private static let cellLimit = 1 << 23
  private static let columnLimit = 1 << 14
  private static let rowLimit = 1 << 20

  private(set) var rows: [DelimitedText.Row] = []
  private let strings: [String]
  private let dateStyles: [Bool]
  private let usesDatesFrom1904: Bool
  private let filePath: String
  private var path: [String] = []
  private var number = 0
  private var cells: [String] = []
  private var column = 0
  private var type = ""
  private var style = 0
  private var value = ""
  private var inline = ""
  private var count = 0
  /// The places of the rows in ``rows``, by their numbers; made for the first cells that are merged.
  private var places: [Int: Int]?

  init(strings: [String], dateStyles: [Bool], usesDatesFrom1904: Bool, path: String) {
    self.strings = strings
    self.dateStyles = dateStyles
    self.usesDatesFrom1904 = usesDatesFrom1904
    filePath = path
  }

  mutating func take(_ event: XMLReader.Event, line: Int) throws(InputError) {
    switch event {
    case .start(let tag):
      path.append(tag.name)
      try start(tag)
    case .text(let text):
      if path.last == "v" { value += text }
      if path.last == "t", path.contains("is"), !path.contains("rPh") { inline += text }
    case .end: try end(path.popLast() ?? "")
    }
  }

  private mutating func start(_ tag: XMLTag) throws(InputError) {
    switch tag.name {
    case "row":
      number = tag.attribute("r").flatMap { Int($0) } ?? number + 1
      guard 1...Self.rowLimit ~= number else { throw error("the row is one that no sheet has") }
      cells = []
      column = 0
    case "c":
      column = tag.attribute("r").flatMap(Self.column) ?? column + 1
      type = tag.attribute("t") ?? "n"
      style = tag.attribute("s").flatMap { Int($0) } ?? 0
      value = ""
      inline = ""
    case "mergeCell": try merge(tag.attribute("ref") ?? "")
    default: break
    }
  }

  private mutating func end(_ name: String) throws(InputError) {
    if name == "c" {
      guard 1...Self.columnLimit ~= column else { throw error("the cell is in a column that no sheet has") }
      let text = try text()
      if text.isEmpty { return }
      while cells.count < column { cells.append("") }
      cells[column - 1] = text
    } else if name == "row", !cells.isEmpty {
      count += cells.count
      if count > Self.cellLimit { throw error("the sheet has more than \(Self.cellLimit) cells") }
      rows.append(DelimitedText.Row(line: number, cells: cells))
      cells = []
    }
  }

  /// Says in each row what a cell over several of them says; of several columns it stands in the first.
  private mutating func merge(_ reference: String) throws(InputError) {
    let corners = reference.split(separator: ":")
    guard corners.count == 2, let column = Self.column(corners[0]), let first = Self.row(corners[0]),
      let last = Self.row(corners[1]), first < last
    else { return }
    let places = places ?? Dictionary(zip(rows.map(\.line), rows.indices), uniquingKeysWith: { first, _ in first })
    self.places = places
    guard let place = places[first], column <= rows[place].cells.count else { return }
    let text = rows[place].cells[column - 1]
    if text.isEmpty { return }
    for number in (first + 1)...last {
      count += 1
      if count > Self.cellLimit { throw error("the sheet has more than \(Self.cellLimit) cells") }
      guard let place = places[number] else { continue }
      while rows[place].cells.count < column { rows[place].cells.append("") }
      if rows[place].cells[column - 1].isEmpty { rows[place].cells[column - 1] = text }
    }
  }

  /// What the cell shows.
  private func text() throws(InputError) -> String {
    switch type {
    case "s":
      guard let index = Int(value.trimmed), strings.indices.contains(index) else {
        throw error("the cell \(column) points to a text that is not there")
      }
      return strings[index]
    case "inlineStr": return RichText.decoded(inline)
    case "str": return RichText.decoded(value)
    case "b": return value.trimmed == "1" ? "yes" : "no"
    case "e": return ""
    case "d": return value
    default: return number(value.trimmed)
    }
  }

  private func number(_ text: String) -> String {
    guard let number = Double(text), number.isFinite else { return text }
    if dateStyles.indices.contains(style), dateStyles[style],
      let date = DayNumber.date(number, from1904: usesDatesFrom1904)
    {
      return date
    }
    if abs(number) >= 1e15 { return text }
    return number == number.rounded() ? String(Int(number)) : "\(number)"
  }

  /// The 1-based column of a reference such as `AB12`.
  private static func column(_ reference: some StringProtocol) -> Int? {
    var result = 0
    for byte in reference.utf8 {
      guard byte &- 0x41 < 26 else { break }
      result = result * 26 + Int(byte - 0x40)
      if result > columnLimit { return columnLimit + 1 }
    }
    return result == 0 ? nil : result
  }

  /// The row of a reference such as `AB12`; nil for one that no sheet has.
  private static func row(_ reference: Substring) -> Int? {
    guard let row = Int(reference.drop { !$0.isNumber }), 1...rowLimit ~= row else { return nil }
    return row
  }

  private func error(_ what: String) -> InputError { InputError(path: filePath, line: number, .malformed(what)) }
}

/// Days as spreadsheets count them: from 1900, with a leap day that there was not, or from 1904.
enum DayNumber {
  /// The formats of ISO/IEC 29500 part 1, 18.8.30, that show days or times.
  static let builtInFormats = Set(14...22).union(27...36).union(45...47).union(50...58)

  /// Whether a format code shows days or times: a `y`, `m`, `d`, `h` or `s` outside quotes and brackets.
  static func isFormat(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for byte in code.lowercased().utf8 {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch byte {
      case 0x5C: isEscaped = true
      case 0x22: isQuoted.toggle()
      case 0x5B: isBracketed = true
      case 0x5D: isBracketed = false
      case UInt8(ascii: "y"), UInt8(ascii: "m"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "s"):
        if !isQuoted && !isBracketed { return true }
      default: break
      }
    }
    return false
  }

  /// `2026-05-01`, with the time where there is one: `2026-05-01 13:30:00`.
  ///
  /// Nil for a number that is no day.
  static func date(_ number: Double, from1904: Bool) -> String? {
    guard number >= 0, number < 2_958_466 else { return nil }
    var days = Int(number)
    var seconds = Int(((number - Double(days)) * 86_400).rounded())
    if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
    let time = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    if days == 0, !from1904 { return time }
    days -= from1904 ? 24_107 : days < 60 ? 25_568 : 25_569
    let date = civil(days)
    let text = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    return seconds == 0 ? text : "\(text) \(time)"
  }

  /// The day of the Gregorian calendar, counted from 1 January 1970 (Howard Hinnant, `civil_from_days`).
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, day)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
