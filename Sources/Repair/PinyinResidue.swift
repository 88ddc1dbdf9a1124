import TextCore

/// Readings in parentheses that a page got when it was turned into Traditional characters: `戰(zhàn)略協(xié)議`.
///
/// Each such page has a fixed table of characters, all of them made by that step (outside GB 2312), and annotates every
/// occurrence with one and the same reading. So the table is learned from the page, and nothing is done where people
/// explain how to read: they annotate once, in stretches, and characters of every kind.
struct PinyinResidue: DamageMechanism {
  var signs: DamageSigns { .annotation }

  func edits(in damaged: DamagedText, context: inout RepairContext) -> [RepairEdit] {
    let text = damaged.scalars
    let all = PinyinAnnotation.all(in: text)
    var found = all.filter { isBelievable($0, context) }
    if found.isEmpty { return [] }
    var page = Page(of: found, in: text)
    if page.explainsReadings { return [] }
    let isKnownPage = !context.annotated.isEmpty
    var table = page.table(atLeast: isKnownPage ? 0.5 : 0.8)
    let isLearned = table.count >= 4 && !page.isContinuous || isKnownPage
    if isLearned {  // on such a page any syllable counts: readings without a tone mark, and those that no table has
      found = all.filter(\.base.isHan)
      page = Page(of: found, in: text)
      table = page.table(atLeast: isKnownPage ? 0.5 : 0.8)
    } else {
      table = sparseTable(page, table, in: text, context)
    }
    context.annotated.merge(table) { known, _ in known }
    let accepted = context.annotated
    return found.filter { accepted[$0.base] == $0.syllable }.map {
      edit(for: $0, characters: table.count, isLearned: isLearned, in: text, context)
    }
  }

  /// Whether the syllable may be a reading of the character: with a tone mark, or a reading that has none.
  private func isBelievable(_ annotation: PinyinAnnotation, _ context: RepairContext) -> Bool {
    guard annotation.base.isHan else { return false }
    if let readings = context.readings?(annotation.base), !readings.isEmpty {
      return readings.contains(annotation.syllable)
    }
    return annotation.isToned || context.annotated[annotation.base] == annotation.syllable
  }

  /// The characters of a page too short to show a table.
  ///
  /// Nobody explains how to read a common character that has one reading; of characters with several there must be
  /// two or more.
  private func sparseTable(
    _ page: Page, _ table: [UInt32: String], in text: ScalarText, _ context: RepairContext
  ) -> [UInt32: String] {
    let quoted = page.quoted(in: text)
    let common = table.filter { character, _ in
      Folding.simplified(character) != character && CommonCharacters.contains(character) && !quoted.contains(character)
    }
    if common.count >= 2 { return common }
    return common.filter { character, _ in context.readings?(character).count == 1 }
  }

  private func edit(
    for annotation: PinyinAnnotation, characters: Int, isLearned: Bool, in text: ScalarText, _ context: RepairContext
  ) -> RepairEdit {
    let character = String(scalars: [annotation.base])
    let isChecked = context.readings?(annotation.base).isEmpty == false
    let evidence =
      isLearned
      ? "every 「\(character)」 of this text carries it, as \(characters) characters carry theirs"
      : "a converter leaves such readings behind characters that it changed"
    return RepairEdit(
      span: text.span(annotation.start..<annotation.end), replacement: "", kind: .pinyinResidue,
      confidence: (isLearned ? 0.98 : 0.85) - (isChecked ? 0 : 0.08),
      reason: "inserted reading of 「\(character)」: \(evidence)"
        + (isChecked ? "" : " (not checked against a table of readings)"))
  }
}

/// What the annotations of a text show together.
private struct Page {
  private let annotations: [PinyinAnnotation]
  private var counts: [UInt32: [String: Int]] = [:]
  private var occurrences: [UInt32: Int] = [:]
  private var ofGB2312 = 0

  init(of annotations: [PinyinAnnotation], in text: ScalarText) {
    self.annotations = annotations
    for annotation in annotations {
      counts[annotation.base, default: [:]][annotation.syllable, default: 0] += 1
      if GBKCode.isGB2312(annotation.base) { ofGB2312 += 1 }
    }
    for scalar in text.values where scalar >= 0x3400 && counts[scalar] != nil { occurrences[scalar, default: 0] += 1 }
  }

  /// Whether people wrote the readings: characters that no converter touched carry them too.
  var explainsReadings: Bool { ofGB2312 * 5 > annotations.count }

  /// Whether nearly every annotation follows the next: a text with readings for learners.
  var isContinuous: Bool {
    let adjacent = zip(annotations, annotations.dropFirst()).count { $1.start == $0.end + 1 }
    return adjacent * 5 > annotations.count * 3
  }

  /// The characters outside GB 2312 with one reading, carried by at least this share of their occurrences.
  func table(atLeast share: Double) -> [UInt32: String] {
    var result: [UInt32: String] = [:]
    for (character, readings) in counts where readings.count == 1 && !GBKCode.isGB2312(character) {
      guard let (syllable, count) = readings.first else { continue }
      if Double(count) >= share * Double(occurrences[character] ?? count) { result[character] = syllable }
    }
    return result
  }

  /// The characters that stand in quotation marks with their reading: `「會(huì)」`.
  func quoted(in text: ScalarText) -> Set<UInt32> {
    Set(
      annotations.lazy.filter {
        Self.openers.contains(text[$0.start - 2]) && Self.closers.contains(text[$0.end])
      }.map(\.base))
  }

  private static let openers = HanSet("“‘「『《\"'".unicodeScalars.map(\.value))
  private static let closers = HanSet("”’」』》\"'".unicodeScalars.map(\.value))
}
