import Lexicon
import Lint
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
    var state = state(of: paths)
    if let state, let opened = open(path(for: paths), state) { return opened }
    let concepts = try workspace.concepts()
    // Reading the user's own database for the first time makes it.
    if paths.isEmpty, state == nil { state = self.state(of: paths) }
    // A capitalised term that is an ordinary word in lower case must keep its capital to match.
    let isOrdinaryWord = { (word: String) in words?.containsExactly(word) ?? false }
    guard let state, isKept(paths, count: concepts.count) else {
      return CompiledGlossary(concepts, isOrdinaryWord: isOrdinaryWord)
    }
    let identity = Array(state.utf8)
    let compiled = CompiledGlossary.compiled(from: concepts, identity: identity, isOrdinaryWord: isOrdinaryWord)
    keep(compiled, at: path(for: paths))
    do {
      return try CompiledGlossary(store: ByteStore(copying: compiled), identity: identity)
    } catch {
      preconditionFailure("a freshly compiled glossary cannot be opened: \(error)")
    }
  }

  /// The terms of a glossary in force taken apart; nil where they are not kept, because the glossary is not.
  func calques(of glossary: CompiledGlossary, _ lexicon: BilingualLexicon) -> CalqueIndex? {
    guard let paths = try? workspace.glossaryPaths(), let state = state(of: paths),
      let dictionary = FileState(workspace.data.lexicon), isKept(paths, count: glossary.concepts.count)
    else { return nil }
    let (path, identity) = (path(for: paths, ".calques"), Array("\(state)\nlexicon \(dictionary)".utf8))
    if let opened = Files.mapped(path).flatMap({ try? CalqueIndex(store: $0, identity: identity) }) { return opened }
    let compiled = CalqueIndex.compiled(from: glossary.concepts, lexicon, identity: identity)
    keep(compiled, at: path)
    return try? CalqueIndex(store: ByteStore(copying: compiled), identity: identity)
  }

  private func isKept(_ paths: [String], count: Int) -> Bool { paths.isEmpty || count >= Self.leastConcepts }

  private func open(_ path: String, _ state: String) -> CompiledGlossary? {
    Files.mapped(path).flatMap { try? CompiledGlossary(store: $0, identity: Array(state.utf8)) }
  }

  /// A failure to write costs only the time of compiling again.
  private func keep(_ compiled: [UInt8], at path: String) {
    let folder = workspace.data.compiledGlossaries
    if Files.exists(workspace.data.path), (try? Files.makeDirectory(folder)) != nil {
      try? Files.write(compiled, to: path)
    }
  }

  private func path(for paths: [String], _ part: String = "") -> String {
    let name =
      paths.isEmpty ? "user" : ContentHash(paths.map(Files.resolved).joined(separator: "\n").utf8).description
    return workspace.data.compiledGlossaries + "/\(name)\(part).bin"
  }

  /// What the compiled data of some glossaries depend on: a text that differs whenever they may; nil where something of
  /// it has no state, as standard input.
  func state(of paths: [String]) -> String? {
    var lines = [
      "curated \(CuratedGlossary.info.version ?? "")",
      "words \(FileState(workspace.data.words)?.description ?? "none")",
    ]
    for path in paths.isEmpty ? [workspace.data.glossary] : paths {
      guard path != "-", let state = FileState.ofDatabase(path) else { return nil }
      lines.append("\(Files.resolved(path)) \(state)")
    }
    return lines.joined(separator: "\n")
  }
}
