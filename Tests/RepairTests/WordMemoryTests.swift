import Repair
import Testing
import TextCore

@Suite struct WordMemoryTests {
  private static let words: Set<String> = [
    "the", "office", "efficient", "of", "find", "final", "and", "people", "work", "fine", "in", "a", "busy", "street",
  ]

  @Test func `what was seen in other texts changes nothing`() {
    let repairer = TextRepairer(isEnglishWord: { Self.words.contains($0.lowercased()) })
    let memory = WordMemory()
    let texts = [
      "The o ffice of the people", "The offi ce and the eﬃcient work", "nd the fnal work", "inthebusy street",
      "W0rk in the busy street", "People find the office", "The o ffice of the people", "nd nd fnal efcient",
    ]
    for text in texts + texts.reversed() {
      let view = MappedText(text)
      #expect(repairer.edits(in: view, with: memory) == repairer.edits(in: view), "\(text)")
    }
    #expect(texts.contains { !repairer.edits(in: MappedText($0)).isEmpty })
  }
}
