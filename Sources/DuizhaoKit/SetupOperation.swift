import Formats
import GlossaryStore
import Lexicon
import Terminology
import TextCore

/// Compiles the language data of the system and imports the dictionary: what `duizhao setup` does.
public struct SetupOperation {
  /// Files to compile instead of the system's.
  public var wordLists: [String] = []
  /// Unihan's file of readings.
  public var unihan: String?
  /// CC-CEDICT.
  public var dictionary: String?

  public init() {}

  /// The name of CC-CEDICT among the glossaries of the user's database.
  public static let dictionaryName = "CC-CEDICT"

  /// Does the work; gives a line for each thing done.
  /// - Throws: ``InputError``, `LexiconError` or `StoreError`; what was there before stays as it was.
  public func run(in workspace: Workspace) throws -> [String] {
    let folder = workspace.data
    try Files.makeDirectory(folder.path)
    var report: [String] = []
    if let words = try LanguageData.compiledWords(from: wordLists.isEmpty ? LanguageData.systemWordLists : wordLists) {
      try Files.write(words, to: folder.words)
      report.append("English words: \(try EnglishWordList(store: ByteStore(copying: words)).count)")
    } else {
      report.append(LanguageData.Part.words.advice)
    }
    if let unihan {
      let readings = try compiled(unihan) { try HanReadings.compiled(unihan: $0) }
      try Files.write(readings, to: folder.readings)
      report.append("Han readings: \(try HanReadings(store: ByteStore(copying: readings)).count) characters")
    }
    if let dictionary { report.append(try installDictionary(dictionary, in: workspace)) }
    return report
  }

  /// Whether CC-CEDICT has been imported, and compiled by this release.
  public static func hasDictionary(in workspace: Workspace) throws -> Bool {
    guard workspace.lexicon != nil, Files.exists(workspace.data.glossary) else { return false }
    let store = try GlossaryStore.open(path: workspace.data.glossary, mode: .readOnly)
    defer { store.close() }
    return try store.glossaries().contains { $0.name == dictionaryName }
  }

  private func installDictionary(_ path: String, in workspace: Workspace) throws -> String {
    let bytes = try Files.bytes(of: path)
    var file: CEDICTFile?
    let lexicon = try compiled(path, bytes) {
      let read = try CEDICTFile($0)
      file = read
      return try BilingualLexicon.compiled(from: read.entries)
    }
    let entries = try GlossaryFormat.cedict.entries(in: bytes, path: path)
    let info = GlossaryInfo(
      name: Self.dictionaryName, rank: 900, kind: .reference, licence: "CC BY-SA 4.0", version: file?.date,
      source: "CC-CEDICT, www.mdbg.net")
    let store = try workspace.writableUserStore()
    defer { store.close() }
    try store.replace(info, entries: entries)
    try Files.write(lexicon, to: workspace.data.lexicon)
    return "CC-CEDICT: \(entries.count) entries of \(file?.date ?? "unknown date"), CC BY-SA 4.0"
  }

  private func compiled(_ path: String, _ bytes: [UInt8]? = nil, _ compile: ([UInt8]) throws -> [UInt8]) throws
    -> [UInt8]
  {
    do {
      return try compile(try bytes ?? Files.bytes(of: path))
    } catch LexiconError.malformedLine(let line, let fault) {
      throw InputError(path: path, line: line, .malformed(fault.explanation))
    } catch let error as LexiconError {
      throw InputError(path: path, .malformed(error.description))
    }
  }
}
