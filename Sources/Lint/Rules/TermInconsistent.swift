import Lexicon
import Terminology
import TextCore

/// Finds several renderings of one concept in one text: `e-commerce` and `electronic commerce`.
public struct TermInconsistent: Rule {
  public static let metadata = RuleMetadata(
    id: "term/inconsistent",
    summary: "A text renders one concept in several ways.",
    rationale: """
      A reader takes two names for two things. The source is not needed: the glossary knows that “electronic commerce” \
      and “e-commerce” are both 电子商务.
      """,
    remedy: "Choose one rendering: the preferred one, or the one that the text uses most.",
    severity: .warning,
    certainty: "Sure for renderings that share a word or begin alike; short forms of a full name are left alone.",
    examples: [
      .flagged(
        "E-commerce grew, and e-commerce will grow. The ⟦electronic commerce⟧ of the county is new.",
        corrected: "E-commerce grew, and e-commerce will grow. The e-commerce of the county is new."),
      .flagged(
        "Alibaba came, and Alibaba signed. ⟦Ali⟧ is glad.",
        corrected: "Alibaba came, and Alibaba signed. Alibaba is glad."),
      .clean("Alibaba Group came, and Alibaba signed."),
      .clean("E-commerce grew. Each e-commerce company sells."),
      .clean("Electronic commerce grew, and electronic commerce will grow."),
    ])

  public static let readsWholeDocument = true

  public init() {}

  public func findings(in document: LintDocument, context: LintContext) -> [Finding] {
    // With the source at hand, each rendering is compared with it.
    if document.isBilingual { return [] }
    let places = document.places.filter { $0.text.language == .english && $0.side == .target }
    let candidates = Self.conceptsWithSeveralTerms(in: places.map(\.text), context)
    if candidates.isEmpty { return [] }
    var renderings: [Int: [String: Rendering]] = [:]
    for place in places {
      for use in context.termUses(in: place.text) {
        // A form that may stand for two concepts says nothing about either.
        guard let reading = use.readings.first, candidates.contains(reading.concept), use.concept != nil else {
          continue
        }
        let key = Self.key(of: reading.text)
        renderings[reading.concept, default: [:]][
          key, default: Rendering(key: key, words: Self.words(of: reading.text))
        ].places.append((place, use.span))
      }
    }
    return renderings.sorted { $0.key < $1.key }.flatMap { concept, renderings in
      findings(concept: concept, renderings.values.sorted { $0.key < $1.key }, context)
    }
  }

  /// The concepts that the texts name by more than one of their terms.
  private static func conceptsWithSeveralTerms(in texts: [LintText], _ context: LintContext) -> Set<Int> {
    var terms: [Int: Int] = [:]
    var result: Set<Int> = []
    for text in texts {
      for use in context.termUses(in: text) {
        guard let reading = use.readings.first else { continue }
        if terms.updateValue(reading.number, forKey: reading.concept) ?? reading.number != reading.number {
          result.insert(reading.concept)
        }
      }
    }
    return result
  }

  /// One way to write a concept, and where it stands.
  private struct Rendering {
    let key: String
    let words: [String]
    var places: [(place: TextPlace, span: TextSpan)] = []
  }

  private func findings(concept: Int, _ renderings: [Rendering], _ context: LintContext) -> [Finding] {
    guard renderings.count > 1, let main = main(of: renderings, concept, context) else { return [] }
    let counts = renderings.sorted { ($1.places.count, $0.key) < ($0.places.count, $1.key) }
      .map { "“\($0.key)” \($0.places.count)×" }.joined(separator: ", ")
    return renderings.filter { $0.key != main.key && Self.isRival($0, of: main) }.flatMap { rival in
      rival.places.map { place, span in
        let written = place.text.string(in: span)
        let right = Self.matchingCase(of: written, main.places[0].place.text.string(in: main.places[0].span), main.key)
        return finding(
          place, span, "“\(written)” and “\(main.key)” are both \(context.headword(concept)) here: \(counts)",
          suggestions: [right])
      }
    }
  }

  /// The rendering to keep: the most frequent one; of equally frequent ones, the preferred one.
  private func main(of renderings: [Rendering], _ concept: Int, _ context: LintContext) -> Rendering? {
    let preferred = context.facts(ofConcept: concept).preferred.map(Self.key)
    return renderings.max { a, b in
      if a.places.count != b.places.count { return a.places.count < b.places.count }
      if (a.key == preferred) != (b.key == preferred) { return b.key == preferred }
      return a.key > b.key
    }
  }

  /// Whether two renderings compete: they have words in common or begin alike, and neither is a short form of the other.
  private static func isRival(_ a: Rendering, of b: Rendering) -> Bool {
    let (few, many) = a.words.count <= b.words.count ? (a.words, b.words) : (b.words, a.words)
    if few.allSatisfy({ many.contains($0) }) { return false }
    if few.contains(where: { many.contains($0) && $0.utf8.count > 0 }) { return true }
    guard few.count == 1, many.count == 1 else { return false }
    let (short, long) = few[0].utf8.count <= many[0].utf8.count ? (few[0], many[0]) : (many[0], few[0])
    return long.hasPrefix(short) && !derivations.contains(String(long.dropFirst(short.count)))
  }

  /// Endings that make another word of a name: Russia and Russian, president and presidential.
  private static let derivations: Set<String> = [
    "n", "an", "ian", "ish", "ese", "ial", "al", "ic", "s", "ns", "ans", "i", "er", "ism", "ist",
  ]

  /// The rendering without differences that are none: case, the plural, a hyphen for a space.
  private static func key(of term: String) -> String {
    let isName = term.contains { $0.isUppercase }
    return isName ? term : term.lowercased()
  }

  private static func words(of term: String) -> [String] {
    term.lowercased().split { $0 == " " || $0 == "-" || $0 == "'" }.map { EnglishStemmer.stem($0) }
  }

  private static func matchingCase(of written: String, _ sample: String, _ key: String) -> String {
    guard let first = written.first, first.isUppercase, let head = key.first, head.isLowercase else { return key }
    return head.uppercased() + key.dropFirst()
  }
}
