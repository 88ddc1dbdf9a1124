import TextCore

/// Pairs files by their names: what is left of them when the marks of a language are taken out is the same.
///
/// `zh/2020/a.txt` and `en/2020/a.md`, `a.zh.txt` and `a.en.txt`, `a_zh-CN.txt` and `a_EN.txt`, `x/zh.txt` and `x/en.txt`.
struct NamePairing {
  /// Names that say a language, in lower case.
  private static let chineseMarks: Set<String> = [
    "zh", "zho", "chi", "cn", "chs", "cht", "zh-cn", "zh-tw", "zh-hk", "zh-hans", "zh-hant", "zh_cn", "zh_tw", "zh_hk",
    "zh_hans", "zh_hant", "chinese", "中文", "汉语", "中",
  ]
  private static let englishMarks: Set<String> = [
    "en", "eng", "en-us", "en-gb", "en_us", "en_gb", "english", "英文", "英语", "英",
  ]

  /// What a name says.
  struct Key: Hashable {
    /// The name without its ending and without marks of language, in lower case.
    var name: String
    /// The language that a mark says.
    var language: Language?
  }

  /// What the name of a file says, given its path within its folder.
  static func key(of name: String) -> Key {
    var parts = name.lowercased().split(separator: "/").map(String.init)
    var key = Key(name: "")
    let file = parts.popLast() ?? ""
    var folders: [String] = []
    for part in parts {
      if let language = language(of: part) { key.language = language } else { folders.append(part) }
    }
    let (stem, language) = unmarked(withoutEnding(file))
    key.language = language ?? key.language
    key.name = (folders + [stem]).joined(separator: "/")
    return key
  }

  /// The pairs among the files of two folders, or of one that holds both sides.
  static func pairs(_ first: [FolderListing.File], _ second: [FolderListing.File], isOneFolder: Bool) -> DocumentPairs {
    var groups: [String: Sides] = [:]
    for file in first {
      let key = key(of: file.name)
      // In one folder the mark says the side; a file without mark has none.
      if isOneFolder, key.language == .english {
        groups[key.name, default: ([], [])].second.append(file)
      } else {
        groups[key.name, default: ([], [])].first.append(file)
      }
    }
    if !isOneFolder { for file in second { groups[key(of: file.name).name, default: ([], [])].second.append(file) } }
    var result = DocumentPairs()
    for (name, files) in sorted(groups) {
      if files.first.count <= 1, files.second.count <= 1 {
        add(files, named: name, to: &result)
        continue
      }
      // Several of one name are told apart by their endings: `zh.txt` goes with `en.txt`, `zh.md` with `en.md`.
      var byEnding: [String: Sides] = [:]
      for file in files.first { byEnding[ending(of: file.name), default: ([], [])].first.append(file) }
      for file in files.second { byEnding[ending(of: file.name), default: ([], [])].second.append(file) }
      for (_, files) in sorted(byEnding) { add(files, named: name, to: &result) }
    }
    return result
  }

  /// The files of one name, on both sides.
  private typealias Sides = (first: [FolderListing.File], second: [FolderListing.File])

  private static func sorted(_ groups: [String: Sides]) -> [(key: String, value: Sides)] {
    groups.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
  }

  private static func add(_ files: Sides, named name: String, to result: inout DocumentPairs) {
    if let problem = doubled(files.first, name) ?? doubled(files.second, name) {
      result.problems.append(problem)
    } else if let one = files.first.first, let other = files.second.first {
      result.pairs.append(DocumentPair(one.path, other.path))
    } else {
      result.single += (files.first + files.second).map(\.path)
    }
  }

  private static func doubled(_ files: [FolderListing.File], _ name: String) -> InputError? {
    guard files.count > 1 else { return nil }
    let others = files.dropFirst().map(\.path).joined(separator: ", ")
    return InputError(
      path: files[0].path, .malformed("goes by the same name as \(others) (“\(name)”); none of them is paired"))
  }

  private static func language(of part: String) -> Language? {
    chineseMarks.contains(part) ? .chinese : englishMarks.contains(part) ? .english : nil
  }

  private static func ending(of name: String) -> String {
    let file = name.lowercased().split(separator: "/").last.map(String.init) ?? ""
    return String(file.dropFirst(withoutEnding(file).count))
  }

  private static func withoutEnding(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    // `article.zh` ends with its language, not with a format.
    return language(of: String(name[name.index(after: dot)...])) == nil ? String(name[..<dot]) : name
  }

  /// A name without the mark of a language at its end or beginning, and that language.
  private static func unmarked(_ stem: String) -> (String, Language?) {
    if let language = language(of: stem) { return ("", language) }
    let separators: Set<Character> = [".", "_", "-", " "]
    // The longest mark first: `a-zh-cn` ends with `zh-cn`, not with `cn`.
    for index in stem.indices where separators.contains(stem[index]) {
      if let language = language(of: String(stem[stem.index(after: index)...])) {
        return (String(stem[..<index]), language)
      }
    }
    for index in stem.indices.reversed() where separators.contains(stem[index]) {
      if let language = language(of: String(stem[..<index])) {
        return (String(stem[stem.index(after: index)...]), language)
      }
    }
    return (stem, nil)
  }
}
