import Terminology

/// The glossary of a translation service: pairs in a table, within limits that are checked before anything is sent.
///
/// What must be left out is reported with its reason.
struct ServiceGlossary {
  /// The most UTF-8 bytes of a term.
  var termLimit = 1024
  /// The most bytes of the file.
  var fileLimit: Int
  var delimiter: UInt8
  /// Whether cells are quoted where they must be; else the delimiter is a control character, which no term keeps.
  var hasQuotes = true
  /// The names of the two columns.
  var header: [String]?
  /// Whether each side is looked up, so that no translation may stand twice either.
  var isTwoWay = false

  /// The file in the direction of the options.
  func file(holding entries: [ConceptEntry], options: GlossaryWritingOptions) -> WrittenGlossary {
    var losses: [FormatLoss] = []
    let pairs = TermPair.all(of: entries, options: options, losses: &losses)
    var bytes: [UInt8] = []
    if let header { DelimitedText.append(header, delimiter: delimiter, to: &bytes) }
    var sources: [String: String] = [:]
    var targets: Set<String> = []
    var written: Set<ConceptEntry.ID> = []
    for pair in pairs {
      guard let source = term(pair.source, of: pair, "source", losses: &losses),
        let target = term(pair.target, of: pair, "target", losses: &losses)
      else { continue }
      if let other = sources[source] {
        if other != target { losses.append(.init(conceptID: pair.entry.id, .repeatedSource(source))) }
        continue
      }
      if isTwoWay, targets.contains(target) {
        losses.append(.init(conceptID: pair.entry.id, .repeatedSource(target)))
        continue
      }
      var row: [UInt8] = []
      if hasQuotes {
        DelimitedText.append([source, target], delimiter: delimiter, to: &row)
      } else {
        row = Array(source.utf8) + [delimiter] + Array(target.utf8) + [0x0A]
      }
      if bytes.count + row.count > fileLimit {
        losses.append(.init(conceptID: pair.entry.id, .beyondSize(limit: "\(fileLimit) bytes")))
        continue
      }
      sources[source] = target
      targets.insert(target)
      bytes += row
      if written.insert(pair.entry.id).inserted {
        losses += EntryPart.losses(of: pair.entry, keeping: [], options: options)
      }
    }
    return WrittenGlossary(bytes: bytes, losses: losses)
  }

  private func term(
    _ term: Term, of pair: TermPair, _ side: String, losses: inout [FormatLoss]
  ) -> String? {
    let text = LineText.cleaned(term.text)
    if text != term.text { losses.append(.init(conceptID: pair.entry.id, .spaceChanged(field: "\(side) term"))) }
    if text.isEmpty { return nil }
    if text.utf8.count > termLimit {
      losses.append(.init(conceptID: pair.entry.id, .tooLong(field: "\(side) term", limit: "\(termLimit) bytes")))
      return nil
    }
    return text
  }

  /// How the services call a language.
  static func tag(_ language: TermLanguage) -> String {
    switch language {
    case .simplifiedChinese: "zh-CN"
    case .traditionalChinese: "zh-TW"
    case .english: "en"
    }
  }
}
