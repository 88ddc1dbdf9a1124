import Lexicon
import Names
import Terminology
import TextCore

extension GlossaryFormat {
  /// CC-CEDICT: `傳統 传统 [chuan2 tong3] /tradition/traditional/`.
  ///
  /// Written with a line for each Chinese word in both scripts; where an entry has no Traditional form of a word, the
  /// Simplified one stands twice.
  public static let cedict = GlossaryFormat(
    id: "cedict", summary: "CC-CEDICT dictionary", fileExtensions: ["u8", "cedict"],
    reader: { file throws(InputError) in
      let text = try file.text()
      var ids = EntryIDs(of: file)
      var entries: [ConceptEntry] = []
      var number = 0
      for slice in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
        number += 1
        let line = slice.last == 0x0D ? slice.dropLast() : slice
        if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
        let record: CEDICTLine
        do { record = try CEDICTLine(line: line, number: number) } catch {
          throw file.error(.malformed("not of the form: 傳統 传统 [chuan2 tong3] /sense/sense/"), line: number)
        }
        let entry = CEDICTEntry.entry(of: record)
        if let identified = ids.identified(entry, prefix: "cedict-", line: number) { entries.append(identified) }
      }
      return entries
    },
    optionsWriter: { entries, options in CEDICTWriter.file(holding: entries, options: options) })
}

private enum CEDICTWriter {
  static func file(holding entries: [ConceptEntry], options: GlossaryWritingOptions) -> WrittenGlossary {
    var losses: [FormatLoss] = []
    var lines: [String] = []
    for entry in entries {
      let senses = entry.terms(in: .english).filter(\.isUsable)
      if senses.isEmpty {
        losses.append(.init(conceptID: entry.id, .entryWithout(.english)))
        continue
      }
      let simplified = usable(.simplifiedChinese, of: entry)
      let traditional = usable(.traditionalChinese, of: entry)
      if simplified.isEmpty, traditional.isEmpty {
        losses.append(.init(conceptID: entry.id, .entryWithout(.simplifiedChinese)))
        continue
      }
      if senses.contains(where: { $0.text.contains(byte: UInt8(ascii: "/")) }) {
        losses.append(.init(conceptID: entry.id, .signsReplaced(field: "terms")))
      }
      let glosses = senses.map { LineText.cleaned($0.text).replacing("/", with: "／") }.joined(separator: "/")
      for headword in headwords(simplified, traditional) {
        let words = [headword.traditional, headword.simplified].map(word)
        let reading = headword.pinyin.flatMap { Pinyin.numbered(fromMarked: $0) }
        // The dictionary's own sign for a reading that is not known.
        let pinyin =
          reading?.replacing("ü", with: "u:") ?? words[1].unicodeScalars.map { _ in "xx5" }.joined(separator: " ")
        lines.append("\(words[0]) \(words[1]) [\(pinyin)] /\(glosses)/")
        if words != [headword.traditional, headword.simplified] {
          losses.append(.init(conceptID: entry.id, .spaceChanged(field: "headword")))
        }
      }
      losses += EntryPart.losses(
        of: entry, keeping: [.pinyin, .admittedTargets, .otherLanguages], options: options)
    }
    let head = "# \(LineText.cleaned(options.title))\n#! version=1\n#! subversion=0\n#! format=ts\n#! charset=UTF-8\n"
    let body = lines.map { $0 + "\n" }.joined()
    return WrittenGlossary(bytes: Array((head + "#! entries=\(lines.count)\n" + body).utf8), losses: losses)
  }

  /// The Chinese words of an entry in both scripts: a Traditional term goes with the Simplified one that is the same
  /// word, or with its own Simplified form.
  private static func headwords(
    _ simplified: [Term], _ traditional: [Term]
  ) -> [(traditional: String, simplified: String, pinyin: String?)] {
    var rest = traditional.map { (term: $0, folded: Folding.simplified($0.text)) }
    var result: [(traditional: String, simplified: String, pinyin: String?)] = []
    for simple in simplified {
      let place = rest.firstIndex { $0.folded == simple.text }
      let full = place.map { rest.remove(at: $0).term }
      result.append((full?.text ?? simple.text, simple.text, simple.pinyin ?? full?.pinyin))
    }
    return result + rest.map { ($0.term.text, $0.folded, $0.term.pinyin) }
  }

  private static func usable(_ language: TermLanguage, of entry: ConceptEntry) -> [Term] {
    entry.terms(in: language).filter(\.isUsable)
  }

  /// A headword has no spaces and none of the marks of the format.
  private static func word(_ text: String) -> String {
    LineText.cleaned(text).replacing(" ", with: "_").replacing("[", with: "［").replacing("]", with: "］")
      .replacing("/", with: "／")
  }
}

/// A line of CC-CEDICT as a concept: senses that can stand in a text become English terms, and all of them the
/// definition.
enum CEDICTEntry {
  static func entry(of line: CEDICTLine) -> ConceptEntry {
    let pinyin = joinedPinyin(line.pinyin)
    let part = line.isName ? "proper noun" : nil
    var terms = [Term(language: .simplifiedChinese, text: line.simplified, pinyin: pinyin, partOfSpeech: part)]
    if line.traditional != line.simplified {
      terms.append(Term(language: .traditionalChinese, text: line.traditional, pinyin: pinyin, partOfSpeech: part))
    }
    var seen: Set<String> = []
    for sense in line.senses {
      for english in Self.terms(in: sense) where seen.insert(english).inserted {
        let status: AdministrativeStatus = seen.count == 1 ? .preferred : .admitted
        terms.append(Term(language: .english, text: english, status: status, partOfSpeech: part))
      }
    }
    return ConceptEntry(id: "", terms: terms, definition: line.senses.joined(separator: " / "), source: "CC-CEDICT")
  }

  /// The English terms in a sense: what is left between semicolons without remarks in brackets, unless it explains
  /// rather than names.
  private static func terms(in sense: String) -> [String] {
    if explanations.contains(where: sense.hasPrefix) || sense.utf8.contains(UInt8(ascii: "[")) { return [] }
    return withoutBrackets(sense).split(separator: ";").map { String($0).trimmed }
      .filter { term in
        !term.isEmpty && term.utf8.count <= 80 && !term.unicodeScalars.contains { $0.value.isHan }
          && term.utf8.split(separator: 0x20).count <= 7
      }
  }

  private static let explanations = [
    "CL:", "variant of", "old variant", "erhua variant", "Japanese variant", "archaic variant", "see ", "see also",
    "also written", "also pr.", "abbr. for", "abbr. of", "used in", "same as", "(archaic) variant", "erroneous variant",
    "Taiwan pr.", "to be ", "lit. ", "fig. ", "idiom", "equivalent of", "euphemism for", "contraction of",
    "unofficial variant",
  ]

  private static func withoutBrackets(_ text: String) -> String {
    var result: [UInt8] = []
    var depth = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth = max(0, depth - 1)
      case 0x20 where depth == 0 && result.last == 0x20: break
      default: if depth == 0 { result.append(byte) }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Numbered syllables as marked words: a capital letter begins a new word, and an apostrophe goes before a syllable
  /// that begins with a vowel: `Xi1 an1` becomes `Xī'ān`, `nu:3 hai2` `nǚhái`.
  static func joinedPinyin(_ numbered: String) -> String {
    var result = ""
    for token in numbered.split(separator: " ") {
      let marked = Pinyin.marked(fromNumbered: token == "r5" ? "r" : String(token))
      guard let first = marked.unicodeScalars.first else { continue }
      if let last = result.unicodeScalars.last {
        if first == "," {
          // A comma follows the word before it.
        } else if !first.properties.isAlphabetic || first.properties.isUppercase || !last.properties.isAlphabetic {
          result += " "
        } else if "aeoāáǎàēéěèōóǒò".unicodeScalars.contains(first) {
          result += "'"
        }
      }
      result += marked
    }
    return result
  }
}
