import TextCore

extension GlossaryFormat {
  /// A table in a document of Word (ISO/IEC 29500).
  ///
  /// Can only be read. `--sheet` chooses one of several tables.
  public static let docx = GlossaryFormat(
    id: "docx", summary: "table in a Word document (import only)", fileExtensions: ["docx"], isLossless: false,
    reader: { file throws(InputError) in
      let archive = try ZipArchive(file.bytes, path: file.path)
      guard let document = try archive.contents(of: "word/document.xml") else {
        throw file.error(.malformed("the document has no part “word/document.xml”; is it a Word document?"))
      }
      var tables = WordTables()
      try XMLReader.readWithTexts(document, path: file.path) { event, _ throws(InputError) in tables.take(event) }
      return try PlainTable.entries(inRows: try tables.chosen(for: file)[...], file: file)
    })
}

/// Collects the outer tables of a Word document; a row's line is its number in the table.
private struct WordTables {
  private var tables: [[DelimitedText.Row]] = []
  private var path: [String] = []
  private var depth = 0
  private var cells: [String] = []
  private var cell = ""
  /// How many columns the cell goes over.
  private var span = 1
  /// Whether the cell is one with that above it.
  private var isContinued = false

  mutating func take(_ event: XMLReader.Event) {
    switch event {
    case .start(let tag): start(tag)
    case .text(let text): if path.last == "t", depth > 0, !path.contains(where: Self.isPassedOver) { cell += text }
    case .end: end(path.popLast() ?? "")
    }
  }

  /// What was deleted or moved away while changes were tracked, and what stands in for a drawing in older programs.
  private static func isPassedOver(_ element: String) -> Bool { ["del", "moveFrom", "Fallback"].contains(element) }

  private mutating func start(_ tag: XMLTag) {
    path.append(tag.name)
    if tag.name == "tbl" {
      depth += 1
      if depth == 1 { tables.append([]) }
    }
    guard depth == 1 else { return }
    switch tag.name {
    case "tr": cells = []
    case "tc":
      cell = ""
      span = 1
      isContinued = false
    case "vMerge": isContinued = tag.attribute("val") != "restart"
    case "gridSpan": span = min(max(tag.attribute("val").flatMap { Int($0) } ?? 1, 1), 64)
    case "tab": cell += "\t"
    case "br", "cr": cell += "\n"
    case "noBreakHyphen": cell += "-"
    default: break
    }
  }

  private mutating func end(_ name: String) {
    if name == "tbl" { depth -= 1 }
    guard depth == 1 else { return }
    switch name {
    case "p": if !cell.isEmpty { cell += "\n" }
    case "tc":
      // A cell over several columns leaves the others empty; one over several rows says the same in each.
      let above = isContinued ? tables.last?.last?.cells.dropFirst(cells.count).first : nil
      cells += [above ?? cell.trimmed] + Array(repeating: "", count: span - 1)
    case "tr":
      let last = tables.count - 1
      tables[last].append(DelimitedText.Row(line: tables[last].count + 1, cells: cells))
    default: break
    }
  }

  func chosen(for file: GlossaryFile) throws(InputError) -> [DelimitedText.Row] {
    if let sheet = file.options.sheet {
      guard let number = Int(sheet), number >= 1, number <= tables.count else {
        throw file.error(.malformed("there is no table “\(sheet)” in the document; it has \(tables.count)"))
      }
      return tables[number - 1]
    }
    let wide = tables.filter { $0.contains { $0.cells.count { !$0.isEmpty } > 1 } }
    guard let first = wide.first else { throw file.error(.malformed("the document has no table with two columns")) }
    for _ in wide.dropFirst() { file.remarks.add(.otherTable("tables of the document behind the first")) }
    return first
  }
}
