/// What a language tag says besides the language.
enum LanguageTag {
  /// The region of a Chinese or English tag that tells more than the usual one: `HK` of `zh-HK`, `GB` of `en-GB`, `TW` of
  /// `zh-Hant-TW`; nil for `zh-CN`, `zh-TW` and `en-US`, which most programs write for the language as such.
  static func region(of tag: String) -> String? {
    if tag.utf8.count < 5 { return nil }
    let parts = tag.uppercased().split { $0 == "-" || $0 == "_" }.dropFirst()
    guard let region = parts.first(where: { isRegion(String($0)) }).map(String.init) else { return nil }
    let hasScript = parts.contains { $0 == "HANS" || $0 == "HANT" }
    return !hasScript && ["CN", "TW", "US"].contains(region) ? nil : region
  }

  /// Whether the text is a region as BCP 47 has it: two capitals or three digits.
  static func isRegion(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.count == 2 && bytes.allSatisfy { (0x41...0x5A).contains($0) }
      || bytes.count == 3 && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }
}
