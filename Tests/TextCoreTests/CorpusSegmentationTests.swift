import Foundation
import TestSupport
import Testing
import TextCore

/// The sample corpus, whose sentences were marked by hand.
@Suite struct CorpusSegmentationTests {
  @Test(arguments: Language.allCases)
  func `the sentences of the sample corpus`(_ language: Language) throws {
    let name = language.rawValue
    var count = 0
    for kind in ["parallel", "reordered", "comparable", "events"] {
      let folder = TestFolders.inProject("corpus/\(kind)")
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      where path.hasSuffix(".sentences") && path.contains("/\(name)") {
        let article = String(path.dropLast(".sentences".count))
        let text = MappedText(try read(folder.appending(path: "\(article).txt")))
        let gold = try read(folder.appending(path: path)).split(separator: "\n").map { withoutSpace(String($0)) }
        let found = Segmenter(language: language).segments(of: text).map { withoutSpace(text.string(in: $0.span)) }
        #expect(found == gold, "\(article)")
        count += gold.count
      }
    }
    #expect(count > 1000)
  }

  private func read(_ url: URL) throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }

  private func withoutSpace(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}
