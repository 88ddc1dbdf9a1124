import Formats
import Names
import Terminology
import TextCore

/// Spells Chinese names in English, and says how well an English name fits a Chinese one: what `duizhao names` does.
public struct NamesOperation {
  /// Creates the operation.
  public init() {}

  /// Every spelling of each name, those of the glossary first.
  public func spellings(of names: [String], in workspace: Workspace) throws -> NamesReport {
    let reader = workspace.readings.map { PinyinReader($0) } ?? PinyinReader()
    let people = try workspace.concepts().filter { $0.type == "person" }
    return NamesReport(
      names: names.map { name in
        let folded = Folding.folded(name)
        let known = people.filter { $0.terms.contains { $0.language != .english && Folding.folded($0.text) == folded } }
        return NamesReport.Name(
          chinese: name,
          known: known.flatMap { person in
            person.terms.filter { $0.language == .english && $0.isUsable }
              .map { NamesReport.Known(text: $0.text, conceptID: person.id, note: person.note ?? person.definition) }
          }, spellings: NameSpellings(chinese: name, reader: reader)?.spellings ?? [])
      })
  }

  /// How well the English name of each pair fits its Chinese one; names that come again are read once.
  public func matches(of pairs: [(chinese: String, english: String)], in workspace: Workspace) -> [NamesReport.Match] {
    let reader = workspace.readings.map { PinyinReader($0) } ?? PinyinReader()
    let matcher = NameMatcher(reader: reader)
    var english: [String: (name: EnglishName, sound: TransliterationKey)] = [:]
    var result: [NamesReport.Match] = []
    var start = 0
    while start < pairs.count {
      let chinese = pairs[start].chinese
      let end = pairs[start...].firstIndex { $0.chinese != chinese } ?? pairs.count
      let others = pairs[start..<end].map { pair in
        let known = english[pair.english] ?? (EnglishName(pair.english), TransliterationKey(english: pair.english))
        english[pair.english] = known
        return known
      }
      let sound = TransliterationKey(chinese: chinese, reader: reader)
      for (index, match) in matcher.scores(chinese: chinese, english: others.map(\.name)).enumerated() {
        result.append(
          NamesReport.Match(
            chinese: chinese, english: pairs[start + index].english, match: match,
            sound: sound.similarity(to: others[index].sound)))
      }
      start = end
    }
    return result
  }
}
