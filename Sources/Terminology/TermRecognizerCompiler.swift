import Lexicon
import TextCore

/// A form of a term in compiled data: 32 bytes.
struct StoredForm: BitwiseCopyable, Hashable {
  var concept: Int32
  var term: Int32
  /// The index of the term's text.
  var text: UInt32
  var languageIndex: UInt16
  var formIndex: UInt16
  /// See ``CasePattern``.
  var capitals: UInt64
  var smalls: UInt64

  /// Damaged numbers read as Simplified Chinese and as folded.
  var language: TermLanguage {
    switch languageIndex {
    case 1: .traditionalChinese
    case 2: .english
    default: .simplifiedChinese
    }
  }

  var form: TermMatch.Form { TermMatch.Form(rawValue: UInt8(truncatingIfNeeded: formIndex)) ?? .folded }
}

extension TermRecognizer {
  static let kind = "terms"
  static let version: UInt32 = 1

  /// The compiled data of all terms of the concepts, to be kept in a file and opened with
  /// ``init(store:concepts:)``.
  public static func compiled(from concepts: [ConceptEntry], isOrdinaryWord: ((String) -> Bool)? = nil) -> [UInt8] {
    compiled(from: patterns(of: concepts), isOrdinaryWord: isOrdinaryWord)
  }

  static func compiled(from patterns: [Pattern], isOrdinaryWord: ((String) -> Bool)?) -> [UInt8] {
    var lists: [[StoredForm]] = []
    var keys: [[UInt8]: Int] = [:]
    var ordered: [[UInt8]] = []
    func add(_ text: String, _ form: StoredForm) {
      let key = SearchView.key(of: text)
      if key.isEmpty { return }
      let list = keys[key] ?? lists.count
      if list == lists.count {
        keys[key] = list
        ordered.append(key)
        lists.append([])
      }
      // A term may be its own plural; its first form says more.
      if lists[list].contains(where: { $0.concept == form.concept && $0.term == form.term }) { return }
      lists[list].append(form)
    }
    for (index, pattern) in patterns.enumerated() {
      let cases = CasePattern(pattern.text, rule: pattern.caseRule, isOrdinaryWord: isOrdinaryWord)
      var form = StoredForm(
        concept: Int32(pattern.concept), term: Int32(pattern.term), text: UInt32(index),
        languageIndex: UInt16(TermLanguage.allCases.firstIndex(of: pattern.language)!),
        formIndex: UInt16(TermMatch.Form.folded.rawValue), capitals: cases.capitals, smalls: cases.smalls)
      add(pattern.text, form)
      if pattern.language != .english || pattern.caseRule == .exact { continue }
      for (text, kind) in TermForms.forms(of: pattern.text, partOfSpeech: pattern.partOfSpeech, type: pattern.type) {
        form.formIndex = UInt16(kind.rawValue)
        add(text, form)
      }
    }
    var writer = CompiledDataWriter(kind: kind, version: version)
    writer.append(DoubleArrayTrie.compiled(from: ordered.enumerated().map { ($1, Int32($0)) }))
    writer.append(lists: lists)
    writer.append(strings: patterns.map(\.text.utf8))
    return writer.bytes()
  }
}
