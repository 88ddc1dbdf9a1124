import Lexicon
import Terminology
import TextCore

/// A sort of name.
enum NameKind: Hashable {
  /// As the glossary says.
  case typed(String)
  /// A name in the dictionary.
  case properName
  /// A word in the dictionary: 脱欧, Brexit.
  case word
  /// In no dictionary.
  case unknown
}

/// What rules ask of a concept of the glossary; looked up once for a run.
final class ConceptFacts: Sendable {
  let id: String
  /// The Chinese term that the concept goes by.
  let headword: String?
  /// The type of the concept, as the glossary has it.
  let type: String?
  /// The English term to use.
  let preferred: String?
  /// Whether that is a verb.
  let isVerb: Bool
  /// What sort of name the concept is, for telling apart what may be confused; nil for what is none.
  ///
  /// Where the glossary does not say, the dictionary may: it tells names from words.
  let kind: NameKind?
  /// The words of each English term that must be there for it to be.
  private let renderings: [[RenderingWord]]
  /// The stems of the English names, where the concept is one that has such.
  let nameStems: [String]
  /// The stems of the words of each English term that may be used.
  private let acceptedStems: [Set<String>]

  /// Whether the concept is one person, place, organisation or the like.
  var isName: Bool { kind != nil }

  init(_ concept: ConceptEntry, _ lexicon: BilingualLexicon?) {
    (id, headword, type) = (concept.id, concept.headword, concept.type)
    let term = concept.preferredTerm(in: .english)
    (preferred, isVerb) = (term?.text, term?.partOfSpeech == "verb")
    kind = Self.kind(of: concept, preferred, lexicon)
    let english = concept.terms.filter { $0.language == .english }
    renderings = english.compactMap { RenderingWord.words(of: $0.text) }
    nameStems = kind == nil ? [] : english.map { EnglishStemmer.stem($0.text.lowercased()) }
    acceptedStems = english.filter(\.isUsable).map { term in
      Set(term.text.lowercased().split { !$0.isLetter }.map { EnglishStemmer.stem($0) })
    }
  }

  /// Whether English words render the concept by any of its terms.
  func isRendered(by words: RenderingWords) -> Bool { renderings.contains(where: words.hold) }

  /// Whether one English term that may be used has all these stems.
  func hasTerm(withStems stems: [String]) -> Bool {
    acceptedStems.contains { accepted in stems.allSatisfy(accepted.contains) }
  }

  private static func kind(
    of concept: ConceptEntry, _ preferred: String?, _ lexicon: BilingualLexicon?
  ) -> NameKind? {
    if let type = concept.type {
      return ["person", "place", "organisation", "product"].contains(type) ? .typed(type) : nil
    }
    let term = preferred ?? ""
    guard !term.isEmpty, term.split(separator: " ").allSatisfy({ $0.first?.isUppercase ?? false }) else { return nil }
    guard let lexicon, let entry = concept.headword.flatMap({ lexicon.entry(of: $0) }) else { return .unknown }
    return lexicon.isName(entry) ? .properName : .word
  }
}

/// A word of an English term, as it may be inflected or derived.
struct RenderingWord: Sendable {
  private let stem: WordStem
  /// What words of one family begin with: president and presidency, economy and economist; nil for short words.
  private let root: WordStem.Root?

  /// The words of a term but the small ones, or nil for a term without words.
  fileprivate static func words(of term: String) -> [RenderingWord]? {
    let parts = term.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
    if parts.isEmpty { return nil }
    return parts.filter { !small.contains(String($0)) }.map { part in
      let stem = WordStem(of: part)
      let root = stem.text.prefix(max(5, stem.text.count - 3))
      return RenderingWord(stem: stem, root: root.count >= 5 ? WordStem.Root(String(root)) : nil)
    }
  }

  /// Whether a word of an English text is this one, or one of its family.
  fileprivate func isMet(by stem: WordStem) -> Bool { root?.begins(stem) ?? self.stem.isSame(as: stem) }

  private static let small: Set<String> = ["of", "the", "and", "for", "in", "a", "an", "to", "on"]
}

/// The words of an English text by their stems, to find renderings that are inflected or derived.
struct RenderingWords {
  private let stems: [WordStem]

  init(_ text: LintText) { stems = text.words.forms.map(\.stem) }

  /// Whether a term's words are all there, in any form.
  fileprivate func hold(_ words: [RenderingWord]) -> Bool {
    words.allSatisfy { word in stems.contains(where: word.isMet) }
  }
}

extension LintContext {
  /// What rules ask of a concept; looked up when it is first asked for.
  func facts(ofConcept concept: Int) -> ConceptFacts { facts(ofConcept: concept) { ConceptFacts($0, lexicon) } }
}
