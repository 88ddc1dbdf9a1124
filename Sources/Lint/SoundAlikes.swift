import Names
import TextCore

/// Foreign names that both texts of a pair have, each spelled by sound: 格雷厄姆 and Graham.
enum SoundAlikes {
  /// No more names and stretches of a text are compared than these.
  private static let (mostNames, mostStretches) = (6, 24)
  /// Of names that have nothing to do with each other, hardly one pair in a hundred sounds so much alike.
  private static let least = 0.8

  /// Whether a capitalised English word sounds like Chinese characters that make no word of the dictionary.
  static func isNameShared(by pair: TextPair, _ context: LintContext) -> Bool {
    let english = pair.english.text
    let names = english.words.forms.filter { $0.isCapitalized && $0.key.utf8.count >= 4 }.prefix(mostNames)
      .map { TransliterationKey(english: $0.key) }
    if names.isEmpty { return false }
    let stretches = stretches(of: pair.chinese.text, context).prefix(mostStretches)
    return stretches.contains { stretch in
      let key = TransliterationKey(chinese: stretch, reader: context.reader)
      return names.contains { $0.similarity(to: key) >= least }
    }
  }

  /// Two to five characters on end of which none is a part of a longer word.
  private static func stretches(of text: LintText, _ context: LintContext) -> [String] {
    var result: [String] = []
    var run: [TextSpan] = []
    for word in context.chineseWords(of: text) + [ChineseWord(span: TextSpan(.max, .max), entry: 0)] {
      if word.span.length == 3, run.last.map({ $0.end == word.span.start }) ?? true {
        run.append(word.span)
        continue
      }
      for start in run.indices {
        for length in 2...5 where start + length <= run.count {
          result.append(text.string(in: run[start].union(run[start + length - 1])))
        }
      }
      run = word.span.length == 3 ? [word.span] : []
    }
    return result
  }
}
