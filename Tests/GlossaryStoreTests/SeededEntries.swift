import Terminology

/// Entries made by chance, the same ones for the same seed.
struct SeededEntries {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number from 0 to `bound` - 1.
  mutating func number(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 11) % max(1, bound)
  }

  mutating func isTrue(oneIn chances: Int) -> Bool { number(below: chances) == 0 }

  private mutating func maybe<Value>(_ value: (inout SeededEntries) -> Value) -> Value? {
    isTrue(oneIn: 3) ? value(&self) : nil
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[number(below: values.count)] }

  private static let words = [
    "淘宝村", "城市大脑", "跨境电商", "馬雲", "Taobao Village", "City Brain", "naïve “quote”", "a\tb\nc", "🙂 emoji",
    "e\u{301}te\u{301}",
    "<b>&amp;</b>", "", " spaced ", "C++", "100%", "\u{3000}全角　ＡＢＣ", "'; DROP TABLE term; --", "ǚ lǜ",
  ]

  private mutating func text() -> String {
    let count = 1 + number(below: 3)
    return (0..<count).map { _ in pick(Self.words) }.joined(separator: " ")
  }

  private mutating func list<Value>(_ value: (inout SeededEntries) -> Value) -> [Value] {
    isTrue(oneIn: 2) ? [] : (0..<number(below: 3)).map { _ in value(&self) }
  }

  private mutating func extra() -> ExtraField { ExtraField(name: pick(["admin", "x", "名"]), value: text()) }

  private mutating func term(_ number: Int) -> Term {
    Term(
      language: pick(TermLanguage.allCases), text: "\(text()) \(number)", status: pick(AdministrativeStatus.allCases),
      pinyin: maybe { _ in "Táobǎo cūn" }, partOfSpeech: maybe { $0.text() },
      region: maybe { $0.pick(["TW", "HK", "GB"]) },
      type: maybe { $0.pick(TermType.allCases) }, gender: maybe { $0.pick(GrammaticalGender.allCases) },
      caseRule: pick(CaseRule.allCases), matchRule: pick(MatchRule.allCases), note: maybe { $0.text() },
      source: maybe { $0.text() },
      contexts: list { from in
        UsageContext(text: from.text(), translation: from.maybe { $0.text() }, source: from.maybe { $0.text() })
      },
      extra: list { $0.extra() })
  }

  /// An entry with every field of the model used or not, by chance.
  mutating func entry(_ id: String) -> ConceptEntry {
    ConceptEntry(
      id: id, subjectField: maybe { $0.text() }, type: maybe { $0.text() },
      terms: (0...number(below: 4)).map { term($0) },
      definition: maybe { $0.text() }, definitionSource: maybe { $0.text() },
      languageDefinitions: list { from in
        LanguageDefinition(
          language: from.pick(TermLanguage.allCases), text: from.text(), source: from.maybe { $0.text() })
      },
      note: maybe { $0.text() }, source: maybe { $0.text() }, doNotTranslate: isTrue(oneIn: 2),
      review: pick(ReviewStatus.allCases), customer: maybe { $0.text() }, project: maybe { $0.text() },
      relations: list { from in
        ConceptRelation(from.pick(ConceptRelation.Kind.allCases), target: from.text(), note: from.maybe { $0.text() })
      },
      references: list { from in
        Reference(from.pick(Reference.Kind.allCases), target: from.text(), label: from.maybe { $0.text() })
      },
      extra: list { $0.extra() })
  }
}
