import Names
import TextCore

/// Finds the tokens of bylines: short lines of names at the head of a text, and labelled names anywhere.
struct Bylines {
  struct Candidate {
    var range: Range<Int>
    /// Whether a label such as 责任编辑 stands before it.
    var isLabelled: Bool
  }

  let candidates: [Candidate]

  init(text: HanText) {
    var candidates: [Candidate] = []
    var lineStart = 0
    var lineNumber = 0
    while lineStart < text.count {
      var lineEnd = lineStart
      var mayBeLabelled = false
      while lineEnd < text.count, !text.traits(at: lineEnd).contains(.lineEnd) {
        if text.traits(at: lineEnd).contains(.label), !text.isHan(lineEnd + 1) { mayBeLabelled = true }
        lineEnd += 1
      }
      if lineEnd > lineStart {
        lineNumber += 1
        let isHead = lineNumber <= 6 && lineEnd - lineStart <= 60
        let tokens = mayBeLabelled || isHead ? Self.tokens(of: lineStart..<lineEnd, in: text) : []
        if mayBeLabelled { candidates += Self.labelled(tokens, in: text) }
        if isHead, Self.isLineOfNames(tokens, in: text) {
          candidates += tokens.filter { Self.canBeName($0, in: text) }.map { Candidate(range: $0, isLabelled: false) }
        }
      }
      lineStart = lineEnd + 1
    }
    self.candidates = candidates
  }

  /// Runs of Han characters.
  private static func tokens(of line: Range<Int>, in text: HanText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for index in line {
      if text.scalars[index].isHan {
        start = start ?? index
      } else if let from = start {
        result.append(from..<index)
        start = nil
      }
    }
    if let start { result.append(start..<line.upperBound) }
    return result
  }

  private static func canBeName(_ token: Range<Int>, in text: HanText) -> Bool {
    guard (2...4).contains(token.count) else { return false }
    let surname = Surnames.length(in: text.scalars[token])
    return surname > 0 && token.count - surname <= 2
  }

  /// A line of at least two tokens, most of which are short, with a name first; or a date beside one name.
  private static func isLineOfNames(_ tokens: [Range<Int>], in text: HanText) -> Bool {
    guard tokens.count >= 2, let first = tokens.first, canBeName(first, in: text) else { return false }
    return tokens.count { $0.count <= 4 } * 2 >= tokens.count && tokens.allSatisfy { $0.count <= 8 }
  }

  /// Tokens after a label and a colon or space: `责任编辑:钱艳红`, `文 李明`.
  private static func labelled(_ tokens: [Range<Int>], in text: HanText) -> [Candidate] {
    var result: [Candidate] = []
    for (label, name) in zip(tokens, tokens.dropFirst()) where canBeName(name, in: text) {
      let length = ChineseWords.bylineLabels.length(in: text, before: label.upperBound)
      guard length > 0, length == label.count || length >= 2, name.lowerBound - label.upperBound <= 2 else { continue }
      let between = text.scalars[label.upperBound..<name.lowerBound]
      let separators: Set<UInt32> = [0x3A, 0x2F, 0x20, 0x3000, 0x7C, 0xA0]
      if between.allSatisfy({ separators.contains($0) }) { result.append(Candidate(range: name, isLabelled: true)) }
    }
    return result
  }
}
