import Lexicon
import TextCore

/// Finds words damaged by one systematic rewrite of their document: `pformation` for `transformation`.
public struct SystematicSubstitution: Rule {
  public static let metadata = RuleMetadata(
    id: "garble/systematic-substitution",
    summary: "Unknown words agree on one rewrite that makes them known words.",
    rationale: """
      Some sites replaced letters in every word of a page: a clean-up that wanted to remove a tag turned every “trans” \
      into “p”, a filter turned “con” into “c*n”, a broken font lost the “o” of “tion”. No dictionary suggests the right \
      word, because the damage is not a slip of a finger. The rewrite is learned from the document: unknown words vote \
      for the rewrites that would make each of them a word, and a rewrite is believed when several words agree and the \
      document has hardly any of the replaced letters left.
      """,
    remedy: "Put the original letters back. With --fix every word that the learned rewrite explains is mended.",
    severity: .error,
    certainty: "Very sure where the document shows the rewrite in two or more different words; then the fix is safe.",
    examples: [
      .flagged(
        "The ⟦pformation⟧ of ⟦pport⟧ and the ⟦pmission⟧ of data.",
        corrected: "The transformation of transport and the transmission of data."),
      .flagged(
        "They will ⟦c*nsider⟧ the ⟦c*ntract⟧ for a ⟦sec*nd⟧ time.",
        corrected: "They will consider the contract for a second time."),
      .flagged(
        "The ⟦nati nal⟧ ⟦electi ns⟧ raised ⟦questi ns⟧.", corrected: "The national elections raised questions."),
      .clean("The platform performs well and the port is open."),
      .clean("Liandong, Hanlong and Yuanda praised the plan for transport."),
      .clean("Use grep -n foo_bar and awk to find the pattern."),
      .clean("The colour of the centre pleased the organisers."),
    ])

  public static let readsWholeDocument = true

  public init() {}

  public func findings(in document: LintDocument, context: LintContext) -> [Finding] {
    guard let list = context.words else { return [] }
    let places = document.places.filter { $0.text.language == .english }
    let suspects = places.map { SuspectTokens.found(in: $0.text, context.facts(of: $0.text)) }
    if suspects.allSatisfy(\.isEmpty) { return [] }
    let inference = SubstitutionInference(words: list, known: knownWords(of: places, context))
    let substitutions = inference.substitutions(from: suspects.flatMap(\.self))
    if substitutions.isEmpty { return [] }
    var result: [Finding] = []
    for (place, suspects) in zip(places, suspects) {
      let text = place.text
      result += garbled(suspects, substitutions, inference).map { token, reading, substitution in
        finding(
          place, token.span, message(for: text.string(in: token.span), reading, substitution),
          suggestions: [matchingCase(of: text.string(in: token.span), reading)],
          isSafe: substitution.isLearned && substitution.support.count >= 2)
      }
      result += collisions(in: text, substitutions.filter(\.isLearned), inference).map { word, reading, substitution in
        finding(
          place, word.span, severity: .info,
          "“\(word.text)” is a word, but here it may be “\(reading)”: this document has “\(substitution.garbled)” for “\(substitution.original)”",
          suggestions: [matchingCase(of: word.text, reading)])
      }
    }
    return result
  }

  /// How often the texts have each known word, in lower case.
  private func knownWords(of places: [TextPlace], _ context: LintContext) -> [String: Int] {
    // The texts of a table share their forms: they are counted by their numbers, without a look at their letters.
    var tallies: [ObjectIdentifier: FormTally] = [:]
    for place in places {
      let (text, facts) = (place.text, context.facts(of: place.text))
      let counts = text.words.formCounts()
      tallies[ObjectIdentifier(text.vocabulary), default: FormTally()].add(text.words.forms, counts) {
        facts[$0].isKnown
      }
    }
    return tallies.values.reduce(into: [:]) { known, tally in
      for (form, count) in tally.counts { known[form.key, default: 0] += count }
    }
  }

  /// The suspects that a rewrite turns into known words.
  ///
  /// No two overlap.
  private func garbled(
    _ suspects: [SuspectToken], _ substitutions: [Substitution], _ inference: SubstitutionInference
  ) -> [(SuspectToken, String, Substitution)] {
    var result: [(SuspectToken, String, Substitution)] = []
    for suspect in suspects.sorted(by: { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }) {
      if let last = result.last, last.0.span.overlaps(suspect.span) { continue }
      for substitution in substitutions {
        let undone = substitution.garbled
        if undone.isEmpty, !suspect.mayVote { continue }
        if let reading = inference.reading(of: suspect.key, undoing: undone, as: substitution.original) {
          result.append((suspect, reading, substitution))
          break
        }
      }
    }
    return result
  }

  /// Known words that the rewrite may have made from other known words: `plate` from `translate`.
  private func collisions(
    in text: LintText, _ substitutions: [Substitution], _ inference: SubstitutionInference
  ) -> [(Word, String, Substitution)] {
    let strong = substitutions.filter {
      $0.support.count >= 3 && $0.original.utf8.count >= 3 && !$0.garbled.isEmpty
    }
    if strong.isEmpty { return [] }
    var readings: [Int: (String, Substitution)] = [:]
    for (number, form) in text.words.forms.enumerated() where !form.hasInnerCapitals {
      for substitution in strong {
        guard let reading = inference.reading(of: form.key, undoing: substitution.garbled, as: substitution.original)
        else { continue }
        readings[number] = (reading, substitution)
        break
      }
    }
    if readings.isEmpty { return [] }
    return text.words.indices.compactMap { index in
      guard let (reading, substitution) = readings[text.words.form(at: index)] else { return nil }
      let word = text.words[index]
      return word.isPartOfCode ? nil : (word, reading, substitution)
    }
  }

  private func message(for garbled: String, _ reading: String, _ substitution: Substitution) -> String {
    let rewrite = "“\(substitution.garbled)” stands for “\(substitution.original)”"
    guard substitution.isLearned else {
      return "“\(garbled)” is no word; it may be “\(reading)”: on many scraped pages \(rewrite)"
    }
    let others = substitution.support.map(\.garbled).filter { $0 != garbled.lowercased() }.prefix(3)
    let witnesses = others.isEmpty ? "" : ", as in " + others.map { "“\($0)”" }.joined(separator: ", ")
    return "“\(garbled)” is no word; it may be “\(reading)”: in this document \(rewrite)\(witnesses)"
  }

  /// The reading with the capital that the damaged word began with.
  private func matchingCase(of token: String, _ reading: String) -> String {
    token.first?.isUppercase == true ? reading.prefix(1).uppercased() + reading.dropFirst() : reading
  }
}

/// How often texts with one vocabulary have its forms.
private struct FormTally {
  /// By ``WordForm/number``.
  private var entries: [(form: WordForm, count: Int)?] = []

  var counts: [(form: WordForm, count: Int)] { entries.compactMap(\.self) }

  /// Counts those of a text's forms that are wanted.
  mutating func add(_ forms: [WordForm], _ counts: [Int], where isWanted: (_ index: Int) -> Bool) {
    for (index, form) in forms.enumerated() where isWanted(index) {
      if form.number >= entries.count {
        entries.append(contentsOf: repeatElement(nil, count: form.number + 1 - entries.count))
      }
      entries[form.number] = (form, (entries[form.number]?.count ?? 0) + counts[index])
    }
  }
}
