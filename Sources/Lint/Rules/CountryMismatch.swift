import TextCore

/// Finds another country than that of the source: 法国总统 and `the German president`.
public struct CountryMismatch: PairRule {
  public static let metadata = RuleMetadata(
    id: "name/country-mismatch",
    summary: "The translation has a country that the source does not have, and lacks one that it has.",
    rationale: "Names of countries are short and alike, and “German” reads as well as “French”.",
    remedy: "Write the country of the source.",
    severity: .warning,
    certainty: """
      Fairly sure: of some fifty countries, the source names one that the translation has by no name, people, language or \
      capital, and the translation names another one, for which the source has not even a character.
      """,
    examples: [
      .flagged("Britain and ⟦Germany⟧ signed the agreement.", source: "英国和法国签署了协议。"),
      .flagged("The ⟦German⟧ president spoke.", source: "法国总统发言。"),
      .clean("Britain and France signed the agreement.", source: "英国和法国签署了协议。"),
      .clean("Paris and London signed the agreement.", source: "英国和法国签署了协议。"),
      .clean("The president spoke of Germany.", source: "总统谈到德方。"),
      .clean("The president of the country spoke.", source: "法国总统发言。"),
    ])

  public init() {}

  public func findings(in pair: TextPair, context: LintContext) -> [Finding] {
    let english = pair.english.text
    let words = english.words
    let countries = words.forms.map { $0.isCapitalized ? Countries.country(of: $0.key) : nil }
    let written = words.indices(ofForms: countries.map { $0 != nil }).compactMap { index in
      countries[words.form(at: index)].map { (country: $0, word: index) }
    }
    guard !written.isEmpty else { return [] }
    let (folded, map) = Folding.folded(pair.chinese.text.utf8)
    let added = written.filter { !Countries.mayName($0.country, folded) }
    guard let wrong = added.first, added.allSatisfy({ $0.country == wrong.country }) else { return [] }
    let keys = Set(words.forms.map(\.key))
    let missing = Countries.named(in: folded).filter { number, _ in
      let country = Countries.table[number]
      return keys.isDisjoint(with: country.english) && keys.isDisjoint(with: country.parts)
    }
    guard missing.count == 1, let place = missing.first.map({ map.sourceSpan(of: $0.value) }) else { return [] }
    let (span, isEnglish) = (words.span(at: wrong.word), pair.target.side == pair.english.side)
    return [
      finding(
        pair.target, isEnglish ? span : place,
        "“\(english.string(in: span))” stands where the Chinese has “\(pair.chinese.text.string(in: place))”")
    ]
  }
}
