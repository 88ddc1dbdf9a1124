import TextCore

extension WordSurvey {
  /// The survey of a text after edits of the surveyed one: nothing but what stands beside the edits is read again.
  ///
  /// The same as a survey of the whole text. Costs the number of edits and of what the survey found.
  func updated(
    to utf8: [UInt8], after edits: [RepairEdit], _ words: WordTable, _ memory: WordMemory
  ) -> WordSurvey {
    utf8.withUnsafeBufferPointer { bytes in
      memory.withWords { seen in
        var update = SurveyUpdate(of: self)
        for stretch in ChangedStretch.all(after: edits, in: bytes) {
          update.keep(before: stretch.old.lowerBound)
          update.read(stretch, in: bytes, utf8, words, &seen)
          update.skip(before: stretch.old.upperBound, shift: stretch.new.upperBound - stretch.old.upperBound)
        }
        update.keep(before: .max)
        return update.survey
      }
    }
  }
}

/// A stretch of words that an edit may have changed, or the neighbours of which it has.
private struct ChangedStretch {
  /// In the text before the edits.
  var old: Range<Int>
  /// In the text after them.
  var new: Range<Int>
  /// Where the word ends that the last edit lies in or touches, in the text after the edits.
  private var wordEnd: Int

  /// The stretches, in order and apart.
  static func all(after edits: [RepairEdit], in bytes: UnsafeBufferPointer<UInt8>) -> [ChangedStretch] {
    var result: [ChangedStretch] = []
    var shift = 0
    for edit in edits {
      let start = edit.span.start + shift
      let end = start + edit.replacement.utf8.count
      let shiftBefore = shift
      shift += edit.replacement.utf8.count - edit.span.length
      // A word is judged with the two bytes behind it.
      let limit = result.last?.new.upperBound ?? 0
      let lower = startOfWord(at: max(limit, start - 2), in: bytes, notBefore: limit)
      if let index = result.indices.last, lower <= limit {
        result[index].extend(to: end, shift: shift, in: bytes)
      } else {
        var stretch = ChangedStretch(
          old: (lower - shiftBefore)..<(lower - shiftBefore), new: lower..<lower, wordEnd: -1)
        stretch.extend(to: end, shift: shift, in: bytes)
        result.append(stretch)
      }
    }
    return result
  }

  /// Where the run of letters and digits begins that an offset lies in or at the end of.
  static func startOfWord(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, notBefore limit: Int = 0
  ) -> Int {
    var start = offset
    while start > limit, WordScan.isPart(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// Takes in an edit that ends at `end` of the new text, `shift` behind its place in the old one: the word there, and the
  /// next one where nothing but a space stands between.
  private mutating func extend(to end: Int, shift: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var upper = new.upperBound
    if end > wordEnd {
      wordEnd = Self.endOfWord(at: end, in: bytes)
      upper = max(upper, Self.endOfWord(at: min(wordEnd + 1, bytes.count), in: bytes))
    }
    new = new.lowerBound..<upper
    old = old.lowerBound..<(upper - shift)
  }

  private static func endOfWord(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = offset
    while end < bytes.count, WordScan.isPart(bytes[end]) { end += 1 }
    return end
  }
}

/// One list of a survey, which is passed from its start to its end while its places move.
private struct PassedList<Found> {
  private let found: [Found]
  private var passed = 0
  private let start: (Found) -> Int
  private let moved: (Found, _ shift: Int) -> Found

  init(
    _ found: [Found], start: @escaping (Found) -> Int, moved: @escaping (Found, _ shift: Int) -> Found
  ) {
    (self.found, self.start, self.moved) = (found, start, moved)
  }

  /// Passes what begins before an offset; gives it as it stands after a shift.
  mutating func pass(before offset: Int, shift: Int) -> [Found] {
    skip(before: offset).map { moved($0, shift) }
  }

  /// Passes what begins before an offset; gives it as it stood.
  @discardableResult
  mutating func skip(before offset: Int) -> ArraySlice<Found> {
    let first = passed
    while passed < found.count, start(found[passed]) < offset { passed += 1 }
    return found[first..<passed]
  }
}

/// A survey on its way from one text to the next.
private struct SurveyUpdate {
  private(set) var survey = WordSurvey()
  private var torn: PassedList<(first: WordScan.Word, second: WordScan.Word)>
  private var clipped: PassedList<WordScan.Word>
  private var joined: PassedList<WordScan.Word>
  private var lookAlikes: PassedList<Range<Int>>
  /// How far what follows has moved.
  private var shift = 0

  init(of old: WordSurvey) {
    torn = PassedList(old.torn, start: { $0.second.range.lowerBound }) { pair, shift in
      (pair.first.shifted(by: shift), pair.second.shifted(by: shift))
    }
    clipped = PassedList(old.clipped, start: { $0.range.lowerBound }) { $0.shifted(by: $1) }
    joined = PassedList(old.joined, start: { $0.range.lowerBound }) { $0.shifted(by: $1) }
    lookAlikes = PassedList(old.lookAlikes, start: \.lowerBound) { ($0.lowerBound + $1)..<($0.upperBound + $1) }
  }

  /// Takes over what the old survey found up to an offset of the old text.
  mutating func keep(before offset: Int) {
    survey.torn += torn.pass(before: offset, shift: shift)
    survey.clipped += clipped.pass(before: offset, shift: shift)
    survey.joined += joined.pass(before: offset, shift: shift)
    survey.lookAlikes += lookAlikes.pass(before: offset, shift: shift)
  }

  /// Leaves out what the old survey found up to an offset; what follows has moved by `shift`.
  mutating func skip(before offset: Int, shift: Int) {
    torn.skip(before: offset)
    clipped.skip(before: offset)
    joined.skip(before: offset)
    lookAlikes.skip(before: offset)
    self.shift = shift
  }

  /// Surveys a stretch of the new text.
  mutating func read(
    _ stretch: ChangedStretch, in bytes: UnsafeBufferPointer<UInt8>, _ utf8: [UInt8], _ words: WordTable,
    _ seen: inout SeenWords
  ) {
    // The word before the stretch and its first one may be torn.
    var start = stretch.new.lowerBound
    if start > 0, !WordScan.isLetter(bytes[start - 1]) { start -= 1 }
    start = ChangedStretch.startOfWord(at: start, in: bytes)
    survey.read(start, noting: stretch.new, in: bytes, utf8, words, &seen)
  }
}

extension WordScan.Word {
  fileprivate func shifted(by shift: Int) -> WordScan.Word {
    WordScan.Word(range: (range.lowerBound + shift)..<(range.upperBound + shift), isFree: isFree)
  }
}
