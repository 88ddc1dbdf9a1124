import Lexicon
import TextCore

/// A word of a Chinese text that the dictionary has.
struct ChineseWord: Sendable {
  let span: TextSpan
  let entry: BilingualLexicon.EntryID
}

extension LintContext {
  /// The words of a Chinese text by longest match from its start; read once for each text, none without a dictionary.
  func chineseWords(of text: LintText) -> [ChineseWord] {
    guard let lexicon else { return [] }
    return text.chineseWords.value {
      let (folded, map) = Folding.folded(text.utf8)
      var words: [ChineseWord] = []
      words.reserveCapacity(folded.count / 5)
      folded.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < bytes.count {
          if bytes[index] >= 0xE3, let match = lexicon.longestMatch(in: bytes, at: index), match.length > 0 {
            let span = map.sourceSpan(of: TextSpan(index, index + match.length))
            words.append(ChineseWord(span: span, entry: match.entry))
            index += match.length
          } else {
            index += UTF8Scan.scalar(in: bytes, at: index).length
          }
        }
      }
      return words
    }
  }

  /// The word of the dictionary that a Chinese term is only a part of: 大学生 around 大学.
  ///
  /// Costs O(log words).
  func longerWord(around span: TextSpan, in text: LintText) -> BilingualLexicon.EntryID? {
    let words = chineseWords(of: text)
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    guard low < words.count, case let word = words[low], word.span.start <= span.start else { return nil }
    let isLonger = word.span.contains(span) && word.span.length > span.length
    return isLonger || word.span.start < span.start ? word.entry : nil
  }
}
