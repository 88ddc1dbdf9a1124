import TextCore

/// Reads the cells of a workbook as text: shared and inline strings, numbers as they are shown, dates as ISO 8601.
///
/// Rows that are hidden, by a filter for instance, are read like others; hidden sheets only when they are asked for.
enum WorkbookReader {
  /// A sheet of the workbook.
  private struct Sheet {
    let name: String
    let isVisible: Bool
    let part: String
  }

  /// The rows of the sheet that the options choose, else of the first visible one that has any.
  ///
  /// The line of a row is its number in the sheet.
  /// - Throws: ``InputError`` for a file that is no workbook, is damaged or too large, or has no such sheet.
  static func rows(of file: GlossaryFile) throws(InputError) -> [DelimitedText.Row] {
    let archive = try ZipArchive(file.bytes, path: file.path)
    let (sheets, usesDatesFrom1904) = try sheets(in: archive, file: file)
    let strings = try sharedStrings(in: archive, file: file)
    let styles = try dateStyles(in: archive, file: file)
    let wanted = try chosen(sheets, file: file)
    for (index, sheet) in wanted.enumerated() {
      guard let bytes = try archive.contents(of: sheet.part) else { continue }
      var reader = SheetReader(
        strings: strings, dateStyles: styles, usesDatesFrom1904: usesDatesFrom1904, path: file.path)
      try XMLReader.readWithTexts(bytes, path: file.path) { event, line throws(InputError) in
        try reader.take(event, line: line)
      }
      if reader.rows.isEmpty { continue }
      for other in wanted[(index + 1)...] where hasCells(other, in: archive) {
        file.remarks.add(.otherTable("the sheet “\(other.name)”"))
      }
      return reader.rows
    }
    throw file.error(.malformed("the workbook has no visible sheet with rows in it"))
  }

  /// Whether a sheet holds anything; not where it cannot be unpacked.
  private static func hasCells(_ sheet: Sheet, in archive: ZipArchive) -> Bool {
    guard let bytes = try? archive.contents(of: sheet.part) else { return false }
    return Bytes.position(of: Array("<c ".utf8), in: bytes, from: 0) != nil
  }

  private static func chosen(_ sheets: [Sheet], file: GlossaryFile) throws(InputError) -> [Sheet] {
    guard let wanted = file.options.sheet else { return sheets.filter(\.isVisible) }
    if let named = sheets.first(where: { Folding.folded($0.name) == Folding.folded(wanted) }) { return [named] }
    if let number = Int(wanted), number >= 1, number <= sheets.count { return [sheets[number - 1]] }
    let known = sheets.map { "“\($0.name)”" }.joined(separator: ", ")
    throw file.error(.malformed("there is no sheet “\(wanted)”; the workbook has \(known)"))
  }

  private static func sheets(
    in archive: ZipArchive, file: GlossaryFile
  ) throws(InputError) -> (sheets: [Sheet], usesDatesFrom1904: Bool) {
    let folder = "xl/"
    guard let workbook = try archive.contents(of: folder + "workbook.xml") else {
      throw file.error(.malformed("the file has no part “xl/workbook.xml”; is it a workbook (.xlsx)?"))
    }
    var parts: [String: String] = [:]
    if let relations = try archive.contents(of: folder + "_rels/workbook.xml.rels") {
      try XMLReader.readWithTexts(relations, path: file.path) { event, _ throws(InputError) in
        guard case .start(let tag) = event, tag.name == "Relationship", let id = tag.attribute("Id"),
          let target = tag.attribute("Target")
        else { return }
        parts[id] = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
      }
    }
    var sheets: [Sheet] = []
    var usesDatesFrom1904 = false
    try XMLReader.readWithTexts(workbook, path: file.path) { event, _ throws(InputError) in
      guard case .start(let tag) = event else { return }
      if tag.name == "workbookPr" { usesDatesFrom1904 = ["1", "true"].contains(tag.attribute("date1904") ?? "") }
      guard tag.name == "sheet", let name = tag.attribute("name") else { return }
      let part = tag.attribute("id").flatMap { parts[$0] } ?? "\(folder)worksheets/sheet\(sheets.count + 1).xml"
      sheets.append(Sheet(name: name, isVisible: tag.attribute("state") ?? "visible" == "visible", part: part))
    }
    return (sheets, usesDatesFrom1904)
  }

  private static func sharedStrings(in archive: ZipArchive, file: GlossaryFile) throws(InputError) -> [String] {
    guard let bytes = try archive.contents(of: "xl/sharedStrings.xml") else { return [] }
    var strings: [String] = []
    var text = RichText()
    try XMLReader.readWithTexts(bytes, path: file.path) { event, _ throws(InputError) in
      if text.take(event, container: "si") { strings.append(text.finish()) }
    }
    return strings
  }

  /// For each style of cells, whether its numbers are days.
  private static func dateStyles(in archive: ZipArchive, file: GlossaryFile) throws(InputError) -> [Bool] {
    guard let bytes = try archive.contents(of: "xl/styles.xml") else { return [] }
    var codes: [Int: String] = [:]
    var styles: [Bool] = []
    var isInCells = false
    var path: [String] = []
    try XMLReader.readWithTexts(bytes, path: file.path) { event, _ throws(InputError) in
      switch event {
      case .start(let tag):
        path.append(tag.name)
        if tag.name == "cellXfs" { isInCells = true }
        if tag.name == "numFmt", let id = tag.attribute("numFmtId").flatMap({ Int($0) }) {
          codes[id] = tag.attribute("formatCode")
        }
        if isInCells, tag.name == "xf" {
          let id = tag.attribute("numFmtId").flatMap { Int($0) } ?? 0
          styles.append(codes[id].map(DayNumber.isFormat) ?? DayNumber.builtInFormats.contains(id))
        }
      case .end: if path.popLast() == "cellXfs" { isInCells = false }
      case .text: break
      }
    }
    return styles
  }
}

/// The text of a string with runs of several fonts; readings above the characters are left out.
struct RichText {
  private var path: [String] = []
  private var text = ""

  /// Takes an event; true when the container has ended and its text is whole.
  mutating func take(_ event: XMLReader.Event, container: String) -> Bool {
    switch event {
    case .start(let tag):
      if tag.name == container { text = "" }
      path.append(tag.name)
    case .text(let piece): if path.last == "t", !path.contains("rPh") { text += piece }
    case .end: return path.popLast() == container
    }
    return false
  }

  /// The text, with characters that XML cannot hold (`_x000D_`) put back.
  func finish() -> String { Self.decoded(text) }

  static func decoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count >= 7, text.contains("_x") else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let scalar = scalar(at: index, in: bytes) {
        result.append(contentsOf: UTF8.encode(scalar)!)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(at index: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    guard index + 7 <= bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78, bytes[index + 6] == 0x5F,
      bytes[(index + 2)..<(index + 6)].allSatisfy(Bytes.isHexDigit),
      let value = UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16), value > 0
    else { return nil }
    return Unicode.Scalar(value)
  }
}
