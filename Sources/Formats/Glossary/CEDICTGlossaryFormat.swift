import Terminology
import TextCore

extension GlossaryFormat {
  /// CC-CEDICT: `傳統 传统 [chuan2 tong3] /tradition/traditional/`. Can only be read.
  public static let cedict = GlossaryFormat(
    id: "cedict", summary: "CC-CEDICT dictionary (import only)", fileExtensions: ["u8", "cedict"],
    reader: { file throws(InputError) in
      let text = try file.text()
      var ids = EntryIDs(path: file.path)
      var entries: [ConceptEntry] = []
      var line = 0
      for slice in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
        line += 1
        let slice = slice.last == 0x0D ? slice.dropLast() : slice
        if slice.isEmpty || slice.first == UInt8(ascii: "#") { continue }
        guard let record = CEDICTRecord(slice) else {
          throw file.error(.malformed("not of the form: 傳統 传统 [chuan2 tong3] /sense/sense/"), line: line)
        }
        if let entry = ids.identified(record.entry, prefix: "cedict-", line: line) { entries.append(entry) }
      }
      return entries
    })
}

/// One line of CC-CEDICT.
struct CEDICTRecord {
  let traditional: String
  let simplified: String
  /// Syllables with tone digits: `chuan2 tong3`.
  let reading: String
  let senses: [String]

  init?(_ line: some Collection<UInt8>) {
    let bytes = Array(line)
    guard let first = bytes.firstIndex(of: 0x20), let open = bytes.firstIndex(of: UInt8(ascii: "[")),
      let second = bytes[(first + 1)...].firstIndex(of: 0x20), second < open,
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "]")),
      let slash = bytes[close...].firstIndex(of: UInt8(ascii: "/"))
    else { return nil }
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self).trimmed }
    traditional = text(0..<first)
    simplified = text(first..<second)
    reading = text((open + 1)..<close)
    senses = bytes[slash...].split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self).trimmed }
      .filter { !$0.isEmpty }
    if traditional.isEmpty || simplified.isEmpty || reading.isEmpty || senses.isEmpty { return nil }
  }

  /// The concept: senses that can stand in a text become English terms, and all of them the definition.
  var entry: ConceptEntry {
    let pinyin = NumberedPinyin.marked(reading)
    let part = reading.utf8.first.map { (0x41...0x5A).contains($0) } ?? false ? "proper noun" : nil
    var terms = [Term(language: .simplifiedChinese, text: simplified, pinyin: pinyin, partOfSpeech: part)]
    if traditional != simplified {
      terms.append(Term(language: .traditionalChinese, text: traditional, pinyin: pinyin, partOfSpeech: part))
    }
    var seen: Set<String> = []
    for sense in senses {
      for english in Self.terms(in: sense) where seen.insert(english).inserted {
        let status: AdministrativeStatus = seen.count == 1 ? .preferred : .admitted
        terms.append(Term(language: .english, text: english, status: status, partOfSpeech: part))
      }
    }
    return ConceptEntry(id: "", terms: terms, definition: senses.joined(separator: " / "), source: "CC-CEDICT")
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
}

/// Pinyin with tone digits, as dictionaries and people type it.
enum NumberedPinyin {
  /// The reading with tone marks. Syllables are joined; a capital letter begins a new word, and an apostrophe goes
  /// before a syllable that begins with a vowel: `Xi1 an1` becomes `Xī'ān`, `nu:3 hai2` `nǚhái`, `lu:e4` `lüè`.
  static func marked(_ reading: String) -> String {
    var result = ""
    for syllable in reading.split(separator: " ") {
      let marked = Self.syllable(syllable)
      guard let first = marked.unicodeScalars.first else { continue }
      let isLetter = first.properties.isAlphabetic
      if !result.isEmpty {
        if !isLetter || first.properties.isUppercase {
          result += first == "," ? "" : " "
        } else if let last = result.unicodeScalars.last, !last.properties.isAlphabetic {
          result += " "
        } else if "aeoāáǎàēéěèōóǒò".unicodeScalars.contains(first) {
          result += "'"
        }
      }
      result += marked
    }
    return result
  }

  private static func syllable(_ text: Substring) -> String {
    var letters = String(text).replacing("u:", with: "ü").replacing("U:", with: "Ü")
    guard let digit = letters.utf8.last, (0x31...0x35).contains(digit), letters.utf8.count > 1 else { return letters }
    letters.removeLast()
    if digit == 0x35 { return letters == "xx" ? "xx5" : letters }
    let lowered = letters.lowercased()
    let scalars = Array(letters.unicodeScalars)
    guard let index = markIndex(in: Array(lowered.unicodeScalars)), index < scalars.count else {
      return letters + String(digit - 0x30)
    }
    guard let forms = forms[scalars[index]] else { return letters + String(digit - 0x30) }
    var result = String.UnicodeScalarView(scalars[..<index])
    result.append(Array(forms.unicodeScalars)[Int(digit) - 0x31])
    result.append(contentsOf: scalars[(index + 1)...])
    return String(result)
  }

  /// The mark stands on a or e, on the o of ou, else on the last vowel.
  private static func markIndex(in letters: [Unicode.Scalar]) -> Int? {
    if let strong = letters.firstIndex(where: { $0 == "a" || $0 == "e" }) { return strong }
    if let o = letters.firstIndex(of: "o"), o + 1 < letters.count, letters[o + 1] == "u" { return o }
    return letters.lastIndex { "iouü".unicodeScalars.contains($0) }
  }

  private static let forms: [Unicode.Scalar: String] = [
    "a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "ü": "ǖǘǚǜ",
    "A": "ĀÁǍÀ", "E": "ĒÉĚÈ", "I": "ĪÍǏÌ", "O": "ŌÓǑÒ", "U": "ŪÚǓÙ", "Ü": "ǕǗǙǛ",
  ]
}
