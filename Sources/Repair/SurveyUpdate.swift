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
    while start > limit, isPart(bytes[start - 1]) { start -= 1 }
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
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    return end
  }

  private static func isPart(_ byte: UInt8) -> Bool { WordScan.isLetter(byte) || byte &- 0x30 < 10 }
}

/// A survey on its way from one text to the next.
private struct SurveyUpdate {
  private(set) var survey = WordSurvey()
  private let old: WordSurvey
  /// How many of the old survey's words have been passed, and how far they have moved.
  private var torn = 0
  private var clipped = 0
  private var joined = 0
  private var lookAlikes = 0
  private var shift = 0

  init(of old: WordSurvey) { self.old = old }

  /// Takes over what the old survey found up to an offset of the old text.
  mutating func keep(before offset: Int) {
    while torn < old.torn.count, case let pair = old.torn[torn], pair.second.range.lowerBound < offset {
      survey.torn.append((pair.first.shifted(by: shift), pair.second.shifted(by: shift)))
      torn += 1
    }
    while clipped < old.clipped.count, old.clipped[clipped].range.lowerBound < offset {
      survey.clipped.append(old.clipped[clipped].shifted(by: shift))
      clipped += 1
    }
    while joined < old.joined.count, old.joined[joined].range.lowerBound < offset {
      survey.joined.append(old.joined[joined].shifted(by: shift))
      joined += 1
    }
    while lookAlikes < old.lookAlikes.count, case let token = old.lookAlikes[lookAlikes], token.lowerBound < offset {
      survey.lookAlikes.append((token.lowerBound + shift)..<(token.upperBound + shift))
      lookAlikes += 1
    }
  }

  /// Leaves out what the old survey found up to an offset; what follows has moved by `shift`.
  mutating func skip(before offset: Int, shift: Int) {
    while torn < old.torn.count, old.torn[torn].second.range.lowerBound < offset { torn += 1 }
    while clipped < old.clipped.count, old.clipped[clipped].range.lowerBound < offset { clipped += 1 }
    while joined < old.joined.count, old.joined[joined].range.lowerBound < offset { joined += 1 }
    while lookAlikes < old.lookAlikes.count, old.lookAlikes[lookAlikes].lowerBound < offset { lookAlikes += 1 }
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
