import Glibc
import Lexicon
import TextCore

/// The language data that set-up compiles from packages of the system: English words, Han readings, the lexicon.
///
/// Nothing of it ships with the program. What is missing makes some work weaker, never impossible; ``missing`` says what
/// and how to get it.
public struct LanguageData: Sendable {
  /// English words, from wamerican and wbritish.
  public var words: EnglishWordList?
  /// Readings of Han characters, from Unihan.
  public var readings: HanReadings?
  /// Chinese words with English glosses, from CC-CEDICT.
  public var lexicon: BilingualLexicon?

  /// What could be there and is not.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case words, readings, lexicon

    /// What cannot be done without it, and how to get it.
    public var advice: String {
      switch self {
      case .words:
        "no English word list: garbled words cannot be found; install wamerican and wbritish, then run “duizhao setup”"
      case .readings:
        "no Han readings: names are matched by a small built-in table; run tools/install-dictionary"
      case .lexicon:
        "no Chinese-English dictionary of this release: alignment uses the glossary, names, numbers and lengths alone; run tools/install-dictionary"
      }
    }
  }

  /// Where the packages of the system put the English words.
  public static let systemWordLists = [
    "/usr/share/dict/american-english", "/usr/share/dict/british-english", "/usr/share/dict/words",
  ]

  /// The English words: compiled by set-up, else compiled now from the lists of the system.
  public static func words(in folder: DataFolder) -> EnglishWordList? {
    if let store = Files.mapped(folder.words), let list = try? EnglishWordList(store: store) { return list }
    guard let compiled = try? compiledWords(from: systemWordLists) else { return nil }
    // Kept for the next time where that is allowed; a failure costs only that time.
    if (try? Files.makeDirectory(folder.path)) != nil { try? Files.write(compiled, to: folder.words) }
    return try? EnglishWordList(store: ByteStore(copying: compiled))
  }

  /// The Han readings that set-up compiled.
  public static func readings(in folder: DataFolder) -> HanReadings? {
    Files.mapped(folder.readings).flatMap { try? HanReadings(store: $0) }
  }

  /// The lexicon that set-up compiled.
  public static func lexicon(in folder: DataFolder) -> BilingualLexicon? {
    Files.mapped(folder.lexicon).flatMap { try? BilingualLexicon(store: $0) }
  }

  /// The words of those lists that are there, compiled.
  ///
  /// Nil when none is.
  /// - Throws: ``InputError`` for a list that cannot be read.
  static func compiledWords(from paths: [String]) throws(InputError) -> [UInt8]? {
    var words: [String] = []
    for path in paths where Files.exists(path) {
      do {
        words += try EnglishWordList.words(inLines: try Files.bytes(of: path))
      } catch let error as InputError {
        throw error
      } catch {
        throw InputError(path: path, .malformed("\(error)"))
      }
    }
    return words.isEmpty ? nil : EnglishWordList.compiled(words: words)
  }
}
