import Terminology

/// A term and its translation: all that most programs' glossaries hold.
struct TermPair: Hashable {
  let entry: ConceptEntry
  let source: Term
  let target: Term

  /// The pairs of the entries in the direction of the options: every term that may be used in the source language, each
  /// with the preferred term of the target language.
  ///
  /// An entry that lacks a language is a loss.
  static func all(
    of entries: [ConceptEntry], options: GlossaryWritingOptions, losses: inout [FormatLoss]
  ) -> [TermPair] {
    var pairs: [TermPair] = []
    for entry in entries {
      let sources = entry.terms(in: options.source).filter(\.isUsable)
      if sources.isEmpty { losses.append(.init(conceptID: entry.id, .entryWithout(options.source))) }
      guard let target = entry.preferredTerm(in: options.target) else {
        losses.append(.init(conceptID: entry.id, .entryWithout(options.target)))
        continue
      }
      pairs += sources.map { TermPair(entry: entry, source: $0, target: target) }
    }
    return pairs
  }
}

/// The parts of an entry, by the names they have in the plain table: to say what a format leaves out.
enum EntryPart: String, CaseIterable {
  case id, subjectField = "subject_field", type, definition, definitionSource = "definition_source", note, source
  case languageDefinitions = "definitions per language", doNotTranslate = "do_not_translate", review, customer, project
  case relations, references, extra = "further fields"
  case pinyin, partOfSpeech = "pos", region, termType = "type of terms", gender, rules = "rules of matching"
  case termNote = "notes of terms", termSource = "sources of terms", contexts, termExtra = "further fields of terms"
  case admittedTargets = "admitted translations", avoidedTerms = "deprecated, superseded and forbidden terms"
  case otherLanguages = "terms in other languages"

  /// The losses of an entry in a format that keeps only some parts.
  static func losses(
    of entry: ConceptEntry, keeping kept: Set<EntryPart>, options: GlossaryWritingOptions
  ) -> [FormatLoss] {
    allCases.filter { !kept.contains($0) && $0.isPresent(in: entry, options: options) }
      .map { FormatLoss(conceptID: entry.id, .dropped(field: $0.rawValue)) }
  }

  private func isPresent(in entry: ConceptEntry, options: GlossaryWritingOptions) -> Bool {
    switch self {
    case .id: !entry.id.isEmpty
    case .subjectField: entry.subjectField != nil
    case .type: entry.type != nil
    case .definition: entry.definition != nil
    case .definitionSource: entry.definitionSource != nil
    case .note: entry.note != nil
    case .source: entry.source != nil
    case .languageDefinitions: !entry.languageDefinitions.isEmpty
    case .doNotTranslate: entry.doNotTranslate
    case .review: entry.review != .approved
    case .customer: entry.customer != nil
    case .project: entry.project != nil
    case .relations: !entry.relations.isEmpty
    case .references: !entry.references.isEmpty
    case .extra: !entry.extra.isEmpty
    case .pinyin: entry.terms.contains { $0.pinyin != nil }
    case .partOfSpeech: entry.terms.contains { $0.partOfSpeech != nil }
    case .region: entry.terms.contains { $0.region != nil }
    case .termType: entry.terms.contains { $0.type != nil }
    case .gender: entry.terms.contains { $0.gender != nil }
    case .rules: entry.terms.contains { $0.caseRule != .smart || $0.matchRule != .inflected }
    case .termNote: entry.terms.contains { $0.note != nil }
    case .termSource: entry.terms.contains { $0.source != nil }
    case .contexts: entry.terms.contains { !$0.contexts.isEmpty }
    case .termExtra: entry.terms.contains { !$0.extra.isEmpty }
    case .admittedTargets:
      entry.terms(in: options.target).count(where: \.isUsable) > 1
    case .avoidedTerms: entry.terms.contains { !$0.isUsable }
    case .otherLanguages:
      entry.terms.contains { $0.language != options.source && $0.language != options.target }
    }
  }
}

/// Text that fits a line of a simple format.
enum LineText {
  /// The text with every control character and line end made a space, and no space at its ends.
  ///
  /// Controls are C0, C1, and the line and paragraph separators of Unicode; byte order marks go.
  static func cleaned(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFEFF: break
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
        if result.unicodeScalars.last != " " { result += " " }
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.trimmed
  }
}
