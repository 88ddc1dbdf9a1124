import Alignment
import Configuration
import Entities
import Formats
import GlossaryStore
import Lexicon
import Lint
import Names
import Repair
import Terminology
import TextCore

/// What the operations share: the user's data, the glossaries in force, and the tools made from them.
///
/// Everything is opened when it is first asked for, so that a look-up does not pay for the checker.
public final class Workspace {
  /// Where the user's data are.
  public let data: DataFolder
  private let namedGlossaries: [String]
  private let configurationFolder: String
  /// Which configuration counts.
  public let configurationChoice: ConfigurationChoice
  private let onNotice: (String) -> Void
  /// The workspace that the language data are taken from, so that they are opened once.
  private var parent: Workspace?

  /// Creates a workspace.
  /// - Parameters:
  ///   - glossaries: paths that the user named, first wins; when there is none, the nearest `.duizhao.yml` decides, else
  ///     the user's own database.
  ///   - configurationFolder: where the search for `.duizhao.yml` begins.
  ///   - configurationChoice: whether to search for it, or to take a file, or none.
  ///   - onNotice: gets what the user should know: data that are missing, and the like.
  public init(
    data: DataFolder, glossaries: [String], configurationFolder: String,
    configurationChoice: ConfigurationChoice = .nearest, onNotice: @escaping (String) -> Void
  ) {
    self.data = data
    namedGlossaries = glossaries
    self.configurationFolder = configurationFolder
    self.configurationChoice = configurationChoice
    self.onNotice = onNotice
  }

  /// The configuration that counts where the search for it begins.
  /// - Throws: ``InputError`` with path and line for a file that is no valid configuration.
  public func configuration() throws(InputError) -> ProjectConfiguration? {
    var search = ConfigurationSearch(configurationChoice)
    return try search.configuration(forFolder: configurationFolder)
  }

  /// A workspace with the same data, whose glossaries are those of a configuration where the user named none.
  func configured(by configuration: ProjectConfiguration?) -> Workspace {
    let other = Workspace(
      data: data, glossaries: namedGlossaries.isEmpty ? configuration?.glossaries ?? [] : namedGlossaries,
      configurationFolder: configurationFolder, configurationChoice: .none, onNotice: onNotice)
    other.parent = self
    return other
  }

  // MARK: Language data

  /// English words, or nil with a notice.
  public private(set) lazy var words: EnglishWordList? =
    parent.map(\.words) ?? noted(LanguageData.words(in: data), .words)
  /// Readings of Han characters, or nil with a notice.
  public private(set) lazy var readings: HanReadings? =
    parent.map(\.readings) ?? noted(LanguageData.readings(in: data), .readings)
  /// Reads Chinese aloud, with the compiled readings where there are some.
  private(set) lazy var pinyinReader = LanguageData.readings(in: data).map { PinyinReader($0) } ?? PinyinReader()
  /// The dictionary, or nil.
  public private(set) lazy var lexicon: BilingualLexicon? = parent.map(\.lexicon) ?? LanguageData.lexicon(in: data)
  /// What repairs damaged text.
  public private(set) lazy var repairer: TextRepairer =
    parent?.repairer ?? TextRepairer(readings: readings, words: words, lexicon: lexicon)

  /// Tells the user something that is no error.
  func notice(_ text: String) { onNotice(text) }

  private func noted<Value>(_ value: Value?, _ part: LanguageData.Part) -> Value? {
    if value == nil { onNotice(part.advice) }
    return value
  }

  // MARK: Tools

  private lazy var compiledGlossary = Result { try CompiledGlossaryCache(self).glossary() }

  /// The concepts in force with what finds their terms; opened once.
  ///
  /// Compiled when the glossaries or the word list have changed, and kept in a file beside the user's data.
  public func glossary() throws -> CompiledGlossary { try compiledGlossary.get() }

  /// Finds the people, places, organisations, terms, quantities and dates of a text.
  public func entityRecognizer() throws -> EntityRecognizer {
    EntityRecognizer(glossary: try glossary(), readings: readings, lexicon: lexicon, englishWords: words)
  }

  /// What the rules of the checker lean on.
  public func lintContext() throws -> LintContext {
    let glossary = try glossary()
    return LintContext(
      words: words, glossary: glossary, lexicon: lexicon,
      calques: lexicon.flatMap { CompiledGlossaryCache(self).calques(of: glossary, $0) },
      reader: readings.map { PinyinReader($0) } ?? PinyinReader())
  }

  /// What alignment leans on: the dictionary, and what the entity recogniser finds.
  public func alignmentResources() throws -> AlignmentResources {
    if lexicon == nil { onNotice(LanguageData.Part.lexicon.advice) }
    return AlignmentResources(dictionary: lexicon, mentions: RecognizedMentions(recognizer: try entityRecognizer()))
  }

  /// A text that differs whenever the data may that a work leans on: word list, readings, dictionary, glossaries; nil
  /// where something of them has no state, as standard input.
  func dataState() throws(InputError) -> String? {
    let states = [data.readings, data.lexicon].map { FileState($0)?.description ?? "none" }
    guard let glossaries = CompiledGlossaryCache(self).state(of: try glossaryPaths()) else { return nil }
    return glossaries + "\n" + states.joined(separator: "\n")
  }

  // MARK: Glossaries

  /// The paths of the glossaries in force, first wins; empty for the user's own.
  func glossaryPaths() throws(InputError) -> [String] {
    if !namedGlossaries.isEmpty { return namedGlossaries }
    return try configuration()?.glossaries ?? []
  }

  /// The database that the user named, or nil for the user's own.
  /// - Throws: ``InputError`` for a file that is no database, and for more than one.
  func namedDatabase() throws(InputError) -> String? {
    guard let path = namedGlossaries.first else { return nil }
    if namedGlossaries.count > 1 { throw InputError(path: "--glossary", .malformed("name one database")) }
    guard try Self.isDatabase(path) else {
      throw InputError(path: path, .malformed("is not a glossary database; edit the file itself, or import it"))
    }
    return path
  }

  /// The stores to look terms up in, in the order of their priority.
  ///
  /// A named file that is no database becomes a store in memory.
  public func stores() throws -> [GlossaryStore] {
    let paths = try glossaryPaths()
    if paths.isEmpty { return [try userStore()] }
    return try paths.map { path in
      if try Self.isDatabase(path) { return try GlossaryStore.open(path: path, mode: .readOnly) }
      let store = try GlossaryStore.inMemory(pinyinOf: writtenPinyin)
      _ = try store.install(GlossaryInfo(name: path), entries: try Self.entries(ofFile: path))
      return store
    }
  }

  /// The concepts that somebody decided on, without reference dictionaries: what the checker and the aligner go by.
  ///
  /// Of a concept that several glossaries have, what the first one makes of it.
  public func concepts() throws -> [ConceptEntry] {
    let paths = try glossaryPaths()
    if paths.isEmpty { return try Self.concepts(of: userStore()).withoutCoveredConcepts() }
    return try paths.flatMap { path in
      if try Self.isDatabase(path) { return try Self.concepts(of: GlossaryStore.open(path: path, mode: .readOnly)) }
      return try Self.entries(ofFile: path)
    }.withoutCoveredConcepts()
  }

  private static func concepts(of store: GlossaryStore) throws -> [ConceptEntry] {
    try store.glossaries().filter { $0.kind != .reference }.flatMap { try store.entries(in: $0.name) }
  }

  /// The concepts of one glossary of the user's database, reference dictionaries included.
  /// - Throws: ``InputError`` that lists the glossaries when there is none of that name.
  func concepts(inGlossary name: String) throws -> [ConceptEntry] {
    for store in try stores() where try store.glossaries().contains(where: { $0.name == name }) {
      return try store.entries(in: name)
    }
    let known = try stores().flatMap { try $0.glossaries().map(\.name) }
    throw InputError(path: name, .malformed("there is no glossary of this name (\(known.joined(separator: ", ")))"))
  }

  /// The user's own database for reading, with the curated glossary of this program in it.
  ///
  /// Made, or brought up to date, when it is not there or holds an older one. Where it cannot be written, the curated
  /// glossary is served from memory.
  public func userStore() throws -> GlossaryStore {
    if Files.exists(data.glossary) {
      let store = try GlossaryStore.open(path: data.glossary, mode: .readOnly)
      if try !store.isCopyOfOlderSchema && Self.isCurrent(store) { return store }
      store.close()
    }
    do {
      try writableUserStore().close()
    } catch  where Self.isNoPermission(error) {
      onNotice("\(data.path) cannot be written: the glossary that ships with the program is used from memory")
      let store = try GlossaryStore.inMemory(pinyinOf: writtenPinyin)
      _ = try store.install(CuratedGlossary.info, entries: try CuratedGlossary.entries())
      return store
    }
    return try GlossaryStore.open(path: data.glossary, mode: .readOnly)
  }

  /// The user's own database for writing, as ``userStore()`` has it.
  public func writableUserStore() throws -> GlossaryStore {
    try Files.makeDirectory(data.path)
    Files.removeAbandonedDrafts(of: data.glossary)
    if !Files.exists(data.glossary) { try createUserStore() }
    let store = try GlossaryStore.open(path: data.glossary, mode: .readWrite, pinyinOf: writtenPinyin)
    if try !Self.isCurrent(store) {
      try store.replace(CuratedGlossary.info, entries: try CuratedGlossary.entries())
    }
    return store
  }

  /// Makes the user's database beside its place and puts it there whole: of several programs that start for the first
  /// time at once, the first one's stays, and none sees a half-made one.
  private func createUserStore() throws {
    let draft = Files.draftPath(of: data.glossary)
    defer { Files.remove(draft) }
    let store = try GlossaryStore.create(path: draft, pinyinOf: writtenPinyin)
    try store.replace(CuratedGlossary.info, entries: try CuratedGlossary.entries())
    store.close()
    try Files.publish(draft, as: data.glossary)
  }

  private static func isCurrent(_ store: GlossaryStore) throws -> Bool {
    try store.glossaries().contains {
      $0.name == CuratedGlossary.info.name && $0.version == CuratedGlossary.info.version
    }
  }

  private static func isNoPermission(_ error: any Error) -> Bool {
    if let error = error as? InputError, case .unwritable = error.reason { return true }
    guard let reason = (error as? StoreError)?.reason else { return false }
    if case .diskFailure = reason { return true }
    return reason == .readOnly || reason == .cannotOpen || reason == .diskFull
  }

  /// Whether a file is an SQLite database, by its first bytes.
  /// - Throws: ``InputError`` when it is not there.
  static func isDatabase(_ path: String) throws(InputError) -> Bool {
    if path == "-" { return false }
    guard Files.exists(path) else { throw InputError(path: path, .missingFile) }
    if Files.isDirectory(path) { throw InputError(path: path, .isDirectory) }
    guard let store = Files.mapped(path) else { return false }
    return store.bytes.starts(with: "SQLite format 3\0".utf8)
  }

  /// The concepts of a glossary file in any format we import.
  static func entries(
    ofFile path: String, format: String? = nil, options: GlossaryReadingOptions = GlossaryReadingOptions()
  ) throws(InputError) -> [ConceptEntry] {
    try glossary(ofFile: path, format: format, options: options).entries
  }

  /// The concepts of a glossary file, and what was left out of it.
  static func glossary(
    ofFile path: String, format: String? = nil, options: GlossaryReadingOptions = GlossaryReadingOptions()
  ) throws(InputError) -> ReadGlossary {
    let file = try glossaryFile(at: path, format: format)
    return try file.format.glossary(in: file.bytes, path: path, options: options, companions: file.companions)
  }

  /// A glossary file with its format: the one named, else what the file shows itself to be, else what its name says.
  static func glossaryFile(at path: String, format: String? = nil) throws(InputError) -> GlossaryFileSource {
    let bytes = try Files.bytes(of: path)
    if format == nil, let recognized = GlossaryFormat.recognized(in: bytes) {
      return GlossaryFileSource(path: path, bytes: bytes, companions: [:], format: recognized)
    }
    let format = try GlossaryFormat.reading(path, named: format)
    return GlossaryFileSource(
      path: path, bytes: bytes, companions: try companions(of: path, for: format), format: format)
  }

  /// What stands beside a file under the same name with another ending.
  private static func companions(
    of path: String, for format: GlossaryFormat
  ) throws(InputError) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    if path == "-" { return result }
    for ending in format.companionExtensions {
      let companion = Files.path(path, withExtension: ending)
      if Files.exists(companion) { result[ending] = try Files.bytes(of: companion) }
    }
    return result
  }
}
