import Foundation
import GlossaryStore
import Terminology

/// A folder that goes away with the value.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "duizhao-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String { url.appending(path: name).path }
}

/// A concept in short: `entry("c1", "淘宝村", "Taobao Village", pinyin: "Táobǎo cūn")`.
func entry(
  _ id: String, _ chinese: String, _ english: String, pinyin: String? = nil, definition: String? = nil,
  admitted: [String] = [], deprecated: [String] = [], traditional: String? = nil
) -> ConceptEntry {
  var terms = [Term(language: .simplifiedChinese, text: chinese, pinyin: pinyin)]
  if let traditional { terms.append(Term(language: .traditionalChinese, text: traditional)) }
  terms.append(Term(language: .english, text: english))
  terms += admitted.map { Term(language: .english, text: $0, status: .admitted) }
  terms += deprecated.map { Term(language: .english, text: $0, status: .deprecated) }
  return ConceptEntry(id: id, terms: terms, definition: definition)
}
