import Lexicon
import Terminology
import TextCore

/// Keeps the glossaries in force compiled, in a file that is mapped the next time.
///
/// The file says what it was made from: the states of the glossaries and of the word list. One that says something else,
/// is damaged or of another release is made again in silence; where nothing can be written, the work is done in memory.
struct CompiledGlossaryCache {
  /// Glossaries named on the command line are kept compiled from this many concepts on: smaller ones are quick to
  /// compile, and nobody clears the folder.
  private static let leastConcepts = 1000

  private let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  func glossary() throws -> CompiledGlossary {
    let paths = try workspace.glossaryPaths()
    let words = workspace.words
    // Taken before the glossaries are read: a change in between makes the file stale, never wrong.
    var identity = identity(of: paths)
    if let identity, let opened = open(path(for: paths), identity) { return opened }
    let concepts = try workspace.concepts()
    // Reading the user's own database for the first time makes it.
    if paths.isEmpty, identity == nil { identity = self.identity(of: paths) }
    // A capitalised term that is an ordinary word in lower case must keep its capital to match.
    let isOrdinaryWord = { (word: String) in words?.containsExactly(word) ?? false }
    guard let identity, paths.isEmpty || concepts.count >= Self.leastConcepts else {
      return CompiledGlossary(concepts, isOrdinaryWord: isOrdinaryWord)
    }
    let compiled = CompiledGlossary.compiled(from: concepts, identity: identity, isOrdinaryWord: isOrdinaryWord)
    keep(compiled, at: path(for: paths))
    do {
      return try CompiledGlossary(store: ByteStore(copying: compiled), identity: identity)
    } catch {
      preconditionFailure("a freshly compiled glossary cannot be opened: \(error)")
    }
  }

  /// What the compiled data of the glossaries in force depend on; nil where something of it has no state.
  func identity() -> [UInt8]? { (try? workspace.glossaryPaths()).flatMap { identity(of: $0) } }

  private func open(_ path: String, _ identity: [UInt8]) -> CompiledGlossary? {
    Files.mapped(path).flatMap { try? CompiledGlossary(store: $0, identity: identity) }
  }

  /// A failure to write costs only the time of compiling again.
  private func keep(_ compiled: [UInt8], at path: String) {
    let folder = workspace.data.compiledGlossaries
    if Files.exists(workspace.data.path), (try? Files.makeDirectory(folder)) != nil {
      try? Files.write(compiled, to: path)
    }
  }

  private func path(for paths: [String]) -> String {
    let name = paths.isEmpty ? "user" : Self.hash(paths.map(Files.resolved).joined(separator: "\n"))
    return workspace.data.compiledGlossaries + "/\(name).bin"
  }

  /// What the compiled data depend on; nil where something of it has no state, as standard input.
  private func identity(of paths: [String]) -> [UInt8]? {
    var lines = [
      "curated \(CuratedGlossary.info.version ?? "")",
      "words \(FileState(workspace.data.words)?.description ?? "none")",
    ]
    for path in paths.isEmpty ? [workspace.data.glossary] : paths {
      guard path != "-", let state = FileState.ofDatabase(path) else { return nil }
      lines.append("\(Files.resolved(path)) \(state)")
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// A short name for a text (FNV-1a).
  private static func hash(_ text: String) -> String {
    String(text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }
}
