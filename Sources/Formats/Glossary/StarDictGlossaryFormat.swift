import Terminology
import TextCore

extension GlossaryFormat {
  /// A dictionary of StarDict, which GoldenDict, sdcv and many readers on phones open: `.ifo`, `.idx`, `.dict`, `.syn`.
  ///
  /// Each concept is an article under its headword in the source language; all its other terms lead there. Packed
  /// dictionaries (`.dict.dz`) are read too.
  public static let stardict = GlossaryFormat(
    id: "stardict", summary: "StarDict dictionary (.ifo, .idx, .dict, .syn)", fileExtensions: ["ifo"],
    companionExtensions: ["idx", "idx.gz", "dict", "dict.dz", "syn"],
    reader: { file throws(InputError) in try StarDictReader(file: file).entries() },
    optionsWriter: { entries, options in StarDictWriter.file(holding: entries, options: options) })
}

/// The article of a concept in plain text: a line for each group of terms, then what the concept is.
enum DictionaryArticle {
  static func text(of entry: ConceptEntry) -> String {
    var lines: [String] = []
    for language in TermLanguage.allCases {
      for status in AdministrativeStatus.allCases {
        let terms = entry.terms.filter { $0.language == language && $0.status == status }
        if terms.isEmpty { continue }
        let label = status == .preferred ? language.rawValue : "\(language.rawValue) (\(status.rawValue))"
        let words = terms.map { term in
          LineText.cleaned(term.text) + (term.pinyin.map { " [\(LineText.cleaned($0))]" } ?? "")
        }
        lines.append("\(label): " + CellList.values.joined(words))
      }
    }
    if let definition = entry.definition { lines.append("= " + LineText.cleaned(definition)) }
    if let note = entry.note { lines.append("※ " + LineText.cleaned(note)) }
    return lines.joined(separator: "\n")
  }

  /// The entry that an article of ours tells; nil for one of somebody else's.
  static func entry(from text: String) -> ConceptEntry? {
    var entry = ConceptEntry(id: "", terms: [])
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("= ") {
        entry.definition = String(line.dropFirst(2))
      } else if line.hasPrefix("※ ") {
        entry.note = String(line.dropFirst(2))
      } else {
        guard let colon = line.firstRange(of: ": ") else { return nil }
        let label = line[..<colon.lowerBound].split(separator: " ")
        guard let first = label.first, let language = TermLanguage(rawValue: String(first)) else { return nil }
        let name = label.count > 1 ? String(label[1].dropFirst().dropLast()) : AdministrativeStatus.preferred.rawValue
        guard let status = AdministrativeStatus(rawValue: name) else { return nil }
        for word in CellList.values.split(String(line[colon.upperBound...])) {
          entry.terms.append(term(word, language: language, status: status))
        }
      }
    }
    return entry.terms.isEmpty ? nil : entry
  }

  private static func term(_ word: String, language: TermLanguage, status: AdministrativeStatus) -> Term {
    guard language.isChinese, word.hasSuffix("]"), let open = word.ranges(of: " [").last else {
      return Term(language: language, text: word, status: status)
    }
    return Term(
      language: language, text: String(word[..<open.lowerBound]), status: status,
      pinyin: String(word[open.upperBound...].dropLast()))
  }
}

private enum StarDictWriter {
  /// A word of the index may have 255 bytes.
  private static let wordLimit = 255

  static func file(holding entries: [ConceptEntry], options: GlossaryWritingOptions) -> WrittenGlossary {
    var losses: [FormatLoss] = []
    var dictionary: [UInt8] = []
    var index: [(word: [UInt8], offset: Int, size: Int, others: [[UInt8]])] = []
    for entry in entries {
      let ordered = entry.terms(in: options.source) + entry.terms.filter { $0.language != options.source }
      var words: [[UInt8]] = []
      for term in ordered {
        let word = Array(LineText.cleaned(term.text).utf8)
        if word.count > wordLimit {
          losses.append(.init(conceptID: entry.id, .tooLong(field: "term", limit: "\(wordLimit) bytes")))
        } else if !word.isEmpty, !words.contains(word) {
          words.append(word)
        }
      }
      guard let first = words.first else {
        losses.append(.init(conceptID: entry.id, .entryWithout(options.source)))
        continue
      }
      let article = Array(DictionaryArticle.text(of: entry).utf8)
      index.append((first, dictionary.count, article.count, Array(words.dropFirst())))
      dictionary += article
      losses += EntryPart.losses(
        of: entry, keeping: [.definition, .note, .pinyin, .admittedTargets, .avoidedTerms, .otherLanguages],
        options: options)
    }
    let order = index.indices.sorted { precedes(index[$0].word, index[$1].word, $0, $1) }
    var words: [UInt8] = []
    var synonyms: [(word: [UInt8], place: Int)] = []
    for (place, number) in order.enumerated() {
      let item = index[number]
      words += item.word + [0] + bigEndian(item.offset) + bigEndian(item.size)
      synonyms += item.others.map { ($0, place) }
    }
    synonyms.sort { precedes($0.word, $1.word, $0.place, $1.place) }
    var synonymFile: [UInt8] = []
    for synonym in synonyms { synonymFile += synonym.word + [0] + bigEndian(synonym.place) }
    var info = "StarDict's dict ifo file\nversion=2.4.2\nbookname=\(LineText.cleaned(options.title))\n"
    info += "wordcount=\(index.count)\n"
    if !synonyms.isEmpty { info += "synwordcount=\(synonyms.count)\n" }
    info += "idxfilesize=\(words.count)\nsametypesequence=m\ndescription=Made with duizhao\n"
    var companions = [
      CompanionFile(fileExtension: "idx", bytes: words), CompanionFile(fileExtension: "dict", bytes: dictionary),
    ]
    if !synonyms.isEmpty { companions.append(CompanionFile(fileExtension: "syn", bytes: synonymFile)) }
    return WrittenGlossary(bytes: Array(info.utf8), companions: companions, losses: losses)
  }

  /// The order that StarDict searches by: ASCII letters without case first, then bytes.
  private static func precedes(_ one: [UInt8], _ other: [UInt8], _ place: Int, _ otherPlace: Int) -> Bool {
    let (folded, otherFolded) = (one.map(lowered), other.map(lowered))
    if folded != otherFolded { return folded.lexicographicallyPrecedes(otherFolded) }
    if one != other { return one.lexicographicallyPrecedes(other) }
    return place < otherPlace
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

private struct StarDictReader {
  let file: GlossaryFile

  func entries() throws(InputError) -> [ConceptEntry] {
    let info = try information()
    guard let index = try companion("idx", packed: "idx.gz"), let articles = try companion("dict", packed: "dict.dz")
    else {
      throw file.error(.malformed("the files .idx and .dict (or .dict.dz) must stand beside the .ifo file"))
    }
    if let size = info["idxfilesize"].flatMap({ Int($0) }), size != index.count {
      throw file.error(.malformed("the .idx file has \(index.count) bytes, the .ifo file says \(size); is it whole?"))
    }
    let width = info["idxoffsetbits"] == "64" ? 8 : 4
    var ids = EntryIDs(of: file)
    var entries: [ConceptEntry] = []
    let synonyms = try synonyms()
    var position = 0
    var count = 0
    // Several words may share an article, but not so often that a small file becomes a large glossary.
    var left = max(ZipArchive.limit, articles.count)
    while position < index.count {
      guard let end = index[position...].firstIndex(of: 0), end + width + 5 <= index.count, end - position <= 1024
      else {
        throw file.error(.malformed("the .idx file ends inside word \(count + 1)"))
      }
      let word = String(decoding: index[position..<end], as: UTF8.self)
      let offset = number(index, at: end + 1, width: width)
      let size = number(index, at: end + 1 + width, width: 4)
      guard offset >= 0, offset <= articles.count, size <= articles.count - offset else {
        throw file.error(.malformed("the article of “\(word)” lies beyond the end of the .dict file"))
      }
      left -= size
      guard left >= 0 else { throw file.error(.malformed("the words of the .idx file share their articles too often")) }
      let text = article(Array(articles[offset..<(offset + size)]), types: info["sametypesequence"])
      let entry = entry(word: word, synonyms: synonyms[count] ?? [], text: text)
      if let identified = ids.identified(entry) { entries.append(identified) }
      position = end + width + 5
      count += 1
    }
    if let wanted = info["wordcount"].flatMap({ Int($0) }), wanted != count {
      throw file.error(.malformed("the .idx file has \(count) words, the .ifo file says \(wanted)"))
    }
    return entries
  }

  /// The other headwords that lead to an article, by the number of its word.
  private func synonyms() throws(InputError) -> [Int: [String]] {
    let bytes = file.companions["syn"] ?? []
    var synonyms: [Int: [String]] = [:]
    var position = 0
    while position < bytes.count {
      guard let end = bytes[position...].firstIndex(of: 0), end + 5 <= bytes.count else {
        throw file.error(.malformed("the .syn file ends inside a word"))
      }
      let word = String(decoding: bytes[position..<end], as: UTF8.self)
      synonyms[number(bytes, at: end + 1, width: 4), default: []].append(word)
      position = end + 5
    }
    return synonyms
  }

  private func information() throws(InputError) -> [String: String] {
    let lines = String(decoding: try file.text(), as: UTF8.self).split(whereSeparator: \.isNewline)
    guard lines.first?.hasPrefix("StarDict's dict ifo file") ?? false else {
      throw file.error(.malformed("the first line must be “StarDict's dict ifo file”"), line: 1)
    }
    var info: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let equals = line.firstIndex(of: "=") else { continue }
      info[String(line[..<equals])] = String(line[line.index(after: equals)...]).trimmed
    }
    return info
  }

  private func companion(_ ending: String, packed: String) throws(InputError) -> [UInt8]? {
    if let bytes = file.companions[ending] { return bytes }
    guard let bytes = file.companions[packed] else { return nil }
    let name = file.path.lowercased().hasSuffix(".ifo") ? String(file.path.dropLast(4)) : file.path
    return try Gzip.unpacked(bytes, path: "\(name).\(packed)")
  }

  private func number(_ bytes: [UInt8], at start: Int, width: Int) -> Int {
    let value = bytes[start..<(start + width)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(clamping: value)
  }

  /// The parts of an article that are text.
  private func article(_ bytes: [UInt8], types: String?) -> String {
    if let types, types.utf8.count == 1 {
      let type = types.utf8.first!
      return "mltgxhyk".utf8.contains(type) ? plain(bytes[...], type: type) : ""
    }
    var parts: [String] = []
    var rest = bytes[...]
    var sequence = Array((types ?? "").utf8)[...]
    while !rest.isEmpty {
      guard let type = types == nil ? rest.popFirst() : sequence.popFirst() else { break }
      if type &- 0x41 < 26 {
        // A capital: a picture or sound behind its size.
        guard rest.count >= 4 else { break }
        let size = number(Array(rest.prefix(4)), at: 0, width: 4)
        rest = rest.dropFirst(4).dropFirst(size)
      } else {
        let end = rest.firstIndex(of: 0) ?? rest.endIndex
        if "mltgxhyk".utf8.contains(type) { parts.append(plain(rest[..<end], type: type)) }
        rest = rest[end...].dropFirst()
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Text without the tags of the marked-up kinds.
  private func plain(_ bytes: ArraySlice<UInt8>, type: UInt8) -> String {
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    return "gxhk".utf8.contains(type) ? MarkupText.plain(text) : text
  }

  /// An article of ours, or one of another dictionary: its headword with the lines that can be translations.
  private func entry(word: String, synonyms: [String], text: String) -> ConceptEntry {
    if let entry = DictionaryArticle.entry(from: text) { return entry }
    let isChinese = word.unicodeScalars.contains { $0.value.isHan }
    var terms = [Term(language: TermLanguage(ofText: word), text: word)]
    var seen: Set = [word]
    var languages: Set = [terms[0].language]
    for synonym in synonyms where seen.insert(synonym).inserted {
      let language = TermLanguage(ofText: synonym)
      let status: AdministrativeStatus = languages.insert(language).inserted ? .preferred : .admitted
      terms.append(Term(language: language, text: synonym, status: status))
    }
    let targetLimit = terms.count + 8
    for piece in text.unicodeScalars.split(whereSeparator: { "\n;；,，/".unicodeScalars.contains($0) }) {
      let candidate = String(piece).trimmed
      let hasHan = candidate.unicodeScalars.contains { $0.value.isHan }
      guard !candidate.isEmpty, candidate.utf8.count <= 60, hasHan != isChinese, terms.count < targetLimit else {
        continue
      }
      let target = TermLanguage(ofText: candidate)
      let status: AdministrativeStatus = terms.contains { $0.language == target } ? .admitted : .preferred
      terms.append(Term(language: target, text: candidate, status: status))
    }
    return ConceptEntry(id: "", terms: terms, definition: text.nonEmpty)
  }
}

/// Text with tags, as dictionaries have it.
enum MarkupText {
  /// The text without tags, the five entities of XML resolved; `<br>` and the ends of blocks become line ends.
  ///
  /// A `<` that begins no tag, as in `a < b`, is a character like any other.
  static func plain(_ text: String) -> String {
    let utf8 = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var index = 0
    while index < utf8.count {
      guard utf8[index] == 0x3C, let end = endOfTag(at: index, in: utf8) else {
        result.append(utf8[index])
        index += 1
        continue
      }
      let name = String(decoding: utf8[(index + 1)..<end], as: UTF8.self).lowercased()
      if ["br", "br/", "br /", "/p", "/div", "/li", "/tr"].contains(name) { result.append(0x0A) }
      index = end + 1
    }
    return String(decoding: result, as: UTF8.self).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&apos;", with: "'").replacing("&nbsp;", with: " ")
      .replacing("&amp;", with: "&").trimmed
  }

  /// The `>` of the tag that begins at an index; nil for a `<` that begins none, or whose tag another one interrupts.
  private static func endOfTag(at start: Int, in utf8: [UInt8]) -> Int? {
    guard start + 1 < utf8.count else { return nil }
    let first = utf8[start + 1]
    let isMark = first == UInt8(ascii: "/") || first == UInt8(ascii: "!") || first == UInt8(ascii: "?")
    guard Bytes.isLetter(first) || isMark else { return nil }
    var end = start + 1
    while end < utf8.count, utf8[end] != 0x3C {
      if utf8[end] == 0x3E { return end }
      end += 1
    }
    return nil
  }
}
