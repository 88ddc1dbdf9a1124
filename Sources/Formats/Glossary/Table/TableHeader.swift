import Terminology
import TextCore

/// What the columns of a table are, from their names, the user's word and, where these are silent, their contents.
struct TableHeader {
  enum Meaning: Hashable {
    case column(TableColumn)
    /// Terms whose language a cell of the same row names.
    case sourceTerms, targetTerms
    case sourceLanguage, targetLanguage
  }

  struct Column: Hashable {
    var meaning: Meaning
    /// Where the terms of the column are said, when another column has the same language.
    var region: String?
  }

  private(set) var columns: [Column] = []
  /// The line of the header, for errors; that of the first row where there is none.
  let line: Int
  /// Whether the first row is one of the data.
  private(set) var isAbsent = false
  /// Whether somebody else's names had to be understood.
  private(set) var isForeign = false
  /// The columns of terms whose language neither their names nor their cells tell.
  private var unplaced: [Int] = []

  /// Finds out what the columns are.
  /// - Throws: ``InputError`` when there is no Chinese or no English term column, or the same column twice.
  init(of rows: ArraySlice<DelimitedText.Row>, file: GlossaryFile) throws(InputError) {
    guard let first = rows.first else { throw file.error(.emptyFile) }
    line = first.line
    var names = first.cells.map(\.trimmed)
    while let last = names.last, last.isEmpty { names.removeLast() }
    let options = file.options
    let sample = TableSample(rows.dropFirst())
    Self.tellUnknown(options.columns, names: options.hasHeader ?? true ? names : [], width: first.cells.count, file)
    if options.hasHeader ?? true {
      try name(names, options: options, sample: sample, file: file)
      if hasBothLanguages { return }
      if options.hasHeader == true || names.contains(where: Self.isOurs) { throw missing(names, rows, file) }
    }
    let named = self
    isAbsent = true
    isForeign = true
    guess(TableSample(rows), width: first.cells.count, options: options)
    guard hasBothLanguages else { throw named.missing(names, rows, file) }
  }

  /// The header that these names make without rows below them.
  init(names: [String]) {
    line = 1
    try? name(
      names, options: GlossaryReadingOptions(), sample: TableSample([]), file: GlossaryFile(path: "", bytes: []))
  }

  /// Makes a column of ids that are mere numbers, in somebody else's table, a further field: two such tables would
  /// otherwise be taken for the same concepts.
  mutating func distrustNumbers(in rows: ArraySlice<DelimitedText.Row>) {
    guard isForeign, let index = columns.firstIndex(where: { $0.meaning == .column(.id) }) else { return }
    let isNumbered = rows.allSatisfy { index >= $0.cells.count || $0.cells[index].utf8.allSatisfy { $0 &- 0x30 < 10 } }
    if isNumbered { columns[index].meaning = .column(.extra("number")) }
  }

  // MARK: By names

  private static func isOurs(_ name: String) -> Bool {
    if case .extra = TableColumn(named: name) { false } else { true }
  }

  private mutating func name(
    _ names: [String], options: GlossaryReadingOptions, sample: TableSample, file: GlossaryFile
  ) throws(InputError) {
    let guesses = names.map { HeaderName($0) }
    // “Source” beside “Target” holds terms; alone it says where they come from.
    let isPair = guesses.contains { $0.subject == .targetTerms } && guesses.contains { $0.subject == .sourceTerms }
    var exact = names.enumerated().map { index, name -> TableColumn? in
      if let mapped = Self.mapped(name, at: index, options: options) { return mapped }
      if isPair, guesses[index].subject == .sourceTerms { return nil }
      return Self.isOurs(name) ? TableColumn(named: name) : nil
    }
    columns = names.map { Column(meaning: .column(.extra($0))) }
    try placeExact(&exact, names: names, file: file)
    var taken = Set(exact.compactMap { $0 })
    let hasLanguages =
      guesses.contains { $0.subject == .sourceLanguage } && guesses.contains { $0.subject == .targetLanguage }
    for index in names.indices where exact[index] == nil {
      let guess = guesses[index]
      if hasLanguages, let meaning = Self.rowMeaning(guess.subject) {
        columns[index].meaning = meaning
        isForeign = true
      } else if let column = column(for: guess, at: index, sample: sample) {
        guard taken.insert(column).inserted else { continue }
        columns[index].meaning = .column(column)
        if case .term = column { isForeign = true }
      } else if Self.isOfTerms(guess.subject) {
        unplaced.append(index)
      }
    }
  }

  private static func isOfTerms(_ subject: HeaderName.Subject?) -> Bool {
    switch subject {
    case .terms, .sourceTerms, .targetTerms: true
    default: false
    }
  }

  /// Puts the columns that are named exactly in their places, those of two regions side by side.
  private mutating func placeExact(
    _ exact: inout [TableColumn?], names: [String], file: GlossaryFile
  ) throws(InputError) {
    for (index, column) in exact.enumerated() {
      guard let column else { continue }
      columns[index].meaning = .column(column)
      guard let other = exact[..<index].firstIndex(of: column) else { continue }
      let regions = (TableColumn.region(named: names[other]), TableColumn.region(named: names[index]))
      guard case .term = column, regions.0 != regions.1 else {
        throw file.error(.malformed("the header has the column “\(column.name)” twice"), line: line)
      }
      columns[other].region = regions.0
      columns[index].region = regions.1
    }
  }

  private static func mapped(_ name: String, at index: Int, options: GlossaryReadingOptions) -> TableColumn? {
    let wanted = Folding.folded(name)
    let mapping =
      options.columns.first { Folding.folded($0.name) == wanted }
      ?? options.columns.first { Int($0.name) == index + 1 }
    return mapping.map { TableColumn(named: $0.column) }
  }

  /// Tells of columns that the user named and the table has not.
  private static func tellUnknown(_ columns: [ColumnMapping], names: [String], width: Int, _ file: GlossaryFile) {
    let known = Set(names.map { Folding.folded($0) })
    for mapping in columns where !known.contains(Folding.folded(mapping.name)) {
      if let number = Int(mapping.name), (1...max(1, width)).contains(number) { continue }
      file.remarks.add(.unknownColumn(mapping.name))
    }
  }

  private static func rowMeaning(_ subject: HeaderName.Subject?) -> Meaning? {
    switch subject {
    case .sourceTerms: .sourceTerms
    case .targetTerms: .targetTerms
    case .sourceLanguage: .sourceLanguage
    case .targetLanguage: .targetLanguage
    default: nil
    }
  }

  private func column(for guess: HeaderName, at index: Int, sample: TableSample) -> TableColumn? {
    let language = guess.tongue.flatMap { Self.language(of: $0, index: index, sample: sample) }
    switch guess.subject {
    case .terms(let status): return (language ?? sample.language(ofColumn: index)).map { .term($0, status) }
    case .sourceTerms, .targetTerms:
      return (language ?? sample.language(ofColumn: index)).map { .term($0, .preferred) }
    case .column(let column): return column
    case .definition: return language.map { .languageDefinition($0) } ?? .definition
    case .detail(.note): return language.map { .detail(.note, $0, .preferred) } ?? .note
    case .detail(.partOfSpeech): return language.map { .detail(.partOfSpeech, $0, .preferred) } ?? .partOfSpeech
    case .detail(.pinyin): return .detail(.pinyin, .simplifiedChinese, .preferred)
    case .detail(let detail): return .detail(detail, language ?? .english, .preferred)
    case .sourceLanguage, .targetLanguage, nil: return nil
    }
  }

  private static func language(of tongue: HeaderName.Tongue, index: Int, sample: TableSample) -> TermLanguage? {
    switch tongue {
    case .english: .english
    case .simplified: .simplifiedChinese
    case .traditional: .traditionalChinese
    case .chinese: sample.isTraditional(column: index) ? .traditionalChinese : .simplifiedChinese
    }
  }

  // MARK: By contents

  /// For a table without header: terms in the first columns, a remark after them.
  private mutating func guess(_ sample: TableSample, width: Int, options: GlossaryReadingOptions) {
    columns = (0..<width).map { Column(meaning: .column(.extra("column \($0 + 1)"))) }
    var taken: Set<TableColumn> = []
    for index in 0..<width {
      if let mapping = options.columns.first(where: { Int($0.name) == index + 1 }) {
        columns[index].meaning = .column(TableColumn(named: mapping.column))
        taken.insert(TableColumn(named: mapping.column))
      } else if taken.count < 2, let language = sample.language(ofColumn: index) {
        let hasChinese = taken.contains { if case .term(let other, _) = $0 { other.isChinese } else { false } }
        if language.isChinese ? hasChinese : taken.contains(.term(.english, .preferred)) { continue }
        columns[index].meaning = .column(.term(language, .preferred))
        taken.insert(.term(language, .preferred))
      } else if taken.count == 2, taken.insert(.note).inserted {
        columns[index].meaning = .column(.note)
      }
    }
  }

  // MARK: What must be there

  private var hasChinese: Bool {
    columns.contains { if case .column(.term(let language, _)) = $0.meaning { language.isChinese } else { false } }
  }

  private var hasBothLanguages: Bool {
    if columns.contains(where: { $0.meaning == .sourceTerms }), columns.contains(where: { $0.meaning == .targetTerms })
    {
      return true
    }
    return hasChinese && columns.contains { $0.meaning == .column(.term(.english, .preferred)) }
  }

  /// What is wrong with a table that lacks a language: a row that is too short where the header has a column for it,
  /// else the header.
  private func missing(_ names: [String], _ rows: ArraySlice<DelimitedText.Row>, _ file: GlossaryFile) -> InputError {
    for index in unplaced {
      if let short = rows.dropFirst().first(where: { index >= $0.cells.count || $0.cells[index].isEmpty }) {
        return file.error(.missingValue(column: names[index]), line: short.line)
      }
    }
    return file.error(.missingColumn(hasChinese ? "en" : "zh-Hans"), line: line)
  }
}

/// The first rows of a table, to tell the language of a column by.
struct TableSample {
  private let rows: ArraySlice<DelimitedText.Row>

  init(_ rows: ArraySlice<DelimitedText.Row>) { self.rows = rows.prefix(300) }

  /// The language of most cells of a column; nil for an empty one, or one of numbers.
  func language(ofColumn index: Int) -> TermLanguage? {
    var chinese = 0
    var latin = 0
    var filled = 0
    for row in rows where index < row.cells.count {
      if row.cells[index].isEmpty { continue }
      filled += 1
      var hasLetter = false
      var hasHan = false
      for scalar in row.cells[index].unicodeScalars {
        if scalar.value.isHan {
          hasHan = true
        } else if scalar.isASCII, scalar.properties.isAlphabetic {
          hasLetter = true
        }
      }
      if hasHan { chinese += 1 } else if hasLetter { latin += 1 }
    }
    if (chinese + latin) * 2 <= filled { return nil }
    if chinese * 2 < chinese + latin { return .english }
    return isTraditional(column: index) ? .traditionalChinese : .simplifiedChinese
  }

  /// Whether a good part of the Han characters in a column are written in Traditional forms.
  func isTraditional(column index: Int) -> Bool {
    var han = 0
    var traditional = 0
    for row in rows where index < row.cells.count {
      for scalar in row.cells[index].unicodeScalars where scalar.value.isHan {
        han += 1
        if Folding.simplified(scalar.value) != scalar.value { traditional += 1 }
      }
    }
    return traditional * 10 > han
  }
}
