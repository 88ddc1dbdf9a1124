import Lexicon
import TextCore

/// The words of an English text as parts of renderings word by word.
struct CalqueWords {
  private let text: LintText
  private let words: WordList
  /// The stem of each of ``WordList/forms``; nil for what is no part of a rendering.
  private let stems: [BilingualLexicon.StemID?]
  private let begins: [Bool]
  /// Whether each of ``WordList/forms`` may follow: as the second part, or as an “and” before it.
  private let follows: [Bool]
  /// Which forms are “and”.
  private let ands: [Bool]

  init(_ text: LintText, _ index: CalqueIndex, _ facts: [WordFacts]) {
    self.text = text
    words = text.words
    let forms = text.words.forms
    let ands = forms.map { $0.key == "and" }
    self.ands = ands
    stems = facts.map { $0.isCommon ? nil : $0.stem }
    begins = zip(forms, stems).map { form, stem in form.key.utf8.count > 2 && stem.map(index.begins) ?? false }
    follows = zip(stems, ands).map { stem, isAnd in stem.map(index.continues) ?? isAnd }
  }

  /// The words that translate the first part of a term and are followed by what may be the second.
  func starts() -> [Int] {
    words.indices(ofForms: begins).filter { index in
      index + 1 < words.count && follows[words.form(at: index + 1)] && text.isOneSpace(after: index)
    }
  }

  /// Calls `body` with the compositions whose first two parts the words from `first` on translate, until it gives false.
  func forEachComposition(from first: Int, in index: CalqueIndex, _ body: (_ number: Int) -> Bool) {
    let isJoined = isAnd(first + 1)
    guard let stem = stem(of: first), let next = self.stem(of: isJoined ? first + 2 : first + 1) else { return }
    index.forEachComposition(of: stem, next, body)
  }

  /// The last of the words that translate the parts in order, one space or “and” between them; nil for no such words.
  func end(of composition: CalqueIndex.Composition, from first: Int, in index: CalqueIndex) -> Int? {
    var last = first
    for part in composition.parts.dropFirst() {
      guard text.isOneSpace(after: last) else { return nil }
      var next = last + 1
      // Only short terms are strings of adjectives, as 高大上 is.
      let isJoined = composition.length <= 3 && isAnd(next) && text.isOneSpace(after: next)
      if isJoined { next += 1 }
      guard let stem = stem(of: next), index.isGloss(stem, ofPart: part) else { return nil }
      // Two letters say too little, but “tall and up” does not.
      if words.span(at: next).length < 3, !isJoined { return nil }
      last = next
    }
    return last
  }

  private func stem(of word: Int) -> BilingualLexicon.StemID? {
    word < words.count ? stems[words.form(at: word)] : nil
  }

  private func isAnd(_ word: Int) -> Bool {
    word < words.count && ands[words.form(at: word)]
  }
}
