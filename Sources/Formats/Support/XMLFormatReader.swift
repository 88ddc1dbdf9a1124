import Terminology
import TextCore

/// A reader of one XML format: what it makes of each event.
protocol XMLFormatReader {
  init(file: GlossaryFile, take: @escaping EntryTaker)

  /// How many elements are open, that of the current event included; kept by ``read(_:giving:)``.
  var depth: Int { get set }
  /// Whether the text up to the next tag is wanted.
  var wantsText: Bool { get }

  mutating func start(_ tag: XMLTag, line: Int) throws(InputError)
  mutating func text(_ text: String)
  mutating func end(line: Int) throws(InputError)
  /// Called when the file has been read.
  mutating func finish() throws(InputError)
}

/// Takes the entries of a file one after another.
typealias EntryTaker = (_ entry: ConceptEntry) throws(InputError) -> Void

extension XMLFormatReader {
  mutating func finish() throws(InputError) {}

  /// Reads a file from its beginning to its end, and gives each entry as soon as it is whole.
  static func read(_ file: GlossaryFile, giving take: EntryTaker) throws(InputError) {
    let error = withoutActuallyEscaping(take) { take -> InputError? in
      var reader = Self(file: file, take: take)
      do throws(InputError) {
        try XMLReader.read(file.bytes, path: file.path) { event, line throws(InputError) in
          switch event {
          case .start(let tag):
            reader.depth += 1
            try reader.start(tag, line: line)
          case .text(let text): reader.text(text)
          case .end:
            try reader.end(line: line)
            reader.depth -= 1
          }
          return reader.wantsText
        }
        try reader.finish()
        return nil
      } catch {
        return error
      }
    }
    if let error { throw error }
  }
}
