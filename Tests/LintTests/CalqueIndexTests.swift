import Lexicon
import Terminology
import TextCore
import Testing

@testable import Lint

struct CalqueIndexTests {
  private static let lexicon: BilingualLexicon = {
    let entries = [
      ("电", "electricity"), ("商", "commerce"), ("提供商", "provider"), ("服务商", "provider/vendor"), ("城", "city"),
      ("市", "market"),
    ].map { CEDICTLine(traditional: $0, simplified: $0, pinyin: "", senses: $1.split(separator: "/").map(String.init)) }
    return try! BilingualLexicon(store: ByteStore(copying: BilingualLexicon.compiled(from: entries)))
  }()

  private static let concepts = [("电商", "e-commerce"), ("城市", "city")].map { chinese, english in
    ConceptEntry(
      id: english,
      terms: [
        Term(language: .simplifiedChinese, text: chinese, status: .preferred),
        Term(language: .english, text: english, status: .preferred),
      ])
  }

  private func renderings(in text: String) -> [String] {
    let context = LintContext(
      concepts: Self.concepts, recognizer: TermRecognizer(Self.concepts), lexicon: Self.lexicon)
    let unit = LintUnit(target: LintText(MappedText(text), language: .english, repairer: nil))
    let document = LintDocument(path: "a.txt", units: [unit], isBilingual: false)
    return Linter(rules: [WordByWord()], context: context).findings(in: document).map(\.text)
  }

  @Test func `a last character means what it means at the end of longer words`() {
    #expect(renderings(in: "The electricity provider grew.") == ["electricity provider"])
    #expect(renderings(in: "The electricity commerce grew.") == ["electricity commerce"])
    // One word alone says nothing about its last character.
    #expect(renderings(in: "The electricity vendor grew.") == [])
    #expect(renderings(in: "The provider of electricity grew.") == [])
  }

  @Test func `compiled terms are opened by those who made them`() throws {
    let table = ConceptTable(Self.concepts)
    let bytes = CalqueIndex.compiled(from: table, Self.lexicon, identity: [1])
    let index = try CalqueIndex(store: ByteStore(copying: bytes), identity: [1])
    let stem = try #require(Self.lexicon.stemID(of: "electricity"))
    #expect(index.begins(with: stem) && !index.continues(with: stem))
    #expect(throws: LexiconError.stale) { try CalqueIndex(store: ByteStore(copying: bytes), identity: [2]) }
    #expect(throws: LexiconError.self) {
      try CalqueIndex(store: ByteStore(copying: Array(bytes.dropLast(9))), identity: [1])
    }
  }
}
