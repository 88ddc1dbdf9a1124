import GlossaryStore
import Glibc
import Terminology

/// Writes into a store until it has made as many changes as asked for, or is killed: `StoreWriter PATH NAME COUNT KIND`.
///
/// Each change is reported with a line, `NAME NUMBER`, as soon as the store says that it is done. A change of the kind
/// `edit` adds one concept `NAME-NUMBER`; one of the kind `import` adds 40 of them, `NAME-NUMBER-0` and so on.
@main
enum StoreWriter {
  static let batch = 40

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let count = Int(arguments[3]) else { exit(2) }
    let (path, name, kind) = (arguments[1], arguments[2], arguments[4])
    let store = try GlossaryStore.open(path: path, mode: .readWrite)
    let origin = ChangeOrigin(who: name, time: "2026-03-01T09:30:00Z")
    let glossary = GlossaryInfo(name: "mine")
    for number in 0..<count {
      if kind == "import" {
        try store.install(glossary, entries: (0..<batch).map { entry("\(name)-\(number)-\($0)") }, by: origin)
      } else {
        try store.add(entry("\(name)-\(number)"), to: glossary, by: origin)
      }
      let line = Array("\(name) \(number)\n".utf8)
      _ = line.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }
    store.close()
  }

  private static func entry(_ id: String) -> ConceptEntry {
    ConceptEntry(
      id: id,
      terms: [
        Term(language: .simplifiedChinese, text: "村\(id)", pinyin: "cūn"),
        Term(language: .english, text: "village \(id)"),
      ], extra: [ExtraField(name: "x", value: id)])
  }
}
